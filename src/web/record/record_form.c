/* Forms of records. See record_form.h. */
#include "web/record/record_form.h"

#include <inttypes.h>
#include <string.h>

#include "base/token.h"
#include "domain/change/change.h"
#include "domain/record/country.h"
#include "web/record/pages.h"
#include "web/record/record_view.h"
#include "web/reply.h"
#include "web/view.h"

enum { LINE_MOST = 2100, LONG_MOST = 20100, NAME_MOST = 60, MARK_MOST = 16 };

#define FORM_TEXT(type, member) PARAM_TEXT(type, member, LINE_MOST, OPTIONAL)
#define FORM_LONG(type, member) PARAM_LONG(type, member, LONG_MOST, OPTIONAL)
/* A member of the struct record_form at the head of a form; its name is the member's alone. */
#define FORM_HEAD(member, kind, low, high, needed)                                                 \
    {                                                                                              \
        .name = #member, .type = (kind), .offset = offsetof(struct record_form, member),           \
        .min = (low), .max = (high), .presence = (needed)                                          \
    }
#define HEAD_ID RECORD_WHERE(struct record_form)
#define HEAD_VERSION FORM_HEAD(version, PARAM_TYPE_I64, 1, INT64_MAX, REQUIRED)
#define HEAD_FIELD FORM_HEAD(field, PARAM_TYPE_TEXT, 0, NAME_MOST, OPTIONAL)
#define HEAD_WAS FORM_HEAD(was, PARAM_TYPE_TEXT, 0, MARK_MOST, OPTIONAL)
#define HEAD_KEEP FORM_HEAD(keep_both, PARAM_TYPE_FLAG, 0, 0, OPTIONAL)
#define HEAD_COMPANY FORM_HEAD(company, PARAM_TYPE_TEXT, 0, LINE_MOST, OPTIONAL)
#define HEAD_WITH FORM_HEAD(with, PARAM_TYPE_ID, 1, INT64_MAX, OPTIONAL)

#define COMPANY_ITEMS                                                                              \
    FORM_TEXT(struct company_form, name), FORM_TEXT(struct company_form, legal_form),              \
        FORM_TEXT(struct company_form, domain), FORM_TEXT(struct company_form, website_url),       \
        FORM_TEXT(struct company_form, linkedin_url), FORM_TEXT(struct company_form, industry),    \
        FORM_TEXT(struct company_form, keywords), FORM_TEXT(struct company_form, employees),       \
        FORM_TEXT(struct company_form, revenue), FORM_TEXT(struct company_form, founded_year),     \
        FORM_LONG(struct company_form, description), FORM_TEXT(struct company_form, phone),        \
        FORM_TEXT(struct company_form, email), FORM_TEXT(struct company_form, address),            \
        FORM_TEXT(struct company_form, city), FORM_TEXT(struct company_form, region),              \
        FORM_TEXT(struct company_form, postal_code), FORM_TEXT(struct company_form, country),      \
        FORM_TEXT(struct company_form, registry_number), FORM_TEXT(struct company_form, logo_url), \
        FORM_TEXT(struct company_form, crunchbase_url), FORM_TEXT(struct company_form, source),    \
        FORM_LONG(struct company_form, notes), FORM_TEXT(struct company_form, owner_id),           \
        FORM_TEXT(struct company_form, status), FORM_TEXT(struct company_form, tier)
#define CONTACT_ITEMS                                                                              \
    FORM_TEXT(struct contact_form, name_prefix), FORM_TEXT(struct contact_form, first_name),       \
        FORM_TEXT(struct contact_form, last_name), FORM_TEXT(struct contact_form, name_suffix),    \
        FORM_TEXT(struct contact_form, job_title), FORM_TEXT(struct contact_form, email),          \
        FORM_TEXT(struct contact_form, other_emails), FORM_TEXT(struct contact_form, phone),       \
        FORM_TEXT(struct contact_form, mobile_phone),                                              \
        FORM_TEXT(struct contact_form, other_phones),                                              \
        FORM_TEXT(struct contact_form, linkedin_url), FORM_TEXT(struct contact_form, seniority),   \
        FORM_TEXT(struct contact_form, department), FORM_TEXT(struct contact_form, address),       \
        FORM_TEXT(struct contact_form, city), FORM_TEXT(struct contact_form, region),              \
        FORM_TEXT(struct contact_form, postal_code), FORM_TEXT(struct contact_form, country),      \
        FORM_TEXT(struct contact_form, language), FORM_TEXT(struct contact_form, birthday),        \
        FORM_TEXT(struct contact_form, source), FORM_LONG(struct contact_form, notes),             \
        FORM_TEXT(struct contact_form, owner_id), FORM_TEXT(struct contact_form, status),          \
        FORM_TEXT(struct contact_form, linkedin_activity)

