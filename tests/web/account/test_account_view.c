/* Keyset pages, and the walk over every address of a workspace by people of another. */
#include "support/visits.h"

#include "web/account/account_view.h"
#include "web/routes.h"

static void
cuts_pages(void **state)
{
    (void)state;
    static const struct {
        size_t n;
        bool after, before;
        struct account_cut cut;
    } cases[] = {
        {0,  false, false, {0, 0, false, false} },
        {50, false, false, {0, 50, false, false}},
        {51, false, false, {0, 50, false, true} },
        {51, true,  false, {0, 50, true, true}  },
        {20, true,  false, {0, 20, true, false} },
        {51, false, true,  {1, 51, true, true}  },
        {20, false, true,  {0, 20, false, true} },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct account_cut cut = account_cut(cases[i].n, 50, cases[i].after, cases[i].before);
        assert_int_equal(cut.first, cases[i].cut.first);
        assert_int_equal(cut.end, cases[i].cut.end);
        assert_int_equal(cut.back, cases[i].cut.back);
        assert_int_equal(cut.more, cases[i].cut.more);
    }
}

/* The path with a workspace and with 1 for every other name. */
static const char *
path_of(struct arena *arena, const char *pattern, const char *slug)
{
    char *path = arena_alloc(arena, strlen(pattern) * 2 + strlen(slug) + 1), *to = path;
    for (const char *c = pattern; *c; c++) {
        const char *piece = NULL;
        if (*c == '{') {
            piece = !strncmp(c, "{tenant}", 8) ? slug : "1";
            c = strchr(c, '}');
        }
        size_t length = piece ? strlen(piece) : 1;
        memcpy(to, piece ? piece : c, length);
        to += length;
    }
    return path;
}

/* Every row of the table: a workspace is not there for who has no part in it. */
static void
is_not_there_for_people_of_another_workspace(void **state)
{
    struct pages *p = *state;
    if (!p)
        return;
    size_t walked = 0;
    for (size_t i = 0; i < n_routes; i++) {
        const struct route *route = &routes[i];
        if (route->caller != SESSION || !strstr(route->path, "{tenant}"))
            continue;
        const char *path = path_of(p->arena, route->path, p->people->atlas_slug);
        struct webrun_answer answer = route->method == GET
                                          ? webrun_get(p->run, p->tokens[ADA], path)
                                          : webrun_post(p->run, p->tokens[ADA], path, "");
        if (answer.status != 404)
            fail_msg("%s %s: %d", route->method == GET ? "GET" : "POST", path, answer.status);
        walked++;
    }
    assert_true(walked > 15);
}

/* And the pages of the whole system are not there but for super admins. */
static void
hides_the_admin_pages(void **state)
{
    struct pages *p = *state;
    if (!p)
        return;
    for (size_t i = 0; i < n_routes; i++) {
        const struct route *route = &routes[i];
        if (route->need != SUPER)
            continue;
        const char *path = path_of(p->arena, route->path, "");
        struct webrun_answer answer = route->method == GET
                                          ? webrun_get(p->run, p->tokens[ADA], path)
                                          : webrun_post(p->run, p->tokens[ADA], path, "");
        if (answer.status != 404)
            fail_msg("%s: %d", path, answer.status);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cuts_pages),
        cmocka_unit_test(is_not_there_for_people_of_another_workspace),
        cmocka_unit_test(hides_the_admin_pages),
    };
    return cmocka_run_group_tests(tests, pages_set_up, pages_tear_down);
}
