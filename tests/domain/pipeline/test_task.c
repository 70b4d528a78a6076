/* Recurring tasks on a real PostgreSQL: when they run next (daylight saving included), and that a
 * run happens once, alone, late when it was missed, and is ended when it is stuck. */
#include <time.h>
#include <unistd.h>

#include "support/page.h"

#include "domain/pipeline/task.h"
#include "statements.h"

static const struct sql mark = {"test_task_mark", true,
                                "INSERT INTO tag (tenant_id, name, name_key) VALUES ($1, $2, $2)"};
static const struct sql enter = {"test_task_enter", true, "SELECT app.enter($1, NULL)::text"};

/* Where the runs write: the tests' one tenant. The tasks below look it up by name. */
static const struct sql home = {"test_task_home", true, "SELECT app.tenant_id('test-task')"};

static bool
write_mark(struct ctx *ctx, int64_t tenant, const char *name)
{
    const char *nothing;
    return db_begin(ctx, false) && db_str(ctx, &enter, DB_ARGS(DB_I64(tenant)), &nothing) &&
           db_exec(ctx, &mark, DB_ARGS(DB_I64(tenant), DB_STR(name)), NULL) && db_commit(ctx);
}

static bool
marks(struct ctx *ctx, struct task_run *run)
{
    int64_t tenant;
    snprintf(run->message, sizeof run->message, "marked");
    return db_i64(ctx, &home, DB_NO_ARGS, &tenant) && write_mark(ctx, tenant, "ran");
}

static bool
fails(struct ctx *ctx, struct task_run *run)
{
    (void)run;
    return db_begin(ctx, false) && err_raise(ctx, ERR_UNAVAILABLE, "The service is away.");
}

/* While it runs, another worker is asked to run it too; the message is what that one said. */
static bool
asks_again(struct ctx *ctx, struct task_run *run)
{
    struct ctx other = {.arena = ctx->arena};
    char message[TASK_MESSAGE_SIZE];
    static bool asked;
    if (asked)
        return true;
    asked = true;
    if (!db_open(&other, ctx->arena, getenv("LEADGEN_BATCH_DSN")))
        return false;
    bool ran = task_run_now(&other, task_named("tt_again"), 0, "inner", message);
    snprintf(run->message, sizeof run->message, "%.100s", ran ? "it ran" : other.err.message);
    return true;
}

static bool
by_tenant(struct ctx *ctx, struct task_run *run)
{
    return write_mark(ctx, run->tenant_id, "tenant's");
}

const struct job_kind job_kinds[] = {{.name = NULL}};
const struct task tasks[] = {
    {"tt_every", "Every hour", 3600, NULL, NULL, 0, false, true, false, 60, marks},
    {"tt_clock",      "At half past two", 0, "02:30", "Europe/Prague", 0, false, true, false, 60, marks},
    {"tt_late",      "Not when missed", 3600, NULL, NULL, 0, false, false, false, 60, marks},
    {"tt_beside",     "Beside itself", 3600, NULL, NULL, 0, true, true, false, 60, marks},
    {"tt_fails",     "Fails", 3600, NULL, NULL, 0, false, true, false, 60, fails},
    {"tt_again",     "Asks again", 3600, NULL, NULL, 0, false, true, false, 60, asks_again},
    {"tt_tenants", "By tenant", 3600, NULL, NULL, 0, false, true, true, 60, by_tenant},
    {.name = NULL        },
};

static void
quiet(const char *line)
{
    (void)line;
}

/* Only `due` is due, and nothing is marked yet. */
static struct database *
fresh(const char *due)
{
    struct database *db = database_new();
    if (!db)
        return NULL;
    database_script(db,
                    "INSERT INTO tenant (slug, name) VALUES ('test-task', 'Test') "
                    "ON CONFLICT DO NOTHING; DELETE FROM tag WHERE name IN ('ran', 'tenant''s');"
                    "DELETE FROM schedule WHERE task LIKE 'tt\\_%'");
    assert_true(task_sync(&db->ctx));
    database_script(db, arena_printf(db->arena,
                                     "UPDATE schedule SET next_at = now() + "
                                     "CASE WHEN task = '%s' THEN '-1 s' ELSE '1 day' END::interval "
                                     "WHERE task LIKE 'tt\\_%%'",
                                     due));
    return db;
}

static int64_t
run_due(struct database *db)
{
    int64_t n = 0;
    if (!task_run_due(&db->ctx, "test", quiet, &n))
        fail_msg("%s", db->ctx.err.message);
    return n;
}

static int64_t
count_marks(struct database *db)
{
    return database_number(db, "SELECT count(*) FROM tag WHERE name IN ('ran', 'tenant''s')");
}

