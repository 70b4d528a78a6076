/* Campaigns and messages for programs: what they get has the shape that the document says, what they
 * send obeys the rules of the pages, and a token that may only read writes nothing. */
#include "support/visits.h"

#include "base/json.h"
#include "domain/account/api_token.h"

struct api {
    struct pages *p;
    const char *write, *read;
    int64_t campaign, message;
    struct jsn *schemas;
};

static struct webrun_answer
send_to(struct api *api, const char *token, const char *method, const char *path, const char *body)
{
    struct webrun_request request = {
        .method = method,
        .path = arena_printf(api->p->arena, "/api/v1/%s/%s", api->p->people->kestrel_slug, path),
        .bearer = token,
        .type = body ? "application/json" : NULL,
        .body = body};
    return webrun_send(api->p->run, &request);
}

static const char *
path_of(struct api *api, const char *format, int64_t id)
{
    const char *at = strchr(format, '#');
    return arena_printf(api->p->arena, "%.*s%" PRId64 "%s", (int)(at - format), format, id, at + 1);
}

static int64_t
number(struct api *api, const char *text)
{
    return database_number(api->p->people->db, text);
}

/* The answer has exactly the members of the schema. */
static struct jsn *
shaped(struct api *api, struct webrun_answer answer, int status, const char *schema)
{
    struct jsn *object, *properties = jsn_get(jsn_get(api->schemas, schema), "properties"), *value;
    const void *at = NULL;
    const char *key;
    size_t n = 0, wanted = 0;
    if (answer.status != status)
        fail_msg("%d, not %d: %s", answer.status, status, answer.body);
    assert_ok(api->p->people,
              jsn_read(&api->p->people->app, api->p->arena, answer.body, answer.length, &object));
    while (jsn_member(object, &at, &key, &value)) {
        if (!jsn_get(properties, key))
            fail_msg("%s has no %s", schema, key);
        n++;
    }
    for (at = NULL; jsn_member(properties, &at, &key, &value);)
        wanted++;
    assert_int_equal(n, wanted);
    return object;
}

static void
reads_campaigns_and_messages(void **state)
{
    struct api *api = *state;
    if (!api)
        return;
    struct jsn *page =
        shaped(api, send_to(api, api->read, "GET", "campaigns", NULL), 200, "CampaignPage");
    assert_int_equal(jsn_as_int(jsn_get(page, "total"), 0), 1);
    struct jsn *campaign = shaped(
        api, send_to(api, api->read, "GET", path_of(api, "campaigns/#", api->campaign), NULL), 200,
        "Campaign");
    assert_string_equal(jsn_as_text(jsn_get(campaign, "name"), ""), "Autumn");
    assert_int_equal(jsn_length(jsn_get(campaign, "steps")), 1);
    page = shaped(api, send_to(api, api->read, "GET", "messages?state=draft&limit=1", NULL), 200,
                  "MessagePage");
    assert_int_equal(jsn_length(jsn_get(page, "items")), 1);
    assert_int_equal(send_to(api, api->read, "GET", "messages/999999999", NULL).status, 404);
    assert_int_equal(send_to(api, api->read, "GET", "campaigns?colour=red", NULL).status, 400);
}

static void
edits_and_decides_by_the_rules_of_the_pages(void **state)
{
    struct api *api = *state;
    if (!api)
        return;
    const char *one = path_of(api, "messages/#", api->message);
    const char *approve = path_of(api, "messages/#/approve", api->message);
    const char *reject = path_of(api, "messages/#/reject", api->message);
    /* a token that may only read */
    assert_int_equal(send_to(api, api->read, "POST", approve, "{\"version\":1}").status, 403);
    /* an edit needs a reason; the version that was approved must be the one that was read */
    assert_int_equal(send_to(api, api->write, "PATCH", one, "{\"body\":\"Dear Zoe, new\"}").status,
                     400);
    struct jsn *message =
        shaped(api,
               send_to(api, api->write, "PATCH", one,
                       "{\"body\":\"Dear Zoe, new\",\"reasons\":[\"too_long\"],\"version\":1}"),
               200, "Message");
    assert_int_equal(jsn_as_int(jsn_get(message, "version"), 0), 2);
    assert_int_equal(send_to(api, api->write, "POST", approve, "{\"version\":1}").status, 409);
    assert_int_equal(send_to(api, api->write, "POST", approve, "{}").status, 400);
    message =
        shaped(api, send_to(api, api->write, "POST", approve, "{\"version\":2}"), 200, "Message");
    assert_string_equal(jsn_as_text(jsn_get(message, "state"), ""), "approved");
    assert_int_equal(send_to(api, api->write, "POST", reject, "{\"reason\":\"no\"}").status, 400);
    message =
        shaped(api, send_to(api, api->write, "POST", reject, "{\"reason\":\"Not for them.\"}"), 200,
               "Message");
    assert_string_equal(jsn_as_text(jsn_get(message, "state"), ""), "rejected");
}

