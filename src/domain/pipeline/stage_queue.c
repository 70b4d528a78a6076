/* Claiming, working, recording. See stage_queue.h. */
#include "domain/pipeline/stage_queue.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/db.h"
#include "domain/pipeline/ledger.h"
#include "domain/pipeline/stage_record.h"
#include "statements.h"

enum { ALL_ANEW = 10, MAX_STAGES = 64, DAY = 86400 };

static const struct field lane_fields[] = {
    FIELD_I64(struct stage_lane, tenant_id),
    FIELD_I64(struct stage_lane, run_id),
    FIELD_STR(struct stage_lane, stage),
    FIELD_STR(struct stage_lane, stages),
    FIELD_I64(struct stage_lane, entity),
    FIELD_I64(struct stage_lane, redo_days),
    FIELD_I64(struct stage_lane, priority),
    FIELD_I64(struct stage_lane, actor),
    FIELD_I64(struct stage_lane, cost),
    FIELD_I64(struct stage_lane, low),
    FIELD_END,
};

struct claimed {
    int64_t claim_id, record_id, place, attempts;
    const char *since;
};
static const struct field claimed_fields[] = {
    FIELD_I64(struct claimed, claim_id), FIELD_I64(struct claimed, record_id),
    FIELD_I64(struct claimed, place),    FIELD_I64(struct claimed, attempts),
    FIELD_STR(struct claimed, since),    FIELD_END,
};

void
stage_queue_open(struct stage_queue *queue, const char *worker)
{
    struct timespec time;
    clock_gettime(CLOCK_REALTIME, &time);
    memset(queue, 0, sizeof *queue);
    queue->arena = arena_new();
    queue->worker = worker;
    queue->seed = (uint64_t)time.tv_nsec * 2654435761U + (uint64_t)time.tv_sec + 1;
}

void
stage_queue_close(struct stage_queue *queue)
{
    arena_free(queue->arena);
    queue->arena = NULL;
    queue->n_lanes = 0;
}

/* The next number by chance, below `bound`. */
static size_t
chance(struct stage_queue *queue, size_t bound)
{
    queue->seed = queue->seed * 6364136223846793005U + 1442695040888963407U;
    return (size_t)(queue->seed >> 33) % bound;
}

/* Lanes whose mark is known but in which nothing was ready stay behind the others: their rows that have
 * gone need not be walked over again. */
static void
keep_marks(struct stage_queue *queue, const struct stage_lane *known, size_t n_known,
           size_t n_ready)
{
    struct stage_lane *all = ARENA_ARRAY(queue->arena, n_ready + n_known + 1, struct stage_lane);
    if (n_ready)
        memcpy(all, queue->lanes, n_ready * sizeof *all);
    queue->n_known = n_ready;
    for (size_t i = 0; i < n_known; i++) {
        bool ready = false;
        for (size_t j = 0; j < n_ready && !ready; j++)
            ready = all[j].run_id == known[i].run_id && !strcmp(all[j].stage, known[i].stage);
        if (ready)
            continue;
        all[queue->n_known] = known[i];
        all[queue->n_known++].stage = arena_strdup(queue->arena, known[i].stage);
    }
    queue->lanes = all;
    queue->n_lanes = n_ready;
}

