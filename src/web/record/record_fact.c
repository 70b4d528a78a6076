/* Facts with their origin. See record_fact.h. */
#include "web/record/record_fact.h"

#include <inttypes.h>
#include <string.h>

#include "base/text.h"
#include "domain/change/change.h"
#include "domain/company/company_class.h"
#include "domain/company/company_name.h"
#include "domain/contact/contact_class.h"
#include "domain/record/record_fact.h"
#include "web/record/record_next.h"
#include "web/record/record_timeline.h"
#include "web/record/record_view.h"
#include "web/view.h"

/* What follows from a fact in the terms that lists are narrowed by. */
struct derived {
    enum record_entity entity;
    int field, code;
    const struct record_choices *choices;
};
static const struct derived derived[] = {
    {RECORD_COMPANY, COMPANY_EMPLOYEES, COMPANY_CODE_SIZE,    &record_sizes      },
    {RECORD_COMPANY, COMPANY_REVENUE,   COMPANY_CODE_REVENUE, &record_revenues   },
    {RECORD_COMPANY, COMPANY_COUNTRY,   COMPANY_CODE_REGION,  &record_regions    },
    {RECORD_CONTACT, CONTACT_EMAIL,     CONTACT_CODE_EMAIL,   &record_email_kinds},
};

/* Where the values of a record come from. */
struct origins {
    struct record_origin of[RECORD_MOST_FIELDS]; /* the change that brought each */
    struct record_fact *found;                   /* what stages found */
    size_t n_found;
};

static bool
read_origins(struct page *pg, const struct record *record, struct origins *out)
{
    return record_history_origins(pg->ctx, record->entity, record->record_id, out->of) &&
           record_fact_list(pg->ctx, record->entity, record->record_id, &out->found, &out->n_found);
}

/* Fields whose class is the fact that lists show and narrow by under the same name; what else it is read
 * off where the field itself is empty. */
struct classed {
    enum record_entity entity;
    int field, code, else_from;
    const struct record_choices *choices;
};
static const struct classed classed[] = {
    {RECORD_COMPANY, COMPANY_INDUSTRY,   COMPANY_CODE_INDUSTRY,   COMPANY_KEYWORDS,  &record_industries},
    {RECORD_CONTACT, CONTACT_SENIORITY,  CONTACT_CODE_SENIORITY,  CONTACT_JOB_TITLE,
     &record_seniorities                                                                               },
    {RECORD_CONTACT, CONTACT_DEPARTMENT, CONTACT_CODE_DEPARTMENT, CONTACT_JOB_TITLE,
     &record_departments                                                                               },
};

static void
codes_of(struct arena *arena, const struct record *record, int16_t *codes)
{
    if (record->entity == RECORD_COMPANY)
        company_class_of(arena, record->values, codes);
    else
        contact_class_of(arena, record->values, codes);
}

static const struct classed *
classed_at(enum record_entity entity, size_t place)
{
    for (size_t i = 0; i < sizeof classed / sizeof *classed; i++)
        if (classed[i].entity == entity && (size_t)classed[i].field == place)
            return &classed[i];
    return NULL;
}

/* The class of such a field; NULL: it is none, or has none. */
static const struct record_choice *
class_of(struct arena *arena, const struct record *record, size_t place)
{
    int16_t codes[RECORD_MOST_CODES] = {0};
    const struct classed *rule = classed_at(record->entity, place);
    if (!rule)
        return NULL;
    codes_of(arena, record, codes);
    return record_code_get(rule->choices, codes[rule->code]);
}

/* The class stands in the field's row, what was written beside it. */
static void
show_class(struct page *pg, struct tree *node, const struct record *record, size_t place)
{
    size_t n;
    const struct classed *rule = classed_at(record->entity, place);
    const struct record_choice *choice = class_of(pg->ctx->arena, record, place);
    const char *value = record->values[place];
    if (!rule || !choice)
        return;
    tree_set(node, "value", choice->label);
    if (value && !text_ascii_equal_nocase(choice->label, value))
        tree_set(node, "given", value);
    if (!value)
        tree_set(node, "from", record_fields(record->entity, &n)[rule->else_from].label);
}

static void
show_derived(struct page *pg, struct tree *node, const struct record *record, size_t place)
{
    int16_t codes[RECORD_MOST_CODES] = {0};
    codes_of(pg->ctx->arena, record, codes);
    struct tree_list list = tree_list(node, "derived");
    for (size_t i = 0; i < sizeof derived / sizeof *derived; i++) {
        const struct derived *rule = &derived[i];
        if (rule->entity != record->entity || (size_t)rule->field != place)
            continue;
        const struct record_choice *choice = record_code_get(rule->choices, codes[rule->code]);
        if (choice && !text_ascii_equal_nocase(choice->label, record->values[place]))
            tree_set(tree_row(&list), "label", choice->label);
    }
}

