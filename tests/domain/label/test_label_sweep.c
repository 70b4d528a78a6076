/* A change of more records than a page makes itself: a job with progress, stopped and gone on with,
 * taken back; owners go the same way. */
#include "support/labels.h"

#include "domain/label/label_sweep.h"

enum { MANY = LABEL_SWEEP_NOW + 1500 };

/* Many companies with these tags, past the pages. */
static void
add_many(struct database *db, int64_t n, const char *tags)
{
    struct record record;
    int64_t one = labels_company(db, "Model", tags, NULL);
    assert_done(db, record_get(&db->ctx, RECORD_COMPANY, one, &record));
    database_commit(db);
    database_script(db, arena_printf(db->arena,
                                     "INSERT INTO company SELECT (jsonb_populate_record(c, "
                                     "jsonb_build_object('company_id', "
                                     "nextval('company_company_id_seq')))).* FROM company c, "
                                     "generate_series(2, %" PRId64 ") WHERE c.tenant_id = %" PRId64
                                     " AND c.company_id = %" PRId64,
                                     n, db->tenant, one));
    database_begin(db);
}

static int64_t
holding(struct database *db, int64_t tag)
{
    return database_number(db, arena_printf(db->arena,
                                            "SELECT count(*) FROM company WHERE tenant_id = "
                                            "%" PRId64 " AND %" PRId64 " = ANY (tag_ids)",
                                            db->tenant, tag));
}

static void
works_on_many_as_a_job(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    struct label_done done;
    struct job_view job;
    int64_t undo_id;
    database_begin(db);
    int64_t hot = labels_add(db, LABEL_TAG, "Hot"), warm = labels_add(db, LABEL_TAG, "Warm");
    add_many(db, MANY, labels_ids(db, hot));
    assert_done(db, label_merge(&db->ctx, LABEL_TAG, hot, warm, &done));
    assert_true(done.job_id > 0);
    database_commit(db);
    assert_int_equal(holding(db, hot), MANY);
    database_begin(db);
    assert_fails(db, change_undo_start(&db->ctx, done.set_id, &undo_id), ERR_CONFLICT);
    db_rollback(&db->ctx);
    labels_work(db, done.job_id);
    assert_int_equal(holding(db, hot), 0);
    assert_int_equal(holding(db, warm), MANY);
    database_begin(db);
    assert_done(db, job_read(&db->ctx, done.job_id, &job));
    assert_string_equal(job.state, "done");
    labels_undo(db, done.set_id);
    database_commit(db);
    assert_int_equal(holding(db, hot), MANY);
    assert_int_equal(holding(db, warm), 0);
    database_free(db);
}

static void
leaves_the_label_when_stopped(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    struct label_done done;
    struct label label;
    database_begin(db);
    int64_t hot = labels_add(db, LABEL_TAG, "Hot");
    add_many(db, MANY, labels_ids(db, hot));
    assert_done(db, label_delete(&db->ctx, LABEL_TAG, hot, &done));
    assert_done(db, job_cancel(&db->ctx, done.job_id));
    database_commit(db);
    labels_work(db, done.job_id);
    assert_int_equal(holding(db, hot), MANY);
    database_begin(db);
    assert_done(db, label_get(&db->ctx, LABEL_TAG, hot, &label));
    assert_string_equal(label.name, "Hot");
    database_free(db);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(works_on_many_as_a_job),
        cmocka_unit_test(leaves_the_label_when_stopped),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