/* Where work is, as far as the marks do not tell that there is none. */
static bool
look_around(struct ctx *ctx, struct stage_queue *queue)
{
    /* A row may become ready below the mark, committed late: so all is looked at now and then, and when
     * there is nothing else to do. */
    size_t n = ++queue->looks % ALL_ANEW && queue->n_lanes ? queue->n_known : 0, n_ready;
    int64_t *runs = ARENA_ARRAY(ctx->arena, n + 1, int64_t);
    int64_t *lows = ARENA_ARRAY(ctx->arena, n + 1, int64_t);
    const char **names = ARENA_ARRAY(ctx->arena, n + 1, const char *);
    struct stage_lane *known = ARENA_ARRAY(ctx->arena, n + 1, struct stage_lane);
    for (size_t i = 0; i < n; i++) {
        known[i] = queue->lanes[i];
        runs[i] = known[i].run_id;
        lows[i] = known[i].low;
        names[i] = known[i].stage = arena_strdup(ctx->arena, known[i].stage);
    }
    struct arena *unit = ctx->arena;
    queue->n_lanes = queue->n_known = 0;
    arena_reset(queue->arena);
    ctx->arena = queue->arena;
    bool ok = DB_ALL(ctx, &SQL_STAGE_LANES,
                     DB_ARGS(DB_I64S(runs, n), DB_STRS(names, n), DB_I64S(lows, n)), lane_fields,
                     &queue->lanes, &n_ready);
    ctx->arena = unit;
    if (ok)
        keep_marks(queue, known, n, n_ready);
    return ok;
}

bool
stage_queue_refresh(struct ctx *ctx, struct stage_queue *queue)
{
    if (!db_exec(ctx, &SQL_STAGE_DUE, DB_NO_ARGS, NULL) || !look_around(ctx, queue))
        return false;
    int64_t *busy = ARENA_ARRAY(ctx->arena, queue->n_lanes + 1, int64_t), ended;
    for (size_t i = 0; i < queue->n_lanes; i++)
        busy[i] = queue->lanes[i].run_id;
    return db_i64(ctx, &SQL_RUN_SWEEP, DB_ARGS(DB_I64S(busy, queue->n_lanes)), &ended);
}

static size_t
rank_of(const char *name)
{
    for (size_t i = 0; stages[i]; i++)
        if (!strcmp(stages[i]->name, name))
            return i + 1;
    return 0;
}

/* The lane to claim from next: a tenant by chance, in it the highest priority, in that the latest
 * stage. NULL: nothing that this program knows is ready. */
static struct stage_lane *
choose(struct stage_queue *queue)
{
    size_t n_tenants = 0;
    int64_t tenant = 0;
    for (size_t i = 0; i < queue->n_lanes; i++) {
        bool seen = !rank_of(queue->lanes[i].stage);
        for (size_t j = 0; j < i && !seen; j++)
            seen = queue->lanes[j].tenant_id == queue->lanes[i].tenant_id &&
                   rank_of(queue->lanes[j].stage);
        if (!seen && chance(queue, ++n_tenants) == 0)
            tenant = queue->lanes[i].tenant_id;
    }
    struct stage_lane *best = NULL;
    for (size_t i = 0; i < queue->n_lanes; i++) {
        struct stage_lane *lane = &queue->lanes[i];
        if (lane->tenant_id == tenant && rank_of(lane->stage) &&
            (!best || lane->priority > best->priority ||
             (lane->priority == best->priority && rank_of(lane->stage) > rank_of(best->stage))))
            best = lane;
    }
    return best;
}

/* Nothing is ready in a lane: only its mark is remembered. */
static void
forget(struct stage_queue *queue, struct stage_lane *lane)
{
    struct stage_lane last = queue->lanes[--queue->n_lanes];
    queue->lanes[queue->n_lanes] = *lane;
    *lane = last;
}

/* A batch out of claimed rows. */
static struct stage_batch
batch_of(struct ctx *ctx, const struct stage_queue *queue, const struct stage_lane *lane,
         const struct claimed *rows, size_t n)
{
    struct stage_batch batch = {.stage = stage_named(lane->stage),
                                .tenant_id = lane->tenant_id,
                                .run_id = lane->run_id,
                                .actor = lane->actor,
                                .claim_id = rows[0].claim_id,
                                .cost_micros = stage_cost(stage_named(lane->stage), lane->cost),
                                .items = ARENA_ARRAY(ctx->arena, n + 1, struct stage_item),
                                .n_items = n,
                                .must_end = queue->must_end,
                                .worker = queue->runner};
    for (size_t i = 0; i < n; i++)
        batch.items[i] = (struct stage_item){
            .record_id = rows[i].record_id, .attempts = rows[i].attempts, .since = rows[i].since};
    return batch;
}

