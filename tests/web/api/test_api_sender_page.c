/* Senders and countries for programs: added, changed by the version that was read, removed by admins; a
 * country decided otherwise than its law says, with the reason. */
#include "support/web/programs.h"

static void
adds_changes_and_removes_senders(void **state)
{
    struct programs *api = *state;
    if (!api)
        return;
    const char *all = programs_path(api, "/senders");
    struct jsn *made = programs_call(api, api->write, 201, "POST", all,
                                     "{\"name\":\"Hana\",\"company\":\"Kestrel\",\"postal_"
                                     "address\":\"1 Main Street\\nPrague\"}");
    assert_true(jsn_as_bool(jsn_get(made, "is_default"), false)); /* the first one */
    const char *one = programs_path(api, "/senders/%" PRId64, programs_int(made, "id"));
    struct jsn *changed =
        programs_call(api, api->write, 200, "PATCH", one, "{\"role\":\"Founder\",\"version\":1}");
    assert_string_equal(programs_text(changed, "postal_address"), "1 Main Street\nPrague");
    programs_call(api, api->write, 409, "PATCH", one, "{\"role\":\"Chief\",\"version\":1}");
    struct jsn *wrong = programs_call(api, api->write, 400, "PATCH", one, "{\"email\":\"nobody\"}");
    assert_string_equal(programs_field(wrong), "email");
    programs_call(api, api->admin, 200, "DELETE", one, NULL);
    programs_call(api, api->write, 404, "PATCH", one, "{}");
    struct jsn *list = programs_call(api, api->read, 200, "GET", all, NULL);
    assert_int_equal(jsn_length(jsn_get(list, "items")), 0);
}

static void
decides_on_countries(void **state)
{
    struct programs *api = *state;
    if (!api)
        return;
    const char *one = programs_path(api, "/countries/DE");
    struct jsn *list =
        programs_call(api, api->read, 200, "GET", programs_path(api, "/countries"), NULL);
    assert_true(jsn_length(jsn_get(list, "items")) > 20);
    struct jsn *wrong = programs_call(api, api->admin, 400, "PUT", one, "{\"basis\":\"allowed\"}");
    assert_string_equal(programs_field(wrong), "note");
    struct jsn *country = programs_call(api, api->admin, 200, "PUT", one,
                                        "{\"basis\":\"blocked\",\"note\":\"Our lawyer says so\"}");
    assert_string_equal(programs_text(country, "basis"), "blocked");
    assert_string_equal(programs_text(country, "by"), "ada");
    country = programs_call(api, api->admin, 200, "DELETE", one, NULL);
    assert_string_equal(programs_text(country, "basis"), programs_text(country, "basis_by_law"));
    programs_call(api, api->admin, 404, "PUT", programs_path(api, "/countries/QQ"),
                  "{\"basis\":\"blocked\",\"note\":\"Nowhere\"}");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(adds_changes_and_removes_senders),
        cmocka_unit_test(decides_on_countries),
    };
    return cmocka_run_group_tests(tests, programs_set_up, programs_tear_down);
}
