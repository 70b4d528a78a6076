/* Permutations. See snapshot_sort.h. */
#include "domain/snapshot/snapshot_sort.h"

#include <stdlib.h>
#include <string.h>

#include "domain/snapshot/snapshot_rungs.h"

/* The first bytes decide nearly always; the text behind them is looked at when they do not. */
struct sort_text {
    uint64_t first;
    const char *text;
    uint32_t length, row;
};

struct sort_time {
    int64_t time;
    uint32_t row;
};

static uint64_t
first_of(const char *text, size_t length)
{
    uint64_t first = 0;
    for (size_t i = 0; i < sizeof first; i++)
        first = first << 8 | (i < length ? (unsigned char)text[i] : 0);
    return first;
}

static int
compare_texts(const void *a, const void *b)
{
    const struct sort_text *x = a, *y = b;
    if (x->first != y->first)
        return x->first < y->first ? -1 : 1;
    int order = memcmp(x->text, y->text, x->length < y->length ? x->length : y->length);
    if (!order)
        order = (x->length > y->length) - (x->length < y->length);
    return order ? order : (x->row > y->row) - (x->row < y->row);
}

static int
compare_times(const void *a, const void *b)
{
    const struct sort_time *x = a, *y = b;
    if (x->time != y->time)
        return x->time < y->time ? -1 : 1;
    return (x->row > y->row) - (x->row < y->row);
}

void
snapshot_sort_texts(struct arena *arena, struct snapshot_segment *base, enum snapshot_column column,
                    enum snapshot_order order)
{
    size_t n = 0, none = base->n;
    uint32_t *rows = ARENA_ARRAY(arena, base->n + 1, uint32_t);
    struct arena *scratch = arena_new();
    struct sort_text *all = ARENA_ARRAY(scratch, base->n + 1, struct sort_text);
    for (size_t row = base->n; row-- > 0;) {
        size_t length;
        const char *text = snapshot_text(base, column, row, &length);
        if (length)
            all[n++] =
                (struct sort_text){first_of(text, length), text, (uint32_t)length, (uint32_t)row};
        else
            rows[--none] = (uint32_t)row;
    }
    qsort(all, n, sizeof *all, compare_texts);
    for (size_t i = 0; i < n; i++)
        rows[i] = all[i].row;
    arena_free(scratch);
    base->orders[order] = rows;
    base->known[order] = n;
}

void
snapshot_sort_times(struct arena *arena, struct snapshot_segment *base, enum snapshot_column column,
                    enum snapshot_order order)
{
    uint32_t *rows = ARENA_ARRAY(arena, base->n + 1, uint32_t);
    struct arena *scratch = arena_new();
    struct sort_time *all = ARENA_ARRAY(scratch, base->n + 1, struct sort_time);
    for (size_t row = 0; row < base->n; row++)
        all[row] = (struct sort_time){snapshot_cell(base, column, row), (uint32_t)row};
    qsort(all, base->n, sizeof *all, compare_times);
    for (size_t i = 0; i < base->n; i++)
        rows[i] = all[i].row;
    arena_free(scratch);
    base->orders[order] = rows;
    base->known[order] = base->n;
}

const uint32_t *
snapshot_sort_ranks(struct arena *arena, struct snapshot_segment *base, const uint32_t *ranks,
                    size_t n_ranks, enum snapshot_order order)
{
    uint32_t *rows = ARENA_ARRAY(arena, base->n + 1, uint32_t);
    uint32_t *from = ARENA_ARRAY(arena, n_ranks + 2, uint32_t);
    size_t known = 0;
    for (size_t row = 0; row < base->n; row++)
        from[(ranks[row] == SNAPSHOT_NOBODY ? n_ranks : ranks[row]) + 1]++;
    for (size_t i = 0; i < n_ranks; i++)
        known += from[i + 1];
    for (size_t i = 0; i <= n_ranks; i++)
        from[i + 1] += from[i];
    for (size_t row = 0; row < base->n; row++)
        rows[from[ranks[row] == SNAPSHOT_NOBODY ? n_ranks : ranks[row]]++] = (uint32_t)row;
    base->orders[order] = rows;
    base->known[order] = known;
    return from; /* each began where the one before ended */
}