/* Claims from the lanes until one has something. */
static bool
claim(struct ctx *ctx, struct stage_queue *queue, struct stage_lane *from,
      struct stage_batch *batch, bool *found)
{
    *found = false;
    for (struct stage_lane *lane = choose(queue); lane; lane = choose(queue)) {
        const struct stage *stage = stage_named(lane->stage);
        struct claimed *rows;
        size_t n;
        if (!DB_ALL(ctx, &SQL_STAGE_CLAIM,
                    DB_ARGS(DB_I64(lane->tenant_id), DB_I64(lane->run_id), DB_I64(stage->entity),
                            DB_STR(lane->stage), DB_I64(lane->low), DB_I64(stage->batch),
                            DB_I64(stage->lease_seconds), DB_STR(queue->worker)),
                    claimed_fields, &rows, &n))
            return false;
        /* What was claimed need not be walked over again, however long its rows stay about. */
        for (size_t i = 0; i < n; i++)
            if (rows[i].place >= lane->low)
                lane->low = rows[i].place + 1;
        if (n) {
            *from = *lane;
            from->stages = arena_strdup(ctx->arena, lane->stages);
            *batch = batch_of(ctx, queue, lane, rows, n);
            *found = true;
            return true;
        }
        forget(queue, lane);
    }
    return true;
}

/* Opens the transaction that writes, in the batch's tenant. */
static bool
begin(struct ctx *ctx, const struct stage_batch *batch)
{
    return db_begin(ctx, false) &&
           db_queue(ctx, &SQL_STAGE_ENTER, DB_ARGS(DB_I64(batch->tenant_id), DB_ID(batch->actor)));
}

struct look {
    int64_t record_id, age;
    bool present, outdated;
    const char *country, *missing, *missing_result, *missing_cause;
};
static const struct field look_fields[] = {
    FIELD_I64(struct look, record_id),
    FIELD_BOOL(struct look, present),
    FIELD_STR(struct look, country),
    FIELD_I64(struct look, age),
    FIELD_BOOL(struct look, outdated),
    FIELD_STR(struct look, missing),
    FIELD_STR(struct look, missing_result),
    FIELD_STR(struct look, missing_cause),
    FIELD_END,
};

static bool
is_among(const char *const *list, const char *value)
{
    for (; value && *list; list++)
        if (!strcmp(*list, value))
            return true;
    return false;
}

static size_t
count_of(const char *const *list)
{
    size_t n = 0;
    while (list && list[n])
        n++;
    return n;
}

static void
answer_missing(struct ctx *ctx, struct stage_item *item, const struct look *look)
{
    const struct stage *missing = stage_named(look->missing);
    const char *label = missing ? missing->label : look->missing;
    if (!look->missing_result)
        stage_end(ctx, item, STAGE_BLOCKED, "missing", "%s has not been done.", label);
    else
        stage_end(ctx, item, STAGE_BLOCKED, look->missing, "%s found nothing to go on with (%s).",
                  label, look->missing_cause ? look->missing_cause : look->missing_result);
}

/* Answers for items that need no work. */
static void
prejudge(struct ctx *ctx, const struct stage_batch *batch, const struct stage_lane *lane,
         struct stage_item *item, const struct look *look)
{
    if (!look->present)
        stage_end(ctx, item, STAGE_SKIPPED, "gone", "It has been deleted.");
    else if (look->missing)
        answer_missing(ctx, item, look);
    else if (batch->stage->countries && !is_among(batch->stage->countries, look->country))
        stage_end(ctx, item, STAGE_SKIPPED, "country", "This is not done for %s.",
                  look->country ? look->country : "an unknown country");
    else if (look->age >= 0 && !look->outdated && look->age < lane->redo_days * DAY)
        stage_end(ctx, item, STAGE_SKIPPED, "fresh", "The last result is younger than %lld days.",
                  (long long)lane->redo_days);
}

