/* The queue's own housekeeping: partitions come and go, dead jobs are filed away in time. */
#include "support/database.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/conf.h"

#include "domain/pipeline/house.h"

const struct job_kind job_kinds[] = {{.name = NULL}};
const struct task tasks[] = {{.name = NULL}};

static void
makes_and_drops_partitions(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    struct task_run run = {0};
    database_script(db,
                    "DROP TABLE IF EXISTS test_cut; DELETE FROM app.partitioned WHERE name = "
                    "'test_cut'; CREATE TABLE test_cut (at timestamptz) PARTITION BY RANGE (at);"
                    "CREATE TABLE test_cut_other PARTITION OF test_cut DEFAULT;"
                    "SELECT app.partition_by_month('test_cut', 3)");
    /* A row of this month and of the month after next have their own partitions. */
    database_script(db, "INSERT INTO test_cut VALUES (now()), (date_trunc('month', now()) + "
                        "interval '3 months' - interval '1 s')");
    assert_int_equal(database_number(db, "SELECT count(*) FROM test_cut_other"), 0);

    const char *partition = "EXECUTE format('CREATE TABLE test_cut%s PARTITION OF test_cut FOR "
                            "VALUES FROM (%L) TO (%L)', to_char(m, '_YYYY_MM'), m, m + interval "
                            "'1 month');";
    database_script(db, arena_printf(db->arena,
                                     "SET TimeZone = 'UTC'; DO $$ DECLARE m timestamptz; BEGIN "
                                     "m := date_trunc('month', now()) - interval '3 months'; %s "
                                     "m := m - interval '1 month'; %s END $$",
                                     partition, partition));
    assert_true(house_partitions(&db->ctx, &run));
    assert_non_null(strstr(run.message, "1 dropped")); /* the one of four months ago */
    assert_true(house_partitions(&db->ctx, &run));
    assert_string_equal(run.message, "0 made, 0 dropped");
    assert_int_equal(
        database_number(db,
                        "SELECT count(*) FROM pg_inherits WHERE inhparent = 'test_cut'::regclass"),
        5);

    /* A month whose rows sit in the default partition already is left there. */
    database_script(db, "DO $$ BEGIN EXECUTE 'DROP TABLE test_cut' || to_char(date_trunc('month', "
                        "now()) + interval '2 months', '_YYYY_MM'); END $$; INSERT INTO test_cut "
                        "VALUES (date_trunc('month', now()) + interval '2 months')");
    assert_true(house_partitions(&db->ctx, &run));
    assert_string_equal(run.message, "0 made, 0 dropped");
    database_script(db, "DROP TABLE test_cut; DELETE FROM app.partitioned WHERE name = 'test_cut'");
    database_free(db);
}

static void
files_old_dead_jobs_away(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    struct task_run run = {0};
    database_script(db,
                    arena_printf(db->arena,
                                 "INSERT INTO job (tenant_id, kind, state, claimed_at) VALUES "
                                 "(%" PRId64 ", 'th_old', 'dead', now() - '91 d'::interval), "
                                 "(%" PRId64 ", 'th_new', 'dead', now() - '89 d'::interval), "
                                 "(%" PRId64 ", 'th_runs', 'running', now() - '91 d'::interval)",
                                 db->tenant, db->tenant, db->tenant));
    assert_true(house_job_purge(&db->ctx, &run));
    assert_string_equal(
        database_value(db, arena_printf(db->arena,
                                        "SELECT string_agg(kind, ' ' ORDER BY kind) FROM job "
                                        "WHERE tenant_id = %" PRId64,
                                        db->tenant)),
        "th_new th_runs");
    assert_int_equal(
        database_number(db, arena_printf(db->arena,
                                         "SELECT count(*) FROM job_history WHERE kind = 'th_old' "
                                         "AND state = 'dead' AND tenant_id = %" PRId64,
                                         db->tenant)),
        1);
    database_script(
        db, arena_printf(db->arena, "DELETE FROM job WHERE tenant_id = %" PRId64, db->tenant));
    database_free(db);
}

static void
says_what_the_sweep_did(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    struct task_run run = {0};
    assert_true(house_queue_sweep(&db->ctx, &run));
    assert_string_equal(run.message, "0 taken over");
    database_free(db);
}

