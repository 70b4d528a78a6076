/* Bulk actions as people do them: the question with its count, the result, who may, what is not
 * theirs. */
#include "support/pages.h"

/* The ids follow each other, as acts_many has it. */
static int64_t
add_contacts(struct pages *p, int64_t tenant, int n)
{
    return people_number(
        p->people,
        "WITH made AS (INSERT INTO contact (tenant_id, contact_id, first_name, name_key, search, "
        "sort_name, codes) SELECT t, 1000000000 + t * 100000 + i, 'Person ' || i, 'person', "
        "'person', 'person', '{0,0,0,0,0,0,0,0,0,0,0,0}' FROM generate_series(1, %d) i, "
        "(SELECT %" PRId64 " AS t) s RETURNING contact_id) SELECT min(contact_id) FROM made",
        n, tenant);
}

static const char *
form(struct pages *p, int64_t first, int64_t second)
{
    return arena_printf(p->people->arena, "do=tag&id=%" PRId64 "&id=%" PRId64, first, second);
}

static const char *
asked(struct pages *p, int who, const char *list, const char *what)
{
    struct webrun_answer answer = pages_post(p, who, pages_path(p, list), what);
    if (answer.status != 303)
        fail_msg("%d: %s", answer.status, answer.body);
    return arena_strdup(p->people->arena, webrun_header(p->run, &answer, "Location"));
}

static void
asks_with_the_count_and_tells(void **state)
{
    (void)state;
    struct pages *p = pages_new();
    if (!p)
        return;
    int64_t first = add_contacts(p, p->people->kestrel, 3);
    const char *path = asked(p, ED, "/contacts/bulk", form(p, first, first + 1));
    struct webrun_answer answer = pages_get(p, ED, path);
    assert_int_equal(answer.status, 200);
    pages_shows(&answer, "Tag 2 contacts</button>");
    answer = pages_post(p, ED, path, "more=");
    assert_int_equal(answer.status, 400);
    pages_shows(&answer, "<a href=\"#f-label\">Tags</a>: Choose at least one tag.");
    pages_shows(&answer, "Tag 2 contacts</button>");
    answer = pages_post(p, ED, path, "more=Warm%2C+Fair");
    assert_int_equal(answer.status, 303);
    assert_string_equal(webrun_header(p->run, &answer, "Location"), pages_path(p, "/contacts"));
    answer = pages_get(p, ED, path);
    pages_shows(&answer, "Tagged Warm, Fair: 2 contacts changed.");
    pages_shows(&answer, "/undo\"");
    /* sent once more */
    answer = pages_post(p, ED, path, "more=Other");
    assert_int_equal(answer.status, 303);
    assert_int_equal(people_number(p->people,
                                   "SELECT count(*) FROM contact WHERE tenant_id = %" PRId64
                                   " AND cardinality(tag_ids) = 2",
                                   p->people->kestrel),
                     2);
    pages_free(p);
}

static void
leaves_others_alone(void **state)
{
    (void)state;
    struct pages *p = pages_new();
    if (!p)
        return;
    int64_t mine = add_contacts(p, p->people->kestrel, 1);
    int64_t theirs = add_contacts(p, p->people->atlas, 1);
    const char *body = arena_printf(p->people->arena,
                                    "do=delete&id=%" PRId64 "&id=%" PRId64 "&id=x", mine, theirs);
    const char *path = asked(p, ED, "/contacts/bulk", body);
    struct webrun_answer answer = pages_get(p, ED, path);
    pages_shows(&answer, "Delete 1 contact</button>");
    pages_shows(&answer, "Not found here any more: 2 of the selected");
    answer = pages_post(p, ED, path, "");
    assert_int_equal(answer.status, 303);
    answer = pages_get(p, ED, path);
    pages_shows(&answer, "1 contact deleted. 2 of the selected were not found here.");
    assert_int_equal(people_number(p->people,
                                   "SELECT count(*) FROM contact WHERE tenant_id = %" PRId64
                                   " AND deleted_at IS NULL",
                                   p->people->atlas),
                     1);
    /* the action itself is nobody else's either */
    const char *number = strrchr(path, '/');
    const char *foreign =
        arena_printf(p->people->arena, "/%s/bulk%s", p->people->atlas_slug, number);
    assert_int_equal(pages_get(p, BO, foreign).status, 404);
    assert_int_equal(pages_post(p, BO, foreign, "").status, 404);
    pages_free(p);
}

