/* Cursors: "812.QWNtZQ". See query_cursor.h. */
#include "domain/query/query_cursor.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/token.h"

enum { ID_DIGITS = 18, NUMBER_DIGITS = 17, DECIMALS = 20 };

static const char digits[] = "0123456789";

const char *
query_cursor_write(struct arena *arena, int64_t id, const char *key)
{
    return arena_printf(arena, "%" PRId64 ".%s", id, token_base64(arena, key, strlen(key)));
}

static bool
read_number(const char *key, int64_t *out)
{
    size_t n = strspn(key + (*key == '-'), digits);
    *out = strtoll(key, NULL, 10);
    return n && n <= NUMBER_DIGITS && !key[n + (*key == '-')];
}

/* "-12.50", as PostgreSQL writes numbers. */
static bool
is_decimal(const char *key)
{
    key += *key == '-';
    size_t whole = strspn(key, digits),
           part = key[whole] == '.' ? strspn(key + whole + 1, digits) : 0;
    return whole && whole <= DECIMALS && part <= DECIMALS && !key[whole + (part ? part + 1 : 0)];
}

/* Whether a key is one of the order; "": has no value. */
static bool
suits(const struct record_order *order, const char *key, int64_t *number)
{
    switch (order->kind) {
    case RECORD_ORDER_CODE:
        return !*key || read_number(key, number);
    case RECORD_ORDER_TIME:
        return read_number(key, number);
    case RECORD_ORDER_NUMBER:
        return *key ? is_decimal(key) : order->from != RECORD_ORDER_OF_PEOPLE;
    case RECORD_ORDER_ID:
        return !*key;
    case RECORD_ORDER_KEY:
    case RECORD_ORDER_TEXT:
    case RECORD_ORDER_SHOWN:
        break;
    }
    return true;
}

bool
query_cursor_read(struct ctx *ctx, const char *field, const char *text,
                  const struct record_order *order, struct query_cursor *out)
{
    size_t n = strspn(text, digits), length = 0;
    char *key = n && n <= ID_DIGITS && text[n] == '.'
                    ? token_base64_read(ctx->arena, text + n + 1, &length)
                    : NULL;
    bool ok = key && strlen(key) == length && text_is_utf8(key, length);
    *out = (struct query_cursor){.id = strtoll(text, NULL, 10), .key = key};
    ok = ok && suits(order, key, &out->number);
    return ok || err_field(ctx, ERR_INPUT, field,
                           "This page of the list is not there any more. Open the list again.");
}
