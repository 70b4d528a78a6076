/* Runs on a real PostgreSQL with stages made for the test: order and dependencies, gates, attempts,
 * young results, people of companies, lost workers, money. This file's registry stands in for
 * stages.c. */
#include "support/claiming.h"

#include <string.h>

#include "domain/pipeline/ledger.h"
#include "domain/pipeline/pipeline_run.h"
#include "domain/pipeline/stage_queue.h"
#include "statements.h"

/* What the stages answer is written in the record's name: "fetch=retry rate=stopped". */
struct answer_row {
    int64_t record_id;
    const char *name;
};
static const struct field answer_fields[] = {FIELD_I64(struct answer_row, record_id),
                                             FIELD_STR(struct answer_row, name), FIELD_END};
static const struct sql names_of = {
    "test_stage_names", true,
    "SELECT i AS record_id, coalesce(c.name, p.first_name) AS name FROM unnest($2::bigint[]) AS i "
    "LEFT JOIN company c ON c.tenant_id = app.tenant() AND $1::bigint = 1 AND c.company_id = i "
    "LEFT JOIN contact p ON p.tenant_id = app.tenant() AND $1::bigint = 2 AND p.contact_id = i"};
static const struct sql note_work = {"test_stage_note", true,
                                     "INSERT INTO tag (tenant_id, name, name_key) SELECT "
                                     "app.tenant(), 'x', $1 || ' ' || i || ' ' || "
                                     "clock_timestamp() FROM unnest($2::bigint[]) AS i"};

/* Another worker takes the record over while this one is at it. */
static const struct sql take_over = {
    "test_stage_take_over", true,
    "UPDATE stage_claim SET claim_id = nextval('stage_place'), worker = 'other:1' WHERE $1 = ANY "
    "(records) AND run_id = $2"};

/* Somebody cancels the run while this worker is at it. */
static bool
cancel(struct ctx *ctx, const struct stage_batch *batch)
{
    return db_begin(ctx, false) &&
           db_exec(ctx, &SQL_STAGE_ENTER, DB_ARGS(DB_I64(batch->tenant_id), DB_NULL), NULL) &&
           pipeline_run_cancel(ctx, batch->run_id) && db_commit(ctx);
}

static bool
answer(struct ctx *ctx, struct stage_batch *batch)
{
    struct answer_row *rows;
    size_t n;
    if (!stage_begin(ctx, batch) ||
        !DB_ALL(
            ctx, &names_of,
            DB_ARGS(DB_I64(batch->stage->entity), DB_I64S(stage_ids(ctx, batch), batch->n_items)),
            answer_fields, &rows, &n) ||
        !db_commit(ctx))
        return false;
    for (size_t i = 0; i < n; i++) {
        struct stage_item *item = &batch->items[i];
        const char *key = arena_printf(ctx->arena, "%s=", batch->stage->name);
        const char *told = rows[i].name ? strstr(rows[i].name, key) : NULL;
        told = told ? told + strlen(key) : "done";
        item->cost_micros = batch->stage->cost_micros / 2;
        if (!strncmp(told, "retry", 5))
            stage_end(ctx, item, STAGE_RETRY, "away", "The site does not answer.");
        else if (!strncmp(told, "stopped", 7))
            stage_end(ctx, item, STAGE_STOPPED, "small", "Fewer than 10 employees.");
        else if (!strncmp(told, "none", 4))
            stage_end(ctx, item, STAGE_NO_MATCH, "none", NULL);
        else if (!strncmp(told, "stolen", 6) &&
                 !db_exec(ctx, &take_over, DB_ARGS(DB_I64(item->record_id), DB_I64(batch->run_id)),
                          NULL))
            return false;
        else if (!strncmp(told, "cancelled", 9) && !cancel(ctx, batch))
            return false;
        else if (!strncmp(told, "bug", 3))
            return err_raise(ctx, ERR_BUG, "cannot do %lld", (long long)item->record_id);
        else
            stage_end(ctx, item, STAGE_DONE, NULL, NULL);
    }
    return true;
}

