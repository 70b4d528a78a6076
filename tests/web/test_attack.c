/* What somebody with bad intentions would try, over every row of the route table: a viewer at writing
 * addresses, another workspace's ids in every address and field, values that try to be markup on every
 * page that links lead to. On a real database. */
#include "support/visits.h"

#include "base/buf.h"
#include "base/uri.h"
#include "web/match.h"
#include "web/routes.h"

enum { FORM_MOST = 64 * 1024, PAGES_MOST = 1200, OF_A_KIND = 6, IDS = 8 };

/* The address of a row: the workspace's slug, and `id` for whatever else it names. */
static const char *
address_of(struct pages *p, const struct route *route, const char *slug, int64_t id)
{
    struct buf path;
    buf_init(&path, p->arena, FORM_MOST);
    for (const char *c = route->path; *c; c++) {
        if (*c != '{') {
            buf_printf(&path, "%c", *c);
            continue;
        }
        if (!strncmp(c, "{tenant}", 8))
            buf_text(&path, slug);
        else
            buf_printf(&path, "%" PRId64, id);
        c = strchr(c, '}');
    }
    return path.data;
}

static bool
in_path(const struct route *route, const char *name)
{
    const char *at = strstr(route->path, name);
    return at && at > route->path && at[-1] == '{' && at[strlen(name)] == '}';
}

/* A form that fills every field of a row with the id, in the way the field takes it. */
static const char *
form_of(struct pages *p, const struct route *route, int64_t id, const char *act)
{
    struct buf form;
    buf_init(&form, p->arena, FORM_MOST);
    for (size_t i = 0; route->params && i < route->params->count; i++) {
        const struct param *param = &route->params->items[i];
        const char *and = form.length ? "&" : "";
        if (in_path(route, param->name))
            continue;
        if (param->type == PARAM_TYPE_CHOICE)
            buf_printf(&form, "%s%s=%s", and, param->name, param->choices[0]);
        else if (param->type == PARAM_TYPE_FLAG)
            continue;
        else if (!strcmp(param->name, "do"))
            buf_printf(&form, "%sdo=%s", and, act);
        else if (!strcmp(param->name, "filter"))
            buf_printf(&form, "%sfilter=tag%%3D%" PRId64, and, id);
        else if (!strcmp(param->name, "count"))
            buf_printf(&form, "%scount=0", and);
        else if (param->type == PARAM_TYPE_ID || param->type == PARAM_TYPE_I64 ||
                 param->type == PARAM_TYPE_TEXT || param->type == PARAM_TYPE_TEXTS)
            buf_printf(&form, "%s%s=%" PRId64, and, param->name, id);
    }
    return form.data;
}

static void
turns_viewers_away(void **state)
{
    struct pages *p = *state;
    if (!p)
        return;
    size_t n = 0;
    for (size_t i = 0; i < n_routes; i++) {
        const struct route *route = &routes[i];
        if (route->caller != SESSION || route->method != POST || route->need < MAY_WRITE)
            continue;
        const char *path = address_of(p, route, p->people->kestrel_slug, 1);
        int wanted = route->need == SUPER ? 404 : 403;
        struct webrun_answer answer = pages_post(p, VI, path, "");
        if (answer.status != wanted)
            fail_msg("a viewer at POST %s: %d", route->path, answer.status);
        answer = pages_post(p, ED, path, "");
        if (route->need > MAY_WRITE && answer.status != wanted)
            fail_msg("an editor at POST %s: %d", route->path, answer.status);
        n++;
    }
    assert_true(n > 50);
}

/* Everything of a workspace but what logs tell, as one number. */
static const char *
whole(struct pages *p, int64_t tenant)
{
    struct db_table tables;
    struct ctx *owner = &p->people->db->owner;
    struct buf sum;
    buf_init(&sum, p->arena, FORM_MOST);
    if (!db_table_composed(owner,
                           "SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = "
                           "c.oid AND a.attname = 'tenant_id' WHERE c.relnamespace = "
                           "'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT "
                           "c.relispartition ORDER BY 1",
                           DB_NO_ARGS, &tables))
        fail_msg("%s", owner->err.message);
    for (size_t i = 0; i < tables.n_rows; i++)
        buf_printf(
            &sum, "%s %s\n", db_cell(&tables, i, 0),
            database_value(p->people->db,
                           arena_printf(p->arena,
                                        "SELECT coalesce(md5(string_agg(t::text, ',' ORDER BY "
                                        "t::text)), '') FROM %s t WHERE tenant_id = %" PRId64,
                                        db_cell(&tables, i, 0), tenant)));
    return sum.data;
}