static bool
look_at(struct ctx *ctx, struct stage_batch *batch, const struct stage_lane *lane)
{
    const struct stage *stage = batch->stage;
    const char *before[MAX_STAGES];
    size_t n_before = 0;
    for (const char *const *name = stage->hard; name && *name && n_before < MAX_STAGES; name++)
        before[n_before++] = *name;
    for (const char *const *name = stage->soft; name && *name && n_before < MAX_STAGES; name++)
        before[n_before++] = *name;
    const int64_t *ids = stage_ids(ctx, batch);
    struct look *looks;
    size_t n;
    if (!stage_begin(ctx, batch) ||
        !DB_ALL(ctx,
                stage->entity == RECORD_COMPANY ? &SQL_STAGE_LOOK_COMPANY : &SQL_STAGE_LOOK_CONTACT,
                DB_ARGS(DB_I64S(ids, batch->n_items), DB_STR(stage->name),
                        DB_STRS(stage->hard, count_of(stage->hard)), DB_STRS(before, n_before),
                        DB_I64S(ids, lane->redo_days > 0 ? batch->n_items : 0)),
                look_fields, &looks, &n) ||
        !db_commit(ctx))
        return false;
    for (size_t i = 0; i < n; i++) {
        /* Mostly the rows come in the order of the items. */
        size_t at = i;
        for (size_t tries = 0; batch->items[at].record_id != looks[i].record_id; tries++) {
            if (tries == batch->n_items)
                return err_raise(ctx, ERR_BUG, "a look at what was not asked for");
            at = (at + 1) % batch->n_items;
        }
        prejudge(ctx, batch, lane, &batch->items[at], &looks[i]);
    }
    return true;
}

static double
now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/* The items that are (open) or are not. */
static struct stage_batch
part_of(struct ctx *ctx, const struct stage_batch *batch, bool open)
{
    struct stage_batch part = *batch;
    part.items = ARENA_ARRAY(ctx->arena, batch->n_items + 1, struct stage_item);
    part.n_items = 0;
    for (size_t i = 0; i < batch->n_items; i++)
        if ((batch->items[i].result == STAGE_OPEN) == open)
            part.items[part.n_items++] = batch->items[i];
    return part;
}

/* The items that are to be written: answered, and not to be tried again. */
static struct stage_batch
found_of(struct ctx *ctx, const struct stage_batch *batch, size_t **at)
{
    struct stage_batch part = *batch;
    part.items = ARENA_ARRAY(ctx->arena, batch->n_items + 1, struct stage_item);
    *at = ARENA_ARRAY(ctx->arena, batch->n_items + 1, size_t);
    part.n_items = 0;
    for (size_t i = 0; i < batch->n_items; i++)
        switch (batch->items[i].result) {
        case STAGE_DONE:
        case STAGE_PARTIAL:
        case STAGE_NO_MATCH:
        case STAGE_STOPPED:
            (*at)[part.n_items] = i;
            part.items[part.n_items++] = batch->items[i];
            break;
        case STAGE_OPEN:
        case STAGE_BLOCKED:
        case STAGE_SKIPPED:
        case STAGE_RETRY:
        case STAGE_FAILED:
        case STAGE_N_RESULTS:
            break;
        }
    return part;
}

/* The rest of a transaction that records answers and nothing else. */
static bool
record(struct ctx *ctx, struct stage_batch *batch, const struct stage_plan *plan)
{
    return stage_record_fence(ctx, batch) && (batch->lost || stage_record(ctx, batch, plan, 0)) &&
           db_commit(ctx);
}

