/* Whole pages: what a reader would note of them. */
#include "support/test.h"

#include "domain/page/page.h"

static void
read_page(struct arena *arena, const char *url, const char *html, struct page *page)
{
    struct ctx ctx = {.arena = arena};
    struct page_source source = {.url = url, .body = html, .length = strlen(html)};
    assert_true(page_read(&ctx, &source, page));
}

static void
test_head(void **state)
{
    struct page page;
    read_page(*state, "https://www.acme.example/de/",
              "<html lang=de-AT><title> Acme  &amp; Co </title>"
              "<meta name=description content='Wir bauen Maschinen.'>"
              "<meta property=og:site_name content=Acme><link rel=canonical href=/de>"
              "<link rel=icon href=/favicon.ico><link rel=apple-touch-icon href=/touch.png>"
              "<p>Hallo",
              &page);
    assert_string_equal(page.title, "Acme & Co");
    assert_string_equal(page.description, "Wir bauen Maschinen.");
    assert_string_equal(page.site_name, "Acme");
    assert_string_equal(page.language, "de");
    assert_string_equal(page.country, "AT");
    assert_string_equal(page.canonical, "https://www.acme.example/de");
    assert_string_equal(page.icon, "https://www.acme.example/touch.png");
    assert_int_equal(page.kind, PAGE_HOME);
}

static void
test_nothing(void **state)
{
    static const char *const bodies[] = {"", "   ", "\xFF\xFE", "<html></html>", "<!-- x -->"};
    for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++) {
        struct page page;
        read_page(*state, "https://acme.example/", bodies[i], &page);
        assert_null(page.title);
        assert_string_equal(page.text, "");
        assert_false(page.verdict.is_company);
        assert_int_equal(page.n_links + page.n_emails + page.n_addresses, 0);
    }
}

static void
test_is_html(void **state)
{
    (void)state;
    assert_true(page_is_html("text/html; charset=utf-8", "", 0));
    assert_true(page_is_html("application/xhtml+xml", "", 0));
    assert_false(page_is_html("application/pdf", "<html>", 6));
    assert_true(page_is_html("", "  <!DOCTYPE html><p>", 20));
    assert_true(page_is_html(NULL, "<html lang=en>", 14));
    assert_false(page_is_html(NULL, "%PDF-1.4 .........", 18));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_head, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(test_nothing, test_arena_open, test_arena_close),
        cmocka_unit_test(test_is_html),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
