/* Hosts: what is one, its ASCII form, and the Web Platform's cases of IDN. */
#include "support/cases.h"

#include "base/host.h"

static void
reads_hosts(void **state)
{
    static const struct {
        const char *input;
        enum host_kind kind;
        const char *want;
    } cases[] = {
        {"Acme.COM",                                                             HOST_NAME,    "acme.com"        },
        {"acme.com.",                                                            HOST_NAME,    "acme.com"        },
        {"müller.de",                                                           HOST_NAME,    "xn--mller-kva.de"},
        {"straße.de",                                                           HOST_NAME,    "xn--strae-oqa.de"},
        {"xn--mller-kva.de",                                                     HOST_NAME,    "xn--mller-kva.de"},
        {"ａｃｍｅ。com",                                                   HOST_NAME,    "acme.com"        },
        {"localhost",                                                            HOST_LOCAL,   "localhost"       },
        {"my_host.acme.com",                                                     HOST_NAME,    "my_host.acme.com"},
        {"10.0.0.1",                                                             HOST_IPV4,    "10.0.0.1"        },
        {"[2001:DB8::1]",                                                        HOST_IPV6,    "2001:db8::1"     },
        {"10.0.0.256",                                                           HOST_INVALID, NULL              },
        {"10.1",                                                                 HOST_INVALID, NULL              },
        {"acme.c_m",                                                             HOST_INVALID, NULL              },
        {"acme..com",                                                            HOST_INVALID, NULL              },
        {"-acme.com",                                                            HOST_INVALID, NULL              },
        {"acme-.com",                                                            HOST_INVALID, NULL              },
        {"ac me.com",                                                            HOST_INVALID, NULL              },
        {"xn--a.com",                                                            HOST_INVALID, NULL              },
        {"[::1",                                                                 HOST_INVALID, NULL              },
        {"",                                                                     HOST_INVALID, NULL              },
        {"aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffgggg.com", HOST_INVALID,
         NULL                                                                                                    },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *host = NULL;
        enum host_kind kind = host_read(*state, cases[i].input, strlen(cases[i].input), &host);
        if (kind != cases[i].kind)
            fail_msg("\"%s\" is kind %d", cases[i].input, (int)kind);
        if (cases[i].want)
            assert_string_equal(host, cases[i].want);
        else
            assert_null(host);
    }
}

static void
shows_unicode(void **state)
{
    assert_string_equal(host_display(*state, "xn--mller-kva.de"), "müller.de");
    assert_string_equal(host_display(*state, "acme.com"), "acme.com");
}

static void
never_gives_a_wrong_ascii_form(void **state)
{
    if (!test_data_dir())
        return;
    struct jsn *all = cases_json(*state, "url-wpt/IdnaTestV2.json");
    int right = 0, stricter = 0, wrong = 0;
    for (size_t i = 0; i < jsn_length(all); i++) {
        const char *input = jsn_as_text(jsn_get(jsn_at(all, i), "input"), NULL);
        const char *want = jsn_as_text(jsn_get(jsn_at(all, i), "output"), NULL);
        const char *host = NULL;
        if (!input)
            continue;
        host_read(*state, input, strlen(input), &host);
        if (!host) {
            stricter += want != NULL;
            right += want == NULL;
        } else if (want && (!strcmp(host, want) || (!strncmp(host, want, strlen(host)) &&
                                                    !strcmp(want + strlen(host), ".")))) {
            right++;
        } else {
            wrong++;
            if (wrong < 20)
                printf("# \"%s\": %s, wanted %s\n", input, host, want ? want : "none");
        }
    }
    printf("# IDN cases: %d right, %d refused beyond the standard, %d wrong\n", right, stricter,
           wrong);
    assert_true(right > 1000);
    assert_true(wrong * 100 < right);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(reads_hosts, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(shows_unicode, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(never_gives_a_wrong_ascii_form, test_arena_open,
                                        test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
