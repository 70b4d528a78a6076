/* Large bulk actions, whose parts run side by side, on a real database: each record is changed once,
 * whatever stops, blocks or takes over the job, and who else is at the same records. */
#include "support/acts.h"

#include <sys/wait.h>
#include <unistd.h>

#include "domain/bulk/bulk.h"

enum { MANY = 20000, PART = 5000, PATIENCE = 600 }; /* records; as bulk_run.c has it; times 50 ms */

/* Of the test that runs; a child that ends without freeing it does not lose it. */
static struct database *standing;

static struct database *
stand(void)
{
    return standing = database_new();
}

static struct job
claimed(struct database *db, int64_t bulk_id)
{
    static const struct job_kind kind = {.name = "bulk", .lease_seconds = 60, .run = bulk_job};
    struct job job = {.kind = &kind,
                      .kind_name = "bulk",
                      .tenant_id = db->tenant,
                      .actor = db->user,
                      .subject = bulk_id};
    job.job_id = database_number(
        db, arena_printf(db->arena,
                         "UPDATE job SET state = 'running', attempts = 1, lease_until = now() + "
                         "interval '1 minute' WHERE tenant_id = %" PRId64 " AND subject = %" PRId64
                         " RETURNING job_id",
                         db->tenant, bulk_id));
    job.place = database_number(
        db, arena_printf(db->arena, "SELECT place FROM job WHERE job_id = %" PRId64, job.job_id));
    return job;
}

/* Asks for a new tag on all contacts and confirms it; the job waits. */
static int64_t
waiting(struct database *db, const char *tag)
{
    int64_t bulk_id;
    database_begin(db);
    acts_ok(db,
            bulk_ask(&db->ctx, RECORD_CONTACT, "tag", "", true, NULL, 0, &bulk_id) &&
                bulk_confirm(&db->ctx, bulk_id, &(struct bulk_choice){.more = tag, .choice = ""}));
    database_commit(db);
    return bulk_id;
}

static struct bulk
got(struct database *db, int64_t bulk_id)
{
    struct bulk bulk;
    database_begin(db);
    acts_ok(db, bulk_get(&db->ctx, bulk_id, &bulk));
    database_commit(db);
    return bulk;
}

static int64_t
tagged(struct database *db, const char *tag)
{
    return database_number(
        db, arena_printf(db->arena,
                         "SELECT count(*) FROM contact c JOIN tag t USING (tenant_id) WHERE "
                         "tenant_id = %" PRId64 " AND t.name = '%s' AND "
                         "cardinality(array_positions(c.tag_ids, t.tag_id)) = 1",
                         db->tenant, tag));
}

static int64_t
logged(struct database *db, int64_t bulk_id)
{
    return database_number(db, arena_printf(db->arena,
                                            "SELECT count(*) FROM change JOIN bulk USING "
                                            "(tenant_id, change_set_id) WHERE bulk_id = %" PRId64,
                                            bulk_id));
}

/* Runs the job in a process of its own. */
static pid_t
work(struct job job)
{
    pid_t child = fork();
    if (child)
        return child;
    struct ctx ctx = {.arena = arena_new()};
    if (!db_open(&ctx, ctx.arena, getenv("LEADGEN_BATCH_DSN")))
        _exit(2);
    bool ok = bulk_job(&ctx, &job) && job.finished;
    if (!ok)
        fprintf(stderr, "# %s\n", ctx.err.message);
    arena_free(ctx.arena);
    _exit(ok ? 0 : 3);
}

static void
ends_well(pid_t child)
{
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
}

/* Somebody's uncommitted change of one contact. */
static void
edit(struct database *db, int64_t id)
{
    database_script(db, arena_printf(db->arena,
                                     "UPDATE contact SET version = version + 1, first_name = "
                                     "'Edited' WHERE contact_id = %" PRId64,
                                     id));
}

