/* Chunked arrays of 32-bit numbers: they grow without being copied. See import_seen.h. */
#include "domain/import/import_seen.h"

enum { CHUNK = 16384, CHUNKS = 128 }; /* 2,097,152 rows: twice the most a file may have */

struct column {
    struct arena *arena;
    uint32_t *chunks[CHUNKS];
    size_t length;
};

/* Within a batch ids may be noted out of order: those before the first by at most so much. */
enum { SLACK = 1 << 20 };

struct made {
    int64_t first; /* ids are kept as the distance to it: SLACK below the first that was noted */
    struct column ids, rows;
};

struct import_seen {
    struct column lines;
    struct made companies, contacts;
};

struct import_seen *
import_seen_new(struct arena *arena)
{
    struct import_seen *seen = ARENA_NEW(arena, struct import_seen);
    seen->lines.arena = arena;
    seen->companies.ids.arena = seen->companies.rows.arena = arena;
    seen->contacts.ids.arena = seen->contacts.rows.arena = arena;
    return seen;
}

static void
push(struct column *column, uint32_t value)
{
    size_t chunk = column->length / CHUNK;
    if (chunk >= CHUNKS)
        return;
    if (!column->chunks[chunk])
        column->chunks[chunk] = ARENA_ARRAY(column->arena, CHUNK, uint32_t);
    column->chunks[chunk][column->length++ % CHUNK] = value;
}

static uint32_t
at(const struct column *column, size_t i)
{
    return column->chunks[i / CHUNK][i % CHUNK];
}

static void
put(struct column *column, size_t i, uint32_t value)
{
    column->chunks[i / CHUNK][i % CHUNK] = value;
}

void
import_seen_line(struct import_seen *seen, int64_t row_no, int64_t line_no)
{
    while ((int64_t)seen->lines.length < row_no - 1 && seen->lines.length < CHUNK * CHUNKS)
        push(&seen->lines, 0);
    push(&seen->lines, (uint32_t)line_no);
}

int64_t
import_seen_line_of(const struct import_seen *seen, int64_t row_no)
{
    if (row_no < 1 || (size_t)row_no > seen->lines.length)
        return 0;
    return at(&seen->lines, (size_t)row_no - 1);
}

void
import_seen_made(struct import_seen *seen, enum record_entity entity, int64_t id, int64_t row_no)
{
    struct made *made = entity == RECORD_COMPANY ? &seen->companies : &seen->contacts;
    if (!made->ids.length)
        made->first = id - SLACK;
    if (id < made->first || id - made->first > UINT32_MAX)
        return;
    uint32_t key = (uint32_t)(id - made->first);
    size_t i = made->ids.length;
    push(&made->ids, key);
    push(&made->rows, (uint32_t)row_no);
    for (; i > 0 && i < made->ids.length && at(&made->ids, i - 1) > key; i--) {
        put(&made->ids, i, at(&made->ids, i - 1));
        put(&made->rows, i, at(&made->rows, i - 1));
        put(&made->ids, i - 1, key);
        put(&made->rows, i - 1, (uint32_t)row_no);
    }
}

int64_t
import_seen_row_of(const struct import_seen *seen, enum record_entity entity, int64_t id)
{
    const struct made *made = entity == RECORD_COMPANY ? &seen->companies : &seen->contacts;
    int64_t wanted = id - made->first;
    size_t low = 0, high = made->ids.length;
    if (wanted < 0 || wanted > UINT32_MAX)
        return 0;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (at(&made->ids, middle) < (uint32_t)wanted)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == made->ids.length || at(&made->ids, low) != (uint32_t)wanted)
        return 0;
    return at(&made->rows, low);
}
