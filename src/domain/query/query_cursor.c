/* Cursors: "812.QWNtZQ". See query_cursor.h. */
#include "domain/query/query_cursor.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/token.h"

enum { ID_DIGITS = 18, NUMBER_DIGITS = 17 };

const char *
query_cursor_write(struct arena *arena, int64_t id, const char *key)
{
    return arena_printf(arena, "%" PRId64 ".%s", id, token_base64(arena, key, strlen(key)));
}

static bool
read_number(const char *key, int64_t *out)
{
    size_t n = strspn(key + (*key == '-'), "0123456789");
    *out = strtoll(key, NULL, 10);
    return n && n <= NUMBER_DIGITS && !key[n + (*key == '-')];
}

bool
query_cursor_read(struct ctx *ctx, const char *field, const char *text,
                  const struct record_order *order, struct query_cursor *out)
{
    size_t digits = strspn(text, "0123456789"), length = 0;
    char *key = digits && digits <= ID_DIGITS && text[digits] == '.'
                    ? token_base64_read(ctx->arena, text + digits + 1, &length)
                    : NULL;
    bool ok = key && strlen(key) == length && text_is_utf8(key, length);
    *out = (struct query_cursor){.id = strtoll(text, NULL, 10), .key = key};
    if (ok && *key)
        ok = order->kind == RECORD_ORDER_CODE || order->kind == RECORD_ORDER_TIME
                 ? read_number(key, &out->number)
                 : order->kind != RECORD_ORDER_ID;
    else if (ok)
        ok = order->kind != RECORD_ORDER_TIME;
    return ok || err_field(ctx, ERR_INPUT, field,
                           "This page of the list is not there any more. Open the list again.");
}
