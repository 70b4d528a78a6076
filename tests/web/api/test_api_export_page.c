/* Exports of campaigns for programs: what is approved only, by whoever may write; how one is getting on, its
 * file, cancelled. */
#include "support/web/programs.h"

static const char *
exports(struct programs *api, int64_t id, const char *rest)
{
    return programs_path(api, "/campaigns/%" PRId64 "/exports%s", id, rest);
}

static void
exports_what_is_approved_only(void **state)
{
    struct programs *api = *state;
    if (!api)
        return;
    struct programs_rows r = programs_rows(api, api->p->people->kestrel, "Early", "review");
    programs_call(api, api->write, 409, "POST", exports(api, r.campaign, ""),
                  "{\"format\":\"csv\"}");
    programs_sql(api, api->p->people->kestrel,
                 "UPDATE message SET state = 'approved', approved_version = version, decided_at = "
                 "now() WHERE tenant_id = app.tenant() AND message_id = %" PRId64 " RETURNING 1",
                 r.message);
    programs_call(api, api->write, 200, "POST",
                  programs_path(api, "/campaigns/%" PRId64 "/state", r.campaign),
                  "{\"to\":\"approved\"}");
    struct jsn *wrong = programs_call(api, api->write, 400, "POST", exports(api, r.campaign, ""),
                                      "{\"format\":\"odt\"}");
    assert_string_equal(programs_field(wrong), "format");
    struct jsn *made = programs_call(api, api->write, 201, "POST", exports(api, r.campaign, ""),
                                     "{\"format\":\"lemlist\",\"bom\":true}");
    assert_string_equal(programs_text(made, "state"), "waiting");
    assert_true(jsn_as_bool(jsn_get(made, "bom"), false));
    struct jsn *all =
        programs_call(api, api->write, 200, "GET", exports(api, r.campaign, "?limit=1"), NULL);
    assert_int_equal(jsn_length(jsn_get(all, "items")), 1);
    all = programs_call(
        api, api->write, 200, "GET",
        exports(api, r.campaign,
                arena_printf(api->p->arena, "?after=%s", programs_text(all, "after"))),
        NULL);
    assert_int_equal(programs_int(jsn_at(jsn_get(all, "items"), 0), "id"), r.export);
    const char *at = exports(api, r.campaign,
                             arena_printf(api->p->arena, "/%" PRId64, programs_int(made, "id")));
    programs_call(api, api->write, 404, "GET", arena_printf(api->p->arena, "%s/file", at), NULL);
    programs_call(api, api->write, 200, "POST", arena_printf(api->p->arena, "%s/cancel", at), NULL);
    /* One that is done is downloaded under the name that people see. */
    programs_sql(api, api->p->people->kestrel,
                 "UPDATE campaign_export SET file = 'aa/bb', file_size = 3 WHERE tenant_id = "
                 "app.tenant() AND export_id = %" PRId64 " RETURNING 1",
                 r.export);
    at = exports(api, r.campaign, arena_printf(api->p->arena, "/%" PRId64, r.export));
    struct webrun_answer file =
        programs_send(api, api->write, "GET", arena_printf(api->p->arena, "%s/file", at), NULL);
    assert_int_equal(file.status, 200);
    assert_non_null(strstr(webrun_header(api->p->run, &file, "X-Accel-Redirect"), "aa/bb"));
    assert_non_null(strstr(webrun_header(api->p->run, &file, "Content-Disposition"), ".csv"));
    programs_call(api, api->write, 409, "POST", arena_printf(api->p->arena, "%s/cancel", at), NULL);
    made = programs_call(api, api->write, 200, "GET", at, NULL);
    assert_true(jsn_as_bool(jsn_get(made, "file"), false));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(exports_what_is_approved_only)};
    return cmocka_run_group_tests(tests, programs_set_up, programs_tear_down);
}
