/* The columns of exports. See record_export_column.h. */
#include "domain/export/record_export_column.h"

#include <string.h>

#include "base/db.h"
#include "statements.h"

enum { NARROW = 12, MIDDLE = 20, BROAD = 32 };

#define COMPANY_FACT(name, label, width, usual)                                                    \
    {                                                                                              \
        "company." #name, label, "Company", RECORD_COMPANY, #name, NULL, EXPORT_TEXT,              \
            EXPORT_AS_TEXT, NULL, 0, width, usual                                                  \
    }
#define CLASS(name, label, group, of, choices, place)                                              \
    {                                                                                              \
        name, label, group, of, "codes", NULL, EXPORT_CLASS, EXPORT_AS_TEXT, &(choices), place,    \
            MIDDLE, false                                                                          \
    }
#define LEVEL(name, label, group, of, place)                                                       \
    {                                                                                              \
        name, label, group, of, "codes", NULL, EXPORT_LEVEL, EXPORT_AS_NUMBER, NULL, place,        \
            NARROW, false                                                                          \
    }
#define TIME(name, label, of)                                                                      \
    {                                                                                              \
#name, label, "Record", of, #name, NULL, EXPORT_TIME, EXPORT_AS_TIME, NULL, 0, MIDDLE,     \
            false                                                                                  \
    }

/* clang-format off */
/* Of a contact's company. */
static const struct record_export_column of_employer[] = {
    COMPANY_FACT(name, "Company name", BROAD, true),
    COMPANY_FACT(domain, "Company domain", MIDDLE, true),
    COMPANY_FACT(website_url, "Company website", BROAD, false),
    COMPANY_FACT(linkedin_url, "Company LinkedIn page", BROAD, false),
    COMPANY_FACT(industry, "Company industry", MIDDLE, true),
    COMPANY_FACT(employees, "Company employees", NARROW, true),
    COMPANY_FACT(revenue, "Company revenue", MIDDLE, false),
    COMPANY_FACT(phone, "Company phone", MIDDLE, false),
    COMPANY_FACT(city, "Company city", MIDDLE, false),
    {"company.country", "Company country", "Company", RECORD_COMPANY, "country", NULL, EXPORT_COUNTRY,
     EXPORT_AS_TEXT, NULL, 0, MIDDLE, true},
    {"company.status", "Company status", "Company", RECORD_COMPANY, "status", NULL, EXPORT_CHOICE,
     EXPORT_AS_TEXT, &record_company_statuses, 0, MIDDLE, false},
    {"company.tier", "Company tier", "Company", RECORD_COMPANY, "tier", NULL, EXPORT_CHOICE,
     EXPORT_AS_TEXT, &record_tiers, 0, NARROW, false},
    {"company.score", "Company score", "Company", RECORD_COMPANY, "score", NULL, EXPORT_TEXT,
     EXPORT_AS_NUMBER, NULL, 0, NARROW, false},
    CLASS("company.class.industry", "Company industry class", "Classes", RECORD_COMPANY, record_industries, COMPANY_CODE_INDUSTRY),
    CLASS("company.class.size", "Company size class", "Classes", RECORD_COMPANY, record_sizes, COMPANY_CODE_SIZE),
    CLASS("company.class.region", "Company region class", "Classes", RECORD_COMPANY, record_regions, COMPANY_CODE_REGION),
    CLASS("company.class.revenue", "Company revenue class", "Classes", RECORD_COMPANY, record_revenues, COMPANY_CODE_REVENUE),
};

