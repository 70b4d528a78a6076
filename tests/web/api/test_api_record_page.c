/* Records for programs: read, create, change, delete; what is refused, and how it says so. */
#include "support/visits.h"

#include "domain/account/api_token.h"

struct api {
    struct pages *p;
    const char *read, *write; /* tokens of kestrel, made by Ada */
};

static const char *
new_token(struct pages *p, const char *scope)
{
    const char *token;
    people_begin(p->people, ADA, p->people->kestrel);
    assert_ok(p->people,
              api_token_add(&p->people->app, p->people->kestrel, scope, scope, 1, &token));
    people_commit(p->people);
    return token;
}

static struct webrun_answer
send(struct api *api, const char *token, const char *method, const char *path, const char *body)
{
    struct webrun_request request = {
        .method = method,
        .path = arena_printf(api->p->arena, "/api/v1/%s/%s", api->p->people->kestrel_slug, path),
        .bearer = token,
        .type = body ? "application/json" : NULL,
        .body = body};
    return webrun_send(api->p->run, &request);
}

static int64_t
id_of(const struct webrun_answer *answer)
{
    const char *at = strstr(answer->body, "\"id\":");
    if (!at)
        fail_msg("no id in %s", answer->body);
    return strtoll(at + strcspn(at, "0123456789"), NULL, 10);
}

static void
writes_what_it_reads(void **state)
{
    struct api *api = *state;
    if (!api)
        return;
    struct webrun_answer made =
        send(api, api->write, "POST", "contacts",
             "{\"first_name\":\"Jane\",\"last_name\":\"Doe\",\"email\":\"Jane@Acme.example\","
             "\"job_title\":\"VP Sales\",\"company\":\"acme.example\",\"status\":\"Active\"}");
    assert_int_equal(made.status, 201);
    assert_non_null(strstr(made.body, "\"email\":\"jane@acme.example\""));
    assert_non_null(strstr(made.body, "\"status\":\"active\""));
    assert_non_null(strstr(made.body, "\"domain\":\"acme.example\""));
    const char *path = arena_printf(api->p->arena, "contacts/%" PRId64, id_of(&made));
    struct webrun_answer read = send(api, api->read, "GET", path, NULL);
    assert_int_equal(read.status, 200);
    assert_string_equal(read.body, made.body);
    struct webrun_answer changed =
        send(api, api->write, "PATCH", path,
             "{\"version\":1,\"job_title\":null,\"phone\":\"+420777123456\"}");
    assert_int_equal(changed.status, 200);
    assert_non_null(strstr(changed.body, "\"job_title\":null"));
    assert_non_null(strstr(changed.body, "+420777123456"));
    assert_non_null(strstr(changed.body, "\"version\":2"));
    assert_int_equal(send(api, api->write, "DELETE", path, NULL).status, 200);
    assert_int_equal(send(api, api->read, "GET", path, NULL).status, 404);
}

/* Body, status, and what the answer must name. */
static void
refuses_what_is_wrong(void **state)
{
    static const struct {
        const char *body;
        int status;
        const char *names;
    } cases[] = {
        {"",                                             400, "JSON"                    },
        {"[1]",                                          400, "one JSON object"         },
        {"{\"first_name\":\"A\",",                       400, "\"kind\""                },
        {"{\"first_name\":\"A\",\"hair\":\"red\"}",      400, "\"field\":\"hair\""      },
        {"{\"first_name\":7}",                           400, "\"field\":\"first_name\""},
        {"{\"email\":\"nobody\"}",                       400, "\"field\":\"email\""     },
        {"{\"last_name\":\"B\",\"status\":\"sleepy\"}",  400, "\"field\":\"status\""    },
        {"{\"last_name\":\"B\",\"owner_id\":999999999}", 400, "\"field\":\"owner_id\""  },
        {"{\"job_title\":\"CEO\"}",                      400, "\"field\":\"last_name\"" },
        {"{\"last_name\":\"B\",\"tag_ids\":\"{1}\"}",    400, "\"field\":\"tag_ids\""   },
    };
    struct api *api = *state;
    if (!api)
        return;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct webrun_answer answer = send(api, api->write, "POST", "contacts", cases[i].body);
        if (answer.status != cases[i].status || !strstr(answer.body, cases[i].names))
            fail_msg("%s: %d %s", cases[i].body, answer.status, answer.body);
        assert_string_equal(webrun_header(api->p->run, &answer, "Content-Type"),
                            "application/json");
    }
}

