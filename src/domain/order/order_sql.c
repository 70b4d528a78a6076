/* Orders as SQL. See order_sql.h. */
#include "domain/order/order_sql.h"

#include <string.h>

#include "base/buf.h"

enum { ADDRESS_MOST = 2000 };

/* Owners are few and their names are looked up by a function: once each. */
#define OWNERS                                                                                     \
    " LEFT JOIN (SELECT u.id, lower(app.user_name(u.id) COLLATE \"C\") AS key FROM (SELECT "       \
    "DISTINCT x.owner_id AS id FROM %s x WHERE x.tenant_id = app.tenant() AND x.owner_id IS NOT "  \
    "NULL OFFSET 0) AS u OFFSET 0) AS w ON w.id = o.owner_id"
#define LABELS                                                                                     \
    " LEFT JOIN LATERAL (SELECT min(t.name_key COLLATE \"C\") AS key FROM %s t WHERE t.tenant_id " \
    "= "                                                                                           \
    "app.tenant() "                                                                                \
    "AND t.%s_id = ANY (o.%s_ids)) AS w ON true"
#define PEOPLE                                                                                     \
    " LEFT JOIN LATERAL (SELECT count(*) AS n FROM contact p WHERE p.tenant_id = o.tenant_id AND " \
    "p.company_id = o.company_id AND p.deleted_at IS NULL) AS w ON true"

static const char *
cut(struct arena *arena, const char *value)
{
    return arena_printf(arena, "left(lower(%s COLLATE \"C\"), %d)", value, RECORD_ORDER_MOST);
}

/* As record_row.c shows it. */
static const char *
address(struct arena *arena, const char *value)
{
    static const char *const starts[] = {"https://www.", "https://", "http://www.", "http://",
                                         "www."};
    struct buf buf;
    buf_init(&buf, arena, ADDRESS_MOST);
    buf_text(&buf, "CASE");
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        buf_printf(&buf, " WHEN starts_with(%s, '%s') THEN substr(%s, %zu)", value, starts[i],
                   value, strlen(starts[i]) + 1);
    buf_printf(&buf, " ELSE %s END", value);
    return arena_printf(arena, "(%s)", buf.data);
}

/* The value of a custom field, by its type. */
static const char *
custom(struct query_sql *sql, const struct custom_field *field)
{
    static const char *const yes_first[] = {"yes", "no"};
    struct arena *arena = sql->arena;
    enum custom_type type = custom_type_of(field->type);
    const char *value =
        arena_printf(arena, "(o.custom ->> $%d::text)", query_where_bind(sql, DB_STR(field->key)));
    switch (type) {
    case CUSTOM_TEXT:
    case CUSTOM_DATE:
    case CUSTOM_URL:
        return cut(arena, value);
    case CUSTOM_NUMBER:
        return arena_printf(arena, "CASE WHEN %s ~ " QUERY_NUMBER_FORM " THEN %s::numeric END",
                            value, value);
    case CUSTOM_CHOICE:
        return arena_printf(arena, "array_position($%d::text[], %s)",
                            query_where_bind(sql, DB_STRS(field->options, field->n_options)),
                            value);
    case CUSTOM_YESNO:
        break;
    }
    return arena_printf(arena, "array_position($%d::text[], %s)",
                        query_where_bind(sql, DB_STRS(yes_first, 2)), value);
}

/* What SHOWN and NUMBER are made of. */
static void
make(struct query_sql *sql, const struct record_order *order, const char *column,
     struct order_sql *out)
{
    struct arena *arena = sql->arena;
    const char *entity = record_entity_name(order->list);
    switch (order->from) {
    case RECORD_ORDER_OF_COLUMN:
        out->value = cut(arena, column);
        break;
    case RECORD_ORDER_OF_ADDRESS:
        out->value = cut(arena, address(arena, column));
        break;
    case RECORD_ORDER_OF_LAST_NAME:
        out->value = "CASE WHEN o.last_name > '' THEN o.sort_name COLLATE \"C\" END";
        break;
    case RECORD_ORDER_OF_OWNER:
        out->join = arena_printf(arena, OWNERS, entity);
        out->value = "w.key COLLATE \"C\"";
        break;
    case RECORD_ORDER_OF_TAGS:
        out->join = arena_printf(arena, LABELS, "tag", "tag", "tag");
        out->value = "w.key COLLATE \"C\"";
        break;
    case RECORD_ORDER_OF_LISTS:
        out->join = arena_printf(arena, LABELS, "list", "list", "list");
        out->value = "w.key COLLATE \"C\"";
        break;
    case RECORD_ORDER_OF_PEOPLE:
        out->join = PEOPLE;
        out->value = "w.n";
        break;
    case RECORD_ORDER_OF_SIGHT:
        out->value = "extract(epoch FROM o.last_seen_at)";
        break;
    case RECORD_ORDER_OF_CUSTOM:
        out->value = custom(sql, order->custom);
        break;
    }
}

struct order_sql
order_sql_of(struct query_sql *sql, const struct record_order *order)
{
    struct arena *arena = sql->arena;
    bool own = order->list == order->of;
    struct order_sql out = {.join = own ? "" : query_where_employer(arena, "o"), .text = "''"};
    const char *column =
        order->column ? arena_printf(arena, "%s.%s", own ? "o" : "c", order->column) : NULL;
    const char *has = "> ''", *none = "''";
    switch (order->kind) {
    case RECORD_ORDER_ID:
        return out;
    case RECORD_ORDER_KEY:
        out.value = arena_printf(arena, "%s COLLATE \"C\"", column);
        break;
    case RECORD_ORDER_TEXT:
        out.value = arena_printf(arena, "lower(%s COLLATE \"C\")", column);
        break;
    case RECORD_ORDER_CODE:
        out.value = arena_printf(arena, "%s.codes[%d]", own ? "o" : "c", order->place + 1);
        has = "<> 0";
        none = "0";
        break;
    case RECORD_ORDER_TIME:
        out.value = out.sorted = column;
        out.text = arena_printf(arena, "(extract(epoch FROM %s) * 1000000)::bigint::text", column);
        return out;
    case RECORD_ORDER_SHOWN:
        make(sql, order, column, &out);
        break;
    case RECORD_ORDER_NUMBER:
        make(sql, order, column, &out);
        has = "IS NOT NULL";
        none = NULL;
        break;
    }
    out.text = arena_printf(arena, "(%s)::text", out.value);
    out.sorted = none ? arena_printf(arena, "NULLIF(%s, %s)", out.value, none) : out.value;
    if (order->from == RECORD_ORDER_OF_PEOPLE)
        return out;
    out.present = arena_printf(arena, " AND (%s) %s", out.value, has);
    out.absent = arena_printf(arena, " AND ((%s) %s) IS NOT TRUE", out.value, has);
    return out;
}

const char *
order_sql_employers(struct arena *arena, const struct record_order *order)
{
    struct query_sql sql = {.arena = arena};
    const struct order_sql made = order_sql_of(&sql, order);
    return arena_printf(arena,
                        "SELECT c.company_id, %s FROM company c WHERE c.tenant_id = app.tenant() "
                        "AND c.deleted_at IS NULL%s ORDER BY c.company_id",
                        made.value, made.present);
}
