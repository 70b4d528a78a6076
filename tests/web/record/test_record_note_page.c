/* What the page of one record shows beside its facts: notes, the next action, staleness, the trash,
 * people to choose from; and who may do what. */
#include "support/pages.h"

static const char *
below(struct pages *pages, const char *path, const char *rest)
{
    return arena_printf(pages->people->arena, "%s%s", path, rest);
}

static const char *
add(struct pages *pages, const char *what, const char *form)
{
    struct webrun_answer answer = pages_post(
        pages, ED, pages_path(pages, arena_printf(pages->people->arena, "/%s/new", what)), form);
    if (answer.status != 303)
        fail_msg("%d: %s", answer.status, answer.body);
    return arena_strdup(pages->people->arena, webrun_header(pages->run, &answer, "Location"));
}

/* The address of the first note of a record, below it. */
static const char *
note_path(struct pages *pages, const char *path)
{
    int64_t note = people_number(
        pages->people, "SELECT max(record_note_id) FROM record_note WHERE tenant_id = %" PRId64,
        pages->people->kestrel);
    return arena_printf(pages->people->arena, "%s/notes/%" PRId64, path, note);
}

static void
keeps_notes(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    const char *path = add(pages, "contacts", "last_name=Novak&email=n%40x-test.com");
    const char *notes = below(pages, path, "/notes");
    struct webrun_answer answer = pages_post(
        pages, ED, notes, "body=Wants+%3Cb%3Enumbers%3C%2Fb%3E%0A%E2%80%AEslides&beside=1");
    assert_int_equal(answer.status, 303);
    assert_string_equal(webrun_header(pages->run, &answer, "Location"), path);
    answer = pages_get(pages, VI, path);
    pages_shows(&answer, "Note by ed");
    pages_shows(&answer, "Wants &lt;b&gt;numbers&lt;/b&gt;");
    assert_null(strstr(answer.body, "\xE2\x80\xAE"));
    assert_null(strstr(answer.body, "Delete this note"));
    assert_null(strstr(answer.body, "Add note"));
    const char *note = note_path(pages, path);
    answer = pages_get(pages, ED, notes);
    pages_shows(&answer, note);
    answer = pages_get(pages, ED, note);
    pages_shows(&answer, "Wants &lt;b&gt;");
    assert_int_equal(pages_post(pages, ED, note, "body=Other+words").status, 303);
    answer = pages_get(pages, ED, notes);
    pages_shows(&answer, "Other words");
    pages_shows(&answer, "Edited");
    answer = pages_post(pages, ED, notes, "body=+");
    assert_int_equal(answer.status, 400);
    /* as the form calls it, not as it is sent */
    pages_shows(&answer, "<a href=\"#f-body\">Note</a>: Write something first.");
    pages_free(pages);
}

static void
leaves_notes_to_their_author(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    const char *path = add(pages, "companies", "name=Acme");
    const char *notes = below(pages, path, "/notes");
    assert_int_equal(pages_post(pages, ADA, notes, "body=Hers").status, 303);
    const char *note = note_path(pages, path), *gone = below(pages, note, "/delete");
    assert_int_equal(pages_get(pages, ED, note).status, 403);
    assert_int_equal(pages_post(pages, ED, note, "body=Mine").status, 403);
    assert_int_equal(pages_post(pages, ED, gone, "").status, 403);
    assert_int_equal(pages_post(pages, VI, notes, "body=Mine").status, 403);
    assert_int_equal(pages_post(pages, VI, gone, "").status, 403);
    assert_int_equal(pages_post(pages, BO, notes, "body=Mine").status, 404);
    /* a note below another record's address */
    const char *other = add(pages, "companies", "name=Other");
    assert_int_equal(pages_get(pages, ADA, below(pages, other, note + strlen(path))).status, 404);
    assert_int_equal(pages_post(pages, ADA,
                                below(pages, below(pages, other, note + strlen(path)), "/delete"),
                                "")
                         .status,
                     404);
    struct webrun_answer answer = pages_get(pages, VI, notes);
    pages_shows(&answer, "Hers");
    /* an admin may clear up */
    assert_int_equal(pages_post(pages, ED, notes, "body=Scribble").status, 303);
    assert_int_equal(
        pages_post(pages, ADA, below(pages, note_path(pages, path), "/delete"), "").status, 303);
    answer = pages_get(pages, VI, notes);
    assert_null(strstr(answer.body, "Scribble"));
    pages_free(pages);
}

