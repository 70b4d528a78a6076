/* Searches described in settings: requests with everything encoded for its place, answers of several
 * services, and what is no answer. */
#include "support/test.h"

#include "domain/provider/search_json.h"

static struct search_service
preset(struct arena *arena, const char *name)
{
    struct ctx ctx = {.arena = arena};
    struct search_service service;
    for (const struct search_preset *one = search_presets; one->name; one++)
        if (!strcmp(one->name, name) &&
            search_json_read(&ctx, one->base_url, one->settings, &service))
            return service;
    fail_msg("%s: %s", name, ctx.err.message);
    return (struct search_service){0};
}

static void
builds_requests(void **state)
{
    struct search_request request;
    struct search_service service = preset(*state, "brave");
    search_json_request(*state, &service, "k\r\nX: y", "caf\xc3\xa9 & \"b\"", 0, &request);
    assert_string_equal(request.url, "https://api.search.brave.com/res/v1/web/"
                                     "search?q=caf%C3%A9%20%26%20%22b%22&count=20&offset=0");
    assert_null(request.body);
    assert_int_equal(request.n_headers, 2);
    assert_string_equal(request.headers[1], "X-Subscription-Token: kX: y");
    search_json_request(*state, &service, "k", "a", 2, &request);
    assert_non_null(strstr(request.url, "&offset=2"));
    service.path = "/?q={query}&start={offset}";
    search_json_request(*state, &service, "k", "a", 2, &request);
    assert_string_equal(request.url, "https://api.search.brave.com/?q=a&start=40");
    service = preset(*state, "serper");
    search_json_request(*state, &service, "k", "say \"hi\"\n{key}", 1, &request);
    assert_string_equal(request.url, "https://google.serper.dev/search");
    assert_string_equal(request.body, "{\"q\":\"say \\\"hi\\\"\\n{key}\",\"num\":20,\"page\":2}");
    assert_string_equal(request.headers[1], "X-API-KEY: k");
}

static void
refuses_settings(void **state)
{
    static const struct {
        const char *base, *settings, *field;
    } cases[] = {
        {"ftp://x.example",         "{\"path\":\"/?{query}\",\"results\":\"r\",\"link\":\"l\"}",
         "base_url"                                                                                       },
        {"https://{query}.example", "{\"path\":\"/?{query}\",\"results\":\"r\",\"link\":\"l\"}",
         "base_url"                                                                                       },
        {"https://u:p@x.example",   "{\"path\":\"/?{query}\",\"results\":\"r\",\"link\":\"l\"}",
         "base_url"                                                                                       },
        {"https://x.example",       "{\"path\":\"/\",\"results\":\"r\",\"link\":\"l\"}",         "path"   },
        {"https://x.example",
         "{\"path\":\"@evil.example/{query}\",\"results\":\"r\",\"link\":\"l\"}",                "path"   },
        {"https://x.example",       "{\"path\":\"/{query}\",\"results\":\"\",\"link\":\"l\"}",   "results"},
        {"https://x.example",       "{\"path\":\"/{query}\",\"results\":\"r\"}",                 "link"   },
        {"https://x.example",
         "{\"path\":\"/{query}\",\"results\":\"r\",\"link\":\"l\",\"headers\":[\"no colon\"]}",  "headers"},
        {"https://x.example",
         "{\"path\":\"/{query}\",\"results\":\"r\",\"link\":\"l\",\"headers\":[\"A: b\\r\\nC: "
         "d\"]}",                                                                                "headers"},
        {"https://x.example",
         "{\"path\":\"/\",\"body\":\"{query\",\"results\":\"r\",\"link\":\"l\"}",                "path"   },
        {"https://x.example",
         "{\"path\":\"/\",\"body\":\"{\\\"q\\\":{query}}\",\"results\":\"r\",\"link\":\"l\"}",   "body"   },
        {"https://x.example",
         "{\"path\":\"/{query}\",\"results\":\"r\",\"link\":\"l\",\"count\":1000}",              "count"  },
        {"https://x.example",
         "{\"path\":\"/{query}{page}\",\"results\":\"r\",\"link\":\"l\",\"pages\":11}",          "pages"  },
        {"https://x.example",
         "{\"path\":\"/{query}\",\"results\":\"r\",\"link\":\"l\",\"pages\":2}",                 "pages"  },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct ctx ctx = {.arena = *state};
        struct search_service service;
        if (search_json_read(&ctx, cases[i].base, cases[i].settings, &service) ||
            strcmp(ctx.err.field, cases[i].field) != 0)
            fail_msg("case %zu: field \"%s\", %s", i, ctx.err.field, ctx.err.message);
    }
}

static void
reads_answers(void **state)
{
    static const struct {
        const char *preset, *answer;
        int n; /* -1: no answer */
        const char *first;
    } cases[] = {
        {"brave",
         "{\"web\":{\"results\":[{\"url\":\"https://a.example/\",\"title\":\" A  b "
         "\",\"description\":\"c\"},"
         "{\"url\":\"javascript:alert(1)\"},{\"url\":7},{},null,\"x\",{\"url\":\"http://"
         "b.example\"}]}}",                                            2,  "https://a.example/"},
        {"serper",
         "{\"organic\":[{\"link\":\"https://a.example/x "
         "y\"},{\"link\":\"https://c.example\",\"title\":[1]}]}",      1,  "https://c.example" },
        {"brave",  "{\"type\":\"search\"}",                            0,  NULL                },
        {"brave",  "{\"web\":{\"results\":[]}}",                       0,  NULL                },
        {"brave",  "{\"error\":{\"code\":\"QUOTA\"}}",                 -1, NULL                },
        {"brave",  "{\"web\":{\"results\":\"none\"}}",                 -1, NULL                },
        {"brave",  "[]",                                               -1, NULL                },
        {"brave",  "",                                                 -1, NULL                },
        {"brave",  "<html>",                                           -1, NULL                },
        {"brave",  "{\"web\":{\"results\":[{\"url\":\"https://a.exam", -1, NULL                },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct ctx ctx = {.arena = *state};
        struct search_service service = preset(*state, cases[i].preset);
        struct search_hit *hits;
        size_t n;
        bool ok =
            search_json_answer(&ctx, &service, cases[i].answer, strlen(cases[i].answer), &hits, &n);
        if (ok != (cases[i].n >= 0) || (ok && (int)n != cases[i].n) ||
            (!ok && ctx.err.kind != ERR_INPUT) || (n && strcmp(hits[0].url, cases[i].first) != 0))
            fail_msg("case %zu: %zu hits, %s", i, n, ctx.err.message);
        if (i == 0)
            assert_string_equal(hits[0].title, "A b");
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(builds_requests, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(refuses_settings, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(reads_answers, test_arena_open, test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
