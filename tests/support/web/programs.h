/* Programs that use the JSON interface, over support/visits.h: tokens of both workspaces, requests whose
 * answers are held against the document, and rows of everything that an address can name. */
#ifndef LEADGEN_TESTS_SUPPORT_PROGRAMS_H
#define LEADGEN_TESTS_SUPPORT_PROGRAMS_H

#include "support/visits.h"

#include "base/json.h"
#include "domain/account/api_token.h"
#include "web/match.h"
#include "web/routes.h"

struct programs {
    struct pages *p;
    const char *admin, *write, *read; /* tokens of kestrel, made by Ada */
    struct jsn *document;             /* openapi.json */
};

/* One of everything, in a workspace. */
struct programs_rows {
    int64_t campaign, contact, company, step, message, check, conflict, adding, export, pdf,
        pdf_run, template, sender, job, run;
};

static inline struct programs *
programs_new(void)
{
    struct pages *p = pages_new();
    if (!p)
        return NULL;
    struct programs *api = ARENA_NEW(p->arena, struct programs);
    struct people *people = p->people;
    api->p = p;
    people_begin(people, ADA, people->kestrel);
    assert_ok(people, api_token_add(&people->app, people->kestrel, "A", "admin", 1, &api->admin));
    assert_ok(people, api_token_add(&people->app, people->kestrel, "W", "write", 1, &api->write));
    assert_ok(people, api_token_add(&people->app, people->kestrel, "R", "read", 1, &api->read));
    people_commit(people);
    struct webrun_answer answer = webrun_get(p->run, NULL, "/api/v1/openapi.json");
    assert_int_equal(answer.status, 200);
    assert_ok(people, jsn_read(&people->app, p->arena, answer.body, answer.length, &api->document));
    return api;
}

static inline int
programs_set_up(void **state)
{
    *state = programs_new();
    return 0;
}

static inline int
programs_tear_down(void **state)
{
    struct programs *api = *state;
    people_free(api ? api->p->people : NULL);
    return 0;
}