static bool
note(struct ctx *ctx, struct stage_batch *batch)
{
    return db_exec(
        ctx, &note_work,
        DB_ARGS(DB_STR(batch->stage->name), DB_I64S(stage_ids(ctx, batch), batch->n_items)), NULL);
}

#define LIMITS .batch = 10, .lease_seconds = 30, .max_attempts = 2, .work = answer, .write = note
static const struct stage fetch = {
    .name = "fetch", .label = "Fetch", .entity = RECORD_COMPANY, LIMITS};
static const struct stage rate = {
    .name = "rate",
    .label = "Rate",
    .entity = RECORD_COMPANY,
    .hard = (const char *const[]){"fetch", NULL},
    .gate = true,
    LIMITS
};
static const struct stage staff = {
    .name = "staff",
    .label = "Staff",
    .entity = RECORD_COMPANY,
    .hard = (const char *const[]){"fetch", NULL},
    LIMITS
};
static const struct stage paid = {
    .name = "paid", .label = "Paid", .entity = RECORD_CONTACT, .cost_micros = 1000, LIMITS};
static const struct stage own_runs = {
    .name = "own_runs", .label = "Own", .entity = RECORD_CONTACT, .apart = true, LIMITS};
const struct stage *const stages[] = {&fetch, &rate, &staff, &paid, &own_runs, NULL};

static int64_t
company(struct database *db, const char *name)
{
    return database_number(
        db,
        arena_printf(db->arena,
                     "INSERT INTO company (tenant_id, name, name_key, search, sort_name, codes) "
                     "VALUES (%" PRId64 ", '%s', 'x', 'x', 'x', "
                     "(SELECT array_agg(0::smallint) FROM generate_series(1, 40))) "
                     "RETURNING company_id",
                     db->tenant, name));
}

static int64_t
contact(struct database *db, const char *name, int64_t company_id)
{
    return database_number(
        db,
        arena_printf(db->arena,
                     "INSERT INTO contact (tenant_id, first_name, company_id, name_key, search, "
                     "sort_name, codes) VALUES (%" PRId64 ", '%s', %" PRId64 ", 'x', 'x', 'x', "
                     "(SELECT array_agg(0::smallint) FROM generate_series(1, 40))) "
                     "RETURNING contact_id",
                     db->tenant, name, company_id));
}

/* Starts a run over the ids; the job that gathers them is done at once. */
static int64_t
start(struct database *db, enum record_entity entity, const int64_t *ids, size_t n,
      const char *const *names, size_t n_names, int64_t redo_days)
{
    struct pipeline_choice choice = {.entity = entity,
                                     .ids = ids,
                                     .n_ids = n,
                                     .stages = names,
                                     .n_stages = n_names,
                                     .redo_days = redo_days,
                                     .title = ""};
    int64_t run_id;
    database_begin(db);
    if (!pipeline_run_start(&db->ctx, &choice, &run_id))
        fail_msg("%s", db->ctx.err.message);
    database_commit(db);
    claiming_run(db, &db->ctx,
                 database_number(db, arena_printf(db->arena,
                                                  "SELECT job_id FROM pipeline_run WHERE run_id = "
                                                  "%" PRId64,
                                                  run_id)));
    return run_id;
}

/* Works until nothing is ready; attempts that wait are made due first. */
static void
work_all(struct database *db)
{
    struct stage_queue queue;
    char said[STAGE_NOTE_SIZE];
    bool found = true;
    stage_queue_open(&queue, "test:1");
    while (found) {
        database_script(db, "UPDATE stage_work SET next_at = now() WHERE state = 'w'");
        if (!stage_queue_refresh(&db->ctx, &queue) ||
            !stage_queue_work(&db->ctx, &queue, &found, said))
            fail_msg("%s", db->ctx.err.message);
    }
    stage_queue_close(&queue);
}

/* "fetch:done rate:stopped": what a record got in a run, in the order of the registry. */
static const char *
got(struct database *db, int64_t run_id, int64_t record_id)
{
    const char *value = database_value(
        db, arena_printf(db->arena,
                         "SELECT string_agg(stage || ':' || result, ' ' ORDER BY "
                         "array_position(ARRAY['fetch', 'rate', 'staff', 'paid'], stage)) FROM "
                         "stage_result WHERE run_id = %" PRId64 " AND record_id = %" PRId64,
                         run_id, record_id));
    return value ? value : "";
}

