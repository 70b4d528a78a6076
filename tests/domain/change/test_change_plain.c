/* Undo of a bulk action as a job: it gives back what nobody touched since in parts side by side, and record
 * by record what somebody did. On a real database. */
#include "support/acts.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "domain/bulk/bulk.h"

enum { MANY = 12000, PATIENCE = 600 }; /* records, in parts of 5000; times 50 ms */

/* Of the test that runs. */
static struct database *standing;

static struct database *
stand(void)
{
    return standing = database_new();
}

/* The job of that kind and subject, as a worker claims it. */
static struct job
claimed(struct database *db, const struct job_kind *kind, int64_t subject)
{
    struct job job = {.kind = kind,
                      .kind_name = kind->name,
                      .tenant_id = db->tenant,
                      .actor = db->user,
                      .subject = subject};
    job.job_id = database_number(
        db, arena_printf(db->arena,
                         "UPDATE job SET state = 'running', attempts = 1, lease_until = now() + "
                         "interval '1 minute' WHERE tenant_id = %" PRId64 " AND subject = %" PRId64
                         " AND kind = '%s' RETURNING job_id",
                         db->tenant, subject, kind->name));
    job.place = database_number(
        db, arena_printf(db->arena, "SELECT place FROM job WHERE job_id = %" PRId64, job.job_id));
    return job;
}

static const struct job_kind bulk_kind = {.name = "bulk", .lease_seconds = 60, .run = bulk_job};
static const struct job_kind undo_kind = {
    .name = "change_undo", .lease_seconds = 60, .run = change_undo_job};

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
    bool ok = job.kind->run(&ctx, &job) && job.finished;
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

/* An act on some contacts (n 0: on all), in the transaction that is open. */
static int64_t
act(struct database *db, const char *name, const char *label, const int64_t *ids, size_t n)
{
    int64_t bulk_id;
    acts_ok(db, bulk_ask(&db->ctx, RECORD_CONTACT, name, "", !n, ids, n, &bulk_id));
    acts_ok(db,
            bulk_confirm(&db->ctx, bulk_id, &(struct bulk_choice){.more = label, .choice = ""}));
    return bulk_id;
}

static void
act_on(struct database *db, const char *name, const char *label, int64_t id)
{
    database_begin(db);
    act(db, name, label, &id, 1);
    database_commit(db);
}

/* Tags all contacts by a job; the change set of it. */
static int64_t
tag_all(struct database *db, const char *tag)
{
    database_begin(db);
    int64_t bulk_id = act(db, "tag", tag, NULL, 0);
    database_commit(db);
    ends_well(work(claimed(db, &bulk_kind, bulk_id)));
    return database_number(
        db, arena_printf(db->arena, "SELECT change_set_id FROM bulk WHERE bulk_id = %" PRId64,
                         bulk_id));
}

/* Asks for the undo of a set; the undo's own. */
static int64_t
asked(struct database *db, int64_t set_id)
{
    int64_t undo_set_id;
    database_begin(db);
    acts_ok(db, change_undo_enqueue(&db->ctx, set_id, &undo_set_id));
    database_commit(db);
    return undo_set_id;
}

/* Which contacts have the tag, as places from the first. */
static const char *
tagged(struct database *db, const char *tag, int64_t first)
{
    return database_value(
        db, arena_printf(db->arena,
                         "SELECT coalesce(string_agg((contact_id - %" PRId64
                         ")::text, ' ' ORDER BY contact_id), 'none') FROM contact c JOIN tag t "
                         "USING (tenant_id) WHERE tenant_id = %" PRId64
                         " AND t.name = '%s' AND t.tag_id = ANY (c.tag_ids)",
                         first, db->tenant, tag));
}

/* How many records a set has in the log, and how often all together. */
static const char *
logged(struct database *db, int64_t set_id)
{
    return database_value(db, arena_printf(db->arena,
                                           "SELECT count(DISTINCT record_id) || ' of ' || count(*) "
                                           "FROM change WHERE change_set_id = %" PRId64,
                                           set_id));
}

static const char *
kept(struct database *db, int64_t undo_set_id, int64_t first)
{
    return database_value(db, arena_printf(db->arena,
                                           "SELECT string_agg(record_id - %" PRId64
                                           " || ' ' || reason, ', ' ORDER BY record_id) "
                                           "FROM change_kept WHERE change_set_id = %" PRId64,
                                           first, undo_set_id));
}

