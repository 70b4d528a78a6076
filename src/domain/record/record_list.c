/* List pages. See record_list.h. An unfiltered page is a prepared statement put together by the
 * compiler below; a filtered one is planned for its values. */
#include "domain/record/record_list.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/db.h"
#include "base/text.h"
#include "base/token.h"
#include "domain/contact/contact_keys.h"
#include "statements.h"

enum { SQL_MAX = 16 * 1024, MOST_ARGS = 16 };

#define COUNTED "1001" /* RECORD_LIST_COUNTED and one */
#define PAGE_ROWS "51" /* RECORD_LIST_PAGE and one; as a parameter it would be planned each time */

/* Columns, in the order of enum column below. */
#define COMPANY_COLUMNS                                                                            \
    "o.company_id, (extract(epoch FROM o.updated_at) * 1000)::bigint, o.email, o.name, "           \
    "o.domain, o.industry, o.employees, o.city, o.country"
#define CONTACT_COLUMNS                                                                            \
    "o.contact_id, (extract(epoch FROM o.updated_at) * 1000)::bigint, o.email, "                   \
    "o.first_name, o.last_name, o.linkedin_url, o.job_title, o.phone, c.company_id, c.name"
enum column { ID, UPDATED, EMAIL, FIRST_OWN };
enum company_column {
    C_NAME = FIRST_OWN,
    C_DOMAIN,
    C_INDUSTRY,
    C_EMPLOYEES,
    C_CITY,
    C_COUNTRY,
    C_KEY,
    C_TOTAL
};
enum contact_column {
    P_FIRST = FIRST_OWN,
    P_LAST,
    P_LINKEDIN,
    P_TITLE,
    P_PHONE,
    P_COMPANY,
    P_COMPANY_NAME,
    P_KEY,
    P_TOTAL
};

#define COMPANY_FROM " FROM company o"
#define CONTACT_FROM                                                                               \
    " FROM contact o LEFT JOIN company c ON c.tenant_id = o.tenant_id AND "                        \
    "c.company_id = o.company_id AND c.deleted_at IS NULL"
/* For plans that are kept: whatever the size of the tables when the plan was made, only the primary
 * key fits, and the deleted are left out behind it. */
#define COMPANY_KEPT_FROM COMPANY_FROM
#define CONTACT_KEPT_FROM                                                                          \
    " FROM contact o LEFT JOIN LATERAL (SELECT n.company_id, n.name, n.deleted_at FROM company n " \
    "WHERE n.tenant_id = o.tenant_id AND n.company_id = o.company_id LIMIT 1) c "                  \
    "ON c.deleted_at IS NULL"
#define LIVE " WHERE o.tenant_id = app.tenant() AND o.deleted_at IS NULL"
#define COMPANY_TOTAL                                                                              \
    ", (SELECT count(*) FROM (SELECT FROM company o" LIVE " LIMIT " COUNTED ") AS t)"
#define CONTACT_TOTAL                                                                              \
    ", (SELECT count(*) FROM (SELECT FROM contact o" LIVE " LIMIT " COUNTED ") AS t)"

/* Sort keys as text for the cursor, and what rows are ordered by. $1 is the key of the cursor's row,
 * $2 its id. Contacts without a company come behind all others: U+10FFFF sorts last. */
#define BY_NAME "o.sort_name"
#define BY_COMPANY "coalesce(c.sort_name, U&'\\+10FFFF')"
#define BY_UPDATED "o.updated_at"
#define BEYOND(key, type, id, op) " AND (" key ", " id ") " op " ($1::text" type ", $2::bigint)"
#define BEYOND_ID(id, op) " AND " id " " op " $2 AND $1::text IS NOT NULL"
#define ORDER(key, id, dir) " ORDER BY " key " " dir ", " id " " dir
#define ORDER_ID(id, dir) " ORDER BY " id " " dir

struct order {
    const char *key;
    const char *beyond[2]; /* ascending, descending */
    const char *order[2];
};
#define ORDERED(key, type, id)                                                                     \
    {                                                                                              \
        key "::text", {BEYOND(key, type, id, ">"), BEYOND(key, type, id, "<")},                    \
        {                                                                                          \
            ORDER(key, id, "ASC"), ORDER(key, id, "DESC")                                          \
        }                                                                                          \
    }
