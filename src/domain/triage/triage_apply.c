/* New rules against what is there. See triage_apply.h. */
#include "domain/triage/triage_apply.h"

#include "base/db.h"
#include "statements.h"

enum { BATCH = 2000, ONE_AT_A_TIME = 1 };

static void
count_one(struct ctx *ctx, const struct triage_ruling *ruling, const struct triage_judgement *after,
          struct triage_trial *out)
{
    enum triage_verdict was = ruling->judgement.verdict, is = after->verdict;
    out->total++;
    if (ruling->decided) {
        out->decided++;
        return;
    }
    out->before[was]++;
    out->after[is]++;
    out->moved[was][is]++;
    if (was == is)
        return;
    out->changed++;
    if (out->n_samples < TRIAGE_SAMPLES)
        out->samples[out->n_samples++] = (struct triage_sample){
            ruling->company_id, arena_strdup(ctx->arena, ruling->name),
            arena_strdup(ctx->arena, triage_judge_worst(after)->text), was, is};
}

bool
triage_try(struct ctx *ctx, const struct triage_rules *rules, struct triage_trial *out)
{
    struct triage_rules now;
    *out = (struct triage_trial){0};
    if (!triage_rules_get(ctx, &now, NULL))
        return false;
    /* Each batch in memory of its own: a workspace may have a million companies. */
    struct arena *request = ctx->arena, *unit = arena_new();
    int64_t after = 0;
    bool ok, more = true;
    do {
        struct triage_ruling *rulings;
        size_t n = 0;
        ctx->arena = unit;
        ok = triage_judge_companies(ctx, &now, NULL, 0, after, BATCH, &rulings, &n);
        ctx->arena = request;
        for (size_t i = 0; ok && i < n; i++) {
            struct triage_judgement judgement;
            triage_judge(unit, rules, &rulings[i].company, &judgement);
            count_one(ctx, &rulings[i], &judgement, out);
            after = rulings[i].company_id;
        }
        more = n == BATCH;
        arena_reset(unit);
    } while (ok && more);
    arena_free(unit);
    return ok;
}

bool
triage_apply_state(struct ctx *ctx, struct triage_apply_state *out)
{
    static const struct field map[] = {FIELD_I64(struct triage_apply_state, job_id),
                                       FIELD_I64(struct triage_apply_state, unscored), FIELD_END};
    return db_one(ctx, &SQL_TRIAGE_APPLY_STATE, DB_NO_ARGS, map, out);
}

bool
triage_apply(struct ctx *ctx)
{
    int64_t job_id;
    return job_enqueue(ctx, "triage_apply", ONE_AT_A_TIME, NULL, &job_id) &&
           db_exec(ctx, &SQL_TRIAGE_APPLY_ASK, DB_ARGS(DB_I64(job_id)), NULL);
}

/* What passes now and waited before goes on. */
static bool
release(struct ctx *ctx, const struct triage_ruling *rulings, size_t n)
{
    int64_t *ids = ARENA_ARRAY(ctx->arena, n + 1, int64_t);
    size_t passed = 0;
    for (size_t i = 0; i < n; i++)
        if (!rulings[i].decided && rulings[i].judgement.verdict == TRIAGE_PASS)
            ids[passed++] = rulings[i].company_id;
    return triage_release(ctx, ids, passed);
}

/* One batch in one transaction; *after moves on, *n is how many there were. */
static bool
apply_batch(struct ctx *ctx, struct job *job, int64_t *after, size_t *n)
{
    struct triage_rules rules;
    struct triage_rules_row row;
    struct triage_ruling *rulings;
    if (!job_begin(ctx, job) || !triage_rules_get(ctx, &rules, &row) ||
        !triage_judge_companies(ctx, &rules, NULL, 0, *after, BATCH, &rulings, n) ||
        !triage_put(ctx, row.version, rulings, *n) || !release(ctx, rulings, *n))
        return false;
    *after = *n ? rulings[*n - 1].company_id : *after;
    if (*n < BATCH && !db_exec(ctx, &SQL_TRIAGE_APPLY_DONE, DB_NO_ARGS, NULL))
        return false;
    return db_commit(ctx);
}

bool
triage_apply_job(struct ctx *ctx, struct job *job)
{
    int64_t after = 0, done = 0;
    size_t n = BATCH;
    /* Judging again what was judged writes nothing: a run that goes on begins at the start. */
    while (n == BATCH && job->stop == JOB_GO) {
        if (!apply_batch(ctx, job, &after, &n))
            return false;
        done += (int64_t)n;
        if (!job_heartbeat(ctx, job, done, 0))
            return false;
        arena_reset(ctx->arena);
    }
    return true;
}
