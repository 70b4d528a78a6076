/* What a worker takes next, on a real PostgreSQL with stages made for the test: tenants get the same share
 * however much each has to do, higher priorities overtake, later stages go first; and what it does not
 * take, since a stage is only for some countries. This file's registry stands in for stages.c. */
#include "support/claiming.h"

#include <string.h>

#include "domain/pipeline/pipeline_run.h"
#include "domain/pipeline/stage_queue.h"
#include "statements.h"

static bool
answer(struct ctx *ctx, struct stage_batch *batch)
{
    for (size_t i = 0; i < batch->n_items; i++)
        stage_end(ctx, &batch->items[i], STAGE_DONE, NULL, NULL);
    return true;
}

/* A record a batch: then counts of batches are counts of results. */
#define LIMITS                                                                                     \
    .entity = RECORD_COMPANY, .batch = 1, .lease_seconds = 30, .max_attempts = 2, .work = answer
static const struct stage turn = {.name = "turn", .label = "Turn", LIMITS};
static const struct stage turn_after = {
    .name = "turn_after",
    .label = "Turn after",
    .hard = (const char *const[]){"turn", NULL},
    LIMITS
};
static const struct stage turn_local = {
    .name = "turn_local",
    .label = "Turn local",
    .countries = (const char *const[]){"SK", "CZ", NULL},
    LIMITS
};
const struct stage *const stages[] = {&turn, &turn_after, &turn_local, NULL};

/* Makes so many companies, in a country or ("") in none; their ids. */
static int64_t *
companies(struct database *db, size_t n, const char *country)
{
    int64_t *ids = ARENA_ARRAY(db->arena, n + 1, int64_t);
    for (size_t i = 0; i < n; i++)
        ids[i] = database_number(
            db, arena_printf(db->arena,
                             "INSERT INTO company (tenant_id, name, name_key, search, sort_name, "
                             "country, codes) VALUES (%" PRId64 ", 'x', 'x', 'x', 'x', "
                             "nullif('%s', ''), (SELECT array_agg(0::smallint) FROM "
                             "generate_series(1, 40))) RETURNING company_id",
                             db->tenant, country));
    return ids;
}