#define ORDERED_BY_ID(id)                                                                          \
    {                                                                                              \
        "''", {BEYOND_ID(id, ">"), BEYOND_ID(id, "<")},                                            \
        {                                                                                          \
            ORDER_ID(id, "ASC"), ORDER_ID(id, "DESC")                                              \
        }                                                                                          \
    }
static const struct order company_orders[] = {
    [RECORD_BY_NAME] = ORDERED(BY_NAME, "", "o.company_id"),
    [RECORD_BY_COMPANY] = ORDERED(BY_NAME, "", "o.company_id"),
    [RECORD_BY_UPDATED] = ORDERED(BY_UPDATED, "::timestamptz", "o.company_id"),
    [RECORD_BY_CREATED] = ORDERED_BY_ID("o.company_id"),
};
static const struct order contact_orders[] = {
    [RECORD_BY_NAME] = ORDERED(BY_NAME, "", "o.contact_id"),
    [RECORD_BY_COMPANY] = ORDERED(BY_COMPANY, "", "o.contact_id"),
    [RECORD_BY_UPDATED] = ORDERED(BY_UPDATED, "::timestamptz", "o.contact_id"),
    [RECORD_BY_CREATED] = ORDERED_BY_ID("o.contact_id"),
};

/* The pages that people open most, as prepared statements: by sort, direction, first or further. */
#define PLAIN(entity, name, key, tail)                                                             \
    {                                                                                              \
        name, true,                                                                                \
            "SELECT " entity##_COLUMNS ", " key entity##_TOTAL entity##_KEPT_FROM LIVE tail        \
    }
#define PLAIN_PAGE(entity, name, key, type, id, op, dir)                                           \
    {                                                                                              \
        PLAIN(entity, name, key "::text", ORDER(key, id, dir) " LIMIT " PAGE_ROWS),                \
            PLAIN(entity, name "_on", key "::text",                                                \
                  BEYOND(key, type, id, op) ORDER(key, id, dir) " LIMIT " PAGE_ROWS)               \
    }
static const struct sql company_plain[2][2][2] = {
    {PLAIN_PAGE(COMPANY, "company_list_name_up",    BY_NAME,    "",              "o.company_id", ">", "ASC"),
     PLAIN_PAGE(COMPANY, "company_list_name_down",    BY_NAME,    "",              "o.company_id", "<", "DESC")},
    {PLAIN_PAGE(COMPANY, "company_list_updated_up", BY_UPDATED, "::timestamptz", "o.company_id",
     ">",                                                                                             "ASC"),
     PLAIN_PAGE(COMPANY, "company_list_updated_down", BY_UPDATED, "::timestamptz", "o.company_id",
     "<",                                                                                               "DESC")},
};
static const struct sql contact_plain[2][2][2] = {
    {PLAIN_PAGE(CONTACT, "contact_list_name_up",    BY_NAME,    "",              "o.contact_id", ">", "ASC"),
     PLAIN_PAGE(CONTACT, "contact_list_name_down",    BY_NAME,    "",              "o.contact_id", "<", "DESC")},
    {PLAIN_PAGE(CONTACT, "contact_list_updated_up", BY_UPDATED, "::timestamptz", "o.contact_id",
     ">",                                                                                             "ASC"),
     PLAIN_PAGE(CONTACT, "contact_list_updated_down", BY_UPDATED, "::timestamptz", "o.contact_id",
     "<",                                                                                               "DESC")},
};

/* A statement in the making: constants and numbered parameters. */
struct query {
    struct buf text;
    struct db_arg args[MOST_ARGS];
    size_t n_args;
};

static int
bind(struct query *query, struct db_arg arg)
{
    query->args[query->n_args++] = arg;
    return (int)query->n_args;
}

static void
bind_i64(struct query *query, const char *before, int64_t value, const char *after)
{
    buf_printf(&query->text, "%s$%d::bigint%s", before, bind(query, DB_I64(value)), after);
}

/* A word as a LIKE pattern that means the word and nothing else. */
static const char *
pattern_of(struct arena *arena, const char *word, size_t length)
{
    struct buf buf;
    buf_init(&buf, arena, 2 * length + 3);
    buf_char(&buf, '%');
    for (size_t i = 0; i < length; i++) {
        if (word[i] == '%' || word[i] == '_' || word[i] == '\\')
            buf_char(&buf, '\\');
        buf_char(&buf, word[i]);
    }
    buf_char(&buf, '%');
    return buf.data;
}

