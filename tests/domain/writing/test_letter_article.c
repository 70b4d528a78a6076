/* Names that are said with an article, and what prepositions make of it. */
#include "support/test.h"

#include "domain/writing/letter_article.h"

static void
names_take_their_article_where_they_want_one(void **state)
{
    static const struct {
        const char *language, *name, *nominative, *accusative, *dative;
    } cases[] = {
        {"de", "Stadtwerke Lindau",        "die Stadtwerke Lindau",        "die Stadtwerke Lindau",
         "den Stadtwerken Lindau"                                                                                                   },
        {"de", "Deutsche Messe",           "die Deutsche Messe",           "die Deutsche Messe",      "der Deutschen Messe"         },
        {"de", "Deutscher Verlag",         "der Deutsche Verlag",          "den Deutschen Verlag",
         "dem Deutschen Verlag"                                                                                                     },
        {"de", "Bayerisches Institut",     "das Bayerische Institut",      "das Bayerische Institut",
         "dem Bayerischen Institut"                                                                                                 },
        {"de", "Kreissparkasse Tübingen", "die Kreissparkasse Tübingen",
         "die Kreissparkasse Tübingen",                                                              "der Kreissparkasse Tübingen"},
        {"de", "Vogel Verlag",             "der Vogel Verlag",             "den Vogel Verlag",        "dem Vogel Verlag"            },
        {"de", "Schwarz-Gruppe",           "die Schwarz-Gruppe",           "die Schwarz-Gruppe",      "der Schwarz-Gruppe"          },
        {"de", "Universität Wien",        "die Universität Wien",        "die Universität Wien",
         "der Universität Wien"                                                                                                    },
        {"es", "Universidad de Sevilla",   "la Universidad de Sevilla",    NULL,                      NULL                          },
        {"es", "Banco Altamira",           "el Banco Altamira",            NULL,                      NULL                          },
        {"fr", "Université de Lyon",      "l’Université de Lyon",      NULL,                      NULL                          },
        {"fr", "Banque Morvan",            "la Banque Morvan",             NULL,                      NULL                          },
        {"en", "University of Leeds",      "the University of Leeds",      NULL,                      NULL                          },
    };
    static const char *const bare[][2] = {
        {"de", "Müller Präzisionsteile"},
        {"de", "Bauhaus"                 },
        {"de", "Hello Post"              },
        {"es", "Iberdatos"               },
        {"fr", "Écluse"                 },
        {"en", "Leeds University"        },
        {"cs", "Univerzita Karlova"      },
        {"de", "Deutsche"                },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *wanted[] = {cases[i].nominative, cases[i].accusative, cases[i].dative};
        for (int c = CASE_NOMINATIVE; c <= CASE_DATIVE; c++)
            if (wanted[c])
                assert_string_equal(
                    letter_article(*state, cases[i].language, cases[i].name, (enum letter_case)c),
                    wanted[c]);
    }
    for (size_t i = 0; i < sizeof bare / sizeof *bare; i++)
        assert_null(letter_article(*state, bare[i][0], bare[i][1], CASE_NOMINATIVE));
}

static void
prepositions_melt(void **state)
{
    static const char *const cases[][4] = {
        {"de", "Wie läuft das bei ", "dem Vogel Verlag",        "Wie läuft das beim Vogel Verlag"       },
        {"de", "Ein Gedanke zu ",     "der Deutschen Messe",     "Ein Gedanke zur Deutschen Messe"        },
        {"fr", "au sujet de ",        "Écluse",                 "au sujet d’Écluse"                   },
        {"fr", "au sujet de ",        "le Conseil du Nord",      "au sujet du Conseil du Nord"            },
        {"fr", "utile à ",           "Le Havre",                "utile au Havre"                         },
        {"fr", "Je travaille chez ",  "l’Université de Lyon", "Je travaille à l’Université de Lyon"},
        {"es", "una propuesta de ",   "el Banco Altamira",       "una propuesta del Banco Altamira"       },
        {"es", "Fernblick y ",        "Iberdatos",               "Fernblick e Iberdatos"                  },
        {"es", "Fernblick y ",        "IBM",                     "Fernblick y IBM"                        },
        {"en", "A thought for ",      "Acme",                    "A thought for Acme"                     },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *before = cases[i][1], *value = cases[i][2];
        struct letter_joint joint = letter_article_join(cases[i][0], before, strlen(before), value);
        assert_string_equal(arena_printf(*state, "%.*s%s%s", (int)(strlen(before) - joint.cut),
                                         before, joint.put, value + joint.skip),
                            cases[i][3]);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(names_take_their_article_where_they_want_one,
                                        test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(prepositions_melt, test_arena_open, test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
