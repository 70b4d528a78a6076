/* Parts of a job side by side. See job_lanes.h. Each part holds the job's claim in its own transaction,
 * so that whoever takes the job over finds every part whole or not begun. The answers are taken as they
 * come: a part that is done must not wait for one that waits for somebody else, who may in turn wait
 * for the first. */
#include "domain/pipeline/job_lanes.h"

#include <string.h>

#include "base/db.h"

enum { LANES = 3, TRIES = 20, BEAT_MS = 1000 };
#define DEADLOCK "40P01"

struct lane {
    struct ctx ctx;
    void *part; /* NULL: it has none */
    int tries;  /* how often that was begun anew */
};

static void
free_arena(void *arena)
{
    arena_free(arena);
}

static bool
open_lane(const struct ctx *ctx, struct arena *owner, struct lane *lane)
{
    *lane = (struct lane){
        .ctx = {.arena = arena_new(), .conf = ctx->conf}
    };
    arena_defer(owner, free_arena, lane->ctx.arena);
    return db_open_beside(ctx, owner, &lane->ctx);
}

static bool
start(struct lane *lane, struct job *job, const struct job_parts *parts, void *part)
{
    lane->part = part;
    return job_begin(&lane->ctx, job) && parts->send(&lane->ctx, parts->work, part, true);
}

/* Where somebody and this lane waited for each other, and the database chose this one to give way. */
static bool
start_anew(struct lane *lane, struct job *job, const struct job_parts *parts)
{
    if (strcmp(db_sqlstate(&lane->ctx), DEADLOCK) != 0 || lane->tries++ == TRIES)
        return false;
    db_rollback(&lane->ctx);
    err_clear(&lane->ctx);
    return start(lane, job, parts, lane->part);
}

/* Takes the answer of a lane, and either sends the part once more or commits it. */
static bool
step(struct lane *lane, struct job *job, struct job_parts *parts)
{
    bool whole;
    if (!parts->receive(&lane->ctx, parts->work, lane->part, &whole))
        return start_anew(lane, job, parts);
    if (!whole)
        return parts->send(&lane->ctx, parts->work, lane->part, false);
    if ((parts->note && !parts->note(&lane->ctx, parts->work, lane->part)) ||
        !db_commit(&lane->ctx))
        return false;
    parts->end(parts, lane->part);
    lane->part = NULL;
    lane->tries = 0;
    arena_reset(lane->ctx.arena);
    return true;
}

static bool
failed(struct ctx *ctx, const struct lane *lane)
{
    ctx->err = lane->ctx.err;
    return false;
}

/* Gives parts to lanes that have none, goes on with the first answer, and so on. */
static bool
work(struct ctx *ctx, struct job *job, struct job_parts *parts, struct lane *lanes, size_t n_lanes)
{
    for (size_t next = 0;;) {
        struct lane *busy[LANES];
        const struct ctx *sent[LANES];
        size_t n_busy = 0;
        for (struct lane *lane = lanes; lane < lanes + n_lanes; lane++) {
            if (!lane->part && next < parts->n && job->stop == JOB_GO &&
                !start(lane, job, parts, (char *)parts->parts + parts->size * next++))
                return failed(ctx, lane);
            if (lane->part) {
                busy[n_busy] = lane;
                sent[n_busy++] = &lane->ctx;
            }
        }
        if (!n_busy)
            return true;
        size_t at = db_answered(sent, n_busy, BEAT_MS);
        if (at < n_busy && !step(busy[at], job, parts))
            return failed(ctx, busy[at]);
        if (!job_heartbeat(ctx, job, parts->done, parts->total))
            return false;
    }
}

bool
job_lanes_run(struct ctx *ctx, struct job *job, struct job_parts *parts)
{
    struct arena *owner = arena_new();
    struct lane lanes[LANES];
    size_t n_lanes = 0;
    bool ok = true;
    while (ok && n_lanes < LANES && n_lanes < parts->n) {
        ok = open_lane(ctx, owner, &lanes[n_lanes]) || failed(ctx, &lanes[n_lanes]);
        n_lanes++;
    }
    ok = ok && work(ctx, job, parts, lanes, n_lanes);
    /* closes the connections: what is not committed is undone */
    arena_free(owner);
    return ok;
}
