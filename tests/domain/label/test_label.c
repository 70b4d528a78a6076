/* Tags and lists on a real database: names, counts, merging, deleting, and taking both back. */
#include "support/labels.h"

static struct database *
begin(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (db)
        database_begin(db);
    return db;
}

static size_t
n_of(struct database *db, enum label_kind kind)
{
    struct label *all;
    size_t n;
    assert_done(db, label_all(&db->ctx, kind, &all, &n));
    return n;
}

static void
refuses_names_that_nobody_could_tell_apart(void **state)
{
    struct database *db = begin(state);
    if (!db)
        return;
    int64_t id;
    const char *sixty = "a23456789 b23456789 c23456789 d23456789 e23456789 f23456789x";
    labels_add(db, LABEL_TAG, "Hot");
    labels_add(db, LABEL_TAG, "🔥 Příští týden");
    labels_add(db, LABEL_TAG, sixty);
    labels_add(db, LABEL_LIST, "Hot");
    database_commit(db);
    database_begin(db);
    assert_fails(db, label_add(&db->ctx, LABEL_TAG, " hOT ", "blue", &id), ERR_INPUT);
    assert_fails(db, label_add(&db->ctx, LABEL_TAG, "🔥 pristi tyden", "blue", &id), ERR_INPUT);
    assert_fails(db, label_add(&db->ctx, LABEL_TAG, " \u200b ", "blue", &id), ERR_INPUT);
    assert_fails(db, label_add(&db->ctx, LABEL_TAG, "Warm", "mauve", &id), ERR_INPUT);
    assert_fails(db,
                 label_add(&db->ctx, LABEL_TAG, arena_printf(db->arena, "%sy", sixty), "blue", &id),
                 ERR_INPUT);
    assert_int_equal(n_of(db, LABEL_TAG), 3);
    assert_int_equal(n_of(db, LABEL_LIST), 1);
    database_free(db);
}

static void
renames_and_recolours(void **state)
{
    struct database *db = begin(state);
    if (!db)
        return;
    struct label label;
    int64_t hot = labels_add(db, LABEL_TAG, "Hot"), cold = labels_add(db, LABEL_TAG, "Cold");
    assert_done(db, label_change(&db->ctx, LABEL_TAG, hot, "HOT", "red"));
    assert_done(db, label_get(&db->ctx, LABEL_TAG, hot, &label));
    assert_string_equal(label.name, "HOT");
    assert_int_equal(label_colour_number(label.colour), 8);
    database_commit(db);
    database_begin(db);
    assert_fails(db, label_change(&db->ctx, LABEL_TAG, cold, "hot", "red"), ERR_INPUT);
    assert_fails(db, label_change(&db->ctx, LABEL_TAG, hot + cold, "New", "red"), ERR_NOT_FOUND);
    database_free(db);
}

static void
counts_living_records_of_each_kind(void **state)
{
    struct database *db = begin(state);
    if (!db)
        return;
    struct label_count *counts;
    struct label_reach reach;
    size_t n;
    int64_t set_id, hot = labels_add(db, LABEL_TAG, "Hot");
    labels_add(db, LABEL_TAG, "Cold");
    labels_company(db, "One", labels_ids(db, hot), NULL);
    labels_company(db, "Two", labels_ids(db, hot), NULL);
    int64_t gone = labels_company(db, "Three", labels_ids(db, hot), NULL);
    assert_done(db, change_set_open(&db->ctx, "delete", "Test", &set_id));
    assert_done(db, record_delete(&db->ctx, RECORD_COMPANY, set_id, gone));
    assert_done(db, label_counts(&db->ctx, LABEL_TAG, "", 10, &counts, &n));
    assert_int_equal(n, 2);
    assert_string_equal(counts[1].name, "Hot");
    assert_int_equal(counts[1].companies, 2);
    assert_int_equal(counts[1].contacts, 0);
    assert_int_equal(counts[0].companies, 0);
    assert_done(db, label_counts(&db->ctx, LABEL_TAG, "HÓ", 10, &counts, &n));
    assert_int_equal(n, 1);
    assert_done(db, label_reach(&db->ctx, LABEL_TAG, hot, &reach));
    assert_int_equal(reach.companies, 2);
    assert_int_equal(reach.trashed, 1);
    database_free(db);
}

