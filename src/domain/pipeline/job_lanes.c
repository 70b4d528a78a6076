/* Parts of a job side by side. See job_lanes.h. Each part holds the job's claim in its own transaction,
 * so that whoever takes the job over finds every part whole or not begun.
 *
 * Nothing is waited for but all answers at once, the heartbeat's among them, and a commit. A part that is
 * done must not wait for one that waits for somebody else, who may in turn wait for the first: the database
 * does not see that our process stands between the two, and nobody would ever give way. So a lane knows its
 * statements before any of them has begun, too: to learn one, it waits for whoever wants the whole table. */
#include "domain/pipeline/job_lanes.h"

#include <string.h>

#include "base/db.h"

enum { LANES = 3, TRIES = 20, BEAT_MS = 1000 };
#define DEADLOCK "40P01"

struct lane {
    struct ctx ctx;
    void *part; /* NULL: it has none */
    bool holds; /* the job's claim, in the part's transaction */
    int tries;  /* how often the part was begun anew */
};

static void
free_arena(void *arena)
{
    arena_free(arena);
}

static bool
open_lane(const struct ctx *ctx, struct arena *owner, const struct job_parts *parts,
          struct lane *lane)
{
    *lane = (struct lane){
        .ctx = {.arena = arena_new(), .conf = ctx->conf}
    };
    arena_defer(owner, free_arena, lane->ctx.arena);
    return db_open_beside(ctx, owner, &lane->ctx) && job_prepare(&lane->ctx) &&
           parts->prepare(&lane->ctx, parts->work);
}

static bool
start(struct lane *lane, const struct job *job, void *part)
{
    lane->part = part;
    lane->holds = false;
    return job_begin_send(&lane->ctx, job);
}

/* Where somebody and this lane waited for each other, and the database chose this one to give way. */
static bool
start_anew(struct lane *lane, const struct job *job)
{
    if (strcmp(db_sqlstate(&lane->ctx), DEADLOCK) != 0 || lane->tries++ == TRIES)
        return false;
    db_rollback(&lane->ctx);
    err_clear(&lane->ctx);
    return start(lane, job, lane->part);
}

static bool
receive(struct lane *lane, struct job *job, const struct job_parts *parts, bool *whole)
{
    *whole = false;
    if (lane->holds)
        return parts->receive(&lane->ctx, parts->work, lane->part, whole);
    lane->holds = job_begin_receive(&lane->ctx, job);
    return lane->holds;
}

/* Takes the answer of a lane, and either sends what comes next or commits the part. */
static bool
step(struct lane *lane, struct job *job, struct job_parts *parts)
{
    bool anew = !lane->holds, whole;
    if (!receive(lane, job, parts, &whole))
        return start_anew(lane, job);
    if (!whole)
        return parts->send(&lane->ctx, parts->work, lane->part, anew);
    if (!db_commit(&lane->ctx))
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

/* Gives parts to lanes that have none, goes on with the first answer, and so on. *beating: a heartbeat is
 * under way. */
static bool
work(struct ctx *ctx, struct job *job, struct job_parts *parts, struct lane *lanes, size_t n_lanes,
     bool *beating)
{
    for (size_t next = 0;;) {
        struct lane *busy[LANES];
        const struct ctx *sent[LANES + 1];
        size_t n_busy = 0;
        for (struct lane *lane = lanes; lane < lanes + n_lanes; lane++) {
            if (!lane->part && next < parts->n && job->stop == JOB_GO &&
                !start(lane, job, (char *)parts->parts + parts->size * next++))
                return failed(ctx, lane);
            if (lane->part) {
                busy[n_busy] = lane;
                sent[n_busy++] = &lane->ctx;
            }
        }
        sent[n_busy] = ctx;
        size_t n_sent = n_busy + *beating;
        if (!n_sent)
            return true;
        size_t at = db_answered(sent, n_sent, BEAT_MS);
        if (at < n_busy) {
            if (!step(busy[at], job, parts))
                return failed(ctx, busy[at]);
            if (busy[at]->part)
                continue;
        } else if (at < n_sent) {
            *beating = false;
            if (!job_beat_receive(ctx, job))
                return false;
        }
        if (!*beating && !job_beat_send(ctx, job, parts->done, parts->total, beating))
            return false;
    }
}

bool
job_lanes_run(struct ctx *ctx, struct job *job, struct job_parts *parts)
{
    struct arena *owner = arena_new();
    struct lane lanes[LANES];
    size_t n_lanes = 0;
    bool beating = false, ok = job_prepare(ctx);
    while (ok && n_lanes < LANES && n_lanes < parts->n) {
        ok = open_lane(ctx, owner, parts, &lanes[n_lanes]) || failed(ctx, &lanes[n_lanes]);
        n_lanes++;
    }
    ok = ok && work(ctx, job, parts, lanes, n_lanes, &beating);
    /* closes the connections: what is not committed is undone */
    arena_free(owner);
    /* after a failure; the beat's own comes second */
    return (!beating || job_beat_receive(ctx, job)) && ok;
}
