/* The stage "people": who works at a company, as its stored pages show. See stage.h; the work is
 * enrich's. */
#include "domain/pipeline/stage_people.h"

#include "base/db.h"
#include "domain/enrich/people_store.h"

/* What work leaves for write at each item. */
struct found {
    struct people_focus focus;
    struct people_company company;
};

static bool
read_item(struct ctx *ctx, struct stage_batch *batch, struct stage_item *item,
          struct arena *scratch)
{
    struct found *found = ARENA_NEW(ctx->arena, struct found);
    if (!stage_begin(ctx, batch) || !people_focus_read(ctx, &found->focus) ||
        !people_store_read(ctx, scratch, item->record_id, &found->company) || !db_commit(ctx))
        return false;
    item->own = found;
    if (found->company.n_pages == 0)
        stage_end(ctx, item, STAGE_NO_MATCH, "no_pages",
                  "No page of its web site is stored, so nobody can be found there.");
    else if (found->company.people.n == 0)
        stage_end(ctx, item, STAGE_NO_MATCH, "no_people", "Its stored pages show no people.");
    else
        stage_end(ctx, item, STAGE_DONE, NULL, NULL);
    return true;
}

static bool
work(struct ctx *ctx, struct stage_batch *batch)
{
    struct arena *scratch = arena_new();
    bool done = true;
    for (size_t i = 0; done && i < batch->n_items; i++) {
        done = stage_alive(ctx, batch);
        if (done && batch->stop)
            break;
        done = done && read_item(ctx, batch, &batch->items[i], scratch);
    }
    arena_free(scratch);
    return done;
}

static bool
write(struct ctx *ctx, struct stage_batch *batch)
{
    for (size_t i = 0; i < batch->n_items; i++) {
        struct stage_item *item = &batch->items[i];
        struct found *found = item->own;
        if (!found || (item->result != STAGE_DONE && item->result != STAGE_NO_MATCH))
            continue;
        if (!people_store_write(ctx, &found->focus, &found->company))
            return false;
        if (item->result == STAGE_DONE)
            stage_end(ctx, item, STAGE_DONE, NULL, "%zu people on its pages, %zu of them new",
                      found->company.people.n, found->company.n_created);
    }
    return true;
}

static const char *const hard[] = {"crawl", NULL};
static const char *const soft[] = {"triage", NULL};

const struct stage stage_people = {
    .name = "people",
    .label = "People",
    .about = "Finds who works at a company, on its team, about, contact and legal pages.",
    .entity = RECORD_COMPANY,
    .hard = hard,
    .soft = soft,
    .batch = 5,
    .lease_seconds = 120,
    .max_attempts = 3,
    .work = work,
    .write = write,
};
