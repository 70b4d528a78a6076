/* Views of one record. See record_view.h. */
#include "web/record/record_view.h"

#include <inttypes.h>
#include <string.h>

#include "base/text.h"
#include "base/uri.h"
#include "domain/change/change.h"
#include "domain/record/country.h"
#include "web/view.h"

static const struct record_group company_groups[] = {
    {"About",
     "about",                            {COMPANY_NAME, COMPANY_LEGAL_FORM, COMPANY_INDUSTRY, COMPANY_EMPLOYEES, COMPANY_REVENUE,
      COMPANY_FOUNDED_YEAR, COMPANY_REGISTRY_NUMBER, COMPANY_KEYWORDS, -1}                                           },
    {"How to reach",
     "reach",                            {COMPANY_DOMAIN, COMPANY_WEBSITE_URL, COMPANY_LINKEDIN_URL, COMPANY_EMAIL, COMPANY_PHONE,
      COMPANY_CRUNCHBASE_URL, COMPANY_LOGO_URL, -1}                                                                  },
    {"Where",
     "where",                            {COMPANY_ADDRESS, COMPANY_CITY, COMPANY_POSTAL_CODE, COMPANY_REGION, COMPANY_COUNTRY, -1}},
    {"In this workspace", "here",        {COMPANY_OWNER_ID, COMPANY_SOURCE, -1}                                                   },
    {"Description",       "description", {COMPANY_DESCRIPTION, -1}                                                                },
    {"Notes",             "notes",       {COMPANY_NOTES, -1}                                                                      },
};
static const struct record_group contact_groups[] = {
    {"How to reach",
     "reach",                      {CONTACT_EMAIL, CONTACT_OTHER_EMAILS, CONTACT_PHONE, CONTACT_MOBILE_PHONE,
      CONTACT_OTHER_PHONES, CONTACT_LINKEDIN_URL, -1}                                                          },
    {"Role",
     "role",                       {CONTACT_JOB_TITLE, CONTACT_COMPANY_ID, CONTACT_SENIORITY, CONTACT_DEPARTMENT, -1}       },
    {"Person",
     "person",                     {CONTACT_NAME_PREFIX, CONTACT_FIRST_NAME, CONTACT_LAST_NAME, CONTACT_NAME_SUFFIX,
      CONTACT_LANGUAGE, CONTACT_BIRTHDAY, -1}                                                                 },
    {"Where",
     "where",                      {CONTACT_ADDRESS, CONTACT_CITY, CONTACT_POSTAL_CODE, CONTACT_REGION, CONTACT_COUNTRY, -1}},
    {"In this workspace", "here",  {CONTACT_OWNER_ID, CONTACT_SOURCE, -1}                                                   },
    {"Notes",             "notes", {CONTACT_NOTES, -1}                                                                      },
};

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

