/* Which pages of a site are fetched: the best of each kind, none that is no page or not the site's. */
#include "support/test.h"

#include "domain/crawl/crawl_choice.h"

static const struct crawl_scope scope = {.domain = "acme.example", .path = "/"};

static void
knows_its_own_site(void **state)
{
    static const struct crawl_scope part = {
        .domain = "sites.host.example", .exact = true, .path = "/acme/"};
    assert_true(crawl_choice_is_own(*state, &scope, "http://acme.example/x"));
    assert_true(crawl_choice_is_own(*state, &scope, "https://www.acme.example:443/"));
    assert_true(crawl_choice_is_own(*state, &scope, "https://docs.acme.example/"));
    assert_false(crawl_choice_is_own(*state, &scope, "https://acme.example.org/"));
    assert_false(crawl_choice_is_own(*state, &scope, "https://notacme.example/"));
    assert_false(crawl_choice_is_own(*state, &scope, "mailto:a@acme.example"));
    assert_true(crawl_choice_is_own(*state, &part, "https://sites.host.example/acme/team"));
    assert_false(crawl_choice_is_own(*state, &part, "https://sites.host.example/other/"));
    assert_false(crawl_choice_is_own(*state, &part, "https://b.sites.host.example/acme/"));
    assert_string_equal(crawl_choice_key(*state, "http://www.acme.example/about/#x"),
                        crawl_choice_key(*state, "https://acme.example/about"));
}

static size_t
choose(struct arena *arena, const struct crawl_candidate *candidates, size_t n, size_t max,
       struct crawl_choice **out)
{
    return crawl_choice_make(arena, &scope, "https://www.acme.example/", candidates, n, max, out);
}

static void
takes_the_best_of_each_kind(void **state)
{
    static const struct crawl_candidate candidates[] = {
        {.url = "https://acme.example/",                         .text = "About"   },
        {.url = "https://acme.example/blog/2020/about-our-team", .text = "Read on" },
        {.url = "https://acme.example/company/about",            .text = "About us", .frame = true},
        {.url = "https://acme.example/about.pdf",                                                      .text = "About us"                                 },
        {.url = "https://acme.example/cenik",                                                      .text = "Ceník",     .frame = true},
        {.url = "https://acme.example/login",                                         .text = "Pricing"                                                      },
        {.url = "https://other.example/team",.text = "Team"},
        {.url = "https://acme.example/equipe",                                            .text = NULL                                                                                                     },
        {.url = "https://acme.example/x",.text = "Careers"},
        {.url = "https://acme.example/news",                                       .text = "News"                                                                                                                                             },
        {.url = "https://acme.example/y",  .text = "Something"},
    };
    static const struct {
        const char *url;
        enum page_kind kind;
    } want[] = {
        {"https://acme.example/company/about", PAGE_ABOUT  },
        {"https://acme.example/equipe",        PAGE_TEAM   },
        {"https://acme.example/cenik",         PAGE_PRICING},
        {"https://acme.example/x",             PAGE_CAREERS},
        {"https://acme.example/news",          PAGE_BLOG   },
    };
    struct crawl_choice *choices;
    size_t n = choose(*state, candidates, sizeof candidates / sizeof *candidates, 8, &choices);
    for (size_t i = 0; i < n; i++)
        printf("# %s\n", choices[i].url);
    assert_int_equal(n, sizeof want / sizeof *want);
    for (size_t i = 0; i < n; i++) {
        assert_string_equal(choices[i].url, want[i].url);
        assert_int_equal(choices[i].kind, want[i].kind);
    }
    assert_int_equal(
        choose(*state, candidates, sizeof candidates / sizeof *candidates, 2, &choices), 2);
}

static void
keeps_to_what_it_knows(void **state)
{
    static const struct crawl_candidate candidates[] = {
        {.url = "https://acme.example/ueber-uns", .text = NULL  },
        { .url = "https://acme.example/about-us",                           .text = NULL, .stored = true},
    };
    struct crawl_choice *choices;
    assert_int_equal(choose(*state, candidates, 2, 8, &choices), 1);
    assert_string_equal(choices[0].url, "https://acme.example/about-us");
}

static void
fills_up_with_what_visitors_are_led_to(void **state)
{
    static const struct crawl_candidate candidates[] = {
        {.url = "https://acme.example/team",   .text = "Team", .frame = true},
        {.url = "https://acme.example/cellar",
         .text = "Read what the cellar has to do with all of it"},
        {.url = "https://acme.example/clinics.html", .text = "For clinics"},
        {.url = "https://acme.example/house",                                    .text = "The house", .frame = true},
        {.url = "https://acme.example/house/",               .text = "The house"},
        {.url = "https://acme.example/c/seals/nbr",  .text = "NBR", .frame = true},
        {.url = "https://acme.example/shop?page=2",                       .text = "Next", .frame = true},
        {.url = "https://acme.example/only-in-the-sitemap"},
    };
    static const char *const want[] = {"https://acme.example/team", "https://acme.example/house",
                                       "https://acme.example/clinics.html"};
    struct crawl_choice *best, choices[8];
    size_t n_candidates = sizeof candidates / sizeof *candidates;
    size_t n = choose(*state, candidates, n_candidates, 8, &best);
    memcpy(choices, best, n * sizeof *best);
    assert_int_equal(crawl_choice_fill(*state, &scope, "https://www.acme.example/", candidates,
                                       n_candidates, n, choices, n),
                     n);
    n = crawl_choice_fill(*state, &scope, "https://www.acme.example/", candidates, n_candidates, 8,
                          choices, n);
    assert_int_equal(n, sizeof want / sizeof *want);
    for (size_t i = 0; i < n; i++)
        assert_string_equal(choices[i].url, want[i]);
    assert_int_equal(choices[1].kind, PAGE_OTHER);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(knows_its_own_site, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(takes_the_best_of_each_kind, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(keeps_to_what_it_knows, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(fills_up_with_what_visitors_are_led_to, test_arena_open,
                                        test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