static const char *
state_of(struct database *db, int64_t run_id)
{
    return database_value(
        db,
        arena_printf(db->arena, "SELECT state FROM pipeline_run WHERE run_id = %" PRId64, run_id));
}

/* Counters and rows tell the same, and nothing is left in the queue. */
static void
balances(struct database *db, int64_t run_id)
{
    assert_int_equal(
        0,
        database_number(
            db, arena_printf(db->arena,
                             "SELECT count(*) FROM run_stage s FULL JOIN (SELECT stage, count(*) "
                             "AS n, count(*) FILTER (WHERE result = 'failed') AS f FROM "
                             "stage_result WHERE run_id = %" PRId64
                             " GROUP BY stage) r USING (stage) WHERE s.run_id = %" PRId64
                             " AND (s.total <> coalesce(r.n, 0) OR s.failed <> coalesce(r.f, 0) "
                             "OR s.total <> s.done + s.partial + s.no_match + s.stopped + "
                             "s.blocked + s.skipped + s.failed)",
                             run_id, run_id)));
    assert_int_equal(0, database_number(db, arena_printf(db->arena,
                                                         "SELECT count(*) FROM stage_way WHERE "
                                                         "run_id = %" PRId64,
                                                         run_id)));
}

static const char *const all_names[] = {"fetch", "rate", "staff"};

static void
goes_through_in_order(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    const int64_t ids[] = {company(db, "plain"), company(db, "fetch=none"),
                           company(db, "fetch=retry"), company(db, "rate=stopped"),
                           company(db, "staff=bug")};
    int64_t run = start(db, RECORD_COMPANY, ids, 5, all_names, 3, 0);
    assert_string_equal(state_of(db, run), "running");
    work_all(db);
    assert_string_equal(got(db, run, ids[0]), "fetch:done rate:done staff:done");
    assert_string_equal(got(db, run, ids[1]), "fetch:no_match rate:blocked staff:blocked");
    assert_string_equal(got(db, run, ids[2]), "fetch:failed rate:blocked staff:blocked");
    assert_string_equal(got(db, run, ids[3]), "fetch:done rate:stopped staff:blocked");
    assert_string_equal(got(db, run, ids[4]), "fetch:done rate:done staff:failed");
    assert_string_equal(state_of(db, run), "done");
    balances(db, run);
    assert_int_equal(
        2, database_number(db, arena_printf(db->arena,
                                            "SELECT attempts FROM stage_result WHERE "
                                            "run_id = %" PRId64 " AND record_id = %" PRId64
                                            " AND stage = 'fetch'",
                                            run, ids[2])));
    database_free(db);
}

static void
keeps_what_is_young(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    const int64_t ids[] = {company(db, "plain"), company(db, "fetch=none")};
    (void)start(db, RECORD_COMPANY, ids, 1, all_names, 1, 0);
    work_all(db);
    int64_t run = start(db, RECORD_COMPANY, ids, 2, (const char *const[]){"staff"}, 1, 30);
    work_all(db);
    assert_string_equal(got(db, run, ids[0]), "fetch:skipped staff:done");
    assert_string_equal(got(db, run, ids[1]), "fetch:no_match staff:blocked");
    run = start(db, RECORD_COMPANY, ids, 2, (const char *const[]){"staff"}, 1, 0);
    work_all(db);
    assert_string_equal(got(db, run, ids[0]), "fetch:done staff:done");
    balances(db, run);
    database_free(db);
}