/* Names that stand one a line, as a list. */
static void
show_names(struct page *pg, const char *path, const char *names)
{
    struct tree_list list = tree_list(pg->view, path);
    for (const char *at = names ? names : ""; *at;) {
        size_t length = strcspn(at, "\n");
        struct tree *row = tree_row(&list);
        tree_set(row, "name", arena_strndup(pg->ctx->arena, at, length));
        tree_set_i64(row, "colour", (int64_t)(length % 6) + 1);
        at += length + (at[length] == '\n');
    }
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

void
record_view_head(struct page *pg, const struct record *record, const struct record_history *history)
{
    struct tree *node = tree_node(pg->view, "Record");
    bool company = record->entity == RECORD_COMPANY;
    tree_set(node, "name", record->label);
    tree_set(node, "initials", view_initials(pg->ctx->arena, record->label));
    tree_set_i64(node, "avatar", record->record_id % 6 + 1);
    tree_set(node, "path", record_view_path(pg, record->entity, record->record_id));
    tree_set_bool(node, "is_company", company);
    if (company)
        tree_set(node, "add_contact",
                 arena_printf(pg->ctx->arena, "%s/contacts/new?with=%" PRId64, pg->base,
                              record->record_id));
    tree_set_i64(node, "id", record->record_id);
    tree_set_i64(node, "version", record->version);
    tree_set(node, "people", view_number(pg, record->people));
    tree_set_bool(node, "has_people", record->people > 0);
    if (history)
        tree_set(node, "events", view_number(pg, (int64_t)history->n));
    view_time(pg, node, "created", record->created_ms);
    view_time(pg, node, "updated", record->updated_ms);
    if (record->duplicate_of) {
        tree_set(node, "twin", record->duplicate_label);
        tree_set(node, "twin_path", record_view_path(pg, record->entity, record->duplicate_of));
    }
    if (record->duplicates)
        tree_set(node, "duplicates", view_number(pg, record->duplicates));
    show_subtitle(pg, record);
    show_names(pg, "Tags", record->tags);
    show_names(pg, "Lists", record->lists);
}

/* A value as people read it. */
static const char *
shown(const struct record *record, const struct record_field *field, const char *value)
{
    if (!value)
        return NULL;
    if (field->type == RECORD_COUNTRY) {
        const struct country *country = country_by_code(value);
        return country ? country->name : value;
    }
    if (!strcmp(field->name, "owner_id"))
        return record->owner_name;
    if (!strcmp(field->name, "company_id"))
        return record->company_name;
    return value;
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

static void
show_origin(struct page *pg, struct tree *node, const struct record *record,
            const struct record_field *field, const struct record_origin *origin)
{
    const struct record_event *event = origin->event;
    if (!event)
        return;
    tree_set(node, "source", event->source);
    tree_set(node, "who", event->who ? event->who : "");
    /* what a person typed is sure, what a file brought is likely */
    tree_set(node, "dots", strcmp(event->set_kind, "import") ? "prov-3" : "prov-2");
    tree_set(node, "change",
             arena_printf(pg->ctx->arena, "%s/changes/%" PRId64, pg->base, event->set_id));
    view_time(pg, node, "when", event->at_ms);
    if (origin->before)
        tree_set(node, "before", shown(record, field, origin->before));
}

void
record_view_fact(struct page *pg, struct tree *node, const struct record *record,
                 const struct record_history *history, size_t place)
{
    size_t n;
    const struct record_field *field = &record_fields(record->entity, &n)[place];
    const char *value = record->values[place];
    tree_set(node, "field", field->name);
    tree_set(node, "label", field->label);
    tree_set(node, "edit",
             arena_printf(pg->ctx->arena, "%s/edit?field=%s",
                          record_view_path(pg, record->entity, record->record_id), field->name));
    const char *text = shown(record, field, value);
    if (text)
        tree_set(node, "value", text);
    const char *link = link_of(pg, record, field, value);
    if (link)
        tree_set(node, "link", link);
    if (text_starts(link ? link : "", "http"))
        tree_set(node, "outside", "1");
    tree_set_bool(node, "long", field->type == RECORD_LONG_TEXT);
    tree_set_bool(node, "editable", pg->caller->role_rank >= AUTH_EDITOR);
    if (value)
        show_origin(pg, node, record, field, &history->origins[place]);
}

/* Of what is unknown only the fields that people look for are shown; the form has them all. */
static bool
is_shown(const struct record *record, size_t place)
{
    size_t n;
    return record->values[place] ||
           (record_fields(record->entity, &n)[place].flags & (RECORD_SHORT | RECORD_KEY));
}

void
record_view_facts(struct page *pg, const struct record *record,
                  const struct record_history *history)
{
    size_t n;
    const struct record_group *groups = record_view_groups(record->entity, &n);
    struct tree_list list = tree_list(pg->view, "Groups");
    for (size_t i = 0; i < n; i++) {
        struct tree *group = NULL;
        struct tree_list facts = {0};
        for (const int *place = groups[i].places; *place >= 0; place++) {
            if (!is_shown(record, (size_t)*place))
                continue;
            if (!group) {
                group = tree_row(&list);
                tree_set(group, "label", groups[i].label);
                tree_set(group, "id", groups[i].id);
                facts = tree_list(group, "facts");
                if (!strcmp(groups[i].id, "texts"))
                    tree_set(group, "wide", "1");
            }
            record_view_fact(pg, tree_row(&facts), record, history, (size_t)*place);
        }
    }
}

static const char *
title_of(const struct record_event *event)
{
    bool import = !strcmp(event->set_kind, "import"), undo = !strcmp(event->set_kind, "undo");
    switch (event->kind) {
    case CHANGE_CREATED:
        return import ? "Imported" : "Created";
    case CHANGE_DELETED:
        return undo ? "Taken back" : "Deleted";
    case CHANGE_RESTORED:
        return "Brought back";
    default:
        break;
    }
    return undo ? "Change taken back" : import ? "Updated by an import" : "Edited";
}

static void
show_steps(struct page *pg, struct tree *node, const struct record *record,
           const struct record_event *event)
{
    struct tree_list steps = tree_list(node, "steps");
    if (event->kind == CHANGE_CREATED) {
        tree_set(node, "facts", view_number(pg, (int64_t)event->n_steps));
        return;
    }
    for (size_t i = 0; i < event->n_steps; i++) {
        const struct record_step *step = &event->steps[i];
        struct tree *row = tree_row(&steps);
        bool names = step->field->type == RECORD_ID || step->field->type == RECORD_IDS;
        tree_set(row, "label", step->field->label);
        if (step->field->type == RECORD_CUSTOM)
            continue;
        if (step->before)
            tree_set(row, "before",
                     names ? step->before : shown(record, step->field, step->before));
        if (step->after)
            tree_set(row, "after", names ? step->after : shown(record, step->field, step->after));
    }
}

void
record_view_events(struct page *pg, const struct record *record,
                   const struct record_history *history, size_t most)
{
    static const struct {
        const char *kind, *icon;
    } icons[] = {
        {"import", "upload"},
        {"create", "plus"  },
        {"delete", "trash" },
        {"undo",   "undo"  },
    };
    struct tree_list list = tree_list(pg->view, "Events");
    for (size_t i = 0; i < history->n && i < most; i++) {
        const struct record_event *event = &history->events[i];
        struct tree *node = tree_row(&list);
        const char *icon = "edit";
        for (size_t j = 0; j < sizeof icons / sizeof *icons; j++)
            if (!strcmp(icons[j].kind, event->set_kind))
                icon = icons[j].icon;
        tree_set(node, "icon", icon);
        tree_set(node, "title", title_of(event));
        tree_set(node, "source", event->source);
        tree_set(node, "who", event->who ? event->who : "");
        tree_set_bool(node, "undone", event->undone);
        tree_set(node, "change",
                 arena_printf(pg->ctx->arena, "%s/changes/%" PRId64, pg->base, event->set_id));
        view_time(pg, node, "when", event->at_ms);
        show_steps(pg, node, record, event);
    }
    if (history->n > most)
        tree_set(pg->view, "More", view_number(pg, (int64_t)(history->n - most)));
}
