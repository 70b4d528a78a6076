/* Writing for programs: what it will come to, what is missing, started, cancelled, going on; and what
 * reviewers say of it. */
#include "support/web/programs.h"

static const char *
below(struct programs *api, int64_t id, const char *rest)
{
    return programs_path(api, "/campaigns/%" PRId64 "%s", id, rest);
}

static void
writes_after_it_said_what_it_comes_to(void **state)
{
    struct programs *api = *state;
    if (!api)
        return;
    programs_sql(api, api->p->people->kestrel,
                 "INSERT INTO campaign_sender (tenant_id, name, company) VALUES (app.tenant(), "
                 "'Hana', 'Kestrel') RETURNING 1");
    struct jsn *senders =
        programs_call(api, api->read, 200, "GET", programs_path(api, "/senders"), NULL);
    struct jsn *made = programs_call(
        api, api->write, 201, "POST", programs_path(api, "/campaigns"),
        arena_printf(api->p->arena, "{\"name\":\"Writing\",\"sender_id\":%" PRId64 "}",
                     programs_int(jsn_at(jsn_get(senders, "items"), 0), "id")));
    int64_t id = programs_int(made, "id"),
            contact = programs_contact(api, api->p->people->kestrel, "Ann");
    programs_call(api, api->write, 201, "POST", below(api, id, "/steps"),
                  "{\"channel\":\"email\"}");
    programs_call(api, api->write, 200, "POST", below(api, id, "/people"),
                  arena_printf(api->p->arena, "{\"ids\":[%" PRId64 "]}", contact));
    programs_call(api, api->write, 200, "POST", below(api, id, "/state"), "{\"to\":\"ready\"}");
    const char *start = below(api, id, "/generation/start");
    struct jsn *now =
        programs_call(api, api->read, 200, "GET", below(api, id, "/generation"), NULL);
    assert_non_null(strstr(programs_text(jsn_get(now, "estimate"), "missing"), "offer"));
    programs_call(api, api->write, 409, "POST", start, NULL);
    programs_call(api, api->write, 200, "PUT", below(api, id, "/offers/en"),
                  "{\"does\":\"We check invoices.\"}");
    now = programs_call(api, api->read, 200, "GET", below(api, id, "/generation"), NULL);
    assert_int_equal(programs_int(jsn_get(now, "estimate"), "messages"), 1);
    assert_int_equal(programs_int(jsn_get(now, "estimate"), "cost_micros"), 0);
    struct jsn *letters = programs_call(
        api, api->read, 200, "GET",
        below(api, id, arena_printf(api->p->arena, "/preview?contact=%" PRId64, contact)), NULL);
    struct jsn *letter = jsn_at(jsn_get(letters, "items"), 0);
    assert_non_null(strstr(programs_text(letter, "body"), "We check invoices."));
    programs_call(api, api->read, 404, "GET", below(api, id, "/preview?contact=999999999"), NULL);
    now = programs_call(api, api->write, 200, "POST", start, "{}");
    assert_string_equal(programs_text(now, "state"), "generating");
    assert_true(programs_int(jsn_get(now, "run"), "id") > 0);
    struct jsn *run = programs_call(
        api, api->read, 200, "GET",
        programs_path(api, "/runs/%" PRId64, programs_int(jsn_get(now, "run"), "id")), NULL);
    assert_true(jsn_as_bool(jsn_get(run, "active"), false));
    programs_call(api, api->write, 409, "POST", start, NULL);
    now = programs_call(api, api->write, 200, "POST", below(api, id, "/generation/cancel"), NULL);
    assert_string_equal(programs_text(now, "state"), "ready");
    programs_call(api, api->write, 409, "POST", below(api, id, "/generation/cancel"), NULL);
    programs_call(api, api->write, 200, "POST", start, NULL);
    programs_call(api, api->write, 404, "POST", below(api, id, "/generation/hurry"), NULL);
}

static void
tells_what_reviewers_say(void **state)
{
    struct programs *api = *state;
    if (!api)
        return;
    struct programs_rows r = programs_rows(api, api->p->people->kestrel, "Insights", "review");
    for (int i = 0; i < 6; i++)
        programs_call(api, api->write, 200, "PATCH",
                      programs_path(api, "/messages/%" PRId64, r.message),
                      arena_printf(api->p->arena,
                                   "{\"body\":\"Dear Zoe %d\",\"reasons\":[\"too_formal\"]}", i));
    struct jsn *said =
        programs_call(api, api->read, 200, "GET", below(api, r.campaign, "/insights"), NULL);
    assert_int_equal(programs_int(said, "actions"), 6);
    struct jsn *insight = jsn_at(jsn_get(said, "insights"), 0);
    assert_string_equal(programs_text(insight, "code"), "too_formal");
    programs_call(api, api->write, 200, "POST", below(api, r.campaign, "/insights/apply"),
                  "{\"code\":\"too_formal\"}");
    struct jsn *campaign =
        programs_call(api, api->read, 200, "GET", below(api, r.campaign, ""), NULL);
    assert_string_equal(programs_text(campaign, "formality"), "informal");
    said = programs_call(api, api->write, 200, "POST", below(api, r.campaign, "/insights/undo"),
                         "{\"code\":\"too_formal\"}");
    assert_true(jsn_kind(jsn_get(jsn_at(jsn_get(said, "insights"), 0), "action")) == JSN_NULL);
    programs_call(api, api->write, 404, "POST", below(api, r.campaign, "/insights/apply"),
                  "{\"code\":\"no_such\"}");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writes_after_it_said_what_it_comes_to),
        cmocka_unit_test(tells_what_reviewers_say),
    };
    return cmocka_run_group_tests(tests, programs_set_up, programs_tear_down);
}
