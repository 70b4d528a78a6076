/* Comparing versions on what is stored. See icp_compare.h. */
#include "domain/scoring/icp_compare.h"

#include <stdlib.h>
#include <string.h>

#include "base/db.h"
#include "domain/scoring/icp_version.h"
#include "domain/scoring/score_store.h"
#include "statements.h"

enum { BATCH = 500, TOTAL_MOST = 500, TIERS_MOST = 2 * ICP_TIERS_MOST };

bool
icp_compare_read(struct ctx *ctx, int64_t version, struct icp_compare *out, bool *found)
{
    static const struct field map[] = {FIELD_I64(struct icp_compare, version),
                                       FIELD_I64(struct icp_compare, revision),
                                       FIELD_I64(struct icp_compare, against),
                                       FIELD_I64(struct icp_compare, job_id),
                                       FIELD_I64(struct icp_compare, companies),
                                       FIELD_I64(struct icp_compare, started_ms),
                                       FIELD_I64(struct icp_compare, finished_ms),
                                       FIELD_STR(struct icp_compare, tally),
                                       FIELD_END};
    return db_maybe(ctx, &SQL_ICP_COMPARE_READ, DB_ARGS(DB_I64(version)), map, out, found);
}

bool
icp_compare_moves(struct ctx *ctx, int64_t version, int64_t most, struct icp_compare_move **out,
                  size_t *n)
{
    static const struct field map[] = {FIELD_I64(struct icp_compare_move, company_id),
                                       FIELD_I64(struct icp_compare_move, total_before),
                                       FIELD_I64(struct icp_compare_move, total_after),
                                       FIELD_BOOL(struct icp_compare_move, scored),
                                       FIELD_STR(struct icp_compare_move, name),
                                       FIELD_STR(struct icp_compare_move, tier_before),
                                       FIELD_STR(struct icp_compare_move, tier_after),
                                       FIELD_STR(struct icp_compare_move, status),
                                       FIELD_END};
    return DB_ALL(ctx, &SQL_ICP_COMPARE_MOVES, DB_ARGS(DB_I64(version), DB_I64(most)), map, out, n);
}

bool
icp_compare_tally(struct ctx *ctx, const struct icp_compare *compare, struct icp_compare_tally *out)
{
    struct jsn *tally;
    *out = (struct icp_compare_tally){0};
    if (!compare->tally)
        return true;
    if (!jsn_read(ctx, ctx->arena, compare->tally, strlen(compare->tally), &tally))
        return false;
    const struct jsn *totals = jsn_get(tally, "totals"), *tiers = jsn_get(tally, "tiers");
    out->moved = jsn_as_int(jsn_get(tally, "moved"), 0);
    out->n_totals = jsn_length(totals);
    out->totals = ARENA_ARRAY(ctx->arena, out->n_totals + 1, struct icp_compare_total);
    for (size_t i = 0; i < out->n_totals; i++) {
        const struct jsn *row = jsn_at(totals, i);
        out->totals[i] =
            (struct icp_compare_total){jsn_as_int(jsn_at(row, 0), 0), jsn_as_int(jsn_at(row, 1), 0),
                                       jsn_as_int(jsn_at(row, 2), 0)};
    }
    out->n_tiers = jsn_length(tiers);
    out->tiers = ARENA_ARRAY(ctx->arena, out->n_tiers + 1, struct icp_compare_tier);
    for (size_t i = 0; i < out->n_tiers; i++) {
        const struct jsn *row = jsn_at(tiers, i);
        out->tiers[i] = (struct icp_compare_tier){jsn_as_text(jsn_get(row, "tier"), ""),
                                                  jsn_as_int(jsn_get(row, "before"), 0),
                                                  jsn_as_int(jsn_get(row, "after"), 0)};
    }
    return true;
}

