/* GET /{tenant}/contacts/{id}/merge (and companies): which other record to merge with; with=ID: what
 * both say, field by field. POST merges. */
#include <inttypes.h>
#include <string.h>

#include "domain/bulk/merge.h"
#include "domain/change/change.h"
#include "web/bulk/bulk_view.h"
#include "web/bulk/pages.h"
#include "web/record/record_view.h"
#include "web/reply.h"
#include "web/view.h"

enum { SEARCH_MAX = 200, FOUND_MOST = 20, FIELDS_MOST = 64 };

struct shown {
    int64_t id, with;
    const char *q;
};
static const struct param shown_items[] = {
    PARAM_ID(struct shown, id),
    PARAM_ID_OR_NONE(struct shown, with),
    PARAM_TEXT(struct shown, q, SEARCH_MAX, OPTIONAL),
};
const struct params merge_params = PARAMS(struct shown, shown_items);

struct chosen {
    int64_t id, with;
    struct param_pairs take;
};
static const struct param chosen_items[] = {
    PARAM_ID(struct chosen, id),
    PARAM_ID(struct chosen, with),
    PARAM_PAIRS(struct chosen, take, FIELDS_MOST),
};
const struct params merge_do_params = PARAMS(struct chosen, chosen_items);

static const char *
merge_path(struct page *pg, enum record_entity entity, int64_t stays, int64_t goes)
{
    return arena_printf(pg->ctx->arena, "%s/merge?with=%" PRId64,
                        record_view_path(pg, entity, stays), goes);
}

static const char *
value_text(const struct record *record, const struct record_field *field, size_t place)
{
    const char *value = record->values[place];
    if (!value)
        return NULL;
    if (!strcmp(field->name, "company_id"))
        return record->company_name;
    if (!strcmp(field->name, "owner_id"))
        return record->owner_name;
    return record_view_value(record, field, value);
}

/* Values that both keep: names of labels instead of their ids. */
static const char *
joined_text(const struct record *record, const struct record_field *field, size_t place)
{
    if (!strcmp(field->name, "tag_ids"))
        return record->tags;
    if (!strcmp(field->name, "list_ids"))
        return record->lists;
    return record->values[place];
}

static void
show_fields(struct page *pg, const struct merge *merge)
{
    size_t n;
    const struct record_field *fields = record_fields(merge->stays.entity, &n);
    struct tree_list rows = tree_list(pg->view, "Fields");
    struct tree_list both = tree_list(pg->view, "Both");
    for (size_t i = 0; i < n; i++) {
        int64_t bit = CHANGE_BIT(&fields[i]);
        if (merge->differing & bit) {
            struct tree *row = tree_row(&rows);
            tree_set(row, "name", fields[i].name);
            tree_set(row, "label", fields[i].label);
            tree_set(row, "stays", value_text(&merge->stays, &fields[i], i));
            tree_set(row, "goes", value_text(&merge->goes, &fields[i], i));
            tree_set_bool(row, "take", (merge->proposed & bit) != 0);
        } else if (merge->joined & bit && fields[i].type != RECORD_CUSTOM) {
            struct tree *row = tree_row(&both);
            tree_set(row, "label", fields[i].label);
            tree_set(row, "stays", joined_text(&merge->stays, &fields[i], i));
            tree_set(row, "goes", joined_text(&merge->goes, &fields[i], i));
        }
    }
}

static void
show_side(struct page *pg, const char *name, const struct record *record)
{
    struct tree *node = tree_node(pg->view, name);
    tree_set(node, "name", record->label);
    tree_set(node, "path", record_view_path(pg, record->entity, record->record_id));
    tree_set_i64(node, "id", record->record_id);
    view_time(pg, node, "since", record->created_ms);
    if (record->people)
        tree_set(node, "people", bulk_view_count(pg, RECORD_CONTACT, record->people));
}

/* What tells a record apart from its namesake. */
static const char *
detail_of(const struct record *record)
{
    const char *detail =
        record->values[record->entity == RECORD_COMPANY ? (int)COMPANY_DOMAIN : (int)CONTACT_EMAIL];
    return detail ? detail : "";
}

