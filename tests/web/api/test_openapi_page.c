/* The document describes every row that takes a token, and needs none itself. Walking it: every row
 * refuses what it does not know, writes nothing for a token that may only read, and does not know what
 * is another workspace's. */
#include "support/web/programs.h"

static bool
documented(const struct jsn *parameters, const char *name, const char *in)
{
    for (size_t i = 0; i < jsn_length(parameters); i++)
        if (!strcmp(programs_text(jsn_at(parameters, i), "name"), name) &&
            !strcmp(programs_text(jsn_at(parameters, i), "in"), in))
            return true;
    return false;
}

/* Every schema that is named is there. */
static void
resolve_all(struct programs *api, const struct jsn *value)
{
    const void *at = NULL;
    const char *key;
    struct jsn *member;
    (void)programs_resolve(api, value);
    while (jsn_member(value, &at, &key, &member))
        resolve_all(api, member);
    for (size_t i = 0; i < jsn_length(value); i++)
        resolve_all(api, jsn_at(value, i));
}

static void
describes_every_row(void **state)
{
    struct programs *api = *state;
    if (!api)
        return;
    size_t rows = 0;
    for (size_t i = 0; i < n_routes; i++) {
        const struct route *route = &routes[i];
        if (route->caller != TOKEN)
            continue;
        rows++;
        const char *method = match_method_name(route->method);
        const struct jsn *operation = programs_operation(api, route);
        if (!operation)
            fail_msg("%s %s is not described", method, route->path);
        assert_true(*programs_text(operation, "summary") &&
                    *programs_text(operation, "operationId"));
        bool body = false;
        for (size_t k = 0; route->params && k < route->params->count; k++) {
            const struct param *param = &route->params->items[k];
            body = body || param->type == PARAM_TYPE_BODY;
            bool in_path =
                strstr(route->path, arena_printf(api->p->arena, "{%s}", param->name)) != NULL;
            if (param->type != PARAM_TYPE_BODY && param->type != PARAM_TYPE_REST &&
                !documented(jsn_get(operation, "parameters"), param->name,
                            in_path ? "path" : "query"))
                fail_msg("%s %s: %s is not described", method, route->path, param->name);
        }
        if (jsn_get(operation, "requestBody") && !body)
            fail_msg("%s %s takes no body", method, route->path);
    }
    resolve_all(api, api->document);
    if (rows < 87)
        fail_msg("only %zu rows take a token", rows);
}

/* What stands for {name} of a path; "" for what names nothing of a workspace. */
static const char *
value_of(struct programs *api, const struct route *route, const char *name,
         const struct programs_rows *r)
{
    const char *after = route->path + strlen("/api/v1/{tenant}/");
    /* clang-format off */
    const struct {
        const char *name;
        int64_t id;
    } ids[] = {
        {"step",     r->step    },
        {"check",    r->check   },
        {"conflict", r->conflict},
        {"adding",   r->adding  },
        {"export",   r->export  },
        {"key",      r->template},
        {"id",       !strncmp(after, "senders", 7) ? r->sender
                     : !strncmp(after, "jobs", 4)  ? r->job
                     : !strncmp(after, "runs", 4)  ? r->run
                                                   : 0},
        {"id",       !strncmp(after, "messages", 8)    ? r->message
                     : !strncmp(after, "pdf/runs", 8)  ? r->pdf_run
                     : !strncmp(after, "pdf", 3)       ? r->pdf
                     : !strncmp(after, "contacts", 8)  ? r->contact
                     : !strncmp(after, "companies", 9) ? r->company
                                                       : r->campaign},
    };
    /* clang-format on */
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++)
        if (!strcmp(ids[i].name, name) && ids[i].id)
            return arena_printf(api->p->arena, "%" PRId64, ids[i].id);
    return "";
}

