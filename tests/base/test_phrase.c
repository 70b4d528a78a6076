/* Phrases in free text: the plain form, the longest entry, open ends, endings. */
#include "support/test.h"

#include "base/phrase.h"

static void
makes_text_plain(void **state)
{
    static const char *const cases[][2] = {
        {"Head of Sales & Marketing",               "head of sales and marketing"            },
        {"C.E.O. / Owner",                          "ceo , owner"                            },
        {"V.P. R&D",                                "vp r and d"                             },
        {"J. Smith",                                "j smith"                                },
        {"Ph.D. student",                           "ph d student"                           },
        {"Co-Founder – CTO",                      "co founder , cto"                       },
        {"Sales - Europe",                          "sales , europe"                         },
        {"Director (Finance)",                      "director , finance ,"                   },
        {"Geschäftsführer",                       "geschaftsfuhrer"                        },
        {"Directeur d’exploitation",              "directeur d exploitation"               },
        {"  software_saas\t|  Fintech",             "software saas , fintech"                },
        {"Генеральный директор", "генеральныи директор"},
        {"",                                        ""                                       },
        {"&&&",                                     "and and and"                            },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(phrase_plain(*state, cases[i][0]), cases[i][1]);
}

enum { HEAD = 1, SALES, CHIEF, LEAD };

static const struct phrase words[] = {
    PHRASE("head", HEAD, 1),
    PHRASE("head office", CHIEF, 1),
    PHRASE_OPEN("vertrieb", SALES, 2),
    PHRASE("vertriebsrat", CHIEF, 1),
};
static const struct phrase more[] = {
    PHRASE("head office manager", LEAD, 3),
};
static const struct phrase ends[] = {
    PHRASE("leiter", LEAD, 1),
};
static const struct phrase_list first = {words, 4}, second = {more, 1};
static const struct phrases table = {
    {&first, &second},
    {ends,   1      },
    false
};
static const struct phrases by_ending = {
    {&first, &second},
    {ends,   1      },
    true
};

/* What is found, as "1 - 2": the meanings, "-" for a word of no entry, "," for a break. */
static const char *
found(struct arena *arena, const struct phrases *phrases, const char *text)
{
    struct phrase_hit hit;
    const char *out = "";
    for (const char *at = phrase_plain(arena, text); phrase_next(phrases, &at, &hit);) {
        const char *one = phrase_is_break(&hit) ? ","
                          : hit.phrase          ? arena_printf(arena, "%d", hit.phrase->meaning)
                                                : "-";
        out = arena_printf(arena, "%s%s%s", out, *out ? " " : "", one);
    }
    return out;
}

static void
takes_the_longest_entry_of_all_lists(void **state)
{
    static const struct {
        const char *text, *all, *by_ending;
    } cases[] = {
        {"Head of Vertrieb",       "1 - 2", "1 - 2"}, /* a word */
        {"Header",                 "-",     "-"    }, /* whole words only */
        {"Head office, head",      "3 , 1", "3 , 1"},
        {"Head office managers",   "3 -",   "3 -"  },
        {"Head office manager",    "4",     "4"    }, /* of the second list */
        {"Vertriebsinnendienst x", "2 -",   "2 -"  }, /* an open end */
        {"Vertriebsrat",           "3",     "3"    },
        {"Vertriebsleiter",        "2",     "4"    }, /* the ending decides */
        {"Marktleiter",            "4",     "4"    },
        {"Begleiterin",            "-",     "-"    },
        {"",                       "",      ""     },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_string_equal(found(*state, &table, cases[i].text), cases[i].all);
        assert_string_equal(found(*state, &by_ending, cases[i].text), cases[i].by_ending);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(makes_text_plain, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(takes_the_longest_entry_of_all_lists, test_arena_open,
                                        test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