static void
add_search(struct arena *arena, struct query *query, const struct record_filter *filter)
{
    const char *at = text_fold(arena, filter->search);
    for (size_t n = 0; *at && n < RECORD_LIST_WORDS; n++) {
        size_t length = strcspn(at, " ");
        int place = bind(query, DB_STR(pattern_of(arena, at, length)));
        if (filter->entity == RECORD_COMPANY)
            buf_printf(&query->text, " AND o.search LIKE $%d", place);
        else
            buf_printf(&query->text,
                       " AND (o.search LIKE $%d OR o.company_id IN (SELECT k.company_id FROM "
                       "company k WHERE k.tenant_id = app.tenant() AND k.deleted_at IS NULL AND "
                       "k.search LIKE $%d))",
                       place, place);
        at += length + (at[length] == ' ');
    }
}

static bool
is_plain(const struct record_filter *filter)
{
    return !*filter->search && !filter->tag && !filter->list && !filter->company && !filter->set;
}

static void
add_filter(struct arena *arena, struct query *query, const struct record_filter *filter)
{
    bool company = filter->entity == RECORD_COMPANY;
    buf_text(&query->text, LIVE);
    if (filter->tag)
        bind_i64(query, " AND o.tag_ids @> ARRAY[", filter->tag, "]");
    if (filter->list)
        bind_i64(query, " AND o.list_ids @> ARRAY[", filter->list, "]");
    if (filter->company && !company)
        bind_i64(query, " AND o.company_id = ", filter->company, "");
    if (filter->set) {
        buf_text(&query->text, company
                                   ? " AND EXISTS (SELECT FROM change h WHERE h.tenant_id = "
                                     "o.tenant_id AND h.entity = 1 AND h.record_id = o.company_id"
                                   : " AND EXISTS (SELECT FROM change h WHERE h.tenant_id = "
                                     "o.tenant_id AND h.entity = 2 AND h.record_id = o.contact_id");
        if (filter->did)
            buf_text(&query->text, filter->did == 'c' ? " AND h.kind = 'c'" : " AND h.kind = 'u'");
        bind_i64(query, " AND h.change_set_id = ", filter->set, ")");
    }
    add_search(arena, query, filter);
}

/* A cursor is the id and the sort key of a row: "812.QWNtZQ". */
struct cursor {
    int64_t id;
    const char *key;
};

static const char *
cursor_write(struct arena *arena, const struct record_row *row)
{
    return arena_printf(arena, "%" PRId64 ".%s", row->record_id,
                        token_base64(arena, row->key, strlen(row->key)));
}

/* Two digits of a time as a number; -1: there are none. */
static int
two_digits(const char *text)
{
    return strspn(text, "0123456789") < 2 ? -1 : (text[0] - '0') * 10 + text[1] - '0';
}

/* Is it a time as PostgreSQL writes one in UTC: "2026-11-21 09:30:05.25+00"? */
static bool
is_time(const char *text)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (strspn(text, "0123456789") != 4 || text[4] != '-' || strcspn(text, " ") != 10 ||
        text[7] != '-' || strlen(text) < 22)
        return false;
    int century = two_digits(text), year = two_digits(text + 2), month = two_digits(text + 5);
    bool leap = year % 4 == 0 && (year != 0 || century % 4 == 0);
    int day = two_digits(text + 8);
    if (century < 1 || month < 1 || month > 12 || day < 1 ||
        day > days[month - 1] + (leap && month == 2 ? 1 : 0))
        return false;
    int hour = two_digits(text + 11), minute = two_digits(text + 14),
        second = two_digits(text + 17);
    if (hour < 0 || hour > 23 || text[13] != ':' || minute < 0 || minute > 59 || text[16] != ':' ||
        second < 0 || second > 59)
        return false;
    const char *rest = text + 19;
    if (*rest == '.') {
        size_t digits = strspn(rest + 1, "0123456789");
        if (digits < 1 || digits > 6)
            return false;
        rest += 1 + digits;
    }
    return !strcmp(rest, "+00");
}

