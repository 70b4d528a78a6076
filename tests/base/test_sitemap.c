/* Sitemaps and feeds: every kind, the protocol's extensions, and what people publish instead. */
#include "support/cases.h"

#include "base/sitemap.h"

static void
read_text(struct arena *arena, const char *text, struct sitemap *out)
{
    struct ctx ctx = {.arena = arena};
    if (!sitemap_read(&ctx, "https://a.example/maps/s.xml", text, strlen(text), out))
        fail_msg("%s", ctx.err.message);
}

static void
reads_what_is_written(void **state)
{
    static const struct {
        const char *text;
        enum sitemap_kind kind;
        size_t n;
        const char *last;
    } cases[] = {
        {"<urlset><url><loc> /a?b=1&amp;c=2 </loc><lastmod>2024</lastmod></url></urlset>",
         SITEMAP_PAGES,                                                                                           1, "https://a.example/a?b=1&c=2"},
        {"<urlset><url><loc>/a?b=1&c=2</loc></url><url><loc>/x",                                   SITEMAP_PAGES, 1,
         "https://a.example/a?b=1&c=2"                                                                                                            },
        {"<urlset><url><image:image><image:loc>/i.png</image:loc></image:image><loc><![CDATA[/"
         "a&b]]></loc></url></urlset>",                                                   SITEMAP_PAGES, 1, "https://a.example/a&b"      },
        {"<!-- <url><loc>/no</loc></url> --><urlset><url><loc>/&#x61;&#246;</loc></url></urlset>",
         SITEMAP_PAGES,                                                                                           1, "https://a.example/a%C3%B6"  },
        {"<urlset><url><loc>ftp://a.example/</loc></url><url><loc/></url></urlset>",               SITEMAP_PAGES,
         0,                                                                                                          NULL                         },
        {"<sitemapindex><sitemap><loc>b.xml</loc></sitemap></sitemapindex>",                       SITEMAP_INDEX, 1,
         "https://a.example/maps/b.xml"                                                                                                           },
        {"https://a.example/1\r\n\r\nhttps://a.example/2",                                         SITEMAP_TEXT,  2, "https://a.example/2"        },
        {"Not found",                                                                              SITEMAP_NONE,  0, NULL                         },
        {"<!doctype html><html><body><a href=/x>x</a></body></html>",                              SITEMAP_NONE,  0, NULL                         },
        {"",                                                                                       SITEMAP_NONE,  0, NULL                         },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct sitemap map;
        read_text(*state, cases[i].text, &map);
        if (map.kind != cases[i].kind || map.n_links != cases[i].n)
            fail_msg("%s: kind %d, %zu links", cases[i].text, (int)map.kind, map.n_links);
        if (cases[i].last)
            assert_string_equal(map.links[map.n_links - 1].url, cases[i].last);
    }
}

static void
reads_feeds(void **state)
{
    struct sitemap map;
    read_text(
        *state,
        "<rss><channel><title>News</title><link>https://a.example/</link><item>"
        "<title>We &lt;3 tests</title><link>/1</link><pubDate>Mon</pubDate></item></channel></rss>",
        &map);
    assert_int_equal(map.kind, SITEMAP_FEED);
    assert_string_equal(map.home, "https://a.example/");
    assert_int_equal(map.n_links, 1);
    assert_string_equal(map.links[0].title, "We <3 tests");
    assert_string_equal(map.links[0].changed, "Mon");
    read_text(*state,
              "<feed><link rel='self' href='/feed'/><link href='/'/><entry><title>One</title>"
              "<link rel='edit' href='/e'/><link href='/1'/></entry></feed>",
              &map);
    assert_string_equal(map.home, "https://a.example/");
    assert_int_equal(map.n_links, 1);
    assert_string_equal(map.links[0].url, "https://a.example/1");
}

static void
reads_files_of_others(void **state)
{
    static const struct {
        const char *name;
        enum sitemap_kind kind;
        size_t least;
    } files[] = {
        {"atom.xml",                                         SITEMAP_FEED,  1 },
        {"feed.rss",                                         SITEMAP_FEED,  1 },
        {"xmlRss_pubDate.xml",                               SITEMAP_FEED,  3 },
        {"sitemap.badns.xml",                                SITEMAP_PAGES, 2 },
        {"sitemap.ns.xml",                                   SITEMAP_PAGES, 2 },
        {"sitemap.index.xml",                                SITEMAP_INDEX, 10},
        {"sitemap.txt",                                      SITEMAP_TEXT,  2 },
        {"sitemap-with-bom.txt",                             SITEMAP_TEXT,  2 },
        {"sitemap.txt.gz",                                   SITEMAP_TEXT,  2 },
        {"xmlSitemap.gz",                                    SITEMAP_PAGES, 2 },
        {"extension/sitemap-images.xml",                     SITEMAP_PAGES, 1 },
        {"extension/sitemap-links.xml",                      SITEMAP_PAGES, 2 },
        {"extension/sitemap-mobile.xml",                     SITEMAP_PAGES, 1 },
        {"extension/sitemap-news.xml",                       SITEMAP_PAGES, 1 },
        {"extension/sitemap-videos.xml",                     SITEMAP_PAGES, 1 },
        {"extension/pagemaps-sitemap.xml",                   SITEMAP_PAGES, 1 },
        {"extension/hebdenbridgetimes-articles-sitemap.xml", SITEMAP_PAGES, 74},
        {"extension/shinpaideshou-news-sitemap.xml",         SITEMAP_PAGES, 1 },
    };
    if (!test_data_dir())
        return;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        struct ctx ctx = {.arena = *state};
        struct sitemap map;
        size_t length;
        const char *bytes = cases_file(
            *state, arena_printf(*state, "sitemaps-crawlercommons/%s", files[i].name), &length);
        assert_true(sitemap_read(&ctx, "http://www.example.com/", bytes, length, &map));
        printf("# %s: %zu\n", files[i].name, map.n_links);
        if (map.kind != files[i].kind || map.n_links < files[i].least)
            fail_msg("%s: kind %d, %zu links", files[i].name, (int)map.kind, map.n_links);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(reads_what_is_written, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(reads_feeds, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(reads_files_of_others, test_arena_open, test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
