/* Directories, sitemaps, feeds and pasted lists: what they lead to. */
#include "support/test.h"

#include "domain/discovery/discovery_links.h"

static struct discovery_links
read_links(struct arena *arena, const char *url, const char *type, const char *body)
{
    struct ctx ctx = {.arena = arena};
    struct discovery_links links;
    if (!discovery_links_read(&ctx, url, type, body, strlen(body), &links))
        fail_msg("%s", ctx.err.message);
    return links;
}

static void
reads_a_directory(void **state)
{
    struct discovery_links links = read_links(
        *state, "https://dir.example/robots", "text/html",
        "<html><body><nav><a href='https://sponsor.example/'>Sponsor</a></nav><main>"
        "<h1>Robot makers</h1><ul><li><a href='https://www.acme.example/?ref=dir'>Acme</a> "
        "arms</li>"
        "<li><a href='http://borealis.example'>Borealis</a></li>"
        "<li><a href='/c/one'>One</a></li><li><a href='/c/two'>Two</a></li><li><a "
        "href='/c/three'>Three</a></li>"
        "<li><a href='/imprint'>Imprint</a></li></ul></main>"
        "<footer><a href='https://cms.example'>Made with CMS</a></footer></body></html>");
    assert_int_equal(links.n_leads, 2);
    assert_string_equal(links.leads[0].title, "Acme");
    assert_string_equal(links.leads[1].url, "http://borealis.example/");
    assert_int_equal(links.leads[1].rank, 2);
    assert_int_equal(links.n_profiles, 3);
    assert_string_equal(links.profiles[0], "https://dir.example/c/one");
    assert_string_equal(links.own, "dir.example");
}

static void
reads_maps_and_feeds(void **state)
{
    struct discovery_links links = read_links(
        *state, "https://dir.example/sitemap.xml", "application/xml",
        "<?xml version='1.0'?><urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>"
        "<url><loc>https://dir.example/c/one</loc></url><url><loc>https://acme.example/</loc></"
        "url></urlset>");
    assert_int_equal(links.n_leads, 1);
    assert_string_equal(links.leads[0].url, "https://acme.example/");
    assert_int_equal(links.n_profiles, 1);
    links = read_links(*state, "https://dir.example/sitemap.xml", "text/xml",
                       "<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><sitemap>"
                       "<loc>https://dir.example/a.xml</loc></sitemap></sitemapindex>");
    assert_int_equal(links.n_sitemaps, 1);
    links =
        read_links(*state, "https://feed.example/rss", "application/rss+xml",
                   "<rss version='2.0'><channel><title>New firms</title><item><title>Acme</title>"
                   "<link>https://acme.example/</link></item></channel></rss>");
    assert_int_equal(links.n_leads, 1);
    assert_string_equal(links.leads[0].title, "Acme");
    links = read_links(*state, "https://feed.example/x", "application/pdf", "%PDF-1.4 \xff");
    assert_int_equal(links.n_leads + links.n_profiles + links.n_sitemaps, 0);
}

static void
reads_a_profile(void **state)
{
    static const struct {
        const char *body, *url;
    } cases[] = {
        {"<main><h1>Acme</h1><a href='https://partner.example'>Partner</a><a "
         "href='https://acme.example/'>Website</a></main>",                              "https://acme.example/"},
        {"<main><h1>Acme</h1><a href='https://acme.example/'>more</a></main>",
         "https://acme.example/"                                                                                         },
        {"<main><h1>Acme</h1><a href='https://acme.example/'>more</a><a "
         "href='https://other.example/'>other</a></main>",                               NULL                   },
        {"<main><h1>Acme</h1><a href='https://www.linkedin.com/company/acme'>Website</a></main>",
         NULL                                                                                                            },
        {"<main><h1>Acme</h1></main>",                                                            NULL                   },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct ctx ctx = {.arena = *state};
        struct discovery_lead lead;
        bool found;
        assert_true(discovery_links_site(&ctx, "https://dir.example/c/acme", "text/html",
                                         cases[i].body, strlen(cases[i].body), &lead, &found));
        if (found != (cases[i].url != NULL) || (found && strcmp(lead.url, cases[i].url) != 0))
            fail_msg("case %zu: %s", i, found ? lead.url : "nothing");
    }
}

static void
reads_pasted_lines(void **state)
{
    struct discovery_lead *leads;
    size_t n =
        discovery_links_lines(*state,
                              "Company,Domain\nAcme Robots,acme.example\nhttps://b.example/x\n\n"
                              "\"Cedar\";cedar.example;Berlin\nnothing here\nwww.d.example\tDee",
                              &leads);
    assert_int_equal(n, 5);
    assert_string_equal(leads[0].url, "acme.example");
    assert_string_equal(leads[0].title, "Acme Robots");
    assert_string_equal(leads[1].url, "https://b.example/x");
    assert_string_equal(leads[2].title, "Cedar");
    assert_string_equal(leads[3].url, "nothing here");
    assert_string_equal(leads[4].title, "Dee");
    assert_int_equal(leads[4].rank, 5);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(reads_a_directory, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(reads_maps_and_feeds, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(reads_a_profile, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(reads_pasted_lines, test_arena_open, test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
