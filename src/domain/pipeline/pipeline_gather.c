/* The job kind "pipeline": puts the records of a new run into the stage queue, batch by batch, or takes
 * those of a cancelled one out of it. What it has done stands in the run's row and moves with each
 * batch, so a job that was killed goes on from there. See pipeline_run.h. */
#include <string.h>

#include "base/db.h"
#include "domain/pipeline/ledger.h"
#include "domain/pipeline/pipeline_choice.h"
#include "domain/pipeline/pipeline_run.h"
#include "statements.h"

enum { BATCH = 10000 };

struct gather {
    int64_t run_id, entity, records, gathered, reservation_id, n_ids, sample;
    const char *filter, *state, *stages;
};
static const struct field gather_fields[] = {
    FIELD_I64(struct gather, run_id),
    FIELD_I64(struct gather, entity),
    FIELD_I64(struct gather, records),
    FIELD_I64(struct gather, gathered),
    FIELD_I64(struct gather, reservation_id),
    FIELD_I64(struct gather, n_ids),
    FIELD_I64(struct gather, sample),
    FIELD_STR(struct gather, filter),
    FIELD_STR(struct gather, state),
    FIELD_STR(struct gather, stages),
    FIELD_END,
};

static bool
read_run(struct ctx *ctx, struct job *job, struct gather *out)
{
    return job_begin(ctx, job) &&
           db_one(ctx, &SQL_RUN_GATHER, DB_ARGS(DB_I64(job->subject)), gather_fields, out);
}

/* The names of the run's stages of an entity; the first of them or NULL. */
static const char *
names_of(struct ctx *ctx, const char *of_run, enum record_entity entity, const char ***names,
         size_t *n)
{
    struct db_strs all = {0};
    *n = 0;
    if (!db_strs(ctx, of_run, &all))
        return NULL;
    *names = ARENA_ARRAY(ctx->arena, all.n + 1, const char *);
    for (size_t i = 0; i < all.n; i++) {
        const struct stage *stage = stage_named(all.values[i]);
        if (stage && stage->entity == entity)
            (*names)[(*n)++] = stage->name;
    }
    return *n ? (*names)[0] : NULL;
}

/* The ids that the run is about, taken once. */
static bool
take(struct ctx *ctx, struct gather *run)
{
    struct pipeline_choice choice = {.entity = run->entity == RECORD_COMPANY ? RECORD_COMPANY
                                                                             : RECORD_CONTACT,
                                     .filter = run->filter,
                                     .sample = run->sample};
    int64_t *ids;
    size_t n;
    if (run->n_ids > 0) {
        struct row {
            int64_t id;
        } * rows;
        static const struct field map[] = {FIELD_I64(struct row, id), FIELD_END};
        size_t n_rows;
        if (!DB_ALL(ctx, &SQL_RUN_IDS, DB_ARGS(DB_I64(run->run_id), DB_I64(1), DB_I64(run->n_ids)),
                    map, &rows, &n_rows))
            return false;
        int64_t *chosen = ARENA_ARRAY(ctx->arena, n_rows + 1, int64_t);
        for (size_t i = 0; i < n_rows; i++)
            chosen[i] = rows[i].id;
        choice.ids = chosen;
        choice.n_ids = n_rows;
    }
    return pipeline_choice_ids(ctx, &choice, run->run_id, &ids, &n) &&
           db_exec(ctx, &SQL_RUN_TAKE, DB_ARGS(DB_I64(run->run_id), DB_I64S(ids, n)), NULL);
}

/* The next slice of the ids into the queue. */
static bool
put(struct ctx *ctx, const struct gather *run)
{
    const char **companies = NULL, **contacts = NULL;
    size_t n_companies, n_contacts;
    const char *first = names_of(ctx, run->stages, RECORD_COMPANY, &companies, &n_companies);
    const char *second = names_of(ctx, run->stages, RECORD_CONTACT, &contacts, &n_contacts);
    int64_t from = run->gathered + 1;
    int64_t to = run->gathered + BATCH < run->records ? run->gathered + BATCH : run->records;
    const struct sql *sql =
        run->entity == RECORD_COMPANY ? &SQL_RUN_PUT_COMPANIES : &SQL_RUN_PUT_CONTACTS;
    return db_exec(ctx, sql,
                   DB_ARGS(DB_I64(run->run_id), DB_I64(from), DB_I64(to), DB_STR(first),
                           DB_STRS(companies, n_companies), DB_STR(second),
                           DB_STRS(contacts, n_contacts)),
                   NULL) &&
           db_exec(ctx, &SQL_RUN_GATHERED, DB_ARGS(DB_I64(run->run_id), DB_I64(to)), NULL);
}

/* Takes a slice of a cancelled run out of the queue; *more while there is something left. */
static bool
clear(struct ctx *ctx, const struct gather *run, bool *more)
{
    int64_t n;
    if (!db_exec(ctx, &SQL_RUN_UNCLAIM, DB_ARGS(DB_I64(run->run_id)), NULL) ||
        !db_exec(ctx, &SQL_RUN_CLEAR, DB_ARGS(DB_I64(run->run_id), DB_I64(BATCH)), &n))
        return false;
    *more = n > 0;
    return *more || ledger_close(ctx, run->reservation_id);
}

/* One step, in the open transaction; *ended when there is nothing left to do. */
static bool
step(struct ctx *ctx, const struct gather *run, bool *ended)
{
    bool more = true;
    *ended = false;
    if (!strcmp(run->state, "cancelled")) {
        if (!clear(ctx, run, &more))
            return false;
        *ended = !more;
        return true;
    }
    if (strcmp(run->state, "gathering") != 0) {
        *ended = true;
        return true;
    }
    if (run->gathered < run->records)
        return put(ctx, run);
    *ended = true;
    return db_exec(ctx, &SQL_TABLES_MEET, DB_NO_ARGS, NULL) &&
           db_exec(ctx, &SQL_RUN_BEGIN, DB_ARGS(DB_I64(run->run_id)), NULL);
}

bool
pipeline_run_job(struct ctx *ctx, struct job *job)
{
    struct gather run;
    bool ended = false;
    if (!read_run(ctx, job, &run) ||
        (!strcmp(run.state, "gathering") && !run.records && !take(ctx, &run)) || !db_commit(ctx))
        return false;
    while (!job->finished) {
        if (!read_run(ctx, job, &run) || !step(ctx, &run, &ended) ||
            (ended && !job_finish(ctx, job)) || !db_commit(ctx))
            return false;
        if (job->finished)
            return true;
        if (!job_heartbeat(ctx, job, run.gathered, run.records))
            return false;
        if (job->stop == JOB_YIELD)
            return true;
    }
    return true;
}

bool
pipeline_run_dead(struct ctx *ctx, struct job *job, const char *reason)
{
    return db_exec(ctx, &SQL_RUN_FAILED, DB_ARGS(DB_I64(job->subject), DB_STR(reason)), NULL);
}
