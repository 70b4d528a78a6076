/* LISTEN and NOTIFY on a real PostgreSQL: a waiting connection wakes, and only for its channel. */
#include "support/database.h"

#include <time.h>

static double
now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static void
wakes_for_its_channel(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    bool notified;
    assert_true(db_listen(&db->ctx, "test listen \"x\""));
    database_script(db, "NOTIFY other");
    double before = now();
    assert_true(db_wait(&db->ctx, 100, &notified));
    assert_false(notified);
    assert_true(now() - before > 0.09);
    database_script(db,
                    "NOTIFY \"test listen \"\"x\"\"\", '1'; NOTIFY \"test listen \"\"x\"\"\", '2'");
    before = now();
    assert_true(db_wait(&db->ctx, 5000, &notified));
    assert_true(notified);
    assert_true(now() - before < 2);
    assert_true(db_wait(&db->ctx, 0, &notified)); /* both were taken at once */
    assert_false(notified);
    database_free(db);
}

static void
hears_what_came_during_a_statement(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    bool notified;
    assert_true(db_listen(&db->ctx, "test_listen"));
    database_script(db, "NOTIFY test_listen");
    assert_true(db_script(&db->ctx, "SELECT pg_sleep(0.05)"));
    assert_true(db_wait(&db->ctx, 5000, &notified));
    assert_true(notified);
    database_free(db);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(wakes_for_its_channel),
        cmocka_unit_test(hears_what_came_during_a_statement),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
