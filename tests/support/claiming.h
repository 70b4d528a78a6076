/* Runs one job of the queue here and now, in memory of its own, as a worker does: for tests of the code
 * of a kind and of the pages around it. */
#ifndef LEADGEN_TESTS_SUPPORT_CLAIMING_H
#define LEADGEN_TESTS_SUPPORT_CLAIMING_H

#include "support/database.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>

#include "domain/pipeline/queue.h"

/* Waits until no other test works the real stages of the same database, and keeps others waiting until
 * the program ends: a stage queue claims for all tenants, so two would take each other's records. */
static inline void
claiming_alone(void)
{
    const char *dir = getenv("TMPDIR"), *database = getenv("LEADGEN_OWNER_DSN");
    struct arena *arena = arena_new();
    char *name = arena_strdup(arena, database ? database : "");
    for (char *c = name; *c; c++)
        if (strchr("/ =", *c))
            *c = '-';
    int file = open(arena_printf(arena, "%s/leadgen-test-stages%s.lock", dir ? dir : "/tmp", name),
                    O_CREAT | O_RDWR | O_CLOEXEC, 0666);
    arena_free(arena);
    if (file < 0 || flock(file, LOCK_EX) != 0)
        fail_msg("the lock on the stages cannot be taken");
}

/* Claims the job before any worker of another test does; `ctx` is a batch connection with conf. */
static inline void
claiming_run(struct database *db, const struct ctx *batch, int64_t job_id)
{
    struct db_table table;
    struct job job = {.job_id = job_id, .attempts = 1};
    char note[QUEUE_NOTE_SIZE] = "";
    const char *claim = arena_printf(
        db->arena,
        "UPDATE job SET state = 'running', attempts = attempts + 1, worker = 'test', lease_until = "
        "now() + interval '10 minutes', claimed_at = now(), beat_at = now() WHERE job_id = "
        "%" PRId64
        " RETURNING place, tenant_id, actor, kind, subject, cancel_at IS NOT NULL, payload",
        job_id);
    if (!db_table_composed(&db->owner, claim, DB_NO_ARGS, &table) || table.n_rows != 1)
        fail_msg("no job: %s", db->owner.err.message);
    job.place = strtoll(db_cell(&table, 0, 0), NULL, 10);
    job.tenant_id = strtoll(db_cell(&table, 0, 1), NULL, 10);
    job.actor = db_cell(&table, 0, 2) ? strtoll(db_cell(&table, 0, 2), NULL, 10) : 0;
    job.kind_name = db_cell(&table, 0, 3);
    job.kind = job_kind_named(job.kind_name);
    job.subject = strtoll(db_cell(&table, 0, 4), NULL, 10);
    job.payload = db_cell(&table, 0, 6);
    if (*db_cell(&table, 0, 5) == 't')
        job.stop = JOB_CANCEL;
    struct ctx ctx = *batch;
    ctx.arena = arena_new();
    if (!queue_run(&ctx, &job, note))
        fail_msg("%s", ctx.err.message);
    if (*note)
        printf("# %s\n", note);
    arena_free(ctx.arena);
}

#endif
