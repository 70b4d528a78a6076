/* E-mail addresses as pages write them, and what only looks like one. */
#include "domain/page/page_case.h"

static void
test_addresses(void **state)
{
    static const struct {
        const char *html, *wanted; /* addresses, a blank between */
    } cases[] = {
        {"<p>Write to info@acme.de, or call.",                                        "info@acme.de"       },
        {"<a href='mailto:Sales@Acme.de?subject=Hi'>Mail</a>",                        "sales@acme.de"      },
        {"<a href='mailto:a%2Eb@acme.de'>Mail</a>",                                   "a.b@acme.de"        },
        {"<p>info [at] acme [dot] de",                                                "info@acme.de"       },
        {"<p>info(at)acme.de",                                                        "info@acme.de"       },
        {"<p>info (a) acme.de",                                                       ""                   },
        {"<p>kontakt {at} firma {dot} cz",                                            "kontakt@firma.cz"   },
        {"<p>hola [arroba] acme [punto] es.",                                         "hola@acme.es"       },
        {"<p>sales at acme dot com",                                                  "sales@acme.com"     },
        {"<p>We met at acme.com last week",                                           ""                   },
        {"<p>sales at site.example any day",                                          "sales@site.example" },
        {"<p>info<span>@</span>acme.de",                                              "info@acme.de"       },
        {"<p>info<!-- no robots -->@acme.de",                                         "info@acme.de"       },
        {"<a class=__cf_email__ data-cfemail=543d3a323b14353739317a3031>[email]</a>",
         "info@acme.de"                                                                                    },
        {"<noscript>info (at) acme (dot) de</noscript>",                              "info@acme.de"       },
        {"<p>logo@2x.png and icon@3x.webp",                                           ""                   },
        {"<p>you@example.com name@yourcompany.com",                                   ""                   },
        {"<p>a@acme.de b@acme.de a@acme.de",                                          "a@acme.de b@acme.de"},
        {"<script>var x = 'no@acme.de'</script>",                                     ""                   },
        {"<p>@acme on X, 5@ a piece",                                                 ""                   },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct page page;
        const char *found = "";
        page_case(*state, "https://www.site.example/contact", cases[i].html, &page);
        for (size_t k = 0; k < page.n_emails; k++)
            found = arena_printf(*state, "%s%s%s", found, k ? " " : "", page.emails[k].address);
        if (strcmp(found, cases[i].wanted))
            printf("# %s\n", cases[i].html);
        assert_string_equal(found, cases[i].wanted);
    }
}

static void
test_where(void **state)
{
    struct page page;
    page_case(*state, "https://a.example/",
              "<p>Jana Malá, obchod: <a href=mailto:mala@firma.cz>napište</a>"
              "<footer>info(at)firma.cz</footer>",
              &page);
    assert_int_equal(page.n_emails, 2);
    assert_string_equal(page.emails[0].address, "info@firma.cz");
    assert_true(page.emails[0].hidden && page.emails[0].role && page.emails[0].frame);
    assert_true(page.emails[1].linked && !page.emails[1].role && !page.emails[1].frame);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_addresses, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(test_where, test_arena_open, test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
