/* Uploads and raw rows are forgotten after 90 days; the ledger's verdicts stay. So are results of stages
 * after 400. */
#include "support/database.h"

#include "domain/pipeline/retention.h"

static void
add_import(struct database *db, const char *state, const char *file, int days)
{
    database_script(
        db, arena_printf(db->arena,
                         "WITH i AS (INSERT INTO import (tenant_id, filename, file, state, "
                         "created_at) VALUES (%" PRId64 ", 'a.csv', '%s', '%s', now() - "
                         "make_interval(days => %d)) RETURNING tenant_id, import_id) "
                         "INSERT INTO import_row (tenant_id, import_id, phase, row_no, line_no, "
                         "verdict, reason, raw) SELECT tenant_id, import_id, phase, n, n + 1, 'c', "
                         "'ok', 'Jana,jana@x.example' FROM i, generate_series(1, 7000) n, "
                         "generate_series(0, 1) phase",
                         db->tenant, file, state, days));
}

static const char *
sums(struct database *db, const char *file)
{
    return database_value(
        db, arena_printf(db->arena,
                         "SELECT i.state || ' ' || count(*) || ' ' || count(r.raw) "
                         "FROM import i JOIN import_row r USING (tenant_id, import_id) "
                         "WHERE tenant_id = %" PRId64 " AND coalesce(i.file, 'gone') = '%s' "
                         "GROUP BY i.import_id, i.state",
                         db->tenant, file));
}

typedef bool retention(struct ctx *ctx, struct task_run *run);

/* In memory of its own, as the runner does. */
static const char *
run_task(struct database *db, int64_t tenant, retention *task)
{
    static struct task_run run;
    struct ctx ctx = db->ctx;
    memset(&run, 0, sizeof run);
    run.tenant_id = tenant;
    ctx.arena = arena_new();
    if (!task(&ctx, &run))
        fail_msg("%s", ctx.err.message);
    arena_free(ctx.arena);
    return run.message;
}

static const char *
retain(struct database *db, int64_t tenant)
{
    return run_task(db, tenant, retention_imports);
}

static void
forgets_what_is_past_its_time(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    add_import(db, "done", "old", 91);
    add_import(db, "done", "young", 89);
    add_import(db, "running", "running", 91);
    assert_string_equal(retain(db, db->tenant), "1 imports");
    assert_string_equal(sums(db, "gone"), "done 14000 0");
    assert_string_equal(sums(db, "young"), "done 14000 14000");
    assert_string_equal(sums(db, "running"), "running 14000 14000");
    assert_string_equal(retain(db, db->tenant), "0 imports");
    database_free(db);
}

static void
keeps_to_its_tenant(void **state)
{
    (void)state;
    struct database *db = database_new(), *other = database_new();
    if (!db || !other)
        return;
    add_import(db, "uploaded", "old", 91);
    assert_string_equal(retain(db, other->tenant), "0 imports");
    assert_string_equal(sums(db, "old"), "uploaded 14000 14000");
    assert_string_equal(retain(db, db->tenant), "1 imports");
    assert_string_equal(sums(db, "gone"), "expired 14000 0");
    database_free(db);
    database_free(other);
}

static void
keeps_results_of_stages_for_400_days(void **state)
{
    (void)state;
    struct database *db = database_new(), *other = database_new();
    if (!db || !other)
        return;
    database_script(
        db, arena_printf(db->arena,
                         "WITH r AS (INSERT INTO pipeline_run (tenant_id, title, entity, filter, "
                         "stages, state, created_at) SELECT %" PRId64 ", s, 1, '', '{}', s, at "
                         "FROM (VALUES ('done', now() - interval '401 days'), ('draft', now() - "
                         "interval '3 days'), ('draft', now())) AS t(s, at) RETURNING tenant_id, "
                         "run_id, state) INSERT INTO stage_result (tenant_id, run_id, entity, "
                         "record_id, stage, result, attempts, seconds, cost_micros, at) SELECT "
                         "tenant_id, run_id, 1, n, 'crawl', 'done', 1, 0, 0, now() - "
                         "make_interval(days => CASE WHEN n > 6000 THEN 399 ELSE 401 END) FROM r, "
                         "generate_series(1, 6100) n WHERE state = 'done'",
                         db->tenant));
    assert_string_equal(run_task(db, other->tenant, retention_runs), "0 results, 0 drafts");
    assert_string_equal(run_task(db, db->tenant, retention_runs), "6000 results, 1 drafts");
    assert_string_equal(run_task(db, db->tenant, retention_runs), "0 results, 0 drafts");
    assert_string_equal(
        database_value(db, arena_printf(db->arena,
                                        "SELECT string_agg(state, ' ' ORDER BY state) FROM "
                                        "pipeline_run WHERE tenant_id = %" PRId64,
                                        db->tenant)),
        "done draft");
    database_free(db);
    database_free(other);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(forgets_what_is_past_its_time),
        cmocka_unit_test(keeps_to_its_tenant),
        cmocka_unit_test(keeps_results_of_stages_for_400_days),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