/* Made from the facts, and about the record itself. */
static const struct record_export_column of_contact[] = {
    CLASS("class.seniority", "Seniority class", "Classes", RECORD_CONTACT, record_seniorities, CONTACT_CODE_SENIORITY),
    CLASS("class.department", "Department class", "Classes", RECORD_CONTACT, record_departments, CONTACT_CODE_DEPARTMENT),
    CLASS("class.rank", "Decision maker", "Classes", RECORD_CONTACT, record_ranks, CONTACT_CODE_RANK),
    CLASS("class.employment", "Employment", "Classes", RECORD_CONTACT, record_employments, CONTACT_CODE_EMPLOYMENT),
    CLASS("class.email", "E-mail kind", "Classes", RECORD_CONTACT, record_email_kinds, CONTACT_CODE_EMAIL),
    LEVEL("quality", "Data quality", "Record", RECORD_CONTACT, CONTACT_CODE_QUALITY),
    TIME(checked_at, "Facts from", RECORD_CONTACT),
    TIME(last_seen_at, "Last seen on a page", RECORD_CONTACT),
    TIME(created_at, "Added", RECORD_CONTACT),
    TIME(updated_at, "Changed", RECORD_CONTACT),
    {"contact_id", "Record number", "Record", RECORD_CONTACT, "contact_id", NULL, EXPORT_TEXT,
     EXPORT_AS_NUMBER, NULL, 0, NARROW, false},
};
static const struct record_export_column of_company[] = {
    CLASS("class.industry", "Industry class", "Classes", RECORD_COMPANY, record_industries, COMPANY_CODE_INDUSTRY),
    CLASS("class.size", "Size class", "Classes", RECORD_COMPANY, record_sizes, COMPANY_CODE_SIZE),
    CLASS("class.region", "Region class", "Classes", RECORD_COMPANY, record_regions, COMPANY_CODE_REGION),
    CLASS("class.revenue", "Revenue class", "Classes", RECORD_COMPANY, record_revenues, COMPANY_CODE_REVENUE),
    {"score", "Score", "Record", RECORD_COMPANY, "score", NULL, EXPORT_TEXT, EXPORT_AS_NUMBER, NULL, 0,
     NARROW, false},
    LEVEL("quality", "Data quality", "Record", RECORD_COMPANY, COMPANY_CODE_QUALITY),
    TIME(checked_at, "Facts from", RECORD_COMPANY),
    TIME(created_at, "Added", RECORD_COMPANY),
    TIME(updated_at, "Changed", RECORD_COMPANY),
    {"company_id", "Record number", "Record", RECORD_COMPANY, "company_id", NULL, EXPORT_TEXT,
     EXPORT_AS_NUMBER, NULL, 0, NARROW, false},
};
/* clang-format on */

enum { MOST_FIXED = 64 };

/* A row of the field table as a column; those that have a column of their own above are left out. */
static bool
of_field(const struct record_field *field, struct record_export_column *out)
{
    *out = (struct record_export_column){
        .name = field->name,
        .label = field->label,
        .group = field->flags & RECORD_OURS        ? "Our work"
                 : field->entity == RECORD_COMPANY ? "Company"
                                                   : "Person",
        .of = field->entity,
        .column = field->name,
        .choices = field->choices,
        .width = field->max > 200 ? BROAD
                 : field->max     ? MIDDLE
                                  : BROAD,
        .usual = field->flags & RECORD_SHORT,
    };
    switch (field->type) {
    case RECORD_COUNTRY:
        out->kind = EXPORT_COUNTRY;
        break;
    case RECORD_CHOICE:
        out->kind = EXPORT_CHOICE;
        break;
    case RECORD_YEAR:
        out->type = EXPORT_AS_NUMBER;
        break;
    case RECORD_ID:
        out->kind = EXPORT_OWNER;
        return !strcmp(field->name, "owner_id");
    case RECORD_IDS:
        out->kind = strcmp(field->name, "tag_ids") ? EXPORT_LISTS : EXPORT_TAGS;
        break;
    case RECORD_CUSTOM:
        return false;
    case RECORD_TEXT:
    case RECORD_LONG_TEXT:
    case RECORD_NAME:
    case RECORD_DOMAIN:
    case RECORD_URL:
    case RECORD_LINKEDIN:
    case RECORD_EMAIL:
    case RECORD_PHONE:
    case RECORD_SIZE:
    case RECORD_MONEY:
    case RECORD_DAY:
        break;
    }
    return true;
}

