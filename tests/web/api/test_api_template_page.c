/* Presets and the library for programs: a campaign kept as a template, renamed, used, deleted; presets
 * stay as they are. */
#include "support/web/programs.h"

static void
keeps_renames_uses_and_deletes(void **state)
{
    struct programs *api = *state;
    if (!api)
        return;
    struct jsn *presets =
        programs_call(api, api->read, 200, "GET", programs_path(api, "/campaigns/templates"), NULL);
    const char *preset = programs_text(jsn_at(jsn_get(presets, "items"), 0), "key");
    struct jsn *made = programs_call(
        api, api->write, 201, "POST", programs_path(api, "/campaigns"),
        arena_printf(api->p->arena,
                     "{\"name\":\"Preset\",\"template\":\"%s\",\"tone\":\"empathetic\"}", preset));
    int64_t id = programs_int(made, "id");
    assert_string_equal(programs_text(made, "tone"), "empathetic"); /* what is sent wins */
    assert_true(jsn_length(jsn_get(made, "steps")) > 0);
    const char *save = programs_path(api, "/campaigns/%" PRId64 "/template", id);
    struct jsn *kept = programs_call(api, api->write, 201, "POST", save, "{\"name\":\"Ours\"}");
    assert_false(jsn_as_bool(jsn_get(kept, "preset"), true));
    assert_string_equal(programs_text(kept, "tone"), "empathetic");
    assert_string_equal(
        programs_field(programs_call(api, api->write, 400, "POST", save, "{\"name\":\"ours\"}")),
        "name");
    programs_call(api, api->write, 201, "POST", save, "{\"name\":\"Ours\",\"replace\":true}");
    const char *one = programs_path(api, "/campaigns/templates/%s", programs_text(kept, "key"));
    struct jsn *renamed =
        programs_call(api, api->write, 200, "PATCH", one, "{\"description\":\"For the north\"}");
    assert_string_equal(programs_text(renamed, "name"), "Ours");
    made = programs_call(api, api->write, 201, "POST", programs_path(api, "/campaigns"),
                         arena_printf(api->p->arena, "{\"name\":\"Again\",\"template\":\"%s\"}",
                                      programs_text(kept, "key")));
    assert_string_equal(programs_text(made, "tone"), "empathetic");
    programs_call(api, api->write, 200, "DELETE", one, NULL);
    programs_call(api, api->read, 404, "GET", one, NULL);
    /* presets are nobody's to change */
    const char *fixed = programs_path(api, "/campaigns/templates/%s", preset);
    programs_call(api, api->write, 404, "PATCH", fixed, "{\"name\":\"Mine\"}");
    programs_call(api, api->write, 404, "DELETE", fixed, NULL);
    programs_call(api, api->read, 200, "GET", fixed, NULL);
    programs_call(api, api->write, 404, "POST", programs_path(api, "/campaigns"),
                  "{\"name\":\"None\",\"template\":\"no-such\"}");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(keeps_renames_uses_and_deletes)};
    return cmocka_run_group_tests(tests, programs_set_up, programs_tear_down);
}
