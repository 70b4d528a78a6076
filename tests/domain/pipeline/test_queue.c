/* Claims, leases and the fate of runs, with two workers on a real PostgreSQL. */
#include "support/page.h"

#include "domain/pipeline/queue.h"
#include "domain/pipeline/task.h"

static const struct sql say_dead = {
    "test_say_dead", true, "INSERT INTO tag (tenant_id, name, name_key) VALUES ($1, $2, 'dead')"};

/* The subject says how the run ends. */
static bool
ends_as_told(struct ctx *ctx, struct job *job)
{
    switch ((enum err_kind)job->subject) {
    case ERR_NONE:
        return true;
    case ERR_INPUT:
        return err_raise(ctx, ERR_INPUT, "Row 7 has no name.");
    case ERR_NOT_FOUND:
        return err_raise(ctx, ERR_NOT_FOUND, "No such file.");
    case ERR_CONFLICT:
        return err_raise(ctx, ERR_CONFLICT, "Somebody else changed it.");
    case ERR_DENIED:
        return err_raise(ctx, ERR_DENIED, "Not allowed.");
    case ERR_UNAVAILABLE:
        return err_raise(ctx, ERR_UNAVAILABLE, "The service does not answer.");
    case ERR_BUG:
        return err_raise(ctx, ERR_BUG, "a promise is broken");
    }
    return false; /* and says nothing */
}

static bool
leaves_open(struct ctx *ctx, struct job *job)
{
    return job_begin(ctx, job);
}

static bool
yields(struct ctx *ctx, struct job *job)
{
    (void)ctx;
    job->stop = JOB_YIELD;
    return true;
}

static bool
tells(struct ctx *ctx, struct job *job, const char *reason)
{
    return db_exec(ctx, &say_dead, DB_ARGS(DB_I64(job->tenant_id), DB_STR(reason)), NULL);
}

static bool
tells_badly(struct ctx *ctx, struct job *job, const char *reason)
{
    (void)job;
    (void)reason;
    return err_raise(ctx, ERR_CONFLICT, "no");
}

const struct job_kind job_kinds[] = {
    {"tq_told",  "Told", "rows", 2, 60, ends_as_told, NULL},
    {"tq_tells",    "Tells", "rows", 2, 60, ends_as_told, tells},
    {"tq_tells_badly",        "Tells badly", "rows", 2, 60, ends_as_told, tells_badly},
    {"tq_open",      "Leaves open", "rows", 2, 60, leaves_open, NULL},
    {"tq_yields", "Yields", "rows", 2, 60, yields, NULL},
    {.name = NULL   },
};
const struct task tasks[] = {{.name = NULL}};

static int64_t
enqueue(struct database *db, const char *kind, int64_t subject)
{
    int64_t id;
    database_begin(db);
    if (!job_enqueue(&db->ctx, kind, subject, NULL, &id))
        fail_msg("%s", db->ctx.err.message);
    database_commit(db);
    return id;
}

/* Nothing of an earlier test stays in the queue. */
static struct database *
fresh(void)
{
    struct database *db = database_new();
    if (db)
        database_script(db, "DELETE FROM job WHERE kind LIKE 'tq\\_%'");
    return db;
}

static bool
claim(struct database *db, struct job *job)
{
    struct queue queue = {.worker = "test"};
    bool found = false;
    if (!queue_refresh(&db->ctx, &queue) || !queue_claim(&db->ctx, &queue, job, &found))
        fail_msg("%s", db->ctx.err.message);
    return found;
}

static const char *
column(struct database *db, const struct job *job, const char *what)
{
    return database_value(db, arena_printf(db->arena, "SELECT %s FROM job WHERE job_id = %" PRId64,
                                           what, job->job_id));
}

static void
set(struct database *db, const struct job *job, const char *what)
{
    database_script(db, arena_printf(db->arena, "UPDATE job SET %s WHERE job_id = %" PRId64, what,
                                     job->job_id));
}