/* A path of kestrel with %s and PRId64 filled in. */
static inline const char *programs_path(struct programs *api, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
static inline const char *
programs_path(struct programs *api, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    const char *rest = arena_vprintf(api->p->arena, format, args);
    va_end(args);
    return arena_printf(api->p->arena, "/api/v1/%s%s", api->p->people->kestrel_slug, rest);
}

static inline struct webrun_answer
programs_send(struct programs *api, const char *token, const char *method, const char *path,
              const char *body)
{
    struct webrun_request request = {.method = method,
                                     .path = path,
                                     .bearer = token,
                                     .type = body ? "application/json" : NULL,
                                     .body = body};
    return webrun_send(api->p->run, &request);
}

static inline const struct jsn *
programs_resolve(struct programs *api, const struct jsn *schema)
{
    const char *ref = jsn_as_text(jsn_get(schema, "$ref"), NULL);
    if (!ref)
        return schema;
    const struct jsn *found =
        jsn_get(jsn_get(jsn_get(api->document, "components"), "schemas"), strrchr(ref, '/') + 1);
    if (!found)
        fail_msg("%s is not in the document", ref);
    return found;
}

static inline bool
programs_is_of(const struct jsn *value, const char *type)
{
    enum jsn_kind kind = jsn_kind(value);
    return !strcmp(type, "null")      ? kind == JSN_NULL
           : !strcmp(type, "integer") ? kind == JSN_INT
           : !strcmp(type, "string")  ? kind == JSN_TEXT
           : !strcmp(type, "boolean") ? kind == JSN_BOOL
           : !strcmp(type, "array")   ? kind == JSN_ARRAY
                                      : kind == JSN_OBJECT;
}

/* Whether a value is what a schema says; *where: the first place where it is not. */
static inline bool
programs_fits(struct programs *api, const struct jsn *schema, const struct jsn *value,
              const char *at, const char **where)
{
    schema = programs_resolve(api, schema);
    const struct jsn *any = jsn_get(schema, "anyOf"), *type = jsn_get(schema, "type");
    const struct jsn *properties = jsn_get(schema, "properties");
    bool ok = !any && !type;
    *where = at;
    for (size_t i = 0; i < jsn_length(any); i++)
        if (programs_fits(api, jsn_at(any, i), value, at, where))
            return true;
    if (jsn_kind(type) == JSN_TEXT)
        ok = programs_is_of(value, jsn_as_text(type, ""));
    for (size_t i = 0; i < jsn_length(type); i++)
        ok = ok || programs_is_of(value, jsn_as_text(jsn_at(type, i), ""));
    for (size_t i = 0; ok && i < jsn_length(value); i++)
        if (!programs_fits(api, jsn_get(schema, "items"), jsn_at(value, i),
                           arena_printf(api->p->arena, "%s.%zu", at, i), where))
            return false;
    const void *member = NULL;
    const char *key;
    struct jsn *one;
    while (ok && properties && jsn_member(value, &member, &key, &one)) {
        const char *inner = arena_printf(api->p->arena, "%s.%s", at, key);
        *where = inner;
        if (!jsn_get(properties, key) ||
            !programs_fits(api, jsn_get(properties, key), one, inner, where))
            return false;
    }
    const struct jsn *required = jsn_get(schema, "required");
    for (size_t i = 0; ok && jsn_kind(value) == JSN_OBJECT && i < jsn_length(required); i++) {
        bool there = false;
        for (member = NULL; jsn_member(value, &member, &key, &one);)
            there = there || !strcmp(key, jsn_as_text(jsn_at(required, i), ""));
        *where = arena_printf(api->p->arena, "%s.%s", at, jsn_as_text(jsn_at(required, i), ""));
        ok = there;
    }
    return ok;
}

/* What the document says of a row. */
static inline const struct jsn *
programs_operation(struct programs *api, const struct route *route)
{
    static const char *const members[] = {
        [GET] = "get", [POST] = "post", [PATCH] = "patch", [PUT] = "put", [DELETE] = "delete"};
    return jsn_get(jsn_get(jsn_get(api->document, "paths"), route->path), members[route->method]);
}

/* Sends a request; the answer has that status and is what the document says of it. */
static inline struct jsn *
programs_call(struct programs *api, const char *token, int status, const char *method,
              const char *path, const char *body)
{
    struct webrun_answer answer = programs_send(api, token, method, path, body);
    struct param_set values = {0};
    struct jsn *value = NULL;
    const char *allow, *where = "";
    if (answer.status != status)
        fail_msg("%s %s: %d, not %d: %s", method, path, answer.status, status, answer.body);
    assert_ok(api->p->people,
              jsn_read(&api->p->people->app, api->p->arena, answer.body, answer.length, &value));
    const struct route *route =
        match_route(api->p->arena, webrun_web(api->p->run), method,
                    arena_strndup(api->p->arena, path, strcspn(path, "?")), &values, &allow);
    assert_non_null(route);
    const struct jsn *said = jsn_get(jsn_get(programs_operation(api, route), "responses"),
                                     arena_printf(api->p->arena, "%d", status));
    const struct jsn *schema =
        jsn_get(jsn_get(jsn_get(said, "content"), "application/json"), "schema");
    if (!schema)
        fail_msg("%s %s: %d is not in the document", method, path, status);
    if (!programs_fits(api, schema, value, "answer", &where))
        fail_msg("%s %s: %s is not as the document says: %s", method, path, where, answer.body);
    return value;
}

static inline int64_t
programs_int(const struct jsn *object, const char *key)
{
    return jsn_as_int(jsn_get(object, key), -1);
}

static inline const char *
programs_text(const struct jsn *object, const char *key)
{
    return jsn_as_text(jsn_get(object, key), "");
}

/* The field and message of an error. */
static inline const char *
programs_field(const struct jsn *answer)
{
    return programs_text(jsn_get(answer, "error"), "field");
}

/* A number from SQL in a workspace. */
static inline int64_t programs_sql(struct programs *api, int64_t tenant, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
static inline int64_t
programs_sql(struct programs *api, int64_t tenant, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    const char *sql = arena_vprintf(api->p->arena, format, args);
    va_end(args);
    database_script(api->p->people->db,
                    arena_printf(api->p->arena, "SET app.tenant = %" PRId64, tenant));
    return database_number(api->p->people->db, sql);
}

/* A contact that nobody has yet. */
static inline int64_t
programs_contact(struct programs *api, int64_t tenant, const char *first)
{
    return programs_sql(api, tenant,
                        "INSERT INTO contact (tenant_id, first_name, last_name, email, email_key, "
                        "name_key, search, sort_name, codes) SELECT app.tenant(), '%s', 'Bell', "
                        "e, e, 'z', lower('%s'), lower('%s'), '{0,0,0,0,0,0,40,0,0,0,0,0}' FROM "
                        "(SELECT lower('%s') || substr(md5(random()::text), 1, 9) || "
                        "'@bell.example' AS e) x RETURNING contact_id",
                        first, first, first, first);
}

/* A campaign in a state with a step and a person who has a draft, and all else that can be named. */
static inline struct programs_rows
programs_rows(struct programs *api, int64_t tenant, const char *name, const char *state)
{
    struct programs_rows r = {0};
    r.campaign = programs_sql(api, tenant,
                              "INSERT INTO campaign (tenant_id, name, name_key, state) VALUES "
                              "(app.tenant(), '%s', lower('%s'), '%s') RETURNING campaign_id",
                              name, name, state);
    r.contact = programs_contact(api, tenant, name);
    r.company = programs_sql(api, tenant,
                             "INSERT INTO company (tenant_id, name, name_key, search, sort_name, "
                             "codes) VALUES (app.tenant(), '%s', '%s', 'x', 'x', "
                             "'{0,0,0,0,0,0,0,0,0,0,0,0}') RETURNING company_id",
                             name, name);
    r.step = programs_sql(
        api, tenant,
        "INSERT INTO campaign_step (tenant_id, campaign_id, position, channel, label, max_length) "
        "VALUES (app.tenant(), %" PRId64 ", 1, 'linkedin_message', 'First', 500) RETURNING step_id",
        r.campaign);
    programs_sql(api, tenant,
                 "INSERT INTO campaign_person (tenant_id, campaign_id, contact_id, state) VALUES "
                 "(app.tenant(), %" PRId64 ", %" PRId64 ", 'written') RETURNING 1",
                 r.campaign, r.contact);
    r.message = programs_sql(
        api, tenant,
        "INSERT INTO message (tenant_id, campaign_id, step_id, contact_id, channel, position, "
        "rank, language, tone, formality, provider) VALUES (app.tenant(), %" PRId64 ", %" PRId64
        ", %" PRId64 ", 'linkedin_message', 1, 0, 'en', 'bold', 'formal', 'embedded') RETURNING "
        "message_id",
        r.campaign, r.step, r.contact);
    programs_sql(api, tenant,
                 "INSERT INTO message_version (tenant_id, message_id, version, body, origin) "
                 "VALUES (app.tenant(), %" PRId64 ", 1, 'Dear Zoe', 'embedded') RETURNING 1",
                 r.message);
    r.check = programs_sql(
        api, tenant,
        "WITH c AS (INSERT INTO campaign_check (tenant_id, campaign_id, people, checked_at, "
        "finished_at) VALUES (app.tenant(), %" PRId64
        ", 1, clock_timestamp(), clock_timestamp()) RETURNING check_id), u AS (UPDATE campaign SET "
        "check_id = (SELECT check_id FROM c) WHERE tenant_id = app.tenant() AND campaign_id = "
        "%" PRId64 ") SELECT check_id FROM c",
        r.campaign, r.campaign);
    r.conflict = programs_sql(
        api, tenant,
        "INSERT INTO campaign_conflict (tenant_id, check_id, kind, severity, title, detail, facts, "
        "people) VALUES (app.tenant(), %" PRId64
        ", 'overlap', 2, 'Overlap', 'Elsewhere.', '{}', 1) "
        "RETURNING conflict_id",
        r.check);
    r.adding = programs_sql(
        api, tenant,
        "INSERT INTO campaign_adding (tenant_id, campaign_id, entity, filter, how) VALUES "
        "(app.tenant(), %" PRId64 ", 2, 'q=nobody', 'api') RETURNING adding_id",
        r.campaign);
    r.export = programs_sql(api, tenant,
                            "INSERT INTO campaign_export (tenant_id, campaign_id, format, state) "
                            "VALUES (app.tenant(), %" PRId64 ", 'csv', 'done') RETURNING export_id",
                            r.campaign);
    r.pdf = programs_sql(
        api, tenant,
        "INSERT INTO pdf_template (tenant_id, name, html, variables) VALUES "
        "(app.tenant(), '%s ' || random(), '<p>{{first_name}}</p>', '{first_name}') RETURNING "
        "pdf_template_id",
        name);
    r.pdf_run =
        programs_sql(api, tenant,
                     "INSERT INTO pdf_run (tenant_id, pdf_template_id, contact_id, state) "
                     "VALUES (app.tenant(), %" PRId64 ", %" PRId64 ", 'done') RETURNING pdf_run_id",
                     r.pdf, r.contact);
    r.template =
        programs_sql(api, tenant,
                     "INSERT INTO campaign_template (tenant_id, name, name_key, steps, "
                     "defaults) SELECT app.tenant(), e, lower(e), '[]', '{}' FROM (SELECT '%s ' "
                     "|| random() AS e) x RETURNING template_id",
                     name);
    r.sender = programs_sql(api, tenant,
                            "INSERT INTO campaign_sender (tenant_id, name, company) VALUES "
                            "(app.tenant(), '%s', 'Kestrel') RETURNING sender_id",
                            name);
    r.job = programs_sql(api, tenant,
                         "INSERT INTO job_history (job_id, tenant_id, kind, subject, payload, "
                         "state, attempts, done, total, created_at) VALUES "
                         "(nextval('job_job_id_seq'), app.tenant(), 'test', %" PRId64
                         ", '{}', 'done', 1, 1, 1, now()) RETURNING job_id",
                         r.campaign);
    r.run =
        programs_sql(api, tenant,
                     "INSERT INTO pipeline_run (tenant_id, title, entity, filter, stages, state) "
                     "VALUES (app.tenant(), '%s', 2, '', '{write}', 'done') RETURNING run_id",
                     name);
    return r;
}

#endif
