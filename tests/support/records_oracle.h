/* What a filter means, said a second time and as plainly as possible: all living rows of a tenant are
 * read, and each is judged by itself. Shares no code with the engines that it is held against but the
 * table of dimensions. Included by the tests of record_query.h. */
#ifndef LEADGEN_TESTS_SUPPORT_RECORDS_ORACLE_H
#define LEADGEN_TESTS_SUPPORT_RECORDS_ORACLE_H

#include "support/records.h"

#include "domain/query/record_query.h"

enum { SEEN_IDS = 16, SEEN_ORDERS = 64 };

/* A row of a list as the database holds it. */
struct seen {
    int64_t id, owner, company, has_company;
    int64_t codes[RECORD_MOST_CODES], company_codes[RECORD_MOST_CODES];
    int64_t tags[SEEN_IDS], lists[SEEN_IDS];
    size_t n_tags, n_lists;
    const char *source, *title, *title_key, *search, *company_search;
    const char *sort_name, *company_sort_name;
    int64_t created_day, updated_day, age, updated_us, checked_us;
    const char *sets;                     /* " 12c 15u " */
    const char *customs[RECORDS_CUSTOMS]; /* by place of records_custom_keys */
    const char *texts[SEEN_ORDERS]; /* what TEXT, SHOWN and NUMBER orders are made of, by place */
};

static inline size_t
seen_numbers(const char *text, int64_t *out, size_t most)
{
    size_t n = 0;
    for (const char *at = text; at && (*at == '{' || *at == ',') && at[1] != '}' && n < most;) {
        char *end;
        out[n++] = strtoll(at + 1, &end, 10);
        at = end;
    }
    return n;
}

static inline int64_t
seen_number(const struct db_table *table, size_t row, const char *column)
{
    const char *cell = db_cell(table, row, db_column(table, column));
    return cell ? strtoll(cell, NULL, 10) : 0;
}

static inline const char *
seen_text(const struct db_table *table, size_t row, const char *column)
{
    return db_cell(table, row, db_column(table, column));
}

/* What an order looks at, as a column of the query below; NULL where a row has it already. */
static inline const char *
seen_source(struct arena *arena, const struct record_order *order)
{
    const char *entity = record_entity_name(order->list);
    if (order->kind != RECORD_ORDER_TEXT && order->kind != RECORD_ORDER_SHOWN &&
        order->kind != RECORD_ORDER_NUMBER)
        return NULL;
    switch (order->from) {
    case RECORD_ORDER_OF_COLUMN:
    case RECORD_ORDER_OF_ADDRESS:
        return arena_printf(arena, "%s.%s", order->of == order->list ? "o" : "c", order->column);
    case RECORD_ORDER_OF_LAST_NAME:
        return "o.last_name";
    case RECORD_ORDER_OF_OWNER:
        return "(SELECT u.name FROM user_account u WHERE u.user_id = o.owner_id)";
    case RECORD_ORDER_OF_TAGS:
    case RECORD_ORDER_OF_LISTS:
        entity = order->from == RECORD_ORDER_OF_TAGS ? "tag" : "list";
        return arena_printf(arena,
                            "(SELECT l.name_key FROM %s l, unnest(o.%s_ids) AS u(id) WHERE l.%s_id "
                            "= u.id ORDER BY l.name_key LIMIT 1)",
                            entity, entity, entity);
    case RECORD_ORDER_OF_PEOPLE:
        return "(SELECT count(p.contact_id) FROM company k LEFT JOIN contact p ON p.deleted_at IS "
               "NULL AND p.company_id = k.company_id WHERE k.company_id = o.company_id)";
    case RECORD_ORDER_OF_SIGHT:
        return "extract(epoch FROM o.last_seen_at)";
    case RECORD_ORDER_OF_CUSTOM:
        break;
    }
    return NULL;
}

