/* The columns of lists. See record_column.h: made from the field table and the table of dimensions,
 * and a few that no field holds. */
#include "domain/query/record_column.h"

#include <string.h>

enum { FIXED = 9 };

/* What a list shows at first. */
static const char *const contacts_shown[] = {"name",     "job_title", "company", "email",
                                             "owner_id", "tag_ids",   "quality", "checked_at"};
static const char *const companies_shown[] = {
    "name",  "domain", "class.industry", "class.size", "country",
    "score", "tier",   "people",         "owner_id",   "checked_at"};

static const char *const *
shown_of(enum record_entity list, size_t *n)
{
    bool company = list == RECORD_COMPANY;
    *n = company ? sizeof companies_shown / sizeof *companies_shown
                 : sizeof contacts_shown / sizeof *contacts_shown;
    return company ? companies_shown : contacts_shown;
}

/* Facts of a contact's company that its list can show. */
static const enum company_field of_employer[] = {
    COMPANY_DOMAIN,    COMPANY_WEBSITE_URL, COMPANY_LINKEDIN_URL, COMPANY_INDUSTRY,
    COMPANY_EMPLOYEES, COMPANY_REVENUE,     COMPANY_PHONE,        COMPANY_CITY,
    COMPANY_COUNTRY,   COMPANY_STATUS,      COMPANY_TIER};

/* Orders that are not named as their columns: what is made from a field sorts the field. */
static const struct {
    enum record_entity list;
    const char *column, *order;
} sorted[] = {
    {RECORD_COMPANY, "industry",          "industry_text"  },
    {RECORD_COMPANY, "employees",         "size"           },
    {RECORD_COMPANY, "founded_year",      "founded"        },
    {RECORD_COMPANY, "region",            "state"          },
    {RECORD_COMPANY, "owner_id",          "owner"          },
    {RECORD_COMPANY, "tag_ids",           "tag"            },
    {RECORD_COMPANY, "list_ids",          "list"           },
    {RECORD_CONTACT, "job_title",         "title"          },
    {RECORD_CONTACT, "country",           "lives_in"       },
    {RECORD_CONTACT, "region",            "state"          },
    {RECORD_CONTACT, "owner_id",          "owner"          },
    {RECORD_CONTACT, "tag_ids",           "tag"            },
    {RECORD_CONTACT, "list_ids",          "list"           },
    {RECORD_CONTACT, "linkedin_activity", "activity"       },
    {RECORD_CONTACT, "seniority",         "seniority_text" },
    {RECORD_CONTACT, "department",        "department_text"},
    {RECORD_CONTACT, "company.industry",  "industry_text"  },
    {RECORD_CONTACT, "company.employees", "size"           },
    {RECORD_CONTACT, "company.revenue",   "revenue"        },
    {RECORD_CONTACT, "company.country",   "country"        },
    {RECORD_CONTACT, "company.status",    "company_status" },
    {RECORD_CONTACT, "company.tier",      "tier"           },
};

/* The order of a column; NULL: it has none. */
static const char *
order_of(enum record_entity list, const char *column)
{
    for (size_t i = 0; i < sizeof sorted / sizeof *sorted; i++)
        if (sorted[i].list == list && !strcmp(sorted[i].column, column))
            return sorted[i].order;
    return record_order_get(list, column) ? column : NULL;
}

struct columns {
    struct arena *arena;
    enum record_entity list;
    struct record_column *all;
    size_t n;
};

static struct record_column *
add(struct columns *columns, const char *name, const char *label, enum record_column_kind kind)
{
    struct record_column *column = &columns->all[columns->n++];
    *column = (struct record_column){.name = name,
                                     .label = label,
                                     .of = columns->list,
                                     .kind = kind,
                                     .place = -1,
                                     .order = order_of(columns->list, name)};
    return column;
}

static enum record_column_kind
kind_of(const struct record_field *field)
{
    if (field->type == RECORD_IDS)
        return strcmp(field->name, "tag_ids") ? RECORD_COLUMN_LISTS : RECORD_COLUMN_TAGS;
    return field->type == RECORD_ID ? RECORD_COLUMN_OWNER : RECORD_COLUMN_FIELD;
}

/* What a class and its text have in common is the name of the class, as of its filter. */
static const char *
label_of_raw(struct arena *arena, const struct record_field *field, const char *label)
{
    static const char *const classed[] = {"industry", "revenue", "seniority", "department"};
    for (size_t i = 0; i < sizeof classed / sizeof *classed; i++)
        if (!strcmp(classed[i], field->name))
            return arena_printf(arena, "%s as given", label);
    return label;
}

static void
add_fields(struct columns *columns)
{
    size_t n;
    const struct record_field *fields = record_fields(columns->list, &n);
    for (size_t i = 0; i < n; i++) {
        const struct record_field *field = &fields[i];
        bool known = !strcmp(field->name, "name") || !strcmp(field->name, "company_id");
        if (known || field->type == RECORD_CUSTOM)
            continue;
        struct record_column *column =
            add(columns, field->name, label_of_raw(columns->arena, field, field->label),
                kind_of(field));
        column->field = field;
        column->flags =
            (field->flags & RECORD_EDIT ? RECORD_COLUMN_EDIT : 0U) |
            (field->type == RECORD_SIZE || field->type == RECORD_YEAR ? RECORD_COLUMN_NUMERIC : 0U);
    }
}