static int64_t
sweep(struct database *db)
{
    struct queue queue = {.worker = "sweep"};
    int64_t n;
    if (!queue_sweep(&db->ctx, &queue, &n))
        fail_msg("%s", db->ctx.err.message);
    return n;
}

static void
claims_in_order_and_once(void **state)
{
    (void)state;
    struct database *db = fresh(), *second = database_new();
    if (!db || !second)
        return;
    int64_t first = enqueue(db, "tq_told", 0), next = enqueue(db, "tq_told", 0);
    struct job one, two, none;
    assert_true(claim(db, &one));
    assert_true(claim(second, &two));
    assert_false(claim(db, &none));
    assert_int_equal(one.job_id, first);
    assert_int_equal(two.job_id, next);
    assert_int_equal(one.attempts, 1);
    assert_int_equal(one.tenant_id, db->tenant);
    assert_string_equal(one.payload, "{}");
    database_free(db);
    database_free(second);
}

static void
finds_a_job_that_commits_late(void **state)
{
    (void)state;
    struct database *db = fresh(), *slow = database_new();
    if (!db || !slow)
        return;
    struct queue queue = {.worker = "test"};
    struct job job;
    int64_t late, early;
    bool found;
    database_begin(slow);
    assert_true(job_enqueue(&slow->ctx, "tq_told", 0, NULL, &late));
    early = enqueue(db, "tq_told", 0);
    assert_true(queue_refresh(&db->ctx, &queue));
    assert_true(queue_claim(&db->ctx, &queue, &job, &found));
    assert_true(found);
    assert_int_equal(job.job_id, early);
    database_commit(slow);
    assert_true(claim(db, &job));
    assert_int_equal(job.job_id, late);
    database_free(db);
    database_free(slow);
}

static void
decides_by_the_kind_of_error(void **state)
{
    (void)state;
    static const struct {
        int64_t ends;
        const char *state, *reason, *note;
    } cases[] = {
        {ERR_INPUT,       "dead",    "Row 7 has no name.",                                       "is dead: INPUT"           },
        {ERR_NOT_FOUND,   "dead",    "No such file.",                                            "is dead: NOT_FOUND"       },
        {ERR_DENIED,      "dead",    "Not allowed.",                                             "is dead: DENIED"          },
        {ERR_CONFLICT,    "waiting", "Somebody else changed it.",                                "waits for another attempt"},
        {ERR_UNAVAILABLE, "waiting", "The service does not answer.",                             "waits for another attempt"},
        {ERR_BUG,         "dead",    "This is a fault of the program; its log names the place.",
         "test_queue.c:"                                                                                                    },
        {99,              "dead",    "This is a fault of the program; its log names the place.", "queue.c:"                 },
    };
    struct database *db = fresh();
    if (!db)
        return;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct job job;
        char note[QUEUE_NOTE_SIZE];
        enqueue(db, "tq_told", cases[i].ends);
        assert_true(claim(db, &job));
        assert_true(queue_run(&db->ctx, &job, note));
        assert_string_equal(column(db, &job, "state"), cases[i].state);
        assert_string_equal(column(db, &job, "reason"), cases[i].reason);
        assert_non_null(strstr(note, cases[i].note));
        assert_int_equal(db->ctx.err.kind, ERR_NONE);
    }
    database_free(db);
}

static void
waits_longer_each_time_then_is_dead(void **state)
{
    (void)state;
    struct database *db = fresh();
    if (!db)
        return;
    struct job job, again;
    char note[QUEUE_NOTE_SIZE];
    enqueue(db, "tq_told", ERR_UNAVAILABLE);
    assert_true(claim(db, &job));
    assert_true(queue_run(&db->ctx, &job, note));
    assert_string_equal(column(db, &job, "next_at - now() BETWEEN '3 s' AND '6 s'"), "t");
    assert_false(claim(db, &again));
    set(db, &job, "next_at = now()");
    assert_true(claim(db, &again));
    assert_int_equal(again.job_id, job.job_id);
    assert_int_equal(again.attempts, 2);
    /* What was done in between makes the count start afresh. */
    set(db, &again, "done = 10");
    assert_true(queue_run(&db->ctx, &again, note));
    assert_string_equal(column(db, &job, "state || attempts"), "waiting1");
    set(db, &job, "next_at = now()");
    assert_true(claim(db, &again));
    assert_true(queue_run(&db->ctx, &again, note));
    assert_string_equal(column(db, &job, "state || attempts"), "dead2");
    database_free(db);
}

