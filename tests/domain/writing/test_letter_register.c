/* The address and the question in the sender's own words. */
#include "support/test.h"

#include "domain/writing/letter_register.h"

static void
words_of_the_other_address_are_found(void **state)
{
    static const struct {
        const char *language, *formality, *text, *word;
    } cases[] = {
        {"de", "informal", "Darf ich Ihnen das zeigen?",                            "Ihnen"     },
        {"de", "informal", "Das spart Zeit. Sie geht sonst verloren.",              NULL        },
        {"de", "informal", "Wann passt es euch?",                                   NULL        },
        {"de", "formal",   "Hast du nächste Woche Zeit?",                          "Hast"      },
        {"de", "formal",   "Wir nehmen ihr Team ernst und zeigen es Ihnen.",        NULL        },
        {"fr", "informal", "Répondez-moi d’un mot.",                             "Répondez" },
        {"fr", "informal", "Chez Gomez, le délai est assez court.",                NULL        },
        {"fr", "informal", "Nous répondons à vos questionnaires.",                "vos"       },
        {"fr", "formal",   "Aurais-tu un moment ?",                                 "tu"        },
        {"fr", "formal",   "Un échange serait-il possible ?",                      NULL        },
        {"es", "informal", "¿Puedo enseñarle un ejemplo?",                        "enseñarle"},
        {"es", "informal", "La mayoría vuelve el mismo día a su mesa.",           NULL        },
        {"es", "formal",   "¿Tienes un rato?",                                     "Tienes"    },
        {"es", "formal",   "¿Tiene un rato?",                                      NULL        },
        {"cs", "informal", "Hodil by se Vám krátký hovor?",                      "Vám"      },
        {"cs", "formal",   "Hodil by se ti krátký hovor, nebo máš čas jindy?", "máš"     },
        {"cs", "formal",   "Ty dotazníky vyplňujeme za firmy.",                   NULL        },
        {"en", "informal", "Could I show you?",                                     NULL        },
        {"de", "formal",   NULL,                                                    NULL        },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *word =
            letter_register_clash(*state, cases[i].language, cases[i].formality, cases[i].text);
        if (cases[i].word) {
            assert_non_null(word);
            assert_string_equal(word, cases[i].word);
        } else if (word) {
            fail_msg("%s: %s", cases[i].text, word);
        }
    }
}

static void
an_author_is_told(void **state)
{
    struct letter_hint hints[LETTER_HINTS_MOST];
    struct letter_offer offer = {.does = "Wir beantworten Fragebögen für Sie.",
                                 .outcome = "Lange gewartet?",
                                 .ask = "Antworten genügt."};
    assert_int_equal(letter_register_hints(*state, "de", "informal", &offer, hints), 3);
    assert_string_equal(hints[0].field, "does");
    assert_string_equal(hints[0].text, "“Sie” is formal, but the campaign's letters are informal.");
    assert_string_equal(hints[1].field, "outcome");
    assert_string_equal(hints[2].field, "ask");
    offer = (struct letter_offer){.does = "Wir beantworten Fragebögen.",
                                  .ask = "Passt nächste Woche ein Gespräch"};
    assert_int_equal(letter_register_hints(*state, "de", "formal", &offer, hints), 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(words_of_the_other_address_are_found, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(an_author_is_told, test_arena_open, test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
