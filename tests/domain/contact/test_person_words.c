/* Titles, suffixes, particles. */
#include "support/test.h"

#include "domain/contact/person_words.h"

static void
knows_words_around_names(void **state)
{
    (void)state;
    static const char *const titles[] = {"mr",   "mrs", "dr",  "ing", "mudr", "prof", "herr",
                                         "frau", "mme", "sir", "rev", "bc",   "judr", "г-н"};
    static const char *const suffixes[] = {"jr", "iii", "phd", "mba", "csc", "esq", "cpa", "2nd"};
    static const char *const capitals[] = {"md", "ma", "qc", "mp", "dds", "rn"};
    static const char *const particles[] = {"van", "der", "von", "de", "la", "della", "bin", "'t"};
    static const char *const names[] = {"jane", "ingo", "pan", "doe", "martin", "novak", "ali"};
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
        assert_int_equal(person_words_title(titles[i]), PERSON_TITLE_SURE);
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++)
        assert_int_equal(person_words_suffix(suffixes[i]), PERSON_SUFFIX_SURE);
    for (size_t i = 0; i < sizeof capitals / sizeof *capitals; i++)
        assert_int_equal(person_words_suffix(capitals[i]), PERSON_SUFFIX_CAPITALS);
    for (size_t i = 0; i < sizeof particles / sizeof *particles; i++)
        assert_true(person_words_is_particle(particles[i]));
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        assert_int_not_equal(person_words_title(names[i]), PERSON_TITLE_SURE);
        assert_int_equal(person_words_suffix(names[i]), PERSON_SUFFIX_NONE);
        assert_false(person_words_is_particle(names[i]));
    }
    assert_int_equal(person_words_title("king"), PERSON_TITLE_MAYBE);
    assert_int_equal(person_words_title("med"), PERSON_TITLE_FOLLOWER);
    assert_true(person_words_is_conjunction("and"));
    assert_true(person_words_is_conjunction("y"));
    assert_false(person_words_is_conjunction("jane"));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_words_around_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