static inline void
seen_row(struct arena *arena, const struct db_table *t, size_t at, bool company, struct seen *out)
{
    size_t n;
    const struct record_order *orders =
        record_orders(company ? RECORD_COMPANY : RECORD_CONTACT, &n);
    out->id = seen_number(t, at, "id");
    out->owner = seen_number(t, at, "owner_id");
    out->company = seen_number(t, at, "of_company");
    out->has_company = seen_number(t, at, "has_company");
    seen_numbers(seen_text(t, at, "codes"), out->codes, RECORD_MOST_CODES);
    seen_numbers(seen_text(t, at, "company_codes"), out->company_codes, RECORD_MOST_CODES);
    out->n_tags = seen_numbers(seen_text(t, at, "tag_ids"), out->tags, SEEN_IDS);
    out->n_lists = seen_numbers(seen_text(t, at, "list_ids"), out->lists, SEEN_IDS);
    out->source = seen_text(t, at, "source");
    out->title = seen_text(t, at, "job_title");
    out->title_key = seen_text(t, at, "title_key");
    out->search = seen_text(t, at, "search");
    out->company_search = seen_text(t, at, "company_search");
    out->sort_name = seen_text(t, at, "sort_name");
    out->company_sort_name = seen_text(t, at, "company_sort_name");
    out->created_day = seen_number(t, at, "created_day");
    out->updated_day = seen_number(t, at, "updated_day");
    out->age = seen_number(t, at, "age");
    out->updated_us = seen_number(t, at, "updated_us");
    out->checked_us = seen_number(t, at, "checked_us");
    out->sets =
        arena_printf(arena, " %s ", seen_text(t, at, "sets") ? seen_text(t, at, "sets") : "");
    for (size_t i = 0; i < RECORDS_CUSTOMS; i++)
        out->customs[i] = seen_text(t, at, records_custom_keys[i]);
    for (size_t i = 0; i < n; i++)
        if (seen_source(arena, &orders[i]))
            out->texts[i] = seen_text(t, at, arena_printf(arena, "by_%zu", i));
}

/* All living rows, ascending by id. */
static inline size_t
seen_all(struct database *db, struct arena *arena, enum record_entity entity, struct seen **out)
{
    bool company = entity == RECORD_COMPANY;
    size_t n;
    const struct record_order *orders = record_orders(entity, &n);
    struct db_table table;
    struct buf buf;
    struct ctx ctx = db->owner;
    ctx.arena = arena;
    buf_init(&buf, arena, 65536);
    buf_printf(
        &buf,
        "SELECT o.%s_id AS id, o.owner_id, %s AS of_company, %s AS has_company, o.codes, %s AS "
        "company_codes, o.tag_ids, o.list_ids, o.source, %s AS job_title, %s AS title_key, "
        "o.search, %s AS company_search, o.sort_name, %s AS company_sort_name, (o.created_at AT "
        "TIME ZONE t.time_zone)::date - date '1970-01-01' AS created_day, (o.updated_at AT TIME "
        "ZONE t.time_zone)::date - date '1970-01-01' AS updated_day, (now() AT TIME ZONE "
        "'UTC')::date - (o.checked_at AT TIME ZONE 'UTC')::date AS age, (extract(epoch FROM "
        "o.updated_at) * 1000000)::bigint AS updated_us, (extract(epoch FROM o.checked_at) * "
        "1000000)::bigint AS checked_us, (SELECT string_agg(h.change_set_id::text || h.kind::text, "
        "' ') "
        "FROM change h WHERE h.tenant_id = o.tenant_id AND h.entity = %d AND h.record_id = "
        "o.%s_id) AS sets",
        record_entity_name(entity), company ? "0" : "o.company_id", company ? "0" : "c.company_id",
        company ? "NULL" : "c.codes", company ? "NULL" : "o.job_title",
        company ? "NULL" : "o.title_key", company ? "NULL" : "c.search",
        company ? "NULL" : "c.sort_name", company ? 1 : 2, record_entity_name(entity));
    for (size_t i = 0; i < RECORDS_CUSTOMS; i++)
        buf_printf(&buf, ", o.custom ->> '%s' AS %s", records_custom_keys[i],
                   records_custom_keys[i]);
    for (size_t i = 0; i < n; i++)
        if (seen_source(arena, &orders[i]))
            buf_printf(&buf, ", %s AS by_%zu", seen_source(arena, &orders[i]), i);
    buf_printf(&buf, " FROM %s o JOIN tenant t USING (tenant_id)", record_entity_name(entity));
    if (!company)
        buf_text(&buf, " LEFT JOIN company c ON c.tenant_id = o.tenant_id AND c.company_id = "
                       "o.company_id AND c.deleted_at IS NULL");
    buf_printf(&buf, " WHERE o.tenant_id = %" PRId64 " AND o.deleted_at IS NULL ORDER BY 1",
               db->tenant);
    if (!db_table_composed(&ctx, buf.data, DB_NO_ARGS, &table))
        fail_msg("%s", ctx.err.message);
    *out = ARENA_ARRAY(arena, table.n_rows + 1, struct seen);
    for (size_t i = 0; i < table.n_rows; i++)
        seen_row(arena, &table, i, company, &(*out)[i]);
    return table.n_rows;
}

