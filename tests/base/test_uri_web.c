/* Web addresses as browsers read them: the Web Platform's own cases. */
#include "support/cases.h"

#include <strings.h>

#include "base/uri_web.h"

static void
joins_links(void **state)
{
    static const struct {
        const char *base, *link, *want;
    } cases[] = {
        {"https://a.example/x/y?q", "z",                            "https://a.example/x/z"             },
        {"https://a.example/x/y?q", "../z/./#top",                  "https://a.example/z/"              },
        {"https://a.example/x/y?q", "?b=1&c=a b",                   "https://a.example/x/y?b=1&c=a%20b" },
        {"https://a.example/x/y?q", "#top",                         "https://a.example/x/y?q"           },
        {"https://a.example/x/y?q", "//B.example:443",              "https://b.example/"                },
        {"https://a.example/",      "\\team\\ü.html",              "https://a.example/team/%C3%BC.html"},
        {"https://a.example/",      "http://me:pw@b.example:8080/", "http://b.example:8080/"            },
        {"https://a.example/",      "mailto:a@b.example",           NULL                                },
        {"https://a.example/",      "javascript:void(0)",           NULL                                },
        {"https://a.example/",      "https://",                     NULL                                },
        {"https://a.example/",      "http://0x7f.1/",               "http://127.0.0.1/"                 },
        {"https://a.example/",      "http://2130706433/",           "http://127.0.0.1/"                 },
        {"https://a.example/",      "http://[::ffff:127.0.0.1]/",   "http://[::ffff:7f00:1]/"           },
        {"https://a.example/",      "https://bücher.example/",     "https://xn--bcher-kva.example/"    },
        {"https://a.example/",      "https://i❤️.example/",     "https://xn--i-7iq.example/"        },
        {"https://a.example/",      "https://a b.example/",         NULL                                },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *got = uri_web_join(*state, cases[i].base, cases[i].link);
        if (cases[i].want ? !got || strcmp(got, cases[i].want) : got != NULL)
            fail_msg("%s + %s: %s", cases[i].base, cases[i].link, got ? got : "none");
    }
}

static bool
is_web(const char *url)
{
    while (*url && (unsigned char)*url <= ' ')
        url++;
    return (!strncasecmp(url, "http", 4)) &&
           (url[4] == ':' || ((url[4] | 32) == 's' && url[5] == ':'));
}

/* A part of the answer that is not as wanted, or NULL. */
static const char *
part_differs(struct arena *arena, const struct uri_web *uri, struct jsn *want)
{
    static const char *const names[] = {"href", "username", "password", "hostname",
                                        "port", "pathname", "search",   "hash"};
    const char *values[] = {
        uri_web_href(arena, uri), uri->user, uri->password, uri->host, "", uri->path, "", ""};
    if (uri->port >= 0)
        values[4] = arena_printf(arena, "%d", uri->port);
    if (uri->query && *uri->query)
        values[6] = arena_printf(arena, "?%s", uri->query);
    if (uri->fragment && *uri->fragment)
        values[7] = arena_printf(arena, "#%s", uri->fragment);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(values[i], jsn_as_text(jsn_get(want, names[i]), "")))
            return names[i];
    return NULL;
}

static void
agrees_with_browsers(void **state)
{
    if (!test_data_dir())
        return;
    struct jsn *all = cases_json(*state, "url-wpt/urltestdata.json");
    int n = 0, right = 0;
    for (size_t i = 0; i < jsn_length(all); i++) {
        struct jsn *one = jsn_at(all, i);
        if (jsn_kind(one) != JSN_OBJECT || strstr(jsn_write(*state, one), "\\u0000"))
            continue; /* a comment, or an address with a NUL: no text here holds one */
        const char *input = jsn_as_text(jsn_get(one, "input"), "");
        const char *from = jsn_as_text(jsn_get(one, "base"), NULL);
        const char *href = jsn_as_text(jsn_get(one, "href"), NULL);
        if (!(href ? is_web(href) : is_web(input) || (from && is_web(from))))
            continue;
        struct uri_web base, uri;
        bool based = from && uri_web_read(*state, from, strlen(from), NULL, &base);
        bool read = uri_web_read(*state, input, strlen(input), based ? &base : NULL, &uri);
        const char *wrong = read && href ? part_differs(*state, &uri, one) : NULL;
        n++;
        if (read == (href != NULL) && !wrong)
            right++;
        else
            printf("# \"%s\" at %s: %s, wanted %s (%s)\n", input, from ? from : "-",
                   read ? uri_web_href(*state, &uri) : "none", href ? href : "none",
                   wrong ? wrong : "verdict");
    }
    printf("# web addresses as in browsers: %d of %d\n", right, n);
    assert_true(n > 200);
    assert_true(right * 100 >= n * 98);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(joins_links, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(agrees_with_browsers, test_arena_open, test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