/* The row's path in kestrel with these rows. *names: it names something of a workspace. */
static const char *
path_of(struct programs *api, const struct route *route, const struct programs_rows *r, bool *names)
{
    const char *path = "";
    *names = false;
    for (const char *at = route->path; *at;) {
        size_t plain = strcspn(at, "{");
        path = arena_printf(api->p->arena, "%s%.*s", path, (int)plain, at);
        at += plain;
        if (!*at)
            break;
        const char *name = arena_strndup(api->p->arena, at + 1, strcspn(at, "}") - 1);
        const char *value = value_of(api, route, name, r);
        at += strcspn(at, "}") + 1;
        *names = *names || *value;
        if (!strcmp(name, "tenant"))
            value = api->p->people->kestrel_slug;
        if (!strcmp(name, "country"))
            value = "DE";
        for (size_t k = 0; !*value && k < route->params->count; k++)
            if (!strcmp(route->params->items[k].name, name))
                value = route->params->items[k].choices[0];
        path = arena_printf(api->p->arena, "%s%s", path, value);
    }
    return path;
}

/* The smallest value that a schema takes. */
static struct jsn *
sample(struct programs *api, const struct jsn *schema)
{
    struct arena *arena = api->p->arena;
    schema = programs_resolve(api, schema);
    const struct jsn *type = jsn_get(schema, "type");
    const char *name = jsn_as_text(jsn_kind(type) == JSN_ARRAY ? jsn_at(type, 0) : type, "");
    if (jsn_get(schema, "enum"))
        return jsn_text(arena, jsn_as_text(jsn_at(jsn_get(schema, "enum"), 0), ""));
    if (!strcmp(name, "integer"))
        return jsn_int(arena, jsn_as_int(jsn_get(schema, "minimum"), 0));
    if (!strcmp(name, "string"))
        return jsn_text(arena, "Sample text");
    if (!strcmp(name, "boolean"))
        return jsn_bool(arena, true);
    if (!strcmp(name, "array")) {
        struct jsn *list = jsn_array(arena);
        jsn_add(list, sample(api, jsn_get(schema, "items")));
        return list;
    }
    struct jsn *object = jsn_object(arena);
    const struct jsn *required = jsn_get(schema, "required");
    for (size_t i = 0; i < jsn_length(required); i++) {
        const char *key = jsn_as_text(jsn_at(required, i), "");
        jsn_set(object, key, sample(api, jsn_get(jsn_get(schema, "properties"), key)));
    }
    return object;
}

static const char *
sample_body(struct programs *api, const struct route *route)
{
    const struct jsn *body = jsn_get(programs_operation(api, route), "requestBody");
    const struct jsn *schema =
        jsn_get(jsn_get(jsn_get(body, "content"), "application/json"), "schema");
    if (route->method == GET || route->method == DELETE)
        return NULL;
    return schema ? jsn_write(api->p->arena, sample(api, schema)) : "{}";
}

/* What a GET must have in its query. */
static const char *
query_of(struct programs *api, const struct route *route, const struct programs_rows *r)
{
    const char *query = "";
    for (size_t i = 0; route->params && i < route->params->count; i++) {
        const struct param *param = &route->params->items[i];
        if (param->presence == REQUIRED && param->type == PARAM_TYPE_ID &&
            !strstr(route->path, arena_printf(api->p->arena, "{%s}", param->name)))
            query = arena_printf(api->p->arena, "?%s=%" PRId64, param->name, r->contact);
    }
    return query;
}