static int64_t
made(struct pages *p, const char *path, const char *form)
{
    struct webrun_answer answer =
        pages_post(p, ADA, arena_printf(p->arena, "/%s%s", p->people->kestrel_slug, path), form);
    if (answer.status != 303)
        fail_msg("%s: %d %s", path, answer.status, answer.body);
    const char *last = strrchr(webrun_header(p->run, &answer, "Location"), '/');
    return last ? strtoll(last + 1, NULL, 10) : 0;
}

/* Things of kestrel, whose ids another workspace might send. */
static size_t
things(struct pages *p, int64_t *ids)
{
    static const char *const tables[] = {"tag", "list", "custom_field", "smart_list", "change_set"};
    size_t n = 0;
    ids[n++] = made(p, "/companies/new", "name=Kestrel+Works&domain=kestrel-works.example");
    ids[n++] =
        made(p, "/contacts/new", "first_name=Anna&last_name=Ek&company=kestrel-works.example");
    made(p, "/settings/tags", "name=Warm&colour=blue");
    made(p, "/settings/lists", "name=Fair");
    made(p, "/settings/fields/new", "of=contact&label=Stand&type=text");
    made(p, "/smart-lists/new", "entity=contact&filter=q%3Danna&name=Annas");
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        ids[n++] = people_number(
            p->people, "SELECT coalesce(max(%s_id), 1) FROM %s WHERE tenant_id = %" PRId64,
            tables[i], tables[i], p->people->kestrel);
    ids[n++] = p->people->ids[ED];
    return n;
}

static void
knows_no_ids_of_others(void **state)
{
    static const char *const acts[] = {"tag", "list", "owner", "delete", "export"};
    struct pages *p = *state;
    if (!p)
        return;
    int64_t ids[IDS];
    size_t n = things(p, ids), asked = 0;
    const char *before = whole(p, p->people->kestrel);
    for (size_t i = 0; i < n_routes; i++) {
        const struct route *route = &routes[i];
        if (route->caller != SESSION || strncmp(route->path, "/{tenant}", 9) != 0)
            continue;
        for (size_t k = 0; k < n; k++) {
            const char *path = address_of(p, route, p->people->atlas_slug, ids[k]);
            struct webrun_answer answer =
                route->method == GET
                    ? pages_get(p, BO, "%s", path)
                    : pages_post(p, BO, path, form_of(p, route, ids[k], acts[asked % 5]));
            asked++;
            if (answer.status >= 500)
                fail_msg("%s %s with ids of others: %d", match_method_name(route->method),
                         route->path, answer.status);
            if (strstr(answer.body, "Kestrel Works") || strstr(answer.body, "Anna Ek"))
                fail_msg("%s shows what is another's", path);
        }
    }
    assert_true(asked > 500);
    const char *after = whole(p, p->people->kestrel);
    for (const char *a = before, *b = after; *a;
         a += strcspn(a, "\n") + 1, b += strcspn(b, "\n") + 1)
        if (strcspn(a, "\n") != strcspn(b, "\n") || strncmp(a, b, strcspn(a, "\n")) != 0)
            fail_msg("changed from outside: %.*s", (int)strcspn(a, " "), a);
    /* and nothing of atlas points there */
    assert_int_equal(people_number(p->people,
                                   "SELECT count(*) FROM contact WHERE tenant_id = %" PRId64
                                   " AND (company_id = %" PRId64 " OR %" PRId64
                                   " = ANY (tag_ids) OR %" PRId64
                                   " = ANY (list_ids) OR owner_id = %" PRId64 ")",
                                   p->people->atlas, ids[0], ids[2], ids[3], p->people->ids[ED]),
                     0);
}

/* Every field of a form as markup that breaks out of text, attribute and script. */
#define EVIL "%3Czz9mark+a%3D%22%27%26lt%3B%3E"