static void
tells_the_business_row(void **state)
{
    (void)state;
    struct database *db = fresh();
    if (!db)
        return;
    struct job job;
    char note[QUEUE_NOTE_SIZE];
    enqueue(db, "tq_tells", ERR_NOT_FOUND);
    assert_true(claim(db, &job));
    assert_true(queue_run(&db->ctx, &job, note));
    assert_string_equal(
        database_value(
            db,
            arena_printf(db->arena, "SELECT name FROM tag WHERE tenant_id = %" PRId64, db->tenant)),
        "No such file.");
    enqueue(db, "tq_tells_badly", ERR_NOT_FOUND);
    assert_true(claim(db, &job));
    assert_true(queue_run(&db->ctx, &job, note));
    assert_string_equal(column(db, &job, "state"), "dead");
    database_free(db);
}

static void
files_a_finished_job(void **state)
{
    (void)state;
    struct database *db = fresh();
    if (!db)
        return;
    struct job job;
    char note[QUEUE_NOTE_SIZE];
    enqueue(db, "tq_told", 0);
    assert_true(claim(db, &job));
    assert_true(job_begin(&db->ctx, &job));
    assert_true(job_finish(&db->ctx, &job));
    db_rollback(&db->ctx); /* the business row did not commit, so neither did the end */
    job.finished = false;
    const char *text =
        arena_printf(db->arena,
                     "SELECT (SELECT count(*) FROM job WHERE job_id = %" PRId64
                     ") || ' ' || (SELECT count(*) FROM job_history WHERE job_id = %" PRId64
                     " AND state = 'done')",
                     job.job_id, job.job_id);
    assert_string_equal(database_value(db, text), "1 0");
    assert_true(queue_run(&db->ctx, &job, note));
    assert_string_equal(database_value(db, text), "0 1");
    assert_string_equal(note, "");
    database_free(db);
}

static void
gives_the_lease_back(void **state)
{
    (void)state;
    struct database *db = fresh();
    if (!db)
        return;
    struct job job;
    char note[QUEUE_NOTE_SIZE];
    enqueue(db, "tq_yields", 0);
    assert_true(claim(db, &job));
    assert_true(queue_run(&db->ctx, &job, note));
    assert_string_equal(column(db, &job, "state || attempts"), "ready0");
    database_free(db);
}

static void
takes_an_open_transaction_for_a_fault(void **state)
{
    (void)state;
    struct database *db = fresh();
    if (!db)
        return;
    struct job job;
    char note[QUEUE_NOTE_SIZE];
    enqueue(db, "tq_open", 0);
    assert_true(claim(db, &job));
    assert_true(queue_run(&db->ctx, &job, note));
    assert_string_equal(column(db, &job, "state"), "dead");
    assert_false(db_in_transaction(&db->ctx));
    database_free(db);
}

