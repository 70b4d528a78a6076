/* Tags and lists under Settings as people use them: adding, renaming, merging, deleting with exact
 * numbers and undo; what a viewer may not do and a stranger does not see. */
#include "support/pages.h"

static int64_t
id_of(struct pages *pages, const char *table, const char *name)
{
    return people_number(pages->people,
                         "SELECT %s_id FROM %s WHERE tenant_id = %" PRId64 " AND name = '%s'",
                         table, table, pages->people->kestrel, name);
}

static const char *
path_of(struct pages *pages, const char *nouns, int64_t id, const char *rest)
{
    return arena_printf(pages->people->arena, "/%s/settings/%s/%" PRId64 "%s",
                        pages->people->kestrel_slug, nouns, id, rest);
}

/* Contacts with a tag, past the pages. */
static void
tag_contacts(struct pages *pages, int64_t tag, int n)
{
    for (int i = 0; i < n; i++) {
        struct webrun_answer answer =
            pages_post(pages, ED, pages_path(pages, "/contacts/new"),
                       arena_printf(pages->people->arena, "first_name=P%d&last_name=Tagged", i));
        assert_int_equal(answer.status, 303);
    }
    people_number(pages->people,
                  "WITH t AS (UPDATE contact SET tag_ids = '{%" PRId64 "}' WHERE tenant_id = "
                  "%" PRId64 " RETURNING 1) SELECT count(*) FROM t",
                  tag, pages->people->kestrel);
}

static void
adds_and_renames(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    const char *tags = pages_path(pages, "/settings/tags");
    struct webrun_answer answer = pages_get(pages, VI, tags);
    pages_shows(&answer, "No tags yet");
    assert_null(strstr(answer.body, "New tag"));
    assert_null(strstr(answer.body, "/settings/members"));
    assert_int_equal(pages_post(pages, ED, tags, "name=Hot+%F0%9F%94%A5&colour=red").status, 303);
    answer = pages_get(pages, VI, tags);
    pages_shows(&answer, "<span class=\"tag tag-8\">Hot 🔥</span>");
    answer = pages_post(pages, ED, tags, "name=HOT+%F0%9F%94%A5&colour=red");
    assert_int_equal(answer.status, 400);
    pages_shows(&answer, "There is a tag with this name already");
    pages_shows(&answer, "value=\"HOT 🔥\"");
    pages_shows(&answer, "value=\"red\" checked");
    answer = pages_post(pages, ED, tags, "name=Plum&colour=plum");
    pages_shows(&answer, "Choose one of the colours.");
    int64_t hot = id_of(pages, "tag", "Hot 🔥");
    answer = pages_post(pages, ED, path_of(pages, "tags", hot, ""), "name=Warm&colour=amber");
    assert_int_equal(answer.status, 303);
    answer = pages_get(pages, VI, pages_path(pages, "/settings/tags?q=WARM"));
    pages_shows(&answer, "<span class=\"tag tag-3\">Warm</span>");
    answer = pages_get(pages, VI, pages_path(pages, "/settings/tags?q=nothing"));
    pages_shows(&answer, "Nothing matches");
    assert_int_equal(people_audited(pages->people, "tag_rename"), 1);
    pages_free(pages);
}

static void
merges_and_deletes_with_exact_numbers(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    const char *tags = pages_path(pages, "/settings/tags");
    pages_post(pages, ED, tags, "name=Hot&colour=red");
    pages_post(pages, ED, tags, "name=Warm&colour=grey");
    int64_t hot = id_of(pages, "tag", "Hot"), warm = id_of(pages, "tag", "Warm");
    tag_contacts(pages, hot, 3);
    struct webrun_answer answer = pages_get(pages, ED, path_of(pages, "tags", hot, "/merge"));
    pages_shows(&answer, "goes to 3 contacts in place of <b>Hot</b>");
    answer = pages_post(pages, ED, path_of(pages, "tags", hot, "/merge"),
                        arena_printf(pages->people->arena, "count=2&into=%" PRId64, warm));
    assert_int_equal(answer.status, 400);
    pages_shows(&answer, "Meanwhile the number of records has changed");
    pages_shows(&answer, "name=\"count\" value=\"3\"");
    answer = pages_post(pages, ED, path_of(pages, "tags", hot, "/merge"),
                        arena_printf(pages->people->arena, "count=3&into=%" PRId64, hot));
    pages_shows(&answer, "Choose another tag.");
    answer = pages_post(pages, ED, path_of(pages, "tags", hot, "/merge"),
                        arena_printf(pages->people->arena, "count=3&into=%" PRId64, warm));
    assert_int_equal(answer.status, 303);
    assert_int_equal(pages_get(pages, ED, path_of(pages, "tags", hot, "/merge")).status, 404);
    answer = pages_get(pages, ED, path_of(pages, "tags", warm, "/delete"));
    pages_shows(&answer, "Delete the tag <b>Warm</b> from 3 contacts.");
    answer = pages_post(pages, ED, path_of(pages, "tags", warm, "/delete"), "count=3");
    assert_int_equal(answer.status, 303);
    answer = pages_get(pages, ED, tags);
    pages_shows(&answer, "No tags yet");
    int64_t set = people_number(
        pages->people, "SELECT max(change_set_id) FROM change_set WHERE tenant_id = %" PRId64,
        pages->people->kestrel);
    const char *change =
        pages_path(pages, arena_printf(pages->people->arena, "/changes/%" PRId64, set));
    answer = pages_get(pages, ED, change);
    pages_shows(&answer, "Tag Warm deleted");
    answer = pages_post(pages, ED, arena_printf(pages->people->arena, "%s/undo", change), "");
    assert_int_equal(answer.status, 303);
    answer = pages_get(pages, VI, tags);
    pages_shows(&answer, "<span class=\"tag tag-6\">Warm</span>");
    pages_shows(&answer, ">3<span class=\"vh\"> contacts: Warm</span>");
    pages_free(pages);
}