static void
fill(struct pages *p)
{
    made(p, "/companies/new",
         "name=" EVIL "&industry=" EVIL "&description=" EVIL "&city=" EVIL "&address=" EVIL
         "&keywords=" EVIL "&notes=" EVIL);
    int64_t contact = made(p, "/contacts/new",
                           "first_name=" EVIL "&last_name=" EVIL "&job_title=" EVIL "&city=" EVIL
                           "&address=" EVIL "&department=" EVIL "&notes=" EVIL "&company=" EVIL);
    made(p, arena_printf(p->arena, "/contacts/%" PRId64 "/notes", contact), "body=" EVIL);
    made(p, "/settings/tags", "name=" EVIL "&colour=blue");
    made(p, "/settings/lists", "name=" EVIL);
    made(p, "/settings/fields/new", "of=contact&label=" EVIL "&type=choice&added=" EVIL);
    made(p, "/smart-lists/new", "entity=contact&filter=title%3D%253Czz9mark&name=" EVIL);
    made(p, "/suppressions", "value=evil%40evil.example&reason=" EVIL);
    made(p, "/import/paste",
         "rows=First+name,Last+name,Stand," EVIL "%0A" EVIL "," EVIL "," EVIL "," EVIL);
    made(p, arena_printf(p->arena, "/contacts/%" PRId64 "/delete", contact), "");
    made(p, "/settings", "name=" EVIL "&time_zone=UTC&locale=en&default_country=");
    pages_post(p, ADA, "/account", "name=" EVIL "&theme=auto&density=normal&time_zone=UTC");
}

static const char *
entity_free(struct pages *p, const char *href, size_t length)
{
    struct buf path;
    buf_init(&path, p->arena, FORM_MOST);
    for (size_t i = 0; i < length && href[i] != '#'; i++) {
        buf_printf(&path, "%c", href[i]);
        if (!strncmp(href + i, "&amp;", 5))
            i += 4;
    }
    return path.data;
}

static void
shows_markup_as_text(void **state)
{
    struct pages *p = *state;
    if (!p)
        return;
    fill(p);
    const char **queue = ARENA_ARRAY(p->arena, PAGES_MOST * 400, const char *);
    size_t n = 0, shown = 0, marked = 0;
    size_t *seen = ARENA_ARRAY(p->arena, n_routes, size_t);
    queue[n++] = arena_printf(p->arena, "/%s", p->people->kestrel_slug);
    queue[n++] = arena_printf(p->arena, "/%s/search?q=zz9mark", p->people->kestrel_slug);
    queue[n++] = arena_printf(p->arena, "/%s/contacts?q=%s", p->people->kestrel_slug, EVIL);
    queue[n++] = arena_printf(p->arena, "/%s/contacts?title=%s", p->people->kestrel_slug, EVIL);
    queue[n++] = "/account";
    for (size_t i = 0; i < n && shown < PAGES_MOST; i++) {
        struct param_set values = {0};
        const char *allow = "";
        const char *path = arena_strndup(p->arena, queue[i], strcspn(queue[i], "?"));
        const struct route *route =
            match_route(p->arena, webrun_web(p->run), "GET", path, &values, &allow);
        if (!route || route->caller != SESSION || seen[route - routes]++ >= OF_A_KIND)
            continue;
        struct webrun_answer answer = pages_get(p, ADA, "%s", queue[i]);
        shown++;
        if (answer.status >= 500)
            fail_msg("%s: %d", queue[i], answer.status);
        if (strstr(webrun_header(p->run, &answer, "Content-Type"), "html") &&
            (strstr(answer.body, "<zz9mark") || strstr(answer.body, "a=\"'&lt;")))
            fail_msg("%s shows markup: %.200s", queue[i],
                     strstr(answer.body, "<zz9mark") ? strstr(answer.body, "<zz9mark")
                                                     : strstr(answer.body, "a=\"'&lt;"));
        marked += strstr(answer.body, "&lt;zz9mark") != NULL;
        for (const char *at = answer.body; (at = strstr(at, "href=\"/")) && n < PAGES_MOST * 390;) {
            at += 6;
            queue[n++] = entity_free(p, at, strcspn(at, "\""));
        }
    }
    printf("# %zu pages, %zu of them with the values\n", shown, marked);
    assert_true(shown > 60);
    assert_true(marked > 25);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(turns_viewers_away),
        cmocka_unit_test(knows_no_ids_of_others),
        cmocka_unit_test(shows_markup_as_text),
    };
    return cmocka_run_group_tests(tests, pages_set_up, pages_tear_down);
}
