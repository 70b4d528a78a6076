/* What a row is ordered by, and how two rows compare. Called by snapshot_page.c and
 * snapshot_walk.c. */
#ifndef LEADGEN_SNAPSHOT_KEY_H
#define LEADGEN_SNAPSHOT_KEY_H

#include "domain/query/query_cursor.h"
#include "domain/snapshot/snapshot_segment.h"

/* What leads to a key that no column holds; snapshot_named.c looks the keys up. */
enum snapshot_named {
    SNAPSHOT_NAMED_NOT,      /* a column holds the keys */
    SNAPSHOT_NAMED_PLACE,    /* a place in a dictionary */
    SNAPSHOT_NAMED_SET,      /* the first of several */
    SNAPSHOT_NAMED_EMPLOYER, /* a contact's company */
    SNAPSHOT_NAMED_SELF      /* a company */
};

/* Where an order's keys are. */
struct snapshot_keys {
    const struct snapshot_table *table;
    enum record_order_kind kind;
    bool by_company;           /* KEY: the company's name */
    enum snapshot_column text; /* KEY, TEXT; SNAPSHOT_ID: a dictionary's folded texts */
    size_t column;             /* CODE, TIME and dictionaries */
    size_t dimension;          /* CODE and dictionaries */
    int order;                 /* permutation of the base, or -1 */
    enum snapshot_named named;
    const char **texts; /* named: by place or company; NULL for none */
    int64_t *numbers;   /* the same of a NUMBER, 0 for none but of how many people */
    bool all;           /* named: each has a key */
};

/* False when no column has this order or leads to it. */
bool snapshot_keys_of(const struct snapshot_table *table, const struct record_order *order,
                      struct snapshot_keys *out);

/* A row with its key. */
struct snapshot_item {
    int64_t id, number;
    const char *text; /* KEY, TEXT */
    size_t length;
    bool known;
};
void snapshot_item_read(const struct snapshot_keys *keys, const struct snapshot_segment *segment,
                        size_t row, struct snapshot_item *out);

/* The row that a cursor stands at. */
struct snapshot_item snapshot_item_of(const struct snapshot_keys *keys,
                                      const struct query_cursor *cursor);

/* Ascending by key, then id; both known or both not. */
int snapshot_item_compare(const struct snapshot_item *a, const struct snapshot_item *b);

/* The key as a cursor holds it. */
const char *snapshot_item_text(struct arena *arena, const struct snapshot_keys *keys,
                               const struct snapshot_item *item);

#endif
