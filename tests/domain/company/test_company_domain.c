/* Which domain identifies a company, and which identifies none. */
#include "support/test.h"

#include "domain/company/company_domain.h"

static void
gives_the_registrable_domain(void **state)
{
    static const struct {
        const char *input, *want;
    } cases[] = {
        {"https://www.Acme.com/about",                 "acme.com"        },
        {"jobs.acme.co.uk",                            "acme.co.uk"      },
        {"jane.doe@mail.acme.de",                      "acme.de"         },
        {"www.acme.com/path",                          "acme.com"        },
        {"https://www.müller.de",                     "xn--mller-kva.de"},
        {"acme.uk.com",                                "acme.uk.com"     },
        {"atlas.cz",                                   "atlas.cz"        },
        {"https://www.atlas.fr/",                      "atlas.fr"        },
        {"acme.example",                               "acme.example"    },
        {"https://app.acme.com:8443/?utm_source=mail", "acme.com"        },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct company_domain domain;
        assert_int_equal(company_domain_read(*state, cases[i].input, &domain), COMPANY_DOMAIN_OK);
        assert_string_equal(domain.key, cases[i].want);
        assert_string_equal(company_domain_key(*state, cases[i].input), cases[i].want);
    }
}

static void
says_why_not(void **state)
{
    static const struct {
        const char *input;
        enum company_domain_verdict want;
        enum shared_kind shared;
    } cases[] = {
        {"",                                             COMPANY_DOMAIN_NONE,    SHARED_NONE        },
        {"n/a",                                          COMPANY_DOMAIN_NONE,    SHARED_NONE        },
        {"Acme Inc",                                     COMPANY_DOMAIN_INVALID, SHARED_NONE        },
        {"s.r.o.",                                       COMPANY_DOMAIN_INVALID, SHARED_NONE        },
        {"server.local",                                 COMPANY_DOMAIN_INVALID, SHARED_NONE        },
        {"http://intranet/",                             COMPANY_DOMAIN_INVALID, SHARED_NONE        },
        {"report.pdf",                                   COMPANY_DOMAIN_INVALID, SHARED_NONE        },
        {"co.uk",                                        COMPANY_DOMAIN_INVALID, SHARED_NONE        },
        {"192.168.1.1",                                  COMPANY_DOMAIN_IP,      SHARED_NONE        },
        {"http://[2001:db8::1]/",                        COMPANY_DOMAIN_IP,      SHARED_NONE        },
        {"jane@gmail.com",                               COMPANY_DOMAIN_SHARED,  SHARED_FREE_MAIL   },
        {"jan@seznam.cz",                                COMPANY_DOMAIN_SHARED,  SHARED_FREE_MAIL   },
        {"https://www.linkedin.com/company/acme",        COMPANY_DOMAIN_SHARED,  SHARED_SOCIAL      },
        {"facebook.com/acme",                            COMPANY_DOMAIN_SHARED,  SHARED_SOCIAL      },
        {"acme.github.io",                               COMPANY_DOMAIN_SHARED,  SHARED_HOSTING     },
        {"acme.herokuapp.com",                           COMPANY_DOMAIN_SHARED,  SHARED_HOSTING     },
        {"acme.wixsite.com/home",                        COMPANY_DOMAIN_SHARED,  SHARED_SITE_BUILDER},
        {"acme.wordpress.com",                           COMPANY_DOMAIN_SHARED,  SHARED_SITE_BUILDER},
        {"https://acme.blogspot.de",                     COMPANY_DOMAIN_SHARED,  SHARED_SITE_BUILDER},
        {"https://bit.ly/3x",                            COMPANY_DOMAIN_SHARED,  SHARED_SHORTENER   },
        {"https://apps.apple.com/app/id1",               COMPANY_DOMAIN_SHARED,  SHARED_APP_STORE   },
        {"https://www.etsy.com/shop/acme",               COMPANY_DOMAIN_SHARED,  SHARED_MARKETPLACE },
        {"https://www.crunchbase.com/organization/acme", COMPANY_DOMAIN_SHARED,  SHARED_DIRECTORY   },
        {"https://sites.google.com/view/acme",           COMPANY_DOMAIN_SHARED,  SHARED_FILES       },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct company_domain domain;
        enum company_domain_verdict verdict = company_domain_read(*state, cases[i].input, &domain);
        if (verdict != cases[i].want || domain.shared != cases[i].shared)
            fail_msg("\"%s\": %s", cases[i].input, company_domain_reason(*state, verdict, &domain));
        assert_null(domain.key);
        assert_true(strlen(company_domain_reason(*state, verdict, &domain)) > 0);
    }
}

static void
tells_addresses_from_names(void **state)
{
    static const struct {
        const char *name;
        bool address;
    } cases[] = {
        {"gmail.com",            true },
        {"www.facebook.com",     true },
        {"myshop.wordpress.com", true },
        {"a.github.io",          true },
        {"Amazon.com",           false},
        {"Seznam.cz, a.s.",      false},
        {"acme.com",             false},
        {"gmail",                false},
        {"wix.com inc.",         false},
    };
    struct company_domain domain;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (company_domain_is_no_name(*state, cases[i].name, &domain) != cases[i].address)
            fail_msg("%s", cases[i].name);
    assert_true(company_domain_names_host(*state, "G Mail", "gmail.com"));
    assert_true(company_domain_names_host(*state, "Seznam.CZ", "seznam.cz"));
    assert_false(company_domain_names_host(*state, "Gmailers", "gmail.com"));
    assert_false(company_domain_names_host(*state, "Gma", "gmail.com"));
}

static void
keeps_the_web_site_of_a_shared_host(void **state)
{
    struct company_domain domain;
    assert_int_equal(company_domain_read(*state, "facebook.com/acme?fbclid=1", &domain),
                     COMPANY_DOMAIN_SHARED);
    assert_string_equal(domain.website, "https://facebook.com/acme");
    assert_int_equal(company_domain_read(*state, "jane@acme.de", &domain), COMPANY_DOMAIN_OK);
    assert_null(domain.website);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(gives_the_registrable_domain, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(says_why_not, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(tells_addresses_from_names, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(keeps_the_web_site_of_a_shared_host, test_arena_open,
                                        test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
