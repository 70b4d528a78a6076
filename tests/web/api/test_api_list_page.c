/* Lists and counts for programs: the filters and orders of the pages, a cursor that goes on, the same
 * refusals. */
#include "support/visits.h"

#include "base/json.h"
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

/* Percent-encoded, all of it. */
static const char *
encoded(struct arena *arena, const char *text)
{
    const char *out = "";
    for (; *text; text++)
        out = arena_printf(arena, "%s%%%02X", out, (unsigned char)*text);
    return out;
}

/* Records that differ in every way the facets count, and custom fields that are counted. */
static void
seed(struct api *api)
{
    struct people *people = api->p->people;
    people_number(people,
                  "WITH f AS (INSERT INTO custom_field (tenant_id, entity, key, label, type, "
                  "options) SELECT %" PRId64 ", e, k, initcap(k), t, o FROM (VALUES ('level', "
                  "'choice', '{Low,Mid,High}'::text[]), ('vip', 'yesno', '{}')) AS v(k, t, o), "
                  "(VALUES (1), (2)) AS w(e) RETURNING 1) SELECT count(*) FROM f",
                  people->kestrel);
    for (int i = 0; i < 6; i++)
        add(api, arena_printf(
                     api->p->arena,
                     "{\"first_name\":\"F%d\",\"last_name\":\"Facet%d\",\"company\":"
                     "\"facet%d.example\"%s%s}",
                     i, i, i % 3,
                     i % 2 ? ",\"country\":\"DE\",\"job_title\":\"CTO\",\"source\":\"Fair\"" : "",
                     i > 3 ? ",\"email\":\"f@facet.example\",\"keep_both\":true,"
                             "\"phone\":\"+420777123456\",\"city\":\"Brno\""
                           : ""));
    people_number(people,
                  "WITH done AS (UPDATE contact SET custom = jsonb_build_object('level', CASE "
                  "contact_id %% 2 WHEN 0 THEN 'Low' ELSE 'High' END, 'vip', CASE contact_id %% 3 "
                  "WHEN 0 THEN 'yes' ELSE 'no' END), checked_at = now() - contact_id %% 5 * "
                  "interval '31 days' WHERE tenant_id = %" PRId64
                  " AND last_name LIKE 'Facet%%' RETURNING 1) SELECT count(*) FROM done",
                  people->kestrel);
    people_number(people,
                  "WITH done AS (UPDATE company SET custom = jsonb_build_object('level', 'Mid'), "
                  "checked_at = now() - company_id %% 4 * interval '33 days' WHERE tenant_id = "
                  "%" PRId64 " RETURNING 1) SELECT count(*) FROM done",
                  people->kestrel);
}

/* Whatever a facet counts, its value sent as the filter leaves exactly as many. */
static size_t
walk_facets(struct api *api, const char *list)
{
    struct arena *arena = api->p->arena;
    struct ctx ctx = {.arena = arena};
    struct jsn *facets = NULL, *counts;
    const void *at = NULL;
    const char *name;
    size_t walked = 0;
    struct webrun_answer answer = get(api, arena_printf(arena, "%s/facets", list));
    assert_int_equal(answer.status, 200);
    assert_true(jsn_read(&ctx, arena, answer.body, strlen(answer.body), &facets));
    while (jsn_member(facets, &at, &name, &counts))
        for (size_t i = 0; i < jsn_length(counts); i++, walked++) {
            const char *value = jsn_as_text(jsn_get(jsn_at(counts, i), "value"), NULL);
            int64_t count = jsn_as_int(jsn_get(jsn_at(counts, i), "count"), -1);
            struct jsn *page = NULL;
            answer = get(
                api, arena_printf(arena, "%s?limit=1&%s=%s", list, name, encoded(arena, value)));
            if (answer.status != 200 ||
                !jsn_read(&ctx, arena, answer.body, strlen(answer.body), &page))
                fail_msg("%s?%s=%s: %d %s", list, name, value, answer.status, answer.body);
            int64_t total = jsn_as_int(jsn_get(page, "total"), -2);
            if (total != count)
                fail_msg("%s?%s=%s: %" PRId64 ", but the facet says %" PRId64, list, name, value,
                         total, count);
        }
    return walked;
}

static void
counts_what_its_values_leave(void **state)
{
    struct api *api = *state;
    if (!api)
        return;
    seed(api);
    assert_true(walk_facets(api, "contacts") > 60);
    assert_true(walk_facets(api, "companies") > 40);
    assert_holds(get(api, "contacts/facets"), 200, "{\"value\":\"40..69\",\"count\":");
    assert_holds(get(api, "contacts/facets"), 200, "{\"value\":\"30..60\",\"count\":");
    assert_holds(get(api, "companies/facets"), 200, "{\"value\":\"..-1\",\"count\":");
    assert_holds(get(api, "companies/facets"), 200, "{\"value\":\"High\",\"count\":0}");
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
        cmocka_unit_test(counts_what_its_values_leave),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
