/* Keys of orders. See snapshot_key.h. */
#include "domain/columns/snapshot_key.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

static bool
find_code(const struct record_order *order, struct snapshot_keys *out)
{
    for (size_t i = 0; i < out->table->n_dimensions; i++) {
        const struct record_dimension *dimension = &out->table->dimensions[i];
        if (dimension->of != order->of || dimension->place != order->place)
            continue;
        out->dimension = i;
        out->column = SNAPSHOT_FIRST_DIMENSION + i;
        return true;
    }
    return false;
}

static bool
find_title(struct snapshot_keys *out)
{
    for (size_t i = 0; i < out->table->n_dimensions; i++)
        if (out->table->dimensions[i].kind == DIMENSION_TEXT) {
            out->text = SNAPSHOT_ID;
            out->dimension = i;
            out->column = SNAPSHOT_FIRST_DIMENSION + i;
            out->order = SNAPSHOT_BY_TITLE;
            return true;
        }
    return false;
}

/* What a column leads to: a dictionary by the name of the order, a company. */
static bool
find_named(const struct record_order *order, struct snapshot_keys *out)
{
    if (order->of != order->list) {
        out->named = SNAPSHOT_NAMED_EMPLOYER;
        out->column = SNAPSHOT_COMPANY;
        return true;
    }
    if (order->from == RECORD_ORDER_OF_PEOPLE) {
        out->named = SNAPSHOT_NAMED_SELF;
        out->all = true;
        return true;
    }
    if (!snapshot_table_find(out->table, order->name, &out->dimension))
        return false;
    enum snapshot_form form = snapshot_form(&out->table->dimensions[out->dimension]);
    out->named = form == SNAPSHOT_FORM_SETS ? SNAPSHOT_NAMED_SET : SNAPSHOT_NAMED_PLACE;
    out->column = SNAPSHOT_FIRST_DIMENSION + out->dimension;
    return form == SNAPSHOT_FORM_SETS || form == SNAPSHOT_FORM_DICT;
}

bool
snapshot_keys_of(const struct snapshot_table *table, const struct record_order *order,
                 struct snapshot_keys *out)
{
    *out = (struct snapshot_keys){.table = table, .kind = order->kind, .order = -1};
    switch (order->kind) {
    case RECORD_ORDER_ID:
        return true;
    case RECORD_ORDER_CODE:
        return find_code(order, out);
    case RECORD_ORDER_TIME:
        out->column = strcmp(order->column, "updated_at") ? SNAPSHOT_CHECKED : SNAPSHOT_UPDATED;
        out->order = out->column == SNAPSHOT_UPDATED ? SNAPSHOT_BY_UPDATED : SNAPSHOT_BY_CHECKED;
        return !strcmp(order->column, "updated_at") || !strcmp(order->column, "checked_at");
    case RECORD_ORDER_TEXT:
        if (order->list != order->of)
            return find_named(order, out);
        out->text = SNAPSHOT_EMAIL;
        out->order = SNAPSHOT_BY_EMAIL;
        return table->entity == RECORD_CONTACT && !strcmp(order->column, "email");
    case RECORD_ORDER_SHOWN:
        return (order->of != order->list || order->from == RECORD_ORDER_OF_OWNER ||
                order->from == RECORD_ORDER_OF_TAGS || order->from == RECORD_ORDER_OF_LISTS) &&
               find_named(order, out);
    case RECORD_ORDER_NUMBER:
        return (order->from == RECORD_ORDER_OF_PEOPLE ||
                (order->custom && custom_type_of(order->custom->type) != CUSTOM_NUMBER)) &&
               find_named(order, out);
    case RECORD_ORDER_KEY:
        break;
    }
    if (!strcmp(order->column, "title_key"))
        return find_title(out);
    out->text = SNAPSHOT_NAME;
    out->by_company = order->list != order->of;
    out->order = out->by_company ? SNAPSHOT_BY_COMPANY : SNAPSHOT_BY_NAME;
    return !strcmp(order->column, "sort_name");
}

static void
read_text(const struct snapshot_keys *keys, const struct snapshot_segment *segment, size_t row,
          struct snapshot_item *out)
{
    out->text = "";
    if (keys->text == SNAPSHOT_ID) {
        size_t place = (size_t)snapshot_cell(segment, keys->column, row);
        out->text = snapshot_dict_folded(&keys->table->dicts[keys->dimension], place);
        out->length = strlen(out->text);
    } else if (keys->by_company) {
        uint32_t company = (uint32_t)snapshot_cell(segment, SNAPSHOT_COMPANY, row);
        if (company != SNAPSHOT_NOBODY) {
            segment = snapshot_company_of(keys->table->companies, company, &row);
            out->text = snapshot_text(segment, SNAPSHOT_NAME, row, &out->length);
        }
    } else {
        out->text = snapshot_text(segment, keys->text, row, &out->length);
    }
    out->known = out->length > 0;
}