/* The transaction that counts: claims held, found things written, answers recorded. */
static bool
commit(struct ctx *ctx, struct stage_batch *batch, const struct stage_plan *plan, double seconds)
{
    size_t *at;
    if (!begin(ctx, batch) || !stage_record_fence(ctx, batch))
        return false;
    if (batch->lost)
        return db_commit(ctx);
    struct stage_batch found = found_of(ctx, batch, &at);
    if (found.n_items && batch->stage->write && !batch->stage->write(ctx, &found))
        return false;
    for (size_t i = 0; i < found.n_items; i++)
        batch->items[at[i]] = found.items[i];
    return stage_record(ctx, batch, plan, seconds) && stage_record_release(ctx, batch) &&
           db_commit(ctx);
}

static void
remark(char note[STAGE_NOTE_SIZE], const struct stage_batch *batch, const struct err *err)
{
    snprintf(note, STAGE_NOTE_SIZE, "run %lld, stage %s, %zu records: %s: %s",
             (long long)batch->run_id, batch->stage->name, batch->n_items, err_kind_name(err->kind),
             err->message);
    size_t length = strlen(note);
    if (err->kind == ERR_BUG)
        snprintf(note + length, STAGE_NOTE_SIZE - length, " at %s:%d", err->file, err->line);
}

/* Answers for a batch whose work failed as a whole. */
static bool
answer_failure(struct ctx *ctx, struct stage_batch *batch, const struct stage_plan *plan,
               const struct err *err)
{
    bool again = err->kind == ERR_CONFLICT || err->kind == ERR_UNAVAILABLE;
    for (size_t i = 0; i < batch->n_items; i++)
        stage_end(ctx, &batch->items[i], again ? STAGE_RETRY : STAGE_FAILED,
                  again ? "unavailable" : "fault", "%s",
                  err->kind == ERR_BUG ? "This is a fault of the program; its log names the place."
                                       : err->message);
    return begin(ctx, batch) && record(ctx, batch, plan);
}

static bool
attempt(struct ctx *ctx, struct stage_batch *batch, const struct stage_plan *plan)
{
    double from = now();
    batch->beat = from;
    return batch->stage->work(ctx, batch) && commit(ctx, batch, plan, now() - from);
}

static void
reset(struct stage_batch *batch)
{
    for (size_t i = 0; i < batch->n_items; i++) {
        batch->items[i].result = STAGE_OPEN;
        batch->items[i].cost_micros = 0;
        batch->items[i].own = NULL;
    }
}

/* Each record alone: one that cannot be done does not take the others with it. */
static bool
work_alone(struct ctx *ctx, struct stage_batch *batch, const struct stage_plan *plan,
           char note[STAGE_NOTE_SIZE])
{
    for (size_t i = 0; i < batch->n_items && !batch->stop; i++) {
        struct stage_batch one = *batch;
        one.items = &batch->items[i];
        one.n_items = 1;
        bool recorded = attempt(ctx, &one, plan);
        batch->stop = one.stop;
        if (recorded)
            continue;
        db_rollback(ctx);
        struct err err = ctx->err;
        err_clear(ctx);
        if (one.lost)
            continue;
        remark(note, &one, &err);
        if (!answer_failure(ctx, &one, plan, &err))
            return false;
    }
    return true;
}

/* Works on the open items. False: the database is away. */
static bool
work(struct ctx *ctx, struct stage_batch *batch, const struct stage_plan *plan,
     char note[STAGE_NOTE_SIZE])
{
    if (attempt(ctx, batch, plan))
        return true;
    db_rollback(ctx);
    struct err err = ctx->err;
    err_clear(ctx);
    if (batch->lost)
        return true;
    reset(batch);
    if (batch->n_items > 1 && err.kind != ERR_UNAVAILABLE)
        return work_alone(ctx, batch, plan, note);
    remark(note, batch, &err);
    return answer_failure(ctx, batch, plan, &err);
}

