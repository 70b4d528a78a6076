/* Errors: the first one stays, with its place, until it is forgotten. */
#include "support/test.h"

static void
keeps_the_first_error(void **state)
{
    (void)state;
    struct ctx ctx = {0};
    assert_int_equal(ctx.err.kind, ERR_NONE);
    assert_false(err_field(&ctx, ERR_INPUT, "email", "Enter an address, not \"%s\".", "x"));
    int line = __LINE__ - 1;
    assert_false(err_raise(&ctx, ERR_BUG, "later"));
    assert_int_equal(ctx.err.kind, ERR_INPUT);
    assert_string_equal(ctx.err.field, "email");
    assert_string_equal(ctx.err.message, "Enter an address, not \"x\".");
    assert_non_null(strstr(ctx.err.file, "test_err.c"));
    assert_int_equal(ctx.err.line, line);
    err_clear(&ctx);
    assert_int_equal(ctx.err.kind, ERR_NONE);
    assert_string_equal(ctx.err.field, "");
}

static void
cuts_a_long_message(void **state)
{
    (void)state;
    struct ctx ctx = {0};
    char text[2 * ERR_MESSAGE_SIZE];
    memset(text, 'x', sizeof text);
    text[sizeof text - 1] = '\0';
    err_field(&ctx, ERR_INPUT, text, "%s", text);
    assert_int_equal(strlen(ctx.err.message), ERR_MESSAGE_SIZE - 1);
    assert_int_equal(strlen(ctx.err.field), ERR_FIELD_SIZE - 1);
}

static void
names_every_kind(void **state)
{
    (void)state;
    for (enum err_kind kind = ERR_NONE; kind <= ERR_BUG; kind++)
        assert_string_not_equal(err_kind_name(kind), "?");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps_the_first_error),
        cmocka_unit_test(cuts_a_long_message),
        cmocka_unit_test(names_every_kind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
