/* Facets. See snapshot_facet.h. What is counted how stands in record_query.h; SQL does the same in
 * query_facet.c. */
#include "domain/columns/snapshot_facet.h"

#include <stdlib.h>
#include <string.h>

#include "domain/columns/snapshot_count.h"

#define DAY_US (INT64_C(86400) * 1000000)

/* All entries of a closed list, then none. */
static void
fill_choices(struct arena *arena, const uint32_t *counts, struct record_facet *facet)
{
    const struct record_choices *choices = facet->dimension->choices;
    facet->n = choices->n + 1;
    facet->counts = ARENA_ARRAY(arena, facet->n, struct record_count);
    for (size_t i = 0; i < choices->n; i++)
        facet->counts[i] = (struct record_count){.code = choices->of[i].code,
                                                 .count = counts[choices->of[i].code]};
    facet->counts[choices->n].count = counts[0];
}

static void
fill_numbers(struct arena *arena, const uint32_t *counts, size_t n_places,
             struct record_facet *facet)
{
    const int64_t *bounds = record_facet_bounds(facet->dimension, &facet->n);
    facet->counts = ARENA_ARRAY(arena, facet->n, struct record_count);
    for (size_t i = 0; i < facet->n; i++)
        facet->counts[i].code = bounds[i];
    int64_t zero = facet->dimension->zero;
    for (size_t place = zero ? 1 : 0; place < n_places; place++) {
        size_t bucket = facet->n - 1;
        while (bucket > 0 && (int64_t)place - zero < bounds[bucket])
            bucket--;
        facet->counts[bucket].count += counts[place];
    }
}

static void
fill_ages(struct snapshot_counting *counting, int64_t today_us, struct record_facet *facet)
{
    int64_t before_us[SNAPSHOT_BUCKETS];
    uint32_t counts[SNAPSHOT_BUCKETS] = {0};
    const int64_t *bounds = record_facet_bounds(facet->dimension, &facet->n);
    before_us[0] = INT64_MAX;
    for (size_t i = 1; i < facet->n; i++)
        before_us[i] = today_us - (bounds[i] - 1) * DAY_US;
    snapshot_count_times(counting, snapshot_time_of(facet->dimension), before_us, facet->n, counts);
    facet->counts = ARENA_ARRAY(counting->arena, facet->n, struct record_count);
    for (size_t i = 0; i < facet->n; i++)
        facet->counts[i] = (struct record_count){.code = bounds[i], .count = counts[i]};
}

/* One that may be among the largest. */
struct largest {
    int64_t count, code;
    const char *folded, *shown; /* folded: NULL for numbers */
};

static int
largest_first(const void *a, const void *b)
{
    const struct largest *x = a, *y = b;
    if (x->count != y->count)
        return x->count < y->count ? 1 : -1;
    if (x->folded)
        return strcmp(x->folded, y->folded);
    return (x->code > y->code) - (x->code < y->code);
}

/* Keeps the `most` largest, the least of them on top of a heap. */
struct heap {
    struct largest *of;
    size_t n, most;
};

static void
sink(struct heap *heap, size_t at)
{
    for (;;) {
        size_t worst = at;
        for (size_t child = 2 * at + 1; child <= 2 * at + 2 && child < heap->n; child++)
            if (largest_first(&heap->of[child], &heap->of[worst]) > 0)
                worst = child;
        if (worst == at)
            return;
        struct largest kept = heap->of[at];
        heap->of[at] = heap->of[worst];
        heap->of[worst] = kept;
        at = worst;
    }
}

static void
offer(struct heap *heap, const struct largest *one)
{
    if (heap->n < heap->most) {
        heap->of[heap->n++] = *one;
        for (size_t i = heap->n == heap->most ? heap->n : 0; i-- > 0;)
            sink(heap, i);
    } else if (one->count >= heap->of[0].count && largest_first(one, &heap->of[0]) < 0) {
        heap->of[0] = *one;
        sink(heap, 0);
    }
}

static void
fill_largest(struct arena *arena, struct heap *heap, struct record_count **out, size_t *n)
{
    qsort(heap->of, heap->n, sizeof *heap->of, largest_first);
    *n = heap->n;
    *out = ARENA_ARRAY(arena, heap->n + 1, struct record_count);
    for (size_t i = 0; i < heap->n; i++) {
        const struct largest *one = &heap->of[i];
        (*out)[i] = (struct record_count){one->code, one->shown, one->count};
    }
}

static struct heap
heap_of(struct arena *arena, size_t most)
{
    return (struct heap){.of = ARENA_ARRAY(arena, most, struct largest), .most = most};
}

static void
fill_ids(struct arena *arena, const struct snapshot_table *table, size_t dimension,
         const uint32_t *counts, struct record_facet *facet)
{
    size_t n_places = snapshot_places(table, dimension);
    bool code = snapshot_form(facet->dimension) == SNAPSHOT_FORM_CODE;
    struct heap heap = heap_of(arena, n_places < RECORD_IDS_MOST ? n_places : RECORD_IDS_MOST);
    for (size_t i = 0; i < n_places; i++)
        if (counts[i])
            offer(&heap, &(struct largest){
                             .count = counts[i],
                             .code = code ? (int64_t)i
                                          : snapshot_dict_value(&table->dicts[dimension], i)});
    fill_largest(arena, &heap, &facet->counts, &facet->n);
}

