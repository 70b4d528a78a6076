/* Telephone numbers as pages write them, and numbers that are none. */
#include "domain/page/page_case.h"

static void
test_numbers(void **state)
{
    static const struct {
        const char *url, *html, *wanted; /* numbers, a blank between; "f" behind a fax */
    } cases[] = {
        {"https://a.com/", "<a href='tel:+49-30-1234567'>call</a>",                        "+49301234567" },
        {"https://a.de/",  "<p>Tel. 030 / 123 45 67",                                      "+49301234567" },
        {"https://a.de/",  "<p>Telefon: 030 1234567, Fax: 030 1234568",
         "+49301234567 +49301234568f"                                                                     },
        {"https://a.cz/",  "<p>ústředna: 585 055 140",                                   "+420585055140"},
        {"https://a.fr/",  "<p>5 rue Neuve, 69001 Lyon – 04 65 71 01 33",                "+33465710133" },
        {"https://a.com/", "<p>Acme, 1180 Alder Row, Oakland, CA 94607 · (510) 555-0143",
         "+15105550143"                                                                                   },
        {"https://a.com/", "<p>+44 20 7946 0182",                                          "+442079460182"},
        {"https://a.cz/",  "<p>IČO: 27082440, spisová značka C 12345",                  ""             },
        {"https://a.fr/",  "<p>RCS Paris 951 000 417",                                     ""             },
        {"https://a.de/",  "<p>IBAN DE89 3704 0044 0532 0130 00",                          ""             },
        {"https://a.de/",  "<p>Bestellnummer 4006381333931",                               ""             },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct page page;
        const char *found = "";
        page_case(*state, cases[i].url, cases[i].html, &page);
        for (size_t k = 0; k < page.n_phones; k++)
            found = arena_printf(*state, "%s%s%s%s", found, k ? " " : "", page.phones[k].number,
                                 page.phones[k].fax ? "f" : "");
        if (strcmp(found, cases[i].wanted))
            printf("# %s\n", cases[i].html);
        assert_string_equal(found, cases[i].wanted);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_numbers, test_arena_open, test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
