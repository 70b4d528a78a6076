/* The stage "facts": what a company's stored pages say of it. See stage.h; the work is that of
 * company_site.c. */
#include "domain/pipeline/stage_facts.h"

#include "base/db.h"
#include "domain/site/company_site.h"

static void
answer(struct ctx *ctx, struct stage_item *item, const struct company_site *site)
{
    const struct site_facts *facts = &site->facts;
    if (!site->n_pages)
        stage_end(ctx, item, STAGE_NO_MATCH, "no_pages",
                  "No page of its web site is stored, so nothing is known from it.");
    else if (!facts->n_found && !facts->verdict.is_company)
        stage_end(ctx, item, STAGE_NO_MATCH, page_class_name(facts->verdict.page_class),
                  "Nothing was taken from the site. %s", facts->verdict.reason);
    else
        stage_end(ctx, item, STAGE_DONE, NULL, NULL);
}

static bool
work(struct ctx *ctx, struct stage_batch *batch)
{
    for (size_t i = 0; i < batch->n_items && !batch->stop; i++) {
        struct stage_item *item = &batch->items[i];
        struct company_site *site = ARENA_NEW(ctx->arena, struct company_site);
        if (!stage_begin(ctx, batch) || !company_site_read(ctx, item->record_id, site) ||
            !db_commit(ctx) || !stage_alive(ctx, batch))
            return false;
        answer(ctx, item, site);
        item->own = site;
    }
    return true;
}

static bool
write(struct ctx *ctx, struct stage_batch *batch)
{
    for (size_t i = 0; i < batch->n_items; i++) {
        struct stage_item *item = &batch->items[i];
        struct company_site *site = item->own;
        struct company_site_result result;
        if (!site || item->result == STAGE_OPEN || item->result == STAGE_RETRY ||
            item->result == STAGE_FAILED)
            continue;
        if (!company_site_write(ctx, site, &result))
            return false;
        if (item->result == STAGE_DONE)
            stage_end(
                ctx, item, STAGE_DONE, NULL,
                "%zu pages read. %s%s%s%zu fields keep another value than the site says, %zu are "
                "contradicted.",
                site->n_pages, result.filled ? "Filled in: " : "Nothing to fill in",
                result.filled_names, ". ", result.others, result.unsure);
    }
    return true;
}

static const char *const hard[] = {"crawl", NULL};
static const char *const soft[] = {NULL};

const struct stage stage_facts = {
    .name = "facts",
    .label = "Company facts",
    .about =
        "Reads name, address, contacts and the like off a company's pages and fills in blanks.",
    .entity = RECORD_COMPANY,
    .hard = hard,
    .soft = soft,
    .batch = 20,
    .lease_seconds = 120,
    .max_attempts = 3,
    .work = work,
    .write = write,
};
