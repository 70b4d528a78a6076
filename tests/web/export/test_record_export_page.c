/* The pages of exports: choosing, the wish with errors at the form, whose exports one sees, the
 * download, and what a viewer or another workspace may not. */
#include "support/claiming.h"
#include "support/pages.h"

static void
add_contact(struct pages *pages, const char *name)
{
    struct webrun_answer answer = pages_post(
        pages, ED, pages_path(pages, "/contacts/new"),
        arena_printf(pages->people->arena,
                     "first_name=%s&last_name=Export&email=%s%%40export-test.com", name, name));
    assert_int_equal(answer.status, 303);
}

/* Where a wish leads. */
static const char *
ask(struct pages *pages, int who, const char *address, const char *form)
{
    struct webrun_answer answer = pages_post(pages, who, pages_path(pages, address), form);
    if (answer.status != 303)
        fail_msg("%d: %s", answer.status, answer.body);
    return arena_strdup(pages->people->arena, webrun_header(pages->run, &answer, "Location"));
}

static int64_t
job_of(struct pages *pages, const char *path)
{
    return database_number(pages->people->db,
                           arena_printf(pages->people->arena,
                                        "SELECT job_id FROM record_export WHERE export_id = %s",
                                        strrchr(path, '/') + 1));
}

static struct webrun_answer
get_below(struct pages *pages, int who, const char *path, const char *rest)
{
    return pages_get(pages, who, arena_printf(pages->people->arena, "%s%s", path, rest));
}

static void
lets_choose_with_the_exact_number(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    add_contact(pages, "Jana");
    add_contact(pages, "Petr");
    struct webrun_answer answer = pages_get(pages, ED, pages_path(pages, "/contacts/export"));
    assert_int_equal(answer.status, 200);
    pages_shows(&answer, "<h1>Export 2 contacts");
    pages_shows(&answer, "name=\"column\" value=\"email\" checked");
    pages_shows(&answer, "name=\"column\" value=\"company.domain\" checked");
    pages_shows(&answer, "name=\"column\" value=\"birthday\">");
    answer = pages_get(pages, ED, pages_path(pages, "/contacts/export?q=jana&sort=updated"));
    pages_shows(&answer, "<h1>Export 1 contact<");
    pages_shows(&answer, "q=jana&amp;sort=updated&amp;dir=down");
    answer = pages_get(pages, ED, pages_path(pages, "/contacts/export?q=nobody"));
    pages_shows(&answer, "Nothing to export");
    answer = pages_get(pages, ED, pages_path(pages, "/companies/export"));
    assert_int_equal(answer.status, 200);
    answer = pages_get(pages, ED, pages_path(pages, "/contacts/export?colour=red"));
    assert_int_equal(answer.status, 400);
    pages_free(pages);
}

static void
shows_the_form_again_with_what_is_missing(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    add_contact(pages, "Jana");
    struct webrun_answer answer =
        pages_post(pages, ED, pages_path(pages, "/contacts/export?q=jana"), "format=xlsx&raw=1");
    assert_int_equal(answer.status, 400);
    pages_shows(&answer, "Choose at least one column.");
    pages_shows(&answer, "value=\"xlsx\" checked");
    pages_shows(&answer, "name=\"raw\" value=\"1\" checked");
    pages_shows(&answer, "<h1>Export 1 contact<");
    answer = pages_post(pages, ED, pages_path(pages, "/contacts/export"),
                        "format=csv&column=email&column=password_hash");
    assert_int_equal(answer.status, 400);
    pages_shows(&answer, "There is no column");
    pages_shows(&answer, "value=\"email\" checked");
    answer =
        pages_post(pages, ED, pages_path(pages, "/contacts/export"), "format=pdf&column=email");
    assert_int_equal(answer.status, 400);
    pages_free(pages);
}

static void
leads_from_the_wish_to_the_download(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    add_contact(pages, "Jana");
    const char *path =
        ask(pages, ED, "/contacts/export?q=jana", "format=csv&column=first_name&column=email");
    struct webrun_answer answer = pages_get(pages, ED, path);
    pages_shows(&answer, "Waiting");
    pages_shows(&answer, "hx-get=");
    pages_shows(&answer, "http-equiv=\"refresh\"");
    answer = get_below(pages, ED, path, "/file");
    assert_int_equal(answer.status, 404);
    answer = get_below(pages, ED, path, "/progress");
    assert_int_equal(answer.status, 303);

    struct ctx batch = pages->people->db->ctx;
    batch.conf = webrun_ctx(pages->run)->conf;
    claiming_run(pages->people->db, &batch, job_of(pages, path));
    answer = pages_get(pages, ED, path);
    pages_shows(&answer, "Ready");
    pages_shows(&answer, "/contacts?q=jana\">these filters</a>");
    answer = get_below(pages, ED, path, "/file");
    assert_int_equal(answer.status, 200);
    assert_non_null(strstr(webrun_header(pages->run, &answer, "X-Accel-Redirect"), "/kept/"));
    assert_non_null(
        strstr(webrun_header(pages->run, &answer, "Content-Disposition"), "-contacts-"));
    assert_non_null(strstr(webrun_header(pages->run, &answer, "Content-Type"), "text/csv"));
    answer = pages_get(pages, ED, pages_path(pages, "/exports"));
    pages_shows(&answer, path);
    pages_shows(&answer, "Filtered contacts");
    answer = pages_get(pages, ADA, pages_path(pages, "/settings/audit"));
    pages_shows(&answer, "exported");
    pages_shows(&answer, "1 contact");
    pages_free(pages);
}

