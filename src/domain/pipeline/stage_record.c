/* Recording the answers of a batch. See stage_record.h. */
#include "domain/pipeline/stage_record.h"

#include <string.h>

#include "base/db.h"
#include "domain/pipeline/ledger.h"
#include "statements.h"

enum { FIRST_PAUSE = 30, LONGEST_PAUSE = 3600 };

static const struct field claim_fields[] = {FIELD_I64(struct stage_batch, claim_id), FIELD_END};

bool
stage_plan_make(struct ctx *ctx, const char *names, int64_t entity, struct stage_plan *out)
{
    struct db_strs list;
    if (!db_strs(ctx, names, &list))
        return false;
    *out = (struct stage_plan){.stages = list.values, .n_stages = list.n, .entity = entity};
    return true;
}

bool
stage_plan_read(struct ctx *ctx, int64_t run_id, struct stage_plan *out)
{
    struct row {
        const char *stages;
        int64_t entity, cost;
    } row;
    static const struct field map[] = {FIELD_STR(struct row, stages), FIELD_I64(struct row, entity),
                                       FIELD_I64(struct row, cost), FIELD_END};
    if (!db_one(ctx, &SQL_RUN_PLAN, DB_ARGS(DB_I64(run_id)), map, &row) ||
        !stage_plan_make(ctx, row.stages, row.entity, out))
        return false;
    out->cost = row.cost;
    return true;
}

bool
stage_record_fence(struct ctx *ctx, struct stage_batch *batch)
{
    bool held;
    struct stage_batch claim;
    if (!db_maybe(ctx, &SQL_STAGE_FENCE,
                  DB_ARGS(DB_I64(batch->run_id), DB_I64(batch->claim_id),
                          DB_I64S(stage_ids(ctx, batch), batch->n_items)),
                  claim_fields, &claim, &held))
        return false;
    batch->lost = !held;
    return true;
}

/* The stage of the entity that follows in the run; NULL: none. */
static const char *
next_stage(const struct stage_plan *plan, const struct stage *after)
{
    bool behind = false;
    for (size_t i = 0; i < plan->n_stages; i++) {
        const struct stage *stage = stage_named(plan->stages[i]);
        if (behind && stage && stage->entity == after->entity)
            return stage->name;
        behind = behind || stage == after;
    }
    return NULL;
}

/* The names of the run's stages of an entity that come after `after` (NULL: all of them). */
static const char **
stages_after(struct ctx *ctx, const struct stage_plan *plan, enum record_entity entity,
             const struct stage *after, size_t *n)
{
    const char **names = ARENA_ARRAY(ctx->arena, plan->n_stages + 1, const char *);
    bool behind = !after;
    *n = 0;
    for (size_t i = 0; i < plan->n_stages; i++) {
        const struct stage *stage = stage_named(plan->stages[i]);
        if (behind && stage && stage->entity == entity)
            names[(*n)++] = stage->name;
        behind = behind || stage == after;
    }
    return names;
}

static int64_t
pause_of(const struct stage_item *item)
{
    int64_t pause = FIRST_PAUSE;
    if (item->retry_seconds > 0)
        return item->retry_seconds;
    for (int64_t i = 1; i < item->attempts && pause < LONGEST_PAUSE; i++)
        pause *= 3;
    return pause < LONGEST_PAUSE ? pause : LONGEST_PAUSE;
}

/* The items as the arrays that a statement takes, and how many there are of each answer. */
struct answers {
    size_t n;
    int64_t counts[STAGE_N_RESULTS], cost, worked;
    int64_t *records, *costs, *attempts, *pauses;
    const char **results, **causes, **messages, **ends, **since;
};

