/* The language of a text by its words, and of tags. */
#include "domain/page/page_case.h"

#include "domain/page/page_language.h"

static void
test_words(void **state)
{
    static const struct {
        const char *language, *text;
    } cases[] = {
        {"en", "We make the pumps that your plant depends on, and we are there when you need us."        },
        {"de", "Wir bauen die Pumpen für Ihre Anlage und sind da, wenn Sie uns brauchen."               },
        {"fr", "Nous construisons les pompes pour votre usine et nous sommes là avec vous."             },
        {"es",
         "Fabricamos las bombas para su planta y estamos con usted cuando nos necesita, en la "
         "ciudad o en el campo."                                                                         },
        {"cs",
         "Vyrábíme čerpadla pro vaše závody a jsme u vás, když je to třeba, na severu i na jihu."},
        {"pl",
         "Produkujemy pompy do zakładów oraz jesteśmy na miejscu, jak tylko to jest potrzebne, "
         "w dzień i w nocy."                                                                            },
        {"it",
         "Costruiamo le pompe per il vostro impianto e siamo con voi nella città e nel paese, "
         "anche di notte."                                                                               },
        {"nl", "Wij maken de pompen voor uw fabriek en wij zijn er als u ons nodig heeft, ook op "
               "zondag."                                                                   },
        {"",   "Acme 2000 XL"                                                                            },
        {"",   ""                                                                                        },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        bool sure;
        assert_string_equal(page_language_guess(*state, cases[i].text, &sure), cases[i].language);
    }
}

static void
test_tags(void **state)
{
    const char *country;
    assert_string_equal(page_language_tag(*state, "de-AT", &country), "de");
    assert_string_equal(country, "AT");
    assert_string_equal(page_language_tag(*state, " cs_CZ.UTF-8", &country), "cs");
    assert_string_equal(country, "CZ");
    assert_string_equal(page_language_tag(*state, "EN", &country), "en");
    assert_string_equal(country, "");
    assert_string_equal(page_language_tag(*state, "english", &country), "");
    assert_string_equal(page_language_tag(*state, NULL, &country), "");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_words, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(test_tags, test_arena_open, test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