static void
refuses_who_may_only_read(void **state)
{
    (void)state;
    struct pages *p = pages_new();
    if (!p)
        return;
    int64_t first = add_contacts(p, p->people->kestrel, 1);
    const char *body = form(p, first, first);
    assert_int_equal(pages_post(p, VI, pages_path(p, "/contacts/bulk"), body).status, 403);
    const char *path = asked(p, ED, "/contacts/bulk", body);
    assert_int_equal(pages_post(p, VI, path, "more=Warm").status, 403);
    assert_int_equal(
        pages_post(p, VI, arena_printf(p->people->arena, "%s/cancel", path), "").status, 403);
    assert_int_equal(pages_post(p, ED, pages_path(p, "/contacts/bulk"), "do=nonsense&id=1").status,
                     404);
    assert_int_equal(pages_post(p, ED, pages_path(p, "/contacts/bulk"), "do=tier&id=1").status,
                     404);
    struct webrun_answer answer = pages_post(p, ED, pages_path(p, "/contacts/bulk"), "do=tag");
    assert_int_equal(answer.status, 303);
    /* an export asks on its own page */
    path = asked(p, ED, "/contacts/bulk", "do=export&all=1&filter=status%3Dnew");
    assert_string_equal(path, pages_path(p, "/contacts/export?status=new"));
    path = asked(p, ED, "/contacts/bulk",
                 arena_printf(p->people->arena, "do=export&id=%" PRId64, first));
    assert_int_equal(pages_get(p, ED, path).status, 200);
    /* all that match a filter, with an unknown name in it */
    path = asked(p, ED, "/contacts/bulk", "do=tag&all=1&filter=q%3Dperson");
    answer = pages_get(p, ED, path);
    pages_shows(&answer, "All that match the filters: 1 contact.");
    assert_int_equal(
        pages_post(p, ED, pages_path(p, "/contacts/bulk"), "do=tag&all=1&filter=nonsense%3D1")
            .status,
        400);
    pages_free(p);
}

/* As many as a page can send. */
static void
takes_ten_thousand_ids(void **state)
{
    (void)state;
    struct pages *p = pages_new();
    if (!p)
        return;
    int64_t first = add_contacts(p, p->people->kestrel, 10000);
    char *body = arena_alloc(p->people->arena, 10001 * 24), *at = body;
    at += snprintf(at, 24, "do=owner");
    for (int i = 0; i < 10000; i++)
        at += snprintf(at, 24, "&id=%" PRId64, first + i);
    const char *path = asked(p, ED, "/contacts/bulk", body);
    struct webrun_answer answer = pages_get(p, ED, path);
    pages_shows(&answer, "Set the owner of 10,000 contacts</button>");
    answer = pages_post(p, ED, path,
                        arena_printf(p->people->arena, "owner=%" PRId64, p->people->ids[ED]));
    assert_int_equal(answer.status, 303);
    assert_string_equal(webrun_header(p->run, &answer, "Location"), path);
    answer = pages_get(p, ED, path);
    pages_shows(&answer, "Waiting for a free worker");
    pages_shows(&answer, "Setting the owner: ed. You can leave this page");
    snprintf(at, 24, "&id=1");
    assert_int_equal(pages_post(p, ED, pages_path(p, "/contacts/bulk"), body).status, 400);
    pages_free(p);
}