/* Waits until a number is there; false: it does not come. */
static bool
comes(struct database *db, const char *sql, int64_t wanted)
{
    for (int i = 0; i < PATIENCE; i++) {
        if (database_number(db, sql) == wanted)
            return true;
        usleep(50000);
    }
    return false;
}

/* What an earlier run has done is left alone, wherever it lies in the ids. */
static void
goes_on_with_what_is_left(void **state)
{
    (void)state;
    static const struct {
        const char *slices;
        int64_t done, first_done, last_done;
    } rows[] = {
        {"'{[3001,8001)}'", 5000, 3000, 7999},
        {"NULL",            6000, 0,    5999}, /* by a program that knew no slices */
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct database *db = stand();
        if (!db)
            return;
        int64_t first = acts_many(db, 12000), bulk_id = waiting(db, "Warm");
        database_script(
            db, arena_printf(
                    db->arena,
                    "WITH s AS (INSERT INTO change_set (tenant_id, kind, source) VALUES (%" PRId64
                    ", 'bulk', 'x') RETURNING *) UPDATE bulk b SET state = 'running', matched = "
                    "12000, change_set_id = s.change_set_id, done = %" PRId64 ", changed = %" PRId64
                    ", slices = %s, ids = ARRAY(SELECT contact_id FROM contact c WHERE tenant_id = "
                    "b.tenant_id ORDER BY 1) FROM s WHERE bulk_id = %" PRId64,
                    db->tenant, rows[i].done, rows[i].done, rows[i].slices, bulk_id));
        ends_well(work(claimed(db, bulk_id)));
        struct bulk bulk = got(db, bulk_id);
        assert_string_equal(bulk.state, "done");
        assert_int_equal(bulk.done, 12000);
        assert_int_equal(bulk.changed, 12000);
        assert_int_equal(tagged(db, "Warm"), 12000 - rows[i].done);
        assert_int_equal(logged(db, bulk_id), 12000 - rows[i].done);
        assert_int_equal(
            database_number(db,
                            arena_printf(db->arena,
                                         "SELECT count(*) FROM contact WHERE contact_id "
                                         "BETWEEN %" PRId64 " AND %" PRId64 " AND tag_ids IS NULL",
                                         first + rows[i].first_done, first + rows[i].last_done)),
            rows[i].done);
        database_free(db);
    }
}

/* Asked to stop while it works: what has begun is done whole, the rest is not begun. */
static void
stops_in_the_middle(void **state)
{
    (void)state;
    struct database *db = stand();
    if (!db)
        return;
    int64_t first = acts_many(db, MANY), bulk_id = waiting(db, "Warm");
    struct job job = claimed(db, bulk_id);
    const char *before = acts_all(db);
    if (!db_begin(&db->owner, false))
        fail_msg("%s", db->owner.err.message);
    /* each of the first parts waits for one record */
    for (int64_t id = first; id < first + MANY - PART; id += PART)
        database_script(db, arena_printf(db->arena,
                                         "SELECT FROM contact WHERE contact_id = %" PRId64
                                         " FOR NO KEY UPDATE",
                                         id));
    pid_t child = work(job);
    usleep(300000);
    database_begin(db);
    acts_ok(db, bulk_cancel(&db->ctx, bulk_id));
    database_commit(db);
    usleep(2500000); /* more than two beats */
    if (!db_commit(&db->owner))
        fail_msg("%s", db->owner.err.message);
    ends_well(child);
    struct bulk bulk = got(db, bulk_id);
    assert_string_equal(bulk.state, "cancelled");
    assert_in_range(bulk.done, PART, MANY - PART);
    assert_int_equal(bulk.changed, bulk.done);
    assert_int_equal(tagged(db, "Warm"), bulk.done);
    assert_int_equal(logged(db, bulk_id), bulk.done);
    acts_undo(db, bulk.change_set_id, NULL);
    assert_string_equal(acts_all(db), before);
    database_free(db);
}

