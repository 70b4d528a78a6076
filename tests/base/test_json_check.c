/* The grammar of JSON: what is one text and what is not, and where it breaks. */
#include "support/test.h"

#include "base/json_check.h"

static void
takes_what_the_rfc_takes(void **state)
{
    static const char *const good[] = {
        "null",
        " true ",
        "-0",
        "0.5e-3",
        "12E+4",
        "\"\"",
        "\"\\u00e9\\n\\\\\"",
        "[]",
        "{}",
        "[1, 2,\t[3]]",
        "{\"a\":{\"b\":[{}]},\"c\":null}",
        "\"\xC5\x99\"",
        "[[[[]]]]",
    };
    struct json_check check;
    (void)state;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        if (!json_check(good[i], strlen(good[i]), 8, &check))
            fail_msg("%s: %s", good[i], check.problem);
}

static void
refuses_the_rest(void **state)
{
    static const char *const bad[] = {
        "",           " ",        "nul",        "01",
        "+1",         "1.",       ".5",         "1e",
        "-",          "'a'",      "\"a",        "\"\\x\"",
        "\"\\u12\"",  "\"\n\"",   "[1,]",       "[,1]",
        "[1 2]",      "{a:1}",    "{\"a\"}",    "{\"a\":}",
        "{\"a\":1,}", "[1]]",     "[1",         "{\"a\":1",
        "NaN",        "Infinity", "// c\n1",    "1 /* c */",
        "\"\xFF\"",   "[1}",      "true false", "[[[[[[[[[1]]]]]]]]]",
    };
    struct json_check check;
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        if (json_check(bad[i], strlen(bad[i]), 8, &check))
            fail_msg("%s was taken", bad[i]);
}

static void
says_where(void **state)
{
    struct json_check check;
    (void)state;
    assert_false(json_check("{\n \"a\": x}", 10, 8, &check));
    assert_int_equal(check.line, 2);
    assert_int_equal(check.at, 7);
    assert_string_equal(check.problem, "a value is missing");
    assert_true(json_check("{\"a\":[{\"b\":1},{\"c\":2}]}", 23, 8, &check));
    assert_int_equal(check.members, 3);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_what_the_rfc_takes),
        cmocka_unit_test(refuses_the_rest),
        cmocka_unit_test(says_where),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