static const char *
shown(struct database *db, const char *task, const char *what)
{
    return database_value(
        db, arena_printf(db->arena, "SELECT %s FROM schedule WHERE task = '%s'", what, task));
}

static void
knows_when_to_run_next(void **state)
{
    static const struct {
        const char *after, *at, *zone, *want;
    } cases[] = {
  /* an ordinary day, before and after the hour */
        {"2026-06-01 00:00Z", "02:30", "Europe/Prague",       "2026-06-01 00:30"},
        {"2026-06-01 00:30Z", "02:30", "Europe/Prague",       "2026-06-02 00:30"},
 /* the hour is skipped: at its end, once */
        {"2026-03-28 12:00Z", "02:30", "Europe/Prague",       "2026-03-29 01:00"},
        {"2026-03-29 01:00Z", "02:30", "Europe/Prague",       "2026-03-30 00:30"},
        {"2026-03-07 12:00Z", "02:30", "America/New_York",    "2026-03-08 07:00"},
        {"2026-03-08 07:00Z", "02:30", "America/New_York",    "2026-03-09 06:30"},
 /* the hour comes twice: the first time, once */
        {"2026-10-24 12:00Z", "02:30", "Europe/Prague",       "2026-10-25 00:30"},
        {"2026-10-25 00:30Z", "02:30", "Europe/Prague",       "2026-10-26 01:30"},
        {"2026-10-31 12:00Z", "01:30", "America/New_York",    "2026-11-01 05:30"},
        {"2026-11-01 05:30Z", "01:30", "America/New_York",    "2026-11-02 06:30"},
 /* half an hour is skipped, half an hour comes twice */
        {"2026-10-03 12:00Z", "02:15", "Australia/Lord_Howe", "2026-10-03 15:30"},
        {"2026-04-04 12:00Z", "01:45", "Australia/Lord_Howe", "2026-04-04 14:45"},
        {"2026-04-04 14:45Z", "01:45", "Australia/Lord_Howe", "2026-04-05 15:15"},
 /* midnight is skipped */
        {"2026-03-28 12:00Z", "00:30", "Asia/Beirut",         "2026-03-28 22:00"},
        {"2026-12-31 23:59Z", "00:00", "UTC",                 "2027-01-01 00:00"},
    };
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *got =
            database_value(db, arena_printf(db->arena,
                                            "SELECT to_char(app.next_run('%s', NULL, '%s', '%s'), "
                                            "'YYYY-MM-DD HH24:MI')",
                                            cases[i].after, cases[i].at, cases[i].zone));
        if (strcmp(got, cases[i].want))
            fail_msg("%s %s after %s: %s, not %s", cases[i].at, cases[i].zone, cases[i].after, got,
                     cases[i].want);
    }
    assert_string_equal(
        database_value(db,
                       "SELECT to_char(app.next_run('2026-03-29 00:59:30Z', 3600, NULL, 'UTC'), "
                       "'HH24:MI:SS')"),
        "01:59:30");
    database_free(db);
}

static void
runs_what_is_due_once(void **state)
{
    (void)state;
    struct database *db = fresh("tt_every");
    if (!db)
        return;
    assert_int_equal(run_due(db), 1);
    assert_int_equal(run_due(db), 0);
    assert_int_equal(count_marks(db), 1);
    assert_string_equal(shown(db, "tt_every", "outcome || ' ' || message"), "done marked");
    assert_string_equal(shown(db, "tt_every", "next_at = started_at + interval '1 hour'"), "t");
    assert_string_equal(shown(db, "tt_every", "ended_at >= started_at"), "t");
    assert_string_equal(shown(db, "tt_every", "cardinality(recent) || ' ' || (recent[1] > 0)"),
                        "1 true");
    database_script(db, "UPDATE schedule SET next_at = now(), enabled = false "
                        "WHERE task = 'tt_every'");
    assert_int_equal(run_due(db), 0);
    database_free(db);
}

static void
catches_up_once(void **state)
{
    (void)state;
    struct database *db = fresh("tt_clock");
    if (!db)
        return;
    database_script(db, "UPDATE schedule SET next_at = now() - interval '3 days' "
                        "WHERE task IN ('tt_clock', 'tt_late')");
    assert_int_equal(run_due(db), 1);
    assert_int_equal(run_due(db), 0);
    assert_int_equal(count_marks(db), 1);
    assert_string_equal(shown(db, "tt_clock", "next_at > now() AND next_at < now() + '25 h'"), "t");
    assert_string_equal(
        shown(db, "tt_clock", "to_char(next_at AT TIME ZONE 'Europe/Prague', 'HH24:MI')"), "02:30");
    /* The one that does not catch up is only set right; a short delay does not count as missed. */
    assert_string_equal(shown(db, "tt_late", "started_at IS NULL AND next_at > now()"), "t");
    database_script(db, "UPDATE schedule SET next_at = now() - interval '5 min' "
                        "WHERE task = 'tt_late'");
    assert_int_equal(run_due(db), 1);
    database_free(db);
}

