/* Profiles in one form, and links that are none. */
#include "domain/page/page_case.h"

static void
test_profiles(void **state)
{
    static const struct {
        const char *url, *wanted;
    } cases[] = {
        {"https://de.linkedin.com/company/Acme-GmbH/?trk=x",
         "https://www.linkedin.com/company/acme-gmbh"                                                   },
        {"http://twitter.com/acme?lang=de",                  "https://x.com/acme"                       },
        {"https://x.com/acme/status/123",                    ""                                         },
        {"https://twitter.com/intent/tweet?text=x",          ""                                         },
        {"https://www.facebook.com/acme/",                   "https://www.facebook.com/acme"            },
        {"https://www.facebook.com/sharer/sharer.php?u=x",   ""                                         },
        {"https://m.facebook.com/pages/Acme/12345",          "https://www.facebook.com/pages/Acme/12345"},
        {"https://www.youtube.com/@acme",                    "https://www.youtube.com/@acme"            },
        {"https://www.youtube.com/watch?v=x",                ""                                         },
        {"https://github.com/acme/tool",                     "https://github.com/acme"                  },
        {"https://www.crunchbase.com/organization/acme",
         "https://www.crunchbase.com/organization/acme"                                                 },
        {"https://www.xing.com/companies/acme",              "https://www.xing.com/pages/acme"          },
        {"https://www.instagram.com/p/Cxyz/",                ""                                         },
        {"https://notlinkedin.com/company/acme",             ""                                         },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct page_social social;
        bool found = page_social_read(*state, cases[i].url, &social);
        assert_string_equal(found ? social.url : "", cases[i].wanted);
    }
}

static void
test_list(void **state)
{
    struct page page;
    page_case(*state, "https://a.com/",
              "<script type='application/ld+json'>{\"@type\":\"Organization\",\"sameAs\":"
              "\"https://www.linkedin.com/company/acme\"}</script>"
              "<p><a href=https://www.linkedin.com/in/jane-doe>Jane</a>"
              "<footer><a href=https://linkedin.com/company/acme/>in</a></footer>",
              &page);
    assert_int_equal(page.n_socials, 2);
    assert_true(page.socials[0].data && page.socials[0].frame && !page.socials[0].person);
    assert_true(page.socials[1].person);
    assert_string_equal(page_network_name(page.socials[0].network), "linkedin");
    assert_string_equal(page_network_label(PAGE_YOUTUBE), "YouTube");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_profiles, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(test_list, test_arena_open, test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