/* Somebody holds a record of one part and wants one of another: parts that are done let go of theirs. */
static void
waits_with_one_part_only(void **state)
{
    (void)state;
    struct database *db = stand();
    if (!db)
        return;
    int64_t first = acts_many(db, MANY), bulk_id = waiting(db, "Warm");
    struct job job = claimed(db, bulk_id);
    if (!db_begin(&db->owner, false))
        fail_msg("%s", db->owner.err.message);
    edit(db, first + 10);
    pid_t child = work(job);
    bool others = comes(
        db, arena_printf(db->arena, "SELECT done FROM bulk WHERE bulk_id = %" PRId64, bulk_id),
        MANY - PART);
    if (others)
        edit(db, first + PART + 10);
    if (!db_commit(&db->owner))
        fail_msg("%s", db->owner.err.message);
    ends_well(child);
    assert_true(others);
    struct bulk bulk = got(db, bulk_id);
    assert_string_equal(bulk.state, "done");
    assert_int_equal(bulk.changed, MANY);
    assert_int_equal(tagged(db, "Warm"), MANY);
    assert_int_equal(logged(db, bulk_id), MANY);
    assert_string_equal(acts_value(db, RECORD_CONTACT, first + 10, "first_name"), "Edited");
    database_free(db);
}

/* Somebody and a part wait for each other, and the part has to give way. */
static void
begins_a_part_anew(void **state)
{
    (void)state;
    struct database *db = stand();
    if (!db)
        return;
    int64_t first = acts_many(db, MANY), bulk_id = waiting(db, "Warm");
    struct job job = claimed(db, bulk_id);
    if (!db_begin(&db->owner, false))
        fail_msg("%s", db->owner.err.message);
    edit(db, first + PART - 1);
    pid_t child = work(job);
    bool waits = comes(db,
                       "SELECT count(*) FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY "
                       "(pg_blocking_pids(pid))",
                       1);
    /* whoever waited first gives way; on a machine that is busy that may be this one */
    if (db_script(&db->owner,
                  arena_printf(db->arena,
                               "UPDATE contact SET version = version + 1 WHERE contact_id = "
                               "%" PRId64,
                               first)))
        assert_true(db_commit(&db->owner));
    else
        db_rollback(&db->owner);
    err_clear(&db->owner);
    ends_well(child);
    assert_true(waits);
    struct bulk bulk = got(db, bulk_id);
    assert_string_equal(bulk.state, "done");
    assert_int_equal(bulk.matched, MANY);
    assert_int_equal(bulk.changed, MANY);
    assert_int_equal(tagged(db, "Warm"), MANY);
    assert_int_equal(logged(db, bulk_id), MANY);
    database_free(db);
}

/* Waits until so many connections wait, each for the one before it, and the first one for us. */
static bool
wait_in_turn(struct database *db, int n)
{
    return comes(
        db,
        arena_printf(
            db->arena,
            "WITH RECURSIVE w (pid, place) AS (SELECT pg_backend_pid(), 0 UNION SELECT l.pid, "
            "w.place + 1 FROM w JOIN pg_locks l ON NOT l.granted AND w.pid = ANY "
            "(pg_blocking_pids(l.pid)) WHERE w.place < 9) SELECT (max(place) >= %d)::integer "
            "FROM w",
            n),
        1);
}

/* In a process of its own: takes the row of the job, then changes a contact, for which it waits. */
static pid_t
take_and_edit(const struct job *job, int64_t id)
{
    pid_t child = fork();
    if (child)
        return child;
    struct database db = {.arena = arena_new()};
    db.owner.arena = db.arena;
    if (!db_open(&db.owner, db.arena, getenv("LEADGEN_OWNER_DSN")) || !db_begin(&db.owner, false))
        _exit(2);
    database_script(&db, arena_printf(db.arena,
                                      "UPDATE job SET message = message WHERE job_id = %" PRId64,
                                      job->job_id));
    edit(&db, id);
    bool ok = db_commit(&db.owner);
    arena_free(db.arena);
    _exit(ok ? 0 : 3);
}

