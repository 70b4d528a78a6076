/* /api/v1/{tenant}/pdf: templates of PDFs: sent as HTML, read, taken away, what one becomes for somebody;
 * PDFs asked for, for a person or for all of a campaign; the files by their addresses. The rules are those
 * of letter_pdf.h. */
#include <string.h>

#include "base/conf.h"
#include "base/db.h"
#include "domain/letter_pdf/letter_pdf.h"
#include "domain/record/record.h"
#include "web/api/api_campaign.h"
#include "web/api/pages.h"

enum { FILES = 50, FILES_MOST = 200, BODY_MOST = 4 * 1024 * 1024 };

static const struct param add_path_items[] = {PARAM_BODY(struct api_one, body, BODY_MOST)};
const struct params api_pdf_add_params = PARAMS(struct api_one, add_path_items);

struct sent {
    int64_t id, contact, template, limit;
};
static const struct param value_items[] = {PARAM_ID(struct sent, id),
                                           PARAM_ID(struct sent, contact)};
static const struct param file_items[] = {
    PARAM_ID_OR_NONE(struct sent, template),
    PARAM_ID_OR_NONE(struct sent, contact),
    PARAM_I64(struct sent, limit, 1, FILES_MOST, OPTIONAL),
};
const struct params api_pdf_values_params = PARAMS(struct sent, value_items);
const struct params api_pdf_files_params = PARAMS(struct sent, file_items);

struct upload {
    const char *name, *html;
};
static const struct param upload_items[] = {
    PARAM_TEXT(struct upload, name, LETTER_PDF_NAME_MOST, REQUIRED),
    PARAM_LONG(struct upload, html, LETTER_PDF_UPLOAD_MOST, REQUIRED),
};
const struct params api_pdf_input = PARAMS(struct upload, upload_items);

struct making {
    int64_t contact;
};
static const struct param make_items[] = {PARAM_ID(struct making, contact)};
const struct params api_pdf_make_input = PARAMS(struct making, make_items);

static struct jsn *
texts(struct arena *arena, const char *const *values, size_t n)
{
    struct jsn *list = jsn_array(arena);
    for (size_t i = 0; i < n; i++)
        jsn_add(list, jsn_text(arena, values[i]));
    return list;
}

static bool
template_json(struct page *pg, const struct letter_pdf *of, struct jsn **out)
{
    struct arena *arena = pg->ctx->arena;
    struct jsn *object = jsn_object(arena);
    struct db_strs names;
    if (!db_strs(pg->ctx, of->variables, &names))
        return false;
    jsn_set_int(object, "id", of->pdf_template_id);
    jsn_set_text(object, "name", of->name);
    jsn_set(object, "placeholders", texts(arena, names.values, names.n));
    jsn_set_int(object, "size", of->size);
    jsn_set_int(object, "files", of->files);
    jsn_set_int(object, "steps", of->steps);
    jsn_set_text(object, "by", of->who);
    api_json_when(arena, object, "updated_at", of->updated_ms);
    *out = object;
    return true;
}

bool
api_pdf_list(struct page *pg)
{
    struct letter_pdf *rows;
    struct jsn *items = jsn_array(pg->ctx->arena), *object;
    size_t n;
    if (!letter_pdf_list(pg->ctx, &rows, &n))
        return false;
    for (size_t i = 0; i < n; i++) {
        if (!template_json(pg, &rows[i], &object))
            return false;
        jsn_add(items, object);
    }
    return api_json_items(pg, items);
}

bool
api_pdf_page(struct page *pg)
{
    const struct api_one *sent = pg->params;
    struct letter_pdf of;
    struct jsn *object;
    return letter_pdf_get(pg->ctx, sent->id, &of) && template_json(pg, &of, &object) &&
           api_json_reply(pg, API_OK, object);
}

/* Says what was left out of it, and which placeholders there are not. */
bool
api_pdf_add(struct page *pg)
{
    const struct api_one *sent = pg->params;
    struct letter_pdf_cleaned cleaned;
    struct letter_pdf of;
    struct upload in;
    struct jsn *object;
    int64_t id;
    if (!api_body_read(pg, sent->body, &api_pdf_input, &in) ||
        !api_body_named(pg,
                        letter_pdf_add(pg->ctx, in.name, in.html, strlen(in.html), &cleaned, &id),
                        "file", "html") ||
        !letter_pdf_get(pg->ctx, id, &of) || !template_json(pg, &of, &object))
        return false;
    jsn_set(object, "removed", texts(pg->ctx->arena, cleaned.removed, cleaned.n_removed));
    jsn_set(object, "unknown", texts(pg->ctx->arena, cleaned.unknown, cleaned.n_unknown));
    return api_json_reply(pg, API_CREATED, object);
}

