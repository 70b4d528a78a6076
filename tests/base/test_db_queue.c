/* Statements that travel with the next one, on a real PostgreSQL: they run in order, a failure is reported
 * once and nothing after it runs, and what was queued is gone with the transaction. */
#include "support/database.h"

static const struct sql put = {"test_queue_put", true,
                               "INSERT INTO test_queued VALUES ($1::bigint / $2::bigint)"};
static const struct sql sum = {"test_queue_sum", true,
                               "SELECT coalesce(sum(n), 0)::bigint FROM test_queued"};

static struct database *
begun(void)
{
    struct database *db = database_new();
    if (!db)
        return NULL;
    assert_true(db_script(&db->ctx, "CREATE TEMP TABLE test_queued (n bigint)"));
    assert_true(db_begin(&db->ctx, false));
    return db;
}

static bool
queue(struct database *db, int64_t n, int64_t by)
{
    return db_queue(&db->ctx, &put, DB_ARGS(DB_I64(n), DB_I64(by)));
}

static int64_t
total(struct database *db)
{
    int64_t n = -1;
    if (!db_i64(&db->ctx, &sum, DB_NO_ARGS, &n))
        fail_msg("%s", db->ctx.err.message);
    return n;
}

static void
runs_in_order(void **state)
{
    (void)state;
    struct database *db = begun();
    if (!db)
        return;
    for (int64_t i = 1; i <= 20; i++)
        assert_true(queue(db, i, 1));
    assert_int_equal(total(db), 210);
    assert_true(queue(db, 5, 1));
    assert_true(db_commit(&db->ctx));
    assert_int_equal(total(db), 215);
    database_free(db);
}

static void
reports_a_failure_with_the_next(void **state)
{
    (void)state;
    struct database *db = begun();
    if (!db)
        return;
    int64_t n;
    assert_int_equal(total(db), 0);
    assert_true(queue(db, 1, 0));
    assert_true(queue(db, 2, 1));
    assert_false(db_i64(&db->ctx, &sum, DB_NO_ARGS, &n));
    assert_string_equal(db_sqlstate(&db->ctx), "22012");
    assert_non_null(strstr(db->ctx.err.message, "test_queue_put"));
    db_rollback(&db->ctx);
    err_clear(&db->ctx);
    assert_int_equal(total(db), 0);
    database_free(db);
}

static void
commits_nothing_after_a_failure(void **state)
{
    (void)state;
    struct database *db = begun();
    if (!db)
        return;
    assert_true(queue(db, 1, 1));
    assert_true(queue(db, 1, 0));
    assert_false(db_commit(&db->ctx));
    assert_false(db_in_transaction(&db->ctx));
    db_rollback(&db->ctx);
    err_clear(&db->ctx);
    assert_int_equal(total(db), 0);
    database_free(db);
}

/* Who set a guard learns that it was the guard, and not what came before or after it. */
static void
tells_whose_conflict_it_is(void **state)
{
    (void)state;
    static const struct sql guard = {
        "test_queue_guard", true,
        "SELECT CASE WHEN $1::bigint = 0 THEN app.fail('LG003', 'Lost.') END"};
    struct database *db = begun();
    if (!db)
        return;
    assert_true(queue(db, 0, 1)); /* for the first time a statement does not travel */
    for (int64_t held = 0; held < 2; held++) {
        bool lost = false;
        assert_int_equal(total(db), 0);
        assert_true(db_queue_guard(&db->ctx, &guard, DB_ARGS(DB_I64(held)), &lost));
        assert_true(queue(db, 1, 1));
        assert_true(db_queue(&db->ctx, &guard, DB_ARGS(DB_I64(0))));
        assert_false(lost);
        assert_false(db_commit(&db->ctx));
        assert_int_equal(db->ctx.err.kind, ERR_CONFLICT);
        assert_int_equal(lost, !held);
        err_clear(&db->ctx);
        assert_int_equal(total(db), 0);
        assert_true(db_begin(&db->ctx, false));
    }
    db_rollback(&db->ctx);
    database_free(db);
}

static void
drops_what_is_rolled_back(void **state)
{
    (void)state;
    struct database *db = begun();
    if (!db)
        return;
    assert_true(queue(db, 1, 1));
    db_rollback(&db->ctx);
    assert_int_equal(total(db), 0);
    assert_true(db_begin(&db->ctx, false));
    assert_true(queue(db, 7, 1));
    assert_true(db_savepoint(&db->ctx));
    assert_true(queue(db, 8, 0));
    db_savepoint_rollback(&db->ctx);
    assert_true(db_commit(&db->ctx));
    assert_int_equal(total(db), 7);
    database_free(db);
}

