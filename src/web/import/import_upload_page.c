/* How a file comes in: one form for browsers without script, rows pasted into a field, and slices
 * that a script sends and can go on with (static/import.js). */
#include <string.h>

#include "web/import/import_view.h"
#include "web/import/pages.h"
#include "web/reply.h"
#include "web/view.h"

enum { PASTE_MOST = 900000 };

struct import_upload {
    int64_t repairs;
    struct param_file file;
};
static const struct param import_upload_items[] = {
    PARAM_ID_OR_NONE(struct import_upload, repairs),
    PARAM_FILE(struct import_upload, file, IMPORT_SIZE_MAX, REQUIRED),
};
const struct params import_upload_params = PARAMS(struct import_upload, import_upload_items);

struct import_paste {
    int64_t repairs;
    const char *rows;
};
static const struct param import_paste_items[] = {
    PARAM_ID_OR_NONE(struct import_paste, repairs),
    PARAM_LONG(struct import_paste, rows, PASTE_MOST, REQUIRED),
};
const struct params import_paste_params = PARAMS(struct import_paste, import_paste_items);

struct import_begin {
    const char *name;
    int64_t size, repairs, resume;
};
static const struct param import_begin_items[] = {
    PARAM_TEXT(struct import_begin, name, 1000, REQUIRED),
    PARAM_I64(struct import_begin, size, 0, INT64_MAX, REQUIRED),
    PARAM_ID_OR_NONE(struct import_begin, repairs),
    PARAM_ID_OR_NONE(struct import_begin, resume),
};
const struct params import_begin_params = PARAMS(struct import_begin, import_begin_items);

struct import_slice {
    int64_t id, offset;
    struct span slice;
};
static const struct param import_slice_items[] = {
    PARAM_ID(struct import_slice, id),
    PARAM_I64(struct import_slice, offset, 0, IMPORT_SIZE_MAX, REQUIRED),
    PARAM_BODY(struct import_slice, slice, IMPORT_SLICE),
};
const struct params import_slice_params = PARAMS(struct import_slice, import_slice_items);

static bool
go_to(struct page *pg, int64_t id)
{
    return reply_redirect_to(pg, import_view_path(pg, id, ""));
}

bool
import_upload_page(struct page *pg)
{
    const struct import_upload *p = pg->params;
    int64_t id;
    return import_create(pg->ctx, p->file.name, p->file.size, p->repairs, &id) &&
           import_receive_path(pg->ctx, id, p->file.path) && go_to(pg, id);
}

bool
import_paste_page(struct page *pg)
{
    const struct import_paste *p = pg->params;
    size_t length = strlen(p->rows);
    int64_t id, received;
    return import_create(pg->ctx, "Pasted rows", (int64_t)length, p->repairs, &id) &&
           import_receive(pg->ctx, id, 0, p->rows, length, &received) && go_to(pg, id);
}

/* {"id":7,"received":0,"at":"/kestrel/import/7"} */
static bool
reply_state(struct page *pg, int64_t id, int64_t received, const char *error)
{
    struct arena *arena = pg->ctx->arena;
    struct jsn *json = jsn_object(arena);
    jsn_set_int(json, "id", id);
    jsn_set_int(json, "received", received);
    jsn_set_text(json, "at", import_view_path(pg, id, ""));
    if (error)
        jsn_set_text(json, "error", error);
    const char *text = jsn_write(arena, json);
    return reply_bytes(pg, "application/json", text, strlen(text));
}

/* Goes on with an upload of the same file that stopped, or begins one. What is wrong is told as an
 * answer: the script shows it beside the file. */
bool
import_begin_page(struct page *pg)
{
    const struct import_begin *p = pg->params;
    struct import import;
    int64_t id;
    if (p->resume) {
        if (import_get(pg->ctx, p->resume, &import) && import.size == p->size &&
            !strcmp(import.state, "uploading"))
            return reply_state(pg, import.import_id, import.received, NULL);
        if (pg->ctx->err.kind && pg->ctx->err.kind != ERR_NOT_FOUND)
            return false;
        err_clear(pg->ctx);
    }
    if (import_create(pg->ctx, p->name, p->size, p->repairs, &id))
        return reply_state(pg, id, 0, NULL);
    if (pg->ctx->err.kind != ERR_INPUT)
        return false;
    const char *message = arena_strdup(pg->ctx->arena, pg->ctx->err.message);
    err_clear(pg->ctx);
    return reply_state(pg, 0, 0, message);
}

bool
import_slice_page(struct page *pg)
{
    const struct import_slice *p = pg->params;
    struct import import;
    int64_t received;
    if (import_receive(pg->ctx, p->id, p->offset, p->slice.data, p->slice.length, &received))
        return reply_state(pg, p->id, received, NULL);
    if (pg->ctx->err.kind != ERR_CONFLICT)
        return false;
    /* Not where we are: the answer says from where to go on. */
    err_clear(pg->ctx);
    return import_get(pg->ctx, p->id, &import) &&
           reply_state(pg, p->id,
                       strcmp(import.state, "uploading") != 0 ? import.size : import.received,
                       NULL);
}
