/* Rows of a page, in one statement, and one for the names in them. See record_row.h. Put together from
 * constants, like the queries beside it; the ids and the keys of custom fields travel as parameters. */
#include "domain/query/record_row.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "domain/contact/contact_keys.h"
#include "domain/label/custom_value.h"
#include "domain/list/list_names.h"
#include "domain/query/query_where.h"
#include "domain/record/country.h"
#include "statements.h"

/* What each row begins with: who it is. */
enum { ID, VERSION, FIRST, LAST, EMAIL, LINKEDIN, COMPANY, COMPANY_NAME_AT, N_HEAD };

#define CONTACT_HEAD                                                                               \
    "SELECT o.contact_id, o.version, o.first_name, o.last_name, o.email, o.linkedin_url, "         \
    "c.company_id, c.name"
#define COMPANY_HEAD "SELECT o.company_id, o.version, o.name, NULL, NULL, NULL, NULL, NULL"
#define PEOPLE                                                                                     \
    "(SELECT count(*) FROM contact p WHERE p.tenant_id = o.tenant_id AND p.company_id = "          \
    "o.company_id AND p.deleted_at IS NULL)"

/* Two columns of the statement for each column of the list. */
static void
add_column(struct query_sql *sql, const struct record_column *column, enum record_entity list,
           struct buf *out)
{
    const char *table = column->of == list ? "o" : "c";
    switch (column->kind) {
    case RECORD_COLUMN_NAME:
    case RECORD_COLUMN_COMPANY:
        buf_text(out, ", NULL, NULL");
        break;
    case RECORD_COLUMN_FIELD:
        buf_printf(out, ", %s.%s, NULL", table, column->field->name);
        break;
    case RECORD_COLUMN_CLASS:
    case RECORD_COLUMN_LEVEL:
        if (column->column)
            buf_printf(out, ", %s.%s, NULL", table, column->column);
        else
            buf_printf(out, ", %s.codes[%d], NULL", table, column->place + 1);
        break;
    case RECORD_COLUMN_OWNER:
        buf_text(out, ", NULL, o.owner_id");
        break;
    case RECORD_COLUMN_TAGS:
        buf_text(out, ", NULL, o.tag_ids");
        break;
    case RECORD_COLUMN_LISTS:
        buf_text(out, ", NULL, o.list_ids");
        break;
    case RECORD_COLUMN_PEOPLE:
        buf_text(out, ", " PEOPLE ", NULL");
        break;
    case RECORD_COLUMN_TIME:
        buf_printf(out, ", (date_part('epoch', %s.%s) * 1000)::bigint, NULL", table,
                   column->column);
        break;
    case RECORD_COLUMN_CUSTOM:
        buf_printf(out, ", o.custom ->> $%d::text, NULL",
                   query_where_bind(sql, DB_STR(column->custom->key)));
        break;
    }
}

/* Without what each address begins with, and without a slash at the end. */
static const char *
address_shown(struct arena *arena, const char *address)
{
    static const char *const starts[] = {"https://", "http://", "www."};
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (text_starts(address, starts[i]))
            address += strlen(starts[i]);
    size_t length = strlen(address);
    return arena_strndup(arena, address, length - (length && address[length - 1] == '/'));
}

static const char *
field_shown(struct arena *arena, const struct record_field *field, const char *value)
{
    const struct country *country;
    const struct record_choice *choice;
    switch (field->type) {
    case RECORD_COUNTRY:
        country = country_by_code(value);
        return country ? country->name : value;
    case RECORD_CHOICE:
        choice = record_code_named(field->choices, value);
        return choice ? choice->label : value;
    case RECORD_URL:
    case RECORD_LINKEDIN:
        return address_shown(arena, value);
    case RECORD_TEXT:
    case RECORD_LONG_TEXT:
    case RECORD_NAME:
    case RECORD_DOMAIN:
    case RECORD_EMAIL:
    case RECORD_PHONE:
    case RECORD_SIZE:
    case RECORD_YEAR:
    case RECORD_DAY:
    case RECORD_MONEY:
    case RECORD_ID:
    case RECORD_IDS:
    case RECORD_CUSTOM:
        break;
    }
    return value;
}

/* The ids of an array's text, "{3,5}". */
static void
take_ids(struct arena *arena, const char *text, struct record_cell *cell)
{
    size_t most = 1;
    for (const char *p = text ? text : ""; *p; p++)
        most += *p == ',';
    int64_t *ids = ARENA_ARRAY(arena, most, int64_t);
    char *end = NULL;
    cell->n = 0;
    for (const char *at = text; at && *at && at[1] && cell->n < most; at = end) {
        ids[cell->n] = strtoll(at + 1, &end, 10);
        if (end == at + 1)
            break;
        cell->n++;
    }
    cell->ids = ids;
}

