/* Postal addresses of a dozen countries, and lines that only have numbers. */
#include "domain/page/page_case.h"

static void
test_lines(void **state)
{
    static const struct {
        const char *language, *html, *wanted; /* street|code|city|region|country */
    } cases[] = {
        {"de", "<p>Am Sägewerk 3<br>83022 Rosenheim",                   "Am Sägewerk 3|83022|Rosenheim||DE"},
        {"de", "<p>Acme GmbH, Hauptstr. 1, D-10115 Berlin",              "Hauptstr. 1|10115|Berlin||DE"      },
        {"de", "<p>Kärntner Ring 5, 1010 Wien, Österreich",            "Kärntner Ring 5|1010|Wien||AT"    },
        {"cs", "<p>Sokolovská 12, 186 00 Praha 8",                      "Sokolovská 12|186 00|Praha||CZ"   },
        {"pl", "<p>ul. Dworcowa 12, 30-552 Kraków",                     "ul. Dworcowa 12|30-552|Kraków||PL"},
        {"nl", "<p>Kade 4, 3011 WN Rotterdam",                           "Kade 4|3011 WN|Rotterdam||NL"      },
        {"fr", "<p>5 rue Neuve, 69001 Lyon – 04 65 71 01 33",          "5 rue Neuve|69001|Lyon||FR"        },
        {"en", "<p>41 Chart Lane, London EC1V 9HX",                      "41 Chart Lane|EC1V 9HX|London||GB" },
        {"en", "<p>1180 Alder Row, Suite 4, Oakland, CA 94607",
         "1180 Alder Row, Suite 4|94607|Oakland|CA|US"                                                       },
        {"en", "<p>14 Cordgrass Lane, Charleston, South Carolina 29401",
         "14 Cordgrass Lane|29401|Charleston|South Carolina|US"                                              },
        {"en", "<p>77 Spadina Mews, Toronto, Ontario M5V 2L4",
         "77 Spadina Mews|M5V 2L4|Toronto|Ontario|CA"                                                        },
        {"en", "<p>19 Bickle Street<br>Melbourne VIC 3000, Australia",
         "19 Bickle Street|3000|Melbourne|VIC|AU"                                                            },
        {"en", "<p>8 Usher Yard, Dublin 8, Ireland.",                    "8 Usher Yard||Dublin||IE"          },
        {"de", "<p>Fon 0221 / 4710-130 · Fax 0221 / 4710-139",          ""                                  },
        {"en", "<p>In 2024 we shipped 12345 Widgets to 30 countries",    ""                                  },
        {"en", "<p>Call 555 0100 Monday to Friday",                      ""                                  },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct page page;
        const char *found = "";
        page_case(*state, "https://a.com/",
                  arena_printf(*state, "<html lang=%s>%s", cases[i].language, cases[i].html),
                  &page);
        if (page.n_addresses) {
            const struct page_address *address = &page.addresses[0];
            found = arena_printf(*state, "%s|%s|%s|%s|%s", address->street, address->postal_code,
                                 address->city, address->region, address->country);
        }
        if (strcmp(found, cases[i].wanted))
            printf("# %s\n", cases[i].html);
        assert_string_equal(found, cases[i].wanted);
    }
}

static void
test_data(void **state)
{
    struct page page;
    page_case(
        *state, "https://a.com/",
        "<script type='application/ld+json'>{\"@type\":\"LocalBusiness\",\"address\":"
        "{\"streetAddress\":\"1 Main St\",\"postalCode\":75201,\"addressLocality\":\"Dallas\","
        "\"addressCountry\":{\"name\":\"United States\"}}}</script>",
        &page);
    assert_int_equal(page.n_addresses, 1);
    assert_true(page.addresses[0].own);
    assert_string_equal(page.addresses[0].postal_code, "75201");
    assert_string_equal(page.addresses[0].country, "US");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_lines, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(test_data, test_arena_open, test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