/* Starts a run over the ids; the job that gathers them is done at once. */
static int64_t
start(struct database *db, const int64_t *ids, size_t n, const char *stage, int64_t priority)
{
    struct pipeline_choice choice = {.entity = RECORD_COMPANY,
                                     .ids = ids,
                                     .n_ids = n,
                                     .stages = &stage,
                                     .n_stages = 1,
                                     .priority = priority,
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

/* Works on so many batches, or on all there are, as one worker. */
static void
work(struct database *db, size_t n)
{
    struct stage_queue queue;
    char said[STAGE_NOTE_SIZE];
    bool found = true;
    stage_queue_open(&queue, "test:1");
    while (found && n--)
        if (!stage_queue_refresh(&db->ctx, &queue) ||
            !stage_queue_work(&db->ctx, &queue, &found, said))
            fail_msg("%s", db->ctx.err.message);
    if (!stage_queue_refresh(&db->ctx, &queue))
        fail_msg("%s", db->ctx.err.message);
    stage_queue_close(&queue);
}

/* How many records a tenant has done. */
static int64_t
done(struct database *db)
{
    return database_number(
        db, arena_printf(db->arena,
                         "SELECT count(*) FROM stage_result WHERE result = 'done' AND tenant_id = "
                         "%" PRId64,
                         db->tenant));
}

/* "turn 3, turn_after 2": what a run has done. */
static const char *
came_to(struct database *db, int64_t run_id)
{
    const char *value = database_value(
        db, arena_printf(db->arena,
                         "SELECT string_agg(stage || ' ' || n, ', ' ORDER BY stage) FROM (SELECT "
                         "stage, count(*) AS n FROM stage_result WHERE run_id = %" PRId64
                         " AND result = 'done' GROUP BY 1) AS s",
                         run_id));
    return value ? value : "";
}

/* 30 companies in one run beside 150 in ten runs. Were the tenants not taking turns by chance, one would
 * have nothing of the first 30 batches; were each run to count, the small one would have about 11 of the
 * first 120. By chance it has less than 30 of 120 once in 160 million times. */
static void
small_tenants_do_not_wait_for_large_ones(void **state)
{
    enum { SMALL = 30, RUNS = 10, EACH = 15 };
    (void)state;
    struct database *large = database_new(), *small = database_new();
    if (!large || !small)
        return;
    for (size_t i = 0; i < RUNS; i++)
        (void)start(large, companies(large, EACH, ""), EACH, "turn", 0);
    int64_t run = start(small, companies(small, SMALL, ""), SMALL, "turn", 0);
    work(large, SMALL);
    assert_int_equal(done(large) + done(small), SMALL);
    assert_in_range(done(large), 1, SMALL - 1);
    work(small, 120 - SMALL);
    assert_int_equal(done(small), SMALL);
    assert_string_equal(
        database_value(small, arena_printf(small->arena,
                                           "SELECT state FROM pipeline_run WHERE run_id = "
                                           "%" PRId64,
                                           run)),
        "done");
    assert_int_equal(done(large), 120 - SMALL);
    work(large, RUNS * EACH);
    assert_int_equal(done(large), RUNS * EACH);
    database_free(small);
    database_free(large);
}

static void
higher_priorities_overtake(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    int64_t plain = start(db, companies(db, 8, ""), 8, "turn", 0);
    int64_t low = start(db, companies(db, 2, ""), 2, "turn", -5);
    work(db, 3);
    assert_string_equal(came_to(db, plain), "turn 3");
    int64_t urgent = start(db, companies(db, 4, ""), 4, "turn", 5);
    work(db, 4);
    assert_string_equal(came_to(db, urgent), "turn 4");
    assert_string_equal(came_to(db, plain), "turn 3");
    work(db, 5);
    assert_string_equal(came_to(db, plain), "turn 8");
    assert_string_equal(came_to(db, low), "");
    work(db, 2);
    assert_string_equal(came_to(db, low), "turn 2");
    database_free(db);
}

/* What has been begun is brought to its end before something new is. */
static void
later_stages_go_first(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    int64_t run = start(db, companies(db, 5, ""), 5, "turn_after", 0);
    work(db, 4);
    assert_string_equal(came_to(db, run), "turn 2, turn_after 2");
    work(db, 6);
    assert_string_equal(came_to(db, run), "turn 5, turn_after 5");
    database_free(db);
}

/* "done", or "skipped country: why". */
static const char *
got(struct database *db, int64_t run_id, int64_t company_id)
{
    return database_value(db, arena_printf(db->arena,
                                           "SELECT concat(result, ' ' || cause, ': ' || message) "
                                           "FROM stage_result WHERE run_id = %" PRId64
                                           " AND record_id = %" PRId64,
                                           run_id, company_id));
}

static void
leaves_other_countries_out(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    const int64_t ids[] = {*companies(db, 1, "CZ"), *companies(db, 1, "DE"), *companies(db, 1, ""),
                           *companies(db, 1, "SK")};
    int64_t run = start(db, ids, 4, "turn_local", 0);
    work(db, 5);
    assert_string_equal(got(db, run, ids[0]), "done");
    assert_string_equal(got(db, run, ids[1]), "skipped country: This is not done for DE.");
    assert_string_equal(got(db, run, ids[2]),
                        "skipped country: This is not done for an unknown country.");
    assert_string_equal(got(db, run, ids[3]), "done");
    /* a stage that is for every country */
    run = start(db, ids, 4, "turn", 0);
    work(db, 5);
    assert_string_equal(came_to(db, run), "turn 4");
    database_free(db);
}

int
main(void)
{
    claiming_alone();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(small_tenants_do_not_wait_for_large_ones),
        cmocka_unit_test(higher_priorities_overtake),
        cmocka_unit_test(later_stages_go_first),
        cmocka_unit_test(leaves_other_countries_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
