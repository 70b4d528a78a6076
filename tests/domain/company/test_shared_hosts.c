/* Domains that host many. */
#include "support/test.h"

#include "domain/company/shared_hosts.h"

static void
knows_kinds(void **state)
{
    (void)state;
    static const struct {
        const char *host;
        enum shared_kind want;
    } cases[] = {
        {"gmail.com",             SHARED_FREE_MAIL   },
        {"seznam.cz",             SHARED_FREE_MAIL   },
        {"www.facebook.com",      SHARED_SOCIAL      },
        {"linkedin.com",          SHARED_SOCIAL      },
        {"youtube.com",           SHARED_SOCIAL      },
        {"acme.wixsite.com",      SHARED_SITE_BUILDER},
        {"acme.webnode.cz",       SHARED_SITE_BUILDER},
        {"acme.wordpress.com",    SHARED_SITE_BUILDER},
        {"acme.blogspot.com",     SHARED_SITE_BUILDER},
        {"acme.myshopify.com",    SHARED_SITE_BUILDER},
        {"acme.github.io",        SHARED_HOSTING     },
        {"acme.herokuapp.com",    SHARED_HOSTING     },
        {"bit.ly",                SHARED_SHORTENER   },
        {"linktr.ee",             SHARED_SHORTENER   },
        {"play.google.com",       SHARED_APP_STORE   },
        {"apps.apple.com",        SHARED_APP_STORE   },
        {"www.etsy.com",          SHARED_MARKETPLACE },
        {"ebay.de",               SHARED_MARKETPLACE },
        {"crunchbase.com",        SHARED_DIRECTORY   },
        {"firmy.cz",              SHARED_DIRECTORY   },
        {"yelp.com",              SHARED_DIRECTORY   },
        {"docs.google.com",       SHARED_FILES       },
        {"github.com",            SHARED_FILES       },
        {"google.com",            SHARED_NONE        },
        {"apple.com",             SHARED_NONE        },
        {"acme.com",              SHARED_NONE        },
        {"atlas.cz",              SHARED_NONE        },
        {"atlas.fr",              SHARED_NONE        },
        {"notfacebook.com",       SHARED_NONE        },
        {"facebook.com.acme.com", SHARED_NONE        },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (shared_hosts_kind(cases[i].host) != cases[i].want)
            fail_msg("%s: %s", cases[i].host, shared_hosts_label(shared_hosts_kind(cases[i].host)));
}

static void
has_a_label_for_each_kind(void **state)
{
    (void)state;
    assert_string_equal(shared_hosts_label(SHARED_NONE), "");
    for (int kind = SHARED_FREE_MAIL; kind <= SHARED_FILES; kind++)
        assert_true(strlen(shared_hosts_label((enum shared_kind)kind)) > 5);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_kinds),
        cmocka_unit_test(has_a_label_for_each_kind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
