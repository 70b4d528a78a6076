/* Web addresses: what people write in cells, canonical forms, and the Web Platform's own cases. */
#include "support/cases.h"

#include <strings.h>

#include "base/uri.h"

static void
reads_cells(void **state)
{
    static const struct {
        const char *input, *want; /* NULL: no address */
    } cases[] = {
        {"https://www.Acme.com/Jobs?utm_source=x&b=1#top",    "https://www.acme.com/Jobs?b=1"          },
        {"acme.co.uk",                                        "https://acme.co.uk/"                    },
        {"  HTTP://ACME.COM:80  ",                            "http://acme.com/"                       },
        {"https://acme.com:8443/x",                           "https://acme.com:8443/x"                },
        {"WWW.ACME.COM.",                                     "https://www.acme.com/"                  },
        {"http://www.müller.de/straße",                     "http://www.xn--mller-kva.de/stra%C3%9Fe"},
        {"https://straße.de",                                "https://xn--strae-oqa.de/"              },
        {"http://m%C3%BCller.de",                             "http://xn--mller-kva.de/"               },
        {"https://user:secret@acme.com/a/../b/./c",           "https://acme.com/b/c"                   },
        {"acme.com, acme.org",                                "https://acme.com/"                      },
        {"acme.com;https://acme.org",                         "https://acme.com/"                      },
        {"acme.com | acme.org",                               "https://acme.com/"                      },
        {"see https://acme.com/a,b and more",                 "https://acme.com/a,b"                   },
        {"[Acme](https://acme.com)",                          "https://acme.com/"                      },
        {"<https://acme.com/>",                               "https://acme.com/"                      },
        {"\"acme.com\".",                                     "https://acme.com/"                      },
        {"http://http://acme.com",                            "http://acme.com/"                       },
        {"https:acme.com",                                    "https://acme.com/"                      },
        {"htp://acme.com",                                    "https://acme.com/"                      },
        {"//acme.com/x",                                      "https://acme.com/x"                     },
        {"jane@acme.de",                                      "https://acme.de/"                       },
        {"http://[::1]:80/x",                                 "http://[::1]/x"                         },
        {"https://acme.com/?gclid=1&fbclid=2&utm_id=3&q=a b", "https://acme.com/?q=a"                  },
        {"http://localhost/x",                                "http://localhost/x"                     },
        {"localhost",                                         NULL                                     },
        {"Acme s.r.o.",                                       NULL                                     },
        {"Acme Inc",                                          NULL                                     },
        {"ftp://acme.com",                                    NULL                                     },
        {"javascript:alert(1)",                               NULL                                     },
        {"acme..com",                                         NULL                                     },
        {"-acme.com",                                         NULL                                     },
        {"http://acme.com:99999/",                            NULL                                     },
        {"http://",                                           NULL                                     },
        {"1.2",                                               NULL                                     },
        {"n/a",                                               NULL                                     },
        {"",                                                  NULL                                     },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct uri uri;
        bool found = uri_read(*state, cases[i].input, &uri) == URI_OK;
        if (found != (cases[i].want != NULL))
            fail_msg("\"%s\" was %s", cases[i].input, found ? uri_canonical(*state, &uri) : "none");
        if (found)
            assert_string_equal(uri_canonical(*state, &uri), cases[i].want);
    }
}

static void
tells_empty_from_wrong(void **state)
{
    struct uri uri;
    assert_int_equal(uri_read(*state, " - ", &uri), URI_NONE);
    assert_int_equal(uri_read(*state, "#N/A", &uri), URI_NONE);
    assert_int_equal(uri_read(*state, "call us", &uri), URI_INVALID);
}

static void
keys_of_one_page_are_equal(void **state)
{
    static const char *const same[] = {"https://www.acme.com/about/", "http://acme.com/about",
                                       "ACME.com/about?utm_source=mail", "acme.com/about#team"};
    for (size_t i = 0; i < sizeof same / sizeof *same; i++) {
        struct uri uri;
        assert_int_equal(uri_read(*state, same[i], &uri), URI_OK);
        assert_string_equal(uri_key(*state, &uri), "acme.com/about");
    }
}

static int
port_number(const char *digits)
{
    return (int)strtol(digits, NULL, 10);
}

static void
agrees_with_browsers(void **state)
{
    if (!test_data_dir())
        return;
    struct jsn *all = cases_json(*state, "url-wpt/urltestdata.json");
    int valid = 0, same = 0, bad = 0, refused = 0;
    for (size_t i = 0; i < jsn_length(all); i++) {
        struct jsn *one = jsn_at(all, i);
        const char *input = jsn_as_text(jsn_get(one, "input"), "");
        if (strncasecmp(input, "http://", 7) && strncasecmp(input, "https://", 8))
            continue;
        if (jsn_kind(jsn_get(one, "base")) != JSN_NULL)
            continue;
        struct uri uri;
        bool ok = uri_read(*state, input, &uri) == URI_OK;
        if (jsn_as_bool(jsn_get(one, "failure"), false)) {
            bad++;
            refused += !ok;
            continue;
        }
        const char *port = jsn_as_text(jsn_get(one, "port"), "");
        const char *host = jsn_as_text(jsn_get(one, "hostname"), "");
        host = *host == '[' ? arena_strndup(*state, host + 1, strlen(host) - 2) : host;
        valid++;
        same += ok && !strcmp(uri.host, host) && uri.port == port_number(port);
    }
    printf("# hosts as in browsers: %d of %d; refused as in browsers: %d of %d\n", same, valid,
           refused, bad);
    /* the others are hosts that only a browser takes: "./", "0x.0x.0x.0x", a lone snowman */
    assert_true(same * 100 >= valid * 85);
    assert_true(refused * 100 >= bad * 95);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(reads_cells, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(tells_empty_from_wrong, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(keys_of_one_page_are_equal, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(agrees_with_browsers, test_arena_open, test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