static void
merges_and_takes_back(void **state)
{
    struct database *db = begin(state);
    if (!db)
        return;
    struct label_done done;
    int64_t hot = labels_add(db, LABEL_TAG, "Hot"), warm = labels_add(db, LABEL_TAG, "Warm");
    int64_t one = labels_company(db, "One", labels_ids(db, hot), NULL);
    const char *both = arena_printf(db->arena, "{%" PRId64 ",%" PRId64 "}", hot, warm);
    int64_t two = labels_company(db, "Two", both, NULL);
    database_commit(db);
    database_begin(db);
    assert_done(db, label_merge(&db->ctx, LABEL_TAG, hot, warm, &done));
    assert_int_equal(done.job_id, 0);
    database_commit(db);
    assert_string_equal(labels_value(db, one, "tag_ids"), labels_ids(db, warm));
    assert_string_equal(labels_value(db, two, "tag_ids"), labels_ids(db, warm));
    database_begin(db);
    assert_int_equal(n_of(db, LABEL_TAG), 1);
    assert_fails(db, label_merge(&db->ctx, LABEL_TAG, hot, warm, &done), ERR_NOT_FOUND);
    assert_fails(db, label_merge(&db->ctx, LABEL_TAG, warm, hot, &done), ERR_INPUT);
    assert_fails(db, label_merge(&db->ctx, LABEL_TAG, warm, warm, &done), ERR_INPUT);
    int64_t set_id = database_number(
        db, arena_printf(db->arena,
                         "SELECT max(change_set_id) FROM change_set WHERE tenant_id = %" PRId64,
                         db->tenant));
    labels_undo(db, set_id);
    assert_int_equal(n_of(db, LABEL_TAG), 2);
    database_commit(db);
    assert_string_equal(labels_value(db, one, "tag_ids"), labels_ids(db, hot));
    assert_string_equal(labels_value(db, two, "tag_ids"), both);
    database_free(db);
}

static void
deletes_and_takes_back_under_a_free_name(void **state)
{
    struct database *db = begin(state);
    if (!db)
        return;
    struct label_done done;
    struct label label;
    int64_t hot = labels_add(db, LABEL_TAG, "Hot");
    int64_t one = labels_company(db, "One", labels_ids(db, hot), NULL);
    assert_done(db, label_delete(&db->ctx, LABEL_TAG, hot, &done));
    assert_int_equal(n_of(db, LABEL_TAG), 0);
    int64_t other = labels_add(db, LABEL_TAG, "hot");
    database_commit(db);
    assert_string_equal(labels_value(db, one, "tag_ids"), "");
    database_begin(db);
    labels_undo(db, done.set_id);
    assert_done(db, label_get(&db->ctx, LABEL_TAG, hot, &label));
    assert_string_equal(label.name, arena_printf(db->arena, "Hot (%" PRId64 ")", hot));
    assert_done(db, label_get(&db->ctx, LABEL_TAG, other, &label));
    database_commit(db);
    assert_string_equal(labels_value(db, one, "tag_ids"), labels_ids(db, hot));
    database_free(db);
}

/* The undo of the undo: what nobody holds goes again, what somebody took meanwhile stays. */
static void
goes_again_when_its_undo_is_undone(void **state)
{
    struct database *db = begin(state);
    if (!db)
        return;
    struct label_done done;
    int64_t hot = labels_add(db, LABEL_TAG, "Hot");
    int64_t one = labels_company(db, "One", labels_ids(db, hot), NULL);
    assert_done(db, label_delete(&db->ctx, LABEL_TAG, hot, &done));
    for (int round = 0; round < 2; round++) {
        int64_t undo_id = labels_undo(db, done.set_id);
        assert_int_equal(n_of(db, LABEL_TAG), 1);
        if (round)
            labels_company(db, "Two", labels_ids(db, hot), NULL);
        labels_undo(db, undo_id);
        assert_int_equal(n_of(db, LABEL_TAG), round);
    }
    database_commit(db);
    assert_string_equal(labels_value(db, one, "tag_ids"), "");
    database_free(db);
}

