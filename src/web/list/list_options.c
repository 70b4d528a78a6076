/* Entries of a facet. See list_options.h. */
#include "web/list/list_options.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "domain/label/custom_value.h"
#include "domain/query/record_filter_value.h"

struct options {
    struct page *pg;
    const struct list_state *state;
    const struct record_dimension *dimension;
    const struct record_custom *custom; /* of a custom field, else NULL */
    const struct record_clause *clause; /* or NULL */
    bool *seen;                         /* of the clause's values */
    int64_t *codes;                     /* of the options */
    struct list_option *of;
    size_t n;
    bool complete; /* every text that a record has is among the counted ones */
};

/* Whether a value is among the clause's, which then is seen. */
static bool
is_chosen(struct options *options, int64_t code, const char *text)
{
    const struct record_clause *clause = options->clause;
    struct arena *arena = options->pg->ctx->arena;
    const char *folded = clause && clause->texts ? text_fold(arena, text) : "";
    if (options->dimension->kind == DIMENSION_TEXT)
        folded = arena_printf(arena, "%c%s", RECORD_FILTER_WHOLE, folded);
    for (size_t i = 0; clause && i < clause->n; i++)
        if (clause->codes ? clause->codes[i] == code : !strcmp(clause->texts[i], folded))
            return options->seen[i] = true;
    return false;
}

static void
add_code(struct options *options, int64_t code, int64_t count)
{
    struct arena *arena = options->pg->ctx->arena;
    options->codes[options->n] = code;
    options->of[options->n++] =
        (struct list_option){record_filter_value_name(arena, options->dimension, code),
                             list_names_of(arena, &options->state->names, options->dimension, code),
                             count, is_chosen(options, code, ""), code == 0};
}

static void
add_text(struct options *options, const char *text, int64_t count)
{
    bool none = !*text || !strcmp(text, "none");
    const char *shown =
        options->custom ? custom_value_shown(options->pg->ctx->arena, options->custom->field, text)
                        : text;
    options->of[options->n++] =
        (struct list_option){none ? "none" : text, none ? "Unknown" : shown, count,
                             is_chosen(options, 0, none ? "" : text), none};
}

/* A text that was counted, of a job title the whole. */
static void
add_counted(struct options *options, const char *text, int64_t count)
{
    add_text(options, text, count);
    if (options->dimension->kind == DIMENSION_TEXT) {
        struct list_option *option = &options->of[options->n - 1];
        option->value = arena_printf(options->pg->ctx->arena, "%c%s", RECORD_FILTER_WHOLE, text);
    }
}

/* A chosen text that was not among those that were counted. */
static void
add_typed(struct options *options, const char *text)
{
    struct arena *arena = options->pg->ctx->arena;
    bool title = options->dimension->kind == DIMENSION_TEXT;
    bool whole = title && *text == RECORD_FILTER_WHOLE;
    add_text(options, text, options->complete ? 0 : LIST_OPTION_UNCOUNTED);
    struct list_option *option = &options->of[options->n - 1];
    option->chosen = true;
    if (whole)
        option->label = text + 1;
    else if (title)
        option->label = arena_printf(arena, "All with \"%s\"", text);
}

/* Having none is a choice that stays too; of texts that nobody counts it is the first one. */
static void
add_none(struct options *options)
{
    const struct record_dimension *dimension = options->dimension;
    for (size_t i = 0; i < options->n; i++)
        if (options->of[i].last)
            return;
    bool counted = dimension->flags & DIMENSION_FACET;
    if (dimension->kind == DIMENSION_VALUE)
        add_text(options, "", counted ? 0 : LIST_OPTION_UNCOUNTED);
    else if (counted && dimension->kind != DIMENSION_TEXT)
        add_code(options, 0, 0);
}

/* What nobody has, but could be wanted: people and labels, and what is chosen. */
static void
add_rest(struct options *options)
{
    const struct record_clause *clause = options->clause;
    const struct list_names *names = &options->state->names;
    add_none(options);
    size_t counted = options->n;
    for (size_t i = 0; i < names->n; i++) {
        bool there = strcmp(names->of[i].kind, options->dimension->name) != 0;
        for (size_t j = 0; j < counted && !there; j++)
            there = options->codes[j] == names->of[i].id;
        if (!there)
            add_code(options, names->of[i].id, 0);
    }
    for (size_t i = 0; clause && i < clause->n; i++) {
        if (options->seen[i])
            continue;
        if (clause->codes)
            add_code(options, clause->codes[i], 0);
        else
            add_typed(options, clause->shown[i]);
    }
}

static int
by_count(const void *a, const void *b)
{
    const struct list_option *x = a, *y = b;
    if (x->last != y->last)
        return x->last ? 1 : -1;
    if (x->count != y->count)
        return x->count > y->count ? -1 : 1;
    return strcmp(x->label, y->label);
}

static bool
is_scale(const struct record_dimension *dimension)
{
    return dimension->choices == &record_sizes || dimension->choices == &record_revenues ||
           dimension->choices == &record_tiers;
}

void
list_options_make(struct page *pg, const struct list_state *state, const struct record_facet *facet,
                  const struct record_clause *clause, struct list_option **out, size_t *n)
{
    struct arena *arena = pg->ctx->arena;
    size_t n_unused;
    const char *const *unused = record_facet_unused(arena, facet, &n_unused);
    size_t most = facet->n + n_unused + 1 + state->names.n + RECORD_FILTER_VALUES;
    struct options options = {.pg = pg,
                              .state = state,
                              .dimension = facet->dimension,
                              .custom = facet->custom,
                              .clause = clause,
                              .complete = facet->dimension->kind == DIMENSION_VALUE &&
                                          facet->dimension->flags & DIMENSION_FACET &&
                                          facet->n < RECORD_FACET_MOST,
                              .seen = ARENA_ARRAY(arena, RECORD_FILTER_VALUES, bool),
                              .codes = ARENA_ARRAY(arena, most, int64_t),
                              .of = ARENA_ARRAY(arena, most, struct list_option)};
    for (size_t i = 0; i < facet->n; i++) {
        const struct record_count *count = &facet->counts[i];
        if (count->text)
            add_counted(&options, count->text, count->count);
        else
            add_code(&options, count->code, count->count);
    }
    for (size_t i = 0; i < n_unused; i++)
        add_text(&options, unused[i], 0);
    add_rest(&options);
    if (!is_scale(facet->dimension))
        qsort(options.of, options.n, sizeof *options.of, by_count);
    *out = options.of;
    *n = options.n;
}