/* Records what needed no work; the rest stays in the batch. */
static bool
record_prejudged(struct ctx *ctx, struct stage_batch *batch, const struct stage_plan *plan)
{
    struct stage_batch easy = part_of(ctx, batch, false);
    *batch = part_of(ctx, batch, true);
    if (easy.n_items && (!begin(ctx, &easy) || !record(ctx, &easy, plan)))
        return false;
    if (easy.lost)
        batch->n_items = 0;
    return true;
}

bool
stage_queue_work(struct ctx *ctx, struct stage_queue *queue, bool *found,
                 char note[STAGE_NOTE_SIZE])
{
    struct stage_lane lane = {0};
    struct stage_batch batch;
    bool affordable = true;
    *note = '\0';
    if (!claim(ctx, queue, &lane, &batch, found) || !*found)
        return ctx->err.kind == ERR_NONE;
    struct stage_plan plan;
    if (!stage_plan_make(ctx, lane.stages, lane.entity, &plan) || !look_at(ctx, &batch, &lane) ||
        !record_prejudged(ctx, &batch, &plan))
        return false;
    if (!batch.n_items)
        return true;
    if (!ledger_hold(ctx, &batch, &affordable))
        return false;
    if (!affordable) {
        snprintf(note, STAGE_NOTE_SIZE, "run %lld is paused: its money is used up",
                 (long long)batch.run_id);
        return true;
    }
    return work(ctx, &batch, &plan, note);
}

/* One lost claim: its records are tried again, or have failed after the last attempt. */
static bool
take_over(struct ctx *ctx, const char *worker, size_t *n)
{
    struct lost {
        int64_t claim_id, tenant_id, run_id, record_id, attempts;
        const char *stage, *since;
    } * rows;
    static const struct field map[] = {
        FIELD_I64(struct lost, claim_id),  FIELD_I64(struct lost, tenant_id),
        FIELD_I64(struct lost, run_id),    FIELD_STR(struct lost, stage),
        FIELD_I64(struct lost, record_id), FIELD_I64(struct lost, attempts),
        FIELD_STR(struct lost, since),     FIELD_END,
    };
    const char *known[MAX_STAGES];
    size_t n_known = 0;
    for (size_t i = 0; stages[i] && n_known < MAX_STAGES; i++)
        known[n_known++] = stages[i]->name;
    if (!DB_ALL(ctx, &SQL_STAGE_LOST, DB_ARGS(DB_STR(worker), DB_STRS(known, n_known)), map, &rows,
                n))
        return false;
    if (!*n)
        return true;
    struct stage_batch batch = {.stage = stage_named(rows[0].stage),
                                .tenant_id = rows[0].tenant_id,
                                .run_id = rows[0].run_id,
                                .claim_id = rows[0].claim_id,
                                .items = ARENA_ARRAY(ctx->arena, *n, struct stage_item),
                                .n_items = *n};
    for (size_t i = 0; i < *n; i++) {
        batch.items[i] = (struct stage_item){
            .record_id = rows[i].record_id, .attempts = rows[i].attempts, .since = rows[i].since};
        stage_end(ctx, &batch.items[i], STAGE_RETRY, "worker_lost",
                  "The worker ended in the middle of it.");
        batch.items[i].retry_seconds = 1;
    }
    struct stage_plan plan;
    if (!begin(ctx, &batch) || !stage_plan_read(ctx, batch.run_id, &plan))
        return false;
    batch.cost_micros = stage_cost(batch.stage, plan.cost);
    return record(ctx, &batch, &plan);
}

bool
stage_queue_sweep(struct ctx *ctx, const char *worker, int64_t *n)
{
    size_t some = 1;
    int64_t left, unheld;
    *n = 0;
    while (some) {
        if (!take_over(ctx, worker, &some))
            return false;
        *n += (int64_t)some;
    }
    if (!db_exec(ctx, &SQL_STAGE_LEFT, DB_NO_ARGS, &left) ||
        !db_exec(ctx, &SQL_STAGE_UNHELD, DB_NO_ARGS, &unheld))
        return false;
    *n += left + unheld;
    return true;
}