static void
says_what_to_do_next(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    const char *path = add(pages, "contacts", "first_name=Jan&last_name=Novak&company=Acme");
    struct webrun_answer answer = pages_get(pages, ED, path);
    pages_shows(&answer, "Add an e-mail");
    answer = pages_get(pages, VI, path);
    assert_null(strstr(answer.body, "Add an e-mail"));
    assert_int_equal(pages_post(pages, ED, below(pages, path, "/edit?field=email"),
                                "version=1&email=j%40x-t.com")
                         .status,
                     303);
    answer = pages_get(pages, ED, path);
    assert_null(strstr(answer.body, "Add an e-mail"));
    people_number(pages->people,
                  "UPDATE contact SET checked_at = now() - interval '64 days' WHERE tenant_id = "
                  "%" PRId64 " RETURNING 1",
                  pages->people->kestrel);
    answer = pages_get(pages, ED, path);
    pages_shows(&answer, "Check the facts");
    pages_shows(&answer, "64 <small>d ago</small>");
    pages_shows(&answer, "Stale");
    assert_int_equal(pages_post(pages, VI, below(pages, path, "/check"), "").status, 403);
    assert_int_equal(pages_post(pages, ED, below(pages, path, "/check"), "").status, 303);
    answer = pages_get(pages, ED, path);
    assert_null(strstr(answer.body, "Check the facts"));
    pages_shows(&answer, "Facts checked</b>");
    /* somebody of the same name at the same company */
    const char *twin =
        add(pages, "contacts",
            "first_name=Jan&last_name=Novak&company=Acme&email=k%40x-t.com&keep_both=1");
    people_number(pages->people,
                  "UPDATE contact SET duplicate_of = NULL WHERE tenant_id = %" PRId64
                  " RETURNING 1",
                  pages->people->kestrel);
    answer = pages_get(pages, ED, twin);
    pages_shows(&answer, "/merge?with=");
    pages_shows(&answer, path);
    pages_free(pages);
}

static void
shows_the_trash(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    const char *path = add(pages, "companies", "name=Gone+%3Cb%3ELtd");
    assert_int_equal(pages_post(pages, ED, below(pages, path, "/delete"), "").status, 303);
    static const char *const tabs[] = {"", "/history", "/notes", "/people", "/edit?field=city"};
    for (size_t i = 0; i < sizeof tabs / sizeof *tabs; i++) {
        struct webrun_answer answer = pages_get(pages, ED, below(pages, path, tabs[i]));
        assert_int_equal(answer.status, 404);
        pages_shows(&answer, "Gone &lt;b&gt;Ltd is in the trash");
        pages_shows(&answer, "by ed");
        pages_shows(&answer, "Restore");
    }
    struct webrun_answer answer = pages_get(pages, VI, path);
    pages_shows(&answer, "is in the trash");
    assert_null(strstr(answer.body, "Restore"));
    answer = pages_get(pages, BO, path);
    assert_null(strstr(answer.body, "Gone"));
    assert_int_equal(
        pages_post(pages, ED, below(pages, path, "/edit?field=city"), "version=1&city=Brno").status,
        404);
    assert_int_equal(pages_post(pages, ED, below(pages, path, "/check"), "").status, 404);
    assert_int_equal(pages_post(pages, ED, below(pages, path, "/notes"), "body=x").status, 404);
    assert_int_equal(pages_post(pages, VI, below(pages, path, "/restore"), "").status, 403);
    assert_int_equal(pages_post(pages, ED, below(pages, path, "/restore"), "").status, 303);
    assert_int_equal(pages_get(pages, VI, path).status, 200);
    answer = pages_get(pages, VI, below(pages, path, "/history"));
    pages_shows(&answer, "Brought back");
    assert_int_equal(pages_post(pages, ED, below(pages, path, "/restore"), "").status, 404);
    pages_free(pages);
}

