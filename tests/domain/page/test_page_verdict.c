/* A company's page told from what is none. */
#include "domain/page/page_case.h"

static void
test_classes(void **state)
{
    static const struct {
        enum page_class wanted;
        const char *url, *html;
    } cases[] = {
        {PAGE_COMPANY,   "https://acme.com/",
         "<title>Acme pumps</title><nav><a href=/about>About</a><a href=/products>Products</a><a "
         "href=/contact>Contact</a></nav><p>We build pumps for our customers in forty countries."
         "<footer>© Acme Ltd</footer>"                                                                                   },
        {PAGE_PARKED,    "https://acme.com/",                     "<title>acme.com</title><p>This domain is for sale."    },
        {PAGE_PARKED,    "https://acme.com/",                     "<title>Welcome to nginx!</title><p>If you see this"    },
        {PAGE_PARKED,    "https://acme.de/",                      "<title>acme.de</title><p>Hier entsteht eine neue Seite"},
        {PAGE_ERROR,     "https://acme.com/x",                    "<title>404 Not Found</title><h1>Not found</h1>"        },
        {PAGE_ERROR,     "https://acme.com/",                     "<title>Just a moment...</title><p>Checking"            },
        {PAGE_ERROR,     "https://acme.com/login",
         "<title>Sign in</title><form><input name=u><input type=password></form>"                                         },
        {PAGE_PROFILE,   "https://www.linkedin.com/company/acme", "<title>Acme</title><p>Acme Ltd"                        },
        {PAGE_DIRECTORY, "https://www.yelp.com/biz/acme",         "<title>Acme</title><p>Acme Ltd"                        },
        {PAGE_EMPTY,     "https://acme.com/",                     "<div id=root></div><script src=/app.js></script>"      },
        {PAGE_PERSONAL,  "https://dlouhan.example/",
         "<title>Jan Dlouhan</title><p>I write software. I live in Brno and I like my bike. My "
         "talks "
         "and my notes are here; I am happy to hear from you, and I answer myself."                                       },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct page page;
        page_case(*state, cases[i].url, cases[i].html, &page);
        if (page.verdict.page_class != cases[i].wanted)
            printf("# %s: %s, %s\n", cases[i].url, page_class_name(page.verdict.page_class),
                   page.verdict.reason);
        assert_int_equal(page.verdict.page_class, cases[i].wanted);
        assert_int_equal(page.verdict.is_company, cases[i].wanted == PAGE_COMPANY);
        assert_true(*page.verdict.reason);
    }
}

static void
test_directory(void **state)
{
    const char *html = "<title>Pump makers in Europe</title><h1>Pump makers</h1>";
    struct page page;
    for (int i = 0; i < 20; i++)
        html = arena_printf(
            *state, "%s<h3><a href=https://maker%d.com>Maker %d Ltd</a></h3><p>Pumps", html, i, i);
    page_case(*state, "https://list.example/pumps", html, &page);
    assert_int_equal(page.verdict.page_class, PAGE_DIRECTORY);
}

static void
test_status(void **state)
{
    struct ctx ctx = {.arena = *state};
    struct page page;
    struct page_source source = {
        .url = "https://acme.com/", .body = "<p>Acme Ltd", .length = 11, .status = 503};
    assert_true(page_read(&ctx, &source, &page));
    assert_int_equal(page.verdict.page_class, PAGE_ERROR);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_classes, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(test_directory, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(test_status, test_arena_open, test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