static inline const char *
seen_custom(const struct seen *row, const char *key)
{
    for (size_t i = 0; i < RECORDS_CUSTOMS; i++)
        if (!strcmp(records_custom_keys[i], key))
            return row->customs[i];
    fail_msg("no custom field %s", key);
    return NULL;
}

/* The text that a VALUE compares; NULL for none. */
static inline const char *
seen_value(const struct seen *row, const struct record_custom *custom)
{
    return custom ? seen_custom(row, custom->key) : row->source;
}

static inline int64_t
seen_code(const struct seen *row, const struct record_dimension *d)
{
    return d->of == d->list ? row->codes[d->place] : row->company_codes[d->place];
}

static inline bool
seen_has(const int64_t *ids, size_t n, int64_t wanted)
{
    for (size_t i = 0; i < n; i++)
        if (ids[i] == wanted)
            return true;
    return n == 0 && wanted == 0;
}

/* Digits with at most one point, at most 15 before and behind it, a sign; compared as a number. */
static inline bool
seen_number_between(const char *text, const struct record_ends *ends)
{
    char *end;
    size_t sign = text && (*text == '-' || *text == '+');
    size_t whole = text ? strspn(text + sign, "0123456789") : 0;
    if (!whole || whole > 15 || strspn(text + sign, "0123456789.") != strlen(text + sign) ||
        text[strlen(text) - 1] == '.')
        return false;
    double value = strtod(text, &end);
    return !*end && value >= (double)ends->from + (double)ends->from_part / 1e15 &&
           value <= (double)ends->to + (double)ends->to_part / 1e15;
}

static inline bool
seen_day_between(const char *text, int64_t from, int64_t to)
{
    int year, month, day;
    char again[40];
    if (!text || sscanf(text, "%d-%d-%d", &year, &month, &day) != 3)
        return false;
    snprintf(again, sizeof again, "%04d-%02d-%02d", year, month, day);
    if (strcmp(again, text) != 0 || year < 1000 || month < 1 || month > 12 || day < 1 || day > 31)
        return false;
    struct tm tm = {.tm_year = year - 1900, .tm_mon = month - 1, .tm_mday = day};
    int64_t days = timegm(&tm) / 86400;
    return days >= from && days <= to;
}

static inline bool
seen_set(struct arena *arena, const struct seen *row, const struct record_clause *clause)
{
    const char *kinds = clause->did ? (char[]){clause->did, '\0'} : "cu";
    for (; *kinds; kinds++)
        if (strstr(row->sets, arena_printf(arena, " %" PRId64 "%c ", clause->set, *kinds)))
            return true;
    return false;
}

