/* Addresses of a domain as pages show them. */
#include "support/test.h"

#include "domain/email/email_site.h"

static void
sees_addresses(void **state)
{
    static const char text[] =
        "Write to Jane.Doe@acme.example, or <a "
        "href=\"mailto:john@Acme.Example?subject=x\">john</a>. "
        "john@acme.example again; x@acme.example.org and y@notacme.example are others, so is "
        "z@acme.example-shop.com. info@acme.example. anna-marie@acme.example.\n"
        "broken..@acme.example @acme.example a\xC3\xA4@acme.example";
    struct email_sighting all[EMAIL_SITE_MOST];
    size_t n = 0;
    email_site_scan(*state, text, strlen(text), "acme.example", "https://acme.example/", all, &n);
    static const char *const want[] = {"jane.doe", "john", "info", "anna-marie"};
    assert_int_equal(n, 4);
    for (size_t i = 0; i < n; i++) {
        assert_string_equal(all[i].local, want[i]);
        assert_string_equal(all[i].url, "https://acme.example/");
    }
}

static void
keeps_within_the_text(void **state)
{
    struct email_sighting all[EMAIL_SITE_MOST];
    size_t n = 0;
    email_site_scan(*state, "@", 1, "acme.example", "", all, &n);
    email_site_scan(*state, "a@", 2, "acme.example", "", all, &n);
    email_site_scan(*state, "a@acme.exampl", 13, "acme.example", "", all, &n);
    assert_int_equal(n, 0);
    email_site_scan(*state, "a@acme.example", 14, "acme.example", "", all, &n);
    assert_int_equal(n, 1);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(sees_addresses, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(keeps_within_the_text, test_arena_open, test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
