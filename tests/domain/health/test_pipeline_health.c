/* The health of a pipeline on a real PostgreSQL: what is measured, the rules, and that an alert is one as
 * long as it lasts. */
#include "support/database.h"

#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "domain/health/pipeline_alert.h"
#include "domain/pipeline/stage.h"

/* The alert of a rule; one without words where it did not speak. */
static const struct alert none = {.code = "", .detail = "", .title = "", .level = ""};
static const struct alert *
alert_of(const struct alert *alerts, size_t n, const char *code)
{
    for (size_t i = 0; i < n; i++)
        if (!strcmp(alerts[i].code, code))
            return &alerts[i];
    return &none;
}

static void
judges_by_rules(void **state)
{
    (void)state;
    struct ctx ctx = {.arena = arena_new()};
    if (!stages[0])
        return;
    const char *stage = stages[0]->name;
#define NAME(format) arena_printf(ctx.arena, format, stage)
    struct health_point points[] = {
        {0, 300,   NAME("wait.%s")      },
        {0, 10800, NAME("oldest.%s")    },
        {0, 8,     NAME("day.%s.done")  },
        {0, 12,    NAME("day.%s.failed")},
        {1, 30,    NAME("day.%s.done")  },
        {0, 2,     "dead_jobs"          },
        {0, 1,     "budget_set"         },
        {0, 0,     "budget_left_percent"},
        {0, 1,     "budget_warn"        },
    };
    struct health health = {.points = points, .n_points = sizeof points / sizeof *points};
    size_t n;
    const struct alert *alerts = pipeline_alert_judge(&ctx, &health, &n);
    assert_int_equal(n, 4);
    assert_non_null(strstr(alert_of(alerts, n, "behind")->detail, "300 wait"));
    assert_string_equal(alert_of(alerts, n, "failing")->level, "bad");
    assert_string_equal(alert_of(alerts, n, "dead_jobs")->level, "warn");
    assert_string_equal(alert_of(alerts, n, "budget")->title, "The budget is used up");
    points[2].n = points[3].n = points[4].n = 0;
    alerts = pipeline_alert_judge(&ctx, &health, &n);
    assert_string_equal(alert_of(alerts, n, "stalled")->level, "bad");
    assert_ptr_equal(alert_of(alerts, n, "failing"), &none);
    health.n_points = 0;
    (void)pipeline_alert_judge(&ctx, &health, &n);
    assert_int_equal(n, 0);
#undef NAME
    arena_free(ctx.arena);
}

static void
measures_and_remembers(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    database_script(db, arena_printf(db->arena,
                                     "INSERT INTO company (tenant_id, name, name_key, search, "
                                     "sort_name, codes) SELECT %" PRId64
                                     ", 'C' || i, 'x', 'x', 'x', (SELECT array_agg(0::smallint) "
                                     "FROM generate_series(1, 40)) FROM "
                                     "generate_series(1, 10) i; "
                                     "INSERT INTO pipeline_run (tenant_id, title, entity, filter, "
                                     "stages, state, finished_at) VALUES "
                                     "(%" PRId64 ", 'r', 1, '', '{crawl}', 'done', now()); "
                                     "INSERT INTO run_stage (tenant_id, run_id, stage, total, "
                                     "done) SELECT tenant_id, run_id, 'crawl', 4, 3 "
                                     "FROM pipeline_run WHERE tenant_id = %" PRId64 "; "
                                     "INSERT INTO stage_latest (tenant_id, entity, record_id, "
                                     "stage, result, run_id, at) SELECT "
                                     "tenant_id, 1, company_id, 'crawl', CASE WHEN name = 'C1' "
                                     "THEN 'failed' ELSE 'done' END, 1, now() "
                                     "FROM company WHERE tenant_id = %" PRId64
                                     " AND name IN ('C1', 'C2', 'C3'); "
                                     "INSERT INTO stage_latest (tenant_id, entity, record_id, "
                                     "stage, result, run_id, at) SELECT "
                                     "tenant_id, 1, company_id, 'triage', 'done', 1, now() FROM "
                                     "company WHERE tenant_id = %" PRId64 " AND name = 'C2'",
                                     db->tenant, db->tenant, db->tenant, db->tenant, db->tenant));
    struct health health;
    struct alert *open;
    size_t n;
    for (int round = 0; round < 2; round++) {
        database_begin(db);
        if (!pipeline_health_measure(&db->ctx))
            fail_msg("%s", db->ctx.err.message);
        database_commit(db);
    }
    database_begin(db);
    assert_true(pipeline_health_read(&db->ctx, &health));
    assert_int_equal(pipeline_health_now(&health, "companies"), 10);
    assert_int_equal(pipeline_health_now(&health, "stage.crawl.done"), 2);
    assert_int_equal(pipeline_health_now(&health, "flow.passed"), 1);
    assert_int_equal(pipeline_health_now(&health, "flow.stopped"), 1);
    assert_int_equal(pipeline_health_now(&health, "flow.waiting"), 8);
    assert_true(health.measured_at > 0);
    /* The run's total is not the sum of its results: said once, seen twice. */
    assert_true(pipeline_alert_list(&db->ctx, false, &open, &n));
    assert_int_equal(n, 1);
    assert_string_equal(open[0].code, "lost");
    assert_int_equal(open[0].times, 2);
    assert_true(pipeline_alert_mute(&db->ctx, open[0].alert_id, 7));
    assert_false(pipeline_alert_mute(&db->ctx, open[0].alert_id + 1000000, 7));
    err_clear(&db->ctx);
    database_commit(db);
    database_script(db, arena_printf(db->arena,
                                     "UPDATE run_stage SET total = 3 WHERE tenant_id = %" PRId64,
                                     db->tenant));
    database_begin(db);
    assert_true(pipeline_health_measure(&db->ctx));
    assert_true(pipeline_alert_list(&db->ctx, false, &open, &n));
    assert_int_equal(n, 0);
    assert_true(pipeline_alert_list(&db->ctx, true, &open, &n));
    assert_int_equal(n, 1);
    database_commit(db);
    database_free(db);
}

/* A worker of its own, as on another machine; its exit code says whether it could measure. */
static pid_t
measure_apart(struct database *db)
{
    pid_t pid = fork();
    if (pid)
        return pid;
    struct arena *arena = arena_new();
    struct ctx ctx = {.arena = arena};
    struct task_run run = {.tenant_id = db->tenant};
    const char *dsn = getenv("LEADGEN_BATCH_DSN");
    _exit(dsn && db_open(&ctx, arena, dsn) && pipeline_health_task(&ctx, &run) ? 0 : 1);
}

/* The task of one machine beside the job of a run that ends on another. */
static void
measures_one_after_the_other(void **state)
{
    (void)state;
    struct database *db = database_new();
    int status = 1;
    if (!db)
        return;
    database_begin(db);
    assert_true(pipeline_health_measure(&db->ctx));
    pid_t other = measure_apart(db);
    usleep(300 * 1000);
    database_commit(db);
    assert_int_equal(waitpid(other, &status, 0), other);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    database_free(db);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(judges_by_rules),
        cmocka_unit_test(measures_and_remembers),
        cmocka_unit_test(measures_one_after_the_other),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