/* Does the row have what the clause lists? */
static inline bool
seen_in(struct arena *arena, const struct seen *row, const struct record_clause *clause)
{
    const struct record_dimension *d = clause->dimension;
    const char *text = NULL;
    switch (d->kind) {
    case DIMENSION_CODE:
    case DIMENSION_COUNTRY:
        return seen_has(clause->codes, clause->n, seen_code(row, d));
    case DIMENSION_ID:
        return seen_has(clause->codes, clause->n,
                        !strcmp(d->name, "owner") ? row->owner : row->company);
    case DIMENSION_IDS:
        for (size_t i = 0; i < clause->n; i++)
            if (!strcmp(d->name, "tag") ? seen_has(row->tags, row->n_tags, clause->codes[i])
                                        : seen_has(row->lists, row->n_lists, clause->codes[i]))
                return true;
        return false;
    case DIMENSION_TEXT:
        for (size_t i = 0; i < clause->n; i++)
            if (row->title_key &&
                (*clause->texts[i] == '=' ? !strcmp(row->title_key, clause->texts[i] + 1)
                                          : strstr(row->title_key, clause->texts[i]) != NULL))
                return true;
        return false;
    case DIMENSION_VALUE:
        text = seen_value(row, clause->custom);
        text = text ? text_fold(arena, text) : "";
        for (size_t i = 0; i < clause->n; i++)
            if (!strcmp(text, clause->texts[i]))
                return true;
        return false;
    case DIMENSION_NUMBER:
        return clause->custom ? seen_number_between(seen_value(row, clause->custom), &clause->ends)
                              : (!d->zero || seen_code(row, d)) &&
                                    seen_code(row, d) - d->zero >= clause->ends.from &&
                                    seen_code(row, d) - d->zero <= clause->ends.to;
    case DIMENSION_DAY: {
        int64_t day = !strcmp(d->name, "created") ? row->created_day : row->updated_day;
        return clause->custom ? seen_day_between(seen_value(row, clause->custom), clause->ends.from,
                                                 clause->ends.to)
                              : day >= clause->ends.from && day <= clause->ends.to;
    }
    case DIMENSION_AGE:
        return row->age >= clause->ends.from && row->age < clause->ends.to;
    case DIMENSION_SET:
        return seen_set(arena, row, clause);
    }
    return false;
}

/* Does the row belong to the list, leaving out the clause of `but` (NULL: none)? */
static inline bool
seen_matches(struct arena *arena, const struct seen *row, const struct record_filter *filter,
             const struct record_dimension *but)
{
    for (size_t i = 0; i < filter->n_words; i++)
        if (!strstr(row->search, filter->words[i]) &&
            !(row->company_search && strstr(row->company_search, filter->words[i])))
            return false;
    for (size_t i = 0; i < filter->n_clauses; i++) {
        const struct record_clause *clause = &filter->clauses[i];
        if (but && !strcmp(clause->dimension->name, but->name))
            continue;
        if (seen_in(arena, row, clause) == clause->exclude)
            return false;
    }
    return true;
}

/* Small letters, cut to the length that is compared. */
static inline const char *
seen_small(struct arena *arena, const char *value, size_t most)
{
    char *text = arena_strdup(arena, value ? value : "");
    for (char *p = text; *p; p++)
        if (*p >= 'A' && *p <= 'Z')
            *p = (char)(*p - 'A' + 'a');
    return text_cut(arena, text, most);
}

/* A number as a text that sorts as it does; "" for what is none. */
static inline const char *
seen_decimal(struct arena *arena, const char *value)
{
    if (!seen_number_between(value, &(struct record_ends){INT64_MIN, INT64_MAX, 0, 0}))
        return "";
    return arena_printf(arena, "%030.6f", strtod(value, NULL) + 1e9);
}

