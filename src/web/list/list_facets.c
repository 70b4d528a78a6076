/* The panel of filters. See list_facets.h. */
#include "web/list/list_facets.h"

#include <string.h>

#include "domain/label/custom_field.h"
#include "domain/query/record_filter_value.h"
#include "web/list/list_options.h"
#include "web/view.h"

/* SHOWN of an open-ended dimension (tags, owners, countries), ALMOST more when these are all. */
enum { SHOWN = 10, ALMOST = 3, TITLES_SHOWN = 8, SEARCHED = 10, LONG = 15 };

struct panel {
    struct page *pg;
    const struct list_state *state;
    const struct record_facet *facets;
    size_t n_facets;
    struct tree_list rows, kept;
};

static const struct record_facet *
facet_of(const struct panel *panel, const struct record_dimension *dimension)
{
    for (size_t i = 0; i < panel->n_facets; i++)
        if (!strcmp(panel->facets[i].dimension->name, dimension->name))
            return &panel->facets[i];
    return NULL;
}

/* This list without the dimension's clause. */
static const char *
url_without(struct page *pg, const struct list_state *state,
            const struct record_dimension *dimension)
{
    return list_state_narrowed(pg, state,
                               record_filter_without(pg->ctx->arena, &state->filter, dimension));
}

/* The head of a facet; `kind` is "check" or "range". */
static struct tree *
add_facet(struct panel *panel, const struct record_dimension *dimension,
          const struct record_clause *clause, const char *kind)
{
    struct page *pg = panel->pg;
    struct tree *row = tree_row(&panel->rows);
    tree_set(row, "name", dimension->name);
    tree_set(row, "label", dimension->label);
    tree_set(row, "kind", kind);
    if (clause) {
        tree_set_i64(row, "chosen", clause->n && !strcmp(kind, "check") ? (int64_t)clause->n : 1);
        tree_set(row, "clear", url_without(pg, panel->state, dimension));
    }
    if (clause && clause->exclude)
        tree_set(row, "excluded", "1");
    if (clause || dimension->flags & DIMENSION_OPEN ||
        !strcmp(panel->state->here.more, dimension->name))
        tree_set(row, "open", "1");
    return row;
}

/* A bar is as thin as a line: twentieths are as much as the eye tells apart, and compress well. */
static const char *
bar_of(struct page *pg, int64_t count, int64_t most)
{
    int64_t twentieths = (count * 20 + most - 1) / most;
    return view_width(pg->ctx->arena, twentieths, 20);
}

static void
add_option(struct page *pg, struct tree_list *options, const struct list_option *option,
           int64_t most)
{
    struct tree *row = tree_row(options);
    tree_set(row, "value", option->value);
    tree_set(row, "label", option->label);
    if (option->chosen)
        tree_set(row, "on", "1");
    if (option->count == LIST_OPTION_UNCOUNTED)
        return;
    tree_set(row, "n", view_number(pg, option->count));
    if (option->count)
        tree_set(row, "w", bar_of(pg, option->count, most));
    else
        tree_set(row, "zero", "1");
}

/* How many of the entries are shown at first: a closed list (industries, sizes) is always whole. */
static size_t
shown_of(const struct panel *panel, const struct record_dimension *dimension, size_t n)
{
    if (dimension->kind == DIMENSION_TEXT)
        return TITLES_SHOWN;
    bool whole = dimension->kind == DIMENSION_CODE || n <= SHOWN + ALMOST ||
                 !strcmp(panel->state->here.more, dimension->name);
    return whole ? n : SHOWN;
}

static bool
is_shown(const struct list_option *option, size_t place, size_t limit)
{
    return place < limit || option->chosen || option->last;
}

/* Entries to tick. Past the first ones only what is chosen and who have none, and a link to the rest. */
static void
show_checks(struct panel *panel, struct tree *row, const struct record_facet *facet,
            const struct record_clause *clause)
{
    struct page *pg = panel->pg;
    const struct record_dimension *dimension = facet->dimension;
    struct list_option *options;
    size_t n, shown = 0;
    int64_t most = 0;
    list_options_make(pg, panel->state, facet, clause, &options, &n);
    size_t limit = shown_of(panel, dimension, n);
    for (size_t i = 0; i < n; i++)
        if (options[i].count != LIST_OPTION_UNCOUNTED && options[i].count > most)
            most = options[i].count;
    for (size_t i = 0; i < n; i++)
        shown += is_shown(&options[i], i, limit);
    struct tree_list list = tree_list(row, "options");
    /* only the first entries of a long list are in sight: what is chosen is among them */
    bool chosen_first = shown > LONG;
    for (size_t i = 0; chosen_first && i < n; i++)
        if (options[i].chosen)
            add_option(pg, &list, &options[i], most);
    for (size_t i = 0; i < n; i++)
        if (is_shown(&options[i], i, limit) && !(chosen_first && options[i].chosen))
            add_option(pg, &list, &options[i], most);
    if (shown > SEARCHED && dimension->kind != DIMENSION_TEXT)
        tree_set(row, "find", "1");
    if (shown > LONG)
        tree_set(row, "long", "1");
    if (shown < n && dimension->kind != DIMENSION_TEXT) {
        struct list_address address = panel->state->here;
        address.more = dimension->name;
        tree_set(row, "more", list_state_url(pg, &address));
        tree_set(row, "rest", view_number(pg, (int64_t)(n - shown)));
    }
}

