/* Replies: no redirect leads away from this site, no cookie without its guards. */
#include "support/test.h"

#include "web/reply.h"

static struct page
page_with(struct arena *arena, struct web *web, struct conf *conf, const char *url)
{
    struct ctx *ctx = ARENA_NEW(arena, struct ctx);
    ctx->arena = arena;
    conf->url = url;
    conf->secure = !strncmp(url, "https", 5);
    web->conf = conf;
    return (struct page){.ctx = ctx, .web = web, .secret = "secret"};
}

static void
redirects_within_the_site(void **state)
{
    static const struct {
        const char *path, *want;
    } cases[] = {
        {"/kestrel/contacts?q=a%20b", "/kestrel/contacts?q=a%20b"},
        {"/",                         "/"                        },
        {"",                          "/"                        },
        {"//evil.example",            "/"                        },
        {"/\\evil.example",           "/"                        },
        {"https://evil.example/",     "/"                        },
        {"javascript:alert(1)",       "/"                        },
        {"kestrel",                   "/"                        },
        {"/a\r\nSet-Cookie: x=y",     "/"                        },
        {"/a\tb",                     "/"                        },
        {"/a\\b",                     "/"                        },
        {"/ä",                       "/"                        },
    };
    struct web web = {0};
    struct conf conf = {0};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct page pg = page_with(*state, &web, &conf, "http://127.0.0.1:8080");
        assert_true(reply_redirect_to(&pg, cases[i].path));
        assert_string_equal(pg.reply.location, cases[i].want);
    }
}

static void
guards_cookies(void **state)
{
    struct web web = {0};
    struct conf conf = {0};
    struct page pg = page_with(*state, &web, &conf, "http://127.0.0.1:8080");
    reply_session(&pg, "abc", 0);
    assert_string_equal(pg.reply.cookies,
                        "Set-Cookie: leadgen8080=abc; Path=/; HttpOnly; SameSite=Lax\r\n");
    pg = page_with(*state, &web, &conf, "https://leads.example.com");
    reply_session(&pg, "abc", 3600);
    assert_string_equal(pg.reply.cookies,
                        "Set-Cookie: __Host-leadgen=abc; Path=/; HttpOnly; SameSite=Lax; "
                        "Max-Age=3600; Secure\r\n");
    pg.reply.cookies = NULL;
    reply_session_end(&pg);
    assert_string_equal(pg.reply.cookies, "Set-Cookie: __Host-leadgen=; Path=/; HttpOnly; "
                                          "SameSite=Lax; Max-Age=0; Secure\r\n");
}

#define UNIT(test) cmocka_unit_test_setup_teardown(test, test_arena_open, test_arena_close)

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT(redirects_within_the_site),
        UNIT(guards_cookies),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