static const char *
mail_link(struct arena *arena, const char *address)
{
    const char *at = strrchr(address, '@');
    if (!at)
        return NULL;
    return view_url(arena, "mailto:%s@%s", arena_strndup(arena, address, (size_t)(at - address)),
                    at + 1);
}

/* Where a value leads, or NULL. Addresses are canonical: http or https only. */
static const char *
link_of(struct page *pg, const struct record *record, const struct record_field *field,
        const char *value)
{
    struct arena *arena = pg->ctx->arena;
    if (!value)
        return NULL;
    if ((field->type == RECORD_URL || field->type == RECORD_LINKEDIN) &&
        (text_starts(value, "https://") || text_starts(value, "http://")))
        return value;
    if (field->type == RECORD_DOMAIN)
        return arena_printf(arena, "https://%s/", value);
    if (field->type == RECORD_EMAIL)
        return mail_link(arena, value);
    if (field->type == RECORD_PHONE && *value == '+')
        return view_url(arena, "tel:+%s",
                        arena_strndup(arena, value + 1, strspn(value + 1, "0123456789")));
    if (!strcmp(field->name, "company_id") && record->company)
        return record_view_path(pg, RECORD_COMPANY, record->company);
    return NULL;
}

enum { SURE = 80, LIKELY = 60 };

/* How sure a source makes a value: what a person typed is sure, what a file or a stage brought is
 * likely. */
void
record_fact_origin(struct page *pg, struct tree *node, const struct record_origin *origin)
{
    if (!origin->set_id)
        return;
    bool file = !strcmp(origin->set_kind, "import"), stage = !strcmp(origin->set_kind, "stage");
    tree_set(node, "source", origin->source);
    tree_set(node, "who", origin->who ? origin->who : "");
    tree_set(node, "dots", file || stage ? "prov-2" : "prov-3");
    tree_set(node, "certainty",
             file    ? "As it came in a file"
             : stage ? "Found by the pipeline"
                     : "A person put it in");
    tree_set(node, "change",
             arena_printf(pg->ctx->arena, "%s/changes/%" PRId64, pg->base, origin->set_id));
    view_time(pg, node, "when", origin->at_ms);
    if (origin->before)
        tree_set(node, "before", origin->before);
}

/* What a stage found for the field: where the value stands, or what the site says instead. */
static void
show_found(struct page *pg, struct tree *node, const struct record *record,
           const struct record_fact *found, const char *value)
{
    if (found->kind != RECORD_FACT_VALUE)
        return;
    bool name = found->field->type == RECORD_NAME;
    if (name && !strcmp(company_name_key(pg->ctx->arena, found->value),
                        company_name_key(pg->ctx->arena, value)))
        value = found->value; /* with or without its legal form */
    if (strcmp(found->value, value) != 0) {
        /* Descriptions and industries are put in many words. */
        if (found->field->type == RECORD_LONG_TEXT || found->confidence < LIKELY)
            return;
        tree_set(node, "says", record_view_value(record, found->field, found->value));
        if (found->url)
            tree_set(node, "says_page", found->url);
        return;
    }
    if (found->url)
        tree_set(node, "page", found->url);
    if (found->snippet && strcmp(found->snippet, value) != 0)
        tree_set(node, "words", found->snippet);
    tree_set(node, "dots",
             found->confidence >= SURE     ? "prov-3"
             : found->confidence >= LIKELY ? "prov-2"
                                           : "prov-1");
    tree_set(node, "certainty",
             arena_printf(pg->ctx->arena, "%" PRId64 " %%, by where it stands", found->confidence));
}

static void
show_origin(struct page *pg, struct tree *node, const struct record *record,
            const struct record_field *field, const struct record_origin *origin)
{
    struct record_origin shown = *origin;
    if (field->type != RECORD_ID)
        shown.before = record_view_value(record, field, origin->before);
    record_fact_origin(pg, node, &shown);
}

/* A contact's company is edited by its name, whatever the field's own flags say. */
static bool
is_editable(const struct page *pg, const struct record_field *field)
{
    return pg->caller->role_rank >= AUTH_EDITOR &&
           ((field->flags & RECORD_EDIT) || !strcmp(field->name, "company_id"));
}

