/* Chips of a list. See list_chips.h. */
#include "web/list/list_chips.h"

#include <string.h>
#include <time.h>

#include "domain/label/custom_value.h"
#include "domain/query/record_filter_value.h"
#include "web/view.h"

enum { VALUES_SHOWN = 3, COUNTED = 8, DAY_SECONDS = 86400 };

/* One end of a range as people write it: days as "1 Jan 2026". "" when open. */
static const char *
end_text(struct page *pg, const struct record_dimension *dimension, int64_t end, int64_t part)
{
    char text[40];
    struct tm day;
    const char *plain = record_filter_value_end(pg->ctx->arena, dimension, end, part);
    if (dimension->kind != DIMENSION_DAY || !*plain)
        return plain;
    time_t seconds = (time_t)(end * DAY_SECONDS);
    if (!gmtime_r(&seconds, &day) || !strftime(text, sizeof text, "%e %b %Y", &day))
        return plain;
    return arena_strdup(pg->ctx->arena, text + (*text == ' '));
}

static const char *
range_text(struct page *pg, const struct record_clause *clause)
{
    struct arena *arena = pg->ctx->arena;
    const struct record_dimension *dimension = clause->dimension;
    const char *from = end_text(pg, dimension, clause->ends.from, clause->ends.from_part);
    const char *to = end_text(pg, dimension, clause->ends.to, clause->ends.to_part);
    bool age = dimension->kind == DIMENSION_AGE;
    if (!*from)
        return arena_printf(arena, "%s %s", age ? "under" : "up to", to);
    if (!*to)
        return arena_printf(arena, "%s and %s", from,
                            dimension->kind == DIMENSION_DAY ? "later" : "more");
    return !strcmp(from, to) ? from : arena_printf(arena, "%s to %s", from, to);
}

/* What a clause wants, one text for each value. */
static bool
clause_texts(struct page *pg, const struct list_state *state, const struct record_clause *clause,
             size_t at, const char **out)
{
    struct arena *arena = pg->ctx->arena;
    const struct record_dimension *dimension = clause->dimension;
    if (dimension->kind == DIMENSION_SET)
        return list_names_subject(pg->ctx, "set", clause->set, out);
    if (!strcmp(dimension->name, "company") && clause->codes[at])
        return list_names_subject(pg->ctx, "company", clause->codes[at], out);
    if (clause->codes)
        *out = list_names_of(arena, &state->names, dimension, clause->codes[at]);
    else if (dimension->kind == DIMENSION_TEXT && *clause->shown[at] == RECORD_FILTER_WHOLE)
        *out = arena_printf(arena, "\"%s\"", clause->shown[at] + 1);
    else if (clause->texts)
        *out = !strcmp(clause->shown[at], "none") ? "Unknown"
               : clause->custom
                   ? custom_value_shown(arena, clause->custom->field, clause->shown[at])
                   : clause->shown[at];
    else
        *out = range_text(pg, clause);
    return true;
}

static const char *
label_of(const struct record_clause *clause)
{
    if (clause->dimension->kind != DIMENSION_SET)
        return clause->dimension->label;
    return clause->did == 'c' ? "Created by" : clause->did == 'u' ? "Updated by" : "Touched by";
}

static bool
show_clause(struct page *pg, const struct list_state *state, const struct record_clause *clause,
            struct tree *chip)
{
    struct arena *arena = pg->ctx->arena;
    size_t n = clause->codes || clause->texts ? clause->n : 1;
    tree_set(chip, "label", label_of(clause));
    if (clause->exclude)
        tree_set(chip, "excluded", "1");
    struct tree_list values = tree_list(chip, "values");
    for (size_t i = 0; i < n && i < VALUES_SHOWN; i++) {
        const char *text;
        if (!clause_texts(pg, state, clause, i, &text))
            return false;
        tree_set(tree_row(&values), "text", text);
    }
    if (n > VALUES_SHOWN)
        tree_set(chip, "rest", view_number(pg, (int64_t)(n - VALUES_SHOWN)));
    tree_set(chip, "remove",
             list_state_narrowed(pg, state,
                                 record_filter_without(arena, &state->filter, clause->dimension)));
    return true;
}

/* The filter without its search. */
static const struct record_filter *
without_search(struct page *pg, const struct record_filter *filter)
{
    struct record_filter *copy = ARENA_NEW(pg->ctx->arena, struct record_filter);
    *copy = *filter;
    copy->search = "";
    copy->n_words = 0;
    return copy;
}

bool
list_chips_show(struct page *pg, const struct list_state *state)
{
    const struct record_filter *filter = &state->filter;
    struct record_filter *none = ARENA_NEW(pg->ctx->arena, struct record_filter);
    struct tree_list chips = tree_list(pg->view, "Chips");
    none->entity = filter->entity;
    none->search = "";
    if (*filter->search) {
        struct tree *chip = tree_row(&chips);
        struct tree_list values = tree_list(chip, "values");
        tree_set(chip, "label", "Search");
        tree_set(tree_row(&values), "text", filter->search);
        tree_set(chip, "remove", list_state_narrowed(pg, state, without_search(pg, filter)));
    }
    for (size_t i = 0; i < filter->n_clauses; i++)
        if (!show_clause(pg, state, &filter->clauses[i], tree_row(&chips)))
            return false;
    if (filter->n_clauses)
        tree_set_i64(pg->view, "List.active", (int64_t)filter->n_clauses);
    if (chips.count)
        tree_set(pg->view, "List.clear", list_state_narrowed(pg, state, none));
    return true;
}

struct cost {
    const char *label, *remove;
    int64_t left;
};

static bool
try_without(struct page *pg, const struct list_state *state, const char *label,
            const struct record_filter *filter, struct cost *best)
{
    int64_t left;
    if (!record_query_count(pg->ctx, filter, &left))
        return false;
    if (left > best->left)
        *best = (struct cost){label, list_state_narrowed(pg, state, filter), left};
    return true;
}

bool
list_chips_costly(struct page *pg, const struct list_state *state)
{
    const struct record_filter *filter = &state->filter;
    struct cost best = {"", "", 0};
    if (*filter->search &&
        !try_without(pg, state, "the search text", without_search(pg, filter), &best))
        return false;
    for (size_t i = 0; i < filter->n_clauses && i < COUNTED; i++)
        if (!try_without(
                pg, state, filter->clauses[i].dimension->label,
                record_filter_without(pg->ctx->arena, filter, filter->clauses[i].dimension), &best))
            return false;
    if (best.left) {
        tree_set(pg->view, "Costs.label", best.label);
        tree_set(pg->view, "Costs.remove", best.remove);
        tree_set(pg->view, "Costs.left", view_number(pg, best.left));
    }
    return true;
}