static void
read_cell(struct arena *arena, const struct record_column *column, const struct db_table *table,
          size_t at, size_t place, struct record_row *row, struct record_cell *cell)
{
    const struct record_choice *choice;
    const char *value = db_cell(table, at, place), *company = db_cell(table, at, COMPANY);
    cell->text = value ? value : "";
    switch (column->kind) {
    case RECORD_COLUMN_NAME:
        cell->text = row->label;
        cell->id = row->id;
        break;
    case RECORD_COLUMN_COMPANY:
        cell->text = company ? db_cell(table, at, COMPANY_NAME_AT) : "";
        cell->id = company ? strtoll(company, NULL, 10) : 0;
        break;
    case RECORD_COLUMN_FIELD:
        cell->value = value;
        if (value)
            cell->text = field_shown(arena, column->field, value);
        break;
    case RECORD_COLUMN_CLASS:
        cell->id = value ? strtoll(value, NULL, 10) : 0;
        choice = record_code_get(column->choices, cell->id);
        cell->text = choice ? choice->label : "";
        break;
    case RECORD_COLUMN_OWNER:
        value = db_cell(table, at, place + 1);
        cell->id = value ? strtoll(value, NULL, 10) : 0;
        break;
    case RECORD_COLUMN_TAGS:
    case RECORD_COLUMN_LISTS:
        take_ids(arena, db_cell(table, at, place + 1), cell);
        break;
    case RECORD_COLUMN_LEVEL:
        cell->value = value;
        cell->id = value ? strtoll(value, NULL, 10) : 0;
        break;
    case RECORD_COLUMN_PEOPLE:
        cell->id = value ? strtoll(value, NULL, 10) : 0;
        break;
    case RECORD_COLUMN_TIME:
        cell->id = value ? strtoll(value, NULL, 10) : 0;
        cell->text = "";
        break;
    case RECORD_COLUMN_CUSTOM:
        cell->value = value;
        if (value)
            cell->text = custom_value_shown(arena, column->custom->field, value);
        break;
    }
}

static const char *
label_of(struct arena *arena, enum record_entity entity, const struct db_table *table, size_t at)
{
    if (entity == RECORD_COMPANY)
        return db_cell(table, at, FIRST);
    const char *values[CONTACT_N_FIELDS] = {[CONTACT_FIRST_NAME] = db_cell(table, at, FIRST),
                                            [CONTACT_LAST_NAME] = db_cell(table, at, LAST),
                                            [CONTACT_EMAIL] = db_cell(table, at, EMAIL),
                                            [CONTACT_LINKEDIN_URL] = db_cell(table, at, LINKEDIN)};
    return contact_keys_label(arena, values);
}

struct name {
    const char *kind, *name;
    int64_t id;
};
static const struct field name_map[] = {
    FIELD_STR(struct name, kind),
    FIELD_STR(struct name, name),
    FIELD_I64(struct name, id),
    FIELD_END,
};

/* What is asked for: ids of one kind. */
struct wanted {
    const char *kind;
    enum record_column_kind column;
    int64_t *ids;
    size_t n;
};

static void
collect(struct arena *arena, const struct record_column *columns, size_t n_columns,
        const struct record_row *rows, size_t n_rows, struct wanted *wanted)
{
    size_t most = 0;
    for (size_t pass = 0; pass < 2; pass++) {
        if (pass)
            wanted->ids = ARENA_ARRAY(arena, most + 1, int64_t);
        for (size_t i = 0; i < n_columns; i++)
            for (size_t row = 0; columns[i].kind == wanted->column && row < n_rows; row++) {
                const struct record_cell *cell = &rows[row].cells[i];
                bool owner = wanted->column == RECORD_COLUMN_OWNER;
                size_t n = owner ? cell->id != 0 : cell->n;
                most += n;
                for (size_t k = 0; pass && k < n; k++)
                    wanted->ids[wanted->n++] = owner ? cell->id : cell->ids[k];
            }
    }
}

static bool
holds(const struct record_cell *cell, int64_t id)
{
    for (size_t i = 0; i < cell->n; i++)
        if (cell->ids[i] == id)
            return true;
    return false;
}

/* By the names of one kind. */
static void
name_cell(struct arena *arena, const struct name *names, size_t n, struct record_cell *cell)
{
    const char **shown = ARENA_ARRAY(arena, cell->n + 1, const char *);
    int64_t *ids = ARENA_ARRAY(arena, cell->n + 1, int64_t);
    size_t n_shown = 0;
    for (size_t i = 0; i < n; i++) {
        if (cell->id == names[i].id)
            cell->text = names[i].name;
        if (!holds(cell, names[i].id))
            continue;
        shown[n_shown] = names[i].name;
        ids[n_shown++] = names[i].id;
    }
    cell->names = shown;
    cell->ids = ids;
    cell->n = n_shown;
}

enum { KINDS = 3 };