/* Every way to write under a lease that is somebody else's by now. */
static void
writes_nothing_without_the_lease(void **state)
{
    (void)state;
    struct database *db = fresh(), *other = database_new();
    if (!db || !other)
        return;
    struct job sleeper, thief;
    char note[QUEUE_NOTE_SIZE];
    enqueue(db, "tq_told", ERR_UNAVAILABLE);
    assert_true(claim(db, &sleeper));
    assert_int_equal(sweep(other), 0); /* the lease still runs */
    set(db, &sleeper, "lease_until = now() - interval '1 s'");
    assert_int_equal(sweep(other), 1);
    assert_true(claim(other, &thief));
    assert_int_equal(thief.job_id, sleeper.job_id);
    assert_int_equal(thief.attempts, 2);

    struct job copy = sleeper;
    assert_true(job_begin(&db->ctx, &copy));
    assert_false(
        db_exec(&db->ctx, &say_dead, DB_ARGS(DB_I64(copy.tenant_id), DB_STR("thief")), NULL));
    assert_true(copy.lost);
    assert_int_equal(db->ctx.err.kind, ERR_CONFLICT);
    db_rollback(&db->ctx);
    err_clear(&db->ctx);

    copy = sleeper;
    assert_true(job_begin(&db->ctx, &copy));
    assert_false(job_finish(&db->ctx, &copy) && db_commit(&db->ctx));
    assert_true(copy.lost);
    assert_int_equal(db->ctx.err.kind, ERR_CONFLICT);
    db_rollback(&db->ctx);
    err_clear(&db->ctx);

    copy = sleeper;
    assert_false(job_heartbeat(&db->ctx, &copy, 5, 10));
    assert_true(copy.lost);
    err_clear(&db->ctx);

    copy = sleeper;
    assert_true(db_begin(&db->ctx, false));
    assert_true(job_finish(&db->ctx, &copy));
    assert_false(db_commit(&db->ctx));
    assert_true(copy.lost);
    assert_int_equal(db->ctx.err.kind, ERR_CONFLICT);
    err_clear(&db->ctx);
    assert_false(job_finish(&db->ctx, &copy));
    assert_true(copy.lost);
    db_rollback(&db->ctx);
    err_clear(&db->ctx);

    copy = sleeper;
    assert_true(queue_run(&db->ctx, &copy, note)); /* fails, and may not say so */
    assert_non_null(strstr(note, "lost its lease"));
    assert_string_equal(column(db, &sleeper, "state || done"), "running0");

    assert_true(job_begin(&other->ctx, &thief));
    assert_true(job_finish(&other->ctx, &thief));
    assert_true(db_commit(&other->ctx));
    database_free(db);
    database_free(other);
}

static void
holds_the_claim_while_it_writes(void **state)
{
    (void)state;
    struct database *db = fresh(), *other = database_new();
    if (!db || !other)
        return;
    struct job job;
    struct ctx page = {0};
    enqueue(db, "tq_told", 0);
    assert_true(claim(db, &job));
    set(db, &job, "lease_until = now() - interval '1 s'");
    assert_true(job_begin(&db->ctx, &job));
    assert_true(db_flush(&db->ctx));
    assert_int_equal(sweep(other), 0);
    page_begin(db, &page, db->tenant, db->user);
    assert_true(db_script(&page, "SET LOCAL lock_timeout = '1 s'"));
    assert_true(job_cancel(&page, job.job_id)); /* does not wait for the writer */
    page_end(&page);
    assert_true(db_commit(&db->ctx));
    assert_int_equal(sweep(other), 1);
    database_free(db);
    database_free(other);
}

static bool
ahead(struct ctx *ctx, void *worker)
{
    return queue_claim_ahead(ctx, worker);
}

/* The next job comes with the commit of the one before, or goes back as if nobody had claimed it. */
static void
claims_the_next_with_the_end_of_the_last(void **state)
{
    (void)state;
    struct database *db = fresh();
    if (!db)
        return;
    struct queue queue = {.worker = "test"};
    struct job first, second;
    bool found;
    enqueue(db, "tq_told", 0);
    enqueue(db, "tq_told", 0);
    assert_true(queue_refresh(&db->ctx, &queue));
    assert_true(queue_claim(&db->ctx, &queue, &first, &found));
    first.ahead = ahead;
    first.worker = &queue;
    assert_true(job_begin(&db->ctx, &first));
    assert_true(job_finish(&db->ctx, &first));
    db_rollback(&db->ctx);
    assert_true(queue_give_back(&db->ctx, &queue)); /* nothing came of it */
    assert_true(job_begin(&db->ctx, &first));
    assert_true(job_finish(&db->ctx, &first));
    assert_true(db_commit(&db->ctx));
    assert_true(queue_claim(&db->ctx, &queue, &second, &found));
    assert_true(found);
    assert_int_not_equal(first.job_id, second.job_id);
    assert_string_equal(column(db, &second, "state || attempts"), "running1");
    enqueue(db, "tq_told", 0);
    second.ahead = ahead;
    second.worker = &queue;
    assert_true(job_begin(&db->ctx, &second));
    assert_true(job_finish(&db->ctx, &second));
    assert_true(db_commit(&db->ctx));
    assert_true(queue_give_back(&db->ctx, &queue));
    assert_string_equal(database_value(db,
                                       "SELECT string_agg(state || attempts, ' ') FROM job WHERE "
                                       "kind = 'tq_told'"),
                        "ready0");
    database_free(db);
}