static void
exports_what_is_approved_only(void **state)
{
    struct api *api = *state;
    if (!api)
        return;
    const char *path = path_of(api, "campaigns/#/exports", api->campaign);
    assert_int_equal(send_to(api, api->write, "POST", path, "{\"format\":\"csv\"}").status, 409);
    int64_t id =
        number(api, "INSERT INTO campaign (tenant_id, name, name_key, state) VALUES "
                    "(app.tenant(), 'Winter', 'winter', 'approved') RETURNING campaign_id");
    path = path_of(api, "campaigns/#/exports", id);
    assert_int_equal(send_to(api, api->write, "POST", path, "{\"format\":\"odt\"}").status, 400);
    struct jsn *made =
        shaped(api, send_to(api, api->write, "POST", path, "{\"format\":\"lemlist\"}"), 201,
               "CampaignExport");
    assert_string_equal(jsn_as_text(jsn_get(made, "state"), ""), "waiting");
    struct jsn *all =
        shaped(api, send_to(api, api->write, "GET", path, NULL), 200, "CampaignExports");
    assert_int_equal(jsn_length(jsn_get(all, "items")), 1);
    assert_int_equal(send_to(api, api->read, "GET", path, NULL).status, 403);
}

/* A campaign in review with one draft. */
static void
add_campaign(struct api *api)
{
    struct people *people = api->p->people;
    struct arena *arena = api->p->arena;
    database_script(people->db, arena_printf(arena, "SET app.tenant = %" PRId64, people->kestrel));
    api->campaign =
        number(api, "INSERT INTO campaign (tenant_id, name, name_key, state) VALUES "
                    "(app.tenant(), 'Autumn', 'autumn', 'review') RETURNING campaign_id");
    int64_t contact =
        number(api, "INSERT INTO contact (tenant_id, first_name, email, name_key, search, "
                    "sort_name, codes) VALUES (app.tenant(), 'Zoe', 'zoe@api-test.com', "
                    "'z', 'z', 'z', '{0,0,0,0,0,0,40,0,0,0,0,0}') RETURNING contact_id");
    int64_t step = number(
        api, arena_printf(arena,
                          "INSERT INTO campaign_step (tenant_id, campaign_id, position, channel, "
                          "label, max_length) VALUES (app.tenant(), %" PRId64
                          ", 1, 'linkedin_message', 'First', 500) RETURNING step_id",
                          api->campaign));
    database_script(people->db,
                    arena_printf(arena,
                                 "INSERT INTO campaign_person (tenant_id, campaign_id, contact_id, "
                                 "state) VALUES (app.tenant(), %" PRId64 ", %" PRId64
                                 ", 'written')",
                                 api->campaign, contact));
    api->message = number(
        api, arena_printf(
                 arena,
                 "INSERT INTO message (tenant_id, campaign_id, step_id, contact_id, channel, "
                 "position, rank, language, tone, formality, provider) VALUES (app.tenant(), "
                 "%" PRId64 ", %" PRId64 ", %" PRId64 ", 'linkedin_message', 1, 0, 'en', 'bold', "
                 "'formal', 'embedded') RETURNING message_id",
                 api->campaign, step, contact));
    database_script(
        people->db,
        arena_printf(arena,
                     "INSERT INTO message_version (tenant_id, message_id, version, body, "
                     "origin) VALUES (app.tenant(), %" PRId64 ", 1, 'Dear Zoe', "
                     "'embedded')",
                     api->message));
}

static int
set_up(void **state)
{
    struct pages *p = pages_new();
    *state = NULL;
    if (!p)
        return 0;
    struct people *people = p->people;
    struct api *api = ARENA_NEW(p->arena, struct api);
    *state = api;
    api->p = p;
    add_campaign(api);
    people_begin(people, ADA, people->kestrel);
    assert_ok(people, api_token_add(&people->app, people->kestrel, "W", "write", 1, &api->write));
    assert_ok(people, api_token_add(&people->app, people->kestrel, "R", "read", 1, &api->read));
    people_commit(people);
    struct webrun_answer answer = webrun_get(p->run, NULL, "/api/v1/openapi.json");
    struct jsn *document;
    assert_ok(people, jsn_read(&people->app, p->arena, answer.body, answer.length, &document));
    api->schemas = jsn_get(jsn_get(document, "components"), "schemas");
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
        cmocka_unit_test(reads_campaigns_and_messages),
        cmocka_unit_test(edits_and_decides_by_the_rules_of_the_pages),
        cmocka_unit_test(exports_what_is_approved_only),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
