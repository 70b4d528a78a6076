/* Parts of a bulk action side by side. See bulk_lanes.h. Each part holds the job's claim in its own
 * transaction, so that whoever takes the job over finds every part whole or not begun. The answers are
 * taken as they come: a part that is done must not wait for one that waits for somebody else, who may
 * in turn wait for the first. */
#include "domain/bulk/bulk_lanes.h"

#include <string.h>

#include "base/db.h"

enum { LANES = 3, TRIES = 20, BEAT_MS = 1000 };
#define DEADLOCK "40P01"

struct lane {
    struct ctx ctx;
    struct bulk_part *part; /* NULL: it has none */
    int tries;              /* how often that was begun anew */
};

static void
free_arena(void *arena)
{
    arena_free(arena);
}

/* A lane knows its statement before any of them has begun: where somebody waits for a lock on the whole
 * table, one that only learns it would wait behind him, and he for a part of ours that is done. */
static bool
open_lane(const struct ctx *ctx, struct arena *owner, const struct bulk *bulk, struct lane *lane)
{
    *lane = (struct lane){
        .ctx = {.arena = arena_new(), .conf = ctx->conf}
    };
    arena_defer(owner, free_arena, lane->ctx.arena);
    return db_open_beside(ctx, owner, &lane->ctx) && bulk_part_prepare(&lane->ctx, bulk);
}

static bool
start(struct lane *lane, struct job *job, const struct bulk *bulk, struct bulk_part *part)
{
    lane->part = part;
    *part = (struct bulk_part){.first = part->first, .last = part->last};
    return job_begin(&lane->ctx, job) && bulk_part_send(&lane->ctx, bulk, part);
}

/* Where somebody and this lane waited for each other, and the database chose this one to give way. */
static bool
start_anew(struct lane *lane, struct job *job, const struct bulk *bulk)
{
    if (strcmp(db_sqlstate(&lane->ctx), DEADLOCK) != 0 || lane->tries++ == TRIES)
        return false;
    db_rollback(&lane->ctx);
    err_clear(&lane->ctx);
    return start(lane, job, bulk, lane->part);
}

/* Takes the answer of a lane, and either sends the part once more or commits it. */
static bool
step(struct lane *lane, struct job *job, struct bulk *bulk)
{
    bool whole;
    if (!bulk_part_receive(&lane->ctx, bulk, lane->part, &whole))
        return start_anew(lane, job, bulk);
    if (!whole)
        return bulk_part_send(&lane->ctx, bulk, lane->part);
    if (!bulk_part_note(&lane->ctx, bulk, lane->part) || !db_commit(&lane->ctx))
        return false;
    bulk->done += lane->part->last - lane->part->first + 1;
    bulk->changed += lane->part->changed;
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
work(struct ctx *ctx, struct job *job, struct bulk *bulk, struct bulk_part *parts, size_t n,
     struct lane *lanes, size_t n_lanes)
{
    for (size_t next = 0;;) {
        struct lane *busy[LANES];
        const struct ctx *sent[LANES];
        size_t n_busy = 0;
        for (struct lane *lane = lanes; lane < lanes + n_lanes; lane++) {
            if (!lane->part && next < n && job->stop == JOB_GO &&
                !start(lane, job, bulk, &parts[next++]))
                return failed(ctx, lane);
            if (lane->part) {
                busy[n_busy] = lane;
                sent[n_busy++] = &lane->ctx;
            }
        }
        if (!n_busy)
            return true;
        size_t at = db_answered(sent, n_busy, BEAT_MS);
        if (at < n_busy && !step(busy[at], job, bulk))
            return failed(ctx, busy[at]);
        if (!job_heartbeat(ctx, job, bulk->done, bulk->n_ids))
            return false;
    }
}

bool
bulk_lanes_run(struct ctx *ctx, struct job *job, struct bulk *bulk, struct bulk_part *parts,
               size_t n)
{
    struct arena *owner = arena_new();
    struct lane lanes[LANES];
    size_t n_lanes = 0;
    bool ok = true;
    while (ok && n_lanes < LANES && n_lanes < n) {
        ok = open_lane(ctx, owner, bulk, &lanes[n_lanes]) || failed(ctx, &lanes[n_lanes]);
        n_lanes++;
    }
    ok = ok && work(ctx, job, bulk, parts, n, lanes, n_lanes);
    /* closes the connections: what is not committed is undone */
    arena_free(owner);
    return ok;
}