static void
keeps_workspaces_apart(void **state)
{
    struct programs *api = *state;
    if (!api)
        return;
    struct programs_rows theirs = programs_rows(api, api->p->people->atlas, "Theirs", "review");
    for (size_t i = 0; i < n_routes; i++) {
        const struct route *route = &routes[i];
        bool names;
        if (route->caller != TOKEN)
            continue;
        const char *path = path_of(api, route, &theirs, &names);
        if (!names)
            continue;
        const char *method = match_method_name(route->method);
        path = arena_printf(api->p->arena, "%s%s", path, query_of(api, route, &theirs));
        struct webrun_answer answer =
            programs_send(api, api->admin, method, path, sample_body(api, route));
        if (answer.status != 404)
            fail_msg("%s %s: %d: %s", method, path, answer.status, answer.body);
    }
    /* What is theirs in a body or a query is not there either. */
    struct programs_rows ours = programs_rows(api, api->p->people->kestrel, "Apart", "review");
    programs_call(api, api->write, 404, "POST",
                  programs_path(api, "/pdf/%" PRId64 "/files", ours.pdf),
                  arena_printf(api->p->arena, "{\"contact\":%" PRId64 "}", theirs.contact));
    programs_call(api, api->read, 404, "GET",
                  programs_path(api, "/messages?campaign=%" PRId64, theirs.campaign), NULL);
    programs_call(api, api->read, 404, "GET",
                  programs_path(api, "/campaigns/%" PRId64 "/people?conflict=%" PRId64,
                                ours.campaign, theirs.conflict),
                  NULL);
    programs_call(
        api, api->read, 404, "GET",
        programs_path(api, "/campaigns/%" PRId64 "/checks/%" PRId64, ours.campaign, theirs.check),
        NULL);
    /* And one's own of another campaign. */
    struct programs_rows more = programs_rows(api, api->p->people->kestrel, "More", "review");
    static const char *const inner[] = {"steps", "checks", "addings", "exports"};
    const int64_t ids[] = {ours.step, ours.check, ours.adding, ours.export};
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++)
        programs_call(api, api->write, 404, "GET",
                      programs_path(api, "/campaigns/%" PRId64 "/%s/%" PRId64, more.campaign,
                                    inner[i], ids[i]),
                      NULL);
    programs_call(api, api->write, 404, "POST",
                  programs_path(api, "/campaigns/%" PRId64 "/conflicts/%" PRId64 "/fix",
                                more.campaign, ours.conflict),
                  "{}");
    int64_t left = programs_sql(api, api->p->people->atlas,
                                "SELECT count(*) FROM message WHERE tenant_id = app.tenant() AND "
                                "message_id = %" PRId64 " AND state = 'draft' AND version = 1",
                                theirs.message);
    assert_int_equal(left, 1);
}

static void
writes_nothing_for_a_reader(void **state)
{
    struct programs *api = *state;
    if (!api)
        return;
    struct programs_rows ours = programs_rows(api, api->p->people->kestrel, "Reader", "review");
    size_t writing = 0;
    for (size_t i = 0; i < n_routes; i++) {
        const struct route *route = &routes[i];
        bool names;
        if (route->caller != TOKEN)
            continue;
        const char *path = path_of(api, route, &ours, &names),
                   *method = match_method_name(route->method);
        path = arena_printf(api->p->arena, "%s%s", path, query_of(api, route, &ours));
        assert_int_equal(programs_send(api, NULL, method, path, sample_body(api, route)).status,
                         401);
        int status = programs_send(api, api->read, method, path, sample_body(api, route)).status;
        if (route->method != GET || route->need == MAY_WRITE) {
            writing++;
            if (status != 403)
                fail_msg("%s %s: a reader gets %d", method, path, status);
        } else if (status != 200) {
            fail_msg("%s %s: a reader gets %d", method, path, status);
        }
    }
    assert_true(writing > 50);
}

static void
refuses_what_it_does_not_know(void **state)
{
    struct programs *api = *state;
    if (!api)
        return;
    struct programs_rows ours = programs_rows(api, api->p->people->kestrel, "Unknown", "review");
    for (size_t i = 0; i < n_routes; i++) {
        const struct route *route = &routes[i];
        bool names;
        if (route->caller != TOKEN)
            continue;
        const char *path = path_of(api, route, &ours, &names),
                   *method = match_method_name(route->method);
        const char *body = sample_body(api, route), *query = query_of(api, route, &ours);
        struct webrun_answer answer = programs_send(
            api, api->admin, method,
            arena_printf(api->p->arena, "%s%s%chair=red", path, query, *query ? '&' : '?'), body);
        if (answer.status != 400 || !strstr(answer.body, "hair"))
            fail_msg("%s %s?hair=red: %d: %s", method, path, answer.status, answer.body);
        if (!body)
            continue;
        static const char *const wrong[][2] = {
            {"{\"hair\":\"red\"}", "\"field\":\"hair\""},
            {"[1]",                "one JSON object"   },
            {"{\"a\":",            "\"kind\":\"INPUT\""},
        };
        for (size_t k = 0; k < sizeof wrong / sizeof *wrong; k++) {
            answer = programs_send(api, api->admin, method, path, wrong[k][0]);
            if (answer.status != 400 || !strstr(answer.body, wrong[k][1]))
                fail_msg("%s %s %s: %d: %s", method, path, wrong[k][0], answer.status, answer.body);
        }
    }
}

