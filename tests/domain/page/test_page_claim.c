/* What pages claim in words: names, numbers, years, heads. */
#include "domain/page/page_case.h"

static void
test_claims(void **state)
{
    static const struct {
        const char *html;
        enum page_claim_kind kind;
        const char *wanted; /* the first of its kind; NULL: none */
    } cases[] = {
        {"<p>© 2025 Acme Pumps Ltd. All rights reserved.",        PAGE_CLAIM_LEGAL_NAME,
         "Acme Pumps Ltd."                                                                             },
        {"<p>Éditeur : Voltigeur SAS, 28 passage des Couteliers", PAGE_CLAIM_LEGAL_NAME,
         "Voltigeur SAS"                                                                               },
        {"<p>Acme s.r.o., IČO: 270 82 440",                       PAGE_CLAIM_REGISTRY,   "27082440"   },
        {"<p>Amtsgericht Stuttgart HRB 123456",                    PAGE_CLAIM_REGISTRY,   "HRB 123456" },
        {"<p>RCS Paris 951 000 417",                               PAGE_CLAIM_REGISTRY,   "951000417"  },
        {"<p>Company number 718204",                               PAGE_CLAIM_REGISTRY,   "718204"     },
        {"<p>USt-IdNr.: DE 123456789",                             PAGE_CLAIM_VAT,        "DE123456789"},
        {"<p>We founded Acme in Leeds in 1998 with one lathe.",    PAGE_CLAIM_FOUNDED,    "1998"       },
        {"<p>Gegründet 1967",                                     PAGE_CLAIM_FOUNDED,    "1967"       },
        {"<p>Společnost byla založena v roce 1999.",             PAGE_CLAIM_FOUNDED,    "1999"       },
        {"<p>La société a été fondée en 2003",                PAGE_CLAIM_FOUNDED,    "2003"       },
        {"<p>© 1998-2025",                                        PAGE_CLAIM_FOUNDED,    NULL         },
        {"<p>founded in 9999",                                     PAGE_CLAIM_FOUNDED,    NULL         },
        {"<p>Today 120 people work here",                          PAGE_CLAIM_EMPLOYEES,  "120"        },
        {"<p>Über 50+ Mitarbeiter",                               PAGE_CLAIM_EMPLOYEES,  "50+"        },
        {"<p>+65 6055 0188, people@acme.example",                  PAGE_CLAIM_EMPLOYEES,  NULL         },
        {"<p>We help companies with s.r.o. and a.s. forms",        PAGE_CLAIM_LEGAL_NAME, NULL         },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct page page;
        const char *found = NULL;
        page_case(*state, "https://a.com/", cases[i].html, &page);
        for (size_t k = page.n_claims; k-- > 0;)
            if (page.claims[k].kind == cases[i].kind)
                found = page.claims[k].value;
        if ((found != NULL) != (cases[i].wanted != NULL))
            printf("# %s\n", cases[i].html);
        if (!cases[i].wanted)
            assert_null(found);
        else {
            assert_non_null(found);
            assert_string_equal(found, cases[i].wanted);
        }
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_claims, test_arena_open, test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
