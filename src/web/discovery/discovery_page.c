/* /{tenant}/discovery: the queries with state and yield; adding queries and lists, running what waits,
 * making queries of what worked, the daily run. */
#include <string.h>

#include "base/mapped.h"
#include "base/text.h"
#include "domain/discovery/discovery_expand.h"
#include "web/bulk/bulk_view.h"
#include "web/discovery/discovery_view.h"
#include "web/discovery/pages.h"
#include "web/reply.h"
#include "web/view.h"

enum { SHOWN = 50, IDEAS_AT_ONCE = 25 };

static const char *const states[] = {"pending", "done", "dry", "failed", NULL};

struct shown {
    const char *state;
    int64_t before;
};
static const struct param shown_items[] = {
    PARAM_CHOICE(struct shown, state, states, OPTIONAL),
    PARAM_ID_OR_NONE(struct shown, before),
};
const struct params discovery_params = PARAMS(struct shown, shown_items);

/* Either queries, or a list typed or as a file. */
struct sent {
    const char *state;
    int64_t before;
    const char *queries, *name, *domains;
    struct param_file file;
};
static const struct param sent_items[] = {
    PARAM_CHOICE(struct sent, state, states, OPTIONAL),
    PARAM_ID_OR_NONE(struct sent, before),
    PARAM_LONG(struct sent, queries, 100000, OPTIONAL),
    PARAM_TEXT(struct sent, name, 120, OPTIONAL),
    PARAM_LONG(struct sent, domains, DISCOVERY_LIST_MOST, OPTIONAL),
    PARAM_FILE(struct sent, file, DISCOVERY_LIST_MOST, OPTIONAL),
};
const struct params discovery_add_params = PARAMS(struct sent, sent_items);

static const char *const acts[] = {"run", "suggest", "on", "off", "failed", "dry", NULL};
struct act {
    const char *act;
    int64_t per_day;
};
static const struct param act_items[] = {
    PARAM_CHOICE(struct act, act, acts, REQUIRED),
    PARAM_I64(struct act, per_day, 1, 500, OPTIONAL),
};
const struct params discovery_act_params = PARAMS(struct act, act_items);

static bool
show_counts(struct page *pg, const char *state)
{
    struct discovery_counts counts;
    bool active;
    const char *path = discovery_view_path(pg, 0);
    if (!discovery_counts(pg->ctx, &counts) ||
        !bulk_view_progress(pg, counts.job_id, arena_printf(pg->ctx->arena, "%s/progress", path),
                            &active))
        return false;
    struct tree *node = tree_node(pg->view, "Discovery");
    tree_set(node, "path", path);
    tree_set(node, "of", arena_printf(pg->ctx->arena, "%s?state=", path));
    tree_set(node, "state", state);
    tree_set(node, "all", view_number(pg, counts.all));
    tree_set(node, "pending", view_number(pg, counts.pending));
    tree_set(node, "done", view_number(pg, counts.done));
    tree_set(node, "dry", view_number(pg, counts.dry));
    tree_set(node, "failed", view_number(pg, counts.failed));
    tree_set(node, "created", view_number(pg, counts.created));
    tree_set_bool(node, "is_on", counts.is_on);
    tree_set_bool(node, "active", active);
    view_field_i64(pg, "per_day", counts.per_day);
    return true;
}

bool
discovery_page(struct page *pg)
{
    const struct shown *shown = pg->params;
    struct discovery_query *rows;
    size_t n;
    if (!show_counts(pg, shown->state) ||
        !discovery_list(pg->ctx, shown->state, shown->before, SHOWN + 1, &rows, &n))
        return false;
    bool more = n > SHOWN;
    n = more ? SHOWN : n;
    struct tree_list list = tree_list(pg->view, "Queries");
    for (size_t i = 0; i < n; i++)
        discovery_view_show(pg, tree_row(&list), &rows[i]);
    if (more)
        tree_set(pg->view, "Pager.next",
                 arena_printf(pg->ctx->arena, "%s?%s%s%sbefore=%" PRId64,
                              discovery_view_path(pg, 0), *shown->state ? "state=" : "",
                              shown->state, *shown->state ? "&" : "", rows[n - 1].query_id));
    return reply_template(pg);
}