static void
brings_the_people_along(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    const int64_t ids[] = {company(db, "plain"), company(db, "rate=stopped")};
    const int64_t people[] = {contact(db, "Ann", ids[0]), contact(db, "Bob", ids[1])};
    const char *const names[] = {"rate", "paid"};
    database_script(db, arena_printf(db->arena,
                                     "INSERT INTO budget (tenant_id, limit_micros) VALUES (%" PRId64
                                     ", 1000000)",
                                     db->tenant));
    int64_t run = start(db, RECORD_COMPANY, ids, 2, names, 2, 0);
    work_all(db);
    assert_string_equal(got(db, run, people[0]), "paid:done");
    assert_string_equal(got(db, run, people[1]), "");
    balances(db, run);
    run = start(db, RECORD_CONTACT, people, 2, names, 2, 0);
    work_all(db);
    assert_string_equal(got(db, run, ids[0]), "fetch:done rate:done");
    assert_string_equal(got(db, run, people[0]), "paid:done");
    assert_string_equal(got(db, run, people[1]), "paid:blocked");
    assert_string_equal(state_of(db, run), "done");
    balances(db, run);
    /* A person lets the stopped one pass: the run goes on with its people. */
    database_begin(db);
    assert_true(pipeline_run_pass(&db->ctx, &rate, &ids[1], 1));
    database_commit(db);
    work_all(db);
    assert_string_equal(got(db, run, ids[1]), "fetch:done rate:done");
    balances(db, run);
    database_free(db);
}

/* "spent reserved" */
static const char *
budget_of(struct database *db)
{
    return database_value(db,
                          arena_printf(db->arena,
                                       "SELECT spent_micros || ' ' || reserved_micros FROM budget "
                                       "WHERE tenant_id = %" PRId64,
                                       db->tenant));
}

static void
pays_within_its_reservation(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    const int64_t ids[] = {contact(db, "Ann", company(db, "plain")),
                           contact(db, "Bob", company(db, "b"))};
    const char *const names[] = {"paid"};
    struct pipeline_choice choice = {.entity = RECORD_CONTACT,
                                     .ids = ids,
                                     .n_ids = 2,
                                     .stages = names,
                                     .n_stages = 1,
                                     .title = ""};
    int64_t run;
    database_begin(db);
    assert_false(pipeline_run_start(&db->ctx, &choice, &run));
    assert_int_equal(db->ctx.err.kind, ERR_CONFLICT);
    assert_non_null(strstr(db->ctx.err.message, "no budget is set"));
    db_rollback(&db->ctx);
    err_clear(&db->ctx);
    database_begin(db);
    assert_true(ledger_limit(&db->ctx, 2500, "hard", 80, 1));
    database_commit(db);
    run = start(db, RECORD_CONTACT, ids, 2, names, 1, 0);
    assert_string_equal(budget_of(db), "0 2000");
    /* The rest of the budget does not cover another run. */
    database_begin(db);
    assert_false(pipeline_run_start(&db->ctx, &choice, &run));
    db_rollback(&db->ctx);
    err_clear(&db->ctx);
    work_all(db);
    assert_string_equal(budget_of(db), "1000 0");
    assert_string_equal(
        database_value(db,
                       arena_printf(db->arena,
                                    "SELECT string_agg(kind || ' ' || amount_micros, ', ' ORDER BY "
                                    "ledger_id) FROM ledger WHERE tenant_id = %" PRId64,
                                    db->tenant)),
        "limit 2500, reserve 2000, settle 1000, release 1000");
    database_free(db);
}

/* A run whose records could not be gathered leaves nothing in the queue and holds no money. */
static void
gives_back_what_it_could_not_begin(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    const int64_t ids[] = {contact(db, "Ann", company(db, "plain"))};
    const char *const names[] = {"paid"};
    database_begin(db);
    assert_true(ledger_limit(&db->ctx, 2500, "hard", 80, 1));
    database_commit(db);
    int64_t run = start(db, RECORD_CONTACT, ids, 1, names, 1, 0);
    assert_string_equal(budget_of(db), "0 1000");
    database_script(db, arena_printf(db->arena,
                                     "UPDATE pipeline_run SET state = 'gathering' WHERE run_id = "
                                     "%" PRId64,
                                     run));
    struct job job = {.subject = run};
    database_begin(db);
    assert_true(pipeline_run_dead(&db->ctx, &job, "The filter is gone."));
    database_commit(db);
    assert_string_equal(state_of(db, run), "failed");
    assert_string_equal(budget_of(db), "0 0");
    work_all(db);
    assert_string_equal(got(db, run, ids[0]), "");
    assert_int_equal(0, database_number(db, arena_printf(db->arena,
                                                         "SELECT count(*) FROM stage_work WHERE "
                                                         "run_id = %" PRId64,
                                                         run)));
    database_free(db);
}

