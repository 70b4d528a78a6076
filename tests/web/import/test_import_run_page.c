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
    struct webrun_answer answer = walk_get(pages, ED, path, "/run");
    pages_shows(&answer, "takes away what this import made and nothing else uses: "
                         "the custom field <b>Stand</b>, the list <b>Expo</b> and the tag "
                         "<b>hot</b>");
    walk_undo(pages, path);
    answer = walk_get(pages, ED, path, "/run");
    pages_shows(&answer, "Taken away too: the custom field <b>Stand</b>, the list <b>Expo</b> and "
                         "the tag <b>hot</b>");
    pages_shows(&answer, "Everything it wrote was taken back.");
    hides(&answer, "Left as it is");
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

static void
goes_with_what_is_discarded(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    const char *path = walk_paste(pages, ROWS);
    walk_preview(pages, path, PEOPLE);
    struct webrun_answer answer = walk_get(pages, ED, path, "/discard");
    pages_shows(&answer, "nothing else uses: the custom field <b>Stand</b>.");
    assert_int_equal(pages_post(pages, ED, walk_below(pages, path, "/discard"), "").status, 303);
    walk_work(pages, path);
    assert_int_equal(count(pages, "custom_field"), 0);
    answer = walk_get(pages, ED, path, "");
    pages_shows(&answer, "Taken away too: the custom field <b>Stand</b>.");
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
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
