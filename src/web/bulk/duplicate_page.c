/* GET /{tenant}/duplicates: pairs that are likely the same, and duplicates kept on purpose; POST: both
 * are right, or look again. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "domain/bulk/duplicate.h"
#include "web/bulk/bulk_view.h"
#include "web/bulk/pages.h"
#include "web/record/record_view.h"
#include "web/reply.h"
#include "web/view.h"

enum { SHOWN = 25, CURSOR_MAX = 50 };

static const char *const kinds[] = {"contacts", "companies", NULL};
static const char *const shows[] = {"kept", NULL};

struct shown {
    const char *of, *show, *after;
};
static const struct param shown_items[] = {
    PARAM_CHOICE(struct shown, of, kinds, OPTIONAL),
    PARAM_CHOICE(struct shown, show, shows, OPTIONAL),
    PARAM_TEXT(struct shown, after, CURSOR_MAX, OPTIONAL),
};
const struct params duplicate_params = PARAMS(struct shown, shown_items);

struct decided {
    const char *of;
    int64_t low, high;
};
static const struct param decided_items[] = {
    PARAM_CHOICE(struct decided, of, kinds, REQUIRED),
    PARAM_ID(struct decided, low),
    PARAM_ID(struct decided, high),
};
const struct params duplicate_keep_params = PARAMS(struct decided, decided_items);

static enum record_entity
entity_of(const char *of)
{
    return !strcmp(of, "companies") ? RECORD_COMPANY : RECORD_CONTACT;
}

static const char *
page_path(struct page *pg, enum record_entity entity)
{
    return arena_printf(pg->ctx->arena, "%s/duplicates%s", pg->base,
                        entity == RECORD_COMPANY ? "?of=companies" : "");
}

static bool
show_state(struct page *pg, const struct shown *shown, enum record_entity entity)
{
    struct duplicate_state state;
    bool active;
    if (!duplicate_state(pg->ctx, &state) ||
        !bulk_view_progress(pg, state.job_id,
                            arena_printf(pg->ctx->arena, "%s/duplicates/progress", pg->base),
                            &active))
        return false;
    struct tree *node = tree_node(pg->view, "Twins");
    tree_set(node, "path", arena_printf(pg->ctx->arena, "%s/duplicates", pg->base));
    tree_set(node, "of", entity == RECORD_COMPANY ? "companies" : "contacts");
    tree_set(node, "one", entity == RECORD_COMPANY ? "company" : "contact");
    tree_set(node, "show", shown->show);
    tree_set(node, "companies", view_number(pg, state.companies));
    tree_set(node, "contacts", view_number(pg, state.contacts));
    tree_set(node, "kept", view_number(pg, state.kept));
    view_time(pg, node, "looked", state.looked_ms);
    return true;
}

static void
show_pair(struct page *pg, struct tree *node, enum record_entity entity,
          const struct duplicate_pair *pair)
{
    tree_set_i64(node, "low_id", pair->low_id);
    tree_set_i64(node, "high_id", pair->high_id);
    tree_set(node, "low", pair->low);
    tree_set(node, "low_detail", pair->low_detail);
    tree_set(node, "low_path", record_view_path(pg, entity, pair->low_id));
    tree_set(node, "high", pair->high);
    tree_set(node, "high_detail", pair->high_detail);
    tree_set(node, "high_path", record_view_path(pg, entity, pair->high_id));
    tree_set(node, "reason", pair->reason);
    tree_set(node, "merge",
             arena_printf(pg->ctx->arena, "%s/merge?with=%" PRId64,
                          record_view_path(pg, entity, pair->low_id), pair->high_id));
}

bool
duplicate_page(struct page *pg)
{
    const struct shown *shown = pg->params;
    enum record_entity entity = entity_of(shown->of);
    struct duplicate_pair *pairs;
    size_t n;
    int64_t low = 0, high = 0;
    if (*shown->after) {
        char *end;
        low = strtoll(shown->after, &end, 10);
        high = *end == '-' ? strtoll(end + 1, &end, 10) : 0;
        if (*end || low <= 0 || high <= 0)
            return err_field(pg->ctx, ERR_INPUT, "after", "This is no place in the list.");
    }
    if (!show_state(pg, shown, entity) ||
        !duplicate_list(pg->ctx, entity, *shown->show != '\0', low, high, SHOWN + 1, &pairs, &n))
        return false;
    bool more = n > SHOWN;
    n = more ? SHOWN : n;
    struct tree_list rows = tree_list(pg->view, "Pairs");
    for (size_t i = 0; i < n; i++)
        show_pair(pg, tree_row(&rows), entity, &pairs[i]);
    view_pager(pg, NULL,
               more ? arena_printf(pg->ctx->arena, "%" PRId64 "-%" PRId64, pairs[n - 1].low_id,
                                   pairs[n - 1].high_id)
                    : NULL);
    return reply_template(pg);
}

bool
duplicate_keep_page(struct page *pg)
{
    const struct decided *decided = pg->params;
    enum record_entity entity = entity_of(decided->of);
    if (!duplicate_keep(pg->ctx, entity, decided->low, decided->high))
        return false;
    reply_flash(pg, "ok", "Both stay. This pair is not shown again.", NULL, NULL);
    return reply_redirect_to(pg, page_path(pg, entity));
}

bool
duplicate_look_page(struct page *pg)
{
    return duplicate_look(pg->ctx) && reply_redirect_to(pg, page_path(pg, RECORD_CONTACT));
}

/* Polled while the job looks. */
bool
duplicate_progress_page(struct page *pg)
{
    struct duplicate_state state;
    bool active;
    const char *path = arena_printf(pg->ctx->arena, "%s/duplicates/progress", pg->base);
    if (!duplicate_state(pg->ctx, &state) || !bulk_view_progress(pg, state.job_id, path, &active))
        return false;
    if (!active || !pg->in->hx_request)
        return reply_redirect_to(pg, page_path(pg, RECORD_CONTACT));
    reply_etag(pg);
    return reply_part(pg, "bulk/bulk_progress.part.cs");
}