static void
pauses_goes_on_retries_and_ends(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    const int64_t ids[] = {company(db, "plain"), company(db, "fetch=retry")};
    int64_t run = start(db, RECORD_COMPANY, ids, 2, all_names, 3, 0), n;
    database_begin(db);
    assert_true(pipeline_run_pause(&db->ctx, run));
    database_commit(db);
    work_all(db);
    assert_string_equal(got(db, run, ids[0]), "");
    database_begin(db);
    assert_true(pipeline_run_resume(&db->ctx, run));
    database_commit(db);
    work_all(db);
    assert_string_equal(got(db, run, ids[1]), "fetch:failed rate:blocked staff:blocked");
    database_script(db,
                    arena_printf(db->arena,
                                 "UPDATE company SET name = 'answers' WHERE company_id = %" PRId64,
                                 ids[1]));
    database_begin(db);
    assert_true(pipeline_run_retry(&db->ctx, run, "fetch", "other", &n));
    assert_int_equal(n, 0);
    assert_true(pipeline_run_retry(&db->ctx, run, "fetch", "away", &n));
    assert_int_equal(n, 1);
    database_commit(db);
    work_all(db);
    assert_string_equal(got(db, run, ids[1]), "fetch:done rate:done staff:done");
    assert_string_equal(state_of(db, run), "done");
    balances(db, run);
    run = start(db, RECORD_COMPANY, ids, 2, all_names, 3, 0);
    database_begin(db);
    assert_true(pipeline_run_cancel(&db->ctx, run));
    database_commit(db);
    work_all(db);
    assert_string_equal(got(db, run, ids[0]), "");
    assert_string_equal(state_of(db, run), "cancelled");
    database_free(db);
}

static void
takes_over_from_lost_workers(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    const int64_t ids[] = {company(db, "plain")};
    int64_t run = start(db, RECORD_COMPANY, ids, 1, all_names, 3, 0), n;
    database_script(
        db, arena_printf(db->arena,
                         "UPDATE stage_work SET state = 'x', attempts = 1, worker = 'gone:1', "
                         "lease_until = now() - interval '1 second' WHERE run_id = %" PRId64,
                         run));
    work_all(db);
    assert_string_equal(got(db, run, ids[0]), "");
    assert_true(stage_queue_sweep(&db->ctx, "test:1", &n));
    assert_true(n >= 1);
    work_all(db);
    assert_string_equal(got(db, run, ids[0]), "fetch:done rate:done staff:done");
    balances(db, run);
    database_free(db);
}

/* What failed is tried again all at once, however much it is, for new money when the old was given back. */
/* What a worker found out for a record that another has by now is not written: the other one writes. */
static void
writes_nothing_for_what_another_has(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    const int64_t ids[] = {company(db, "fetch=stolen"), company(db, "plain")};
    int64_t run = start(db, RECORD_COMPANY, ids, 2, all_names, 1, 0), n;
    work_all(db);
    assert_string_equal(got(db, run, ids[0]), "");
    assert_string_equal(got(db, run, ids[1]), "");
    assert_int_equal(
        0,
        database_number(db, arena_printf(db->arena,
                                         "SELECT count(*) FROM tag WHERE name_key LIKE 'fetch "
                                         "%" PRId64 " %%' OR name_key LIKE 'fetch %" PRId64 " %%'",
                                         ids[0], ids[1])));
    /* The other one is lost too. */
    database_script(db, arena_printf(db->arena,
                                     "UPDATE stage_claim SET lease_until = now() WHERE run_id = "
                                     "%" PRId64 "; UPDATE company SET name = 'plain' WHERE "
                                     "company_id = %" PRId64,
                                     run, ids[0]));
    assert_true(stage_queue_sweep(&db->ctx, "test:1", &n));
    assert_true(n >= 2);
    work_all(db);
    assert_string_equal(got(db, run, ids[0]), "fetch:done");
    assert_string_equal(got(db, run, ids[1]), "fetch:done");
    balances(db, run);
    database_free(db);
}