/* What others did to the same since stays, all else of the records goes back; and forth again. */
static void
leaves_what_others_changed(void **state)
{
    (void)state;
    struct database *db = stand();
    if (!db)
        return;
    int64_t first = acts_many(db, MANY);
    for (int64_t id = first; id < first + 20; id++)
        act_on(db, "tag", "Old", id);
    int64_t warm = tag_all(db, "Warm");
    act_on(db, "tag", "Hot", first + 5);
    acts_set(db, RECORD_CONTACT, first + 6, "first_name", "Renamed");
    act_on(db, "delete", NULL, first + 7);
    act_on(db, "tag", "Hot", first + 8);
    acts_undo(db,
              database_number(db, arena_printf(db->arena,
                                               "SELECT max(change_set_id) FROM change_set WHERE "
                                               "tenant_id = %" PRId64,
                                               db->tenant)),
              NULL);
    const char *before = acts_all(db);
    int64_t undo = asked(db, warm);
    ends_well(work(claimed(db, &undo_kind, undo)));
    assert_string_equal(tagged(db, "Warm", first), "5 7");
    assert_string_equal(tagged(db, "Old", first),
                        "0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19");
    assert_string_equal(tagged(db, "Hot", first), "5");
    assert_string_equal(acts_value(db, RECORD_CONTACT, first + 6, "first_name"), "Renamed");
    assert_string_equal(kept(db, undo, first), "5 changed, 7 deleted");
    assert_string_equal(logged(db, undo), "11998 of 11998");
    int64_t again = asked(db, undo);
    ends_well(work(claimed(db, &undo_kind, again)));
    assert_string_equal(acts_all(db), before);
    database_free(db);
}

