/* Log lines: one JSON object each, whatever the values. */
#include "support/test.h"

#include <unistd.h>

#include "base/clock.h"
#include "base/log.h"

/* What log_write puts on stderr. */
static const char *
logged(struct arena *arena, const char *value)
{
    int ends[2], saved = dup(STDERR_FILENO);
    assert_int_equal(pipe(ends), 0);
    dup2(ends[1], STDERR_FILENO);
    LOG_EVENT(LOG_LEVEL_WARN, "test", LOG_TEXT("value", value), LOG_NUMBER("n", -7));
    dup2(saved, STDERR_FILENO);
    close(saved);
    close(ends[1]);
    char *text = arena_alloc(arena, 8193);
    ssize_t length = read(ends[0], text, 8192);
    close(ends[0]);
    assert_true(length > 0);
    return text;
}

static void
writes_one_line(void **state)
{
    clock_hold(1795252353042);
    assert_string_equal(logged(*state, "a\"b\\c\nd\x01é"),
                        "{\"time\":\"2026-11-21T09:12:33.042Z\",\"level\":\"warn\","
                        "\"event\":\"test\",\"value\":\"a\\\"b\\\\c\\u000ad\\u0001é\",\"n\":-7}\n");
    clock_hold(0);
}

static void
keeps_long_values_whole_lines(void **state)
{
    char *value = arena_alloc(*state, 10001);
    memset(value, '"', 10000);
    const char *line = logged(*state, value);
    size_t length = strlen(line);
    assert_true(length < 4200);
    assert_string_equal(line + length - 2, "}\n");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(writes_one_line, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(keeps_long_values_whole_lines, test_arena_open,
                                        test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