static void
add_employer(struct columns *columns)
{
    size_t n;
    const struct record_field *fields = record_fields(RECORD_COMPANY, &n);
    for (size_t i = 0; i < sizeof of_employer / sizeof *of_employer; i++) {
        const struct record_field *field = &fields[of_employer[i]];
        const char *label = strncmp(field->label, "Company ", 8)
                                ? arena_printf(columns->arena, "Company: %s", field->label)
                                : field->label;
        label = label_of_raw(columns->arena, field, label);
        struct record_column *column =
            add(columns, arena_printf(columns->arena, "company.%s", field->name), label,
                RECORD_COLUMN_FIELD);
        column->of = RECORD_COMPANY;
        column->field = field;
        column->flags = field->type == RECORD_SIZE ? RECORD_COLUMN_NUMERIC : 0;
    }
}

/* Lists that facts are sorted into; those that hold nothing but a field of ours stand there already. */
static void
add_classes(struct columns *columns)
{
    size_t n;
    const struct record_dimension *all = record_dimensions(columns->list, &n);
    for (size_t i = 0; i < n; i++) {
        const struct record_dimension *d = &all[i];
        if (d->kind != DIMENSION_CODE && d->kind != DIMENSION_NUMBER)
            continue;
        const struct record_field *field =
            record_field_get(d->of, !strcmp(d->name, "company_status") ? "status"
                                    : !strcmp(d->name, "activity")     ? "linkedin_activity"
                                                                       : d->name);
        if (d->choices == &record_known || (field && field->type == RECORD_CHOICE))
            continue;
        bool level = d->kind == DIMENSION_NUMBER;
        struct record_column *column =
            add(columns, level ? d->name : arena_printf(columns->arena, "class.%s", d->name),
                d->label, level ? RECORD_COLUMN_LEVEL : RECORD_COLUMN_CLASS);
        column->of = d->of;
        column->choices = d->choices;
        column->place = d->place;
        column->column = d->column;
        column->flags = level ? RECORD_COLUMN_NUMERIC : 0;
        column->order = strcmp(d->name, "email") ? d->name : "email_class";
    }
}

static void
add_time(struct columns *columns, const char *name, const char *label, const char *order)
{
    struct record_column *column = add(columns, name, label, RECORD_COLUMN_TIME);
    column->column = name;
    column->order = order;
}

bool
record_columns(struct ctx *ctx, enum record_entity list, struct record_column **columns, size_t *n)
{
    struct columns all = {.arena = ctx->arena, .list = list};
    struct record_custom *customs;
    size_t n_customs, n_fields, n_dimensions;
    record_fields(list, &n_fields);
    record_dimensions(list, &n_dimensions);
    if (!record_filter_customs(ctx, list, &customs, &n_customs))
        return false;
    all.all =
        ARENA_ARRAY(ctx->arena, FIXED + n_fields + COMPANY_N_FIELDS + n_dimensions + n_customs,
                    struct record_column);
    add(&all, "name", "Name", RECORD_COLUMN_NAME);
    if (list == RECORD_CONTACT)
        add(&all, "company", "Company", RECORD_COLUMN_COMPANY);
    else
        add(&all, "people", "Contacts", RECORD_COLUMN_PEOPLE)->flags = RECORD_COLUMN_NUMERIC;
    add_fields(&all);
    if (list == RECORD_CONTACT)
        add_employer(&all);
    add_classes(&all);
    add_time(&all, "checked_at", "Age of facts", "checked");
    add_time(&all, "created_at", "Added", "created");
    add_time(&all, "updated_at", "Changed", "updated");
    if (list == RECORD_CONTACT)
        add_time(&all, "last_seen_at", "Last seen on a page", "last_seen");
    for (size_t i = 0; i < n_customs; i++) {
        if (customs[i].field->archived)
            continue;
        struct record_column *column =
            add(&all, customs[i].dimension.name, customs[i].dimension.label, RECORD_COLUMN_CUSTOM);
        column->custom = &customs[i];
        column->order = column->name;
        column->flags =
            RECORD_COLUMN_EDIT |
            (customs[i].dimension.kind == DIMENSION_NUMBER ? RECORD_COLUMN_NUMERIC : 0U);
    }
    size_t n_shown;
    const char *const *shown = shown_of(list, &n_shown);
    for (size_t i = 0; i < all.n; i++)
        for (size_t k = 0; k < n_shown; k++)
            if (!strcmp(all.all[i].name, shown[k]))
                all.all[i].flags |= RECORD_COLUMN_SHOWN;
    *columns = all.all;
    *n = all.n;
    return true;
}

const struct record_order *
record_column_order(struct arena *arena, enum record_entity list,
                    const struct record_column *column)
{
    if (column->custom)
        return record_order_of_custom(arena, column->custom->field);
    return column->order ? record_order_get(list, column->order) : NULL;
}

/* Moves the column of that name behind those chosen so far. */
static void
choose(struct record_column *from, size_t n_from, const char *name, struct record_column *to,
       size_t *n)
{
    for (size_t i = 0; i < n_from; i++)
        if (from[i].name && !strcmp(from[i].name, name)) {
            to[(*n)++] = from[i];
            from[i].name = NULL;
        }
}

bool
record_columns_named(struct ctx *ctx, enum record_entity list, const char *const *names,
                     size_t n_names, struct record_column **columns, size_t *n)
{
    struct record_column *all;
    size_t n_all;
    if (!record_columns(ctx, list, &all, &n_all))
        return false;
    *columns = ARENA_ARRAY(ctx->arena, n_all + 1, struct record_column);
    *n = 0;
    choose(all, n_all, "name", *columns, n);
    bool chosen = false;
    for (size_t i = 0; i < n_names; i++) {
        choose(all, n_all, names[i], *columns, n);
        chosen = chosen || !strcmp(names[i], "name");
    }
    if (*n > 1 || chosen)
        return true;
    size_t n_shown;
    const char *const *shown = shown_of(list, &n_shown);
    for (size_t i = 0; i < n_shown; i++)
        choose(all, n_all, shown[i], *columns, n);
    return true;
}