static struct answers
answers_of(struct ctx *ctx, const struct stage_batch *batch)
{
    size_t n = batch->n_items + 1;
    struct answers all = {
        .records = ARENA_ARRAY(ctx->arena, n, int64_t),
        .costs = ARENA_ARRAY(ctx->arena, n, int64_t),
        .attempts = ARENA_ARRAY(ctx->arena, n, int64_t),
        .pauses = ARENA_ARRAY(ctx->arena, n, int64_t),
        .results = ARENA_ARRAY(ctx->arena, n, const char *),
        .causes = ARENA_ARRAY(ctx->arena, n, const char *),
        .messages = ARENA_ARRAY(ctx->arena, n, const char *),
        .ends = ARENA_ARRAY(ctx->arena, n, const char *),
        .since = ARENA_ARRAY(ctx->arena, n, const char *),
    };
    for (size_t i = 0; i < batch->n_items; i++) {
        const struct stage_item *item = &batch->items[i];
        if (item->result == STAGE_OPEN)
            continue;
        all.counts[item->result]++;
        all.cost += item->cost_micros;
        all.worked += item->result != STAGE_BLOCKED && item->result != STAGE_SKIPPED;
        all.records[all.n] = item->record_id;
        all.costs[all.n] = item->cost_micros;
        all.attempts[all.n] = item->attempts;
        all.pauses[all.n] = pause_of(item);
        all.results[all.n] = stage_result_name(item->result);
        all.causes[all.n] = item->cause;
        all.messages[all.n] = item->message;
        all.since[all.n] = item->since;
        all.ends[all.n++] = batch->stage->gate && item->result == STAGE_STOPPED ? "1" : "0";
    }
    return all;
}

/* Records whose way through their own stages ends with this batch. */
struct ended {
    int64_t *ids, *stopped;
    const char **messages; /* of the stopped ones */
    size_t n, n_stopped;
};

static struct ended
ended_of(struct ctx *ctx, const struct stage_batch *batch, bool last)
{
    struct ended ended = {.ids = ARENA_ARRAY(ctx->arena, batch->n_items + 1, int64_t),
                          .stopped = ARENA_ARRAY(ctx->arena, batch->n_items + 1, int64_t),
                          .messages = ARENA_ARRAY(ctx->arena, batch->n_items + 1, const char *)};
    for (size_t i = 0; i < batch->n_items; i++) {
        const struct stage_item *item = &batch->items[i];
        if (batch->stage->gate && item->result == STAGE_STOPPED) {
            ended.messages[ended.n_stopped] = item->message;
            ended.stopped[ended.n_stopped++] = item->record_id;
        } else if (last && item->result != STAGE_OPEN && item->result != STAGE_RETRY) {
            ended.ids[ended.n++] = item->record_id;
        }
    }
    return ended;
}

static bool
block(struct ctx *ctx, const struct stage_batch *batch, enum record_entity entity,
      const char *const *names, size_t n_names, const int64_t *ids, const char *const *messages,
      size_t n)
{
    return !n || !n_names ||
           db_exec(ctx, &SQL_STAGE_BLOCK,
                   DB_ARGS(DB_I64(batch->run_id), DB_I64(entity), DB_STRS(names, n_names),
                           DB_I64S(ids, n), DB_STR("gate"), DB_STRS(messages, n)),
                   NULL);
}

/* The chosen people of companies that the gate stopped. */
static bool
drop_people(struct ctx *ctx, const struct stage_batch *batch, const struct ended *ended,
            const char *const *names, size_t n_names)
{
    struct row {
        int64_t record_id, company_id;
    } * rows;
    static const struct field map[] = {FIELD_I64(struct row, record_id),
                                       FIELD_I64(struct row, company_id), FIELD_END};
    size_t n;
    if (!DB_ALL(ctx, &SQL_STAGE_PEOPLE_DROP,
                DB_ARGS(DB_I64(batch->run_id), DB_I64S(ended->stopped, ended->n_stopped)), map,
                &rows, &n))
        return false;
    int64_t *ids = ARENA_ARRAY(ctx->arena, n + 1, int64_t);
    const char **messages = ARENA_ARRAY(ctx->arena, n + 1, const char *);
    for (size_t i = 0; i < n; i++) {
        ids[i] = rows[i].record_id;
        for (size_t j = 0; j < ended->n_stopped; j++)
            if (ended->stopped[j] == rows[i].company_id)
                messages[i] = ended->messages[j];
    }
    return block(ctx, batch, RECORD_CONTACT, names, n_names, ids, messages, n);
}