/* A run that is cancelled while a worker is at it: nothing is written, and nothing stays behind. */
static void
writes_nothing_for_a_cancelled_run(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    const int64_t ids[] = {company(db, "fetch=cancelled"), company(db, "plain")};
    int64_t run = start(db, RECORD_COMPANY, ids, 2, all_names, 2, 0);
    work_all(db);
    assert_string_equal(got(db, run, ids[0]), "");
    assert_string_equal(got(db, run, ids[1]), "");
    assert_int_equal(
        0, database_number(
               db, arena_printf(db->arena, "SELECT count(*) FROM stage_way WHERE run_id = %" PRId64,
                                run)));
    database_free(db);
}

static void
tries_many_again(void **state)
{
    enum { MANY = 10000 };
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    const int64_t ids[] = {contact(db, "paid=bug", company(db, "plain"))};
    const char *const names[] = {"paid"};
    int64_t n;
    database_begin(db);
    assert_true(ledger_limit(&db->ctx, 2500, "hard", 80, 1));
    database_commit(db);
    int64_t run = start(db, RECORD_CONTACT, ids, 1, names, 1, 0);
    work_all(db);
    assert_string_equal(got(db, run, ids[0]), "paid:failed");
    const char *before = budget_of(db);
    database_script(
        db,
        arena_printf(db->arena,
                     "INSERT INTO stage_result (tenant_id, run_id, entity, record_id, stage, "
                     "result, cause, attempts, seconds, cost_micros) SELECT %" PRId64 ", %" PRId64
                     ", 1, i, s, CASE s WHEN 'fetch' THEN 'failed' ELSE 'blocked' "
                     "END, 'away', 1, 0, 0 FROM generate_series(1000000001, 1000000000 + %d) i, "
                     "unnest(ARRAY['fetch', 'rate', 'staff']) s; INSERT INTO run_stage "
                     "(tenant_id, run_id, stage, total, blocked, failed) SELECT %" PRId64
                     ", %" PRId64 ", s, %d, CASE s WHEN 'fetch' THEN 0 ELSE %d END, CASE s "
                     "WHEN 'fetch' THEN %d ELSE 0 END FROM unnest(ARRAY['fetch', 'rate', "
                     "'staff']) s",
                     db->tenant, run, MANY, db->tenant, run, MANY, MANY, MANY));
    balances(db, run);
    /* More than the budget has left: nothing moves. */
    database_script(db, arena_printf(db->arena,
                                     "UPDATE pipeline_run SET cost_micros = 9000 WHERE run_id = "
                                     "%" PRId64,
                                     run));
    database_begin(db);
    assert_false(pipeline_run_retry(&db->ctx, run, "paid", "", &n));
    assert_int_equal(db->ctx.err.kind, ERR_CONFLICT);
    assert_non_null(strstr(db->ctx.err.message, "may cost 0.01 dollars"));
    db_rollback(&db->ctx);
    err_clear(&db->ctx);
    assert_string_equal(state_of(db, run), "done");
    assert_string_equal(budget_of(db), before);
    database_script(db, arena_printf(db->arena,
                                     "UPDATE pipeline_run SET cost_micros = 1200 WHERE run_id = "
                                     "%" PRId64 "; UPDATE contact SET first_name = 'Ann' WHERE "
                                     "contact_id = %" PRId64,
                                     run, ids[0]));
    database_begin(db);
    if (!db_script(&db->ctx, "SET LOCAL statement_timeout = '5s'") ||
        !pipeline_run_retry(&db->ctx, run, "", "", &n))
        fail_msg("%s", db->ctx.err.message);
    assert_int_equal(n, MANY + 1);
    database_commit(db);
    assert_string_equal(database_value(db, arena_printf(db->arena,
                                                        "SELECT amount_micros || ' ' || (closed_at "
                                                        "IS NULL) FROM reservation JOIN "
                                                        "pipeline_run USING (reservation_id) WHERE "
                                                        "pipeline_run.run_id = %" PRId64,
                                                        run)),
                        "1200 true");
    assert_int_equal(0, database_number(db, arena_printf(db->arena,
                                                         "SELECT sum(blocked + failed) FROM "
                                                         "run_stage WHERE run_id = %" PRId64,
                                                         run)));
    database_script(db, arena_printf(db->arena,
                                     "DELETE FROM stage_work WHERE entity = 1 AND run_id = %" PRId64
                                     "; DELETE FROM run_stage WHERE stage <> 'paid' AND run_id = "
                                     "%" PRId64,
                                     run, run));
    work_all(db);
    assert_string_equal(got(db, run, ids[0]), "paid:done");
    assert_string_equal(state_of(db, run), "done");
    assert_int_equal(0, database_number(db, arena_printf(db->arena,
                                                         "SELECT reserved_micros FROM budget WHERE "
                                                         "tenant_id = %" PRId64,
                                                         db->tenant)));
    database_free(db);
}

