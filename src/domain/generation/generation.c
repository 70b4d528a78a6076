/* Estimating, starting and steering the writing of a campaign's messages. See generation.h. */
#include "domain/generation/generation.h"

#include "base/db.h"
#include "domain/campaign/campaign_state.h"
#include "domain/generation/letter_model.h"
#include "domain/pipeline/ledger.h"
#include "statements.h"

/* The most that the letters to one person can cost; the embedded writer is free. *missing: why the model
 * that was chosen cannot write; NULL. */
static bool
price_of(struct ctx *ctx, const struct letter_brief *brief, int64_t *micros, const char **missing)
{
    struct model model;
    *micros = 0;
    if (!brief->campaign.provider_id)
        return true;
    if (model_get(ctx, brief->campaign.provider_id, &model)) {
        *micros = letter_model_price_all(ctx->arena, &model, brief);
        if (!model.provider.is_on)
            *missing = arena_printf(ctx->arena,
                                    "%s is switched off. Switch it on, or choose another writer.",
                                    model.provider.name);
        return true;
    }
    if (ctx->err.kind != ERR_NOT_FOUND)
        return false;
    err_clear(ctx);
    *missing = "The language model that was chosen is gone. Choose another writer.";
    return true;
}

/* The estimate for a campaign whose brief is read. */
static bool
estimate(struct ctx *ctx, const struct letter_brief *brief, struct generation_estimate *out)
{
    static const struct field map[] = {FIELD_I64(struct generation_estimate, people),
                                       FIELD_I64(struct generation_estimate, unready),
                                       FIELD_I64(struct generation_estimate, unreachable),
                                       FIELD_I64(struct generation_estimate, written),
                                       FIELD_I64(struct generation_estimate, messages),
                                       FIELD_END};
    const struct campaign *campaign = &brief->campaign;
    if (!db_one(ctx, &SQL_GENERATION_ESTIMATE,
                DB_ARGS(DB_I64(campaign->campaign_id), DB_BOOL(brief->split),
                        DB_BOOL(campaign->skip_unready)),
                map, out))
        return false;
    out->left = campaign->skip_unready ? out->unready : 0;
    const char *missing = NULL;
    if (!price_of(ctx, brief, &out->each_micros, &missing))
        return false;
    /* Once more than there are people: a try that failed may have cost something, and the next one needs
     * its whole price at hand. */
    out->cost_micros = out->people ? out->each_micros * (out->people + 1) : 0;
    out->missing = letter_brief_missing(ctx->arena, brief);
    if (!out->missing)
        out->missing = missing;
    if (!out->missing && !out->people)
        out->missing = out->left
                           ? "The research of everybody who is left is missing: start it, or let "
                             "people be written to without it."
                           : "Nobody is left to write to.";
    return true;
}

bool
generation_estimate(struct ctx *ctx, int64_t campaign_id, struct generation_estimate *out)
{
    struct letter_brief brief;
    *out = (struct generation_estimate){0};
    return letter_brief_read(ctx, campaign_id, &brief) && estimate(ctx, &brief, out);
}

/* The run with its people; who is gone leaves the campaign, each of the others gets a variant. */
static bool
add_run(struct ctx *ctx, const struct letter_brief *brief, int64_t each_micros, int64_t *run_id)
{
    int64_t variants = 1;
    for (size_t i = 0; i < brief->n_steps; i++)
        if (brief->steps[i].variants > variants)
            variants = brief->steps[i].variants;
    const struct campaign *campaign = &brief->campaign;
    const char *title = arena_printf(ctx->arena, "Messages of %s", campaign->name);
    return db_exec(ctx, &SQL_GENERATION_DROP, DB_ARGS(DB_I64(campaign->campaign_id)), NULL) &&
           (!brief->split ||
            db_exec(ctx, &SQL_GENERATION_SPLIT,
                    DB_ARGS(DB_I64(campaign->campaign_id), DB_I64(variants)), NULL)) &&
           db_i64(ctx, &SQL_GENERATION_RUN,
                  DB_ARGS(DB_I64(campaign->campaign_id), DB_STR(title),
                          DB_BOOL(campaign->skip_unready), DB_I64(each_micros)),
                  run_id);
}

bool
generation_start(struct ctx *ctx, int64_t campaign_id, int64_t *run_id)
{
    struct campaign held;
    struct letter_brief brief;
    struct generation_estimate cost = {0};
    int64_t reservation, job_id;
    if (!campaign_lock(ctx, campaign_id, &held) || !letter_brief_read(ctx, campaign_id, &brief))
        return false;
    if (!campaign_may(held.state, "generating"))
        return err_raise(ctx, ERR_CONFLICT,
                         "Messages are written for a campaign that is ready; this "
                         "one is in %s.",
                         campaign_state_label(held.state));
    if (!estimate(ctx, &brief, &cost))
        return false;
    if (cost.missing)
        return err_raise(ctx, ERR_CONFLICT, "%s", cost.missing);
    return add_run(ctx, &brief, cost.each_micros, run_id) &&
           ledger_reserve(ctx, "Messages", *run_id, cost.cost_micros, &reservation) &&
           job_enqueue(ctx, "pipeline", *run_id, NULL, &job_id) &&
           db_exec(ctx, &SQL_RUN_STARTED,
                   DB_ARGS(DB_I64(*run_id), DB_ID(reservation), DB_I64(job_id)), NULL) &&
           campaign_move(ctx, campaign_id, "generating");
}

/* The run of a campaign. CONFLICT when there is none. */
static bool
run_of(struct ctx *ctx, int64_t campaign_id, int64_t *run_id)
{
    struct campaign campaign;
    if (!campaign_get(ctx, campaign_id, &campaign))
        return false;
    *run_id = campaign.run_id;
    return *run_id ||
           err_raise(ctx, ERR_CONFLICT, "No messages of this campaign are being written.");
}

bool
generation_cancel(struct ctx *ctx, int64_t campaign_id)
{
    int64_t run_id;
    return run_of(ctx, campaign_id, &run_id) && pipeline_run_cancel(ctx, run_id);
}

bool
generation_resume(struct ctx *ctx, int64_t campaign_id)
{
    int64_t run_id;
    return run_of(ctx, campaign_id, &run_id) && pipeline_run_resume(ctx, run_id);
}

bool
generation_pause(struct ctx *ctx, int64_t campaign_id)
{
    int64_t run_id;
    return run_of(ctx, campaign_id, &run_id) && pipeline_run_pause(ctx, run_id);
}

bool
generation_retry(struct ctx *ctx, int64_t campaign_id, const char *cause, int64_t *n)
{
    int64_t run_id;
    return run_of(ctx, campaign_id, &run_id) && pipeline_run_retry(ctx, run_id, "write", cause, n);
}
