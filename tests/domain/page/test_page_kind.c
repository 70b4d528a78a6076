/* Kinds of pages: addresses and links in several languages, and what only looks like one. */
#include "support/test.h"

#include "domain/page/page_kind.h"

static void
tells_what_a_link_leads_to(void **state)
{
    static const struct {
        const char *url, *anchor;
        enum page_kind want;
    } cases[] = {
        {"https://a.example/",                                    NULL,                PAGE_HOME    },
        {"https://a.example/index.html",                          "Home",              PAGE_HOME    },
        {"https://a.example/en/",                                 NULL,                PAGE_HOME    },
        {"https://a.example/about-us",                            NULL,                PAGE_ABOUT   },
        {"https://a.example/company/team.html",                   NULL,                PAGE_TEAM    },
        {"https://a.example/%C3%BCber-uns/",                      NULL,                PAGE_ABOUT   },
        {"https://a.example/x17",                                 "Über uns",         PAGE_ABOUT   },
        {"https://a.example/de/karriere",                         "Jobs",              PAGE_CAREERS },
        {"https://a.example/?page=7",                             "Qui sommes-nous ?", PAGE_ABOUT   },
        {"https://a.example/cenik",                               NULL,                PAGE_PRICING },
        {"https://a.example/o-nas",                               "O nás",            PAGE_ABOUT   },
        {"https://a.example/bezpieczenstwo",                      NULL,                PAGE_SECURITY},
        {"https://a.example/precios",                             NULL,                PAGE_PRICING },
        {"https://a.example/impressum",                           NULL,                PAGE_LEGAL   },
        {"https://docs.a.example/",                               NULL,                PAGE_DOCS    },
        {"https://a.example/blog/how-we-think-about-security",    "Security",          PAGE_BLOG    },
        {"https://a.example/jobs/product-manager",                NULL,                PAGE_CAREERS },
        {"https://a.example/product/pricing",                     NULL,                PAGE_PRICING },
        {"https://a.example/therapist",                           NULL,                PAGE_OTHER   },
        {"https://a.example/p/9",                                 "Read on",           PAGE_OTHER   },
        {"https://a.example/how-to-plan-a-team-offsite-together", NULL,                PAGE_OTHER   },
        {"mailto:a@a.example",                                    "Contact",           PAGE_OTHER   },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int certainty;
        enum page_kind kind = page_kind_of_link(*state, cases[i].url, cases[i].anchor, &certainty);
        if (kind != cases[i].want)
            fail_msg("%s is %s, wanted %s", cases[i].url, page_kind_name(kind),
                     page_kind_name(cases[i].want));
        assert_int_equal(certainty > 0, kind != PAGE_OTHER);
    }
}

static void
prefers_the_plainer_address(void **state)
{
    int plain, deep, weak;
    page_kind_of_link(*state, "https://a.example/about", NULL, &plain);
    page_kind_of_link(*state, "https://a.example/en/x/about", NULL, &deep);
    page_kind_of_link(*state, "https://a.example/history", NULL, &weak);
    assert_true(plain > deep);
    assert_true(plain > weak);
}

static void
names_go_both_ways(void **state)
{
    (void)state;
    for (enum page_kind kind = PAGE_OTHER; kind < PAGE_KINDS; kind++)
        assert_int_equal(page_kind_named(page_kind_name(kind)), kind);
    assert_int_equal(page_kind_named("nothing"), PAGE_KINDS);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(tells_what_a_link_leads_to, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(prefers_the_plainer_address, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test(names_go_both_ways),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
