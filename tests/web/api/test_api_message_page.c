/* Messages for programs: listed with counts, edited with a reason, decided by the version that was read,
 * taken back, sent by hand, written anew, and decided all at once when the count is right. */
#include "support/web/programs.h"

static const char *
one(struct programs *api, int64_t id, const char *rest)
{
    return programs_path(api, "/messages/%" PRId64 "%s", id, rest);
}

static void
lists_with_counts(void **state)
{
    struct programs *api = *state;
    if (!api)
        return;
    struct programs_rows r = programs_rows(api, api->p->people->kestrel, "Listed", "review");
    const char *of = arena_printf(api->p->arena, "campaign=%" PRId64, r.campaign);
    struct jsn *page =
        programs_call(api, api->read, 200, "GET",
                      programs_path(api, "/messages?%s&state=draft&limit=1", of), NULL);
    assert_int_equal(programs_int(page, "total"), 1);
    assert_int_equal(programs_int(jsn_get(page, "counts"), "draft"), 1);
    struct jsn *line = jsn_at(jsn_get(page, "items"), 0);
    assert_int_equal(programs_int(line, "id"), r.message);
    page = programs_call(api, api->read, 200, "GET",
                         programs_path(api, "/messages?%s&state=sent", of), NULL);
    assert_int_equal(programs_int(page, "total"), 0);
    assert_int_equal(programs_int(jsn_get(page, "counts"), "draft"), 1);
    static const char *const narrower[] = {"contact", "step"};
    const int64_t ids[] = {r.contact, r.step};
    for (size_t i = 0; i < 2; i++) {
        page =
            programs_call(api, api->read, 200, "GET",
                          programs_path(api, "/messages?%s=%" PRId64, narrower[i], ids[i]), NULL);
        assert_int_equal(programs_int(page, "total"), 1);
    }
    page = programs_call(api, api->read, 200, "GET",
                         programs_path(api, "/messages?%s&channel=email", of), NULL);
    assert_int_equal(programs_int(page, "total"), 0);
}

static void
edits_decides_and_takes_back(void **state)
{
    struct programs *api = *state;
    if (!api)
        return;
    struct programs_rows r = programs_rows(api, api->p->people->kestrel, "Decided", "review");
    const char *at = one(api, r.message, ""), *approve = one(api, r.message, "/approve");
    /* an edit needs a reason; the version that was approved must be the one that was read */
    struct jsn *wrong =
        programs_call(api, api->write, 400, "PATCH", at, "{\"body\":\"Dear Zoe, new\"}");
    assert_string_equal(programs_field(wrong), "reasons");
    struct jsn *message =
        programs_call(api, api->write, 200, "PATCH", at,
                      "{\"body\":\"Dear Zoe, new\",\"reasons\":[\"too_long\"],\"version\":1}");
    assert_int_equal(programs_int(message, "version"), 2);
    assert_int_equal(jsn_length(jsn_get(message, "versions")), 2);
    struct jsn *newest = jsn_at(jsn_get(message, "versions"), 0);
    assert_string_equal(programs_text(newest, "origin"), "edit");
    assert_string_equal(jsn_as_text(jsn_at(jsn_get(newest, "reasons"), 0), ""), "too_long");
    programs_call(api, api->write, 409, "POST", approve, "{\"version\":1}");
    programs_call(api, api->write, 400, "POST", approve, "{}");
    message = programs_call(api, api->write, 200, "POST", approve, "{\"version\":2}");
    assert_string_equal(programs_text(message, "state"), "approved");
    assert_string_equal(programs_text(message, "decided_by"), "ada");
    /* sent by hand and not; a draft again; the first text again */
    wrong = programs_call(api, api->write, 400, "POST", one(api, r.message, "/sent"), "{}");
    assert_string_equal(programs_field(wrong), "channel");
    message = programs_call(api, api->write, 200, "POST", one(api, r.message, "/sent"),
                            "{\"channel\":\"linkedin\"}");
    assert_string_equal(programs_text(message, "state"), "sent");
    programs_call(api, api->write, 409, "POST", one(api, r.message, "/reopen"), NULL);
    message = programs_call(api, api->write, 200, "POST", one(api, r.message, "/unsent"), NULL);
    assert_string_equal(programs_text(message, "state"), "approved");
    programs_call(api, api->write, 409, "POST", one(api, r.message, "/unsent"), NULL);
    message = programs_call(api, api->write, 200, "POST", one(api, r.message, "/reopen"), "{}");
    assert_string_equal(programs_text(message, "state"), "draft");
    message = programs_call(api, api->write, 200, "POST", one(api, r.message, "/restore"),
                            "{\"which\":1,\"version\":2}");
    assert_string_equal(programs_text(message, "body"), "Dear Zoe");
    programs_call(api, api->write, 404, "POST", one(api, r.message, "/restore"), "{\"which\":99}");
    wrong = programs_call(api, api->write, 400, "POST", one(api, r.message, "/reject"),
                          "{\"reason\":\"no\"}");
    assert_string_equal(programs_field(wrong), "reason");
    message = programs_call(api, api->write, 200, "POST", one(api, r.message, "/reject"),
                            "{\"code\":\"generic\",\"reason\":\"Not for them.\"}");
    assert_string_equal(programs_text(message, "reject_reason"), "Not for them.");
}