/* An error as the document describes it, and its message. */
static const char *
error_of(struct programs *api, const struct webrun_answer *answer, int status)
{
    struct jsn *value = NULL;
    const char *where;
    if (answer->status != status)
        fail_msg("%d instead of %d: %s", answer->status, status, answer->body);
    assert_string_equal(webrun_header(api->p->run, answer, "Content-Type"), "application/json");
    assert_ok(api->p->people,
              jsn_read(&api->p->people->app, api->p->arena, answer->body, answer->length, &value));
    struct jsn *schema = jsn_object(api->p->arena);
    jsn_set_text(schema, "$ref", "#/components/schemas/Error");
    if (!programs_fits(api, schema, value, "error", &where))
        fail_msg("%s does not fit: %s", where, answer->body);
    return programs_text(jsn_get(value, "error"), "message");
}

/* Addresses that are none, and methods that an address does not take, with and without a token. */
static void
answers_programs_everywhere(void **state)
{
    struct programs *api = *state;
    if (!api)
        return;
    static const char *const nowhere[] = {"/api",
                                          "/api/v1",
                                          "/api/v1/openapi.yaml",
                                          "/api/v2/me",
                                          "/api/settings/tokens",
                                          "/api/v1//me",
                                          "/api/v1/%00/me"};
    for (size_t i = 0; i < sizeof nowhere / sizeof *nowhere; i++)
        for (int with = 0; with < 2; with++) {
            struct webrun_answer answer =
                programs_send(api, with ? api->read : NULL, "GET", nowhere[i], NULL);
            assert_non_null(strstr(error_of(api, &answer, 404), "/api/v1/openapi.json"));
        }
    struct webrun_answer answer =
        programs_send(api, api->read, "GET", programs_path(api, "/contacts/999999999"), NULL);
    assert_non_null(strstr(error_of(api, &answer, 404), "another workspace"));
    answer = programs_send(api, api->read, "GET", "/api/v1/no-such-place/contacts", NULL);
    assert_non_null(strstr(error_of(api, &answer, 404), "another workspace"));
    answer = programs_send(api, api->read, "GET", "/api/v1/openapi.json?x=1", NULL);
    assert_non_null(strstr(error_of(api, &answer, 400), "\"x\""));
    for (size_t i = 0; i < n_routes; i++) {
        bool has_put = false;
        const char *path = "";
        for (size_t k = 0; k < n_routes; k++)
            has_put =
                has_put || (routes[k].method == PUT && !strcmp(routes[k].path, routes[i].path));
        if (routes[i].caller != TOKEN || has_put || strstr(routes[i].path, "{act}"))
            continue;
        for (const char *at = routes[i].path; *at; at += *at == '{' ? strcspn(at, "}") + 1 : 1)
            path = arena_printf(api->p->arena, "%s%c", path, *at == '{' ? '7' : *at);
        answer = programs_send(api, api->read, "PUT", path, "{}");
        const char *said = error_of(api, &answer, 405);
        const char *allow = webrun_header(api->p->run, &answer, "Allow");
        assert_non_null(strstr(said, "PUT"));
        assert_non_null(strstr(said, allow));
        assert_non_null(strstr(allow, match_method_name(routes[i].method)));
    }
}

/* Of a token that does not reach, the program hears which one would. */
static void
says_which_scope_it_takes(void **state)
{
    struct programs *api = *state;
    if (!api)
        return;
    struct webrun_answer answer = programs_send(
        api, api->read, "POST", programs_path(api, "/companies"), "{\"name\":\"Nobody\"}");
    const char *said = error_of(api, &answer, 403);
    assert_non_null(strstr(said, "scope \"write\""));
    assert_non_null(strstr(said, "as far as \"read\""));
}