/* The page of a change leads back to the list of a bulk action, and says nothing of what is still done. */
static void
leads_back_to_the_list(void **state)
{
    (void)state;
    struct pages *p = pages_new();
    if (!p)
        return;
    add_contacts(p, p->people->kestrel, 3);
    const char *list = pages_path(p, "/contacts?q=person");
    const char *path = asked(p, ED, "/contacts/bulk", "do=tag&all=1&filter=q%3Dperson");
    assert_int_equal(pages_post(p, ED, path, "more=Warm").status, 303);
    struct webrun_answer answer = pages_get(p, ED, path);
    const char *at = strstr(answer.body, "/changes/");
    assert_non_null(at);
    const char *change =
        pages_path(p, arena_strndup(p->people->arena, at, 9 + strspn(at + 9, "0123456789")));
    const char *back = arena_printf(p->people->arena, "href=\"%s\">Back to the list</a>", list);
    answer = pages_get(p, ED, change);
    pages_shows(&answer, back);
    answer = pages_post(p, ED, arena_printf(p->people->arena, "%s/undo", change), "");
    assert_int_equal(answer.status, 303);
    const char *undo = arena_strdup(p->people->arena, webrun_header(p->run, &answer, "Location"));
    answer = pages_get(p, ED, undo);
    pages_shows(&answer, back);
    /* as of a large one, whose job has not begun */
    people_number(p->people,
                  "WITH made AS (INSERT INTO job (tenant_id, kind, subject) SELECT %" PRId64
                  ", 'change_undo', %s RETURNING job_id), gone AS (DELETE FROM change WHERE "
                  "tenant_id = %" PRId64 " AND change_set_id = %s) UPDATE change_set SET job_id = "
                  "(SELECT job_id FROM made) WHERE change_set_id = %s RETURNING 1",
                  p->people->kestrel, strrchr(undo, '/') + 1, p->people->kestrel,
                  strrchr(undo, '/') + 1, strrchr(undo, '/') + 1);
    answer = pages_get(p, ED, undo);
    pages_shows(&answer, "What it did so far");
    pages_shows(&answer, "Nothing yet.");
    assert_null(strstr(answer.body, "Nothing was changed."));
    answer = pages_get(p, ED, change);
    pages_shows(&answer, "This is being taken back.");
    pages_free(p);
}

/* Pressing the button without a choice wipes nothing; taking a value away is a choice of its own. */
static void
wants_a_choice_before_it_wipes(void **state)
{
    (void)state;
    struct pages *p = pages_new();
    if (!p)
        return;
    static const struct {
        const char *act, *field, *value, *says, *none, *result;
    } rows[] = {
        {"status", "choice", "partner", "Choose the status first.",    "None (take the status away)",
         "Status: none: 1 contact changed." },
        {"owner",  "owner",  NULL,      "Choose who owns them first.", "Nobody (take the owner away)",
         "Owner: nobody: 1 contact changed."},
    };
    struct arena *arena = p->people->arena;
    int64_t first = add_contacts(p, p->people->kestrel, 1);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *what = arena_printf(arena, "do=%s&id=%" PRId64, rows[i].act, first);
        const char *path = asked(p, ED, "/contacts/bulk", what);
        struct webrun_answer answer = pages_get(p, ED, path);
        pages_shows(&answer, "<option value=\"\" selected>Choose…</option>");
        pages_shows(&answer, rows[i].none);
        const char *value =
            rows[i].value ? rows[i].value : arena_printf(arena, "%" PRId64, p->people->ids[ED]);
        assert_int_equal(
            pages_post(p, ED, path, arena_printf(arena, "%s=%s", rows[i].field, value)).status,
            303);
        path = asked(p, ED, "/contacts/bulk", what);
        answer = pages_post(p, ED, path, arena_printf(arena, "%s=", rows[i].field));
        assert_int_equal(answer.status, 400);
        pages_shows(&answer, rows[i].says);
        answer = pages_post(p, ED, path, arena_printf(arena, "%s=none", rows[i].field));
        assert_int_equal(answer.status, 303);
        answer = pages_get(p, ED, path);
        pages_shows(&answer, rows[i].result);
    }
    pages_free(p);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(asks_with_the_count_and_tells),  cmocka_unit_test(leaves_others_alone),
        cmocka_unit_test(refuses_who_may_only_read),      cmocka_unit_test(takes_ten_thousand_ids),
        cmocka_unit_test(wants_a_choice_before_it_wipes), cmocka_unit_test(leads_back_to_the_list),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
