/* The document describes every row that takes a token, and needs none itself. */
#include "support/visits.h"

#include "base/json.h"
#include "web/routes.h"

static void
describes_every_row(void **state)
{
    struct pages *p = *state;
    if (!p)
        return;
    struct webrun_answer answer = webrun_get(p->run, NULL, "/api/v1/openapi.json");
    assert_int_equal(answer.status, 200);
    struct jsn *document;
    assert_ok(p->people,
              jsn_read(&p->people->app, p->arena, answer.body, answer.length, &document));
    struct jsn *paths = jsn_get(document, "paths");
    static const char *const members[] = {
        [GET] = "get", [POST] = "post", [PATCH] = "patch", [DELETE] = "delete"};
    for (size_t i = 0; i < n_routes; i++)
        if (routes[i].caller == TOKEN &&
            !jsn_get(jsn_get(paths, routes[i].path), members[routes[i].method]))
            fail_msg("%s %s is not described", members[routes[i].method], routes[i].path);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(describes_every_row)};
    return cmocka_run_group_tests(tests, pages_set_up, pages_tear_down);
}
