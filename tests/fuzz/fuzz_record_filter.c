/* Filters of lists under arbitrary bytes: what is taken is written one way, reads as the same again
 * and stays within its bounds. The first byte says of which list. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "domain/query/query_cursor.h"
#include "domain/query/record_filter.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
check_filter(const struct record_filter *filter)
{
    if (filter->n_clauses > RECORD_FILTER_CLAUSES || filter->n_words > RECORD_FILTER_WORDS ||
        text_count(filter->search) > RECORD_FILTER_SEARCH)
        abort();
    for (size_t i = 0; i < filter->n_clauses; i++) {
        const struct record_clause *clause = &filter->clauses[i];
        if (!clause->n || clause->n > RECORD_FILTER_VALUES || clause->ends.from > clause->ends.to)
            abort();
        for (size_t k = 1; k < clause->n; k++)
            if (clause->codes ? clause->codes[k] <= clause->codes[k - 1]
                              : strcmp(clause->texts[k], clause->texts[k - 1]) <= 0)
                abort();
    }
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 1)
        return 0;
    struct arena *arena = arena_new();
    struct ctx ctx = {.arena = arena};
    enum record_entity entity = data[0] & 1 ? RECORD_COMPANY : RECORD_CONTACT;
    const char *text = arena_strndup(arena, (const char *)data + 1, size - 1);
    struct record_filter filter, again;
    if (record_filter_read_text(&ctx, entity, text, &filter)) {
        const char *written = record_filter_text(arena, &filter);
        check_filter(&filter);
        if (strlen(written) > RECORD_FILTER_TEXT ||
            !record_filter_read_text(&ctx, entity, written, &again) ||
            strcmp(record_filter_text(arena, &again), written) != 0)
            abort();
    } else if (ctx.err.kind != ERR_INPUT || !*ctx.err.message) {
        abort();
    }
    size_t n;
    const struct record_order *orders = record_orders(entity, &n);
    for (size_t i = 0; i < n; i++) {
        struct query_cursor cursor;
        err_clear(&ctx);
        if (query_cursor_read(&ctx, "after", text, &orders[i], &cursor) && cursor.id < 0)
            abort();
    }
    arena_free(arena);
    return 0;
}