static void
writes_anew(void **state)
{
    struct programs *api = *state;
    if (!api)
        return;
    struct programs_rows r = programs_rows(api, api->p->people->kestrel, "Anew", "review");
    programs_sql(api, api->p->people->kestrel,
                 "WITH s AS (INSERT INTO campaign_sender (tenant_id, name, company) VALUES "
                 "(app.tenant(), 'Hana', 'Kestrel') RETURNING sender_id), o AS (INSERT INTO "
                 "campaign_offer (tenant_id, campaign_id, language, does) VALUES (app.tenant(), "
                 "%" PRId64 ", 'en', 'We check invoices.')) UPDATE campaign SET sender_id = "
                 "(SELECT sender_id FROM s) WHERE tenant_id = app.tenant() AND campaign_id = "
                 "%" PRId64 " RETURNING 1",
                 r.campaign, r.campaign);
    const char *path = one(api, r.message, "/rewrite");
    struct jsn *cost = programs_call(api, api->read, 200, "GET", path, NULL);
    assert_false(jsn_as_bool(jsn_get(cost, "by_model"), true));
    assert_int_equal(programs_int(cost, "cost_micros"), 0);
    struct jsn *done = programs_call(api, api->write, 200, "POST", path, "{\"tone\":\"friendly\"}");
    assert_true(jsn_kind(jsn_get(done, "job")) == JSN_NULL); /* written at once */
    assert_string_equal(programs_text(jsn_get(done, "message"), "tone"), "friendly");
    assert_int_equal(programs_int(jsn_get(done, "message"), "version"), 2);
    struct jsn *wrong = programs_call(api, api->write, 400, "POST", path, "{\"tone\":\"shrill\"}");
    assert_string_equal(programs_field(wrong), "tone");
}

static void
decides_all_when_the_count_is_right(void **state)
{
    struct programs *api = *state;
    if (!api)
        return;
    struct programs_rows r = programs_rows(api, api->p->people->kestrel, "Bulk", "review");
    const char *path = programs_path(api, "/messages/bulk");
    const char *of = arena_printf(api->p->arena, "{\"campaign\":%" PRId64, r.campaign);
    programs_call(api, api->write, 409, "POST", path,
                  arena_printf(api->p->arena, "%s,\"act\":\"approve\",\"expected\":2}", of));
    struct jsn *done =
        programs_call(api, api->write, 200, "POST", path,
                      arena_printf(api->p->arena, "%s,\"act\":\"approve\",\"expected\":1}", of));
    assert_int_equal(programs_int(done, "done"), 1);
    struct jsn *message = programs_call(api, api->read, 200, "GET", one(api, r.message, ""), NULL);
    assert_string_equal(programs_text(message, "state"), "approved");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lists_with_counts),
        cmocka_unit_test(edits_decides_and_takes_back),
        cmocka_unit_test(writes_anew),
        cmocka_unit_test(decides_all_when_the_count_is_right),
    };
    return cmocka_run_group_tests(tests, programs_set_up, programs_tear_down);
}