/* What the end of companies means for their people. */
static bool
people(struct ctx *ctx, const struct stage_batch *batch, const struct stage_plan *plan,
       const struct ended *ended)
{
    size_t n;
    const char **names = stages_after(ctx, plan, RECORD_CONTACT, NULL, &n);
    if (!n)
        return true;
    if (ended->n &&
        !(plan->entity == RECORD_COMPANY
              ? db_exec(ctx, &SQL_STAGE_PEOPLE_ADD,
                        DB_ARGS(DB_I64(batch->run_id), DB_I64S(ended->ids, ended->n),
                                DB_STR(names[0]), DB_STRS(names, n)),
                        NULL)
              : db_exec(ctx, &SQL_STAGE_PEOPLE_LET,
                        DB_ARGS(DB_I64(batch->run_id), DB_I64S(ended->ids, ended->n)), NULL)))
        return false;
    return !ended->n_stopped || plan->entity == RECORD_COMPANY ||
           drop_people(ctx, batch, ended, names, n);
}

bool
stage_record(struct ctx *ctx, struct stage_batch *batch, const struct stage_plan *plan,
             double seconds)
{
    for (size_t i = 0; i < batch->n_items; i++)
        if (batch->items[i].result == STAGE_RETRY &&
            batch->items[i].attempts >= batch->stage->max_attempts)
            batch->items[i].result = STAGE_FAILED;
    struct answers all = answers_of(ctx, batch);
    if (!all.n)
        return true;
    const int64_t counts[] = {all.counts[STAGE_DONE],     all.counts[STAGE_PARTIAL],
                              all.counts[STAGE_NO_MATCH], all.counts[STAGE_STOPPED],
                              all.counts[STAGE_BLOCKED],  all.counts[STAGE_SKIPPED],
                              all.counts[STAGE_FAILED]};
    const char *next = next_stage(plan, batch->stage);
    struct ended ended = ended_of(ctx, batch, !next);
    size_t n_after;
    const char **after = stages_after(ctx, plan, batch->stage->entity, batch->stage, &n_after);
    return ledger_settle(ctx, batch) &&
           db_queue(ctx, &SQL_STAGE_RECORD,
                    DB_ARGS(DB_I64(batch->run_id), DB_I64(batch->stage->entity),
                            DB_STR(batch->stage->name), DB_STR(next),
                            DB_F64(seconds / (double)all.n), DB_I64S(all.records, all.n),
                            DB_STRS(all.results, all.n), DB_STRS(all.causes, all.n),
                            DB_STRS(all.messages, all.n), DB_I64S(all.costs, all.n),
                            DB_I64S(all.attempts, all.n), DB_I64S(all.pauses, all.n),
                            DB_STRS(all.ends, all.n), DB_STRS(all.since, all.n),
                            DB_I64S(counts, sizeof counts / sizeof *counts), DB_I64(all.cost),
                            DB_I64(all.worked))) &&
           block(ctx, batch, batch->stage->entity, after, n_after, ended.stopped, ended.messages,
                 ended.n_stopped) &&
           (batch->stage->entity != RECORD_COMPANY || people(ctx, batch, plan, &ended));
}

bool
stage_record_release(struct ctx *ctx, const struct stage_batch *batch)
{
    int64_t *ids = ARENA_ARRAY(ctx->arena, batch->n_items + 1, int64_t);
    int64_t *attempts = ARENA_ARRAY(ctx->arena, batch->n_items + 1, int64_t);
    const char **since = ARENA_ARRAY(ctx->arena, batch->n_items + 1, const char *);
    size_t n = 0;
    for (size_t i = 0; i < batch->n_items; i++) {
        if (batch->items[i].result != STAGE_OPEN)
            continue;
        ids[n] = batch->items[i].record_id;
        attempts[n] = batch->items[i].attempts;
        since[n++] = batch->items[i].since;
    }
    return !n || db_exec(ctx, &SQL_STAGE_RELEASE,
                         DB_ARGS(DB_I64(batch->run_id), DB_I64(batch->stage->entity),
                                 DB_STR(batch->stage->name), DB_I64S(ids, n), DB_I64S(attempts, n),
                                 DB_STRS(since, n)),
                         NULL);
}