bool
icp_compare_start(struct ctx *ctx, int64_t version, int64_t *job_id)
{
    struct icp_version one;
    struct icp_model model;
    int64_t active;
    return icp_version_ensure(ctx) && icp_version_read(ctx, version, &one, &model) &&
           db_i64(ctx, &SQL_ICP_VERSION_NUMBER, DB_NO_ARGS, &active) &&
           job_enqueue(ctx, "icp_compare", version, NULL, job_id) &&
           db_exec(ctx, &SQL_ICP_COMPARE_START,
                   DB_ARGS(DB_I64(version), DB_I64(one.revision), DB_I64(active), DB_I64(*job_id)),
                   NULL);
}

/* --- the job --------------------------------------------------------------------------------- */

/* What one run counts. It begins anew when it is taken over: nothing of it is kept half done. */
struct counting {
    struct job *job;
    struct arena *owner;
    struct score_model model;
    int64_t after, companies, total;
    int64_t before[2 * TOTAL_MOST + 1], now[2 * TOTAL_MOST + 1]; /* by total + TOTAL_MOST */
    struct icp_compare_tier tiers[TIERS_MOST];
    size_t n_tiers;
    int64_t moved;
};

struct known {
    int64_t company_id, total;
    const char *tier; /* NULL: no score */
};

static size_t
slot(int64_t total)
{
    int64_t at = total < -TOTAL_MOST ? -TOTAL_MOST : total > TOTAL_MOST ? TOTAL_MOST : total;
    return (size_t)(at + TOTAL_MOST);
}

static struct icp_compare_tier *
tier_of(struct counting *of, const char *key)
{
    for (size_t i = 0; i < of->n_tiers; i++)
        if (!strcmp(of->tiers[i].tier, key))
            return &of->tiers[i];
    if (of->n_tiers == TIERS_MOST)
        return &of->tiers[TIERS_MOST - 1];
    of->tiers[of->n_tiers] = (struct icp_compare_tier){arena_strdup(of->owner, key), 0, 0};
    return &of->tiers[of->n_tiers++];
}

static bool
open_run(struct ctx *ctx, struct counting *of)
{
    struct icp_version one;
    struct icp_compare compare;
    bool found;
    int64_t version = of->job->subject;
    if (!job_begin(ctx, of->job) || !icp_compare_read(ctx, version, &compare, &found))
        return false;
    if (!found)
        return err_raise(ctx, ERR_NOT_FOUND, "The comparison was thrown away.");
    struct arena *unit = ctx->arena;
    ctx->arena = of->owner;
    bool done = icp_version_read(ctx, version, &one, &of->model.model) &&
                icp_scorer_open(ctx, of->owner, &of->model.model, &of->model.scorer);
    ctx->arena = unit;
    for (size_t i = 0; done && i < of->model.model.n_tiers; i++)
        tier_of(of, of->model.model.tiers[i].key);
    of->model.version = version;
    return done && db_i64(ctx, &SQL_ICP_COMPARE_COUNT, DB_NO_ARGS, &of->total) &&
           db_exec(ctx, &SQL_ICP_COMPARE_START,
                   DB_ARGS(DB_I64(version), DB_I64(one.revision), DB_I64(compare.against),
                           DB_I64(of->job->job_id)),
                   NULL) &&
           db_commit(ctx);
}

/* Counts a batch and notes who changes the tier. */
static bool
note(struct ctx *ctx, struct counting *of, const struct known *known,
     const struct score_batch *batch)
{
    size_t n = 0;
    int64_t *ids = ARENA_ARRAY(ctx->arena, batch->n + 1, int64_t);
    int64_t *after = ARENA_ARRAY(ctx->arena, batch->n + 1, int64_t);
    const char **before = ARENA_ARRAY(ctx->arena, batch->n + 1, const char *);
    const char **tiers_before = ARENA_ARRAY(ctx->arena, batch->n + 1, const char *);
    const char **tiers_after = ARENA_ARRAY(ctx->arena, batch->n + 1, const char *);
    for (size_t i = 0; i < batch->n; i++) {
        const struct score_company *company = &batch->companies[i];
        const char *tier = company->score.tier->key;
        if (!company->score.has_text)
            continue;
        of->now[slot(company->score.total)]++;
        tier_of(of, tier)->after++;
        if (known[i].tier) {
            of->before[slot(known[i].total)]++;
            tier_of(of, known[i].tier)->before++;
        }
        if (known[i].tier && !strcmp(known[i].tier, tier))
            continue;
        of->moved++;
        ids[n] = company->company_id;
        after[n] = company->score.total;
        before[n] =
            known[i].tier ? arena_printf(ctx->arena, "%lld", (long long)known[i].total) : NULL;
        tiers_before[n] = known[i].tier;
        tiers_after[n++] = tier;
    }
    return n == 0 ||
           db_exec(ctx, &SQL_ICP_COMPARE_MOVE,
                   DB_ARGS(DB_I64(of->model.version), DB_I64S(ids, n), DB_STRS(before, n),
                           DB_I64S(after, n), DB_STRS(tiers_before, n), DB_STRS(tiers_after, n)),
                   NULL);
}