static const char *
bucket_label(struct page *pg, const struct record_dimension *dimension, int64_t from, int64_t to)
{
    struct arena *arena = pg->ctx->arena;
    const char *unit = dimension->kind == DIMENSION_AGE ? " days" : "";
    if (from == INT64_MIN)
        return arena_printf(arena, "Under %" PRId64 "%s", to, unit);
    if (to == INT64_MAX)
        return dimension->kind == DIMENSION_AGE
                   ? arena_printf(arena, "%" PRId64 " days and more", from)
                   : arena_printf(arena, "%" PRId64 " and above", from);
    return arena_printf(arena, "%" PRId64 " to %" PRId64 "%s", from, to, unit);
}

/* The buckets of a number or an age, one of which can be chosen. True when the clause is one. */
static bool
show_buckets(struct panel *panel, struct tree *row, const struct record_facet *facet,
             const struct record_clause *clause)
{
    const struct record_dimension *dimension = facet->dimension;
    int64_t most = 0;
    bool is_bucket = false;
    struct tree_list list = tree_list(row, "options");
    for (size_t i = 0; i < facet->n; i++)
        most = facet->counts[i].count > most ? facet->counts[i].count : most;
    for (size_t i = 0; i < facet->n; i++) {
        struct record_ends ends = record_facet_bucket(facet, i);
        struct list_option option = {
            .value = record_filter_value_ends(panel->pg->ctx->arena, dimension, &ends),
            .label =
                bucket_label(panel->pg, dimension, ends.from, i ? ends.to : facet->counts[1].code),
            .count = facet->counts[i].count,
            .chosen = clause && clause->ends.from == ends.from && clause->ends.to == ends.to};
        is_bucket |= option.chosen;
        add_option(panel->pg, &list, &option, most);
    }
    return is_bucket;
}

static void
show_range(struct panel *panel, const struct record_dimension *dimension,
           const struct record_facet *facet, const struct record_clause *clause)
{
    struct arena *arena = panel->pg->ctx->arena;
    struct tree *row = add_facet(panel, dimension, clause, "range");
    bool is_bucket = facet && show_buckets(panel, row, facet, clause);
    tree_set(row, "type", dimension->kind == DIMENSION_DAY ? "date" : "number");
    if (dimension->kind == DIMENSION_NUMBER && dimension->place < 0)
        tree_set(row, "step", "any"); /* without it browsers take whole numbers only */
    if (clause && !is_bucket) {
        const struct record_ends *ends = &clause->ends;
        tree_set(row, "from",
                 record_filter_value_end(arena, dimension, ends->from, ends->from_part));
        tree_set(row, "to", record_filter_value_end(arena, dimension, ends->to, ends->to_part));
    }
}

/* A dimension that only addresses name: kept as it is. */
static void
keep(struct panel *panel, const struct record_clause *clause)
{
    struct record_pair *pairs;
    size_t n;
    struct record_clause copy = *clause;
    struct record_filter only = {
        .entity = panel->state->entity, .search = "", .clauses = &copy, .n_clauses = 1};
    record_filter_pairs(panel->pg->ctx->arena, &only, &pairs, &n);
    for (size_t i = 0; i < n; i++) {
        struct tree *row = tree_row(&panel->kept);
        tree_set(row, "name", pairs[i].name);
        tree_set(row, "value", pairs[i].value);
    }
}

/* `offered`: what is typed into it finds values. */
static void
show_dimension(struct panel *panel, const struct record_dimension *dimension, bool offered)
{
    const struct record_facet *facet = facet_of(panel, dimension);
    const struct record_clause *clause = record_filter_clause(&panel->state->filter, dimension);
    struct record_facet none = {.dimension = dimension};
    switch (dimension->kind) {
    case DIMENSION_NUMBER:
    case DIMENSION_AGE:
    case DIMENSION_DAY:
        show_range(panel, dimension, facet, clause);
        return;
    case DIMENSION_TEXT:
    case DIMENSION_VALUE:
    case DIMENSION_CODE:
    case DIMENSION_COUNTRY:
    case DIMENSION_ID:
    case DIMENSION_IDS:
    case DIMENSION_SET:
        break;
    }
    bool typed = dimension->kind == DIMENSION_TEXT || dimension->kind == DIMENSION_VALUE;
    if (!facet && !typed) {
        if (clause)
            keep(panel, clause);
        return;
    }
    struct tree *row = add_facet(panel, dimension, clause, "check");
    show_checks(panel, row, facet ? facet : &none, clause);
    /* what the entries leave out is found by typing */
    bool rest = !facet || dimension->kind == DIMENSION_TEXT || facet->n == RECORD_FACET_MOST;
    if (rest && offered && record_query_typed(dimension))
        tree_set(row, "values",
                 arena_printf(panel->pg->ctx->arena, "%s/values",
                              list_state_path(panel->pg, panel->state->entity)));
    if (!facet)
        tree_set(row, "typed", "1");
}

bool
list_facets_show(struct page *pg, const struct list_state *state, const struct record_facet *facets,
                 size_t n_facets)
{
    size_t n;
    struct record_custom *customs;
    size_t n_customs;
    const struct record_dimension *all = record_dimensions(state->entity, &n);
    struct panel panel = {.pg = pg,
                          .state = state,
                          .facets = facets,
                          .n_facets = n_facets,
                          .rows = tree_list(pg->view, "Facets"),
                          .kept = tree_list(pg->view, "Kept")};
    if (!record_filter_customs(pg->ctx, state->entity, &customs, &n_customs))
        return false;
    for (size_t i = 0; i < n; i++)
        show_dimension(&panel, &all[i], true);
    for (size_t i = 0; i < n_customs; i++)
        if (!customs[i].field->archived ||
            record_filter_clause(&state->filter, &customs[i].dimension))
            show_dimension(&panel, &customs[i].dimension, !customs[i].field->archived);
    return true;
}