static void
takes_what_was_selected_in_the_list(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    struct arena *arena = pages->people->arena;
    add_contact(pages, "Jana");
    add_contact(pages, "Petr");
    add_contact(pages, "Olga");
    int64_t first = people_number(pages->people,
                                  "SELECT min(contact_id) FROM contact WHERE tenant_id = %" PRId64,
                                  pages->people->kestrel);
    const char *path =
        ask(pages, ED, "/contacts/bulk",
            arena_printf(arena, "do=export&id=%" PRId64 "&id=%" PRId64, first, first + 1));
    struct webrun_answer answer = pages_get(pages, ED, path);
    pages_shows(&answer, "<h1>Export 2 contacts");
    pages_shows(&answer, "The ones that you selected.");
    /* another editor's selection is not mine to take */
    answer = pages_get(pages, ADA, path);
    assert_int_equal(answer.status, 404);
    answer = pages_post(pages, ED, path, "format=csv&column=email");
    assert_int_equal(answer.status, 303);
    path = arena_strdup(arena, webrun_header(pages->run, &answer, "Location"));
    struct ctx batch = pages->people->db->ctx;
    batch.conf = webrun_ctx(pages->run)->conf;
    claiming_run(pages->people->db, &batch, job_of(pages, path));
    answer = pages_get(pages, ED, path);
    pages_shows(&answer, "selected contacts");
    pages_shows(&answer, "<dd class=\"tnum\">2</dd>");
    pages_free(pages);
}

static void
stops_on_demand(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    add_contact(pages, "Jana");
    const char *path = ask(pages, ED, "/contacts/export", "format=xlsx&column=email");
    struct webrun_answer answer =
        pages_post(pages, ED, arena_printf(pages->people->arena, "%s/cancel", path), "");
    assert_int_equal(answer.status, 303);
    struct ctx batch = pages->people->db->ctx;
    batch.conf = webrun_ctx(pages->run)->conf;
    claiming_run(pages->people->db, &batch, job_of(pages, path));
    answer = pages_get(pages, ED, path);
    pages_shows(&answer, "It was stopped");
    answer = pages_post(pages, ED, arena_printf(pages->people->arena, "%s/cancel", path), "");
    assert_int_equal(answer.status, 303);
    pages_free(pages);
}

static void
keeps_others_out(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    add_contact(pages, "Jana");
    struct webrun_answer answer = pages_get(pages, VI, pages_path(pages, "/contacts/export"));
    assert_int_equal(answer.status, 403);
    answer =
        pages_post(pages, VI, pages_path(pages, "/contacts/export"), "format=csv&column=email");
    assert_int_equal(answer.status, 403);
    const char *of_ada = ask(pages, ADA, "/contacts/export", "format=csv&column=email");
    const char *of_ed = ask(pages, ED, "/contacts/export", "format=csv&column=email");
    /* one's own, and for an admin all */
    answer = pages_get(pages, ED, of_ada);
    assert_int_equal(answer.status, 404);
    answer = get_below(pages, ED, of_ada, "/file");
    assert_int_equal(answer.status, 404);
    answer = pages_get(pages, ADA, of_ed);
    assert_int_equal(answer.status, 200);
    answer = pages_get(pages, ED, pages_path(pages, "/exports"));
    assert_null(strstr(answer.body, of_ada));
    answer = pages_get(pages, ADA, pages_path(pages, "/exports"));
    pages_shows(&answer, of_ada);
    pages_shows(&answer, of_ed);
    /* Bo is an admin, but elsewhere */
    const char *there = arena_printf(pages->people->arena, "/%s/exports/%s",
                                     pages->people->atlas_slug, strrchr(of_ed, '/') + 1);
    answer = pages_get(pages, BO, there);
    assert_int_equal(answer.status, 404);
    answer = pages_get(pages, BO, of_ed);
    assert_int_equal(answer.status, 404);
    answer = pages_get(pages, BO,
                       arena_printf(pages->people->arena, "/%s/contacts/export?picked=%s",
                                    pages->people->atlas_slug, strrchr(of_ed, '/') + 1));
    assert_int_equal(answer.status, 404);
    pages_free(pages);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lets_choose_with_the_exact_number),
        cmocka_unit_test(shows_the_form_again_with_what_is_missing),
        cmocka_unit_test(leads_from_the_wish_to_the_download),
        cmocka_unit_test(takes_what_was_selected_in_the_list),
        cmocka_unit_test(stops_on_demand),
        cmocka_unit_test(keeps_others_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
