/* GET and POST /{tenant}/companies/{id}/tags, …/lists, …/custom/{key} and the same of contacts: what a
 * workspace adds to a record's facts, edited in its place like them. */
#include "web/record/record_label_page.h"

#include <inttypes.h>
#include <string.h>

#include "domain/record/record_label.h"
#include "web/record/pages.h"
#include "web/record/record_fact.h"
#include "web/record/record_form.h"
#include "web/record/record_next.h"
#include "web/record/record_page.h"
#include "web/record/record_timeline.h"
#include "web/record/record_view.h"
#include "web/reply.h"
#include "web/view.h"

enum { NAME_MOST = 200, VALUE_MOST = 2100, OFFERED_MOST = 500, MARK_MOST = 16, KEY_MOST = 60 };

struct label_form {
    struct record_where where;
    const char *add;
    int64_t remove;
};
static const struct param show_items[] = {RECORD_WHERE(struct label_form)};
static const struct param items[] = {RECORD_WHERE(struct label_form),
                                     PARAM_TEXT(struct label_form, add, NAME_MOST, OPTIONAL),
                                     PARAM_ID_OR_NONE(struct label_form, remove)};
const struct params record_label_params = PARAMS(struct label_form, show_items);
const struct params record_label_save_params = PARAMS(struct label_form, items);

struct custom_form {
    struct record_where where;
    const char *key, *value, *was;
    int64_t version;
};
static const struct param custom_show_items[] = {
    RECORD_WHERE(struct custom_form), PARAM_TEXT(struct custom_form, key, KEY_MOST, REQUIRED)};
static const struct param custom_items[] = {
    RECORD_WHERE(struct custom_form), PARAM_TEXT(struct custom_form, key, KEY_MOST, REQUIRED),
    PARAM_LONG(struct custom_form, value, VALUE_MOST, OPTIONAL),
    PARAM_TEXT(struct custom_form, was, MARK_MOST, OPTIONAL),
    PARAM_I64(struct custom_form, version, 1, INT64_MAX, REQUIRED)};
const struct params record_custom_params = PARAMS(struct custom_form, custom_show_items);
const struct params record_custom_save_params = PARAMS(struct custom_form, custom_items);

static void
show_kind(struct page *pg, const struct record *record, enum label_kind kind,
          const struct record_label *labels, size_t n)
{
    struct tree *node = tree_node(pg->view, kind == LABEL_TAG ? "Tags" : "Lists");
    struct tree_list list = tree_list(node, "of");
    tree_set(node, "field", kind == LABEL_TAG ? "tag_ids" : "list_ids");
    tree_set(node, "label", kind == LABEL_TAG ? "Tags" : "Lists");
    tree_set(node, "noun", label_noun(kind));
    tree_set(node, "edit", record_view_below(pg, record, kind == LABEL_TAG ? "/tags" : "/lists"));
    tree_set_bool(node, "editable", pg->caller->role_rank >= AUTH_EDITOR);
    for (size_t i = 0; i < n; i++) {
        if (labels[i].kind != (int64_t)kind)
            continue;
        struct tree *row = tree_row(&list);
        tree_set_i64(row, "id", labels[i].id);
        tree_set(row, "name", labels[i].name);
        tree_set_i64(row, "colour", label_colour_number(labels[i].colour));
    }
}

bool
record_label_show(struct page *pg, const struct record *record)
{
    struct record_label *labels = NULL;
    size_t n;
    if (!record_label_read(pg->ctx, record, &labels, &n))
        return false;
    show_kind(pg, record, LABEL_TAG, labels, n);
    show_kind(pg, record, LABEL_LIST, labels, n);
    return true;
}

/* The chips with a cross each, and names to add. */
static bool
label_edit(struct page *pg, enum record_entity entity, enum label_kind kind)
{
    const struct label_form *form = pg->params;
    struct record record;
    struct label *all;
    size_t n;
    bool answered;
    if (!record_page_open(pg, entity, form->where.id, &record, &answered))
        return false;
    if (answered)
        return true;
    if (!record_label_show(pg, &record) || !label_all(pg->ctx, kind, &all, &n))
        return false;
    tree_set(pg->view, "Kind", label_nouns(kind));
    tree_set_bool(pg->view, "Kind.is_tag", kind == LABEL_TAG);
    struct tree_list offers = tree_list(pg->view, "Offers");
    for (size_t i = 0; i < n && i < OFFERED_MOST; i++)
        tree_set(tree_row(&offers), "name", all[i].name);
    view_field(pg, "add", "");
    return pg->in->hx_request ? reply_part(pg, "record/record_label.part.cs") : reply_template(pg);
}

