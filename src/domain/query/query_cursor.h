/* The place of a row in a list, as it stands in addresses: its id and its key in the list's order,
 * so that a list goes on even when the row is gone. Both engines write and read it. Pure. */
#ifndef LEADGEN_DOMAIN_QUERY_CURSOR_H
#define LEADGEN_DOMAIN_QUERY_CURSOR_H

#include "base/err.h"
#include "domain/order/record_order.h"

struct query_cursor {
    int64_t id;
    const char
        *key;       /* KEY, TEXT and SHOWN as compared; CODE in digits; TIME in digits, microseconds
                        since 1970; NUMBER as a decimal; "": has no value, and always so for ID */
    int64_t number; /* CODE, TIME: the key */
};

const char *query_cursor_write(struct arena *arena, int64_t id, const char *key);

/* INPUT on `field` when the text is no cursor of this order. */
MUST_CHECK bool query_cursor_read(struct ctx *ctx, const char *field, const char *text,
                                  const struct record_order *order, struct query_cursor *out);

#endif
