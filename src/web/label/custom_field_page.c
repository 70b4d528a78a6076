/* /{tenant}/settings/fields: the custom fields of contacts and companies; adding, changing, ordering,
 * archiving, deleting. Everybody reads, admins change. */
#include "domain/label/custom_field.h"

#include <string.h>

#include "web/account/account_view.h"
#include "web/label/label_view.h"
#include "web/label/pages.h"
#include "web/reply.h"
#include "web/view.h"

enum { ADDED_MOST = 13000 };

static const char *const entities[] = {"contact", "company", NULL};
static const char *const directions[] = {"up", "down", NULL};

struct field_new {
    const char *of;
};
static const struct param new_items[] = {
    PARAM_CHOICE(struct field_new, of, entities, OPTIONAL),
};
const struct params field_new_params = PARAMS(struct field_new, new_items);

/* Of the forms of a new and of a present field: of is the new one's, id and options the other's. */
struct field_form {
    int64_t id;
    const char *of, *label, *type, *added;
    struct param_pairs options;
};
static const struct param add_items[] = {
    PARAM_CHOICE(struct field_form, of, entities, REQUIRED),
    PARAM_TEXT(struct field_form, label, CUSTOM_LABEL_MOST, REQUIRED),
    PARAM_TEXT(struct field_form, type, 20, REQUIRED),
    PARAM_LONG(struct field_form, added, ADDED_MOST, OPTIONAL),
};
const struct params field_add_params = PARAMS(struct field_form, add_items);
static const struct param save_items[] = {
    PARAM_ID(struct field_form, id),
    PARAM_TEXT(struct field_form, label, CUSTOM_LABEL_MOST, REQUIRED),
    PARAM_TEXT(struct field_form, type, 20, REQUIRED),
    PARAM_LONG(struct field_form, added, ADDED_MOST, OPTIONAL),
    PARAM_PAIRS(struct field_form, options, CUSTOM_OPTIONS_MOST),
};
const struct params field_save_params = PARAMS(struct field_form, save_items);

struct field_one {
    int64_t id;
};
static const struct param one_items[] = {PARAM_ID(struct field_one, id)};
const struct params field_one_params = PARAMS(struct field_one, one_items);

struct field_moving {
    int64_t id;
    const char *where;
};
static const struct param move_items[] = {
    PARAM_ID(struct field_moving, id),
    PARAM_CHOICE(struct field_moving, where, directions, REQUIRED),
};
const struct params field_move_params = PARAMS(struct field_moving, move_items);

struct field_deleting {
    int64_t id, count;
};
static const struct param delete_items[] = {
    PARAM_ID(struct field_deleting, id),
    PARAM_I64(struct field_deleting, count, 0, INT64_MAX, REQUIRED),
};
const struct params field_delete_params = PARAMS(struct field_deleting, delete_items);

static const char *
list_path(struct page *pg)
{
    return arena_printf(pg->ctx->arena, "%s/settings/fields", pg->base);
}

static void
fill_row(struct page *pg, struct tree *row, const struct custom_field *field)
{
    const struct custom_type_info *type = &custom_types[custom_type_of(field->type)];
    tree_set_i64(row, "id", field->id);
    tree_set(row, "label", field->label);
    tree_set(row, "key", field->key);
    tree_set(row, "type", type->label);
    tree_set(row, "records", view_number(pg, field->records));
    tree_set_bool(row, "archived", field->archived);
    const char *options = "";
    for (size_t i = 0; i < field->n_options; i++)
        options = arena_printf(pg->ctx->arena, "%s%s%s", options, i ? ", " : "", field->options[i]);
    tree_set(row, "options", options);
}