static void
undoes_and_goes_back(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    const char *path = add(pages, "companies", "name=Acme&city=Praha");
    struct webrun_answer answer = webrun_send(
        pages->run, &(struct webrun_request){.method = "POST",
                                             .path = below(pages, path, "/edit?field=city"),
                                             .token = pages->tokens[ED],
                                             .body = "version=1&city=Brno",
                                             .htmx = true});
    assert_int_equal(answer.status, 200);
    pages_shows(&answer, "City saved.");
    pages_shows(&answer, "id=\"rec-timeline\" hx-swap-oob");
    const char *undo = strstr(answer.body, "/changes/");
    undo = strstr(answer.body, "/undo?back=");
    assert_non_null(undo);
    while (strncmp(undo, "action=\"", 8) != 0)
        undo--;
    undo = arena_strndup(pages->people->arena, undo + 8, strcspn(undo + 8, "\""));
    answer = pages_post(pages, ED, undo, "");
    assert_int_equal(answer.status, 303);
    assert_string_equal(webrun_header(pages->run, &answer, "Location"), path);
    answer = pages_get(pages, VI, path);
    pages_shows(&answer, ">Praha</span>");
    /* nobody is led elsewhere by an address that somebody made up */
    answer = webrun_send(pages->run,
                         &(struct webrun_request){.method = "POST",
                                                  .path = below(pages, path, "/edit?field=city"),
                                                  .token = pages->tokens[ED],
                                                  .body = "version=3&city=Zlin",
                                                  .htmx = true});
    undo = strstr(answer.body, "/undo?back=");
    assert_non_null(undo);
    while (strncmp(undo, "action=\"", 8) != 0)
        undo--;
    undo = arena_strndup(pages->people->arena, undo + 8, strcspn(undo + 8, "?"));
    answer = pages_post(pages, ED, below(pages, undo, "?back=%2F%2Fevil.example"), "");
    assert_string_equal(webrun_header(pages->run, &answer, "Location"), "/");
    pages_free(pages);
}

/* Two people, two fields: no conflict. Two people, one field: both values. */
static void
holds_single_fields_against_their_own_value(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    const char *path = add(pages, "companies", "name=Acme&city=Praha&industry=Banking");
    struct webrun_answer answer = pages_get(pages, ED, below(pages, path, "/edit?field=city"));
    const char *was = strstr(answer.body, "name=\"was\" value=\"");
    assert_non_null(was);
    was = arena_strndup(pages->people->arena, was + 18, strcspn(was + 18, "\""));
    assert_int_equal(pages_post(pages, ADA, below(pages, path, "/edit?field=industry"),
                                "version=1&industry=Insurance")
                         .status,
                     303);
    const char *form = arena_printf(pages->people->arena, "version=1&was=%s&city=Brno", was);
    assert_int_equal(pages_post(pages, ED, below(pages, path, "/edit?field=city"), form).status,
                     303);
    form = arena_printf(pages->people->arena, "version=1&was=%s&city=Zlin", was);
    answer = pages_post(pages, ADA, below(pages, path, "/edit?field=city"), form);
    assert_int_equal(answer.status, 200);
    pages_shows(&answer, "<dt>Theirs</dt><dd>Brno</dd>");
    pages_shows(&answer, "<dt>Yours</dt><dd>Zlin</dd>");
    pages_shows(&answer, "Keep theirs");
    pages_free(pages);
}

static void
offers_companies_and_choices(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    const char *company = add(pages, "companies", "name=Angstrom+Labs&domain=angstrom-test.com");
    struct webrun_answer answer =
        pages_get(pages, ED, pages_path(pages, "/companies/pick?company=%C3%A5ng"));
    pages_shows(&answer, "value=\"angstrom-test.com\">Angstrom Labs");
    assert_null(strstr(answer.body, "<html"));
    answer = pages_get(
        pages, BO,
        arena_printf(pages->people->arena, "/%s/companies/pick?q=ang", pages->people->atlas_slug));
    assert_null(strstr(answer.body, "Angstrom"));
    answer = pages_get(pages, ED, below(pages, company, "/edit?field=status"));
    pages_shows(&answer, "<option value=\"customer\">Customer</option>");
    assert_int_equal(pages_post(pages, ED, below(pages, company, "/edit?field=status"),
                                "version=1&status=customer")
                         .status,
                     303);
    answer = pages_get(pages, VI, company);
    pages_shows(&answer, "badge-ok\">Customer</span>");
    answer = pages_post(pages, ED, below(pages, company, "/edit?field=status"),
                        "version=2&status=friend");
    assert_int_equal(answer.status, 400);
    pages_free(pages);
}