static inline const char *
seen_custom_key(struct arena *arena, const char *value, const struct custom_field *field)
{
    static const char *const yes_no[] = {"yes", "no"};
    enum custom_type type = custom_type_of(field->type);
    if (type == CUSTOM_NUMBER)
        return seen_decimal(arena, value);
    if (type != CUSTOM_CHOICE && type != CUSTOM_YESNO)
        return seen_small(arena, value, RECORD_ORDER_MOST);
    const char *const *all = type == CUSTOM_YESNO ? yes_no : field->options;
    size_t n = type == CUSTOM_YESNO ? 2 : field->n_options;
    for (size_t i = 0; value && i < n; i++)
        if (!strcmp(all[i], value))
            return arena_printf(arena, "%03zu", i);
    return "";
}

/* What stands in a cell of an address. */
static inline const char *
seen_address(const char *value)
{
    static const char *const starts[] = {"https://", "http://", "www."};
    for (size_t i = 0; value && i < sizeof starts / sizeof *starts; i++)
        if (!strncmp(value, starts[i], strlen(starts[i])))
            value += strlen(starts[i]);
    return value;
}

static inline const char *
seen_made(struct arena *arena, const struct seen *row, const struct record_order *order,
          const char *value)
{
    switch (order->from) {
    case RECORD_ORDER_OF_LAST_NAME:
        return value && *value ? row->sort_name : "";
    case RECORD_ORDER_OF_ADDRESS:
        return seen_small(arena, seen_address(value), RECORD_ORDER_MOST);
    case RECORD_ORDER_OF_PEOPLE:
    case RECORD_ORDER_OF_SIGHT:
        return seen_decimal(arena, value);
    case RECORD_ORDER_OF_CUSTOM:
        return seen_custom_key(arena, seen_custom(row, order->custom->key), order->custom);
    case RECORD_ORDER_OF_COLUMN:
    case RECORD_ORDER_OF_OWNER:
    case RECORD_ORDER_OF_TAGS:
    case RECORD_ORDER_OF_LISTS:
        break;
    }
    return seen_small(arena, value, RECORD_ORDER_MOST);
}

/* What a row is sorted by: a text, or a number as text of equal length; "" for none. */
static inline const char *
seen_key(struct arena *arena, const struct seen *row, const struct record_order *order, size_t at)
{
    int64_t number = 0;
    switch (order->kind) {
    case RECORD_ORDER_KEY:
        if (order->of != order->list)
            return row->company_sort_name ? row->company_sort_name : "";
        if (!strcmp(order->column, "title_key"))
            return row->title_key ? row->title_key : "";
        return row->sort_name;
    case RECORD_ORDER_TEXT:
        return seen_small(arena, row->texts[at], SIZE_MAX);
    case RECORD_ORDER_SHOWN:
    case RECORD_ORDER_NUMBER:
        return seen_made(arena, row, order, order->custom ? NULL : row->texts[at]);
    case RECORD_ORDER_CODE:
        number =
            order->of == order->list ? row->codes[order->place] : row->company_codes[order->place];
        return number ? arena_printf(arena, "%06" PRId64, number) : "";
    case RECORD_ORDER_TIME:
        number = !strcmp(order->column, "updated_at") ? row->updated_us : row->checked_us;
        return arena_printf(arena, "%018" PRId64, number);
    case RECORD_ORDER_ID:
        break;
    }
    return "";
}

struct seen_place {
    int64_t id;
    const char *key;
    bool descending;
};

static inline int
seen_compare(const void *a, const void *b)
{
    const struct seen_place *x = a, *y = b;
    if (!*x->key != !*y->key)
        return *x->key ? -1 : 1;
    int order = strcmp(x->key, y->key);
    if (!order)
        order = (x->id > y->id) - (x->id < y->id);
    return x->descending ? -order : order;
}

/* The ids that match in the wanted order. */
static inline size_t
seen_ordered(struct arena *arena, const struct seen *rows, size_t n_rows,
             const struct record_query *query, int64_t **out)
{
    size_t n = 0, n_orders, at = 0;
    const struct record_order *orders = record_orders(query->filter.entity, &n_orders);
    while (at < n_orders && &orders[at] != query->order)
        at++;
    struct seen_place *places = ARENA_ARRAY(arena, n_rows + 1, struct seen_place);
    for (size_t i = 0; i < n_rows; i++)
        if (seen_matches(arena, &rows[i], &query->filter, NULL))
            places[n++] = (struct seen_place){
                rows[i].id, seen_key(arena, &rows[i], query->order, at), query->descending};
    qsort(places, n, sizeof *places, seen_compare);
    *out = ARENA_ARRAY(arena, n + 1, int64_t);
    for (size_t i = 0; i < n; i++)
        (*out)[i] = places[i].id;
    return n;
}

