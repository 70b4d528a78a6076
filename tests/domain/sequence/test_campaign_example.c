/* Examples of messages: what is kept, what is refused and where. */
#include "support/test.h"

#include "domain/sequence/campaign_example.h"

static void
keeps_bodies_and_notes(void **state)
{
    struct ctx ctx = {.arena = *state};
    const struct campaign_example given[] = {
        {" Hello Ada,\r\n\r\nhow are you? ", "  short  and warm "},
        {"",                                 " "                 },
        {"Second",                           ""                  }
    };
    const char *json;
    struct campaign_example *read;
    size_t n;
    assert_true(campaign_examples_write(&ctx, given, 3, &json));
    assert_true(campaign_examples_read(&ctx, json, &read, &n));
    assert_int_equal(n, 2);
    assert_string_equal(read[0].body, "Hello Ada,\n\nhow are you?");
    assert_string_equal(read[0].note, "short and warm");
    assert_string_equal(read[1].body, "Second");
}

static void
names_the_place_that_is_wrong(void **state)
{
    struct ctx ctx = {.arena = *state};
    const struct campaign_example given[] = {
        {"", ""           },
        {"", "only a note"}
    };
    const char *json;
    assert_false(campaign_examples_write(&ctx, given, 2, &json));
    assert_string_equal(ctx.err.field, "examples.1.body");
    err_clear(&ctx);
    char body[5003];
    memset(body, 'x', sizeof body - 1);
    body[sizeof body - 1] = '\0';
    assert_false(campaign_examples_write(&ctx, &(struct campaign_example){body, ""}, 1, &json));
    assert_string_equal(ctx.err.field, "examples.0.body");
    err_clear(&ctx);
    struct campaign_example many[6], *read;
    size_t n;
    for (size_t i = 0; i < 6; i++)
        many[i] = (struct campaign_example){"x", ""};
    assert_false(campaign_examples_write(&ctx, many, 6, &json));
    assert_string_equal(ctx.err.field, "examples");
    err_clear(&ctx);
    assert_false(campaign_examples_read(&ctx, "{}", &read, &n));
    assert_int_equal(ctx.err.kind, ERR_INPUT);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(keeps_bodies_and_notes, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(names_the_place_that_is_wrong, test_arena_open,
                                        test_arena_close)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