struct custom {
    const char *key, *label, *type;
};
static const struct field custom_fields[] = {
    FIELD_STR(struct custom, key),
    FIELD_STR(struct custom, label),
    FIELD_STR(struct custom, type),
    FIELD_END,
};

static struct record_export_column
of_custom(struct arena *arena, enum record_entity entity, const struct custom *custom)
{
    return (struct record_export_column){
        .name = arena_printf(arena, "field.%s", custom->key),
        .label = custom->label,
        .group = "Custom fields",
        .of = entity,
        .custom_key = custom->key,
        .kind = EXPORT_CUSTOM,
        .type = !strcmp(custom->type, "number") ? EXPORT_AS_NUMBER
                : !strcmp(custom->type, "date") ? EXPORT_AS_DATE
                                                : EXPORT_AS_TEXT,
        .width = MIDDLE,
    };
}

static size_t
add_fixed(struct record_export_column *to, const struct record_export_column *from, size_t n)
{
    memcpy(to, from, n * sizeof *from);
    return n;
}
#define ADD_FIXED(to, from) add_fixed((to), (from), sizeof(from) / sizeof *(from))

bool
record_export_columns(struct ctx *ctx, enum record_entity entity,
                      struct record_export_column **columns, size_t *n)
{
    struct custom *customs;
    size_t n_customs, n_fields;
    const struct record_field *fields = record_fields(entity, &n_fields);
    if (!DB_ALL(ctx, &SQL_RECORD_EXPORT_CUSTOM, DB_ARGS(DB_I64(entity)), custom_fields, &customs,
                &n_customs))
        return false;
    struct record_export_column *all =
        ARENA_ARRAY(ctx->arena, n_fields + MOST_FIXED + n_customs, struct record_export_column);
    *n = 0;
    for (size_t i = 0; i < n_fields; i++)
        if (!(fields[i].flags & RECORD_OURS) && of_field(&fields[i], &all[*n]))
            (*n)++;
    if (entity == RECORD_CONTACT)
        *n += ADD_FIXED(all + *n, of_employer);
    for (size_t i = 0; i < n_fields; i++)
        if (fields[i].flags & RECORD_OURS && of_field(&fields[i], &all[*n]))
            (*n)++;
    for (size_t i = 0; i < n_customs; i++)
        all[(*n)++] = of_custom(ctx->arena, entity, &customs[i]);
    *n += entity == RECORD_CONTACT ? ADD_FIXED(all + *n, of_contact)
                                   : ADD_FIXED(all + *n, of_company);
    *columns = all;
    return true;
}

static bool
is_named(const char *const *names, size_t n, const char *name)
{
    for (size_t i = 0; i < n; i++)
        if (!strcmp(names[i], name))
            return true;
    return false;
}

bool
record_export_columns_named(struct ctx *ctx, enum record_entity entity, const char *const *names,
                            size_t n_names, struct record_export_column **columns, size_t *n)
{
    struct record_export_column *all;
    size_t n_all, n_found = 0;
    if (!n_names)
        return err_field(ctx, ERR_INPUT, "column", "Choose at least one column.");
    if (!record_export_columns(ctx, entity, &all, &n_all))
        return false;
    for (size_t i = 0; i < n_all; i++)
        if (is_named(names, n_names, all[i].name))
            all[n_found++] = all[i];
    for (size_t i = 0; i < n_names; i++) {
        bool known = false;
        for (size_t k = 0; k < n_found && !known; k++)
            known = !strcmp(all[k].name, names[i]);
        if (!known)
            return err_field(ctx, ERR_INPUT, "column", "There is no column \"%.80s\".", names[i]);
    }
    *columns = all;
    *n = n_found;
    return true;
}