/* The chips again, and what changed with them on the page. */
static bool
label_saved(struct page *pg, enum record_entity entity, enum label_kind kind, int64_t set_id)
{
    const struct label_form *form = pg->params;
    struct record record = {.entity = entity, .record_id = form->where.id};
    const char *way = kind == LABEL_TAG ? "/tags" : "/lists";
    if (!pg->in->hx_request) {
        if (set_id)
            reply_flash_undo(pg, "ok", "Saved.", set_id);
        return reply_redirect_to(pg, record_view_below(pg, &record, way));
    }
    if (!label_edit(pg, entity, kind) || !record_get(pg->ctx, entity, form->where.id, &record) ||
        !record_timeline_newest(pg, &record, RECORD_EVENTS_SHORT))
        return false;
    record_next_quality(pg, &record);
    if (set_id)
        record_fact_saved(pg, &record, kind == LABEL_TAG ? "Tags" : "Lists", set_id);
    return reply_part(pg, "record/record_label_saved.part.cs");
}

static bool
label_save(struct page *pg, enum record_entity entity, enum label_kind kind)
{
    const struct label_form *form = pg->params;
    int64_t set_id = 0;
    if (!*form->add && !form->remove)
        return err_field(pg->ctx, ERR_INPUT, "add", "Write a name first.");
    bool ok =
        form->remove
            ? record_label_remove(pg->ctx, entity, form->where.id, kind, form->remove, &set_id)
            : record_label_add(pg->ctx, entity, form->where.id, kind, form->add, &set_id);
    if (!ok)
        return record_page_unsaved(pg, entity, form->where.id,
                                   kind == LABEL_TAG ? "tag_ids" : "list_ids", form->add);
    return label_saved(pg, entity, kind, set_id);
}

static void
show_custom_fact(struct page *pg, struct tree *node, const struct record *record,
                 const struct record_custom_value *custom)
{
    struct arena *arena = pg->ctx->arena;
    tree_set(node, "field", arena_printf(arena, "custom-%s", custom->field->key));
    tree_set(node, "label", custom->field->label);
    if (custom->value) {
        tree_set(node, "value", custom->shown);
        record_fact_origin(pg, node, &custom->origin);
        if (custom_type_of(custom->field->type) == CUSTOM_URL) {
            tree_set(node, "link", custom->value);
            tree_set(node, "outside", "1");
        }
    }
    tree_set(node, "edit",
             record_view_below(pg, record, arena_printf(arena, "/custom/%s", custom->field->key)));
    tree_set_bool(node, "editable", pg->caller->role_rank >= AUTH_EDITOR);
}

bool
record_label_show_custom(struct page *pg, const struct record *record)
{
    struct record_custom_value *custom;
    size_t n;
    if (!record_label_custom(pg->ctx, record, &custom, &n))
        return false;
    struct tree_list list = tree_list(pg->view, "Custom.of"),
                     more = tree_list(pg->view, "Custom.more");
    for (size_t i = 0; i < n; i++)
        show_custom_fact(pg, tree_row(custom[i].value ? &list : &more), record, &custom[i]);
    tree_set(pg->view, "Custom.n_more", view_number(pg, (int64_t)more.count));
    tree_set_bool(pg->view, "Custom.any", n > 0);
    return true;
}

/* The control that fits the type. */
static void
show_custom_form(struct page *pg, const struct record *record,
                 const struct record_custom_value *custom)
{
    static const char *const yesno[] = {"yes", "Yes", "no", "No"};
    struct arena *arena = pg->ctx->arena;
    struct tree *node = tree_node(pg->view, "Groups.0.fields.0");
    const struct custom_field *field = custom->field;
    enum custom_type type = custom_type_of(field->type);
    bool chosen = type == CUSTOM_CHOICE || type == CUSTOM_YESNO;
    tree_set(pg->view, "Only", arena_printf(arena, "custom-%s", field->key));
    tree_set(pg->view, "Record.edit_only",
             record_view_below(pg, record, arena_printf(arena, "/custom/%s", field->key)));
    tree_set(node, "name", "value");
    tree_set(node, "label", field->label);
    tree_set(node, "hint", chosen ? "" : custom_types[type].hint);
    tree_set(node, "kind", chosen ? "select" : type == CUSTOM_DATE ? "date" : "text");
    tree_set(node, "keys", type == CUSTOM_NUMBER ? "decimal" : type == CUSTOM_URL ? "url" : "text");
    tree_set(node, "was", record_form_mark(arena, custom->value));
    struct tree_list options = tree_list(node, "options");
    size_t n = type == CUSTOM_CHOICE ? field->n_options : chosen ? 2 : 0;
    for (size_t i = 0; chosen && i <= n; i++) {
        struct tree *row = tree_row(&options);
        const char *name = !i                      ? ""
                           : type == CUSTOM_CHOICE ? field->options[i - 1]
                                                   : yesno[2 * i - 2];
        tree_set(row, "value", name);
        tree_set(row, "label", !i ? "–" : type == CUSTOM_CHOICE ? name : yesno[2 * i - 1]);
    }
    view_field(pg, "value", custom->value ? custom->value : "");
}