/* The name of a side beside each of its values; two of one name are told apart. */
static const char *
told(struct arena *arena, const struct record *record, const struct record *other)
{
    const char *detail = detail_of(record);
    if (strcmp(record->label, other->label) != 0)
        return record->label;
    if (strcmp(detail, detail_of(other)) != 0)
        return arena_printf(arena, "%s, %s", record->label,
                            *detail                            ? detail
                            : record->entity == RECORD_COMPANY ? "without a domain"
                                                               : "without an e-mail");
    return arena_printf(arena, "%s, record %" PRId64, record->label, record->record_id);
}

static bool
show_both(struct page *pg, enum record_entity entity, int64_t stays, int64_t goes)
{
    struct merge merge;
    if (!merge_read(pg->ctx, entity, stays, goes, &merge))
        return false;
    show_side(pg, "Stays", &merge.stays);
    show_side(pg, "Goes", &merge.goes);
    tree_set(pg->view, "Stays.told", told(pg->ctx->arena, &merge.stays, &merge.goes));
    tree_set(pg->view, "Goes.told", told(pg->ctx->arena, &merge.goes, &merge.stays));
    show_fields(pg, &merge);
    tree_set(pg->view, "Merge.swap", merge_path(pg, entity, goes, stays));
    return true;
}

/* Nobody is chosen yet: who it may be. */
static bool
show_found(struct page *pg, enum record_entity entity, int64_t id, const char *q)
{
    struct record record;
    struct record_twin *found;
    size_t n;
    if (!record_get(pg->ctx, entity, id, &record) ||
        !merge_find(pg->ctx, entity, id, q, FOUND_MOST, &found, &n))
        return false;
    show_side(pg, "Stays", &record);
    tree_set(pg->view, "Merge.q", q);
    struct tree_list rows = tree_list(pg->view, "Found");
    for (size_t i = 0; i < n; i++) {
        struct tree *row = tree_row(&rows);
        tree_set(row, "name", found[i].label);
        tree_set(row, "detail", found[i].detail);
        tree_set(row, "path", merge_path(pg, entity, id, found[i].record_id));
    }
    return true;
}

static bool
merge_page(struct page *pg, enum record_entity entity)
{
    const struct shown *shown = pg->params;
    tree_set(pg->view, "Merge.one", entity == RECORD_COMPANY ? "company" : "contact");
    tree_set(pg->view, "Merge.records", entity == RECORD_COMPANY ? "Companies" : "Contacts");
    tree_set(pg->view, "Merge.list", bulk_view_list(pg, entity));
    tree_set(pg->view, "Merge.path",
             arena_printf(pg->ctx->arena, "%s/merge", record_view_path(pg, entity, shown->id)));
    if (shown->with ? !show_both(pg, entity, shown->id, shown->with)
                    : !show_found(pg, entity, shown->id, shown->q))
        return false;
    return reply_template(pg);
}

static bool
merge_save(struct page *pg, enum record_entity entity)
{
    const struct chosen *chosen = pg->params;
    struct merge merge;
    int64_t take = 0, set_id, moved;
    if (!merge_read(pg->ctx, entity, chosen->id, chosen->with, &merge))
        return false;
    for (size_t i = 0; i < chosen->take.count; i++) {
        const struct param_pair *pair = &chosen->take.items[i];
        const struct record_field *field = record_field_get(entity, pair->name);
        if (!field)
            return err_raise(pg->ctx, ERR_INPUT, "There is no field %s.", pair->name);
        if (!strcmp(pair->value, "goes"))
            take |= CHANGE_BIT(field);
    }
    if (!merge_do(pg->ctx, &merge, take, &set_id, &moved))
        return false;
    const char *text =
        arena_printf(pg->ctx->arena, "%s is merged into this one.", merge.goes.label);
    if (moved)
        text = arena_printf(pg->ctx->arena, "%s %s moved here.", text,
                            bulk_view_count(pg, RECORD_CONTACT, moved));
    reply_flash_undo(pg, "ok", text, set_id);
    return reply_redirect_to(pg, record_view_path(pg, entity, chosen->id));
}

bool
company_merge_page(struct page *pg)
{
    return merge_page(pg, RECORD_COMPANY);
}

bool
contact_merge_page(struct page *pg)
{
    return merge_page(pg, RECORD_CONTACT);
}

bool
company_merge_save(struct page *pg)
{
    return merge_save(pg, RECORD_COMPANY);
}

bool
contact_merge_save(struct page *pg)
{
    return merge_save(pg, RECORD_CONTACT);
}