/* Names of one kind stand together. */
static const struct name *
names_of(const struct name *names, size_t n, const char *kind, size_t *n_of)
{
    size_t first = 0, last;
    while (first < n && strcmp(names[first].kind, kind) != 0)
        first++;
    for (last = first; last < n && !strcmp(names[last].kind, kind);)
        last++;
    *n_of = last - first;
    return names + first;
}

static bool
has_name(const struct name *names, size_t n, int64_t id)
{
    for (size_t i = 0; i < n; i++)
        if (names[i].id == id)
            return true;
    return false;
}

/* What is wanted from what the caller knows; false when something is not there: a person who left. */
static bool
take_known(struct arena *arena, const struct list_names *known, const struct wanted all[KINDS],
           struct name **out, size_t *n)
{
    if (!known)
        return false;
    struct name *names = ARENA_ARRAY(arena, known->n + 1, struct name);
    for (size_t i = 0; i < known->n; i++)
        names[i] = (struct name){known->of[i].kind, known->of[i].name, known->of[i].id};
    for (size_t k = 0; k < KINDS; k++) {
        size_t n_of;
        const struct name *of = names_of(names, known->n, all[k].kind, &n_of);
        for (size_t i = 0; i < all[k].n; i++)
            if (!has_name(of, n_of, all[k].ids[i]))
                return false;
    }
    *out = names;
    *n = known->n;
    return true;
}

/* Owners, tags and lists come as ids: one statement names those of all rows, when the caller does not
 * know them. Labels come in the order of their names, those that are not there are left out. */
static bool
fill_names(struct ctx *ctx, const struct record_column *columns, size_t n_columns,
           const struct list_names *known, struct record_row *rows, size_t n_rows)
{
    struct wanted all[KINDS] = {
        {"owner", RECORD_COLUMN_OWNER, NULL, 0},
        {"tag",   RECORD_COLUMN_TAGS,  NULL, 0},
        {"list",  RECORD_COLUMN_LISTS, NULL, 0}
    };
    struct name *names = NULL;
    size_t n = 0;
    for (size_t i = 0; i < KINDS; i++)
        collect(ctx->arena, columns, n_columns, rows, n_rows, &all[i]);
    if ((all[0].n || all[1].n || all[2].n) && !take_known(ctx->arena, known, all, &names, &n) &&
        !DB_ALL(ctx, &SQL_RECORD_ROW_NAMES,
                DB_ARGS(DB_I64S(all[0].ids, all[0].n), DB_I64S(all[1].ids, all[1].n),
                        DB_I64S(all[2].ids, all[2].n)),
                name_map, &names, &n))
        return false;
    for (size_t k = 0; k < KINDS; k++) {
        size_t n_of;
        const struct name *of = names_of(names, n, all[k].kind, &n_of);
        for (size_t i = 0; i < n_columns; i++)
            for (size_t row = 0; columns[i].kind == all[k].column && row < n_rows; row++)
                name_cell(ctx->arena, of, n_of, &rows[row].cells[i]);
    }
    return true;
}

bool
record_rows_read(struct ctx *ctx, enum record_entity entity, const int64_t *ids, size_t n,
                 const struct record_column *columns, size_t n_columns,
                 const struct list_names *known, struct record_row **rows, size_t *n_rows)
{
    struct query_sql sql = {.arena = ctx->arena};
    struct db_table table;
    struct buf buf;
    buf_init(&buf, ctx->arena, QUERY_SQL_MOST);
    buf_text(&buf, entity == RECORD_COMPANY ? COMPANY_HEAD : CONTACT_HEAD);
    for (size_t i = 0; i < n_columns; i++)
        add_column(&sql, &columns[i], entity, &buf);
    int wanted = query_where_bind(&sql, DB_I64S(ids, n));
    buf_printf(&buf,
               "%s%s%s AND %s = ANY ($%d::bigint[]) ORDER BY array_position($%d::bigint[], %s)",
               query_where_from(entity),
               entity == RECORD_CONTACT ? query_where_employer(ctx->arena, "o") : "",
               query_where_live(), query_where_id(entity), wanted, wanted, query_where_id(entity));
    if (!db_table_repeated(ctx, buf.data, sql.args, sql.n_args, &table))
        return false;
    *rows = ARENA_ARRAY(ctx->arena, table.n_rows + 1, struct record_row);
    *n_rows = table.n_rows;
    for (size_t at = 0; at < table.n_rows; at++) {
        struct record_row *row = &(*rows)[at];
        row->id = strtoll(db_cell(&table, at, ID), NULL, 10);
        row->version = strtoll(db_cell(&table, at, VERSION), NULL, 10);
        row->label = label_of(ctx->arena, entity, &table, at);
        row->cells = ARENA_ARRAY(ctx->arena, n_columns + 1, struct record_cell);
        for (size_t i = 0; i < n_columns; i++)
            read_cell(ctx->arena, &columns[i], &table, at, N_HEAD + 2 * i, row, &row->cells[i]);
    }
    return fill_names(ctx, columns, n_columns, known, *rows, *n_rows);
}
