/* Dimensions packed together. See snapshot_packs.h. */
#include "domain/snapshot/snapshot_packs.h"

#include <stdlib.h>

enum { SIZE_MOST = 4096 }; /* counters that stay in the processor's nearest memory */

/* Values that rows of the base have. */
static uint32_t
values_of(const struct snapshot_segment *base, size_t dimension, uint32_t *places)
{
    uint32_t n = 0;
    for (size_t i = 0; i < base->n_postings[dimension]; i++)
        if (base->postings[dimension][i].count) {
            if (places)
                places[n] = (uint32_t)i;
            n++;
        }
    return n;
}

/* Counted, one value a row, and few enough of them. */
static bool
can_be_packed(const struct snapshot_table *table, size_t dimension, uint32_t *n)
{
    const struct record_dimension *of = &table->dimensions[dimension];
    enum snapshot_form form = snapshot_form(of);
    bool counted = of->flags & DIMENSION_FACET || dimension >= table->n_fixed;
    if (!counted || of->kind == DIMENSION_TEXT ||
        (form != SNAPSHOT_FORM_CODE && form != SNAPSHOT_FORM_DICT))
        return false;
    *n = values_of(&table->base, dimension, NULL);
    return *n && *n <= SIZE_MOST;
}

static int
most_first(const void *a, const void *b)
{
    const struct snapshot_digit *x = a, *y = b;
    if (x->n != y->n)
        return x->n < y->n ? 1 : -1;
    return (x->dimension > y->dimension) - (x->dimension < y->dimension);
}

static void
put_digit(struct snapshot_plan *plan, const struct snapshot_digit *digit)
{
    size_t at = 0;
    while (at < plan->n && plan->packs[at].size * digit->n > SIZE_MOST)
        at++;
    struct snapshot_pack *pack = &plan->packs[at];
    if (at == plan->n) {
        plan->n++;
        pack->size = 1;
    }
    pack->digits[pack->n++] = *digit;
    pack->size *= digit->n;
}

const struct snapshot_plan *
snapshot_packs_plan(struct arena *arena, const struct snapshot_table *table)
{
    struct snapshot_plan *plan = ARENA_NEW(arena, struct snapshot_plan);
    struct snapshot_digit digits[SNAPSHOT_DIMENSIONS] = {{0}};
    size_t n = 0;
    for (size_t i = 0; i < table->n_dimensions; i++)
        if (can_be_packed(table, i, &digits[n].n)) {
            uint32_t *places = ARENA_ARRAY(arena, digits[n].n, uint32_t);
            values_of(&table->base, i, places);
            digits[n].places = places;
            digits[n++].dimension = i;
            plan->has[i] = true;
        }
    qsort(digits, n, sizeof *digits, most_first);
    for (size_t i = 0; i < n; i++)
        put_digit(plan, &digits[i]);
    for (size_t i = 0; i < plan->n; i++) {
        struct snapshot_pack *pack = &plan->packs[i];
        uint32_t unit = pack->size;
        for (size_t k = 0; k < pack->n; k++)
            pack->digits[k].unit = unit /= pack->digits[k].n;
    }
    return plan;
}

void
snapshot_packs_make(struct arena *arena, struct snapshot_table *table)
{
    struct snapshot_segment *base = &table->base;
    const struct snapshot_plan *plan = snapshot_packs_plan(arena, table);
    uint16_t *packs = ARENA_ARRAY(arena, base->n * plan->n + 1, uint16_t);
    for (size_t i = 0; i < plan->n; i++)
        for (size_t k = 0; k < plan->packs[i].n; k++) {
            const struct snapshot_digit *digit = &plan->packs[i].digits[k];
            size_t column = SNAPSHOT_FIRST_DIMENSION + digit->dimension;
            uint16_t *worth = ARENA_ARRAY(arena, base->n_postings[digit->dimension] + 1, uint16_t);
            for (uint32_t value = 0; value < digit->n; value++)
                worth[digit->places[value]] = (uint16_t)(value * digit->unit);
            for (size_t row = 0; row < base->n; row++) {
                uint16_t *pack = &packs[row * plan->n + i];
                *pack = (uint16_t)(*pack + worth[snapshot_cell(base, column, row)]);
            }
        }
    base->plan = plan;
    base->packs = packs;
}
