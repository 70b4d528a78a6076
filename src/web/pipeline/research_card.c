/* The card of what was found out about a record, and POST /{tenant}/companies/{id}/research (contacts
 * too), which leads to the page that says what a run over this one record does and costs. */
#include "web/pipeline/research_card.h"

#include <inttypes.h>

#include "domain/discovery/discovery.h"
#include "domain/pipeline/pipeline_run.h"
#include "web/pipeline/pages.h"
#include "web/pipeline/run_view.h"
#include "web/record/record_view.h"
#include "web/reply.h"
#include "web/view.h"

struct ask {
    int64_t id;
};
static const struct param items[] = {PARAM_ID(struct ask, id)};
const struct params research_params = PARAMS(struct ask, items);

static bool
show_origin(struct page *pg, struct tree *node, int64_t company_id)
{
    struct discovery_origin origin;
    if (!discovery_origin(pg->ctx, company_id, &origin))
        return false;
    if (!origin.query_id)
        return true;
    tree_set(node, "query", origin.words);
    tree_set(node, "query_path",
             arena_printf(pg->ctx->arena, "%s/discovery/%" PRId64, pg->base, origin.query_id));
    tree_set(node, "rank", view_number(pg, origin.rank));
    return true;
}

bool
research_card_show(struct page *pg, const struct record *record)
{
    struct pipeline_result *results;
    size_t n;
    if (!pipeline_record_results(pg->ctx, record->entity, record->record_id, &results, &n))
        return false;
    struct tree *node = tree_node(pg->view, "Research");
    struct tree_list list = tree_list(node, "stages");
    for (size_t i = 0; i < n; i++) {
        const struct stage *stage = stage_named(results[i].stage);
        struct tree *row = tree_row(&list);
        tree_set(row, "label", stage ? stage->label : results[i].stage);
        tree_set(row, "status", run_view_status(results[i].result));
        tree_set(row, "word", run_view_word(results[i].result));
        tree_set(row, "message", results[i].message ? results[i].message : "");
        view_time(pg, row, "at", results[i].at * 1000);
    }
    tree_set(node, "path", record_view_below(pg, record, "/research"));
    return record->entity != RECORD_COMPANY || show_origin(pg, node, record->record_id);
}

static bool
research(struct page *pg, enum record_entity entity)
{
    const struct ask *ask = pg->params;
    struct record record;
    int64_t draft_id;
    if (!record_get(pg->ctx, entity, ask->id, &record) ||
        !pipeline_run_draft(pg->ctx, entity, &ask->id, 1, &draft_id))
        return false;
    return reply_redirect_to(pg,
                             arena_printf(pg->ctx->arena, "%s/runs/new?entity=%s&draft=%" PRId64,
                                          pg->base, record_entity_name(entity), draft_id));
}

bool
company_research_page(struct page *pg)
{
    return research(pg, RECORD_COMPANY);
}

bool
contact_research_page(struct page *pg)
{
    return research(pg, RECORD_CONTACT);
}
