/* robots.txt: groups, rules, delays; Google's own cases, and files of real sites. */
#include "support/cases.h"

#include <dirent.h>

#include "base/robots.h"

static bool
allowed(struct arena *arena, const char *text, const char *agent, const char *url)
{
    struct robots robots;
    robots_read(arena, text, strlen(text), agent, &robots);
    return robots_allowed(&robots, arena, url);
}

static void
obeys_rules(void **state)
{
    static const struct {
        const char *text, *agent, *url;
        bool want;
    } cases[] = {
        {"user-agent: mj12bot\ndisallow: /",                                "MJ12bot",                 "https://a.example/x",         false},
        {"useragent bot1\ndesallow: /x",                                    "bot1",                    "https://a.example/x",         false},
        {"",                                                                "bot",                     "https://a.example/x",         true },
        {"user-agent: *\ndisallow: /",                                      "bot",                     "https://a.example/",          false},
        {"user-agent: *\ndisallow: /\nuser-agent: bot\ndisallow:",          "bot",                     "https://a.example/",
         true                                                                                                                              },
        {"user-agent: *\ndisallow: /\nuser-agent: bot\ndisallow:",          "Mozilla/5.0 (x) bot/2.1",
         "https://a.example/",                                                                                                        true },
        {"user-agent: bot\nuser-agent: other\ndisallow: /p",                "bot",                     "https://a.example/page",
         false                                                                                                                             },
        {"user-agent: bot\ndisallow: /p\nallow: /page",                     "bot",                     "https://a.example/page",      true },
        {"user-agent: bot\ndisallow: /*.pdf$",                              "bot",                     "https://a.example/a.pdf",     false},
        {"user-agent: bot\ndisallow: /*.pdf$",                              "bot",                     "https://a.example/a.pdf?x",   true },
        {"user-agent: bot\ndisallow: /*.pdf$",                              "bot",                     "https://a.example/a.pdf.pdf", false},
        {"user-agent: bot\ndisallow: /a*b*c",                               "bot",                     "https://a.example/axxbxbxxc", false},
        {"user-agent: bot\ndisallow: /\nallow: /index.html",                "bot",                     "https://a.example/",          true },
        {"disallow: /\nuser-agent: bot\nallow: /x",                         "bot",                     "https://a.example/y",         true },
        {"User-agent: bot # me\r\nDisallow : /x # not\r\rDissallow /y",     "bot",
         "https://a.example/y",                                                                                                       false},
        {"\xEF\xBB\xBFuser-agent: bot\ndisallow: /\xC3\xA4",                "bot",                     "https://a.example/%c3%a4",
         false                                                                                                                             },
        {"user-agent: bot\ndisallow: /",                                    "",                        "https://a.example/",          true },
        {"\xFF\xFEu\0s\0e\0r\0",                                            "bot",                     "https://a.example/",          true },
 /* also Google's, kept out of its list of cases: escapes are compared as they stand */
        {"User-agent: FooBot\nDisallow: /\nAllow: /foo/bar/\xE3\x83\x84\n", "FooBot",
         "http://foo.bar/foo/bar/%E3%83%84",                                                                                          true },
        {"User-agent: FooBot\nDisallow: /\nAllow: /foo/bar/%E3%83%84\n",    "FooBot",
         "http://foo.bar/foo/bar/\xE3\x83\x84",                                                                                       false},
        {"User-agent: FooBot\nDisallow: /\nAllow: /foo/bar/%62%61%7A\n",    "FooBot",
         "http://foo.bar/foo/bar/baz",                                                                                                false},
        {"User-agent: FooBot\nDisallow: /\nAllow: /foo/bar/%62%61%7A\n",    "FooBot",
         "http://foo.bar/foo/bar/%62%61%7A",                                                                                          true },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (allowed(*state, cases[i].text, cases[i].agent, cases[i].url) != cases[i].want)
            fail_msg("%s\n%s %s", cases[i].text, cases[i].agent, cases[i].url);
}

static void
reads_delays_and_sitemaps(void **state)
{
    static const char text[] = "Sitemap: /a.xml\nsitemap: /a.xml\nUser-agent: slow\n"
                               "Crawl-delay: 10\nUser-agent: bot\nDisallow: /private/\n"
                               "User-agent: *\nCrawl-delay: 2.5\nCrawl-delay: soon\n"
                               "SITEMAP: https://a.example/B.xml # all\n";
    struct robots robots;
    robots_read(*state, text, sizeof text - 1, "slow", &robots);
    assert_true(robots.delay == 10);
    assert_false(robots_allowed(&robots, *state, "/private/x"));
    robots_read(*state, text, sizeof text - 1, "bot", &robots);
    assert_true(robots.delay < 0);
    robots_read(*state, text, sizeof text - 1, "else", &robots);
    assert_true(robots.delay == 2.5);
    assert_int_equal(robots.n_sitemaps, 2);
    assert_string_equal(robots.sitemaps[1], "https://a.example/B.xml");
}

/* Cases of a suite that are not read as it wants them. */
static int
differences(struct arena *arena, const char *name, int *n)
{
    struct jsn *all = cases_json(arena, name);
    int wrong = 0;
    for (size_t i = 0; i < jsn_length(all); i++) {
        struct jsn *one = jsn_at(all, i);
        if (jsn_kind(jsn_get(one, "allowed")) != JSN_BOOL)
            continue;
        const char *text = jsn_as_text(jsn_get(one, "robots_txt"), "");
        const char *url = jsn_as_text(jsn_get(one, "url"), "");
        ++*n;
        if (allowed(arena, text, jsn_as_text(jsn_get(one, "user_agent"), ""), url) ==
            jsn_as_bool(jsn_get(one, "allowed"), false))
            continue;
        printf("# differs: %s %s\n", jsn_as_text(jsn_get(one, "user_agent"), ""), url);
        wrong++;
    }
    return wrong;
}

static void
agrees_with_google(void **state)
{
    int n = 0;
    if (!test_data_dir())
        return;
    assert_int_equal(differences(*state, "robots-google/cases.json", &n), 0);
    assert_true(n > 100);
}

static void
agrees_with_protego_where_google_does(void **state)
{
    int n = 0;
    if (!test_data_dir())
        return;
    /* Protego unescapes addresses that were never escaped; Google does not */
    assert_true(differences(*state, "robots-protego-cases/cases.json", &n) <= 2);
    assert_true(n > 60);
}

static void
reads_files_of_real_sites(void **state)
{
    if (!test_data_dir())
        return;
    DIR *dir = opendir(arena_printf(*state, "%s/robots-protego-real", test_data_dir()));
    int files = 0, groups = 0;
    assert_non_null(dir);
    for (struct dirent *entry; (entry = readdir(dir));) {
        if (entry->d_name[0] == '.')
            continue;
        struct arena *arena = arena_new();
        struct robots robots;
        size_t length;
        const char *bytes = cases_file(
            arena, arena_printf(arena, "robots-protego-real/%s", entry->d_name), &length);
        robots_read(arena, bytes, length, "leadgen", &robots);
        robots_allowed(&robots, arena, "https://a.example/products?id=1");
        groups += robots.n_rules > 0;
        files++;
        arena_free(arena);
    }
    closedir(dir);
    printf("# %d real files, %d with rules for us\n", files, groups);
    assert_true(groups * 10 > files * 7);
}

static void
reads_utf_16(void **state)
{
    if (!test_data_dir())
        return;
    static const char *const names[] = {"utf8", "utf16le", "utf16be"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct robots robots;
        size_t length;
        const char *bytes = cases_file(
            *state, arena_printf(*state, "robots-crawlercommons/robots-with-%s-bom.txt", names[i]),
            &length);
        robots_read(*state, bytes, length, "leadgen", &robots);
        assert_false(robots_allowed(&robots, *state, "https://a.example/login.aspx"));
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(obeys_rules, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(reads_delays_and_sitemaps, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(agrees_with_google, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(agrees_with_protego_where_google_does, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(reads_files_of_real_sites, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(reads_utf_16, test_arena_open, test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
