/* Views of one record. See record_view.h. */
#include "web/record/record_view.h"

#include <inttypes.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "domain/record/country.h"
#include "domain/record/record_history.h"
#include "web/view.h"

enum { TAIL_MOST = 20 * 1024 };

/* clang-format off */
static const struct record_group company_groups[] = {
    {"About", "about", {COMPANY_NAME, COMPANY_LEGAL_FORM, COMPANY_INDUSTRY, COMPANY_EMPLOYEES, COMPANY_REVENUE,
        COMPANY_FOUNDED_YEAR, COMPANY_REGISTRY_NUMBER, COMPANY_KEYWORDS, -1}},
    {"How to reach", "reach", {COMPANY_DOMAIN, COMPANY_WEBSITE_URL, COMPANY_LINKEDIN_URL, COMPANY_EMAIL,
        COMPANY_PHONE, COMPANY_CRUNCHBASE_URL, COMPANY_LOGO_URL, -1}},
    {"Where", "where", {COMPANY_ADDRESS, COMPANY_CITY, COMPANY_POSTAL_CODE, COMPANY_REGION, COMPANY_COUNTRY, -1}},
    {"In this workspace", "here", {COMPANY_STATUS, COMPANY_TIER, COMPANY_OWNER_ID, COMPANY_SOURCE, -1}},
    {"Description", "description", {COMPANY_DESCRIPTION, -1}},
    {"Notes", "notes", {COMPANY_NOTES, -1}},
};
static const struct record_group contact_groups[] = {
    {"How to reach", "reach", {CONTACT_EMAIL, CONTACT_PHONE, CONTACT_MOBILE_PHONE, CONTACT_LINKEDIN_URL,
        CONTACT_LINKEDIN_ACTIVITY, CONTACT_OTHER_EMAILS, CONTACT_OTHER_PHONES, -1}},
    {"Role", "role", {CONTACT_JOB_TITLE, CONTACT_COMPANY_ID, CONTACT_SENIORITY, CONTACT_DEPARTMENT, -1}},
    {"Person", "person", {CONTACT_NAME_PREFIX, CONTACT_FIRST_NAME, CONTACT_LAST_NAME, CONTACT_NAME_SUFFIX,
        CONTACT_LANGUAGE, CONTACT_BIRTHDAY, -1}},
    {"Where", "where", {CONTACT_ADDRESS, CONTACT_CITY, CONTACT_POSTAL_CODE, CONTACT_REGION, CONTACT_COUNTRY, -1}},
    {"In this workspace", "here", {CONTACT_STATUS, CONTACT_OWNER_ID, CONTACT_SOURCE, -1}},
    {"Notes", "notes", {CONTACT_NOTES, -1}},
};
/* clang-format on */

const struct record_group *
record_view_groups(enum record_entity entity, size_t *n)
{
    *n = entity == RECORD_COMPANY ? sizeof company_groups / sizeof *company_groups
                                  : sizeof contact_groups / sizeof *contact_groups;
    return entity == RECORD_COMPANY ? company_groups : contact_groups;
}

const char *
record_view_path(struct page *pg, enum record_entity entity, int64_t record_id)
{
    return arena_printf(pg->ctx->arena, "%s/%s/%" PRId64, pg->base,
                        entity == RECORD_COMPANY ? "companies" : "contacts", record_id);
}

const char *
record_view_tail(struct page *pg)
{
    static const char *const names[] = {"from", "sort", "dir"};
    struct buf buf;
    buf_init(&buf, pg->ctx->arena, TAIL_MOST);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        for (size_t j = 0; j < pg->input.count; j++) {
            const struct param_value *sent = &pg->input.values[j];
            if (sent->source == PARAM_FROM_QUERY && !strcmp(sent->name, names[i]))
                buf_printf(&buf, "%c%s=%s", *buf.data ? '&' : '?', names[i],
                           view_encode(pg->ctx->arena, sent->value));
        }
    return buf.data;
}

const char *
record_view_below(struct page *pg, const struct record *record, const char *below)
{
    const char *tail = record_view_tail(pg);
    bool joins = *tail && strchr(below, '?');
    return arena_printf(pg->ctx->arena, "%s%s%s%s",
                        record_view_path(pg, record->entity, record->record_id), below,
                        joins ? "&" : "", joins ? tail + 1 : tail);
}

void
record_view_places(struct page *pg)
{
    static const struct {
        const char *name, *path, *row;
    } places[] = {
        {"imports", "/import",           "/{tenant}/import"          },
        {"members", "/settings/members", "/{tenant}/settings/members"},
    };
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        for (size_t j = 0; j < pg->web->n_routes; j++)
            if (pg->web->routes[j].method == GET && !strcmp(pg->web->routes[j].path, places[i].row))
                tree_set(tree_node(pg->view, "Places"), places[i].name,
                         arena_printf(pg->ctx->arena, "%s%s", pg->base, places[i].path));
}