/* The one of a set whose text comes first; 0 for none. */
static size_t
first_of(const struct snapshot_keys *keys, const struct snapshot_segment *segment, size_t row)
{
    size_t n, first = 0;
    const uint32_t *places = snapshot_set(segment, keys->dimension, row, &n);
    for (size_t i = 0; i < n; i++)
        if (keys->texts[places[i]] &&
            (!first || strcmp(keys->texts[places[i]], keys->texts[first]) < 0))
            first = places[i];
    return first;
}

static void
read_named(const struct snapshot_keys *keys, const struct snapshot_segment *segment, size_t row,
           struct snapshot_item *out)
{
    size_t at = row;
    bool none = false;
    if (keys->named == SNAPSHOT_NAMED_SET) {
        at = first_of(keys, segment, row);
    } else if (keys->named == SNAPSHOT_NAMED_SELF) {
        at += segment == &keys->table->base ? 0 : keys->table->base.n;
    } else {
        at = (size_t)snapshot_cell(segment, keys->column, row);
        none = keys->named == SNAPSHOT_NAMED_EMPLOYER && at == SNAPSHOT_NOBODY;
    }
    if (keys->numbers) {
        out->number = keys->numbers[at];
        out->known = keys->all || out->number;
        return;
    }
    out->text = none || !keys->texts[at] ? "" : keys->texts[at];
    out->length = strlen(out->text);
    out->known = out->length > 0;
}

void
snapshot_item_read(const struct snapshot_keys *keys, const struct snapshot_segment *segment,
                   size_t row, struct snapshot_item *out)
{
    *out = (struct snapshot_item){.id = snapshot_cell(segment, SNAPSHOT_ID, row), .known = true};
    if (keys->named) {
        read_named(keys, segment, row, out);
        return;
    }
    switch (keys->kind) {
    case RECORD_ORDER_ID:
        break;
    case RECORD_ORDER_TIME:
        out->number = snapshot_cell(segment, keys->column, row);
        break;
    case RECORD_ORDER_CODE:
        out->number = snapshot_cell(segment, keys->column, row);
        out->known = out->number != 0;
        break;
    case RECORD_ORDER_KEY:
    case RECORD_ORDER_TEXT:
    case RECORD_ORDER_SHOWN:
    case RECORD_ORDER_NUMBER:
        read_text(keys, segment, row, out);
        break;
    }
}

struct snapshot_item
snapshot_item_of(const struct snapshot_keys *keys, const struct query_cursor *cursor)
{
    struct snapshot_item item = {.id = cursor->id,
                                 .known = keys->kind == RECORD_ORDER_ID || *cursor->key};
    if (keys->kind == RECORD_ORDER_NUMBER) {
        item.number = strtoll(cursor->key, NULL, 10);
    } else if (keys->kind == RECORD_ORDER_CODE || keys->kind == RECORD_ORDER_TIME) {
        item.number = cursor->number;
    } else if (keys->kind != RECORD_ORDER_ID) {
        item.text = cursor->key;
        item.length = strlen(cursor->key);
    }
    return item;
}

int
snapshot_item_compare(const struct snapshot_item *a, const struct snapshot_item *b)
{
    int order = (a->number > b->number) - (a->number < b->number);
    if (!order && a->text && b->text) {
        order = memcmp(a->text, b->text, a->length < b->length ? a->length : b->length);
        if (!order)
            order = (a->length > b->length) - (a->length < b->length);
    }
    return order ? order : (a->id > b->id) - (a->id < b->id);
}

const char *
snapshot_item_text(struct arena *arena, const struct snapshot_keys *keys,
                   const struct snapshot_item *item)
{
    if (!item->known || keys->kind == RECORD_ORDER_ID)
        return "";
    if (keys->kind == RECORD_ORDER_CODE || keys->kind == RECORD_ORDER_TIME ||
        keys->kind == RECORD_ORDER_NUMBER)
        return arena_printf(arena, "%" PRId64, item->number);
    return arena_strndup(arena, item->text, item->length);
}