static bool
add_queries(struct page *pg, const char *queries)
{
    int64_t added, there;
    if (!discovery_add(pg->ctx, queries, &added, &there))
        return false;
    const char *words = there
                            ? arena_printf(pg->ctx->arena, "%s added, %s were there already.",
                                           view_number(pg, added), view_number(pg, there))
                            : arena_printf(pg->ctx->arena, "%s added. Run them when you are ready.",
                                           view_number(pg, added));
    reply_flash(pg, "ok", words, NULL, NULL);
    return reply_redirect_to(pg, discovery_view_path(pg, 0));
}

/* The text of an upload; NULL when it is none. */
static const char *
read_upload(struct page *pg, const struct param_file *file)
{
    struct mapped_stamp stamp;
    const char *bytes = mapped_open(pg->ctx->arena, file->path, &stamp);
    size_t size = (size_t)file->size;
    if (!bytes || stamp.size != file->size || memchr(bytes, '\0', size) ||
        !text_is_utf8(bytes, size))
        return NULL;
    return arena_strndup(pg->ctx->arena, bytes, size);
}

static bool
add_list(struct page *pg, const struct sent *in)
{
    bool uploaded = in->file.path && in->file.size;
    const char *text = uploaded ? read_upload(pg, &in->file) : in->domains;
    const char *name = *in->name ? in->name : uploaded ? in->file.name : "";
    int64_t query_id;
    if (!text)
        return err_field(pg->ctx, ERR_INPUT, "file",
                         "This is no list in plain text (UTF-8). Save it as CSV or text.");
    if (!discovery_add_list(pg->ctx, name, text, &query_id) || !discovery_start(pg->ctx))
        return false;
    reply_flash(pg, "ok", "The list is being read.", NULL, NULL);
    return reply_redirect_to(pg, discovery_view_path(pg, query_id));
}

bool
discovery_add_page_post(struct page *pg)
{
    const struct sent *in = pg->params;
    bool list = *in->domains || (in->file.path && in->file.size);
    return list ? add_list(pg, in) : add_queries(pg, in->queries);
}

static bool
suggest(struct page *pg)
{
    int64_t added;
    if (!discovery_expand(pg->ctx, IDEAS_AT_ONCE, &added))
        return false;
    reply_flash(pg, added ? "ok" : "info",
                added
                    ? arena_printf(pg->ctx->arena, "%s queries made of what worked.",
                                   view_number(pg, added))
                    : "Nothing new: pass companies in triage, or give them a status, so that there "
                      "is something to learn from.",
                NULL, NULL);
    return true;
}

static bool
act(struct page *pg, const struct act *in)
{
    if (!strcmp(in->act, "run"))
        return discovery_start(pg->ctx);
    if (!strcmp(in->act, "suggest"))
        return suggest(pg);
    if (!strcmp(in->act, "failed") || !strcmp(in->act, "dry"))
        return discovery_again(pg->ctx, 0, in->act) && discovery_start(pg->ctx);
    bool on = !strcmp(in->act, "on");
    reply_flash(pg, "ok",
                on ? "Discovery runs every day now." : "Discovery waits for you to run it.", NULL,
                NULL);
    return discovery_set(pg->ctx, on, in->per_day ? in->per_day : IDEAS_AT_ONCE);
}

bool
discovery_act_page(struct page *pg)
{
    return act(pg, pg->params) && reply_redirect_to(pg, discovery_view_path(pg, 0));
}

/* Polled while queries run. */
bool
discovery_progress_page(struct page *pg)
{
    struct discovery_counts counts;
    bool active;
    const char *path = arena_printf(pg->ctx->arena, "%s/progress", discovery_view_path(pg, 0));
    if (!discovery_counts(pg->ctx, &counts) ||
        !bulk_view_progress(pg, counts.job_id, path, &active))
        return false;
    if (!active || !pg->in->hx_request)
        return reply_redirect_to(pg, discovery_view_path(pg, 0));
    reply_etag(pg);
    return reply_part(pg, "bulk/bulk_progress.part.cs");
}