/* More than a page changes itself: the change's page shows how far the job is, and offers no undo. */
static void
shows_the_progress_of_many(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    pages_post(pages, ED, pages_path(pages, "/settings/tags"), "name=Hot&colour=red");
    int64_t hot = id_of(pages, "tag", "Hot");
    tag_contacts(pages, hot, 1);
    people_number(pages->people,
                  "WITH i AS (INSERT INTO contact SELECT (jsonb_populate_record(c, "
                  "jsonb_build_object('contact_id', nextval('contact_contact_id_seq')))).* FROM "
                  "contact c, generate_series(1, 5000) WHERE c.tenant_id = %" PRId64
                  " RETURNING 1) SELECT count(*) FROM i",
                  pages->people->kestrel);
    struct webrun_answer answer = pages_get(pages, ED, path_of(pages, "tags", hot, "/delete"));
    pages_shows(&answer, "from 5,001 contacts");
    answer = pages_post(pages, ED, path_of(pages, "tags", hot, "/delete"), "count=5001");
    assert_int_equal(answer.status, 303);
    const char *change =
        arena_strdup(pages->people->arena, webrun_header(pages->run, &answer, "Location"));
    assert_non_null(strstr(change, "/changes/"));
    answer = pages_get(pages, ED, change);
    pages_shows(&answer, "Tag Hot deleted");
    pages_shows(&answer, "/progress");
    assert_null(strstr(answer.body, "Undo this change"));
    assert_int_equal(
        pages_post(pages, ED, arena_printf(pages->people->arena, "%s/undo", change), "").status,
        409);
    pages_free(pages);
}

static void
keeps_lists_of_its_own(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    const char *lists = pages_path(pages, "/settings/lists");
    assert_int_equal(pages_post(pages, ED, lists, "name=Fair+2026").status, 303);
    assert_int_equal(pages_post(pages, ED, lists, "name=Fair+2027").status, 303);
    struct webrun_answer answer = pages_get(pages, VI, lists);
    pages_shows(&answer, "Fair 2026");
    int64_t id = id_of(pages, "list", "Fair 2026");
    answer = pages_post(pages, ED, path_of(pages, "lists", id, ""), "name=Fair+2027");
    pages_shows(&answer, "There is a list with this name already");
    assert_int_equal(
        pages_post(pages, ED, path_of(pages, "lists", id, "/delete"), "count=0").status, 303);
    answer = pages_get(pages, VI, lists);
    assert_null(strstr(answer.body, "Fair 2026"));
    pages_free(pages);
}

static void
keeps_viewers_and_strangers_out(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    const char *tags = pages_path(pages, "/settings/tags");
    pages_post(pages, ED, tags, "name=Hot&colour=red");
    int64_t hot = id_of(pages, "tag", "Hot");
    static const char *const below[] = {"", "/merge", "/delete"};
    for (size_t i = 0; i < 3; i++) {
        const char *path = path_of(pages, "tags", hot, below[i]);
        assert_int_equal(pages_get(pages, VI, path).status, 403);
        assert_int_equal(pages_post(pages, VI, path, "").status, 403);
        assert_int_equal(pages_get(pages, BO, path).status, 404);
        assert_int_equal(pages_post(pages, BO, path, "").status, 404);
        /* the id of kestrel in a workspace of one's own */
        const char *own = arena_printf(pages->people->arena, "/%s/settings/tags/%" PRId64 "%s",
                                       pages->people->atlas_slug, hot, below[i]);
        assert_int_equal(pages_get(pages, BO, own).status, 404);
    }
    assert_int_equal(pages_post(pages, VI, tags, "name=Mine&colour=red").status, 403);
    const char *own = arena_printf(pages->people->arena, "/%s/settings/tags/%" PRId64,
                                   pages->people->atlas_slug, hot);
    assert_int_equal(pages_post(pages, BO, own, "name=Mine&colour=red").status, 404);
    assert_int_equal(id_of(pages, "tag", "Hot"), hot);
    pages_free(pages);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(adds_and_renames),
        cmocka_unit_test(merges_and_deletes_with_exact_numbers),
        cmocka_unit_test(shows_the_progress_of_many),
        cmocka_unit_test(keeps_lists_of_its_own),
        cmocka_unit_test(keeps_viewers_and_strangers_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
