/* /api/v1/{tenant}/campaigns/{id}/exports: files of a campaign's approved messages: asked for, how one is
 * getting on and whom it left out, downloaded, cancelled. The rules are those of message_export.h. */
#include <string.h>

#include "base/store.h"
#include "domain/message/message_export.h"
#include "web/api/api_campaign.h"
#include "web/api/pages.h"
#include "web/reply.h"

enum { LIMIT = 50, LIMIT_MOST = 200, BODY_MOST = 64 * 1024 };

struct sent {
    int64_t id, export, after, limit;
    struct span body;
};
static const struct param list_items[] = {
    PARAM_ID(struct sent, id),
    PARAM_ID_OR_NONE(struct sent, after),
    PARAM_I64(struct sent, limit, 1, LIMIT_MOST, OPTIONAL),
};
static const struct param one_items[] = {PARAM_ID(struct sent, id), PARAM_ID(struct sent, export)};
static const struct param cancel_items[] = {PARAM_ID(struct sent, id),
                                            PARAM_ID(struct sent, export),
                                            PARAM_BODY(struct sent, body, BODY_MOST)};
const struct params api_exports_params = PARAMS(struct sent, list_items);
const struct params api_export_params = PARAMS(struct sent, one_items);
const struct params api_export_cancel_params = PARAMS(struct sent, cancel_items);

struct start {
    const char *format;
    bool bom;
};
static const struct param start_items[] = {
    PARAM_CHOICE(struct start, format, message_export_format_names, REQUIRED),
    PARAM_FLAG(struct start, bom),
};
const struct params api_export_input = PARAMS(struct start, start_items);

static struct jsn *
export_json(struct arena *arena, const struct message_export *export)
{
    struct jsn *object = jsn_object(arena);
    jsn_set_int(object, "id", export->export_id);
    jsn_set_int(object, "campaign", export->campaign_id);
    jsn_set_text(object, "format", export->format);
    jsn_set_bool(object, "bom", export->bom);
    jsn_set_text(object, "state", export->state);
    jsn_set_int(object, "people", export->people);
    jsn_set_int(object, "messages", export->messages);
    jsn_set_int(object, "left_out", export->left_out);
    jsn_set_int(object, "size", export->size);
    jsn_set_bool(object, "file", export->file != NULL);
    jsn_set_text(object, "error", export->error);
    jsn_set_text(object, "by", export->asked_by_name);
    api_json_when(arena, object, "asked_at", export->asked_at);
    api_json_when(arena, object, "finished_at", export->finished_at);
    api_json_when(arena, object, "expires_at", export->expires_at);
    return object;
}

bool
api_export_list(struct page *pg)
{
    const struct sent *sent = pg->params;
    struct arena *arena = pg->ctx->arena;
    struct message_export *rows;
    size_t n, most = sent->limit ? (size_t)sent->limit : LIMIT;
    if (!api_campaign_there(pg, sent->id) ||
        !message_export_list(pg->ctx, sent->id, sent->after ? sent->after : INT64_MAX,
                             (int64_t)most + 1, &rows, &n))
        return false;
    struct jsn *object = jsn_object(arena), *items = jsn_array(arena);
    for (size_t i = 0; i < n && i < most; i++)
        jsn_add(items, export_json(arena, &rows[i]));
    jsn_set(object, "items", items);
    jsn_set_text(object, "after",
                 n > most ? arena_printf(arena, "%" PRId64, rows[most - 1].export_id) : NULL);
    return api_json_reply(pg, API_OK, object);
}

/* With how many it left out, by reason. */
static bool
show(struct page *pg, int64_t id, int64_t export_id, int status)
{
    struct arena *arena = pg->ctx->arena;
    struct message_export export;
    struct message_export_sum *sums;
    size_t n;
    if (!message_export_get(pg->ctx, id, export_id, &export) ||
        !message_export_sums(pg->ctx, export_id, &sums, &n))
        return false;
    struct jsn *object = export_json(arena, &export), *reasons = jsn_array(arena);
    for (size_t i = 0; i < n; i++) {
        struct jsn *one = jsn_object(arena);
        jsn_set_text(one, "reason", sums[i].reason);
        jsn_set_text(one, "label", message_export_reason_of(sums[i].reason)->label);
        jsn_set_int(one, "people", sums[i].people);
        jsn_add(reasons, one);
    }
    jsn_set(object, "reasons", reasons);
    return api_json_reply(pg, status, object);
}

bool
api_export_start(struct page *pg)
{
    const struct api_one *sent = pg->params;
    enum message_export_format format;
    struct start in;
    int64_t export_id;
    return api_campaign_there(pg, sent->id) &&
           api_body_read(pg, sent->body, &api_export_input, &in) &&
           message_export_format_read(pg->ctx, in.format, &format) &&
           message_export_start(pg->ctx, sent->id, format, in.bom, &export_id) &&
           show(pg, sent->id, export_id, API_CREATED);
}

bool
api_export_page(struct page *pg)
{
    const struct sent *sent = pg->params;
    return show(pg, sent->id, sent->export, API_OK);
}

bool
api_export_cancel(struct page *pg)
{
    const struct sent *sent = pg->params;
    struct message_export export;
    if (!message_export_get(pg->ctx, sent->id, sent->export, &export) ||
        !api_body_nothing(pg, sent->body))
        return false;
    if (!message_export_active(&export))
        return err_raise(pg->ctx, ERR_CONFLICT, "It has ended already.");
    return job_cancel(pg->ctx, export.job_id) && show(pg, sent->id, sent->export, API_OK);
}

bool
api_export_file(struct page *pg)
{
    const struct sent *sent = pg->params;
    struct message_export export;
    if (!message_export_get(pg->ctx, sent->id, sent->export, &export))
        return false;
    if (!export.file)
        return err_raise(pg->ctx, ERR_NOT_FOUND,
                         "The file is not there: it is being made, or was kept for %d days.",
                         MESSAGE_EXPORT_DAYS);
    return reply_file(pg, store_relative(pg->ctx, export.file),
                      message_export_file_name(pg->ctx->arena, pg->slug, &export),
                      message_export_type(&export));
}
