/* Readiness and conflicts for programs: a check is started and read, each of its conflicts is accepted with
 * a reason, put right or taken back; research starts where it is missing. */
#include "support/web/programs.h"

static const char *
below(struct programs *api, int64_t id, const char *rest)
{
    return programs_path(api, "/campaigns/%" PRId64 "%s", id, rest);
}

static void
checks_and_decides(void **state)
{
    struct programs *api = *state;
    if (!api)
        return;
    struct programs_rows r = programs_rows(api, api->p->people->kestrel, "Conflicts", "review");
    const char *one =
        below(api, r.campaign, arena_printf(api->p->arena, "/conflicts/%" PRId64, r.conflict));
    const char *accept = arena_printf(api->p->arena, "%s/accept", one);
    struct jsn *wrong = programs_call(api, api->write, 400, "POST", accept, "{\"reason\":\"x\"}");
    assert_string_equal(programs_field(wrong), "reason");
    struct jsn *conflict =
        programs_call(api, api->write, 200, "POST", accept, "{\"reason\":\"Agreed by phone\"}");
    assert_string_equal(programs_text(conflict, "state"), "accepted");
    assert_string_equal(programs_text(conflict, "severity"), "warning");
    programs_call(api, api->write, 409, "POST", accept, "{\"reason\":\"Agreed by phone\"}");
    conflict = programs_call(api, api->write, 200, "POST",
                             arena_printf(api->p->arena, "%s/undo", one), NULL);
    assert_string_equal(programs_text(conflict, "state"), "open");
    programs_call(api, api->write, 409, "POST", arena_printf(api->p->arena, "%s/fix", one), "{}");
    programs_call(api, api->write, 404, "POST", arena_printf(api->p->arena, "%s/forget", one),
                  "{}");
    /* a new check finds that nobody can be reached by LinkedIn */
    struct jsn *check =
        programs_call(api, api->write, 201, "POST", below(api, r.campaign, "/checks"), NULL);
    assert_true(jsn_as_bool(jsn_get(check, "finished"), false));
    assert_true(jsn_length(jsn_get(check, "conflicts")) > 0);
    programs_call(api, api->write, 409, "POST", accept, "{\"reason\":\"Agreed by phone\"}");
    struct jsn *all =
        programs_call(api, api->read, 200, "GET", below(api, r.campaign, "/checks"), NULL);
    assert_int_equal(jsn_length(jsn_get(all, "items")), 2);
    assert_int_equal(programs_int(jsn_at(jsn_get(all, "items"), 0), "id"),
                     programs_int(check, "id"));
    struct jsn *read = programs_call(
        api, api->read, 200, "GET",
        below(api, r.campaign,
              arena_printf(api->p->arena, "/checks/%" PRId64, programs_int(check, "id"))),
        NULL);
    struct jsn *found = jsn_at(jsn_get(read, "conflicts"), 0);
    struct jsn *page = programs_call(
        api, api->read, 200, "GET",
        below(api, r.campaign,
              arena_printf(api->p->arena, "/people?conflict=%" PRId64, programs_int(found, "id"))),
        NULL);
    assert_int_equal(jsn_length(jsn_get(page, "items")), programs_int(found, "people"));
}

static void
says_what_research_is_missing(void **state)
{
    struct programs *api = *state;
    if (!api)
        return;
    struct programs_rows r = programs_rows(api, api->p->people->kestrel, "Research", "review");
    struct jsn *sums =
        programs_call(api, api->read, 200, "GET", below(api, r.campaign, "/readiness"), NULL);
    assert_int_equal(programs_int(sums, "people"), 1);
    assert_int_equal(programs_int(sums, "ready") + programs_int(sums, "missing") +
                         programs_int(sums, "no_way"),
                     1);
    struct jsn *made = programs_call(api, api->write, 201, "POST", programs_path(api, "/campaigns"),
                                     "{\"name\":\"Nobody\"}");
    programs_call(api, api->write, 409, "POST", below(api, programs_int(made, "id"), "/research"),
                  NULL);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(checks_and_decides),
        cmocka_unit_test(says_what_research_is_missing),
    };
    return cmocka_run_group_tests(tests, programs_set_up, programs_tear_down);
}
