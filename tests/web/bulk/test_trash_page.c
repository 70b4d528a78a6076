/* The trash in the product itself: what it lists, restoring, deleting for good and who may. */
#include "support/pages.h"

static int64_t
add_deleted(struct pages *p, int64_t tenant, const char *name, const char *email)
{
    return people_number(p->people,
                         "INSERT INTO contact (tenant_id, first_name, email, email_key, name_key, "
                         "search, sort_name, "
                         "codes, deleted_at) VALUES (%" PRId64
                         ", '%s', '%s', '%s', lower('%s'), lower('%s'), "
                         "lower('%s'), '{0,0,0,0,0,0,0,0,0,0,0,0}', now()) RETURNING contact_id",
                         tenant, name, email, email, name, name, name);
}

static void
lists_restores_and_erases(void **state)
{
    (void)state;
    struct pages *p = pages_new();
    if (!p)
        return;
    struct arena *arena = p->people->arena;
    int64_t anna = add_deleted(p, p->people->kestrel, "Anna", "anna@x.example");
    int64_t bert = add_deleted(p, p->people->kestrel, "Bert", "bert@x.example");
    int64_t theirs = add_deleted(p, p->people->atlas, "Foreign", "carl@x.example");
    struct webrun_answer answer = pages_get(p, VI, pages_path(p, "/trash"));
    assert_int_equal(answer.status, 200);
    pages_shows(&answer, ">Anna<");
    pages_shows(&answer, ">Bert<");
    assert_null(strstr(answer.body, "Foreign"));
    assert_null(strstr(answer.body, "Restore the selected"));
    answer = pages_get(p, ED, pages_path(p, "/trash?q=ANNA"));
    pages_shows(&answer, "Restore the selected");
    assert_null(strstr(answer.body, "Bert"));
    assert_null(strstr(answer.body, "Delete for good"));
    pages_shows(&answer, "Show all");
    assert_int_equal(pages_get(p, ED, pages_path(p, "/trash?after=1-x")).status, 400);
    const char *form =
        arena_printf(arena, "of=contacts&act=restore&id=%" PRId64 "&id=%" PRId64, anna, theirs);
    assert_int_equal(pages_post(p, VI, pages_path(p, "/trash"), form).status, 403);
    answer = pages_post(p, ED, pages_path(p, "/trash"), form);
    assert_int_equal(answer.status, 303);
    assert_int_equal(people_number(p->people,
                                   "SELECT count(*) FROM contact WHERE contact_id IN (%" PRId64
                                   ", %" PRId64 ") AND deleted_at IS NULL",
                                   anna, theirs),
                     1);
    /* for good: an admin, who is asked first */
    form = arena_printf(arena, "of=contacts&act=erase&id=%" PRId64, bert);
    answer = pages_post(p, ADA, pages_path(p, "/trash"), form);
    assert_int_equal(answer.status, 303);
    const char *ask = arena_strdup(arena, webrun_header(p->run, &answer, "Location"));
    assert_int_equal(pages_get(p, ED, ask).status, 403);
    answer = pages_get(p, ADA, ask);
    pages_shows(&answer, "Delete 1 contact for good</button>");
    form =
        arena_printf(arena, "of=contacts&ids=%" PRId64 "-%" PRId64 "-%" PRId64, bert, anna, theirs);
    assert_int_equal(pages_post(p, ED, pages_path(p, "/trash/erase"), form).status, 403);
    assert_int_equal(pages_post(p, ADA, pages_path(p, "/trash/erase"), form).status, 303);
    assert_int_equal(people_number(p->people,
                                   "SELECT count(*) FROM contact WHERE tenant_id IN (%" PRId64
                                   ", %" PRId64 ") AND first_name IS NOT NULL",
                                   p->people->kestrel, p->people->atlas),
                     2);
    pages_free(p);
}

static void
restores_beside_who_has_the_key(void **state)
{
    (void)state;
    struct pages *p = pages_new();
    if (!p)
        return;
    struct arena *arena = p->people->arena;
    int64_t live = add_deleted(p, p->people->kestrel, "Anna", "anna@x.example");
    people_number(p->people,
                  "UPDATE contact SET deleted_at = NULL WHERE contact_id = %" PRId64
                  " RETURNING contact_id",
                  live);
    int64_t old = add_deleted(p, p->people->kestrel, "Annie", "anna@x.example");
    struct webrun_answer answer = pages_get(p, ED, pages_path(p, "/trash"));
    pages_shows(&answer, "Taken by</span>");
    const char *form = arena_printf(arena, "of=contacts&act=restore&id=%" PRId64, old);
    pages_post(p, ED, pages_path(p, "/trash"), form);
    answer = pages_get(p, ED, pages_path(p, "/trash"));
    pages_shows(&answer, ">Annie<");
    form = arena_printf(arena, "of=contacts&beside=%" PRId64, old);
    assert_int_equal(pages_post(p, ED, pages_path(p, "/trash"), form).status, 303);
    answer = pages_get(p, ED, pages_path(p, "/trash"));
    pages_shows(&answer, "The trash is empty");
    assert_int_equal(people_number(p->people,
                                   "SELECT duplicate_of FROM contact WHERE contact_id = %" PRId64,
                                   old),
                     live);
    pages_free(p);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lists_restores_and_erases),
        cmocka_unit_test(restores_beside_who_has_the_key),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
