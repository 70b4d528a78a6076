/* GET and POST /{tenant}/import/{id}/map: what each column becomes, and what happens to records that
 * exist. Two tabs notice each other by the version; neither loses its choice. */
#include <string.h>

#include "base/text.h"
#include "domain/label/custom_field.h"
#include "domain/record/country.h"
#include "web/import/import_map_form.h"
#include "web/import/pages.h"
#include "web/reply.h"
#include "web/view.h"

enum { CELL_MOST = 60, SPARE_CONSTANTS = 2, FIELDS_MOST = 60 };

static const char *const entities[] = {"company", "contact", NULL};
static const char *const strategies[] = {"fill", "overwrite", "skip", "create", NULL};

static const struct param import_map_items[] = {
    PARAM_ID(struct import_map, id),
    PARAM_I64(struct import_map, version, 0, INT64_MAX, REQUIRED),
    PARAM_CHOICE(struct import_map, entity, entities, REQUIRED),
    PARAM_CHOICE(struct import_map, strategy, strategies, OPTIONAL),
    PARAM_TEXT(struct import_map, country, 2, OPTIONAL),
    PARAM_TEXT(struct import_map, owner, 20, OPTIONAL),
    PARAM_TEXT(struct import_map, tags, 1500, OPTIONAL),
    PARAM_TEXT(struct import_map, list, 120, OPTIONAL),
    PARAM_PAIRS(struct import_map, target, IMPORT_COLUMNS_MAX),
    PARAM_PAIRS(struct import_map, label, IMPORT_COLUMNS_MAX),
    PARAM_PAIRS(struct import_map, type, IMPORT_COLUMNS_MAX),
    PARAM_PAIRS(struct import_map, field, 2 * IMPORT_MAX_FIELDS),
    PARAM_PAIRS(struct import_map, constant_field, 2 * IMPORT_MAX_FIELDS),
    PARAM_PAIRS(struct import_map, constant_value, 2 * IMPORT_MAX_FIELDS),
};
const struct params import_map_params = PARAMS(struct import_map, import_map_items);

/* Groups of targets for the selects: Targets.N.{label,options}; Other comes last. */
static void
show_targets(struct page *pg, const struct import_map_offer *offer)
{
    static const char *const groups[] = {"Company", "Contact"};
    struct arena *arena = pg->ctx->arena;
    struct tree_list list = tree_list(pg->view, "Targets");
    size_t n;
    const struct import_target *targets = import_mapping_targets(arena, &n);
    for (int g = 0; g < 2; g++) {
        struct tree *group = tree_row(&list);
        struct tree_list options = tree_list(group, "options");
        tree_set(group, "label", groups[g]);
        for (size_t i = 0; i < n; i++) {
            if (strcmp(targets[i].group, groups[g]) != 0)
                continue;
            struct tree *option = tree_row(&options);
            tree_set(option, "value", targets[i].target);
            tree_set(option, "label", targets[i].label);
        }
        for (size_t i = 0; i < offer->n_custom; i++) {
            if (offer->custom[i].entity != (g == 0 ? RECORD_COMPANY : RECORD_CONTACT))
                continue;
            struct tree *option = tree_row(&options);
            tree_set(option, "value",
                     arena_printf(arena, "%s.custom.%s", entities[g], offer->custom[i].key));
            tree_set(option, "label", offer->custom[i].label);
        }
        struct tree *option = tree_row(&options);
        tree_set(option, "value", g == 0 ? IMPORT_MAP_NEW_COMPANY : IMPORT_MAP_NEW_CONTACT);
        tree_set(option, "label", g == 0 ? "New company field…" : "New contact field…");
    }
}

/* What a new field can hold: Types.N. A choice needs options, which come later. */
static void
show_types(struct page *pg)
{
    struct tree_list list = tree_list(pg->view, "Types");
    for (size_t i = 0; custom_types[i].name; i++) {
        if (i == CUSTOM_CHOICE)
            continue;
        struct tree *row = tree_row(&list);
        tree_set(row, "value", custom_types[i].name);
        tree_set(row, "label", custom_types[i].label);
    }
}

/* The fields that may have a value for all rows: Constants.N. */
static void
show_constant_fields(struct page *pg)
{
    static const char *const labels[] = {"Company", "Contact"};
    struct tree_list list = tree_list(pg->view, "Constants");
    for (int entity = RECORD_COMPANY; entity <= RECORD_CONTACT; entity++) {
        size_t n;
        const struct record_field *fields = record_fields((enum record_entity)entity, &n);
        struct tree *group = tree_row(&list);
        struct tree_list options = tree_list(group, "options");
        tree_set(group, "label", labels[entity - 1]);
        for (size_t i = 0; i < n; i++) {
            if (!(fields[i].flags & RECORD_IMPORT))
                continue;
            struct tree *option = tree_row(&options);
            tree_set(option, "value",
                     arena_printf(pg->ctx->arena, "%s.%s", entities[entity - 1], fields[i].name));
            tree_set(option, "label", fields[i].label);
        }
    }
}

