/* Results before anybody is asked: domains, names, and why some can be no company. */
#include "support/test.h"

#include "domain/discovery/discovery_sift.h"

static void
tells_companies_from_the_rest(void **state)
{
    static const struct {
        const char *url, *title, *domain, *name, *reason; /* reason: a part of it */
    } cases[] = {
        {"https://www.acme-robots.co.uk:8443/en/products?x=1#a", "Acme Robots | Arms",
         "acme-robots.co.uk",                                                                                                  "Acme Robots",    NULL               },
        {"https://jobs.lever.acme.com/",                         "Careers - ACME GmbH",              "acme.com",               "ACME GmbH",      NULL               },
        {"acme.com",                                             "",                                 "acme.com",               "Acme",           NULL               },
        {"https://xn--mnchen-3ya.example/",                      "München",                         "xn--mnchen-3ya.example", "Xn--mnchen-3ya",
         NULL                                                                                                                                                       },
        {"https://home24.de/",                                   "Home",                             "home24.de",              "Home24",         NULL               },
        {"https://news.ycombinator.com/item?id=1",               "Show HN",                          NULL,                     NULL,
         "news.ycombinator.com is"                                                                                                                                  },
        {"https://en.wikipedia.org/wiki/Robot",                  "Robot",                            NULL,                     NULL,             "wikipedia.org is" },
        {"https://www.linkedin.com/company/acme",                "Acme",                             NULL,                     NULL,             "a social network" },
        {"https://acme.github.io/",                              "Acme",                             NULL,                     NULL,             "acme.github.io is"},
        {"https://techcrunch.com/2024/01/acme-raises",           "Acme raises",                      "techcrunch.com",
         "Techcrunch",                                                                                                                           "newspaper"        },
        {"https://x.example/blog/top-10",                        "Top 10 robotics startups in 2025", "x.example",              "X",
         "A list of companies"                                                                                                                                      },
        {"https://x.example/",                                   "Acme: the best arms",              "x.example",              "X",              NULL               },
        {"http://10.0.0.7/",                                     "Intranet",                         NULL,                     NULL,             "bare IP address"  },
        {"http://intranet/",                                     "",                                 NULL,                     NULL,             "not a web address"},
        {"n/a",                                                  "",                                 NULL,                     NULL,             "No web address"   },
        {"https://own.example/other",                            "",                                 "own.example",            "Own",            "own site"         },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct discovery_sifted out;
        struct discovery_lead lead = {cases[i].url, cases[i].title, 1};
        discovery_sift(*state, &lead, "own.example", &out);
        bool good = !cases[i].domain == !out.domain &&
                    (!out.domain || !strcmp(out.domain, cases[i].domain)) &&
                    (!cases[i].name || (out.name && !strcmp(out.name, cases[i].name))) &&
                    !cases[i].reason == !out.reason &&
                    (!out.reason || strstr(out.reason, cases[i].reason));
        if (!good || !out.key)
            fail_msg("%s: domain %s, name %s, reason %s", cases[i].url, out.domain, out.name,
                     out.reason);
    }
}

static void
knows_lists(void **state)
{
    static const struct {
        const char *title;
        bool is;
    } cases[] = {
        {"Top 10 robot companies",             true },
        {"25 startups to watch",               true },
        {"Best CRM vendors in Europe",         true },
        {"Die besten Hersteller von Robotern", true },
        {"Acme, a company of robots",          false},
        {"List of prices",                     false},
        {"Bestcompanies",                      false},
        {"",                                   false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (discovery_sift_is_list(*state, cases[i].title) != cases[i].is)
            fail_msg("%s", cases[i].title);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(tells_companies_from_the_rest, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(knows_lists, test_arena_open, test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