/* Spellings that fold alike are one, shown as most write it. */
static void
fill_texts(struct arena *arena, const struct snapshot_dict *dict, const uint32_t *counts,
           const char *holds, size_t most, struct record_count **out, size_t *n)
{
    uint32_t *totals = ARENA_ARRAY(arena, dict->n, uint32_t);
    uint32_t *best = ARENA_ARRAY(arena, dict->n, uint32_t);
    struct heap heap = heap_of(arena, most);
    for (size_t i = 0; i < dict->n; i++) {
        if (!counts[i])
            continue;
        uint32_t group = snapshot_dict_group(dict, i);
        if (!totals[group] || counts[i] > counts[best[group]] ||
            (counts[i] == counts[best[group]] &&
             strcmp(snapshot_dict_shown(dict, i), snapshot_dict_shown(dict, best[group])) < 0))
            best[group] = (uint32_t)i;
        totals[group] += counts[i];
    }
    /* what is looked for, and job titles, leave out those who have none */
    for (size_t i = holds ? 1 : 0; i < dict->n; i++) {
        if (heap.n == heap.most && totals[i] < heap.of[0].count)
            continue;
        const char *folded = totals[i] ? snapshot_dict_folded(dict, i) : NULL;
        if (!folded || (holds && (!*folded || (*holds && !strstr(folded, holds)))))
            continue;
        offer(&heap, &(struct largest){.count = totals[i],
                                       .folded = folded,
                                       .shown = *folded ? snapshot_dict_shown(dict, best[i]) : ""});
    }
    fill_largest(arena, &heap, out, n);
}

static void
fill_facet(struct snapshot_counting *counting, const struct snapshot_view *view, size_t dimension,
           struct record_facet *facet)
{
    const struct snapshot_table *table = counting->table;
    struct arena *arena = counting->arena;
    enum record_dimension_kind kind = facet->dimension->kind;
    if (kind == DIMENSION_AGE) {
        fill_ages(counting, view->today_us, facet);
        return;
    }
    const uint32_t *counts = snapshot_count_places(counting, dimension);
    if (kind == DIMENSION_CODE)
        fill_choices(arena, counts, facet);
    else if (kind == DIMENSION_NUMBER)
        fill_numbers(arena, counts, snapshot_places(table, dimension), facet);
    else if (kind == DIMENSION_TEXT || kind == DIMENSION_VALUE)
        fill_texts(arena, &table->dicts[dimension], counts, kind == DIMENSION_TEXT ? "" : NULL,
                   RECORD_FACET_MOST, &facet->counts, &facet->n);
    else
        fill_ids(arena, table, dimension, counts, facet);
}

/* Counts one dimension of the table: what passes all, or all but its own clause. */
static void
count_facet(struct snapshot_counting *of_all, const struct snapshot_view *view,
            const struct snapshot_match *match, size_t dimension, struct record_facet *facet)
{
    struct snapshot_counting of_one, *counting = of_all;
    for (size_t k = 0; k < match->filter->n_clauses; k++)
        if (!strcmp(match->filter->clauses[k].dimension->name, facet->dimension->name)) {
            counting = &of_one;
            snapshot_count_without(of_all, match, k, &of_one);
        }
    fill_facet(counting, view, dimension, facet);
}

bool
snapshot_facet_all(struct arena *arena, const struct snapshot_view *view,
                   const struct snapshot_match *match, const struct record_custom *customs,
                   size_t n_customs, struct record_facet **out, size_t *n)
{
    const struct snapshot_table *table = match->table;
    struct snapshot_counting of_all;
    bool complete = true;
    size_t n_fixed;
    const struct record_dimension *fixed = record_dimensions(table->entity, &n_fixed);
    *n = 0;
    *out = ARENA_ARRAY(arena, table->n_fixed + n_customs + 1, struct record_facet);
    snapshot_count_begin(arena, match, true, &of_all);
    for (size_t i = 0; i < n_fixed; i++)
        if (fixed[i].flags & DIMENSION_FACET) {
            struct record_facet *facet = &(*out)[(*n)++];
            facet->dimension = &fixed[i];
            count_facet(&of_all, view, match, i, facet);
        }
    size_t n_own = *n, dimension;
    for (size_t i = 0; i < n_customs && complete; i++) {
        if (!(customs[i].dimension.flags & DIMENSION_FACET))
            continue;
        struct record_facet *facet = &(*out)[(*n)++];
        facet->dimension = &customs[i].dimension;
        facet->custom = &customs[i];
        complete = snapshot_table_find(table, facet->dimension->name, &dimension);
        if (complete)
            count_facet(&of_all, view, match, dimension, facet);
    }
    *n = complete ? *n : n_own;
    return complete;
}

void
snapshot_facet_values(struct arena *arena, const struct snapshot_match *match,
                      const struct record_dimension *dimension, const char *folded,
                      struct record_count **out, size_t *n)
{
    struct snapshot_counting counting;
    size_t at;
    *n = 0;
    if (!snapshot_table_find(match->table, dimension->name, &at))
        return;
    snapshot_count_begin(arena, match, false, &counting);
    fill_texts(arena, &match->table->dicts[at], snapshot_count_places(&counting, at), folded,
               RECORD_VALUES_MOST, out, n);
}
