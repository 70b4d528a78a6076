/* JSON: building, writing, reading with limits, looking into values. */
#include "support/test.h"

#include "base/json.h"

static struct jsn *
read_text(struct ctx *ctx, const char *text)
{
    struct jsn *value;
    return jsn_read(ctx, ctx->arena, text, strlen(text), &value) ? value : NULL;
}

static void
builds_and_writes(void **state)
{
    struct arena *arena = *state;
    struct jsn *object = jsn_object(arena), *list = jsn_array(arena);
    jsn_add(list, jsn_text(arena, "https://x.cz/\"a\""));
    jsn_add(list, jsn_int(arena, INT64_MAX));
    jsn_add(list, NULL);
    jsn_add(list, jsn_bool(arena, true));
    jsn_set(object, "list", list);
    jsn_set_text(object, "name", "Dvo\xC5\x99\xC3\xA1k");
    jsn_set_text(object, "none", NULL);
    jsn_set_int(object, "n", -3);
    assert_string_equal(jsn_write(arena, object),
                        "{\"list\":[\"https://x.cz/\\\"a\\\"\",9223372036854775807,null,true],"
                        "\"name\":\"Dvo\xC5\x99\xC3\xA1k\",\"none\":null,\"n\":-3}");
}

static void
writes_numbers_short(void **state)
{
    static const struct {
        double number;
        const char *want;
    } cases[] = {
        {0.95,      "0.95"               },
        {3,         "3.0"                },
        {-1e300,    "-1e+300"            },
        {0.1 + 0.2, "0.30000000000000004"}
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(jsn_write(*state, jsn_number(*state, cases[i].number)), cases[i].want);
}

static void
writes_only_utf8(void **state)
{
    struct jsn *text = jsn_text_n(*state, "a\xFF\0b", 4);
    assert_string_equal(jsn_write(*state, text), "\"a\xEF\xBF\xBD\\u0000b\"");
}

static void
looks_into_values(void **state)
{
    struct ctx ctx = {.arena = *state};
    struct jsn *value = read_text(&ctx, "{\"a\":[1,2.5,\"x\"],\"b\":{\"c\":true}}");
    const void *at = NULL;
    const char *key;
    struct jsn *member;
    assert_non_null(value);
    assert_int_equal(jsn_length(jsn_get(value, "a")), 3);
    assert_int_equal(jsn_as_int(jsn_at(jsn_get(value, "a"), 0), 9), 1);
    assert_true(jsn_as_number(jsn_at(jsn_get(value, "a"), 1), 9) == 2.5);
    assert_string_equal(jsn_as_text(jsn_at(jsn_get(value, "a"), 2), "-"), "x");
    assert_true(jsn_as_bool(jsn_get(jsn_get(value, "b"), "c"), false));
    assert_null(jsn_at(jsn_get(value, "a"), 3));
    assert_string_equal(jsn_as_text(jsn_get(jsn_get(value, "no"), "no"), "-"), "-");
    assert_true(jsn_member(value, &at, &key, &member));
    assert_string_equal(key, "a");
    assert_true(jsn_member(value, &at, &key, &member));
    assert_string_equal(key, "b");
    assert_false(jsn_member(value, &at, &key, &member));
    assert_true(jsn_has_nul(jsn_text_n(ctx.arena, "a\0b", 3)));
    assert_false(jsn_has_nul(jsn_text(ctx.arena, "ab")));
    assert_false(jsn_has_nul(jsn_int(ctx.arena, 1)));
}

static void
reads_scalars(void **state)
{
    struct ctx ctx = {.arena = *state};
    struct jsn *value;
    assert_int_equal(jsn_as_int(read_text(&ctx, "42"), 0), 42);
    assert_true(jsn_read(&ctx, ctx.arena, "null", 4, &value));
    assert_null(value);
    assert_int_equal(jsn_kind(read_text(&ctx, "1e3")), JSN_NUMBER);
}

static void
refuses_bad_input(void **state)
{
    static const struct {
        const char *text, *message;
    } cases[] = {
        {"{\"a\":1,\"a\":2}", "the same key twice"},
        {"[1,]",              "a value is missing"},
        {"{\"a\":1} x",       "something follows" },
        {"",                  "a value is missing"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct ctx ctx = {.arena = *state};
        struct jsn *value;
        assert_false(jsn_read(&ctx, ctx.arena, cases[i].text, strlen(cases[i].text), &value));
        assert_int_equal(ctx.err.kind, ERR_INPUT);
        assert_non_null(strstr(ctx.err.message, cases[i].message));
    }
}

static void
stops_at_the_depth(void **state)
{
    char deep[2 * JSN_DEPTH_MAX + 3];
    struct ctx ctx = {.arena = *state};
    memset(deep, '[', JSN_DEPTH_MAX);
    memset(deep + JSN_DEPTH_MAX, ']', JSN_DEPTH_MAX);
    deep[2 * JSN_DEPTH_MAX] = 0;
    assert_non_null(read_text(&ctx, deep));
    memset(deep, '[', JSN_DEPTH_MAX + 1);
    memset(deep + JSN_DEPTH_MAX + 1, ']', JSN_DEPTH_MAX + 1);
    deep[2 * JSN_DEPTH_MAX + 2] = 0;
    assert_null(read_text(&ctx, deep));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(builds_and_writes, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(writes_numbers_short, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(writes_only_utf8, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(looks_into_values, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(reads_scalars, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(refuses_bad_input, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(stops_at_the_depth, test_arena_open, test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
