/* Connections side by side, on a real PostgreSQL: answers come in the order in which they are ready, and
 * what one does is its own until it commits. */
#include "support/database.h"

static const struct sql slow = {"test_beside_slow", true, "SELECT pg_sleep(0.5)"};
static const struct sql quick = {"test_beside_quick", true, "SELECT pg_backend_pid() AS pid"};

struct pair {
    struct database *db;
    struct ctx ctx[2];
    const struct ctx *both[2];
};

static struct pair *
opened(void)
{
    struct database *db = database_new();
    if (!db)
        return NULL;
    struct pair *pair = ARENA_NEW(db->arena, struct pair);
    pair->db = db;
    for (int i = 0; i < 2; i++) {
        pair->ctx[i].arena = db->arena;
        pair->both[i] = &pair->ctx[i];
        if (!db_open_beside(&db->ctx, db->arena, &pair->ctx[i]))
            fail_msg("%s", pair->ctx[i].err.message);
    }
    return pair;
}

static void
takes_answers_as_they_come(void **state)
{
    (void)state;
    struct pair *pair = opened();
    if (!pair)
        return;
    struct db_table table;
    assert_true(db_send(&pair->ctx[0], &slow, DB_NO_ARGS));
    assert_true(db_send(&pair->ctx[1], &quick, DB_NO_ARGS));
    assert_int_equal(db_answered(pair->both, 2, 10000), 1);
    assert_true(db_receive_table(&pair->ctx[1], &quick, &table));
    assert_int_equal(table.n_rows, 1);
    assert_int_equal(db_answered(pair->both, 1, 1), 1); /* nothing within a millisecond */
    assert_int_equal(db_answered(pair->both, 1, 10000), 0);
    assert_true(db_receive_table(&pair->ctx[0], &slow, &table));
    database_free(pair->db);
}

static void
keeps_transactions_apart(void **state)
{
    (void)state;
    struct pair *pair = opened();
    if (!pair)
        return;
    static const struct sql enter = {"test_beside_enter", true,
                                     "SELECT coalesce(app.tenant(), 0) AS tenant"};
    int64_t tenant = -1;
    database_begin(pair->db);
    assert_true(db_begin(&pair->ctx[0], false));
    assert_true(db_i64(&pair->ctx[0], &enter, DB_NO_ARGS, &tenant));
    assert_int_equal(tenant, 0);
    db_rollback(&pair->ctx[0]);
    assert_true(db_i64(&pair->db->ctx, &enter, DB_NO_ARGS, &tenant));
    assert_int_equal(tenant, pair->db->tenant);
    database_free(pair->db);
}

static void
answers_for_one_that_is_lost(void **state)
{
    (void)state;
    struct pair *pair = opened();
    if (!pair)
        return;
    int64_t pid;
    struct db_table table;
    assert_true(db_i64(&pair->ctx[1], &quick, DB_NO_ARGS, &pid));
    assert_true(db_send(&pair->ctx[0], &slow, DB_NO_ARGS));
    assert_true(db_send(&pair->ctx[1], &slow, DB_NO_ARGS));
    static const struct sql end = {"test_beside_end", true,
                                   "SELECT pg_terminate_backend($1::bigint::integer)"};
    assert_true(db_exec(&pair->db->ctx, &end, DB_ARGS(DB_I64(pid)), NULL));
    assert_int_equal(db_answered(pair->both, 2, 10000), 1);
    assert_false(db_receive_table(&pair->ctx[1], &slow, &table));
    assert_int_equal(pair->ctx[1].err.kind, ERR_UNAVAILABLE);
    database_free(pair->db);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_answers_as_they_come),
        cmocka_unit_test(keeps_transactions_apart),
        cmocka_unit_test(answers_for_one_that_is_lost),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
