/* Lists and counts for programs: the filters and orders of the pages, a cursor that goes on, the same
 * refusals. */
#include "support/visits.h"

#include "domain/account/api_token.h"

struct api {
    struct pages *p;
    const char *token;
};

static struct webrun_answer
get(struct api *api, const char *path)
{
    struct webrun_request request = {
        .method = "GET",
        .path = arena_printf(api->p->arena, "/api/v1/%s/%s", api->p->people->kestrel_slug, path),
        .bearer = api->token};
    return webrun_send(api->p->run, &request);
}

static void
add(struct api *api, const char *body)
{
    struct webrun_request request = {
        .method = "POST",
        .path = arena_printf(api->p->arena, "/api/v1/%s/contacts", api->p->people->kestrel_slug),
        .bearer = api->token,
        .type = "application/json",
        .body = body};
    assert_int_equal(webrun_send(api->p->run, &request).status, 201);
}

static void
assert_holds(struct webrun_answer answer, int status, const char *text)
{
    if (answer.status != status || !strstr(answer.body, text))
        fail_msg("%d, not %d with %s: %s", answer.status, status, text, answer.body);
}

static void
lists_what_matches(void **state)
{
    struct api *api = *state;
    if (!api)
        return;
    add(api, "{\"first_name\":\"Ann\",\"last_name\":\"Alpha\",\"job_title\":\"CEO\"}");
    add(api, "{\"first_name\":\"Bob\",\"last_name\":\"Beta\",\"job_title\":\"VP Sales\"}");
    add(api, "{\"first_name\":\"Cleo\",\"last_name\":\"Gamma\",\"job_title\":\"VP Sales\"}");
    assert_holds(get(api, "contacts"), 200, "\"total\":3");
    assert_holds(get(api, "contacts?seniority=vp"), 200, "\"total\":2");
    assert_holds(get(api, "contacts?seniority=vp&seniority.not=1"), 200, "\"Alpha\"");
    assert_holds(get(api, "contacts?q=gam"), 200, "\"total\":1");
    assert_holds(get(api, "contacts/facets"), 200, "{\"value\":\"vp\",\"count\":2}");
    struct webrun_answer first = get(api, "contacts?limit=2&sort=name");
    assert_holds(first, 200, "\"Alpha\"");
    assert_null(strstr(first.body, "Gamma"));
    const char *after = strstr(first.body, "\"after\":\"");
    assert_non_null(after);
    after = arena_strndup(api->p->arena, after + 9, strcspn(after + 9, "\""));
    struct webrun_answer second =
        get(api, arena_printf(api->p->arena, "contacts?limit=2&sort=name&after=%s", after));
    assert_holds(second, 200, "\"Gamma\"");
    assert_holds(second, 200, "\"after\":null");
    assert_holds(get(api, "contacts?sort=owner&dir=down&limit=1"), 200, "\"total\":3");
}

static void
refuses_what_it_does_not_know(void **state)
{
    struct api *api = *state;
    if (!api)
        return;
    assert_holds(get(api, "contacts?hair=red"), 400, "\"field\":\"hair\"");
    assert_holds(get(api, "contacts?industry=barber"), 400, "\"field\":\"industry\"");
    assert_holds(get(api, "contacts?sort=beauty"), 400, "\"field\":\"sort\"");
    assert_holds(get(api, "contacts?sort=field.beauty"), 400, "\"field\":\"sort\"");
    assert_holds(get(api, "contacts?after=x"), 400, "\"field\":\"after\"");
    assert_holds(get(api, "contacts?limit=0"), 400, "\"field\":\"limit\"");
    assert_holds(get(api, "contacts/facets?sort=name"), 400, "\"field\":\"sort\"");
}

static int
set_up(void **state)
{
    struct pages *p = pages_new();
    struct api *api = p ? ARENA_NEW(p->arena, struct api) : NULL;
    *state = api;
    if (!api)
        return 0;
    api->p = p;
    people_begin(p->people, ADA, p->people->kestrel);
    assert_ok(p->people,
              api_token_add(&p->people->app, p->people->kestrel, "Lists", "write", 1, &api->token));
    people_commit(p->people);
    return 0;
}

static int
tear_down(void **state)
{
    struct api *api = *state;
    people_free(api ? api->p->people : NULL);
    return 0;
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lists_what_matches),
        cmocka_unit_test(refuses_what_it_does_not_know),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