/* The two first values that say something. */
static void
show_values(struct page *pg, struct tree *row, const struct import_sample *sample, size_t place)
{
    struct arena *arena = pg->ctx->arena;
    struct tree_list values = tree_list(row, "values");
    const char *last = "";
    for (size_t r = 0; r < sample->n_rows && values.count < 2; r++) {
        const char *text = text_squeeze(arena, sample->rows[r][place]);
        if (!*text || !strcmp(text, last))
            continue;
        last = text;
        tree_set(tree_row(&values), "text", text_cut(arena, text, CELL_MOST));
    }
}

static const char *
column_error(struct page *pg, size_t place)
{
    const char *name = arena_printf(pg->ctx->arena, "target.%zu", place);
    for (const struct form_error *error = pg->sent_errors; error; error = error->next)
        if (!strcmp(error->field, name))
            return error->message;
    return NULL;
}

struct tally {
    int64_t sure, check, unclear;
};

static void
show_column(struct page *pg, struct tree *row, const struct import_column *column,
            const struct import_map *form, size_t place, struct tally *tally)
{
    struct arena *arena = pg->ctx->arena;
    const char *target = import_map_pair(&form->target, place, column->target);
    const char *error = column_error(pg, place);
    bool sure = column->confidence >= 0.75, check = !sure && column->confidence >= 0.40;
    tree_set(row, "header", *column->header ? text_cut(arena, column->header, 120) : "No name");
    tree_set(row, "target", target);
    tree_set(row, "label", import_map_pair(&form->label, place, ""));
    tree_set(row, "type", import_map_pair(&form->type, place, "text"));
    tree_set(row, "status", sure ? "ok" : check ? "warn" : "bad");
    tree_set_i64(row, "percent", (int64_t)(column->confidence * 100 + 0.5));
    tree_set(row, "reason", column->reason ? column->reason : "");
    if (error)
        tree_set(row, "error", error);
    *(sure ? &tally->sure : check ? &tally->check : &tally->unclear) += 1;
}

static const char *
error_at(struct page *pg, const char *field)
{
    for (const struct form_error *error = pg->sent_errors; error; error = error->next)
        if (!strcmp(error->field, field))
            return error->message;
    return NULL;
}

static void
show_constants(struct page *pg, const struct import_map *form)
{
    struct arena *arena = pg->ctx->arena;
    struct tree_list list = tree_list(pg->view, "Map.constants");
    size_t shown = 0;
    for (size_t i = 0; i < form->constant_field.count + SPARE_CONSTANTS; i++) {
        const char *field = import_map_pair(&form->constant_field, i, "");
        const char *value = import_map_pair(&form->constant_value, i, "");
        bool spare = !*field && !*value;
        if (spare && shown == SPARE_CONSTANTS)
            continue;
        shown += spare;
        struct tree *row = tree_row(&list);
        const char *error = error_at(pg, arena_printf(arena, "constant_value.%zu", i));
        tree_set_i64(row, "number", (int64_t)i);
        tree_set(row, "field", field);
        tree_set(row, "value", value);
        if (error)
            tree_set(row, "error", error);
    }
}

/* A strategy for each field that a column goes to, under "field by field". */
static void
show_fields(struct page *pg, const struct import_map *form)
{
    struct arena *arena = pg->ctx->arena;
    struct tree_list list = tree_list(pg->view, "Map.fields");
    size_t n;
    const struct import_target *targets = import_mapping_targets(arena, &n);
    for (size_t i = 0; i < n; i++) {
        bool wanted = false;
        for (size_t c = 0; c < form->target.count && !wanted; c++)
            wanted = !strcmp(form->target.items[c].value, targets[i].target);
        size_t place;
        if (!wanted || !import_target_field(targets[i].target, &place) || list.count == FIELDS_MOST)
            continue;
        struct tree *row = tree_row(&list);
        tree_set(row, "name", targets[i].target);
        tree_set(row, "label", arena_printf(arena, "%s: %s", targets[i].group, targets[i].label));
        tree_set(row, "value", "");
        for (size_t f = 0; f < form->field.count; f++)
            if (!strcmp(form->field.items[f].name, targets[i].target))
                tree_set(row, "value", form->field.items[f].value);
        if (*tree_get(row, "value"))
            tree_set(pg->view, "Map.fields_set", "1");
    }
}