static bool
compare_batch(struct ctx *ctx, struct counting *of, bool *more)
{
    static const struct field map[] = {FIELD_I64(struct known, company_id),
                                       FIELD_I64(struct known, total),
                                       FIELD_STR(struct known, tier), FIELD_END};
    struct known *known;
    struct score_batch batch;
    size_t n;
    *more = false;
    if (!job_begin(ctx, of->job) ||
        !DB_ALL(ctx, &SQL_ICP_COMPARE_NEXT, DB_ARGS(DB_I64(of->after), DB_I64(BATCH)), map, &known,
                &n))
        return false;
    int64_t *ids = ARENA_ARRAY(ctx->arena, n + 1, int64_t);
    for (size_t i = 0; i < n; i++)
        ids[i] = known[i].company_id;
    if (!score_read(ctx, &of->model, ids, n, &batch) || !db_commit(ctx))
        return false;
    if (n == 0)
        return true;
    if (!score_all(ctx, &of->model, &batch) || !job_begin(ctx, of->job) ||
        !note(ctx, of, known, &batch) || !db_commit(ctx))
        return false;
    of->after = ids[n - 1];
    of->companies += (int64_t)n;
    *more = true;
    arena_reset(ctx->arena);
    return job_heartbeat(ctx, of->job, of->companies, of->total);
}

static bool
end_run(struct ctx *ctx, struct counting *of)
{
    struct arena *arena = ctx->arena;
    struct jsn *tally = jsn_object(arena), *totals = jsn_array(arena), *tiers = jsn_array(arena);
    for (size_t i = 0; i <= 2 * TOTAL_MOST; i++)
        if (of->before[i] || of->now[i]) {
            struct jsn *row = jsn_array(arena);
            jsn_add(row, jsn_int(arena, (int64_t)i - TOTAL_MOST));
            jsn_add(row, jsn_int(arena, of->before[i]));
            jsn_add(row, jsn_int(arena, of->now[i]));
            jsn_add(totals, row);
        }
    for (size_t i = 0; i < of->n_tiers; i++) {
        struct jsn *row = jsn_object(arena);
        jsn_set_text(row, "tier", of->tiers[i].tier);
        jsn_set_int(row, "before", of->tiers[i].before);
        jsn_set_int(row, "after", of->tiers[i].after);
        jsn_add(tiers, row);
    }
    jsn_set(tally, "totals", totals);
    jsn_set(tally, "tiers", tiers);
    jsn_set_int(tally, "moved", of->moved);
    return job_begin(ctx, of->job) &&
           db_exec(ctx, &SQL_ICP_COMPARE_END,
                   DB_ARGS(DB_I64(of->model.version), DB_STR(jsn_write(arena, tally)),
                           DB_I64(of->companies)),
                   NULL) &&
           job_finish(ctx, of->job) && db_commit(ctx);
}

bool
icp_compare_job(struct ctx *ctx, struct job *job)
{
    struct arena *owner = arena_new();
    struct counting *of = ARENA_NEW(owner, struct counting);
    of->job = job;
    of->owner = owner;
    bool more = true, done = open_run(ctx, of);
    while (done && more && job->stop == JOB_GO)
        done = compare_batch(ctx, of, &more);
    if (done && !more)
        done = end_run(ctx, of);
    arena_free(owner);
    return done;
}