bool
field_list_page(struct page *pg)
{
    static const struct {
        enum record_entity entity;
        const char *title, *of, *none;
    } groups[] = {
        {RECORD_CONTACT, "Fields of contacts",  "contact", "Contacts have no custom field." },
        {RECORD_COMPANY, "Fields of companies", "company", "Companies have no custom field."},
    };
    struct custom_field *fields;
    size_t n;
    if (!custom_field_counts(pg->ctx, &fields, &n))
        return false;
    struct tree_list list = tree_list(pg->view, "Groups");
    for (size_t g = 0; g < sizeof groups / sizeof *groups; g++) {
        struct tree *group = tree_row(&list), *last = NULL;
        tree_set(group, "title", groups[g].title);
        tree_set(group, "of", groups[g].of);
        tree_set(group, "none", groups[g].none);
        struct tree_list rows = tree_list(group, "fields");
        for (size_t i = 0; i < n; i++) {
            if (fields[i].entity != (int64_t)groups[g].entity)
                continue;
            struct tree *row = tree_row(&rows);
            fill_row(pg, row, &fields[i]);
            tree_set_bool(row, "up", !fields[i].archived && last);
            if (last && !fields[i].archived)
                tree_set(last, "down", "1");
            last = row;
        }
    }
    tree_set_bool(pg->view, "Fields.any", n > 0);
    account_tabs(pg);
    return reply_template(pg);
}

static void
fill_types(struct page *pg, const char *chosen)
{
    view_field(pg, "type", chosen);
    for (const struct custom_type_info *type = custom_types; type->name; type++)
        view_option(pg, "type", type->name,
                    arena_printf(pg->ctx->arena, "%s: %s", type->label, type->hint));
}

bool
field_new_page(struct page *pg)
{
    const struct field_new *in = pg->params;
    fill_types(pg, "text");
    view_field(pg, "of", *in->of ? in->of : "contact");
    view_option(pg, "of", "contact", "Contacts");
    view_option(pg, "of", "company", "Companies");
    tree_set(pg->view, "Field.title", "New field");
    tree_set(pg->view, "Field.path", list_path(pg));
    tree_set_bool(pg->view, "Field.is_new", true);
    account_tabs(pg);
    return reply_template(pg);
}

bool
field_add_page(struct page *pg)
{
    const struct field_form *in = pg->params;
    const struct custom_field_form form = {
        .label = in->label, .type = in->type, .added = in->added};
    int64_t id;
    if (!custom_field_add(pg->ctx, strcmp(in->of, "company") ? RECORD_CONTACT : RECORD_COMPANY,
                          &form, &id))
        return false;
    reply_flash(pg, "ok", arena_printf(pg->ctx->arena, "%s is there now.", in->label), NULL, NULL);
    return reply_redirect_to(pg, list_path(pg));
}

/* What stands in the text field of an option: as sent, or as it is. */
static const char *
option_shown(struct page *pg, size_t place, const char *option)
{
    const char *name = arena_printf(pg->ctx->arena, "options.%zu", place);
    for (size_t i = 0; pg->sent && i < pg->sent->count; i++)
        if (!strcmp(pg->sent->values[i].name, name))
            return pg->sent->values[i].value;
    return option;
}

bool
field_edit_page(struct page *pg)
{
    const struct field_one *one = pg->params;
    struct custom_field field;
    int64_t live, trashed;
    if (!custom_field_get(pg->ctx, one->id, &field) ||
        !custom_field_reach(pg->ctx, &field, &live, &trashed))
        return false;
    struct tree *node = tree_node(pg->view, "Field");
    fill_row(pg, node, &field);
    bool company = field.entity == RECORD_COMPANY;
    tree_set(node, "records", label_view_records(pg, company ? live : 0, company ? 0 : live));
    tree_set_bool(node, "used", live + trashed > 0);
    tree_set(node, "title", field.label);
    tree_set(node, "path", list_path(pg));
    view_field(pg, "label", field.label);
    fill_types(pg, field.type);
    struct tree_list list = tree_list(pg->view, "Options");
    for (size_t i = 0; i < field.n_options; i++) {
        struct tree *row = tree_row(&list);
        tree_set_i64(row, "place", (int64_t)i);
        tree_set(row, "name", field.options[i]);
        tree_set(row, "value", option_shown(pg, i, field.options[i]));
    }
    account_tabs(pg);
    return reply_template(pg);
}

