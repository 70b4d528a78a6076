/* The stage "score": what the model makes of a company's stored pages. See stage.h; the work is
 * scoring's. */
#include "domain/pipeline/stage_score.h"

#include "base/db.h"
#include "domain/scoring/score_store.h"

/* What work leaves for write: of the whole batch, at each item. */
struct scored {
    struct score_model model;
    struct score_batch batch;
};

static void
answer(struct ctx *ctx, struct stage_item *item, const struct score_company *company)
{
    const struct icp_score *score = &company->score;
    if (company->n_pages == 0)
        stage_end(ctx, item, STAGE_NO_MATCH, "no_pages",
                  "No page of a company's own site is stored, so it has no score.");
    else if (!score->has_text)
        stage_end(ctx, item, STAGE_NO_MATCH, "no_text",
                  "The stored pages hold no text, so it has no score.");
    else
        stage_end(ctx, item, STAGE_DONE, NULL, "%s: %lld points from %zu signals",
                  score->tier->label, (long long)score->total, score->n_findings);
}

static bool
work(struct ctx *ctx, struct stage_batch *batch)
{
    struct scored *scored = ARENA_NEW(ctx->arena, struct scored);
    if (!stage_begin(ctx, batch) || !score_model_active(ctx, ctx->arena, &scored->model) ||
        !score_read(ctx, &scored->model, stage_ids(ctx, batch), batch->n_items, &scored->batch) ||
        !db_commit(ctx) || !stage_alive(ctx, batch) ||
        !score_all(ctx, &scored->model, &scored->batch))
        return false;
    for (size_t i = 0; i < batch->n_items; i++) {
        struct stage_item *item = &batch->items[i];
        answer(ctx, item, score_batch_company(&scored->batch, item->record_id));
        item->own = scored;
    }
    return true;
}

static bool
write(struct ctx *ctx, struct stage_batch *batch)
{
    struct scored *scored = NULL;
    for (size_t i = 0; i < batch->n_items && !scored; i++)
        scored = batch->items[i].own;
    return !scored || score_save(ctx, &scored->model, &scored->batch);
}

static const char *const hard[] = {"crawl", NULL};
static const char *const soft[] = {"facts", NULL};

const struct stage stage_score = {
    .name = "score",
    .label = "Score",
    .about = "Finds the signals of your model on a company's pages and adds them up.",
    .entity = RECORD_COMPANY,
    .hard = hard,
    .soft = soft,
    .batch = 500,
    .lease_seconds = 120,
    .max_attempts = 3,
    .work = work,
    .write = write,
};