static const struct param edit_items[] = {HEAD_ID, HEAD_FIELD};
static const struct param company_edit_items[] = {HEAD_ID,  HEAD_VERSION, HEAD_FIELD,
                                                  HEAD_WAS, HEAD_KEEP,    COMPANY_ITEMS};
static const struct param contact_edit_items[] = {HEAD_ID,   HEAD_VERSION, HEAD_FIELD,   HEAD_WAS,
                                                  HEAD_KEEP, HEAD_COMPANY, CONTACT_ITEMS};
static const struct param company_new_items[] = {HEAD_KEEP, COMPANY_ITEMS};
static const struct param contact_new_items[] = {HEAD_KEEP, HEAD_WITH, HEAD_COMPANY, CONTACT_ITEMS};
static const struct param contact_with_items[] = {HEAD_WITH};
const struct params record_edit_params = PARAMS(struct record_form, edit_items);
const struct params company_edit_params = PARAMS(struct company_form, company_edit_items);
const struct params contact_edit_params = PARAMS(struct contact_form, contact_edit_items);
const struct params company_new_params = PARAMS(struct company_form, company_new_items);
const struct params contact_new_params = PARAMS(struct contact_form, contact_new_items);
const struct params contact_new_form_params = PARAMS(struct record_form, contact_with_items);

int64_t
record_form_mask(enum record_entity entity, const char *only)
{
    size_t n;
    int64_t mask = 0;
    const struct record_field *fields = record_fields(entity, &n);
    for (size_t i = 0; i < n; i++)
        if ((fields[i].flags & RECORD_EDIT) && (!*only || !strcmp(only, fields[i].name)))
            mask |= CHANGE_BIT(&fields[i]);
    return mask;
}

/* Entries of a list to choose from. */
static void
add_option(struct tree_list *options, const char *value, const char *label)
{
    struct tree *row = tree_row(options);
    tree_set(row, "value", value);
    tree_set(row, "label", label);
}

/* Is it chosen from a list; a contact's company is typed. */
static bool
is_chosen(const struct record_field *field)
{
    return field->type == RECORD_COUNTRY || field->type == RECORD_CHOICE ||
           (field->type == RECORD_ID && strcmp(field->name, "company_id") != 0);
}

/* The keys that a phone shows for it. */
static const char *
keys_of(const struct record_field *field)
{
    return field->type == RECORD_EMAIL   ? "email"
           : field->type == RECORD_PHONE ? "tel"
           : field->type == RECORD_YEAR  ? "numeric"
           : field->type == RECORD_URL || field->type == RECORD_LINKEDIN ||
                   field->type == RECORD_DOMAIN
               ? "url"
               : "text";
}

static bool
show_options(struct page *pg, struct tree *node, const struct record_field *field,
             const struct record *record)
{
    if (!is_chosen(field))
        return true;
    struct tree_list options = tree_list(node, "options");
    add_option(&options, "", "–");
    for (size_t i = 0; field->type == RECORD_CHOICE && i < field->choices->n; i++)
        add_option(&options, field->choices->of[i].name, field->choices->of[i].label);
    if (field->type == RECORD_CHOICE)
        return true;
    if (field->type == RECORD_COUNTRY) {
        const struct country *country;
        for (size_t i = 0; (country = country_at(i)); i++)
            add_option(&options, country->iso2, country->name);
        return true;
    }
    struct record_owner *owners;
    size_t n;
    bool there = false;
    const char *now = record
                          ? record->values[field->entity == RECORD_COMPANY ? (int)COMPANY_OWNER_ID
                                                                           : (int)CONTACT_OWNER_ID]
                          : NULL;
    if (!record_owners(pg->ctx, &owners, &n))
        return false;
    for (size_t i = 0; i < n; i++) {
        const char *id = arena_printf(pg->ctx->arena, "%" PRId64, owners[i].user_id);
        there = there || (now && !strcmp(now, id));
        add_option(&options, id, owners[i].name);
    }
    if (now && !there)
        add_option(&options, now, record->owner_name ? record->owner_name : "Somebody who left");
    return true;
}

