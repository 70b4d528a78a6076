/* Keys worked out for one request. See snapshot_named.h. */
#include "domain/columns/snapshot_named.h"

#include <stdlib.h>
#include <string.h>

#include "base/db.h"
#include "domain/order/order_sql.h"
#include "statements.h"

struct name {
    int64_t id;
    const char *key;
};
static const struct field name_fields[] = {
    FIELD_I64(struct name, id),
    FIELD_STR(struct name, key),
    FIELD_END,
};

/* The names of what stands in a dictionary of ids. */
static bool
fill_names(struct ctx *ctx, const struct record_order *order, struct snapshot_keys *keys)
{
    const struct snapshot_dict *dict = &keys->table->dicts[keys->dimension];
    int64_t *ids = ARENA_ARRAY(ctx->arena, dict->n + 1, int64_t);
    struct name *names;
    size_t n = 0, n_names;
    for (size_t place = 1; place < dict->n; place++)
        ids[n++] = snapshot_dict_value(dict, place);
    if (!DB_ALL(ctx, &SQL_ORDER_NAMES, DB_ARGS(DB_STR(order->name), DB_I64S(ids, n)), name_fields,
                &names, &n_names))
        return false;
    keys->texts = ARENA_ARRAY(ctx->arena, dict->n + 1, const char *);
    for (size_t i = 0; i < n_names; i++)
        keys->texts[snapshot_dict_find(dict, names[i].id)] = names[i].key;
    keys->texts[0] = NULL;
    return true;
}

/* The place of each spelling among the choices of a custom field, from 1. */
static void
fill_choices(struct arena *arena, const struct record_order *order, struct snapshot_keys *keys)
{
    static const char *const yes_first[] = {"yes", "no"};
    const struct snapshot_dict *dict = &keys->table->dicts[keys->dimension];
    bool yes = custom_type_of(order->custom->type) == CUSTOM_YESNO;
    const char *const *all = yes ? yes_first : order->custom->options;
    size_t n = yes ? 2 : order->custom->n_options;
    keys->numbers = ARENA_ARRAY(arena, dict->n + 1, int64_t);
    for (size_t place = 1; place < dict->n; place++)
        for (size_t i = n; i-- > 0;)
            if (!strcmp(all[i], snapshot_dict_shown(dict, place)))
                keys->numbers[place] = (int64_t)i + 1;
}

/* How many living contacts stand at each company. */
static void
fill_people(struct arena *arena, const struct snapshot_tables *tables, struct snapshot_keys *keys)
{
    const struct snapshot_table *companies = &tables->companies;
    const struct snapshot_segment *both[] = {&tables->contacts.base, &tables->contacts.delta};
    keys->numbers = ARENA_ARRAY(arena, companies->base.n + companies->delta.n + 1, int64_t);
    for (size_t i = 0; i < 2; i++)
        for (size_t at = 0; at <= both[i]->n / 64 && both[i]->n; at++)
            for (uint64_t rest = both[i]->live[at]; rest; rest &= rest - 1) {
                size_t row = at * 64 + (size_t)__builtin_ctzll(rest);
                uint32_t company = (uint32_t)snapshot_cell(both[i], SNAPSHOT_COMPANY, row);
                if (company != SNAPSHOT_NOBODY)
                    keys->numbers[company]++;
            }
}

static const char *
key_at(const struct db_table *table, int64_t id)
{
    size_t low = 0, high = table->n_rows;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int64_t at = strtoll(db_cell(table, middle, 0), NULL, 10);
        if (at == id)
            return db_cell(table, middle, 1);
        if (at < id)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

/* A fact of each company that has it. */
static bool
fill_employers(struct ctx *ctx, const struct record_order *order, struct snapshot_keys *keys)
{
    const struct snapshot_table *companies = keys->table->companies;
    const struct snapshot_segment *both[] = {&companies->base, &companies->delta};
    struct db_table table;
    if (!db_table_composed(ctx, order_sql_employers(ctx->arena, order), DB_NO_ARGS, &table))
        return false;
    keys->texts = ARENA_ARRAY(ctx->arena, companies->base.n + companies->delta.n + 1, const char *);
    for (size_t i = 0; i < 2; i++)
        for (size_t row = 0; row < both[i]->n; row++)
            keys->texts[i * companies->base.n + row] =
                key_at(&table, snapshot_cell(both[i], SNAPSHOT_ID, row));
    return true;
}

bool
snapshot_named_fill(struct ctx *ctx, const struct snapshot_tables *tables,
                    const struct record_order *order, struct snapshot_keys *keys)
{
    switch (keys->named) {
    case SNAPSHOT_NAMED_NOT:
        return true;
    case SNAPSHOT_NAMED_EMPLOYER:
        return fill_employers(ctx, order, keys);
    case SNAPSHOT_NAMED_SELF:
        fill_people(ctx->arena, tables, keys);
        return true;
    case SNAPSHOT_NAMED_PLACE:
    case SNAPSHOT_NAMED_SET:
        break;
    }
    if (!order->custom)
        return fill_names(ctx, order, keys);
    fill_choices(ctx->arena, order, keys);
    return true;
}