/* Somebody holds what the heartbeat has to write and waits for a part: the database does not see that,
 * were the heartbeat waited for, these would wait for each other. */
static void
waits_for_nobody_with_a_part_done(void **state)
{
    (void)state;
    struct database *db = stand();
    if (!db)
        return;
    int64_t first = acts_many(db, MANY), bulk_id = waiting(db, "Warm");
    struct job job = claimed(db, bulk_id);
    if (!db_begin(&db->owner, false))
        fail_msg("%s", db->owner.err.message);
    edit(db, first + PART - 1);
    pid_t child = work(job);
    bool part = wait_in_turn(db, 1);
    pid_t other = take_and_edit(&job, first);
    bool beat = wait_in_turn(db, 3);
    if (!db_commit(&db->owner))
        fail_msg("%s", db->owner.err.message);
    ends_well(child);
    ends_well(other);
    assert_true(part && beat);
    assert_string_equal(got(db, bulk_id).state, "done");
    assert_int_equal(tagged(db, "Warm"), MANY);
    assert_int_equal(logged(db, bulk_id), MANY);
    assert_string_equal(acts_value(db, RECORD_CONTACT, first, "first_name"), "Edited");
    database_free(db);
}

/* Another worker takes the job over, as soon as a part is done. */
static bool
take_over(void *worker)
{
    struct job *job = worker;
    database_script(standing,
                    arena_printf(standing->arena,
                                 "UPDATE job SET place = %" PRId64 " WHERE job_id = %" PRId64,
                                 job->place + 1, job->job_id));
    return false;
}

static void
leaves_a_lost_job_alone(void **state)
{
    (void)state;
    struct database *db = stand();
    if (!db)
        return;
    acts_many(db, MANY);
    int64_t bulk_id = waiting(db, "Warm");
    struct job job = claimed(db, bulk_id);
    job.must_end = take_over;
    job.worker = &job;
    assert_false(bulk_job(&db->ctx, &job));
    assert_int_equal(db->ctx.err.kind, ERR_CONFLICT);
    assert_true(job.lost);
    err_clear(&db->ctx);
    db_rollback(&db->ctx);
    struct bulk bulk = got(db, bulk_id);
    assert_string_equal(bulk.state, "running");
    assert_in_range(bulk.done, PART, MANY - PART);
    assert_int_equal(tagged(db, "Warm"), bulk.done);
    assert_int_equal(logged(db, bulk_id), bulk.done);
    ends_well(work(claimed(db, bulk_id)));
    assert_int_equal(got(db, bulk_id).changed, MANY);
    assert_int_equal(tagged(db, "Warm"), MANY);
    assert_int_equal(logged(db, bulk_id), MANY);
    database_free(db);
}

static void
two_go_over_the_same_records(void **state)
{
    (void)state;
    struct database *db = stand();
    if (!db)
        return;
    acts_many(db, MANY);
    const char *before = acts_all(db);
    int64_t warm = waiting(db, "Warm"), cold = waiting(db, "Cold");
    pid_t one = work(claimed(db, warm)), other = work(claimed(db, cold));
    ends_well(one);
    ends_well(other);
    assert_int_equal(got(db, warm).changed, MANY);
    assert_int_equal(got(db, cold).changed, MANY);
    assert_int_equal(tagged(db, "Warm"), MANY);
    assert_int_equal(tagged(db, "Cold"), MANY);
    assert_int_equal(logged(db, warm) + logged(db, cold), 2 * MANY);
    assert_string_not_equal(acts_all(db), before);
    database_free(db);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(goes_on_with_what_is_left),
        cmocka_unit_test(stops_in_the_middle),
        cmocka_unit_test(waits_with_one_part_only),
        cmocka_unit_test(begins_a_part_anew),
        cmocka_unit_test(waits_for_nobody_with_a_part_done),
        cmocka_unit_test(leaves_a_lost_job_alone),
        cmocka_unit_test(two_go_over_the_same_records),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
