/* /{tenant}/discovery/{id}: one query: its yield, what became of each result, running it again.
 * /{tenant}/discovery/blocked: domains that never become companies. */
#include <string.h>

#include "domain/discovery/discovery.h"
#include "web/discovery/discovery_view.h"
#include "web/discovery/pages.h"
#include "web/record/record_view.h"
#include "web/reply.h"
#include "web/view.h"

enum { SHOWN = 50 };

static const char *const verdicts[] = {"created",    "known",      "blocked",
                                       "suppressed", "no_company", NULL};

struct shown {
    int64_t id;
    const char *verdict;
    int64_t behind;
};
static const struct param shown_items[] = {
    PARAM_ID(struct shown, id),
    PARAM_CHOICE(struct shown, verdict, verdicts, OPTIONAL),
    PARAM_I64(struct shown, behind, 0, INT64_MAX, OPTIONAL),
};
const struct params discovery_query_params = PARAMS(struct shown, shown_items);

static const char *const acts[] = {"again", "repeat", "remove", NULL};
struct act {
    int64_t id;
    const char *act;
    int64_t repeat_days;
};
static const struct param act_items[] = {
    PARAM_ID(struct act, id),
    PARAM_CHOICE(struct act, act, acts, REQUIRED),
    PARAM_I64(struct act, repeat_days, 0, 365, OPTIONAL),
};
const struct params discovery_query_act_params = PARAMS(struct act, act_items);

struct block {
    const char *domain, *reason;
};
static const struct param block_items[] = {
    PARAM_TEXT(struct block, domain, 300, REQUIRED),
    PARAM_TEXT(struct block, reason, 120, OPTIONAL),
};
const struct params discovery_block_params = PARAMS(struct block, block_items);
static const struct param unblock_items[] = {PARAM_TEXT(struct block, domain, 300, REQUIRED)};
const struct params discovery_unblock_params = PARAMS(struct block, unblock_items);

static void
show_find(struct page *pg, struct tree *row, const struct discovery_find *find)
{
    static const struct {
        const char *verdict, *kind, *word;
    } words[] = {
        {"created",    "ok",   "New"       },
        {"known",      "none", "Known"     },
        {"blocked",    "warn", "Blocked"   },
        {"suppressed", "bad",  "Suppressed"},
        {"no_company", "warn", "No company"},
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (!strcmp(words[i].verdict, find->verdict)) {
            tree_set(row, "kind", words[i].kind);
            tree_set(row, "verdict", words[i].word);
        }
    tree_set(row, "rank", view_number(pg, find->rank));
    tree_set(row, "key", find->key);
    tree_set(row, "url", find->url);
    tree_set(row, "title", find->title);
    tree_set(row, "reason", find->reason ? find->reason : "");
    if (find->company) {
        tree_set(row, "company", find->company);
        tree_set(row, "path", record_view_path(pg, RECORD_COMPANY, find->company_id));
    }
}

bool
discovery_query_page(struct page *pg)
{
    const struct shown *in = pg->params;
    struct discovery_query query;
    struct discovery_find *finds;
    size_t n;
    if (!discovery_get(pg->ctx, in->id, &query) ||
        !discovery_finds(pg->ctx, in->id, in->verdict, in->behind, SHOWN + 1, &finds, &n))
        return false;
    bool more = n > SHOWN;
    n = more ? SHOWN : n;
    discovery_view_show(pg, tree_node(pg->view, "Query"), &query);
    tree_set(pg->view, "Query.verdict", in->verdict);
    tree_set(pg->view, "Query.of",
             arena_printf(pg->ctx->arena, "%s?verdict=", discovery_view_path(pg, in->id)));
    tree_set(pg->view, "Query.home", discovery_view_path(pg, 0));
    view_field_i64(pg, "repeat_days", query.repeat_days);
    view_option(pg, "repeat_days", "0", "Never");
    view_option(pg, "repeat_days", "7", "Every week");
    view_option(pg, "repeat_days", "30", "Every month");
    view_option(pg, "repeat_days", "90", "Every three months");
    struct tree_list list = tree_list(pg->view, "Finds");
    for (size_t i = 0; i < n; i++)
        show_find(pg, tree_row(&list), &finds[i]);
    if (more)
        tree_set(pg->view, "Pager.next",
                 arena_printf(pg->ctx->arena, "%s?%s%s%sbehind=%" PRId64,
                              discovery_view_path(pg, in->id), *in->verdict ? "verdict=" : "",
                              in->verdict, *in->verdict ? "&" : "", finds[n - 1].rank));
    return reply_template(pg);
}

bool
discovery_query_act_page(struct page *pg)
{
    const struct act *in = pg->params;
    struct discovery_query query;
    if (!discovery_get(pg->ctx, in->id, &query))
        return false;
    if (!strcmp(in->act, "remove")) {
        if (!discovery_remove(pg->ctx, in->id))
            return false;
        reply_flash(pg, "ok", "The query is removed. Companies that it found stay.", NULL, NULL);
        return reply_redirect_to(pg, discovery_view_path(pg, 0));
    }
    if (!strcmp(in->act, "again")) {
        if (!discovery_again(pg->ctx, in->id, "") || !discovery_start(pg->ctx))
            return false;
        reply_flash(pg, "ok", "It runs as soon as a worker is free.", NULL, NULL);
    } else {
        if (!discovery_repeat(pg->ctx, in->id, in->repeat_days))
            return false;
        reply_flash(pg, "ok", "Saved.", NULL, NULL);
    }
    return reply_redirect_to(pg, discovery_view_path(pg, in->id));
}

static const char *
blocked_path(struct page *pg)
{
    return arena_printf(pg->ctx->arena, "%s/blocked", discovery_view_path(pg, 0));
}

bool
discovery_blocked_page(struct page *pg)
{
    struct discovery_block *rows;
    size_t n;
    if (!discovery_blocks(pg->ctx, &rows, &n))
        return false;
    struct tree *node = tree_node(pg->view, "Blocked");
    tree_set(node, "path", blocked_path(pg));
    tree_set(node, "home", discovery_view_path(pg, 0));
    struct tree_list list = tree_list(node, "rows");
    for (size_t i = 0; i < n; i++) {
        struct tree *row = tree_row(&list);
        tree_set(row, "domain", rows[i].domain);
        tree_set(row, "reason", rows[i].reason);
        tree_set(row, "who", rows[i].who ? rows[i].who : "");
        view_time(pg, row, "when", rows[i].created_ms);
    }
    return reply_template(pg);
}

bool
discovery_block_page(struct page *pg)
{
    const struct block *in = pg->params;
    if (!discovery_block(pg->ctx, in->domain, in->reason))
        return false;
    reply_flash(pg, "ok", "Blocked. Companies that are there already stay.", NULL, NULL);
    return reply_redirect_to(pg, blocked_path(pg));
}

bool
discovery_unblock_page(struct page *pg)
{
    const struct block *in = pg->params;
    if (!discovery_unblock(pg->ctx, in->domain))
        return false;
    reply_flash(pg, "ok", "Let in again.", NULL, NULL);
    return reply_redirect_to(pg, blocked_path(pg));
}
