/* Filters over segments. See snapshot_match.h. */
#include "domain/columns/snapshot_match.h"

#include <string.h>

#include "domain/columns/snapshot_clause.h"
#include "domain/columns/snapshot_search.h"

struct matching {
    struct ctx *ctx;
    struct snapshot_match *match;
    const struct record_filter *filter;
    struct snapshot_clause clauses[RECORD_FILTER_CLAUSES];
    bool counted[RECORD_FILTER_CLAUSES]; /* its own facet is wanted */
    uint64_t *companies[RECORD_FILTER_WORDS];
    size_t words[RECORD_FILTER_WORDS]; /* the longest first: it leaves the fewest rows */
};

/* all = everything and'ed; without[i] = everything but clause i: what stands before it and what stands
 * behind it, and'ed. */
static void
combine(struct matching *matching, struct snapshot_rows *rows)
{
    struct arena *arena = matching->ctx->arena;
    const struct snapshot_segment *segment = rows->segment;
    size_t n = segment->n, n_clauses = matching->filter->n_clauses;
    uint64_t *sets[RECORD_FILTER_CLAUSES], *behind[RECORD_FILTER_CLAUSES + 1] = {NULL};
    for (size_t i = 0; i < n_clauses; i++)
        sets[i] = snapshot_clause_rows(arena, &matching->clauses[i], segment);
    rows->all = snapshot_bits_copy(arena, segment->live, n);
    rows->without = ARENA_ARRAY(arena, n_clauses + 1, uint64_t *);
    for (size_t i = n_clauses; i-- > 1;) {
        behind[i] = behind[i + 1] ? snapshot_bits_copy(arena, behind[i + 1], n) : sets[i];
        if (behind[i] != sets[i])
            snapshot_bits_and(behind[i], sets[i], n);
    }
    for (size_t i = 0; i < n_clauses; i++) {
        if (matching->counted[i]) {
            rows->without[i] = snapshot_bits_copy(arena, rows->all, n);
            if (behind[i + 1])
                snapshot_bits_and(rows->without[i], behind[i + 1], n);
        }
        snapshot_bits_and(rows->all, sets[i], n);
    }
}

static void
search(struct matching *matching, struct snapshot_rows *rows)
{
    struct arena *arena = matching->ctx->arena;
    const struct record_filter *filter = matching->filter;
    size_t n = rows->segment->n;
    uint64_t *among = snapshot_bits_copy(arena, rows->all, n);
    for (size_t i = 0; i < filter->n_clauses; i++)
        if (rows->without[i])
            snapshot_bits_or(among, rows->without[i], n);
    for (size_t i = 0; i < filter->n_words; i++) {
        size_t word = matching->words[i];
        snapshot_bits_and(among,
                          snapshot_search_rows(arena, matching->match->table, rows->segment,
                                               filter->words[word], matching->companies[word],
                                               among),
                          n);
    }
    snapshot_bits_and(rows->all, among, n);
    for (size_t i = 0; i < filter->n_clauses; i++)
        if (rows->without[i])
            snapshot_bits_and(rows->without[i], among, n);
}

static void
order_words(struct matching *matching)
{
    const struct record_filter *filter = matching->filter;
    for (size_t i = 0; i < filter->n_words; i++) {
        size_t at = i;
        for (; at && strlen(filter->words[matching->words[at - 1]]) < strlen(filter->words[i]);
             at--)
            matching->words[at] = matching->words[at - 1];
        matching->words[at] = i;
    }
}

bool
snapshot_match_make(struct ctx *ctx, const struct snapshot_view *view,
                    const struct record_filter *filter, bool facets, struct snapshot_match *out)
{
    struct matching matching = {.ctx = ctx, .match = out, .filter = filter};
    bool contacts = filter->entity == RECORD_CONTACT;
    const struct snapshot_table *table =
        contacts ? &view->tables->contacts : &view->tables->companies;
    *out = (struct snapshot_match){.table = table, .filter = filter};
    for (size_t i = 0; i < filter->n_clauses; i++) {
        matching.counted[i] = facets && filter->clauses[i].dimension->flags & DIMENSION_FACET;
        if (!snapshot_clause_make(ctx, view, table, filter, i, &matching.clauses[i]))
            return false;
    }
    for (size_t i = 0; i < filter->n_words && contacts; i++)
        matching.companies[i] =
            snapshot_search_companies(ctx->arena, table->companies, filter->words[i]);
    order_words(&matching);
    struct snapshot_rows *both[] = {&out->base, &out->delta};
    out->base.segment = &table->base;
    out->delta.segment = &table->delta;
    for (size_t i = 0; i < 2; i++) {
        combine(&matching, both[i]);
        if (filter->n_words)
            search(&matching, both[i]);
        both[i]->n = snapshot_bits_count(both[i]->all, both[i]->segment->n);
    }
    return true;
}