static void
show_fact(struct page *pg, struct tree *node, const struct record *record, size_t place,
          const struct origins *origins)
{
    size_t n;
    const struct record_field *field = &record_fields(record->entity, &n)[place];
    const char *value = record->values[place];
    tree_set(node, "field", field->name);
    tree_set(node, "label", field->label);
    tree_set(
        node, "edit",
        record_view_below(pg, record, arena_printf(pg->ctx->arena, "/edit?field=%s", field->name)));
    const char *text = record_view_value(record, field, value);
    if (text)
        tree_set(node, "value", text);
    const char *link = link_of(pg, record, field, value);
    if (link)
        tree_set(node, "link", link);
    if (text_starts(link ? link : "", "http"))
        tree_set(node, "outside", "1");
    tree_set_bool(node, "long", field->type == RECORD_LONG_TEXT);
    tree_set_bool(node, "editable", is_editable(pg, field));
    show_class(pg, node, record, place);
    if (value) {
        show_derived(pg, node, record, place);
        show_origin(pg, node, record, field, &origins->of[place]);
        for (size_t i = 0; i < origins->n_found; i++)
            if (origins->found[i].field == field)
                show_found(pg, node, record, &origins->found[i], value);
    }
}

/* Of what is unknown only the fields that people look for stand in sight. */
static bool
stands_in_sight(struct arena *arena, const struct record *record, size_t place)
{
    size_t n;
    const struct record_field *field = &record_fields(record->entity, &n)[place];
    return record->values[place] || class_of(arena, record, place) ||
           (field->flags & (RECORD_SHORT | RECORD_KEY)) || field->type == RECORD_CHOICE ||
           field->type == RECORD_ID || field->type == RECORD_LONG_TEXT;
}

static void
show_group(struct page *pg, struct tree *node, const struct record *record,
           const struct record_group *group, const struct origins *origins)
{
    struct tree_list facts = tree_list(node, "facts"), more = tree_list(node, "more");
    tree_set(node, "label", group->label);
    tree_set(node, "id", group->id);
    for (const int *place = group->places; *place >= 0; place++) {
        bool seen = stands_in_sight(pg->ctx->arena, record, (size_t)*place);
        if (!seen && pg->caller->role_rank < AUTH_EDITOR)
            continue;
        show_fact(pg, tree_row(seen ? &facts : &more), record, (size_t)*place, origins);
    }
    tree_set_i64(node, "n_more", (int64_t)more.count);
    size_t n;
    if (record_fields(record->entity, &n)[group->places[0]].type == RECORD_LONG_TEXT)
        tree_set(node, "wide", "1");
}

bool
record_fact_show(struct page *pg, const struct record *record)
{
    struct origins origins;
    size_t n;
    const struct record_group *groups = record_view_groups(record->entity, &n);
    struct tree_list list = tree_list(pg->view, "Groups");
    if (!read_origins(pg, record, &origins))
        return false;
    for (size_t i = 0; i < n; i++)
        show_group(pg, tree_row(&list), record, &groups[i], &origins);
    return true;
}

bool
record_fact_changed(struct page *pg, const struct record *record, const struct record_field *field,
                    int64_t changed)
{
    struct origins origins;
    size_t n;
    const struct record_field *fields = record_fields(record->entity, &n);
    struct tree_list others = tree_list(pg->view, "Others");
    if (!read_origins(pg, record, &origins))
        return false;
    for (size_t i = 0; i < n; i++) {
        bool itself = &fields[i] == field;
        const struct classed *rule = classed_at(record->entity, i);
        bool follows = rule && changed & CHANGE_BIT(&fields[rule->else_from]);
        if (!itself && !follows && !(changed & CHANGE_BIT(&fields[i])))
            continue;
        struct tree *node = itself ? tree_node(pg->view, "Fact") : tree_row(&others);
        show_fact(pg, node, record, i, &origins);
        if (!itself)
            tree_set(node, "beside", "1");
    }
    return true;
}

void
record_fact_saved(struct page *pg, const struct record *record, const char *label, int64_t set_id)
{
    struct arena *arena = pg->ctx->arena;
    const char *back = view_encode(arena, record_view_below(pg, record, ""));
    tree_set(pg->view, "Saved.label", label);
    tree_set(pg->view, "Saved.undo",
             arena_printf(arena, "%s/changes/%" PRId64 "/undo?back=%s", pg->base, set_id, back));
}

bool
record_fact_around(struct page *pg, const struct record *record, const char *label, int64_t set_id)
{
    record_view_head(pg, record);
    record_next_quality(pg, record);
    if (set_id)
        record_fact_saved(pg, record, label, set_id);
    return record_view_tabs(pg, record) && record_next_show(pg, record) &&
           record_timeline_newest(pg, record, RECORD_EVENTS_SHORT);
}
