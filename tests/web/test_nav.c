/* The navigation shows what exists, to whom it is open, and where one is. */
#include "support/test.h"

#include "support/webrun.h"
#include "web/reply.h"

static bool
any_page(struct page *pg)
{
    return reply_template(pg);
}

static bool
out_page(struct page *pg)
{
    return reply_redirect(pg, "/");
}

struct one {
    int64_t id;
};
static const struct param one_items[] = {PARAM_ID(struct one, id)};
static const struct params one_params = PARAMS(struct one, one_items);

#define T "sample/sample_edit.cs"
static const struct route rows[] = {
    {GET,  "/{tenant}",               any_page, T,    NULL,        MAY_READ,  SESSION, POOL_APP,   false},
    {GET,  "/{tenant}/contacts",      any_page, T,    NULL,        MAY_READ,  SESSION, POOL_APP,   false},
    {GET,  "/{tenant}/contacts/{id}", any_page, T,    &one_params, MAY_READ,  SESSION, POOL_APP,   false},
    {GET,  "/{tenant}/settings",      any_page, T,    NULL,        MAY_ADMIN, SESSION, POOL_APP,   false},
    {GET,  "/admin",                  any_page, T,    NULL,        SUPER,     SESSION, POOL_ADMIN, false},
    {GET,  "/account",                any_page, T,    NULL,        LOGGED_IN, SESSION, POOL_APP,   false},
    {POST, "/logout",                 out_page, NULL, NULL,        LOGGED_IN, SESSION, POOL_APP,   false},
};

static const char *
page_of(struct arena *arena, const char *token, const char *path)
{
    struct webrun *run = webrun_new(arena, rows, sizeof rows / sizeof *rows, "tests/web/templates");
    struct webrun_answer answer = webrun_get(run, token, path);
    assert_int_equal(answer.status, 200);
    return answer.body;
}

static void
shows_what_exists_and_is_open(void **state)
{
    const char *page = page_of(*state, "viewer", "/kestrel");
    assert_non_null(strstr(page, "href=\"/kestrel/contacts\""));
    assert_null(strstr(page, "Companies"));
    assert_null(strstr(page, "/kestrel/settings"));
    assert_null(strstr(page, "href=\"/admin\""));
    assert_non_null(strstr(page, "href=\"/account\""));
    assert_non_null(strstr(page, "action=\"/logout\""));
    page = page_of(*state, "admin", "/kestrel");
    assert_non_null(strstr(page, "/kestrel/settings"));
    page = page_of(*state, "super", "/account");
    assert_non_null(strstr(page, "href=\"/admin\""));
    assert_null(strstr(page, "/contacts"));
}

static void
marks_where_one_is(void **state)
{
    static const struct {
        const char *path, *marked;
    } cases[] = {
        {"/kestrel",            "href=\"/kestrel\" aria-current=\"page\""         },
        {"/kestrel/contacts",   "href=\"/kestrel/contacts\" aria-current=\"page\""},
        {"/kestrel/contacts/5", "href=\"/kestrel/contacts\" aria-current=\"page\""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *page = page_of(*state, "viewer", cases[i].path);
        const char *side = strstr(page, "sidenav-scroll");
        assert_non_null(side);
        assert_non_null(strstr(side, cases[i].marked));
        size_t n = 0;
        for (const char *at = page; (at = strstr(at, "aria-current")); at++)
            n++;
        assert_int_equal(n, 2); /* one in each navigation */
    }
}

#define UNIT(test) cmocka_unit_test_setup_teardown(test, test_arena_open, test_arena_close)

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT(shows_what_exists_and_is_open),
        UNIT(marks_where_one_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