/* Does the row count for a value of a facet? */
static inline bool
seen_counts(struct arena *arena, const struct seen *row, const struct record_facet *facet,
            const struct record_count *count)
{
    const struct record_dimension *d = facet->dimension;
    const char *text = NULL;
    size_t n, at = 0;
    switch (d->kind) {
    case DIMENSION_CODE:
    case DIMENSION_COUNTRY:
        return seen_code(row, d) == count->code;
    case DIMENSION_ID:
        return row->owner == count->code;
    case DIMENSION_IDS:
        return !strcmp(d->name, "tag") ? seen_has(row->tags, row->n_tags, count->code)
                                       : seen_has(row->lists, row->n_lists, count->code);
    case DIMENSION_TEXT:
        return row->title_key && !strcmp(row->title_key, text_fold(arena, count->text));
    case DIMENSION_VALUE:
        text = seen_value(row, facet->custom);
        return !strcmp(text ? text_fold(arena, text) : "", text_fold(arena, count->text));
    case DIMENSION_NUMBER:
    case DIMENSION_AGE: {
        const int64_t *bounds = record_facet_bounds(d, &n);
        int64_t value = d->kind == DIMENSION_AGE ? row->age : seen_code(row, d) - d->zero;
        while (bounds[at] != count->code)
            at++;
        if (d->zero && !seen_code(row, d))
            return false;
        return (at == 0 || value >= bounds[at]) && (at + 1 == n || value < bounds[at + 1]);
    }
    case DIMENSION_DAY:
    case DIMENSION_SET:
        break;
    }
    return false;
}

/* Fails the test when the facet is not what the rows say. */
static inline void
seen_check_facet(struct arena *arena, const struct seen *rows, size_t n_rows,
                 const struct record_filter *filter, const struct record_facet *facet)
{
    enum record_dimension_kind kind = facet->dimension->kind;
    const char *name = facet->dimension->name;
    bool closed = kind == DIMENSION_CODE || kind == DIMENSION_NUMBER || kind == DIMENSION_AGE;
    int64_t all = 0, counted = 0;
    for (size_t i = 0; i < n_rows; i++)
        if (seen_matches(arena, &rows[i], filter, facet->dimension) &&
            (kind != DIMENSION_TEXT || (rows[i].title_key && *rows[i].title_key)))
            all++;
    for (size_t i = 0; i < facet->n; i++) {
        const struct record_count *count = &facet->counts[i];
        int64_t wanted = 0;
        for (size_t k = 0; k < n_rows; k++)
            wanted += seen_matches(arena, &rows[k], filter, facet->dimension) &&
                      seen_counts(arena, &rows[k], facet, count);
        if (wanted != count->count)
            fail_msg("%s, %" PRId64 " \"%s\": %" PRId64 ", should be %" PRId64, name, count->code,
                     count->text ? count->text : "", count->count, wanted);
        if (!closed && (!wanted || (i && count->count > count[-1].count)))
            fail_msg("%s: value %zu is out of order", name, i);
        if (!closed && i && count->count == count[-1].count && !count->text &&
            count->code <= count[-1].code)
            fail_msg("%s: ties are out of order at %zu", name, i);
        counted += wanted;
    }
    /* nothing left out: each record has one value, or more of a set */
    if (facet->n < RECORD_FACET_MOST && kind != DIMENSION_IDS && !facet->dimension->zero &&
        counted != all)
        fail_msg("%s: %" PRId64 " of %" PRId64 " records are counted", name, counted, all);
}

#endif