static struct webrun_answer
send(struct pages *pages, const char *path, const char *form)
{
    return webrun_send(pages->run, &(struct webrun_request){.method = "POST",
                                                            .path = path,
                                                            .token = pages->tokens[ED],
                                                            .body = form,
                                                            .htmx = true});
}

static void
puts_tags_and_lists_on(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    const char *path = add(pages, "contacts", "last_name=Novak&email=n%40x-test.com");
    const char *tags = below(pages, path, "/tags"), *lists = below(pages, path, "/lists");
    struct webrun_answer answer = send(pages, tags, "add=Warm");
    assert_int_equal(answer.status, 200);
    pages_shows(&answer, "Take off Warm");
    pages_shows(&answer, "Tags saved.");
    assert_null(strstr(answer.body, "<html"));
    /* the same under another spelling is there already */
    answer = send(pages, tags, "add=W%C3%81RM");
    assert_null(strstr(answer.body, "Tags saved."));
    assert_int_equal(pages_post(pages, ED, lists, "add=Fair+2026").status, 303);
    answer = pages_get(pages, VI, path);
    pages_shows(&answer, ">Warm</span>");
    pages_shows(&answer, ">Fair 2026</span>");
    pages_shows(&answer, "<ins>Warm</ins>");
    int64_t tag = people_number(pages->people, "SELECT tag_id FROM tag WHERE tenant_id = %" PRId64,
                                pages->people->kestrel);
    answer = send(pages, tags, arena_printf(pages->people->arena, "remove=%" PRId64, tag));
    assert_null(strstr(answer.body, "Take off Warm"));
    pages_shows(&answer, "value=\"Warm\"");
    answer = send(pages, tags, "add=");
    assert_int_equal(answer.status, 400);
    pages_shows(&answer, "Write a name first.");
    assert_int_equal(pages_post(pages, VI, tags, "add=Mine").status, 403);
    assert_int_equal(pages_post(pages, BO, tags, "add=Mine").status, 404);
    pages_free(pages);
}

static void
edits_custom_fields_by_their_type(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    people_number(pages->people,
                  "INSERT INTO custom_field (tenant_id, entity, key, label, type, options) VALUES "
                  "(%" PRId64 ", 2, 'budget', 'Budget', 'number', '{}'), "
                  "(%" PRId64 ", 2, 'level', 'Level', 'choice', '{Gold,Tin}') "
                  "RETURNING custom_field_id",
                  pages->people->kestrel, pages->people->kestrel);
    const char *path = add(pages, "contacts", "last_name=Novak&email=n%40x-test.com");
    const char *budget = below(pages, path, "/custom/budget"),
               *level = below(pages, path, "/custom/level");
    struct webrun_answer answer = pages_get(pages, ED, level);
    pages_shows(&answer, "<option value=\"Gold\">Gold</option>");
    answer = send(pages, level, "version=1&value=Gold");
    pages_shows(&answer, "Level saved.");
    pages_shows(&answer, "id=\"fact-custom-level\"");
    answer = send(pages, budget, "version=2&value=a+lot");
    assert_int_equal(answer.status, 400);
    pages_shows(&answer, "class=\"error\"");
    pages_shows(&answer, "value=\"a lot\"");
    assert_int_equal(pages_post(pages, ED, budget, "version=2&value=1200").status, 303);
    answer = pages_get(pages, VI, path);
    pages_shows(&answer, ">1200</span>");
    pages_shows(&answer, ">Gold</span>");
    answer = pages_get(pages, ED, budget);
    const char *was = strstr(answer.body, "name=\"was\" value=\"");
    was = arena_strndup(pages->people->arena, was + 18, strcspn(was + 18, "\""));
    assert_int_equal(pages_post(pages, ADA, budget, "version=3&value=1300").status, 303);
    answer =
        send(pages, budget, arena_printf(pages->people->arena, "version=3&was=%s&value=1400", was));
    pages_shows(&answer, "<dt>Theirs</dt><dd>1300</dd>");
    pages_shows(&answer, "<dt>Yours</dt><dd>1400</dd>");
    /* emptied */
    assert_int_equal(pages_post(pages, ED, level, "version=4&value=").status, 303);
    answer = pages_get(pages, VI, path);
    assert_null(strstr(answer.body, ">Gold</span>"));
    pages_shows(&answer, ">1300</span>");
    assert_int_equal(pages_get(pages, ED, below(pages, path, "/custom/nothing")).status, 404);
    assert_int_equal(pages_post(pages, VI, level, "version=4&value=Tin").status, 403);
    pages_free(pages);
}

