/* Steps of campaigns for programs: added as the form suggests, changed, moved, replaced at once or by a
 * template, taken away; and not past ready. */
#include "support/web/programs.h"

static int64_t
campaign(struct programs *api, const char *name)
{
    return programs_int(programs_call(api, api->write, 201, "POST",
                                      programs_path(api, "/campaigns"),
                                      arena_printf(api->p->arena, "{\"name\":\"%s\"}", name)),
                        "id");
}

static const char *
steps(struct programs *api, int64_t id, const char *rest)
{
    return programs_path(api, "/campaigns/%" PRId64 "/steps%s", id, rest);
}

static const char *
step(struct programs *api, int64_t id, int64_t step_id, const char *rest)
{
    return steps(api, id, arena_printf(api->p->arena, "/%" PRId64 "%s", step_id, rest));
}

static void
adds_changes_moves_and_removes(void **state)
{
    struct programs *api = *state;
    if (!api)
        return;
    int64_t id = campaign(api, "Steps");
    struct jsn *first = programs_call(api, api->write, 201, "POST", steps(api, id, ""),
                                      "{\"channel\":\"linkedin_connect\",\"examples\":[{\"body\":"
                                      "\"Hello\",\"note\":\"Short\"}]}");
    struct jsn *second = programs_call(api, api->write, 201, "POST", steps(api, id, ""),
                                       "{\"channel\":\"email\",\"variants\":2,\"tone\":\"bold\"}");
    assert_int_equal(programs_int(first, "day"), 0);
    assert_int_equal(programs_int(second, "position"), 2);
    assert_int_equal(programs_int(second, "day"), 3); /* as the form of a new step says */
    assert_string_equal(programs_text(jsn_at(jsn_get(first, "examples"), 0), "note"), "Short");
    int64_t one = programs_int(first, "id"), two = programs_int(second, "id");
    struct jsn *changed =
        programs_call(api, api->write, 200, "PATCH", step(api, id, two, ""),
                      "{\"day\":5,\"label\":\"Letter\",\"tone\":null,\"on\":false}");
    assert_int_equal(programs_int(changed, "day"), 5);
    assert_int_equal(programs_int(changed, "variants"), 2);
    assert_true(jsn_kind(jsn_get(changed, "tone")) == JSN_NULL);
    assert_false(jsn_as_bool(jsn_get(changed, "on"), true));
    changed = programs_call(api, api->write, 200, "PATCH", step(api, id, one, ""), "{}");
    assert_int_equal(jsn_length(jsn_get(changed, "examples")), 1);
    struct jsn *wrong =
        programs_call(api, api->write, 400, "PATCH", step(api, id, one, ""), "{\"day\":9}");
    assert_string_equal(programs_field(wrong), "day");
    wrong = programs_call(api, api->write, 400, "POST", steps(api, id, ""),
                          "{\"channel\":\"email\",\"examples\":[{\"text\":\"Hello\"}]}");
    assert_string_equal(programs_field(wrong), "examples.0.text");
    struct jsn *all = programs_call(api, api->write, 200, "POST", step(api, id, two, "/move"),
                                    "{\"position\":1}");
    struct jsn *now = jsn_at(jsn_get(all, "items"), 0);
    assert_int_equal(programs_int(now, "id"), two);
    assert_int_equal(programs_int(now, "day"), 0); /* days stay with the places */
    programs_call(api, api->write, 200, "DELETE", step(api, id, one, ""), NULL);
    programs_call(api, api->read, 404, "GET", step(api, id, one, ""), NULL);
    all = programs_call(api, api->read, 200, "GET", steps(api, id, ""), NULL);
    assert_int_equal(jsn_length(jsn_get(all, "items")), 1);
}

static void
replaces_all_and_loads_templates(void **state)
{
    struct programs *api = *state;
    if (!api)
        return;
    int64_t id = campaign(api, "Replaced");
    struct jsn *all = programs_call(api, api->write, 200, "PUT", steps(api, id, ""),
                                    "{\"steps\":[{\"channel\":\"email\"},{\"channel\":\"call\","
                                    "\"day\":4,\"condition\":\"no_response\"}]}");
    assert_int_equal(jsn_length(jsn_get(all, "items")), 2);
    assert_string_equal(programs_text(jsn_at(jsn_get(all, "items"), 1), "channel"), "call");
    struct jsn *wrong = programs_call(api, api->write, 400, "PUT", steps(api, id, ""),
                                      "{\"steps\":[{\"channel\":\"email\",\"day\":3},{\"channel\":"
                                      "\"email\",\"day\":1}]}");
    assert_string_equal(programs_field(wrong), "steps.1.day");
    wrong = programs_call(api, api->write, 400, "PUT", steps(api, id, ""),
                          "{\"steps\":[{\"channel\":\"email\",\"hair\":1}]}");
    assert_string_equal(programs_field(wrong), "steps.0.hair");
    wrong = programs_call(api, api->write, 400, "PUT", steps(api, id, ""), "{}");
    assert_string_equal(programs_field(wrong), "steps");
    all = programs_call(api, api->read, 200, "GET", steps(api, id, ""), NULL);
    assert_int_equal(jsn_length(jsn_get(all, "items")), 2); /* refused wholly */
    struct jsn *presets =
        programs_call(api, api->read, 200, "GET", programs_path(api, "/campaigns/templates"), NULL);
    struct jsn *preset = jsn_at(jsn_get(presets, "items"), 0);
    all = programs_call(
        api, api->write, 200, "POST", steps(api, id, "/load"),
        arena_printf(api->p->arena, "{\"template\":\"%s\"}", programs_text(preset, "key")));
    assert_int_equal(jsn_length(jsn_get(all, "items")), jsn_length(jsn_get(preset, "steps")));
    programs_call(api, api->write, 404, "POST", steps(api, id, "/load"),
                  "{\"template\":\"no-such\"}");
}

static void
changes_nothing_past_ready(void **state)
{
    struct programs *api = *state;
    if (!api)
        return;
    struct programs_rows r = programs_rows(api, api->p->people->kestrel, "Past", "review");
    const char *all = steps(api, r.campaign, "");
    programs_call(api, api->write, 409, "POST", all, "{\"channel\":\"email\"}");
    programs_call(api, api->write, 409, "PUT", all, "{\"steps\":[]}");
    programs_call(api, api->write, 409, "PATCH", step(api, r.campaign, r.step, ""),
                  "{\"label\":\"Other\"}");
    programs_call(api, api->write, 409, "DELETE", step(api, r.campaign, r.step, ""), NULL);
    struct jsn *one =
        programs_call(api, api->read, 200, "GET", step(api, r.campaign, r.step, ""), NULL);
    assert_string_equal(programs_text(one, "label"), "First");
    assert_int_equal(programs_int(one, "messages"), 1);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(adds_changes_moves_and_removes),
        cmocka_unit_test(replaces_all_and_loads_templates),
        cmocka_unit_test(changes_nothing_past_ready),
    };
    return cmocka_run_group_tests(tests, programs_set_up, programs_tear_down);
}