/* The present options under their new names, by place; those that the form leaves out stay. */
static const char *const *
options_of(struct page *pg, const struct custom_field *field, const struct param_pairs *pairs)
{
    const char **options = ARENA_ARRAY(pg->ctx->arena, field->n_options + 1, const char *);
    for (size_t i = 0; i < field->n_options; i++) {
        const char *place = arena_printf(pg->ctx->arena, "%zu", i);
        options[i] = field->options[i];
        for (size_t j = 0; j < pairs->count; j++)
            if (!strcmp(pairs->items[j].name, place))
                options[i] = pairs->items[j].value;
    }
    return options;
}

bool
field_save_page(struct page *pg)
{
    const struct field_form *in = pg->params;
    struct custom_field field;
    struct custom_field_done done;
    if (!custom_field_get(pg->ctx, in->id, &field))
        return false;
    const struct custom_field_form form = {.label = in->label,
                                           .type = in->type,
                                           .options = options_of(pg, &field, &in->options),
                                           .n_options = field.n_options,
                                           .added = in->added};
    bool ok = custom_field_change(pg->ctx, in->id, &form, &done);
    if (!ok && pg->ctx->err.kind != ERR_CONFLICT)
        return false;
    if (!ok)
        return account_back(pg, ok, "", list_path(pg));
    return label_view_done(pg, "Saved.", done.set_id, done.job_id, list_path(pg));
}

bool
field_move_page(struct page *pg)
{
    const struct field_moving *in = pg->params;
    return custom_field_move(pg->ctx, in->id, strcmp(in->where, "up") ? 1 : -1) &&
           reply_redirect_to(pg, list_path(pg));
}

bool
field_archive_page(struct page *pg)
{
    const struct field_one *one = pg->params;
    if (!custom_field_archive(pg->ctx, one->id, true))
        return false;
    reply_flash(pg, "ok", "Archived: its values are kept, but shown nowhere.", NULL, NULL);
    return reply_redirect_to(pg, list_path(pg));
}

bool
field_restore_page(struct page *pg)
{
    const struct field_one *one = pg->params;
    if (!custom_field_archive(pg->ctx, one->id, false))
        return false;
    reply_flash(pg, "ok", "The field and its values are shown again.", NULL, NULL);
    return reply_redirect_to(pg, list_path(pg));
}

bool
field_delete_ask_page(struct page *pg)
{
    const struct field_one *one = pg->params;
    struct custom_field field;
    int64_t live, trashed;
    if (!custom_field_get(pg->ctx, one->id, &field) ||
        !custom_field_reach(pg->ctx, &field, &live, &trashed))
        return false;
    struct tree *node = tree_node(pg->view, "Field");
    bool company = field.entity == RECORD_COMPANY;
    fill_row(pg, node, &field);
    tree_set(node, "records", label_view_records(pg, company ? live : 0, company ? 0 : live));
    tree_set(node, "trash", label_view_trash(pg, trashed));
    tree_set_i64(node, "count", live + trashed);
    tree_set_bool(node, "used", live + trashed > 0);
    tree_set(node, "path", list_path(pg));
    account_tabs(pg);
    return reply_template(pg);
}

bool
field_delete_page(struct page *pg)
{
    const struct field_deleting *in = pg->params;
    struct custom_field field;
    struct custom_field_done done;
    int64_t live, trashed;
    if (!custom_field_get(pg->ctx, in->id, &field) ||
        !custom_field_reach(pg->ctx, &field, &live, &trashed))
        return false;
    if (live + trashed != in->count)
        return reply_form_error(pg, "",
                                "Meanwhile the number of records has changed. Look at it "
                                "again, then confirm.");
    bool ok = custom_field_delete(pg->ctx, in->id, &done);
    if (!ok && pg->ctx->err.kind != ERR_CONFLICT)
        return false;
    if (!ok)
        return account_back(pg, ok, "", list_path(pg));
    return label_view_done(
        pg, arena_printf(pg->ctx->arena, "%s is deleted with its values.", done.label), done.set_id,
        done.job_id, list_path(pg));
}
