/* Writing a message again: what can be wished for and what it costs, and the wait for a model. See
 * message_view.h. */
#include <string.h>

#include "domain/campaign/campaign_offer.h"
#include "domain/generation/rewrite.h"
#include "domain/writing/letter.h"
#include "web/campaign/campaign_view.h"
#include "web/message/message_view.h"
#include "web/pipeline/run_view.h"
#include "web/view.h"

#define AS_BEFORE "As the campaign says"

/* Those in which there is an offer, and that the writer knows. */
static bool
show_languages(struct page *pg, int64_t campaign_id, bool by_model)
{
    struct campaign_offer *offers;
    size_t n;
    if (!campaign_offers(pg->ctx, campaign_id, &offers, &n))
        return false;
    view_option(pg, "language", "", AS_BEFORE);
    for (size_t i = 0; i < n; i++)
        if (by_model || letter_speaks(offers[i].language))
            view_option(pg, "language", offers[i].language,
                        campaign_label(campaign_languages, offers[i].language));
    return true;
}

bool
message_view_rewrite(struct page *pg, const struct message *message)
{
    struct ctx *ctx = pg->ctx;
    bool by_model;
    int64_t cost;
    if (!rewrite_estimate(ctx, message->message_id, &by_model, &cost)) {
        /* It cannot be written again: then nothing offers it. */
        if (ctx->err.kind != ERR_CONFLICT && ctx->err.kind != ERR_NOT_FOUND)
            return false;
        err_clear(ctx);
        return true;
    }
    struct tree *node = tree_node(pg->view, "Again");
    tree_set(node, "can", "1");
    tree_set_i64(node, "most", REWRITE_INSTRUCTION_MOST);
    if (by_model)
        tree_set(node, "by_model", "1");
    if (cost)
        tree_set(node, "cost", run_view_money(pg, cost));
    view_option(pg, "formality", "", AS_BEFORE);
    campaign_view_options(pg, "formality", campaign_formalities);
    view_option(pg, "tone", "", AS_BEFORE);
    campaign_view_options(pg, "tone", campaign_tones);
    view_field(pg, "language", "");
    view_field(pg, "formality", "");
    view_field(pg, "tone", "");
    return show_languages(pg, message->campaign_id, by_model);
}

bool
message_view_rewriting(struct page *pg, int64_t message_id, int64_t job_id, bool *active)
{
    struct job_view job;
    *active = false;
    if (!job_read(pg->ctx, job_id, &job)) {
        if (pg->ctx->err.kind != ERR_NOT_FOUND)
            return false;
        err_clear(pg->ctx);
        return true;
    }
    *active = !strcmp(job.kind, "rewrite") && job.subject == message_id && job_view_active(&job);
    return true;
}
