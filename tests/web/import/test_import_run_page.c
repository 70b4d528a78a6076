/* The end of an import and its way back: what it made beside records, fields, tags and lists, is named
 * before the undo, goes with it where nothing else uses it, and is named where it stays. */
#include "web/import/import_walk.h"

#include "domain/change/change_undo.h"

#define ROWS                                                                                       \
    "Name,Mail,Stand,Group%0AAda+Lovelace,ada@engine.example.org,H2,hot%0A"                        \
    "Grace+Hopper,grace@navy.example.org,H3,hot%0A"
#define PEOPLE                                                                                     \
    "entity=contact&target.0=contact.full_name&target.1=contact.email&"                            \
    "target.2=contact.custom.%2B&label.2=Stand&type.2=text&target.3=tags&list=Expo"

static void
hides(const struct webrun_answer *answer, const char *text)
{
    if (strstr(answer->body, text))
        fail_msg("\"%s\" in: %s", text, answer->body);
}

static int64_t
count(struct pages *pages, const char *table)
{
    return people_number(pages->people,
                         "SELECT count(*) FROM %s WHERE deleted_at IS NULL AND tenant_id = "
                         "%" PRId64,
                         table, pages->people->kestrel);
}

static void
takes_away_what_it_made(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    const char *path = walk_paste(pages, ROWS);
    walk_preview(pages, path, PEOPLE);
    walk_run(pages, path);
    struct webrun_answer answer = walk_get(pages, ED, path, "/preview?verdict=create");
    pages_shows(&answer, "E-mail: <ins>ada@engine.example.org</ins>");
    pages_shows(&answer, "stand: <ins>H2</ins>");
    answer = walk_get(pages, ED, path, "/run");
    pages_shows(&answer, "takes away what this import made and nothing else uses: "
                         "the custom field <b>Stand</b>, the list <b>Expo</b> and the tag "
                         "<b>hot</b>");
    walk_undo(pages, path);
    answer = walk_get(pages, ED, path, "/run");
    pages_shows(&answer, "Taken away too: the custom field <b>Stand</b>, the list <b>Expo</b> and "
                         "the tag <b>hot</b>");
    pages_shows(&answer, "everything it wrote was taken back.");
    hides(&answer, "Left as it is");
    pages_shows(&answer, "before the undo</td>");
    hides(&answer, ">; before");
    pages_shows(&answer, "?verdict=create#rows\">Created</a>");
    answer = pages_get(pages, ED, pages_path(pages, "/import"));
    pages_shows(&answer, "<s class=\"muted\">2</s>");
    assert_int_equal(count(pages, "custom_field"), 0);
    assert_int_equal(count(pages, "tag"), 0);
    assert_int_equal(count(pages, "list"), 0);
    /* the same file again: the field is proposed anew */
    path = walk_paste(pages, ROWS);
    answer = walk_get(pages, ED, path, "/map");
    pages_shows(&answer, "value=\"contact.custom.+\" selected");
    walk_preview(pages, path, PEOPLE);
    walk_run(pages, path);
    assert_int_equal(count(pages, "custom_field"), 1);
    assert_int_equal(count(pages, "tag"), 1);
    pages_free(pages);
}

static void
leaves_and_names_what_others_use(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    const struct people *people = pages->people;
    const char *path = walk_paste(pages, ROWS);
    walk_preview(pages, path, PEOPLE);
    walk_run(pages, path);
    /* another record has the tag, a smart list asks for the field, another import waits to fill it */
    people_number(pages->people,
                  "INSERT INTO smart_list (tenant_id, entity, name, name_key, filter) VALUES "
                  "(%" PRId64 ", 2, 'Hall 2', 'hall 2', 'field.stand=H2') RETURNING 1",
                  people->kestrel);
    assert_int_equal(
        pages_post(pages, ED, pages_path(pages, "/contacts/new"), "last_name=Own").status, 303);
    people_number(pages->people,
                  "UPDATE contact SET tag_ids = ARRAY(SELECT tag_id FROM tag WHERE tenant_id = "
                  "%" PRId64 " AND name = 'hot') WHERE tenant_id = %" PRId64
                  " AND last_name = 'Own' RETURNING 1",
                  people->kestrel, people->kestrel);
    walk_undo(pages, path);
    struct webrun_answer answer = walk_get(pages, ED, path, "/run");
    pages_shows(&answer, "Taken away too: the list <b>Expo</b>.");
    pages_shows(&answer, "except what is listed below");
    pages_shows(&answer, "The smart list Hall 2 asks for it");
    pages_shows(&answer, "Records still hold it");
    pages_shows(&answer, "/settings/fields\">Stand</a>");
    int64_t tag = people_number(pages->people, "SELECT tag_id FROM tag WHERE tenant_id = %" PRId64,
                                people->kestrel);
    pages_shows(&answer,
                arena_printf(people->arena, "/settings/tags/%" PRId64 "/delete\">hot</a>", tag));
    answer = walk_get(pages, ADA, path, "/run");
    pages_shows(&answer, "/delete\">Stand</a>");
    assert_int_equal(count(pages, "custom_field"), 1);
    assert_int_equal(count(pages, "list"), 0);
    pages_free(pages);
}

