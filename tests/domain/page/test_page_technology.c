/* Technologies by what anybody sees of them. */
#include "domain/page/page_case.h"

static const char *
found_on(struct arena *arena, const char *html, const char *header)
{
    struct ctx ctx = {.arena = arena};
    struct markup doc;
    struct page_technology *list;
    const char *names = "";
    assert_true(markup_html(&ctx, html, strlen(html), NULL, &doc));
    size_t n = page_technology_list(arena, doc.root, &header, header != NULL, &list);
    for (size_t i = 0; i < n; i++) {
        assert_true(*list[i].evidence);
        names = arena_printf(arena, "%s%s%s%s%s", names, i ? ", " : "", list[i].name,
                             *list[i].version ? " " : "", list[i].version);
    }
    return names;
}

static void
test_signs(void **state)
{
    static const struct {
        const char *html, *header, *wanted;
    } cases[] = {
        {"<meta name=generator content='WordPress 6.4.2'>",                          NULL,                                    "WordPress 6.4.2"       },
        {"<script src=https://js.stripe.com/v3/></script>",                          NULL,                                    "Stripe"                },
        {"<script src=//js-eu1.hs-scripts.com/1.js></script>",                       NULL,                                    "HubSpot"               },
        {"<script src='https://www.googletagmanager.com/gtag/js?id=G-1'></script>",  NULL,
         "Google Analytics"                                                                                                                           },
        {"<script src='https://www.googletagmanager.com/gtm.js?id=GTM-1'></script>", NULL,
         "Google Tag Manager"                                                                                                                         },
        {"<link href=/wp-content/plugins/woocommerce/a.css>",                        NULL,                                    "WordPress, WooCommerce"},
        {"<div id=__next></div>",                                                    NULL,                                    "Next.js"               },
        {"<p><a href=https://boards.greenhouse.io/acme>Jobs</a>",                    NULL,                                    "Greenhouse"            },
        {"<p><a href=/wp-content/uploads/a.pdf>a file elsewhere</a>",                NULL,                                    ""                      },
        {"<script>fbq('init', '1')</script>",                                        NULL,                                    "Meta Pixel"            },
        {"<p>We love WordPress and Stripe",                                          NULL,                                    ""                      },
        {"<script src=https://notstripe.com/v3></script>",                           NULL,                                    ""                      },
        {"<p>",                                                                      "Server: nginx/1.22.1",                  "nginx 1.22.1"          },
        {"<p>",                                                                      "Set-Cookie: laravel_session=x; path=/", "Laravel"               },
        {"<p>",                                                                      "X-Powered-By: Next.js",                 "Next.js"               },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(found_on(*state, cases[i].html, cases[i].header), cases[i].wanted);
}

static void
test_names(void **state)
{
    enum technology_group group;
    (void)state;
    assert_string_equal(page_technology_name("stripe", &group), "Stripe");
    assert_string_equal(technology_group_label(group), "Payments");
    assert_string_equal(technology_group_name(group), "payment");
    assert_null(page_technology_name("no-such", &group));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_signs, test_arena_open, test_arena_close),
        cmocka_unit_test(test_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
