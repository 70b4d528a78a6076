/* The trash on a real database: what is in it and why, restoring where a key was taken meanwhile, what an
 * undo of that does, erasing for good. */
#include "support/acts.h"

#include "domain/bulk/trash.h"
#include "domain/privacy/privacy.h"

static int64_t
delete_one(struct database *db, enum record_entity entity, int64_t id)
{
    int64_t set_id;
    database_begin(db);
    acts_ok(db, change_set_open(&db->ctx, "delete", "Anna", &set_id));
    acts_ok(db, record_delete(&db->ctx, entity, set_id, id));
    database_commit(db);
    return set_id;
}

static size_t
list(struct database *db, enum record_entity entity, const char *search, struct trash_row **rows)
{
    size_t n;
    database_begin(db);
    acts_ok(db, trash_list(&db->ctx, entity, search, 0, &(struct trash_mark){0}, 50, rows, &n));
    database_commit(db);
    return n;
}

struct outcome {
    int64_t set_id, restored, kept;
};

static struct outcome
restore(struct database *db, enum record_entity entity, const int64_t *ids, size_t n, bool beside)
{
    struct outcome out;
    database_begin(db);
    acts_ok(db,
            trash_restore(&db->ctx, entity, ids, n, beside, &out.set_id, &out.restored, &out.kept));
    database_commit(db);
    return out;
}

static void
lists_and_restores(void **state)
{
    (void)state;
    struct database *db = database_new(), *other = database_new();
    if (!db)
        return;
    struct trash_row *rows;
    int64_t anna = acts_contact(db, "Anna", "Ek", "anna@x.example", 0);
    int64_t bert = acts_contact(db, "Bert", "Ek", "bert@x.example", 0);
    int64_t foreign = acts_contact(other, "Carl", "Ek", "carl@x.example", 0);
    delete_one(other, RECORD_CONTACT, foreign);
    const char *before = acts_all(db);
    delete_one(db, RECORD_CONTACT, anna);
    int64_t set = delete_one(db, RECORD_CONTACT, bert);
    assert_int_equal(list(db, RECORD_COMPANY, "", &rows), 0);
    assert_int_equal(list(db, RECORD_CONTACT, "", &rows), 2);
    assert_string_equal(rows[0].label, "Bert Ek"); /* the last deleted first */
    assert_int_equal(rows[0].change_set_id, set);
    assert_string_equal(rows[0].who, "Hana Test");
    struct trash_mark mark = {rows[0].deleted_us, rows[0].record_id};
    struct trash_row *rest;
    size_t n;
    database_begin(db);
    acts_ok(db, trash_list(&db->ctx, RECORD_CONTACT, "", 0, &mark, 50, &rest, &n));
    database_commit(db);
    assert_int_equal(n, 1);
    assert_string_equal(rest[0].label, "Anna Ek");
    assert_int_equal(list(db, RECORD_CONTACT, "ÁNNA ek", &rows), 1);
    int64_t ids[] = {anna, bert, foreign};
    struct outcome out = restore(db, RECORD_CONTACT, ids, 3, false);
    assert_int_equal(out.restored, 2);
    assert_int_equal(out.kept, 0);
    assert_string_equal(acts_all(db), before);
    assert_string_equal(acts_value(other, RECORD_CONTACT, foreign, "deleted_at IS NULL"), "false");
    /* undone, they are in the trash again; once more, and the first deletion has nothing to undo */
    int64_t undo_set;
    acts_undo(db, out.set_id, &undo_set);
    assert_int_equal(list(db, RECORD_CONTACT, "", &rows), 2);
    acts_undo(db, undo_set, NULL);
    assert_string_equal(acts_all(db), before);
    acts_undo(db, set, NULL);
    assert_string_equal(acts_all(db), before);
    assert_int_equal(restore(db, RECORD_CONTACT, ids, 3, false).set_id, 0);
    database_free(other);
    database_free(db);
}