static void
leaves_what_was_there_before(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    const char *first = walk_paste(pages, ROWS), *second;
    walk_preview(pages, first, PEOPLE);
    walk_run(pages, first);
    second = walk_paste(pages, "Name,Mail,Stand,Group%0AJan+Novak,jan@x.example.org,H9,hot%0A");
    walk_preview(pages, second,
                 "entity=contact&target.0=contact.full_name&target.1=contact.email&"
                 "target.2=contact.custom.stand&target.3=tags");
    /* it waits: the field must stay for it */
    walk_undo(pages, first);
    struct webrun_answer answer = walk_get(pages, ED, first, "/run");
    pages_shows(&answer, "The import of Pasted rows needs it");
    assert_int_equal(count(pages, "custom_field"), 1);
    walk_run(pages, second);
    answer = walk_get(pages, ED, second, "/run");
    pages_shows(&answer, "uses: the tag <b>hot</b>.");
    walk_undo(pages, second);
    assert_int_equal(count(pages, "custom_field"), 1);
    assert_int_equal(count(pages, "tag"), 0);
    pages_free(pages);
}

static void
comes_back_when_the_undo_is_undone(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    const char *path = walk_paste(pages, ROWS);
    walk_preview(pages, path, PEOPLE);
    walk_run(pages, path);
    walk_undo(pages, path);
    struct ctx *app = &pages->people->app;
    struct change_counts counts;
    int64_t redo;
    people_begin(pages->people, ED, pages->people->kestrel);
    assert_ok(
        pages->people,
        change_undo_all(app, walk_number(pages, path, "(undo ->> 'set')::bigint"), &redo, &counts));
    people_commit(pages->people);
    assert_int_equal(count(pages, "contact"), 2);
    assert_int_equal(count(pages, "custom_field"), 1);
    assert_int_equal(count(pages, "tag"), 1);
    assert_int_equal(count(pages, "list"), 1);
    pages_free(pages);
}

/* A preview makes no field; those that previews of an older version made go with what is discarded. */
static void
goes_with_what_is_discarded(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    const char *path = walk_paste(pages, ROWS);
    walk_preview(pages, path, PEOPLE);
    assert_int_equal(count(pages, "custom_field"), 0);
    assert_int_equal(count(pages, "tag"), 0);
    assert_int_equal(count(pages, "list"), 0);
    struct webrun_answer answer = walk_get(pages, ED, path, "/map");
    pages_shows(&answer, "value=\"contact.custom.+\" selected");
    pages_shows(&answer, "value=\"Stand\"");
    answer = walk_get(pages, ED, path, "/discard");
    assert_null(strstr(answer.body, "custom field"));
    people_number(pages->people,
                  "INSERT INTO custom_field (tenant_id, entity, key, label, import_id) VALUES "
                  "(%" PRId64 ", 2, 'stand', 'Stand', %" PRId64 ") RETURNING 1",
                  pages->people->kestrel, walk_id(path));
    answer = walk_get(pages, ED, path, "/discard");
    pages_shows(&answer, "nothing else uses: the custom field <b>Stand</b>.");
    assert_int_equal(pages_post(pages, ED, walk_below(pages, path, "/discard"), "").status, 303);
    walk_work(pages, path);
    assert_int_equal(count(pages, "custom_field"), 0);
    answer = walk_get(pages, ED, path, "");
    pages_shows(&answer, "Taken away too: the custom field <b>Stand</b>.");
    pages_free(pages);
}

