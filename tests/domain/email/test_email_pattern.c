/* Address patterns: what colleagues teach, and the candidates for one more person. */
#include "support/test.h"

#include "domain/email/email_pattern.h"

static struct email_candidate *
candidates(struct arena *arena, const char *first, const char *last,
           const struct email_patterns *patterns, size_t *n)
{
    struct email_candidate *all = ARENA_ARRAY(arena, 12, struct email_candidate);
    *n = email_pattern_candidates(arena, first, last, patterns, all, 12);
    return all;
}

static bool
has(const struct email_candidate *all, size_t n, const char *local)
{
    for (size_t i = 0; i < n; i++)
        if (!strcmp(all[i].local, local))
            return true;
    return false;
}

static void
guesses_without_colleagues(void **state)
{
    struct email_patterns none = {0};
    size_t n;
    struct email_candidate *all = candidates(*state, "Jane", "Doe", &none, &n);
    assert_int_equal(n, 12);
    assert_string_equal(all[0].local, "jane.doe");
    assert_string_equal(all[1].local, "jdoe");
    assert_string_equal(all[2].local, "jane");
    assert_int_equal(all[0].samples, 0);
    assert_true(all[0].share > 0.4 && all[0].share < 0.5);
    double sum = 0;
    for (size_t i = 0; i < n; i++) {
        sum += all[i].share;
        assert_true(i == 0 || all[i].share <= all[i - 1].share);
    }
    assert_true(sum <= 1.0001);
}

static void
learns_from_colleagues(void **state)
{
    static const struct email_colleague colleagues[] = {
        {"Anna",  "Smith",   "asmith" },
        {"Peter", "Jones",   "pjones" },
        {"Ivan",  "O'Neil",  "ioneil" },
        {"Mary",  "Quick",   "info"   }, /* a desk teaches nothing */
        {"Zoe",   "Unusual", "zu-99"  },
        {NULL,    "Nobody",  "whoever"},
    };
    struct email_patterns patterns;
    size_t n;
    email_pattern_learn(*state, colleagues, sizeof colleagues / sizeof *colleagues, &patterns);
    assert_int_equal(patterns.samples, 4);
    assert_int_equal(patterns.seen[EMAIL_FLAST], 3);
    assert_int_equal(patterns.seen[EMAIL_PATTERN_NONE], 1);
    struct email_candidate *all = candidates(*state, "Jane", "Doe", &patterns, &n);
    assert_string_equal(all[0].local, "jdoe");
    assert_int_equal(all[0].pattern, EMAIL_FLAST);
    assert_int_equal(all[0].matching, 3);
    assert_int_equal(all[0].samples, 4);
    assert_true(all[0].share > 0.5);
    assert_string_equal(email_pattern_name(all[0].pattern), "flast");
}

static void
writes_names_as_addresses(void **state)
{
    static const struct {
        const char *first, *last, *wanted[4];
    } cases[] = {
        {"Jürgen",     "Müller",        {"jurgen.muller", "juergen.mueller"}                },
        {"Søren",      "Ærø",          {"soren.aero", "soeren.aeroe"}                      },
        {"Jiří",      "Dvořák",       {"jiri.dvorak", "jdvorak"}                          },
        {"Piet",        "van der Berg",   {"piet.vanderberg", "piet.berg", "pvanderberg"}     },
        {"María",      "García López", {"maria.garcia", "maria.garcialopez", "maria.lopez"}},
        {"Ann",         "Smith-Jones",    {"ann.smithjones", "ann.smith-jones", "ann.smith"}  },
        {"Jean-Pierre", "Roux",           {"jeanpierre.roux", "jean-pierre.roux", "jean.roux"}},
        {"Jan Willem",  "Bos",            {"jan.bos"}                                         },
        {"Sinéad",     "O’Neil",       {"sinead.oneil"}                                    },
        {"Łukasz",     "Żółć",       {"lukasz.zolc"}                                     },
        {"Jens",        "Groß",          {"jens.gross"}                                      },
    };
    struct email_patterns none = {0};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t n;
        struct email_candidate *all = candidates(*state, cases[i].first, cases[i].last, &none, &n);
        for (size_t k = 0; k < 4 && cases[i].wanted[k]; k++)
            if (!has(all, n, cases[i].wanted[k]))
                fail_msg("%s %s: no %s", cases[i].first, cases[i].last, cases[i].wanted[k]);
    }
}

static void
learns_how_letters_are_written(void **state)
{
    static const struct email_colleague colleagues[] = {
        {"Jörg", "Bäcker",   "joerg.baecker"},
        {"Uwe",   "Schröder", "uwe.schroeder"},
        {"Anna",  "Lange",     "anna.lange"   },
    };
    struct email_patterns patterns;
    size_t n;
    email_pattern_learn(*state, colleagues, 3, &patterns);
    assert_int_equal(patterns.seen[EMAIL_FIRST_DOT_LAST], 3);
    struct email_candidate *all = candidates(*state, "Jürgen", "Müller", &patterns, &n);
    assert_string_equal(all[0].local, "juergen.mueller");
    static const struct email_colleague berg[] = {
        {"Jan", "van den Berg", "jan.vandenberg"},
        {"Els", "de Vries",     "els.devries"   },
    };
    email_pattern_learn(*state, berg, 2, &patterns);
    all = candidates(*state, "Piet", "van Dijk", &patterns, &n);
    assert_string_equal(all[0].local, "piet.vandijk");
}

static void
invents_nothing(void **state)
{
    struct email_patterns none = {0};
    size_t n;
    candidates(*state, "Jane", "", &none, &n);
    assert_int_equal(n, 0);
    candidates(*state, NULL, "Doe", &none, &n);
    assert_int_equal(n, 0);
    candidates(*state, "Иван", "Петров", &none, &n);
    assert_int_equal(n, 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(guesses_without_colleagues, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(learns_from_colleagues, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(writes_names_as_addresses, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(learns_how_letters_are_written, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(invents_nothing, test_arena_open, test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