static bool
custom_named(struct page *pg, const struct record *record, const char *key,
             struct record_custom_value *out)
{
    struct record_custom_value *custom;
    size_t n;
    if (!record_label_custom(pg->ctx, record, &custom, &n))
        return false;
    for (size_t i = 0; i < n; i++)
        if (!strcmp(custom[i].field->key, key)) {
            *out = custom[i];
            return true;
        }
    return err_raise(pg->ctx, ERR_NOT_FOUND, "no such field");
}

static bool
custom_edit(struct page *pg, enum record_entity entity)
{
    const struct custom_form *form = pg->params;
    struct record record;
    struct record_custom_value custom;
    bool answered;
    if (!record_page_open(pg, entity, form->where.id, &record, &answered))
        return false;
    if (answered)
        return true;
    if (!custom_named(pg, &record, form->key, &custom))
        return false;
    show_custom_form(pg, &record, &custom);
    return pg->in->hx_request ? reply_part(pg, "record/record_fact_edit.part.cs")
                              : reply_template(pg);
}

static bool
custom_conflict(struct page *pg, enum record_entity entity,
                const struct record_custom_value *custom)
{
    const struct custom_form *form = pg->params;
    tree_set(pg->view, "Conflict.message", "Somebody else changed this meanwhile.");
    if (!custom_edit(pg, entity))
        return false;
    struct tree *row = tree_node(pg->view, "Conflict.fields.0");
    tree_set(row, "label", custom->field->label);
    tree_set(row, "theirs", custom->shown ? custom->shown : "empty");
    tree_set(row, "mine", *form->value ? form->value : "empty");
    view_field(pg, "value", form->value);
    return true;
}

static bool
custom_save(struct page *pg, enum record_entity entity)
{
    const struct custom_form *form = pg->params;
    struct record record;
    struct record_custom_value custom;
    int64_t set_id;
    if (!record_get(pg->ctx, entity, form->where.id, &record))
        return record_page_unsaved(pg, entity, form->where.id,
                                   arena_printf(pg->ctx->arena, "custom-%s", form->key),
                                   form->value);
    if (!custom_named(pg, &record, form->key, &custom))
        return false;
    bool same = !*form->was || !strcmp(form->was, record_form_mark(pg->ctx->arena, custom.value));
    if (!same && record.version != form->version)
        return custom_conflict(pg, entity, &custom);
    if (!record_label_custom_write(pg->ctx, entity, form->where.id, form->key, form->value,
                                   record.version, &set_id))
        return false;
    if (!pg->in->hx_request) {
        if (set_id)
            reply_flash_undo(pg, "ok", "Saved.", set_id);
        return reply_redirect_to(pg, record_view_below(pg, &record, ""));
    }
    if (!record_get(pg->ctx, entity, form->where.id, &record) ||
        !custom_named(pg, &record, form->key, &custom) ||
        !record_fact_around(pg, &record, custom.field->label, set_id))
        return false;
    show_custom_fact(pg, tree_node(pg->view, "Fact"), &record, &custom);
    return reply_part(pg, "record/record_fact.part.cs");
}

bool
company_tags_page(struct page *pg)
{
    return label_edit(pg, RECORD_COMPANY, LABEL_TAG);
}

bool
company_tags_save(struct page *pg)
{
    return label_save(pg, RECORD_COMPANY, LABEL_TAG);
}

bool
company_lists_page(struct page *pg)
{
    return label_edit(pg, RECORD_COMPANY, LABEL_LIST);
}

bool
company_lists_save(struct page *pg)
{
    return label_save(pg, RECORD_COMPANY, LABEL_LIST);
}

bool
contact_tags_page(struct page *pg)
{
    return label_edit(pg, RECORD_CONTACT, LABEL_TAG);
}

bool
contact_tags_save(struct page *pg)
{
    return label_save(pg, RECORD_CONTACT, LABEL_TAG);
}

bool
contact_lists_page(struct page *pg)
{
    return label_edit(pg, RECORD_CONTACT, LABEL_LIST);
}

bool
contact_lists_save(struct page *pg)
{
    return label_save(pg, RECORD_CONTACT, LABEL_LIST);
}

bool
company_custom_fact_page(struct page *pg)
{
    return custom_edit(pg, RECORD_COMPANY);
}

bool
company_custom_fact_save(struct page *pg)
{
    return custom_save(pg, RECORD_COMPANY);
}

bool
contact_custom_fact_page(struct page *pg)
{
    return custom_edit(pg, RECORD_CONTACT);
}

bool
contact_custom_fact_save(struct page *pg)
{
    return custom_save(pg, RECORD_CONTACT);
}
