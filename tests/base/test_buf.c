/* Buffers: they grow up to their cap, never past it, and always end in NUL. */
#include "support/test.h"

#include "base/buf.h"

static void
grows_piece_by_piece(void **state)
{
    struct buf buf;
    buf_init(&buf, *state, 1000000);
    assert_string_equal(buf.data, "");
    for (int i = 0; i < 10000; i++)
        buf_printf(&buf, "%04d", i);
    assert_int_equal(buf.length, 40000);
    assert_int_equal(strlen(buf.data), 40000);
    assert_memory_equal(buf.data + 4 * 1234, "1234", 4);
    assert_false(buf.over);
    buf_clear(&buf);
    buf_text(&buf, "new");
    buf_char(&buf, '!');
    assert_string_equal(buf.data, "new!");
}

static void
grows_beside_others(void **state)
{
    struct buf one, other;
    buf_init(&one, *state, 10000);
    buf_init(&other, *state, 10000);
    for (int i = 0; i < 500; i++) {
        buf_i64(&one, i % 10);
        buf_text(&other, "ab");
    }
    assert_int_equal(strlen(one.data), 500);
    assert_int_equal(strspn(one.data, "0123456789"), 500);
    assert_int_equal(strspn(other.data, "ab"), 1000);
}

static void
writes_numbers(void **state)
{
    struct buf buf;
    buf_init(&buf, *state, 100);
    buf_i64(&buf, 0);
    buf_char(&buf, ' ');
    buf_i64(&buf, -1200);
    buf_char(&buf, ' ');
    buf_i64(&buf, INT64_MAX);
    buf_char(&buf, ' ');
    buf_i64(&buf, INT64_MIN);
    assert_string_equal(buf.data, "0 -1200 9223372036854775807 -9223372036854775808");
}

static void
stops_at_its_cap(void **state)
{
    struct buf buf;
    buf_init(&buf, *state, 10);
    buf_add(&buf, "123456789", 9);
    assert_false(buf.over);
    buf_add(&buf, "ab", 2); /* nothing of a piece that does not fit */
    assert_true(buf.over);
    assert_string_equal(buf.data, "123456789");
    buf_char(&buf, 'x');
    assert_string_equal(buf.data, "123456789x");
    buf_printf(&buf, "%d", 5);
    assert_string_equal(buf.data, "123456789x");
    buf_clear(&buf);
    assert_false(buf.over);
}

static void
takes_any_bytes(void **state)
{
    struct buf buf;
    buf_init(&buf, *state, 100);
    buf_add(&buf, "a\0b", 3);
    buf_add(&buf, "", 0);
    assert_int_equal(buf.length, 3);
    assert_memory_equal(buf.data, "a\0b", 4);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(grows_piece_by_piece, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(grows_beside_others, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(writes_numbers, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(stops_at_its_cap, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(takes_any_bytes, test_arena_open, test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
