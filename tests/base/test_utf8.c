/* UTF-8: how far bytes are valid, what is cut, what is replaced. */
#include "support/test.h"

#include "base/utf8.h"

static void
finds_the_first_bad_byte(void **state)
{
    static const struct {
        const char *bytes;
        size_t length, valid;
    } cases[] = {
        {"",                           0,  0 },
        {"plain ascii of some length", 26, 26},
        {"0123456789012345\xFFx",      18, 16},
        {"Dvo\xC5\x99\xC3\xA1k",       8,  8 },
        {"\xC0\x80",                   2,  0 }, /* overlong */
        {"\xE0\x9F\xBF",               3,  0 }, /* overlong */
        {"\xED\xA0\x80",               3,  0 }, /* surrogate */
        {"\xED\x9F\xBF",               3,  3 }, /* the last before them */
        {"\xF4\x8F\xBF\xBF",           4,  4 }, /* U+10FFFF */
        {"\xF4\x90\x80\x80",           4,  0 }, /* past it */
        {"a\xE2\x82",                  3,  1 }, /* cut */
        {"\xF0\x9F\x98\x80!",          5,  5 },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(utf8_valid_prefix(cases[i].bytes, cases[i].length), cases[i].valid);
}

static void
knows_a_cut_character(void **state)
{
    (void)state;
    assert_true(utf8_is_cut("\xE2\x82", 2));
    assert_true(utf8_is_cut("\xF0", 1));
    assert_false(utf8_is_cut("\xE2\x82\xAC", 3));
    assert_false(utf8_is_cut("\xFF", 1));
    assert_false(utf8_is_cut("\xE2x", 2));
    assert_false(utf8_is_cut("", 0));
}

static void
replaces_each_bad_byte(void **state)
{
    char out[64];
    (void)state;
    size_t length = utf8_replace("a\xFF\xFE\xC3\xA9", 5, out);
    assert_int_equal(length, 9);
    assert_memory_equal(out, "a\xEF\xBF\xBD\xEF\xBF\xBD\xC3\xA9", 9);
}

static void
measures_ascii(void **state)
{
    (void)state;
    assert_int_equal(utf8_ascii_prefix("", 0), 0);
    assert_int_equal(utf8_ascii_prefix("0123456789012345678901234567890123\xC5\x99", 36), 34);
    assert_int_equal(utf8_ascii_prefix("\xC5", 1), 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_the_first_bad_byte),
        cmocka_unit_test(knows_a_cut_character),
        cmocka_unit_test(measures_ascii),
        cmocka_unit_test(replaces_each_bad_byte),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
