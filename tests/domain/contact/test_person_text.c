/* Name cells into words. */
#include "support/test.h"

#include "domain/contact/person_text.h"

static void
cuts_into_words(void **state)
{
    struct person_text text;
    person_text_read(*state, "Doe,  Dr. Jane \"Jay\" M. 😀 <jane@acme.com>", &text);
    assert_int_equal(text.count, 2);
    assert_int_equal(text.parts[0].count, 1);
    assert_int_equal(text.parts[1].count, 3);
    assert_string_equal(text.parts[1].words[0].key, "dr");
    assert_true(text.parts[1].words[0].dotted);
    assert_string_equal(text.parts[1].words[2].text, "M.");
    assert_string_equal(text.nickname, "Jay");
    assert_false(text.one_case);
}

static void
leaves_out_remarks(void **state)
{
    struct person_text text;
    person_text_read(*state, "Jane O'Neil (she/her) - Acme Inc", &text);
    assert_int_equal(text.count, 1);
    assert_int_equal(text.parts[0].count, 2);
    assert_string_equal(text.parts[0].words[1].text, "O'Neil");
    assert_string_equal(text.nickname, "");
    person_text_read(*state, "n/a", &text);
    assert_int_equal(text.count, 0);
    person_text_read(*state, "Null", &text);
    assert_int_equal(text.count, 1);
}

static void
knows_scripts_that_put_the_family_first(void **state)
{
    struct person_text text;
    person_text_read(*state, "田中 太郎", &text);
    assert_true(text.family_first);
    person_text_read(*state, "维克托·卢卡申科", &text);
    assert_false(text.family_first);
    assert_int_equal(text.parts[0].count, 2);
    assert_true(person_text_is_cjk("김민석"));
    assert_false(person_text_is_cjk("Kim"));
}

static void
keeps_within_its_limits(void **state)
{
    struct person_text text;
    char *many = arena_alloc(*state, 4001);
    memset(many, 'a', 4000);
    for (size_t i = 1; i < 4000; i += 2)
        many[i] = i % 10 == 1 ? ',' : ' ';
    person_text_read(*state, many, &text);
    assert_true(text.count <= PERSON_PARTS_MAX);
    for (size_t i = 0; i < text.count; i++)
        assert_true(text.parts[i].count <= PERSON_WORDS_MAX);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(cuts_into_words, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(leaves_out_remarks, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(knows_scripts_that_put_the_family_first, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(keeps_within_its_limits, test_arena_open, test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