/* Custom fields, tags and lists are written as they are read. */
static void
writes_what_a_workspace_adds(void **state)
{
    static const char *const all =
        "\"tags\":[\"Amber\",\"Zinc\"],\"lists\":[\"Spring fair\"],\"custom\":{";
    struct api *api = *state;
    if (!api)
        return;
    people_number(api->p->people,
                  "WITH f AS (INSERT INTO custom_field (tenant_id, entity, key, label, type, "
                  "options) SELECT %" PRId64 ", 2, k, initcap(k), t, o FROM (VALUES ('grade', "
                  "'choice', '{Low,High}'::text[]), ('share', 'number', '{}'), ('vip', 'yesno', "
                  "'{}')) AS v(k, t, o) RETURNING 1) SELECT count(*) FROM f",
                  api->p->people->kestrel);
    struct webrun_answer made =
        send(api, api->write, "POST", "contacts",
             "{\"last_name\":\"Own\",\"custom\":{\"grade\":\"high\",\"share\":1.5,\"vip\":true},"
             "\"tags\":[\"Zinc\",\"Amber\",\"zinc\"],\"lists\":[\"Spring fair\"]}");
    if (made.status != 201 || !strstr(made.body, all))
        fail_msg("%d %s", made.status, made.body);
    assert_non_null(strstr(made.body, "\"grade\":\"High\""));
    assert_non_null(strstr(made.body, "\"share\":\"1.5\""));
    assert_non_null(strstr(made.body, "\"vip\":\"yes\""));
    const char *path = arena_printf(api->p->arena, "contacts/%" PRId64, id_of(&made));
    struct webrun_answer same =
        send(api, api->write, "PATCH", path, "{\"tags\":[\"zinc\",\"amber\"],\"custom\":{}}");
    assert_non_null(strstr(same.body, "\"version\":1"));
    struct webrun_answer changed =
        send(api, api->write, "PATCH", path,
             "{\"custom\":{\"share\":null,\"vip\":\"no\"},\"tags\":[\"Cobalt\"],\"lists\":[]}");
    assert_int_equal(changed.status, 200);
    assert_non_null(strstr(changed.body, "\"tags\":[\"Cobalt\"],\"lists\":[]"));
    assert_non_null(strstr(changed.body, "\"grade\":\"High\""));
    assert_non_null(strstr(changed.body, "\"vip\":\"no\""));
    assert_null(strstr(changed.body, "\"share\""));
    static const char *const bad[][2] = {
        {"{\"custom\":{\"grade\":\"middling\"}}", "Choose one of the options of this field."},
        {"{\"custom\":{\"share\":\"much\"}}",     "\"field\":\"custom.share\""              },
        {"{\"custom\":{\"size\":1}}",             "There is no custom field with this key"  },
        {"{\"custom\":{\"share\":[1]}}",          "\"field\":\"custom.share\""              },
        {"{\"custom\":7}",                        "\"field\":\"custom\""                    },
        {"{\"tags\":\"Amber\"}",                  "\"field\":\"tags\""                      },
        {"{\"tags\":[7]}",                        "\"field\":\"tags\""                      },
        {"{\"lists\":[\"\"]}",                    "\"field\":\"lists\""                     },
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct webrun_answer answer = send(api, api->write, "PATCH", path, bad[i][0]);
        if (answer.status != 400 || !strstr(answer.body, bad[i][1]))
            fail_msg("%s: %d %s", bad[i][0], answer.status, answer.body);
    }
}