static void
has_answers_ready(void **state)
{
    (void)state;
    static const struct sql moment = {"test_ahead", true, "SELECT $1::text || clock_timestamp()"};
    struct database *db = begun();
    const char *first, *again, *other;
    if (!db)
        return;
    struct ctx *ctx = &db->ctx;
    assert_true(db_ahead(ctx, &moment, DB_ARGS(DB_STR("a")))); /* this one writes */
    assert_true(db_str(ctx, &moment, DB_ARGS(DB_STR("a")), &first));
    assert_true(db_str(ctx, &moment, DB_ARGS(DB_STR("a")), &again));
    assert_string_not_equal(first, again);
    assert_true(db_commit(ctx));
    for (size_t i = 0; i < 2; i++) {
        const char *before = again;
        assert_true(db_begin(ctx, true));
        assert_true(db_ahead(ctx, &moment, DB_ARGS(DB_STR("a"))));
        assert_true(db_ahead(ctx, &moment, DB_ARGS(DB_STR("b"))));
        assert_true(db_str(ctx, &moment, DB_ARGS(DB_STR("a")), &first));
        assert_true(db_str(ctx, &moment, DB_ARGS(DB_STR("c")), &other));
        assert_true(db_str(ctx, &moment, DB_ARGS(DB_STR("a")), &again));
        assert_string_equal(first, again);
        assert_string_not_equal(first, before); /* not that of another transaction */
        assert_int_equal(other[0], 'c');
        assert_true(db_str(ctx, &moment, DB_ARGS(DB_STR("b")), &other));
        assert_int_equal(other[0], 'b');
        assert_true(db_commit(ctx));
    }
    assert_true(db_begin(ctx, true));
    assert_true(db_ahead(ctx, &moment, DB_ARGS(DB_STR("d")))); /* and nobody asks */
    assert_true(db_commit(ctx));
    assert_int_equal(total(db), 0);
    database_free(db);
}

/* What is told before a transaction comes with its beginning, behind the statement that begins it. */
static void
has_answers_with_the_beginning(void **state)
{
    (void)state;
    static const struct sql set = {"test_ahead_set", true,
                                   "SELECT set_config('app.actor', $1, true) AS text"};
    static const struct sql get = {
        "test_ahead_get", true, "SELECT current_setting('app.actor') || $1 || clock_timestamp()"};
    struct text {
        const char *text;
    } row;
    static const struct field map[] = {FIELD_STR(struct text, text), FIELD_END};
    struct database *db = begun();
    const char *first, *again;
    bool found;
    if (!db)
        return;
    struct ctx *ctx = &db->ctx;
    db_rollback(ctx);
    for (int i = 0; i < 12; i++)
        assert_true(db_ahead(ctx, &get, DB_ARGS(DB_STR(i ? "x" : "y")))); /* twice is once */
    assert_true(db_begin_with(ctx, true, &set, DB_ARGS(DB_STR("71")), map, &row, &found));
    assert_true(found);
    assert_string_equal(row.text, "71");
    assert_true(db_str(ctx, &get, DB_ARGS(DB_STR("x")), &first));
    assert_true(db_str(ctx, &get, DB_ARGS(DB_STR("x")), &again));
    assert_string_equal(first, again);
    assert_memory_equal(first, "71x", 3);
    assert_true(db_commit(ctx));
    /* Of another transaction, and of one that writes, nothing is left. */
    for (int i = 0; i < 2; i++) {
        if (i)
            assert_true(db_ahead(ctx, &get, DB_ARGS(DB_STR("x"))));
        assert_true(db_begin_with(ctx, !i, &set, DB_ARGS(DB_STR("72")), map, &row, &found));
        assert_true(db_str(ctx, &get, DB_ARGS(DB_STR("x")), &first));
        assert_true(db_str(ctx, &get, DB_ARGS(DB_STR("x")), &again));
        assert_memory_equal(first, "72x", 3);
        assert_string_not_equal(first, again);
        db_rollback(ctx);
    }
    database_free(db);
}

static void
reports_what_failed_ahead(void **state)
{
    (void)state;
    static const struct sql broken = {"test_ahead_broken", true, "SELECT 1 / $1::int"};
    struct database *db = begun();
    int64_t value;
    if (!db)
        return;
    db_rollback(&db->ctx);
    for (size_t i = 0; i < 2; i++) {
        assert_true(db_begin(&db->ctx, true));
        assert_true(db_ahead(&db->ctx, &broken, DB_ARGS(DB_I64(0))));
        assert_false(db_i64(&db->ctx, &broken, DB_ARGS(DB_I64((int64_t)i)), &value));
        assert_int_equal(db->ctx.err.kind, ERR_BUG);
        err_clear(&db->ctx);
        db_rollback(&db->ctx);
    }
    assert_int_equal(total(db), 0);
    database_free(db);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(has_answers_ready),
        cmocka_unit_test(has_answers_with_the_beginning),
        cmocka_unit_test(reports_what_failed_ahead),
        cmocka_unit_test(runs_in_order),
        cmocka_unit_test(reports_a_failure_with_the_next),
        cmocka_unit_test(commits_nothing_after_a_failure),
        cmocka_unit_test(tells_whose_conflict_it_is),
        cmocka_unit_test(drops_what_is_rolled_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
