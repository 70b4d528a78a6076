/* Dimensions packed together. See snapshot_packs.h. */
#include "domain/snapshot/snapshot_packs.h"

#include <stdlib.h>

enum { SIZE_MOST = 4096 };          /* counters that stay in the processor's nearest memory */
enum { SLOTS_MOST = 4, OVER = 16 }; /* of what sets hold one in so many may be left over */

/* Values that rows of the base have; of a set 0 is always one. */
static uint32_t
values_of(const struct snapshot_segment *base, size_t dimension, bool set, uint32_t *places)
{
    uint32_t n = 0;
    for (size_t i = 0; i < base->n_postings[dimension]; i++)
        if (base->postings[dimension][i].count || (set && !i)) {
            if (places)
                places[n] = (uint32_t)i;
            n++;
        }
    return n;
}

/* How many digits a dimension takes: none when it is not counted or has too many values. */
static size_t
digits_of(const struct snapshot_table *table, size_t dimension, uint32_t *n_values)
{
    const struct record_dimension *of = &table->dimensions[dimension];
    enum snapshot_form form = snapshot_form(of);
    bool counted = of->flags & DIMENSION_FACET;
    bool set = form == SNAPSHOT_FORM_SETS;
    if (!counted || of->kind == DIMENSION_TEXT || !table->base.n ||
        (form != SNAPSHOT_FORM_CODE && form != SNAPSHOT_FORM_DICT && !set))
        return 0;
    *n_values = values_of(&table->base, dimension, set, NULL);
    return *n_values > SIZE_MOST ? 0 : set ? table->base.slots[dimension] : 1;
}

static int
most_first(const void *a, const void *b)
{
    const struct snapshot_digit *x = a, *y = b;
    if (x->n != y->n)
        return x->n < y->n ? 1 : -1;
    if (x->dimension != y->dimension)
        return x->dimension > y->dimension ? 1 : -1;
    return (x->slot > y->slot) - (x->slot < y->slot);
}

static void
put_digit(struct snapshot_plan *plan, const struct snapshot_digit *digit)
{
    size_t at = 0;
    while (at < plan->n &&
           (plan->packs[at].size * digit->n > SIZE_MOST || plan->packs[at].n == SNAPSHOT_PACKED))
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
    struct snapshot_digit digits[SNAPSHOT_DIGITS] = {{0}};
    size_t n = 0;
    for (size_t i = 0; i < table->n_dimensions; i++) {
        uint32_t n_values = 0;
        size_t n_slots = digits_of(table, i, &n_values);
        if (!n_slots || n + n_slots > SNAPSHOT_DIGITS)
            continue;
        uint32_t *places = ARENA_ARRAY(arena, n_values, uint32_t);
        values_of(&table->base, i, snapshot_form(&table->dimensions[i]) == SNAPSHOT_FORM_SETS,
                  places);
        for (size_t slot = 0; slot < n_slots; slot++)
            digits[n++] = (struct snapshot_digit){i, slot, n_values, 0, places};
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

/* As few slots as hold nearly all that the rows have. */
static void
make_slots(struct arena *arena, struct snapshot_segment *base, size_t dimension)
{
    size_t over[SLOTS_MOST + 1] = {0}, n, slots = 1, at = 0;
    for (size_t row = 0; row < base->n; row++) {
        snapshot_set(base, dimension, row, &n);
        for (size_t k = 1; k <= SLOTS_MOST && k < n; k++)
            over[k] += n - k;
    }
    while (slots <= SLOTS_MOST && over[slots] > base->n / OVER)
        slots++;
    base->slots[dimension] = slots > SLOTS_MOST ? 0 : slots;
    if (slots > SLOTS_MOST)
        return;
    uint32_t *spill = ARENA_ARRAY(arena, 2 * over[slots] + 1, uint32_t);
    for (size_t row = 0; row < base->n; row++) {
        const uint32_t *places = snapshot_set(base, dimension, row, &n);
        for (size_t k = slots; k < n; k++) {
            spill[at++] = (uint32_t)row;
            spill[at++] = places[k];
        }
    }
    base->spill[dimension] = spill;
    base->n_spill[dimension] = at;
}

static size_t
place_of(const struct snapshot_segment *base, const struct snapshot_digit *digit, bool set,
         size_t row)
{
    size_t n;
    if (!set)
        return (size_t)snapshot_cell(base, SNAPSHOT_FIRST_DIMENSION + digit->dimension, row);
    const uint32_t *places = snapshot_set(base, digit->dimension, row, &n);
    return digit->slot < n ? places[digit->slot] : 0;
}

void
snapshot_packs_make(struct arena *arena, struct snapshot_table *table)
{
    struct snapshot_segment *base = &table->base;
    for (size_t i = 0; i < table->n_dimensions; i++)
        if (snapshot_form(&table->dimensions[i]) == SNAPSHOT_FORM_SETS)
            make_slots(arena, base, i);
    const struct snapshot_plan *plan = snapshot_packs_plan(arena, table);
    uint16_t *packs = ARENA_ARRAY(arena, base->n * plan->n + 1, uint16_t);
    for (size_t i = 0; i < plan->n; i++)
        for (size_t k = 0; k < plan->packs[i].n; k++) {
            const struct snapshot_digit *digit = &plan->packs[i].digits[k];
            bool set = snapshot_form(&table->dimensions[digit->dimension]) == SNAPSHOT_FORM_SETS;
            uint16_t *worth = ARENA_ARRAY(arena, base->n_postings[digit->dimension] + 1, uint16_t);
            for (uint32_t value = 0; value < digit->n; value++)
                worth[digit->places[value]] = (uint16_t)(value * digit->unit);
            for (size_t row = 0; row < base->n; row++) {
                uint16_t *pack = &packs[row * plan->n + i];
                *pack = (uint16_t)(*pack + worth[place_of(base, digit, set, row)]);
            }
        }
    base->plan = plan;
    base->packs = packs;
}