static void
show_choices(struct page *pg, const struct import_map *form, const struct import_map_offer *offer)
{
    struct arena *arena = pg->ctx->arena;
    view_option(pg, "country", "", "None");
    for (size_t i = 0; country_at(i); i++)
        view_option(pg, "country", country_at(i)->iso2, country_at(i)->name);
    view_option(pg, "owner", "", "Nobody");
    for (size_t i = 0; i < offer->n_owners; i++)
        view_option(pg, "owner", arena_printf(arena, "%" PRId64, offer->owners[i].user_id),
                    offer->owners[i].name);
    view_field(pg, "entity", form->entity);
    view_field(pg, "strategy", *form->strategy ? form->strategy : "fill");
    view_field(pg, "country", form->country);
    view_field(pg, "owner", form->owner);
    view_field(pg, "tags", form->tags);
    view_field(pg, "list", form->list);
}

/* "Ten columns, seven of them clear." in numbers. */
static void
show_tally(struct page *pg, const struct tally *tally)
{
    struct tree *map = tree_node(pg->view, "Map");
    import_view_count(pg, map, "columns", tally->sure + tally->check + tally->unclear);
    if (tally->sure)
        import_view_count(pg, map, "sure", tally->sure);
    if (tally->check)
        import_view_count(pg, map, "check", tally->check);
    if (tally->unclear)
        import_view_count(pg, map, "unclear", tally->unclear);
}

static void
ignore_error(void *arg, const char *name, const char *message)
{
    (void)arg;
    (void)name;
    (void)message;
}

/* What is shown: the stored choice, or what was just sent. */
static bool
form_of(struct page *pg, const struct import *import, const struct import_mapping *mapping,
        const struct import_map_offer *offer, struct import_map *out)
{
    struct import_options options;
    void *sent = NULL;
    if (!import_options(pg->ctx, import, &options))
        return false;
    import_map_form_make(pg->ctx->arena, mapping, &options, offer, out);
    if (!pg->sent)
        return true;
    if (!params_bind(pg->ctx, &import_map_params, pg->sent, false, &sent, ignore_error, NULL))
        err_clear(pg->ctx); /* what fits is shown */
    if (sent)
        *out = *(const struct import_map *)sent;
    tree_set_bool(pg->view, "Map.elsewhere", error_at(pg, "version") != NULL);
    return true;
}

bool
import_map_page(struct page *pg)
{
    const struct import_one *one = pg->params;
    struct ctx *ctx = pg->ctx;
    struct import import;
    struct import_mapping mapping;
    struct import_sample sample;
    struct csv_dialect dialect;
    struct import_map_offer offer;
    struct import_map form = {0};
    struct tally tally = {0};
    if (!import_view_read(pg, one->id, &import))
        return false;
    if (import.change_set_id || !import.file || !import.mapping || !strcmp(import.state, "running"))
        return reply_redirect_to(pg, import_view_path(pg, one->id, ""));
    if (!import_mapping(ctx, &import, &mapping) || !import_dialect(ctx, &import, &dialect) ||
        !import_sample_read(ctx, &import, &sample) || !import_map_offer_read(ctx, &offer) ||
        !form_of(pg, &import, &mapping, &offer, &form))
        return false;
    import_view_head(pg, &import, IMPORT_STEP_MAP);
    import_view_dialect(pg, &import, &dialect, &sample);
    show_targets(pg, &offer);
    show_types(pg);
    show_constant_fields(pg);
    struct tree_list columns = tree_list(pg->view, "Columns");
    for (size_t i = 0; i < mapping.n_columns && i < sample.n_columns; i++) {
        struct tree *row = tree_row(&columns);
        show_column(pg, row, &mapping.columns[i], &form, i, &tally);
        show_values(pg, row, &sample, i);
    }
    show_tally(pg, &tally);
    show_constants(pg, &form);
    show_fields(pg, &form);
    show_choices(pg, &form, &offer);
    tree_set(pg->view, "Map.known_export", mapping.known_export ? mapping.known_export : "");
    tree_set(pg->view, "Map.entity_reason", mapping.entity_reason ? mapping.entity_reason : "");
    tree_set(pg->view, "Map.path", import_view_path(pg, one->id, "/map"));
    return reply_template(pg);
}

bool
import_map_save_page(struct page *pg)
{
    const struct import_map *form = pg->params;
    struct ctx *ctx = pg->ctx;
    struct import import;
    struct import_mapping mapping;
    struct import_options options;
    struct import_map_offer offer;
    if (!import_view_read(pg, form->id, &import) || !import_mapping(ctx, &import, &mapping) ||
        !import_map_offer_read(ctx, &offer) ||
        !import_map_form_mapping(ctx, form, &offer, &mapping) ||
        !import_map_form_options(ctx, form, &offer, &options) ||
        !import_choose(ctx, form->id, form->version, &mapping, &options, true) ||
        !import_remember(ctx, &mapping))
        return false;
    return reply_redirect_to(pg, import_view_path(pg, form->id, "/preview"));
}