static void
says_whose_the_key_is_now(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    struct trash_row *rows;
    int64_t old = acts_company(db, "Acme", "acme.example");
    delete_one(db, RECORD_COMPANY, old);
    int64_t older = acts_company(db, "Acme Again", "acme.example");
    delete_one(db, RECORD_COMPANY, older);
    int64_t both[] = {old, older};
    /* of two with one domain the first comes back */
    struct outcome out = restore(db, RECORD_COMPANY, both, 2, false);
    assert_int_equal(out.restored, 1);
    assert_int_equal(out.kept, 1);
    assert_int_equal(list(db, RECORD_COMPANY, "", &rows), 1);
    assert_int_equal(rows[0].record_id, older);
    assert_int_equal(rows[0].holder_id, old);
    assert_string_equal(rows[0].holder, "Acme");
    const char *before = acts_all(db);
    out = restore(db, RECORD_COMPANY, &older, 1, true);
    assert_int_equal(out.restored, 1);
    assert_string_equal(acts_value(db, RECORD_COMPANY, older, "duplicate_of"),
                        arena_printf(db->arena, "%" PRId64, old));
    acts_undo(db, out.set_id, NULL);
    assert_string_equal(
        acts_value(db, RECORD_COMPANY, older, "duplicate_of IS NULL AND deleted_at IS NOT NULL"),
        "true");
    assert_string_equal(acts_all(db), before);
    database_free(db);
}

static void
erases_for_good(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    database_keys(db);
    struct trash_row *rows;
    int64_t acme = acts_company(db, "Acme", "acme.example"), n, changed;
    int64_t anna = acts_contact(db, "Anna", "Ek", "anna@acme.example", acme);
    int64_t live = acts_contact(db, "Bert", "Ek", "bert@acme.example", acme);
    const char *values[RECORD_MOST_FIELDS] = {[CONTACT_LAST_NAME] = "Svensson"};
    int64_t edit = 0;
    database_begin(db);
    acts_ok(db, record_update(&db->ctx, RECORD_CONTACT, &edit, anna, 0,
                              CHANGE_BIT(record_field_get(RECORD_CONTACT, "last_name")), values, 0,
                              &changed));
    database_commit(db);
    int64_t set = delete_one(db, RECORD_CONTACT, anna), gone = delete_one(db, RECORD_COMPANY, acme);
    int64_t ids[] = {anna, live};
    database_begin(db);
    acts_ok(db, privacy_erase(&db->ctx, RECORD_CONTACT, ids, 2, &n));
    assert_int_equal(n, 1); /* who is not in the trash stays */
    database_commit(db);
    assert_int_equal(list(db, RECORD_CONTACT, "", &rows), 0);
    assert_string_equal(acts_value(db, RECORD_CONTACT, anna, "concat(first_name, email, search)"),
                        "");
    assert_string_equal(acts_value(db, RECORD_CONTACT, live, "first_name"), "Bert");
    assert_int_equal(
        database_number(db, arena_printf(db->arena,
                                         "SELECT count(*) FROM change WHERE tenant_id = "
                                         "%" PRId64 " AND record_id = %" PRId64
                                         " AND entity = 2 AND previous IS NOT NULL",
                                         db->tenant, anna)),
        0);
    /* neither an undo nor the trash brings it back */
    acts_undo(db, set, NULL);
    assert_int_equal(restore(db, RECORD_CONTACT, ids, 2, false).restored, 0);
    assert_string_equal(acts_value(db, RECORD_CONTACT, anna, "deleted_at IS NOT NULL"), "true");
    /* by the clock: the company is due, and its contact keeps standing */
    database_script(db, arena_printf(db->arena,
                                     "UPDATE company SET deleted_at = now() - interval '31 days' "
                                     "WHERE tenant_id = %" PRId64,
                                     db->tenant));
    struct task_run run = {.tenant_id = db->tenant};
    struct arena *own = arena_new();
    struct ctx task = db->ctx;
    task.arena = own;
    if (!trash_task(&task, &run))
        fail_msg("%s", task.err.message);
    arena_free(own);
    assert_string_equal(run.message, "1 records");
    assert_string_equal(acts_value(db, RECORD_COMPANY, acme, "name"), "Erased");
    acts_undo(db, gone, NULL);
    assert_string_equal(acts_value(db, RECORD_COMPANY, acme, "deleted_at IS NOT NULL"), "true");
    database_free(db);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lists_and_restores),
        cmocka_unit_test(says_whose_the_key_is_now),
        cmocka_unit_test(erases_for_good),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