/* What a filter finds a record by stands in the record, of a contact's company too. */
static void
says_what_filters_know(void **state)
{
    struct api *api = *state;
    if (!api)
        return;
    struct webrun_answer company =
        send(api, api->write, "POST", "companies",
             "{\"name\":\"Classed\",\"domain\":\"classed.example\",\"industry\":\"Software\","
             "\"employees\":\"120\",\"country\":\"DE\",\"tier\":\"tier_2_gold\"}");
    assert_int_equal(company.status, 201);
    struct webrun_answer contact =
        send(api, api->write, "POST", "contacts",
             "{\"last_name\":\"Classed\",\"job_title\":\"VP Sales\",\"company\":"
             "\"classed.example\"}");
    assert_int_equal(contact.status, 201);
    static const char *const filters[] = {"industry", "size",      "region",     "country",
                                          "tier",     "seniority", "department", NULL};
    const char *classes = strstr(contact.body, "\"classes\":");
    assert_non_null(classes);
    for (size_t i = 0; filters[i]; i++) {
        const char *at = strstr(classes, arena_printf(api->p->arena, "\"%s\":\"", filters[i]));
        if (!at)
            fail_msg("no %s in %s", filters[i], classes);
        at += strlen(filters[i]) + 4;
        struct webrun_answer found = send(api, api->read, "GET",
                                          arena_printf(api->p->arena, "contacts?q=classed&%s=%.*s",
                                                       filters[i], (int)strcspn(at, "\""), at),
                                          NULL);
        if (!strstr(found.body, "\"total\":1"))
            fail_msg("%s: %s", filters[i], found.body);
    }
    classes = strstr(company.body, "\"classes\":");
    assert_non_null(strstr(classes, "\"industry\":\""));
    assert_non_null(strstr(classes, "\"score\":"));
}

/* A wrong value is answered with its field and the sentence that the page shows. */
static void
says_what_is_wrong_with_a_value(void **state)
{
    static const struct {
        const char *what, *field, *value, *why;
    } cases[] = {
        {"contacts",  "email",        "bad",          "@"                                       },
        {"contacts",  "phone",        "abc",          "phone number"                            },
        {"contacts",  "linkedin_url", "foo",          "This is no address at LinkedIn."         },
        {"contacts",  "country",      "Atlantis",     "No country is known by this name."       },
        {"companies", "domain",       "not a domain", "domain"                                  },
        {"companies", "employees",    "lots",         "This is no number of people."            },
        {"companies", "founded_year", "long ago",     "This is no year. Write four digits, such"},
    };
    struct api *api = *state;
    if (!api)
        return;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *named =
            cases[i].what[2] == 'n' ? "\"last_name\":\"Wrong\"" : "\"name\":\"Wrong\"";
        const char *body = arena_printf(api->p->arena, "{%s,\"%s\":\"%s\"}", named, cases[i].field,
                                        cases[i].value);
        struct webrun_answer made =
            send(api, api->write, "POST", cases[i].what,
                 arena_printf(api->p->arena, "{%s,\"keep_both\":true}", named));
        assert_int_equal(made.status, 201);
        const char *path = arena_printf(api->p->arena, "%s/%" PRId64, cases[i].what, id_of(&made));
        const struct webrun_answer answers[] = {
            send(api, api->write, "POST", cases[i].what, body),
            send(api, api->write, "PATCH", path, body),
        };
        for (size_t k = 0; k < 2; k++) {
            const char *field = arena_printf(api->p->arena, "\"field\":\"%s\"", cases[i].field);
            const char *message = strstr(answers[k].body, "\"message\":\"");
            if (answers[k].status != 400 || !strstr(answers[k].body, field) || !message ||
                !strstr(message + 11, cases[i].why))
                fail_msg("%s: %d %s", body, answers[k].status, answers[k].body);
        }
    }
}