static void
stands_in_the_audit_log(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    const char *path = walk_paste(pages, ROWS);
    walk_preview(pages, path, PEOPLE);
    struct webrun_answer answer = pages_get(pages, ADA, pages_path(pages, "/settings/audit"));
    assert_null(strstr(answer.body, "added the custom field"));
    walk_run(pages, path);
    walk_undo(pages, path);
    answer = pages_get(pages, ADA, pages_path(pages, "/settings/audit?action=import_run"));
    pages_shows(&answer, "ran the import of");
    pages_shows(&answer, "Pasted rows");
    pages_shows(&answer, "rows: 2, created: 2, skipped: 0, updated: 0, rejected: 0");
    answer = pages_get(pages, ADA, pages_path(pages, "/settings/audit?action=import_undo"));
    pages_shows(&answer, "undid the import of");
    pages_shows(&answer, "contacts removed: 2");
    pages_shows(&answer, "custom fields taken away: 1");
    answer = pages_get(pages, ADA, pages_path(pages, "/settings/audit?action=custom_field_add"));
    pages_shows(&answer, "added the custom field");
    pages_shows(&answer, "import: Pasted rows");
    assert_int_equal(
        people_number(pages->people,
                      "SELECT count(*) FROM audit a JOIN user_account u ON u.user_id = "
                      "a.actor WHERE a.tenant_id = %" PRId64
                      " AND u.name = 'ed' AND a.action IN ('import_run', "
                      "'import_undo', 'custom_field_add')",
                      pages->people->kestrel),
        3);
    pages_free(pages);
}

/* Rejected rows leave the house as an export does: with editors and admins. */
static void
keeps_rejected_rows_from_viewers(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    const char *path = walk_paste(pages, "Name,Mail,Stand,Group%0AJan+Novak,jan@@x,H9,hot%0A"
                                         "Eva+Mala,eva@x.example.org,H9,hot%0A");
    const char *link = walk_below(pages, path, "/rejected.csv");
    static const char *const places[] = {"/preview", "/run"};
    for (int i = 0; i < 2; i++) {
        if (i == 0)
            walk_preview(pages, path, PEOPLE);
        else
            walk_run(pages, path);
        struct webrun_answer answer = walk_get(pages, ED, path, places[i]);
        pages_shows(&answer, link);
        answer = pages_get(pages, ED, link);
        pages_shows(&answer, "jan@@x");
        answer = walk_get(pages, VI, path, places[i]);
        assert_int_equal(answer.status, 200);
        assert_null(strstr(answer.body, "/rejected.csv"));
        assert_int_equal(pages_get(pages, VI, link).status, 403);
    }
    pages_free(pages);
}

/* Its job is claimed and has done so much, the last batch written `ago` seconds ago. */
static void
at_work(struct pages *pages, const char *path, int64_t done, int64_t beat_done, int64_t ago)
{
    const struct people *people = pages->people;
    database_script(
        people->db,
        arena_printf(people->arena,
                     "UPDATE job SET state = 'running', worker = 'w', attempts = 2, reason = 'The "
                     "worker stopped.', started_at = now() - interval '20 s', claimed_at = now() - "
                     "interval '20 s', claimed_done = 0, beat_at = now() - interval '10 s', "
                     "lease_until = now() + interval '1 hour', done = %" PRId64
                     ", total = 9 WHERE job_id = %" PRId64 ";"
                     "UPDATE import SET done_rows = %" PRId64
                     ", mark = jsonb_build_object('at', (extract(epoch FROM now()) * 1000)::bigint "
                     "- %" PRId64 ") WHERE tenant_id = %" PRId64 " AND import_id = %" PRId64,
                     beat_done, walk_number(pages, path, "job_id"), done, ago * 1000,
                     people->kestrel, walk_id(path)));
}

