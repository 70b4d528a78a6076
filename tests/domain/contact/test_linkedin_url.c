/* LinkedIn addresses. */
#include "support/test.h"

#include "domain/contact/linkedin_url.h"

static void
gives_one_form(void **state)
{
    static const struct {
        const char *input;
        enum linkedin_kind kind;
        const char *url, *key;
    } cases[] = {
        {"https://www.linkedin.com/in/Jane-Doe/",                              LINKEDIN_PERSON,
         "https://www.linkedin.com/in/jane-doe",                                                                                          "jane-doe"         },
        {"http://cz.linkedin.com/in/jane-doe?trk=public",                      LINKEDIN_PERSON,
         "https://www.linkedin.com/in/jane-doe",                                                                                          "jane-doe"         },
        {"linkedin.com/in/jane-doe/en",                                        LINKEDIN_PERSON,   "https://www.linkedin.com/in/jane-doe",
         "jane-doe"                                                                                                                                          },
        {"https://m.linkedin.com/in/jane-doe#about",                           LINKEDIN_PERSON,
         "https://www.linkedin.com/in/jane-doe",                                                                                          "jane-doe"         },
        {"https://www.linkedin.com/mwlite/in/jane-doe",                        LINKEDIN_PERSON,
         "https://www.linkedin.com/in/jane-doe",                                                                                          "jane-doe"         },
        {"/in/jane-doe",                                                       LINKEDIN_PERSON,   "https://www.linkedin.com/in/jane-doe", "jane-doe"         },
        {"profile: https://www.linkedin.com/in/jane-doe, more",                LINKEDIN_PERSON,
         "https://www.linkedin.com/in/jane-doe",                                                                                          "jane-doe"         },
        {"https://www.linkedin.com/pub/jane-doe/1a/2b3/4c5",                   LINKEDIN_PERSON,
         "https://www.linkedin.com/in/jane-doe-4c52b31a",                                                                                 "jane-doe-4c52b31a"},
        {"https://www.linkedin.com/in/ji%C5%99%C3%AD-nov%C3%A1k",              LINKEDIN_PERSON,
         "https://www.linkedin.com/in/ji%c5%99%c3%ad-nov%c3%a1k",                                                                         "jiří-novák"    },
        {"https://www.linkedin.com/in/jiří-novák",                          LINKEDIN_PERSON,
         "https://www.linkedin.com/in/ji%c5%99%c3%ad-nov%c3%a1k",                                                                         "jiří-novák"    },
        {"https://www.linkedin.com/company/Acme-Inc/about/?viewAsMember=true", LINKEDIN_COMPANY,
         "https://www.linkedin.com/company/acme-inc",                                                                                     "acme-inc"         },
        {"https://www.linkedin.com/company/123456",                            LINKEDIN_COMPANY,
         "https://www.linkedin.com/company/123456",                                                                                       "123456"           },
        {"https://www.linkedin.com/school/mit/",                               LINKEDIN_SCHOOL,
         "https://www.linkedin.com/school/mit",                                                                                           "mit"              },
        {"https://www.linkedin.com/showcase/acme-labs",                        LINKEDIN_SHOWCASE,
         "https://www.linkedin.com/showcase/acme-labs",                                                                                   "acme-labs"        },
        {"https://www.linkedin.com/sales/lead/ACwAAAB,NAME_SEARCH",            LINKEDIN_OTHER,    NULL,                                   NULL               },
        {"https://www.linkedin.com/feed/update/urn:li:activity:1",             LINKEDIN_OTHER,    NULL,                                   NULL               },
        {"https://www.linkedin.com/profile/view?id=12",                        LINKEDIN_OTHER,    NULL,                                   NULL               },
        {"https://www.linkedin.com/in/jane%20doe",                             LINKEDIN_OTHER,    NULL,                                   NULL               },
        {"https://www.linkedin.com.evil.example/in/jane",                      LINKEDIN_FOREIGN,  NULL,                                   NULL               },
        {"https://evil.example/linkedin.com/in/jane",                          LINKEDIN_FOREIGN,  NULL,                                   NULL               },
        {"https://twitter.com/jane",                                           LINKEDIN_FOREIGN,  NULL,                                   NULL               },
        {"yes",                                                                LINKEDIN_FOREIGN,  NULL,                                   NULL               },
        {"n/a",                                                                LINKEDIN_NONE,     NULL,                                   NULL               },
        {"",                                                                   LINKEDIN_NONE,     NULL,                                   NULL               },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct linkedin_url url;
        enum linkedin_kind kind = linkedin_url_read(*state, cases[i].input, &url);
        if (kind != cases[i].kind)
            fail_msg("\"%s\" is kind %d", cases[i].input, (int)kind);
        if (cases[i].url) {
            assert_string_equal(url.url, cases[i].url);
            assert_string_equal(url.key, cases[i].key);
        } else {
            assert_null(url.url);
            assert_null(url.key);
        }
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(gives_one_form, test_arena_open, test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