const char *
record_view_value(const struct record *record, const struct record_field *field, const char *value)
{
    if (!value)
        return NULL;
    if (field->type == RECORD_COUNTRY) {
        const struct country *country = country_by_code(value);
        return country ? country->name : value;
    }
    if (field->type == RECORD_CHOICE) {
        const struct record_choice *choice = record_code_named(field->choices, value);
        return choice ? choice->label : value;
    }
    if (!strcmp(field->name, "owner_id"))
        return record->owner_name;
    if (!strcmp(field->name, "company_id"))
        return record->company_name;
    return value;
}

/* What stands under the name: "VP Engineering at Lumenfold", "Software · Brno, Czechia". */
static void
show_subtitle(struct page *pg, const struct record *record)
{
    bool company = record->entity == RECORD_COMPANY;
    const char *const *values = record->values;
    const char *code = values[company ? (int)COMPANY_COUNTRY : (int)CONTACT_COUNTRY];
    const char *city = values[company ? (int)COMPANY_CITY : (int)CONTACT_CITY];
    const struct country *country = code ? country_by_code(code) : NULL;
    struct tree *node = tree_node(pg->view, "Record");
    tree_set(node, "about", values[company ? (int)COMPANY_INDUSTRY : (int)CONTACT_JOB_TITLE]);
    tree_set(node, "place",
             city && country ? arena_printf(pg->ctx->arena, "%s, %s", city, country->name)
             : city          ? city
             : country       ? country->name
                             : "");
    if (record->company) {
        tree_set(node, "company", record->company_name);
        tree_set(node, "company_path", record_view_path(pg, RECORD_COMPANY, record->company));
    }
}

/* Which colour a status has: won, on its way, gone. */
static const char *
badge_of(const char *status)
{
    static const struct {
        const char *status, *kind;
    } kinds[] = {
        {"customer",     " badge-ok"  },
        {"active",       " badge-ok"  },
        {"partner",      " badge-ok"  },
        {"approached",   " badge-info"},
        {"prospect",     " badge-info"},
        {"churned",      " badge-warn"},
        {"dormant",      " badge-warn"},
        {"disqualified", " badge-bad" },
    };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (!strcmp(kinds[i].status, status))
            return kinds[i].kind;
    return "";
}

static void
add_badge(struct tree_list *list, const char *kind, const char *icon, const char *label)
{
    if (!label)
        return;
    struct tree *row = tree_row(list);
    tree_set(row, "kind", kind);
    tree_set(row, "icon", icon);
    tree_set(row, "label", label);
}

static void
show_badges(struct page *pg, const struct record *record)
{
    struct tree_list list = tree_list(pg->view, "Record.badges");
    const struct record_field *status = record_field_get(record->entity, "status"),
                              *tier = record_field_get(record->entity, "tier");
    bool company = record->entity == RECORD_COMPANY;
    const char *value = record->values[company ? (int)COMPANY_STATUS : (int)CONTACT_STATUS];
    if (value)
        add_badge(&list, badge_of(value), "", record_view_value(record, status, value));
    if (company && tier)
        add_badge(&list, "", "", record_view_value(record, tier, record->values[COMPANY_TIER]));
    add_badge(&list, "", "user", record->owner_name);
    if (record->duplicate_of)
        add_badge(&list, " badge-warn", "copy", "Duplicate kept");
}

void
record_view_head(struct page *pg, const struct record *record)
{
    struct tree *node = tree_node(pg->view, "Record");
    bool company = record->entity == RECORD_COMPANY;
    tree_set(node, "name", record->label);
    tree_set(node, "initials", view_initials(pg->ctx->arena, record->label));
    tree_set_i64(node, "avatar", record->record_id % 6 + 1);
    tree_set(node, "path", record_view_path(pg, record->entity, record->record_id));
    tree_set(node, "tail", record_view_tail(pg));
    tree_set(node, "here", record_view_below(pg, record, ""));
    tree_set_bool(node, "is_company", company);
    if (company)
        tree_set(node, "add_contact",
                 arena_printf(pg->ctx->arena, "%s/contacts/new?with=%" PRId64, pg->base,
                              record->record_id));
    tree_set_i64(node, "id", record->record_id);
    tree_set_i64(node, "version", record->version);
    tree_set(node, "people", view_number(pg, record->people));
    view_time(pg, node, "created", record->created_ms);
    view_time(pg, node, "updated", record->updated_ms);
    if (record->duplicate_of) {
        tree_set(node, "twin", record->duplicate_label);
        tree_set(node, "twin_path", record_view_path(pg, record->entity, record->duplicate_of));
    }
    if (record->duplicates)
        tree_set(node, "duplicates", view_number(pg, record->duplicates));
    show_subtitle(pg, record);
    show_badges(pg, record);
}

bool
record_view_tabs(struct page *pg, const struct record *record)
{
    struct record_history_numbers numbers;
    if (!record_history_count(pg->ctx, record, &numbers))
        return false;
    tree_set(pg->view, "Record.events", view_number(pg, numbers.changes + numbers.notes));
    tree_set(pg->view, "Record.notes", view_number(pg, numbers.notes));
    return true;
}