static bool
cursor_read(struct ctx *ctx, const char *field, const char *text, enum record_sort sort,
            struct cursor *out)
{
    char *end = NULL;
    size_t length = 0;
    out->id = strtoll(text, &end, 10);
    char *key = *end == '.' ? token_base64_read(ctx->arena, end + 1, &length) : NULL;
    if (!key || strlen(key) != length || !text_is_utf8(key, length) || out->id < 1 ||
        (sort == RECORD_BY_UPDATED && !is_time(key)))
        return err_field(ctx, ERR_INPUT, field,
                         "This page of the list is not there any more. Open the list again.");
    out->key = key;
    return true;
}

static const struct sql *
plain_of(const struct record_list *list, bool descending, bool further)
{
    if (!is_plain(&list->filter) || list->limit > RECORD_LIST_PAGE ||
        (list->sort != RECORD_BY_NAME && list->sort != RECORD_BY_UPDATED))
        return NULL;
    size_t sort = list->sort == RECORD_BY_NAME ? 0 : 1;
    return list->filter.entity == RECORD_COMPANY ? &company_plain[sort][descending][further]
                                                 : &contact_plain[sort][descending][further];
}

/* What a narrowed list is of: its ids while they are few, which is found in one pass over the table
 * however the list is sorted. */
struct matches {
    int64_t *ids;
    size_t n; /* RECORD_LIST_COUNTED + 1: too many for a list of ids */
};

static bool
match_all(struct ctx *ctx, const struct record_filter *filter, struct matches *out)
{
    struct query query = {.n_args = 0};
    struct db_table table;
    bool company = filter->entity == RECORD_COMPANY;
    buf_init(&query.text, ctx->arena, SQL_MAX);
    buf_text(&query.text,
             company ? "SELECT o.company_id FROM company o" : "SELECT o.contact_id FROM contact o");
    add_filter(ctx->arena, &query, filter);
    buf_text(&query.text, " LIMIT " COUNTED);
    if (!db_table_composed(ctx, query.text.data, query.args, query.n_args, &table))
        return false;
    out->n = table.n_rows;
    out->ids = ARENA_ARRAY(ctx->arena, out->n + 1, int64_t);
    for (size_t i = 0; i < out->n; i++)
        out->ids[i] = strtoll(db_cell(&table, i, 0), NULL, 10);
    return true;
}

/* A page of a narrowed list, or of a sort that no statement stands ready for. */
static bool
read_narrowed(struct ctx *ctx, const struct record_list *list, bool descending,
              const struct cursor *cursor, const struct matches *matches, struct db_table *table)
{
    bool company = list->filter.entity == RECORD_COMPANY;
    const struct order *order = company ? &company_orders[list->sort] : &contact_orders[list->sort];
    struct query query = {.n_args = 0};
    buf_init(&query.text, ctx->arena, SQL_MAX);
    /* the cursor's parameters come first: the constants name them $1 and $2 */
    if (cursor) {
        bind(&query, DB_STR(cursor->key));
        bind(&query, DB_I64(cursor->id));
    }
    buf_printf(&query.text, "SELECT %s, %s, 0%s", company ? COMPANY_COLUMNS : CONTACT_COLUMNS,
               order->key, company ? COMPANY_FROM : CONTACT_FROM);
    if (matches->n > RECORD_LIST_COUNTED)
        add_filter(ctx->arena, &query, &list->filter);
    else
        buf_printf(&query.text, LIVE " AND o.%s = ANY ($%d::bigint[])",
                   company ? "company_id" : "contact_id",
                   bind(&query, DB_I64S(matches->ids, matches->n)));
    if (cursor)
        buf_text(&query.text, order->beyond[descending]);
    buf_text(&query.text, order->order[descending]);
    buf_printf(&query.text, " LIMIT $%d::bigint", bind(&query, DB_I64((int64_t)list->limit + 1)));
    return db_table_composed(ctx, query.text.data, query.args, query.n_args, table);
}

