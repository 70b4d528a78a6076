/* Tallies of facets. See query_tally.h. */
#include "domain/query/query_tally.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"

enum { COUNTRY_BITS = 10, BUCKET_BITS = 3 };

struct query_tally_entry {
    int64_t code, count;
    const char *text, *folded; /* VALUE, TEXT */
};

unsigned
query_tally_bits(const struct record_dimension *dimension)
{
    switch (dimension->kind) {
    case DIMENSION_CODE: {
        unsigned bits = 2; /* room for as many again, should newer processes write them */
        while ((size_t)1 << bits < 2 * dimension->choices->n)
            bits++;
        return bits;
    }
    case DIMENSION_COUNTRY:
        return COUNTRY_BITS;
    case DIMENSION_NUMBER:
    case DIMENSION_AGE:
        return BUCKET_BITS;
    case DIMENSION_ID:
    case DIMENSION_IDS:
    case DIMENSION_TEXT:
    case DIMENSION_VALUE:
    case DIMENSION_DAY:
    case DIMENSION_SET:
        break;
    }
    return 0;
}

static struct query_tally_entry *
entry_new(struct arena *arena, struct query_tally *tally)
{
    if (tally->n == tally->room) {
        size_t room = 2 * tally->room + 16;
        struct query_tally_entry *more = ARENA_ARRAY(arena, room, struct query_tally_entry);
        if (tally->n)
            memcpy(more, tally->entries, tally->n * sizeof *more);
        tally->entries = more;
        tally->room = room;
    }
    return &tally->entries[tally->n++];
}

void
query_tally_code(struct arena *arena, struct query_tally *tally, int64_t code, int64_t n)
{
    unsigned bits = query_tally_bits(tally->dimension);
    if (!bits) {
        struct query_tally_entry *entry = entry_new(arena, tally);
        entry->code = code;
        entry->count = n;
        return;
    }
    if (!tally->dense)
        tally->dense = ARENA_ARRAY(arena, (size_t)1 << bits, int64_t);
    if (code >= 0 && code < (int64_t)1 << bits)
        tally->dense[code] += n;
}

void
query_tally_ids(struct arena *arena, struct query_tally *tally, const char *ids, int64_t n)
{
    const char *at = ids ? ids : "{}";
    if (at[1] == '}')
        query_tally_code(arena, tally, 0, n);
    while (at[0] && at[1] && at[1] != '}') {
        char *end;
        query_tally_code(arena, tally, strtoll(at + 1, &end, 10), n);
        at = end;
    }
}

void
query_tally_text(struct arena *arena, struct query_tally *tally, const char *text, int64_t n)
{
    struct query_tally_entry *entry = entry_new(arena, tally);
    entry->text = text ? text : "";
    entry->folded = text_fold(arena, entry->text);
    entry->count = n;
}

/* All entries of a closed list and 0 last, or all buckets. */
static void
fill_closed(struct arena *arena, const struct query_tally *tally, struct record_facet *out)
{
    const struct record_dimension *dimension = tally->dimension;
    bool code = dimension->kind == DIMENSION_CODE;
    size_t n = code ? dimension->choices->n + 1 : 0;
    const int64_t *bounds = code ? NULL : record_facet_bounds(dimension, &n);
    out->n = n;
    out->counts = ARENA_ARRAY(arena, n, struct record_count);
    for (size_t i = 0; i < n; i++) {
        size_t at = bounds ? i : i + 1 < n ? (size_t)dimension->choices->of[i].code : 0;
        out->counts[i].code = bounds ? bounds[i] : (int64_t)at;
        out->counts[i].count = tally->dense ? tally->dense[at] : 0;
    }
}

static int
by_code(const void *a, const void *b)
{
    const struct query_tally_entry *x = a, *y = b;
    return (x->code > y->code) - (x->code < y->code);
}

static int
by_spelling(const void *a, const void *b)
{
    const struct query_tally_entry *x = a, *y = b;
    int order = strcmp(x->folded, y->folded);
    return order ? order : strcmp(x->text, y->text);
}

static int
largest_first(const void *a, const void *b)
{
    const struct query_tally_entry *x = a, *y = b;
    int order = (x->count < y->count) - (x->count > y->count);
    if (!order && x->folded)
        return strcmp(x->folded, y->folded);
    return order ? order : (x->code > y->code) - (x->code < y->code);
}

static size_t
join_codes(struct query_tally_entry *entries, size_t n_entries)
{
    size_t n = 0;
    qsort(entries, n_entries, sizeof *entries, by_code);
    for (size_t i = 0; i < n_entries; i++)
        if (n && entries[n - 1].code == entries[i].code)
            entries[n - 1].count += entries[i].count;
        else
            entries[n++] = entries[i];
    return n;
}

/* Makes those that fold alike one, shown as most records write it. */
static size_t
join_spellings(struct query_tally_entry *entries, size_t n_entries)
{
    size_t n = 0;
    qsort(entries, n_entries, sizeof *entries, by_spelling);
    for (size_t i = 0; i < n_entries;) {
        struct query_tally_entry joined = {.folded = entries[i].folded};
        int64_t most = 0;
        while (i < n_entries && !strcmp(entries[i].folded, joined.folded)) {
            const char *text = entries[i].text;
            int64_t count = 0;
            for (; i < n_entries && !strcmp(entries[i].text, text); i++)
                count += entries[i].count;
            joined.count += count;
            if (count > most) {
                most = count;
                joined.text = text;
            }
        }
        if (!*joined.folded)
            joined.text = "";
        entries[n++] = joined;
    }
    return n;
}

static void
fill_open(struct arena *arena, struct query_tally *tally, size_t most, struct record_facet *out)
{
    bool texts = tally->n && tally->entries[0].folded;
    if (tally->dense) /* COUNTRY */
        for (int64_t code = 0; code < (int64_t)1 << COUNTRY_BITS; code++)
            if (tally->dense[code]) {
                struct query_tally_entry *entry = entry_new(arena, tally);
                entry->code = code;
                entry->count = tally->dense[code];
            }
    out->n = 0;
    if (!tally->n)
        return;
    size_t n =
        texts ? join_spellings(tally->entries, tally->n) : join_codes(tally->entries, tally->n);
    qsort(tally->entries, n, sizeof *tally->entries, largest_first);
    out->n = n < most ? n : most;
    out->counts = ARENA_ARRAY(arena, out->n + 1, struct record_count);
    for (size_t i = 0; i < out->n; i++)
        out->counts[i] = (struct record_count){tally->entries[i].code, tally->entries[i].text,
                                               tally->entries[i].count};
}

void
query_tally_facet(struct arena *arena, struct query_tally *tally, size_t most,
                  struct record_facet *out)
{
    enum record_dimension_kind kind = tally->dimension->kind;
    out->dimension = tally->dimension;
    out->custom = tally->custom;
    if (kind == DIMENSION_CODE || kind == DIMENSION_NUMBER || kind == DIMENSION_AGE)
        fill_closed(arena, tally, out);
    else
        fill_open(arena, tally, most, out);
}