/* Somebody else changes the tags of a record while the undo is at it. */
static void
leaves_what_changes_meanwhile(void **state)
{
    (void)state;
    struct database *db = stand();
    if (!db)
        return;
    int64_t first = acts_many(db, MANY), one = first + 10;
    int64_t undo = asked(db, tag_all(db, "Warm"));
    struct job job = claimed(db, &undo_kind, undo);
    database_begin(db);
    act(db, "tag", "Hot", &one, 1);
    pid_t child = work(job);
    bool waits = false;
    for (int i = 0; i < PATIENCE && !waits; i++) {
        usleep(50000);
        waits = database_number(db, "SELECT count(*) FROM pg_stat_activity WHERE "
                                    "cardinality(pg_blocking_pids(pid)) > 0 AND "
                                    "datname = current_database()") > 0;
    }
    database_commit(db);
    ends_well(child);
    assert_true(waits);
    assert_string_equal(tagged(db, "Warm", first), "10");
    assert_string_equal(tagged(db, "Hot", first), "10");
    assert_string_equal(kept(db, undo, first), "10 changed");
    assert_string_equal(logged(db, undo), "11999 of 11999");
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
goes_on_where_another_stopped(void **state)
{
    (void)state;
    struct database *db = stand();
    if (!db)
        return;
    acts_many(db, MANY);
    const char *before = acts_all(db);
    int64_t undo = asked(db, tag_all(db, "Warm"));
    struct job job = claimed(db, &undo_kind, undo);
    job.must_end = take_over;
    job.worker = &job;
    assert_false(change_undo_job(&db->ctx, &job));
    assert_true(job.lost);
    err_clear(&db->ctx);
    db_rollback(&db->ctx);
    ends_well(work(claimed(db, &undo_kind, undo)));
    assert_string_equal(acts_all(db), before);
    assert_string_equal(logged(db, undo), "12000 of 12000");
    database_free(db);
}

/* The worker dies while one part waits for somebody's record and the others are done. */
static void
goes_on_where_one_was_killed(void **state)
{
    (void)state;
    struct database *db = stand();
    if (!db)
        return;
    int64_t first = acts_many(db, MANY);
    const char *before = acts_all(db), *done = "none";
    int64_t undo = asked(db, tag_all(db, "Warm"));
    struct job job = claimed(db, &undo_kind, undo);
    if (!db_begin(&db->owner, false))
        fail_msg("%s", db->owner.err.message);
    database_script(db, arena_printf(db->arena,
                                     "SELECT FROM contact WHERE contact_id = %" PRId64
                                     " FOR NO KEY UPDATE",
                                     first + 10));
    pid_t child = work(job);
    for (int i = 0; i < PATIENCE && strcmp(done, "7000 of 7000") != 0; i++) {
        usleep(50000);
        done = logged(db, undo);
    }
    kill(child, SIGKILL);
    assert_int_equal(waitpid(child, NULL, 0), child);
    if (!db_commit(&db->owner))
        fail_msg("%s", db->owner.err.message);
    assert_string_equal(done, "7000 of 7000");
    ends_well(work(claimed(db, &undo_kind, undo)));
    assert_string_equal(acts_all(db), before);
    assert_string_equal(logged(db, undo), "12000 of 12000");
    assert_null(kept(db, undo, first));
    database_free(db);
}

/* An act on some records at once; its change set. */
static int64_t
act_now(struct database *db, enum record_entity entity, const char *name, const int64_t *ids,
        size_t n, const struct bulk_choice *choice)
{
    int64_t bulk_id;
    struct bulk bulk;
    database_begin(db);
    acts_ok(db, bulk_ask(&db->ctx, entity, name, "", false, ids, n, &bulk_id) &&
                    bulk_confirm(&db->ctx, bulk_id, choice) && bulk_get(&db->ctx, bulk_id, &bulk));
    database_commit(db);
    return bulk.change_set_id;
}

/* Undoes a set by a job; the undo's own. */
static int64_t
undone(struct database *db, int64_t set_id)
{
    int64_t undo = asked(db, set_id);
    ends_well(work(claimed(db, &undo_kind, undo)));
    return undo;
}

/* Tags, lists and owners, of a record that had some and of one that had none: back, forth and back again. */
static void
gives_back_what_was_there(void **state)
{
    (void)state;
    struct database *db = stand();
    if (!db)
        return;
    int64_t old[2];
    for (size_t e = 0; e < 2; e++) {
        enum record_entity entity = e ? RECORD_CONTACT : RECORD_COMPANY;
        int64_t ids[2];
        for (size_t i = 0; i < 2; i++)
            ids[i] = e ? acts_contact(db, "Ada", i ? "Novak" : "Moran", NULL, 0)
                       : acts_company(db, i ? "Novak Ltd" : "Moran Ltd", NULL);
        const struct bulk_choice more = {.more = "Old", .choice = ""};
        const struct bulk_choice owner = {.owner = db->user, .more = "", .choice = ""};
        act_now(db, entity, "tag", ids, 1, &more);
        act_now(db, entity, "list", ids, 1, &more);
        act_now(db, entity, "owner", ids, 1, &owner);
        old[0] = strtoll(acts_value(db, entity, ids[0], "tag_ids[1]"), NULL, 10);
        old[1] = strtoll(acts_value(db, entity, ids[0], "list_ids[1]"), NULL, 10);
        const struct {
            const char *name;
            struct bulk_choice choice;
        } acts[] = {
            {"tag",    {.more = "New", .choice = ""}                               },
            {"untag",  {.labels = &old[0], .n_labels = 1, .more = "", .choice = ""}},
            {"list",   {.more = "New", .choice = ""}                               },
            {"unlist", {.labels = &old[1], .n_labels = 1, .more = "", .choice = ""}},
            {"owner",  owner                                                       },
            {"owner",  {.more = "", .choice = "", .wipe = true}                    },
        };
        for (size_t i = 0; i < sizeof acts / sizeof *acts; i++) {
            const char *before = acts_all(db);
            int64_t set_id = act_now(db, entity, acts[i].name, ids, 2, &acts[i].choice);
            const char *after = acts_all(db);
            assert_string_not_equal(after, before);
            int64_t undo = undone(db, set_id);
            assert_string_equal(acts_all(db), before);
            undone(db, undo);
            assert_string_equal(acts_all(db), after);
            undone(db, set_id);
            assert_string_equal(acts_all(db), before);
        }
    }
    database_free(db);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(leaves_what_others_changed),
        cmocka_unit_test(leaves_what_changes_meanwhile),
        cmocka_unit_test(goes_on_where_another_stopped),
        cmocka_unit_test(goes_on_where_one_was_killed),
        cmocka_unit_test(gives_back_what_was_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
