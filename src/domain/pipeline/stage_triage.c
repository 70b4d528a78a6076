/* The stage "triage": the gate between what a company's own site says and work on its people. What
 * the rules cannot decide waits for a person (triage_queue.h), who lets the run go on. */
#include "domain/pipeline/stage_triage.h"

#include "base/db.h"
#include "domain/triage/triage.h"

/* What the rules say of a batch, from work to write. */
struct work {
    int64_t version;
    const struct triage_ruling *ruling;
};

static const struct triage_ruling *
ruling_of(const struct triage_ruling *rulings, size_t n, int64_t company_id)
{
    for (size_t i = 0; i < n; i++)
        if (rulings[i].company_id == company_id)
            return &rulings[i];
    return NULL;
}

static void
answer(struct ctx *ctx, struct stage_item *item, const struct triage_ruling *ruling)
{
    const struct triage_judgement *judgement = &ruling->judgement;
    int64_t verdict = ruling->decided ? ruling->decided : (int64_t)judgement->verdict;
    if (verdict == TRIAGE_PASS)
        stage_end(ctx, item, STAGE_DONE, ruling->decided ? "by_hand" : NULL, NULL);
    else if (ruling->decided)
        stage_end(ctx, item, STAGE_STOPPED, "disqualified", "A person left the company out.");
    else if (verdict == TRIAGE_REVIEW)
        stage_end(ctx, item, STAGE_STOPPED, "review", "A person decides in triage: %s.",
                  judgement->n ? judgement->reasons[0].text : "the rules cannot");
    else
        stage_end(ctx, item, STAGE_STOPPED, "rules", "The rules of triage leave it out: %s.",
                  triage_judge_worst(judgement)->text);
}

static bool
work(struct ctx *ctx, struct stage_batch *batch)
{
    struct triage_rules rules;
    struct triage_rules_row row;
    struct triage_ruling *rulings;
    size_t n;
    if (!stage_begin(ctx, batch) || !triage_rules_get(ctx, &rules, &row) ||
        !triage_judge_companies(ctx, &rules, stage_ids(ctx, batch), batch->n_items, 0,
                                (int64_t)batch->n_items, &rulings, &n) ||
        !db_commit(ctx))
        return false;
    for (size_t i = 0; i < batch->n_items; i++) {
        struct stage_item *item = &batch->items[i];
        const struct triage_ruling *ruling = ruling_of(rulings, n, item->record_id);
        if (!ruling) {
            stage_end(ctx, item, STAGE_NO_MATCH, "deleted", "The company has been deleted.");
            continue;
        }
        struct work *own = ARENA_NEW(ctx->arena, struct work);
        *own = (struct work){row.version, ruling};
        item->own = own;
        answer(ctx, item, ruling);
    }
    return true;
}

static bool
write(struct ctx *ctx, struct stage_batch *batch)
{
    struct triage_ruling *rulings =
        ARENA_ARRAY(ctx->arena, batch->n_items + 1, struct triage_ruling);
    int64_t version = 0;
    size_t n = 0;
    for (size_t i = 0; i < batch->n_items; i++) {
        const struct work *own = batch->items[i].own;
        if (!own)
            continue;
        version = own->version;
        rulings[n++] = *own->ruling;
    }
    return triage_put(ctx, version, rulings, n);
}

const struct stage stage_triage = {
    .name = "triage",
    .label = "Triage",
    .about = "Lets companies through that the rules or a person want, and says why others are not.",
    .entity = RECORD_COMPANY,
    .hard = (const char *const[]){"score", NULL},
    .soft = (const char *const[]){"facts", NULL},
    .gate = true,
    .batch = 200,
    .lease_seconds = 60,
    .max_attempts = 5,
    .work = work,
    .write = write,
};