/* Contacts by the names of their companies: companies of one name share a rank. */
static void
sort_by_company(struct arena *arena, struct snapshot_table *contacts)
{
    const struct snapshot_segment *theirs = &contacts->companies->base;
    struct snapshot_segment *base = &contacts->base;
    struct arena *scratch = arena_new();
    uint32_t *rank = ARENA_ARRAY(scratch, theirs->n + 1, uint32_t);
    uint32_t *ranks = ARENA_ARRAY(scratch, base->n + 1, uint32_t);
    const uint32_t *order = theirs->orders[SNAPSHOT_BY_NAME];
    uint32_t next = 0;
    const char *before = NULL;
    size_t before_length = 0;
    for (size_t i = 0; i < theirs->n; i++) {
        size_t length;
        const char *name = snapshot_text(theirs, SNAPSHOT_NAME, order[i], &length);
        if (before && (length != before_length || memcmp(name, before, length) != 0))
            next++;
        rank[order[i]] = length ? next : SNAPSHOT_NOBODY;
        before = name;
        before_length = length;
    }
    for (size_t row = 0; row < base->n; row++) {
        uint32_t company = (uint32_t)snapshot_cell(base, SNAPSHOT_COMPANY, row);
        ranks[row] = company == SNAPSHOT_NOBODY ? SNAPSHOT_NOBODY : rank[company];
    }
    snapshot_sort_ranks(arena, base, ranks, (size_t)next + 1, SNAPSHOT_BY_COMPANY);
    arena_free(scratch);
}

/* Places of a settled dictionary are in order of their folded texts. */
static void
sort_by_title(struct arena *arena, struct snapshot_table *contacts, size_t dimension)
{
    struct snapshot_segment *base = &contacts->base;
    const struct snapshot_dict *dict = &contacts->dicts[dimension];
    struct arena *scratch = arena_new();
    uint32_t *rank = ARENA_ARRAY(scratch, dict->n + 1, uint32_t);
    uint32_t *ranks = ARENA_ARRAY(scratch, base->n + 1, uint32_t);
    rank[0] = SNAPSHOT_NOBODY;
    for (size_t i = 1; i < dict->n; i++) {
        uint32_t group = snapshot_dict_group(dict, i);
        rank[i] = group ? group : SNAPSHOT_NOBODY;
    }
    for (size_t row = 0; row < base->n; row++)
        ranks[row] = rank[snapshot_cell(base, SNAPSHOT_FIRST_DIMENSION + dimension, row)];
    snapshot_sort_ranks(arena, base, ranks, dict->n, SNAPSHOT_BY_TITLE);
    arena_free(scratch);
}

void
snapshot_sort_all(struct arena *arena, struct snapshot_table *table)
{
    struct snapshot_segment *base = &table->base;
    snapshot_sort_texts(arena, base, SNAPSHOT_NAME, SNAPSHOT_BY_NAME);
    snapshot_sort_times(arena, base, SNAPSHOT_UPDATED, SNAPSHOT_BY_UPDATED);
    snapshot_sort_times(arena, base, SNAPSHOT_CHECKED, SNAPSHOT_BY_CHECKED);
    snapshot_rungs_make(arena, base, SNAPSHOT_BY_UPDATED);
    snapshot_rungs_make(arena, base, SNAPSHOT_BY_CHECKED);
    if (table->entity != RECORD_CONTACT)
        return;
    snapshot_sort_texts(arena, base, SNAPSHOT_EMAIL, SNAPSHOT_BY_EMAIL);
    sort_by_company(arena, table);
    base->staff = snapshot_sort_ranks(arena, base, base->cells[SNAPSHOT_COMPANY].at,
                                      table->companies->base.n, SNAPSHOT_BY_EMPLOYER);
    for (size_t i = 0; i < table->n_dimensions; i++)
        if (table->dimensions[i].kind == DIMENSION_TEXT)
            sort_by_title(arena, table, i);
}