static void
keeps_what_is_used_from_being_taken(void **state)
{
    struct database *db = begin(state);
    if (!db)
        return;
    struct label_done done;
    int64_t hot = labels_add(db, LABEL_TAG, "Hot");
    assert_done(db, label_hold(&db->ctx, LABEL_TAG, &hot, 1));
    assert_done(db, label_hold(&db->ctx, LABEL_TAG, NULL, 0));
    database_commit(db);
    database_begin(db);
    assert_fails(db, label_hold(&db->ctx, LABEL_TAG, (int64_t[]){hot, hot + 1}, 2), ERR_NOT_FOUND);
    assert_fails(db, label_hold(&db->ctx, LABEL_LIST, &hot, 1), ERR_NOT_FOUND);
    database_script(db, arena_printf(db->arena,
                                     "INSERT INTO import (tenant_id, filename, state) VALUES "
                                     "(%" PRId64 ", 'x.csv', 'running')",
                                     db->tenant));
    assert_fails(db, label_delete(&db->ctx, LABEL_TAG, hot, &done), ERR_CONFLICT);
    assert_int_equal(n_of(db, LABEL_TAG), 1);
    database_free(db);
}

/* Two people merge both ways at the same moment: one is second, and nothing is lost. */
static void
lets_one_of_two_merges_win(void **state)
{
    struct database *db = begin(state);
    if (!db)
        return;
    struct database other = *db;
    struct label_done done;
    int64_t hot = labels_add(db, LABEL_TAG, "Hot"), warm = labels_add(db, LABEL_TAG, "Warm");
    int64_t one = labels_company(db, "One", labels_ids(db, hot), NULL);
    database_commit(db);
    other.ctx = (struct ctx){.arena = db->arena};
    assert_true(db_open(&other.ctx, db->arena, getenv("LEADGEN_BATCH_DSN")));
    database_begin(&other);
    database_begin(db);
    assert_done(db, label_merge(&db->ctx, LABEL_TAG, hot, warm, &done));
    assert_true(db_script(&other.ctx, "SET LOCAL lock_timeout = '200ms'"));
    assert_false(label_merge(&other.ctx, LABEL_TAG, warm, hot, &done)); /* waits for the first */
    err_clear(&other.ctx);
    db_rollback(&other.ctx);
    database_commit(db);
    database_begin(&other);
    assert_fails(&other, label_merge(&other.ctx, LABEL_TAG, warm, hot, &done), ERR_INPUT);
    assert_string_equal(labels_value(db, one, "tag_ids"), labels_ids(db, warm));
    db_rollback(&other.ctx);
    database_free(db);
}

static void
picks_the_labels_of_a_record(void **state)
{
    static const struct label all[] = {
        {3,   "A", "red" },
        {17,  "B", "blue"},
        {170, "C", "grey"}
    };
    struct label *out;
    size_t n;
    label_of_record(*state, all, 3, "{170,3}", &out, &n);
    assert_int_equal(n, 2);
    assert_string_equal(out[0].name, "A");
    assert_string_equal(out[1].name, "C");
    label_of_record(*state, all, 3, NULL, &out, &n);
    assert_int_equal(n, 0);
    label_of_record(*state, all, 3, "{}", &out, &n);
    assert_int_equal(n, 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(refuses_names_that_nobody_could_tell_apart),
        cmocka_unit_test(renames_and_recolours),
        cmocka_unit_test(counts_living_records_of_each_kind),
        cmocka_unit_test(merges_and_takes_back),
        cmocka_unit_test(deletes_and_takes_back_under_a_free_name),
        cmocka_unit_test(goes_again_when_its_undo_is_undone),
        cmocka_unit_test(keeps_what_is_used_from_being_taken),
        cmocka_unit_test(lets_one_of_two_merges_win),
        cmocka_unit_test_setup_teardown(picks_the_labels_of_a_record, test_arena_open,
                                        test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
