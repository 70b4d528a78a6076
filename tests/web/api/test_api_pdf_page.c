/* Templates of PDFs for programs: HTML in, what was left out of it said; values for a contact; PDFs asked
 * for; files by addresses that nobody can guess. */
#include "support/web/programs.h"

static void
takes_html_and_makes_pdfs(void **state)
{
    struct programs *api = *state;
    if (!api)
        return;
    int64_t contact = programs_contact(api, api->p->people->kestrel, "Pia");
    struct jsn *made = programs_call(
        api, api->write, 201, "POST", programs_path(api, "/pdf"),
        "{\"name\":\"Offer\",\"html\":\"<p onclick=\\\"x()\\\">Dear {{first_name|you}}, "
        "{{nane}}</p><script>x()</script>\"}");
    int64_t id = programs_int(made, "id");
    assert_true(jsn_length(jsn_get(made, "removed")) > 0);
    assert_string_equal(jsn_as_text(jsn_at(jsn_get(made, "unknown"), 0), ""), "nane");
    const char *one = programs_path(api, "/pdf/%" PRId64, id);
    struct jsn *read = programs_call(api, api->write, 200, "GET", one, NULL);
    assert_string_equal(jsn_as_text(jsn_at(jsn_get(read, "placeholders"), 0), ""), "first_name");
    struct jsn *values = programs_call(
        api, api->write, 200, "GET",
        programs_path(api, "/pdf/%" PRId64 "/values?contact=%" PRId64, id, contact), NULL);
    assert_string_equal(programs_text(jsn_at(jsn_get(values, "items"), 0), "value"), "Pia");
    programs_call(api, api->write, 400, "GET", programs_path(api, "/pdf/%" PRId64 "/values", id),
                  NULL);
    struct jsn *run =
        programs_call(api, api->write, 201, "POST", arena_printf(api->p->arena, "%s/files", one),
                      arena_printf(api->p->arena, "{\"contact\":%" PRId64 "}", contact));
    assert_string_equal(programs_text(run, "state"), "waiting");
    run = programs_call(api, api->write, 200, "GET",
                        programs_path(api, "/pdf/runs/%" PRId64, programs_int(run, "id")), NULL);
    assert_int_equal(programs_int(run, "contact"), contact);
    programs_sql(api, api->p->people->kestrel,
                 "INSERT INTO pdf_file (tenant_id, pdf_template_id, contact_id, token, file, "
                 "file_size, made_from) VALUES (app.tenant(), %" PRId64 ", %" PRId64
                 ", 'abcdefghijklmnopqrstuvwx%" PRId64 "', 'aa/bb', 9, 'x') RETURNING 1",
                 id, contact, id);
    struct jsn *files =
        programs_call(api, api->write, 200, "GET",
                      programs_path(api, "/pdf/files?contact=%" PRId64, contact), NULL);
    assert_non_null(strstr(programs_text(jsn_at(jsn_get(files, "items"), 0), "url"),
                           "/p/abcdefghijklmnopqrstuvwx"));
    struct jsn *all = programs_call(api, api->write, 200, "GET", programs_path(api, "/pdf"), NULL);
    assert_true(jsn_length(jsn_get(all, "items")) > 0);
    programs_call(api, api->write, 200, "DELETE", one, NULL);
    programs_call(api, api->write, 404, "GET", one, NULL);
    struct programs_rows r = programs_rows(api, api->p->people->kestrel, "Pdfs", "review");
    programs_call(api, api->write, 201, "POST",
                  programs_path(api, "/campaigns/%" PRId64 "/pdf", r.campaign), NULL);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(takes_html_and_makes_pdfs)};
    return cmocka_run_group_tests(tests, programs_set_up, programs_tear_down);
}