/* Who may write may not do what admins do. */
static void
keeps_what_is_for_admins(void **state)
{
    struct programs *api = *state;
    if (!api)
        return;
    struct programs_rows ours = programs_rows(api, api->p->people->kestrel, "Admins", "review");
    for (size_t i = 0; i < n_routes; i++) {
        bool names;
        if (routes[i].caller != TOKEN || routes[i].need != MAY_ADMIN)
            continue;
        struct webrun_answer answer =
            programs_send(api, api->write, match_method_name(routes[i].method),
                          path_of(api, &routes[i], &ours, &names), sample_body(api, &routes[i]));
        assert_non_null(strstr(error_of(api, &answer, 403), "scope \"admin\""));
    }
}

/* A member of a wrong type, out of its range or too long is named. */
static void
holds_to_types_and_limits(void **state)
{
    static const struct {
        const char *method, *path, *body, *field;
    } cases[] = {
        {"POST", "/campaigns",            "{\"name\":7}",                                          "name"           },
        {"POST", "/campaigns",            "{}",                                                    "name"           },
        {"POST", "/campaigns",            "{\"name\":\"A\\u0000B\"}",                              "name"           },
        {"POST", "/messages/bulk",        "{\"act\":\"approve\",\"expected\":0,\"q\":[\"a\"]}",    "q"              },
        {"POST", "/campaigns",            "{\"name\":\"A\",\"personalisation\":9}",                "personalisation"},
        {"POST", "/campaigns",            "{\"name\":\"A\",\"cooldown_days\":\"3\"}",              "cooldown_days"  },
        {"POST", "/campaigns",            "{\"name\":\"A\",\"starts_on\":\"tomorrow\"}",           "starts_on"      },
        {"POST", "/campaigns",            "{\"name\":\"A\",\"skip_unready\":1}",                   "skip_unready"   },
        {"POST", "/campaigns",            "{\"name\":\"A\",\"language\":\"xx\"}",                  "language"       },
        {"POST", "/campaigns",            "{\"name\":\"A\\u0007B\"}",                              "name"           },
        {"POST", "/messages/bulk",        "{\"act\":\"burn\",\"expected\":0}",                     "act"            },
        {"POST", "/messages/bulk",        "{\"act\":\"approve\"}",                                 "expected"       },
        {"POST", "/messages/bulk",        "{\"act\":\"approve\",\"expected\":1.5}",                "expected"       },
        {"POST", "/messages/bulk",        "{\"act\":\"reject\",\"expected\":0,\"reason\":\"no\"}",
         "reason"                                                                                                   },
        {"POST", "/pdf",                  "{\"name\":\"A\",\"html\":\" \"}",                       "html"           },
        {"GET",  "/messages?limit=201",   NULL,                                                    "limit"          },
        {"GET",  "/messages?state=lost",  NULL,                                                    "state"          },
        {"GET",  "/campaigns?sort=shoe",  NULL,                                                    "sort"           },
        {"GET",  "/campaigns?state=lost", NULL,                                                    "state"          },
        {"POST", "/senders",              "{\"name\":\"A\"}",                                      "company"        },
    };
    struct programs *api = *state;
    if (!api)
        return;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct jsn *answer = programs_call(api, api->write, 400, cases[i].method,
                                           programs_path(api, "%s", cases[i].path), cases[i].body);
        if (strcmp(programs_field(answer), cases[i].field) != 0)
            fail_msg("%s %s: the field is %s", cases[i].path, cases[i].body,
                     programs_field(answer));
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(describes_every_row),
        cmocka_unit_test(keeps_workspaces_apart),
        cmocka_unit_test(writes_nothing_for_a_reader),
        cmocka_unit_test(refuses_what_it_does_not_know),
        cmocka_unit_test(answers_programs_everywhere),
        cmocka_unit_test(says_which_scope_it_takes),
        cmocka_unit_test(keeps_what_is_for_admins),
        cmocka_unit_test(holds_to_types_and_limits),
    };
    return cmocka_run_group_tests(tests, programs_set_up, programs_tear_down);
}