static void
records_a_failure(void **state)
{
    (void)state;
    struct database *db = fresh("tt_fails");
    if (!db)
        return;
    assert_int_equal(run_due(db), 1);
    assert_string_equal(shown(db, "tt_fails", "outcome || ' ' || message"),
                        "failed The service is away.");
    assert_false(db_in_transaction(&db->ctx));
    database_free(db);
}

static void
take_lock(struct database *db, const char *task, bool shared)
{
    int64_t held;
    assert_true(db_i64(&db->ctx, &SQL_TASK_LOCK, DB_ARGS(DB_STR(task), DB_BOOL(shared)), &held));
    assert_int_equal(held, 1);
}

static void
runs_alone_unless_told_otherwise(void **state)
{
    (void)state;
    struct database *db = fresh("tt_every"), *other = database_new();
    char message[TASK_MESSAGE_SIZE];
    if (!db || !other)
        return;
    take_lock(other, "tt_every", false);
    take_lock(other, "tt_beside", true);
    assert_int_equal(run_due(db), 0);
    assert_false(task_run_now(&db->ctx, task_named("tt_every"), 0, "test", message));
    assert_int_equal(db->ctx.err.kind, ERR_CONFLICT);
    err_clear(&db->ctx);
    assert_true(task_run_now(&db->ctx, task_named("tt_beside"), 0, "test", message));
    assert_string_equal(message, "marked");
    database_free(other);
    /* the server lets go of the lock a moment after the connection is gone */
    int64_t ran = 0;
    for (int i = 0; i < 100 && !ran; i++) {
        ran = run_due(db);
        usleep(ran ? 0 : 50000);
    }
    assert_int_equal(ran, 1);
    assert_true(task_run_now(&db->ctx, task_named("tt_again"), 0, "outer", message));
    assert_string_equal(message, "The task tt_again is running.");
    database_free(db);
}

static void
ends_lost_and_stuck_runs(void **state)
{
    (void)state;
    struct database *db = fresh("tt_every"), *other = database_new();
    if (!db || !other)
        return;
    /* Somebody is at it: nothing happens. */
    take_lock(other, "tt_every", false);
    database_script(db, "UPDATE schedule SET outcome = 'running', started_at = now(), "
                        "next_at = now() + '1 h' WHERE task = 'tt_every'");
    assert_int_equal(run_due(db), 0);
    assert_string_equal(shown(db, "tt_every", "outcome"), "running");
    /* For too long: its connection is ended, and the run is lost. */
    database_script(db, "UPDATE schedule SET started_at = now() - interval '61 s' "
                        "WHERE task = 'tt_every'");
    for (int i = 0; i < 50 && strcmp(shown(db, "tt_every", "outcome"), "lost"); i++) {
        assert_int_equal(run_due(db), 0);
        nanosleep(&(struct timespec){.tv_nsec = 20000000}, NULL);
    }
    assert_string_equal(shown(db, "tt_every", "outcome"), "lost");
    assert_string_equal(shown(db, "tt_every", "recent[1] <= -60"), "t");
    assert_false(db_script(&other->ctx, "SELECT 1"));
    assert_int_equal(other->ctx.err.kind, ERR_UNAVAILABLE);
    database_free(db);
    database_free(other);
}

static void
runs_by_tenant(void **state)
{
    (void)state;
    struct database *db = fresh("tt_tenants");
    char message[TASK_MESSAGE_SIZE];
    if (!db)
        return;
    assert_true(task_run_now(&db->ctx, task_named("tt_tenants"), db->tenant, "test", message));
    assert_int_equal(count_marks(db), 1);
    assert_string_equal(shown(db, "tt_tenants", "started_at IS NULL"), "t");
    assert_false(task_run_now(&db->ctx, task_named("tt_every"), db->tenant, "test", message));
    assert_int_equal(db->ctx.err.kind, ERR_INPUT);
    err_clear(&db->ctx);
    database_script(db, "DELETE FROM tag WHERE name = 'tenant''s'");
    int64_t active =
        database_number(db, "SELECT count(*) FROM tenant WHERE deactivated_at IS NULL");
    assert_int_equal(run_due(db), 1);
    assert_true(count_marks(db) >= active);
    database_free(db);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_when_to_run_next),
        cmocka_unit_test(runs_what_is_due_once),
        cmocka_unit_test(catches_up_once),
        cmocka_unit_test(records_a_failure),
        cmocka_unit_test(runs_alone_unless_told_otherwise),
        cmocka_unit_test(ends_lost_and_stuck_runs),
        cmocka_unit_test(runs_by_tenant),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