static bool
end_now(void *worker)
{
    (void)worker;
    return true;
}

static void
beats_at_most_once_a_second(void **state)
{
    (void)state;
    struct database *db = fresh();
    if (!db)
        return;
    struct job job;
    enqueue(db, "tq_told", 0);
    assert_true(claim(db, &job));
    set(db, &job, "lease_until = now() + interval '1 s'");
    job_say(&job, "Reading");
    assert_true(job_heartbeat(&db->ctx, &job, 1, 10));
    assert_string_equal(column(db, &job, "done || ' ' || total || ' ' || message"), "1 10 Reading");
    assert_string_equal(column(db, &job, "lease_until > now() + interval '50 s'"), "t");
    assert_true(job_heartbeat(&db->ctx, &job, 2, 10));
    assert_string_equal(column(db, &job, "done"), "1");
    assert_int_equal(job.stop, JOB_GO);

    struct job asked = job;
    set(db, &job, "cancel_at = now()");
    asked.beat = 0;
    assert_true(job_heartbeat(&db->ctx, &asked, 3, 10));
    assert_int_equal(asked.stop, JOB_CANCEL);

    job.must_end = end_now; /* told at once, between two writes too */
    assert_true(job_heartbeat(&db->ctx, &job, 4, 10));
    assert_int_equal(job.stop, JOB_YIELD);
    database_free(db);
}

static void
gives_up_a_job_that_loses_its_workers(void **state)
{
    (void)state;
    struct database *db = fresh();
    if (!db)
        return;
    struct job job;
    enqueue(db, "tq_told", 0);
    for (int run = 0; run < 2; run++) {
        assert_true(claim(db, &job));
        set(db, &job, "lease_until = now() - interval '1 s'");
        assert_int_equal(sweep(db), 1);
    }
    assert_string_equal(column(db, &job, "state"), "dead");
    assert_string_equal(column(db, &job, "reason"),
                        "The worker stopped in the middle of the work.");
    database_free(db);
}

static void
leaves_unknown_kinds_alone(void **state)
{
    (void)state;
    struct database *db = fresh();
    if (!db)
        return;
    struct job job;
    int64_t id = enqueue(db, "tq_told", 0);
    job.job_id = id;
    set(db, &job, "kind = 'tq_of_another_release'");
    assert_false(claim(db, &job));
    job.job_id = id;
    set(db, &job, "state = 'running', lease_until = now() - interval '1 s'");
    assert_int_equal(sweep(db), 0);
    database_free(db);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(claims_in_order_and_once),
        cmocka_unit_test(finds_a_job_that_commits_late),
        cmocka_unit_test(decides_by_the_kind_of_error),
        cmocka_unit_test(waits_longer_each_time_then_is_dead),
        cmocka_unit_test(tells_the_business_row),
        cmocka_unit_test(files_a_finished_job),
        cmocka_unit_test(gives_the_lease_back),
        cmocka_unit_test(takes_an_open_transaction_for_a_fault),
        cmocka_unit_test(writes_nothing_without_the_lease),
        cmocka_unit_test(holds_the_claim_while_it_writes),
        cmocka_unit_test(claims_the_next_with_the_end_of_the_last),
        cmocka_unit_test(beats_at_most_once_a_second),
        cmocka_unit_test(gives_up_a_job_that_loses_its_workers),
        cmocka_unit_test(leaves_unknown_kinds_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