static const char *
hint_of(const struct record_field *field)
{
    if (field->type == RECORD_DOMAIN)
        return "Such as example.com. It tells companies apart.";
    if (field->type == RECORD_SIZE)
        return "A number, 50-200 or 50+.";
    if (field->type == RECORD_PHONE)
        return "With the country code, such as +420 777 123 456.";
    if (!strcmp(field->name, "birthday"))
        return "Such as 1980-05-12 or 12 May.";
    if (!strcmp(field->name, "other_emails") || !strcmp(field->name, "other_phones"))
        return "Separated by commas.";
    if (field->type == RECORD_LINKEDIN)
        return field->entity == RECORD_COMPANY ? "Such as linkedin.com/company/name."
                                               : "Such as linkedin.com/in/name.";
    if (!strcmp(field->name, "company_id"))
        return "Name or domain. A company that is not there yet is created.";
    return "";
}

static bool
show_field(struct page *pg, struct tree *node, const struct record_field *field,
           const struct record *record, size_t place)
{
    bool company = !strcmp(field->name, "company_id");
    const char *name = company ? "company" : field->name;
    const char *value = record ? company ? record->company_name : record->values[place] : NULL;
    tree_set(node, "name", name);
    tree_set(node, "label", field->label);
    tree_set(node, "hint", hint_of(field));
    tree_set(node, "field", field->name);
    tree_set(node, "keys", keys_of(field));
    if (company)
        tree_set(node, "pick", arena_printf(pg->ctx->arena, "%s/companies/pick", pg->base));
    tree_set(node, "was", record_form_mark(pg->ctx->arena, value));
    tree_set(node, "kind",
             field->type == RECORD_LONG_TEXT ? "long"
             : is_chosen(field)              ? "select"
                                             : "text");
    view_field(pg, name, value ? value : "");
    return show_options(pg, node, field, record);
}

/* A contact's company is chosen by its name, whatever the field's own flags say. */
static bool
is_edited(const struct record_field *field, const char *only)
{
    bool company = !strcmp(field->name, "company_id");
    return ((field->flags & RECORD_EDIT) || company) && (!*only || !strcmp(only, field->name));
}

bool
record_form_show(struct page *pg, enum record_entity entity, const struct record *record,
                 const char *only, bool *any)
{
    size_t n, n_fields;
    const struct record_field *fields = record_fields(entity, &n_fields);
    const struct record_group *groups = record_view_groups(entity, &n);
    struct tree_list list = tree_list(pg->view, "Groups");
    *any = false;
    for (size_t i = 0; i < n; i++) {
        struct tree *group = NULL;
        struct tree_list rows = {0};
        for (const int *place = groups[i].places; *place >= 0; place++) {
            if (!is_edited(&fields[*place], only))
                continue;
            if (!group) {
                group = tree_row(&list);
                tree_set(group, "label", groups[i].label);
                tree_set(group, "id", groups[i].id);
                rows = tree_list(group, "fields");
            }
            *any = true;
            if (!show_field(pg, tree_row(&rows), &fields[*place], record, (size_t)*place))
                return false;
        }
    }
    return true;
}

void
record_form_texts(struct page *pg, enum record_entity entity, const char **texts)
{
    size_t n;
    const struct params *params = pg->route->params;
    const struct record_field *fields = record_fields(entity, &n);
    for (size_t i = 0; i < n; i++)
        texts[i] = NULL;
    for (size_t i = 0; i < params->count; i++) {
        const struct param *item = &params->items[i];
        const struct record_field *field = record_field_get(entity, item->name);
        if (field)
            memcpy(&texts[field - fields], (const char *)pg->params + item->offset, sizeof *texts);
    }
}

void
record_form_typed(struct page *pg, enum record_entity entity, const char *const *texts)
{
    size_t n;
    const struct record_field *fields = record_fields(entity, &n);
    for (size_t i = 0; i < n; i++)
        if (texts[i])
            view_field(pg, fields[i].name, texts[i]);
    if (entity == RECORD_CONTACT)
        view_field(pg, "company", ((const struct record_form *)pg->params)->company);
}

const char *
record_form_mark(struct arena *arena, const char *value)
{
    return value ? arena_strndup(arena, token_sha256(arena, value, strlen(value)), MARK_MOST) : "-";
}

/* Told by record_normalise for each wrong field. */
static void
note_error(void *arg, const char *field, const char *message)
{
    struct page *pg = arg;
    if (!reply_form_error(pg, field, "%s", message))
        err_clear(pg->ctx);
}

bool
record_form_read(struct page *pg, enum record_entity entity, const char **values)
{
    const char *texts[RECORD_MOST_FIELDS];
    record_form_texts(pg, entity, texts);
    return record_normalise(pg->ctx, entity, texts, values, note_error, pg);
}
