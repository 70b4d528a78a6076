/* What the pages of discovery share. See discovery_view.h. */
#include "web/discovery/discovery_view.h"

#include <string.h>

#include "web/view.h"

const char *
discovery_view_path(struct page *pg, int64_t query_id)
{
    return query_id ? arena_printf(pg->ctx->arena, "%s/discovery/%" PRId64, pg->base, query_id)
                    : arena_printf(pg->ctx->arena, "%s/discovery", pg->base);
}

/* The sign and the word of a state. */
static void
show_state(struct tree *row, const struct discovery_query *query)
{
    static const struct {
        const char *state, *kind, *word;
    } states[] = {
        {"pending", "none", "Waiting"},
        {"running", "live", "Running"},
        {"done",    "ok",   "Done"   },
        {"dry",     "warn", "Dry"    },
        {"failed",  "bad",  "Failed" },
    };
    for (size_t i = 0; i < sizeof states / sizeof *states; i++)
        if (!strcmp(states[i].state, query->state)) {
            tree_set(row, "kind", states[i].kind);
            tree_set(row, "state", states[i].word);
        }
}

void
discovery_view_show(struct page *pg, struct tree *row, const struct discovery_query *query)
{
    bool list = !strcmp(query->source, DISCOVERY_LIST);
    tree_set_i64(row, "id", query->query_id);
    tree_set(row, "path", discovery_view_path(pg, query->query_id));
    tree_set(row, "words", query->words);
    tree_set(row, "source",
             list                                     ? "List"
             : !strcmp(query->source, DISCOVERY_PAGE) ? "Page"
                                                      : "Search");
    tree_set(row, "why", query->why ? query->why : "");
    tree_set(row, "who", query->who ? query->who : "");
    tree_set(row, "message", query->message ? query->message : "");
    tree_set_bool(row, "ran", query->runs > 0 && query->ended_ms);
    tree_set_bool(row, "waits",
                  !strcmp(query->state, "pending") || !strcmp(query->state, "running"));
    tree_set_bool(row, "list", list);
    tree_set(row, "results", view_number(pg, query->results));
    tree_set(row, "created", view_number(pg, query->created));
    tree_set(row, "known", view_number(pg, query->known));
    tree_set(row, "blocked", view_number(pg, query->blocked));
    tree_set(row, "suppressed", view_number(pg, query->suppressed));
    tree_set(row, "no_company", view_number(pg, query->no_company));
    tree_set(row, "total", view_number(pg, query->total_created));
    tree_set_i64(row, "repeat", query->repeat_days);
    if (query->set_id)
        tree_set(row, "undo",
                 arena_printf(pg->ctx->arena, "%s/changes/%" PRId64, pg->base, query->set_id));
    view_time(pg, row, "ended", query->ended_ms);
    view_time(pg, row, "next", query->next_ms);
    show_state(row, query);
}