/* The list of three that one came from, narrowed and turned around. */
static void
goes_through_the_list_one_came_from(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    static const char *const names[] = {"Anna", "Bela", "Cyril"};
    const char *paths[3];
    for (size_t i = 0; i < 3; i++)
        paths[i] =
            add(pages, "contacts",
                arena_printf(pages->people->arena, "last_name=%s&city=Brno&email=%s%%40x-test.com",
                             names[i], names[i]));
    add(pages, "contacts", "last_name=Anton&email=other%40else-test.com");
    const char *tail = "?from=q%3Dx-test&sort=name";
    struct webrun_answer answer = pages_get(pages, VI, below(pages, paths[1], tail));
    pages_shows(&answer, "/contacts?q=x-test&amp;sort=name\"");
    pages_shows(&answer, below(pages, paths[1], "/next?from=q%3Dx-test&amp;sort=name"));
    pages_shows(&answer, below(pages, paths[1], "/history?from=q%3Dx-test&amp;sort=name"));
    answer = pages_get(pages, VI, below(pages, paths[1], below(pages, "/beside", tail)));
    pages_shows(&answer, "2 of 3");
    pages_shows(&answer, below(pages, paths[0], "?from=q%3Dx-test"));
    pages_shows(&answer, below(pages, paths[2], "?from=q%3Dx-test"));
    assert_null(strstr(answer.body, "<html"));
    answer = pages_get(pages, VI, below(pages, paths[1], below(pages, "/next", tail)));
    assert_int_equal(answer.status, 303);
    assert_string_equal(webrun_header(pages->run, &answer, "Location"),
                        below(pages, paths[2], tail));
    answer =
        pages_get(pages, VI, below(pages, paths[1], "/next?from=q%3Dx-test&sort=name&dir=down"));
    assert_non_null(strstr(webrun_header(pages->run, &answer, "Location"), paths[0]));
    /* at the end one stays */
    answer = pages_get(pages, VI, below(pages, paths[2], below(pages, "/next", tail)));
    assert_non_null(strstr(webrun_header(pages->run, &answer, "Location"), paths[2]));
    /* what is not in the list */
    answer = pages_get(pages, VI, pages_path(pages, "/contacts/999999999/beside?from=q%3Dnobody"));
    assert_int_equal(answer.status, 404);
    answer = pages_get(pages, VI, below(pages, paths[1], "/beside?from=q%3Dnobody"));
    pages_shows(&answer, "not in this list any more");
    assert_int_equal(
        pages_get(pages, VI, below(pages, paths[1], "/beside?from=colour%3Dred")).status, 400);
    /* no address of a list: the page itself does without */
    answer = pages_get(pages, VI, below(pages, paths[1], "?from=%22%3E%3Cb%3E"));
    assert_int_equal(answer.status, 200);
    assert_null(strstr(answer.body, "rec-beside"));
    answer = pages_get(pages, VI, paths[1]);
    assert_null(strstr(answer.body, "rec-beside"));
    pages_free(pages);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps_notes),
        cmocka_unit_test(leaves_notes_to_their_author),
        cmocka_unit_test(says_what_to_do_next),
        cmocka_unit_test(shows_the_trash),
        cmocka_unit_test(undoes_and_goes_back),
        cmocka_unit_test(holds_single_fields_against_their_own_value),
        cmocka_unit_test(offers_companies_and_choices),
        cmocka_unit_test(puts_tags_and_lists_on),
        cmocka_unit_test(goes_through_the_list_one_came_from),
        cmocka_unit_test(edits_custom_fields_by_their_type),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