bool
api_pdf_remove(struct page *pg)
{
    const struct api_one *sent = pg->params;
    return letter_pdf_remove(pg->ctx, sent->id) && api_json_gone(pg, sent->id);
}

static bool
contact_there(struct page *pg, int64_t contact_id)
{
    struct record record;
    return record_get(pg->ctx, RECORD_CONTACT, contact_id, &record);
}

/* Each placeholder of the template with what stands there for somebody. */
bool
api_pdf_values(struct page *pg)
{
    const struct sent *sent = pg->params;
    struct arena *arena = pg->ctx->arena;
    struct letter_pdf of;
    struct letter_pdf_page page;
    struct db_strs names;
    struct jsn *items = jsn_array(arena);
    if (!letter_pdf_get(pg->ctx, sent->id, &of) || !contact_there(pg, sent->contact) ||
        !letter_pdf_page(pg->ctx, sent->id, sent->contact, 0, &page) ||
        !db_strs(pg->ctx, of.variables, &names))
        return false;
    for (size_t i = 0; i < names.n; i++) {
        int place = letter_pdf_variable_place(names.values[i], strlen(names.values[i]));
        if (place < 0)
            continue;
        struct jsn *one = jsn_object(arena);
        jsn_set_text(one, "name", names.values[i]);
        jsn_set_text(one, "label", letter_pdf_variables[place].label);
        jsn_set_text(one, "value", page.values[place]);
        jsn_set_bool(one, "missing", page.missing[place]);
        jsn_add(items, one);
    }
    return api_json_items(pg, items);
}

static bool
show_run(struct page *pg, int64_t run_id, int status)
{
    struct arena *arena = pg->ctx->arena;
    struct letter_pdf_run run;
    if (!letter_pdf_run_get(pg->ctx, run_id, &run))
        return false;
    struct jsn *object = jsn_object(arena);
    jsn_set_int(object, "id", run.pdf_run_id);
    api_json_id(arena, object, "template", run.pdf_template_id);
    api_json_id(arena, object, "campaign", run.campaign_id);
    api_json_id(arena, object, "contact", run.contact_id);
    jsn_set_text(object, "state", run.state);
    jsn_set_int(object, "made", run.made);
    jsn_set_int(object, "failed", run.failed);
    jsn_set_text(object, "error", run.error);
    api_json_when(arena, object, "asked_at", run.asked_ms);
    api_json_when(arena, object, "finished_at", run.finished_ms);
    return api_json_reply(pg, status, object);
}

bool
api_pdf_make(struct page *pg)
{
    const struct api_one *sent = pg->params;
    struct letter_pdf of;
    struct making in;
    int64_t run_id;
    return letter_pdf_get(pg->ctx, sent->id, &of) &&
           api_body_read(pg, sent->body, &api_pdf_make_input, &in) &&
           contact_there(pg, in.contact) &&
           letter_pdf_start(pg->ctx, sent->id, 0, in.contact, &run_id) &&
           show_run(pg, run_id, API_CREATED);
}

bool
api_pdf_campaign(struct page *pg)
{
    const struct api_one *sent = pg->params;
    int64_t run_id;
    return api_campaign_there(pg, sent->id) && api_body_nothing(pg, sent->body) &&
           letter_pdf_start(pg->ctx, 0, sent->id, 0, &run_id) && show_run(pg, run_id, API_CREATED);
}

bool
api_pdf_run(struct page *pg)
{
    const struct api_one *sent = pg->params;
    return show_run(pg, sent->id, API_OK);
}

bool
api_pdf_files(struct page *pg)
{
    const struct sent *sent = pg->params;
    struct arena *arena = pg->ctx->arena;
    const char *url = pg->web->conf && pg->web->conf->url ? pg->web->conf->url : "";
    struct letter_pdf of;
    struct letter_pdf_file *rows;
    struct jsn *items = jsn_array(arena);
    size_t n;
    if ((sent->template && !letter_pdf_get(pg->ctx, sent->template, &of)) ||
        (sent->contact && !contact_there(pg, sent->contact)) ||
        !letter_pdf_files(pg->ctx, sent->template, sent->contact, sent->limit ? sent->limit : FILES,
                          &rows, &n))
        return false;
    for (size_t i = 0; i < n; i++) {
        struct jsn *one = jsn_object(arena);
        jsn_set_int(one, "id", rows[i].pdf_file_id);
        jsn_set_int(one, "contact", rows[i].contact_id);
        jsn_set_text(one, "person", rows[i].person);
        jsn_set_text(one, "template", rows[i].template);
        jsn_set_int(one, "size", rows[i].size);
        jsn_set_text(one, "url", arena_printf(arena, "%s/p/%s", url, rows[i].token));
        api_json_when(arena, one, "made_at", rows[i].made_ms);
        jsn_add(items, one);
    }
    return api_json_items(pg, items);
}
