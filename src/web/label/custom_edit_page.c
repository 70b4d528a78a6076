/* GET and POST /{tenant}/companies/{id}/custom and …/contacts/…: all custom fields of one record in one
 * form. One at a time is edited where it stands, by record_label_page.c. */
#include <stdlib.h>
#include <string.h>

#include "domain/label/custom_record.h"
#include "web/label/custom_view.h"
#include "web/label/pages.h"
#include "web/record/record_view.h"
#include "web/reply.h"
#include "web/view.h"

struct custom_form {
    int64_t id, version;
    struct param_pairs custom; /* key, text */
};
static const struct param edit_items[] = {
    PARAM_ID(struct custom_form, id),
};
const struct params custom_edit_params = PARAMS(struct custom_form, edit_items);
static const struct param save_items[] = {
    PARAM_ID(struct custom_form, id),
    PARAM_I64(struct custom_form, version, 1, INT64_MAX, REQUIRED),
    PARAM_PAIRS(struct custom_form, custom, CUSTOM_FIELDS_MOST),
};
const struct params custom_save_params = PARAMS(struct custom_form, save_items);

/* Of a form that is shown again because of its values: the version that they were meant for. */
static int64_t
version_of(struct page *pg, const struct record *record)
{
    for (size_t i = 0; pg->sent && i < pg->sent->count; i++)
        if (!strcmp(pg->sent->values[i].name, "version"))
            return strtoll(pg->sent->values[i].value, NULL, 10);
    return record->version;
}

static bool
show_form(struct page *pg, const struct record *record)
{
    if (!custom_view_form(pg, record))
        return false;
    const char *path = record_view_path(pg, record->entity, record->record_id);
    struct tree *node = tree_node(pg->view, "CustomForm");
    tree_set(node, "record", record->label);
    tree_set(node, "record_path", path);
    tree_set_i64(node, "version", version_of(pg, record));
    tree_set(node, "path", arena_printf(pg->ctx->arena, "%s/custom", path));
    tree_set_bool(node, "is_company", record->entity == RECORD_COMPANY);
    return reply_template(pg);
}

static bool
edit_page(struct page *pg, enum record_entity entity)
{
    const struct custom_form *form = pg->params;
    struct record record;
    return record_get(pg->ctx, entity, form->id, &record) && show_form(pg, &record);
}

/* Told for each text that does not fit its field. */
static void
note_error(void *arg, const char *field, const char *message)
{
    struct page *pg = arg;
    if (!reply_form_error(pg, field, "%s", message))
        err_clear(pg->ctx);
}

/* Somebody else was quicker: both values; a second save keeps one's own. */
static bool
show_conflict(struct page *pg, enum record_entity entity)
{
    const struct custom_form *form = pg->params;
    struct custom_fact *facts;
    struct record now;
    size_t n;
    tree_set(pg->view, "Conflict.message", pg->ctx->err.message);
    err_clear(pg->ctx);
    if (!record_get(pg->ctx, entity, form->id, &now) ||
        !custom_record_facts(pg->ctx, &now, &facts, &n))
        return false;
    struct tree_list list = tree_list(pg->view, "Conflict.fields");
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < form->custom.count; j++) {
            const struct param_pair *pair = &form->custom.items[j];
            if (strcmp(pair->name, facts[i].field.key) != 0 ||
                !strcmp(pair->value, facts[i].value ? facts[i].value : ""))
                continue;
            struct tree *row = tree_row(&list);
            tree_set(row, "label", facts[i].field.label);
            tree_set(row, "theirs", facts[i].value ? facts[i].shown : "empty");
            tree_set(row, "mine", *pair->value ? pair->value : "empty");
        }
    return show_form(pg, &now);
}

static bool
done(struct page *pg, const struct record *record, int64_t set_id)
{
    if (set_id)
        reply_flash(pg, "ok", "Saved.", "Show the change",
                    arena_printf(pg->ctx->arena, "%s/changes/%" PRId64, pg->base, set_id));
    return reply_redirect_to(pg, record_view_path(pg, record->entity, record->record_id));
}

static bool
save(struct page *pg, enum record_entity entity)
{
    const struct custom_form *form = pg->params;
    struct record record;
    int64_t set_id = 0;
    bool changed, ok;
    struct custom_text *texts =
        ARENA_ARRAY(pg->ctx->arena, form->custom.count + 1, struct custom_text);
    for (size_t i = 0; i < form->custom.count; i++)
        texts[i] = (struct custom_text){form->custom.items[i].name, form->custom.items[i].value};
    if (!record_get(pg->ctx, entity, form->id, &record))
        return false;
    if (!custom_record_save(pg->ctx, &record, form->version, texts, form->custom.count, note_error,
                            pg, &set_id, &changed, &ok))
        return pg->ctx->err.kind == ERR_CONFLICT && !set_id ? show_conflict(pg, entity) : false;
    return !ok || done(pg, &record, set_id);
}

bool
company_custom_page(struct page *pg)
{
    return edit_page(pg, RECORD_COMPANY);
}

bool
company_custom_save(struct page *pg)
{
    return save(pg, RECORD_COMPANY);
}

bool
contact_custom_page(struct page *pg)
{
    return edit_page(pg, RECORD_CONTACT);
}

bool
contact_custom_save(struct page *pg)
{
    return save(pg, RECORD_CONTACT);
}
