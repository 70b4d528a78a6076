/* Rows of a page, in one statement. See record_row.h. Put together from constants, like the queries
 * beside it; the ids and the keys of custom fields travel as parameters. */
#include "domain/query/record_row.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "domain/contact/contact_keys.h"
#include "domain/label/custom_value.h"
#include "domain/query/query_where.h"
#include "domain/record/country.h"

/* What each row begins with: who it is. */
enum { ID, VERSION, FIRST, LAST, EMAIL, LINKEDIN, COMPANY, COMPANY_NAME_AT, N_HEAD };

#define CONTACT_HEAD                                                                               \
    "SELECT o.contact_id, o.version, o.first_name, o.last_name, o.email, o.linkedin_url, "         \
    "c.company_id, c.name"
#define COMPANY_HEAD "SELECT o.company_id, o.version, o.name, NULL, NULL, NULL, NULL, NULL"
#define PEOPLE                                                                                     \
    "(SELECT count(*) FROM contact p WHERE p.tenant_id = o.tenant_id AND p.company_id = "          \
    "o.company_id AND p.deleted_at IS NULL)"
/* Names and ids of labels, both by name. */
#define LABELS(table, what)                                                                        \
    "ARRAY(SELECT l." what " FROM " table " l WHERE l.tenant_id = o.tenant_id AND l." table        \
    "_id = ANY (o." table "_ids) ORDER BY l.name_key, l." table "_id)"

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
        buf_text(out, ", app.user_name(o.owner_id), o.owner_id");
        break;
    case RECORD_COLUMN_TAGS:
        buf_text(out, ", " LABELS("tag", "name") ", " LABELS("tag", "tag_id"));
        break;
    case RECORD_COLUMN_LISTS:
        buf_text(out, ", " LABELS("list", "name") ", " LABELS("list", "list_id"));
        break;
    case RECORD_COLUMN_PEOPLE:
        buf_text(out, ", " PEOPLE ", NULL");
        break;
    case RECORD_COLUMN_TIME:
        buf_printf(out, ", (extract(epoch FROM %s.%s) * 1000)::bigint, NULL", table,
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
    case RECORD_MONEY:
    case RECORD_ID:
    case RECORD_IDS:
    case RECORD_CUSTOM:
        break;
    }
    return value;
}

static bool
read_labels(struct ctx *ctx, const char *names, const char *ids, struct record_cell *cell)
{
    struct db_strs named, numbered;
    if (!db_strs(ctx, names, &named) || !db_strs(ctx, ids, &numbered))
        return false;
    int64_t *numbers = ARENA_ARRAY(ctx->arena, numbered.n + 1, int64_t);
    for (size_t i = 0; i < numbered.n; i++)
        numbers[i] = strtoll(numbered.values[i], NULL, 10);
    cell->names = named.values;
    cell->ids = numbers;
    cell->n = numbered.n;
    return true;
}

static bool
read_cell(struct ctx *ctx, const struct record_column *column, const struct db_table *table,
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
            cell->text = field_shown(ctx->arena, column->field, value);
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
        cell->text = "";
        return read_labels(ctx, value, db_cell(table, at, place + 1), cell);
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
            cell->text = custom_value_shown(ctx->arena, column->custom->field, value);
        break;
    }
    return true;
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

bool
record_rows_read(struct ctx *ctx, enum record_entity entity, const int64_t *ids, size_t n,
                 const struct record_column *columns, size_t n_columns, struct record_row **rows,
                 size_t *n_rows)
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
    if (!db_table_composed(ctx, buf.data, sql.args, sql.n_args, &table))
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
            if (!read_cell(ctx, &columns[i], &table, at, N_HEAD + 2 * i, row, &row->cells[i]))
                return false;
    }
    return true;
}