static void
tells_how_far_it_is(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    const char *path = walk_paste(pages, "Name,Mail%0AA+B,a@e.example.org%0AC+D,c@e.example.org%0A"
                                         "E+F,e@e.example.org%0AG+H,g@e.example.org%0A");
    walk_preview(pages, path, "entity=contact&target.0=contact.full_name&target.1=contact.email");
    walk_begin(pages, path, "/start", "");
    /* three of four rows are written, of which the job has told one */
    at_work(pages, path, 3, 1, 1);
    struct webrun_answer answer = walk_get(pages, ED, path, "/run");
    pages_shows(&answer, "75 %");
    pages_shows(&answer, "3 of 4 rows");
    pages_shows(&answer, "rows a second");
    hides(&answer, "Trying again");
    hides(&answer, "Waiting for a worker");
    /* the worker is gone: what it did a second is no news */
    at_work(pages, path, 3, 1, 40);
    answer = walk_get(pages, ED, path, "/run");
    pages_shows(&answer, "Waiting for a worker");
    pages_shows(&answer, "Trying again: The worker stopped");
    hides(&answer, "rows a second");
    hides(&answer, " left");
    database_script(pages->people->db,
                    arena_printf(pages->people->arena,
                                 "UPDATE job SET state = 'ready' WHERE job_id = %" PRId64,
                                 walk_number(pages, path, "job_id")));
    pages_free(pages);
}

static void
says_what_a_job_did(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    const char *path = walk_paste(pages, ROWS);
    walk_preview(pages, path, PEOPLE);
    walk_run(pages, path);
    walk_undo(pages, path);
    struct webrun_answer answer = pages_get(pages, ED, pages_path(pages, "/jobs"));
    pages_shows(&answer, "2 of 2 rows");
    pages_shows(&answer,
                arena_printf(pages->people->arena,
                             "<a class=\"inline-link\" href=\"%s\">Pasted rows</a>", path));
    pages_shows(&answer, " records</td>");
    hides(&answer, ">0 of ");
    pages_free(pages);
}

static void
names_the_rows_it_did_not_read(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    const struct people *people = pages->people;
    const char *path = walk_paste(pages, ROWS);
    walk_preview(pages, path, PEOPLE);
    walk_run(pages, path);
    people_number(pages->people,
                  "UPDATE import SET state = 'cancelled', preview = jsonb_set(preview, '{rows}', "
                  "'9') WHERE tenant_id = %" PRId64 " AND import_id = %" PRId64 " RETURNING 1",
                  people->kestrel, walk_id(path));
    struct webrun_answer answer = walk_get(pages, ED, path, "/run");
    pages_shows(&answer, "7 rows were not read");
    pages_shows(&answer, "Not read");
    pages_shows(&answer, "Import the file again");
    hides(&answer, "Balances");
    answer = walk_get(pages, VI, path, "/run");
    hides(&answer, "Import the file again");
    pages_free(pages);
}

static void
leads_back_where_another_was_before(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    const char *path = walk_paste(pages, ROWS);
    walk_preview(pages, path, PEOPLE);
    assert_int_equal(pages_post(pages, ED, walk_below(pages, path, "/discard"), "").status, 303);
    static const char *const acts[] = {"/start", "/preview", "/undo"};
    for (size_t i = 0; i < sizeof acts / sizeof *acts; i++) {
        struct webrun_answer answer =
            i == 2 ? pages_post(pages, ED, walk_below(pages, path, acts[i]), "")
                   : walk_post(pages, path, acts[i], "");
        if (answer.status != 409)
            fail_msg("%s: %d: %s", acts[i], answer.status, answer.body);
        pages_shows(&answer, "was discarded meanwhile");
        hides(&answer, "has started");
        pages_shows(&answer,
                    arena_printf(pages->people->arena, "href=\"%s\">See how it stands", path));
    }
    walk_work(pages, path);
    pages_free(pages);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_away_what_it_made),
        cmocka_unit_test(leaves_and_names_what_others_use),
        cmocka_unit_test(leaves_what_was_there_before),
        cmocka_unit_test(comes_back_when_the_undo_is_undone),
        cmocka_unit_test(goes_with_what_is_discarded),
        cmocka_unit_test(stands_in_the_audit_log),
        cmocka_unit_test(keeps_rejected_rows_from_viewers),
        cmocka_unit_test(tells_how_far_it_is),
        cmocka_unit_test(says_what_a_job_did),
        cmocka_unit_test(names_the_rows_it_did_not_read),
        cmocka_unit_test(leads_back_where_another_was_before),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
