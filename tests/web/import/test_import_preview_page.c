/* The preview as people come to it: fresh, overtaken by what others did since, stopped half-way, or
 * long after the run; each with a way on. */
#include "web/import/import_walk.h"

#define ROWS "Firma,Web%0ANorthquay,northquay.example.org%0ALumen,lumen.example.net"
#define COMPANIES "entity=company&target.0=company.name&target.1=company.domain"

static void
hides(const struct webrun_answer *answer, const char *text)
{
    if (strstr(answer->body, text))
        fail_msg("\"%s\" in: %s", text, answer->body);
}

static void
says_its_numbers_are_those_of_the_run(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    const char *path = walk_paste(pages, ROWS);
    walk_preview(pages, path, COMPANIES);
    struct webrun_answer answer = walk_get(pages, ED, path, "/preview");
    pages_shows(&answer, "Import 2 rows");
    pages_shows(&answer, "No record has changed since");
    hides(&answer, "Records have changed");
    answer = walk_get(pages, VI, path, "/preview");
    hides(&answer, "<button class=\"btn btn-primary\"");
    pages_shows(&answer, "An editor of this workspace can start this import");
    walk_run(pages, path);
    answer = walk_get(pages, ED, path, "/preview");
    pages_shows(&answer, "What the preview said");
    pages_shows(&answer, walk_below(pages, path, "/run\">What the import did"));
    hides(&answer, "Import 2 rows");
    pages_free(pages);
}

static void
tells_that_another_import_was_undone_since(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    const char *first = walk_paste(pages, ROWS), *second;
    walk_preview(pages, first, COMPANIES);
    walk_run(pages, first);
    second = walk_paste(pages, ROWS);
    walk_preview(pages, second, COMPANIES);
    struct webrun_answer answer = walk_get(pages, ED, second, "/preview");
    pages_shows(&answer, "No row would create or change anything");
    pages_shows(&answer, ">Preview again</button>");
    walk_undo(pages, first);

    answer = walk_get(pages, ED, second, "/preview");
    pages_shows(&answer, "Records have changed since this preview:</b> the import of Pasted rows "
                         "was undone");
    pages_shows(&answer, "by ed");
    pages_shows(&answer, "Import all the same");
    hides(&answer, "these are the numbers of the import itself");
    walk_begin(pages, second, "/preview", "");
    walk_work(pages, second);
    answer = walk_get(pages, ED, second, "/preview");
    pages_shows(&answer, "Import 2 rows");
    hides(&answer, "Records have changed");
    walk_run(pages, second);
    answer = walk_get(pages, ED, second, "/run");
    hides(&answer, "Other than the preview said");
    pages_free(pages);
}

static void
imports_all_the_same_and_lists_what_differs(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    const char *path = walk_paste(pages, ROWS);
    walk_preview(pages, path, COMPANIES);
    struct webrun_answer answer =
        pages_post(pages, ED, pages_path(pages, "/companies/new"), "name=Lumen");
    assert_int_equal(answer.status, 303);
    answer = walk_get(pages, ED, path, "/preview");
    pages_shows(&answer, "a record was created");
    answer = walk_post(pages, path, "/preview", "");
    assert_int_equal(answer.status, 303);
    answer = walk_post(pages, path, "/preview", "");
    assert_int_equal(answer.status, 303); /* pressed twice: one preview */
    walk_work(pages, path);
    answer = pages_post(pages, ED, walk_below(pages, path, "/preview"), "version=2");
    assert_int_equal(answer.status, 409); /* of an older choice */
    assert_int_equal(
        pages_post(pages, ED, pages_path(pages, "/companies/new"), "name=Northquay").status, 303);
    walk_run(pages, path);
    answer = walk_get(pages, ED, path, "/run");
    pages_shows(&answer, "Other than the preview said");
    pages_free(pages);
}

static void
shows_no_sums_of_a_preview_that_was_stopped(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    const char *path = walk_paste(pages, ROWS);
    walk_begin(pages, path, "/map", COMPANIES);
    struct webrun_answer answer = pages_post(pages, ED, walk_below(pages, path, "/cancel"), "");
    assert_int_equal(answer.status, 303);
    walk_work(pages, path);
    answer = walk_get(pages, ED, path, "/preview");
    assert_int_equal(answer.status, 303);
    answer = walk_get(pages, ED, path, "");
    pages_shows(&answer, "The import was cancelled");
    pages_shows(&answer, "Nothing of it was written");
    pages_shows(&answer, walk_below(pages, path, "/map\">"));
    pages_free(pages);
}

static void
tells_who_mapped_this_header_last(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    walk_preview(pages, walk_paste(pages, ROWS), COMPANIES);
    const char *path = walk_paste(pages, "Firma,Web%0AAtlas,atlas.example.org");
    struct webrun_answer answer = walk_get(pages, ADA, path, "/map");
    pages_shows(&answer, "As last time for this header, by ed, ");
    hides(&answer, "As you chose");
    people_number(pages->people,
                  "UPDATE import_memory SET used_by = NULL WHERE tenant_id = %" PRId64
                  " RETURNING 1",
                  pages->people->kestrel);
    answer = walk_get(pages, ADA, walk_paste(pages, "Firma,Web%0AB,b.example.org"), "/map");
    hides(&answer, ", by ");
    pages_shows(&answer, "As last time for this header, ");
    pages_free(pages);
}

static void
says_of_each_state_what_is_true(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    const char *home = pages_path(pages, "");
    const char *path = walk_paste(pages, ROWS);
    walk_preview(pages, path, COMPANIES);
    struct webrun_answer answer = pages_get(pages, ED, home);
    walk_run(pages, path);
    answer = pages_get(pages, ED, home);
    pages_shows(&answer, ">2 created, 0 updated, 0 skipped, 0 rejected<");
    hides(&answer, "checked");
    walk_undo(pages, path);
    assert_int_equal(
        pages_post(pages, ED, pages_path(pages, "/companies/new"), "name=Northquay").status, 303);
    answer = pages_get(pages, ED, home);
    pages_shows(&answer, "Taken back: 2 created");
    pages_shows(&answer, ">Undone<");
    pages_free(pages);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(says_its_numbers_are_those_of_the_run),
        cmocka_unit_test(tells_that_another_import_was_undone_since),
        cmocka_unit_test(imports_all_the_same_and_lists_what_differs),
        cmocka_unit_test(shows_no_sums_of_a_preview_that_was_stopped),
        cmocka_unit_test(tells_who_mapped_this_header_last),
        cmocka_unit_test(says_of_each_state_what_is_true),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