static void
takes_no_company_from_a_host_of_many(void **state)
{
    static const struct {
        const char *what, *body, *names;
    } cases[] = {
        {"companies", "{\"name\":\"gmail.com\"}",                            "\"field\":\"name\""      },
        {"companies", "{\"website_url\":\"https://gmail.com\"}",
         "gmail.com is a free mail provider"                                                           },
        {"companies", "{\"website_url\":\"linkedin.com/company/x\"}",        "linkedin.com is a social"},
        {"companies", "{\"domain\":\"myshop.wordpress.com\"}",               "\"field\":\"domain\""    },
        {"companies", "{\"name\":\"A\",\"domain\":\"seznam.cz\"}",           "\"field\":\"domain\""    },
        {"contacts",  "{\"last_name\":\"B\",\"company\":\"gmail.com\"}",     "\"field\":\"company\""   },
        {"contacts",  "{\"last_name\":\"B\",\"company\":\"kim.github.io\"}", "a hosting service"       },
    };
    struct api *api = *state;
    if (!api)
        return;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct webrun_answer answer = send(api, api->write, "POST", cases[i].what, cases[i].body);
        if (answer.status != 400 || !strstr(answer.body, cases[i].names))
            fail_msg("%s: %d %s", cases[i].body, answer.status, answer.body);
    }
    struct webrun_answer made =
        send(api, api->write, "POST", "companies",
             "{\"name\":\"My Shop\",\"website_url\":\"myshop.wordpress.com\"}");
    assert_int_equal(made.status, 201);
    assert_null(strstr(made.body, "\"domain\":\"myshop"));
    made = send(api, api->write, "POST", "contacts",
                "{\"last_name\":\"B\",\"email\":\"b@gmail.com\"}");
    assert_int_equal(made.status, 201);
    assert_null(strstr(made.body, "\"name\":\"gmail"));
}

static void
refuses_duplicates_and_stale_versions(void **state)
{
    struct api *api = *state;
    if (!api)
        return;
    const char *body = "{\"name\":\"Twin\",\"domain\":\"twin.example\"}";
    struct webrun_answer made = send(api, api->write, "POST", "companies", body);
    assert_int_equal(made.status, 201);
    struct webrun_answer again = send(api, api->write, "POST", "companies", body);
    assert_int_equal(again.status, 409);
    assert_non_null(
        strstr(again.body, arena_printf(api->p->arena, "company %" PRId64, id_of(&made))));
    assert_non_null(strstr(again.body, "\"field\":\"domain\""));
    again = send(api, api->write, "POST", "companies",
                 "{\"name\":\"Twin\",\"domain\":\"twin.example\",\"keep_both\":true}");
    assert_int_equal(again.status, 201);
    assert_non_null(
        strstr(again.body, arena_printf(api->p->arena, "\"duplicate_of\":%" PRId64, id_of(&made))));
    const char *path = arena_printf(api->p->arena, "companies/%" PRId64, id_of(&made));
    assert_int_equal(send(api, api->write, "PATCH", path, "{\"city\":\"Brno\"}").status, 200);
    again = send(api, api->write, "PATCH", path, "{\"version\":1,\"city\":\"Praha\"}");
    assert_int_equal(again.status, 409);
}

static void
keeps_to_scope_and_workspace(void **state)
{
    struct api *api = *state;
    if (!api)
        return;
    const char *body = "{\"last_name\":\"Reader\"}";
    assert_int_equal(send(api, api->read, "POST", "contacts", body).status, 403);
    assert_int_equal(send(api, NULL, "POST", "contacts", body).status, 401);
    struct webrun_answer made = send(api, api->write, "POST", "contacts", body);
    struct webrun_request elsewhere = {
        .method = "GET",
        .path = arena_printf(api->p->arena, "/api/v1/%s/contacts/%" PRId64,
                             api->p->people->atlas_slug, id_of(&made)),
        .bearer = api->read};
    int status = webrun_send(api->p->run, &elsewhere).status;
    assert_true(status == 401 || status == 404);
    struct webrun_answer wrong = send(api, api->read, "PUT", "contacts/1", body);
    assert_int_equal(wrong.status, 405);
    assert_string_equal(webrun_header(api->p->run, &wrong, "Allow"), "GET, HEAD, PATCH, DELETE");
}

static int
set_up(void **state)
{
    struct pages *p = pages_new();
    struct api *api = p ? ARENA_NEW(p->arena, struct api) : NULL;
    if (api)
        *api = (struct api){.p = p, .read = new_token(p, "read"), .write = new_token(p, "write")};
    *state = api;
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
        cmocka_unit_test(writes_what_it_reads),
        cmocka_unit_test(refuses_what_is_wrong),
        cmocka_unit_test(writes_what_a_workspace_adds),
        cmocka_unit_test(says_what_filters_know),
        cmocka_unit_test(says_what_is_wrong_with_a_value),
        cmocka_unit_test(takes_no_company_from_a_host_of_many),
        cmocka_unit_test(refuses_duplicates_and_stale_versions),
        cmocka_unit_test(keeps_to_scope_and_workspace),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