/* *total is -1 where the rows carry it. */
static bool
read_table(struct ctx *ctx, const struct record_list *list, bool descending,
           const struct cursor *cursor, struct db_table *table, int64_t *total)
{
    const struct sql *plain = plain_of(list, descending, cursor != NULL);
    *total = -1;
    if (plain && cursor)
        return db_table(ctx, plain, DB_ARGS(DB_STR(cursor->key), DB_I64(cursor->id)), table);
    if (plain)
        return db_table(ctx, plain, DB_NO_ARGS, table);
    struct matches matches;
    if (!match_all(ctx, &list->filter, &matches))
        return false;
    *total = (int64_t)matches.n;
    return read_narrowed(ctx, list, descending, cursor, &matches, table);
}

static int64_t
number_at(const struct db_table *table, size_t row, size_t column)
{
    const char *cell = db_cell(table, row, column);
    return cell ? strtoll(cell, NULL, 10) : 0;
}

static void
read_row(struct arena *arena, enum record_entity entity, const struct db_table *table, size_t at,
         struct record_row *row)
{
    row->record_id = number_at(table, at, ID);
    row->updated_ms = number_at(table, at, UPDATED);
    row->email = db_cell(table, at, EMAIL);
    if (entity == RECORD_COMPANY) {
        row->label = db_cell(table, at, C_NAME);
        row->domain = db_cell(table, at, C_DOMAIN);
        row->industry = db_cell(table, at, C_INDUSTRY);
        row->employees = db_cell(table, at, C_EMPLOYEES);
        row->city = db_cell(table, at, C_CITY);
        row->country = db_cell(table, at, C_COUNTRY);
        row->key = db_cell(table, at, C_KEY);
        return;
    }
    const char *values[CONTACT_N_FIELDS] = {[CONTACT_FIRST_NAME] = db_cell(table, at, P_FIRST),
                                            [CONTACT_LAST_NAME] = db_cell(table, at, P_LAST),
                                            [CONTACT_EMAIL] = row->email,
                                            [CONTACT_LINKEDIN_URL] =
                                                db_cell(table, at, P_LINKEDIN)};
    row->label = contact_keys_label(arena, values);
    row->job_title = db_cell(table, at, P_TITLE);
    row->phone = db_cell(table, at, P_PHONE);
    row->company_id = number_at(table, at, P_COMPANY);
    row->company_name = db_cell(table, at, P_COMPANY_NAME);
    row->key = db_cell(table, at, P_KEY);
}

bool
record_list_read(struct ctx *ctx, const struct record_list *list, struct record_page *out)
{
    struct cursor cursor;
    struct db_table table;
    bool back = *list->before != '\0', further = back || *list->after != '\0';
    *out = (struct record_page){0};
    if (further && !cursor_read(ctx, back ? "before" : "after", back ? list->before : list->after,
                                list->sort, &cursor))
        return false;
    int64_t total;
    if (!read_table(ctx, list, list->descending != back, further ? &cursor : NULL, &table, &total))
        return false;
    bool more = table.n_rows > list->limit;
    size_t n = more ? list->limit : table.n_rows;
    bool company = list->filter.entity == RECORD_COMPANY;
    out->rows = ARENA_ARRAY(ctx->arena, n + 1, struct record_row);
    out->n = n;
    for (size_t i = 0; i < n; i++)
        read_row(ctx->arena, list->filter.entity, &table, i, &out->rows[back ? n - 1 - i : i]);
    if (!n)
        return true;
    out->total =
        total >= 0 ? total : number_at(&table, 0, company ? (size_t)C_TOTAL : (size_t)P_TOTAL);
    if (back ? more : further)
        out->previous = cursor_write(ctx->arena, &out->rows[0]);
    if (back || more)
        out->next = cursor_write(ctx->arena, &out->rows[n - 1]);
    return true;
}

bool
record_list_count(struct ctx *ctx, const struct record_filter *filter, int64_t *total)
{
    struct query query = {.n_args = 0};
    struct db_table table;
    buf_init(&query.text, ctx->arena, SQL_MAX);
    buf_printf(&query.text, "SELECT count(*) FROM %s o", record_entity_name(filter->entity));
    add_filter(ctx->arena, &query, filter);
    if (!db_table_composed(ctx, query.text.data, query.args, query.n_args, &table))
        return false;
    *total = number_at(&table, 0, 0);
    return true;
}

bool
record_list_chip(struct ctx *ctx, const char *kind, int64_t id, const char **name)
{
    return db_str(ctx, &SQL_RECORD_LIST_CHIP, DB_ARGS(DB_STR(kind), DB_I64(id)), name);
}