/* A run that paused because its money was used up goes on for more of it, if there is some. */
static void
goes_on_for_more_money(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    const int64_t ids[] = {contact(db, "Ann", company(db, "plain")),
                           contact(db, "Bob", company(db, "b"))};
    const char *const names[] = {"paid"};
    database_begin(db);
    assert_true(ledger_limit(&db->ctx, 2500, "hard", 80, 1));
    database_commit(db);
    int64_t run = start(db, RECORD_CONTACT, ids, 2, names, 1, 0);
    database_script(db, arena_printf(db->arena,
                                     "UPDATE reservation SET amount_micros = 300 WHERE tenant_id = "
                                     "%" PRId64 "; UPDATE budget SET reserved_micros = 300 WHERE "
                                     "tenant_id = %" PRId64,
                                     db->tenant, db->tenant));
    work_all(db);
    assert_string_equal(state_of(db, run), "paused");
    database_begin(db);
    assert_true(pipeline_run_resume(&db->ctx, run));
    database_commit(db);
    assert_string_equal(budget_of(db), "0 2000");
    work_all(db);
    assert_string_equal(state_of(db, run), "done");
    assert_string_equal(budget_of(db), "1000 0");
    balances(db, run);
    database_free(db);
}

/* What has runs of its own is in no other. */
static void
keeps_apart_what_has_runs_of_its_own(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    const int64_t ids[] = {contact(db, "Ann", company(db, "plain"))};
    const char *const names[] = {"own_runs"};
    struct pipeline_choice choice = {.entity = RECORD_CONTACT,
                                     .ids = ids,
                                     .n_ids = 1,
                                     .stages = names,
                                     .n_stages = 1,
                                     .title = ""};
    int64_t run;
    database_begin(db);
    assert_false(pipeline_run_start(&db->ctx, &choice, &run));
    assert_int_equal(db->ctx.err.kind, ERR_INPUT);
    db_rollback(&db->ctx);
    err_clear(&db->ctx);
    database_free(db);
}

static void
the_registry_is_checked(void **state)
{
    (void)state;
    struct ctx ctx = {.arena = arena_new()};
    assert_true(stage_check(&ctx));
    assert_ptr_equal(stage_named("rate"), &rate);
    assert_null(stage_named("nothing"));
    arena_free(ctx.arena);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(goes_through_in_order),
        cmocka_unit_test(keeps_what_is_young),
        cmocka_unit_test(brings_the_people_along),
        cmocka_unit_test(pays_within_its_reservation),
        cmocka_unit_test(gives_back_what_it_could_not_begin),
        cmocka_unit_test(pauses_goes_on_retries_and_ends),
        cmocka_unit_test(takes_over_from_lost_workers),
        cmocka_unit_test(writes_nothing_for_what_another_has),
        cmocka_unit_test(writes_nothing_for_a_cancelled_run),
        cmocka_unit_test(tries_many_again),
        cmocka_unit_test(goes_on_for_more_money),
        cmocka_unit_test(keeps_apart_what_has_runs_of_its_own),
        cmocka_unit_test(the_registry_is_checked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