/* A file of the store; `days` old. */
static void
put_file(struct database *db, const char *root, const char *name, int days)
{
    const char *path = arena_printf(db->arena, "%s/%s", root, name);
    char *folder = arena_strdup(db->arena, path);
    *strrchr(folder, '/') = '\0';
    mkdir(folder, 0700);
    FILE *file = fopen(path, "we");
    assert_non_null(file);
    fclose(file);
    struct timespec then[2] = {{.tv_sec = time(NULL) - days * 86400L},
                               {.tv_sec = time(NULL) - days * 86400L}};
    assert_int_equal(utimensat(AT_FDCWD, path, then, 0), 0);
}

static bool
has_file(struct database *db, const char *root, const char *name)
{
    return access(arena_printf(db->arena, "%s/%s", root, name), F_OK) == 0;
}

static void
removes_files_that_no_row_names(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    char root[] = "/tmp/test_house.XXXXXX";
    struct conf conf = {.files = mkdtemp(root)};
    struct task_run run = {0};
    db->ctx.conf = &conf;
    mkdir(arena_printf(db->arena, "%s/kept", root), 0700);
    put_file(db, root, "kept/0a/0a-used", 30);
    put_file(db, root, "kept/0a/0a-unused", 30);
    put_file(db, root, "kept/ff/ff-unused-but-new", 0);
    put_file(db, root, "part/old", 8);
    put_file(db, root, "part/goes-on", 6);
    put_file(db, root, "tmp/old", 2);
    database_script(db, arena_printf(db->arena,
                                     "INSERT INTO import (tenant_id, filename, file) "
                                     "VALUES (%" PRId64 ", 'a.csv', '0a-used')",
                                     db->tenant));
    assert_true(house_file_sweep(&db->ctx, &run));
    assert_string_equal(run.message, "3 files removed");
    assert_true(has_file(db, root, "kept/0a/0a-used"));
    assert_false(has_file(db, root, "kept/0a/0a-unused"));
    assert_true(has_file(db, root, "kept/ff/ff-unused-but-new"));
    assert_false(has_file(db, root, "part/old"));
    assert_true(has_file(db, root, "part/goes-on"));
    assert_false(has_file(db, root, "tmp/old"));
    db->ctx.conf = NULL;
    assert_false(house_file_sweep(&db->ctx, &run));
    assert_int_equal(db->ctx.err.kind, ERR_INPUT);
    database_free(db);
}

static void
deletes_old_sessions(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    struct task_run run = {0};
    assert_true(house_account_sweep(&db->ctx, &run));
    assert_non_null(strstr(run.message, " deleted"));
    database_free(db);
}

/* What is spent and topped up goes with its month; what is promised stays, and a month begins once. */
static void
begins_a_period_of_a_budget_once(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    struct task_run run = {.tenant_id = db->tenant};
    const char *sums =
        arena_printf(db->arena,
                     "SELECT spent_micros * 10000 + topped_micros * 100 + reserved_micros FROM "
                     "budget WHERE tenant_id = %" PRId64,
                     db->tenant);
    database_script(db, arena_printf(db->arena,
                                     "INSERT INTO budget (tenant_id, limit_micros, spent_micros, "
                                     "topped_micros, reserved_micros) VALUES (%" PRId64
                                     ", 90, 70, 20, 5)",
                                     db->tenant));
    assert_true(house_budget_reset(&db->ctx, &run));
    assert_string_equal(run.message, "not due");
    assert_int_equal(database_number(db, sums), 702005);
    database_script(
        db, arena_printf(
                db->arena,
                "UPDATE budget SET period_start = date_trunc('month', now()) - interval '1 day' "
                "WHERE tenant_id = %" PRId64,
                db->tenant));
    assert_true(house_budget_reset(&db->ctx, &run));
    assert_string_equal(run.message, "a new period");
    assert_int_equal(database_number(db, sums), 5);
    assert_true(house_budget_reset(&db->ctx, &run));
    assert_string_equal(run.message, "not due");
    database_free(db);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(makes_and_drops_partitions),
        cmocka_unit_test(files_old_dead_jobs_away),
        cmocka_unit_test(says_what_the_sweep_did),
        cmocka_unit_test(removes_files_that_no_row_names),
        cmocka_unit_test(deletes_old_sessions),
        cmocka_unit_test(begins_a_period_of_a_budget_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
