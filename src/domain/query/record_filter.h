/* What a list is narrowed to: the one form that lists, facets, counts, bulk actions, exports, smart
 * lists and the API share, so that "all that match" always means exactly the rows shown. Made from
 * name=value pairs (an address, a form, a saved text) and written back as such. */
#ifndef LEADGEN_DOMAIN_RECORD_FILTER_H
#define LEADGEN_DOMAIN_RECORD_FILTER_H

#include "base/err.h"
#include "domain/label/custom_field.h"
#include "domain/query/record_dimension.h"
#include "domain/query/record_filter_value.h"

enum {
    RECORD_FILTER_WHOLE = '=',     /* before a TEXT that is meant as a whole */
    RECORD_FILTER_CLAUSES = 24,    /* most dimensions at a time */
    RECORD_FILTER_VALUES = 200,    /* most values of one */
    RECORD_FILTER_WORDS = 6,       /* of a search; further ones are INPUT */
    RECORD_FILTER_SEARCH = 200,    /* code points of a search */
    RECORD_FILTER_TEXT = 16 * 1024 /* bytes of a written filter */
};

/* A custom field as a dimension named "field.<key>": VALUE for text, choice, url and yes/no, NUMBER for
 * number, DAY for date. Choice and yes/no have DIMENSION_FACET, unless the field is archived. */
struct record_custom {
    struct record_dimension dimension;
    const char *key;
    const struct custom_field *field; /* its type, options and whether it is archived */
};

/* One dimension with what is wanted of it. Text is equal when text_fold makes it equal. */
struct record_clause {
    const struct record_dimension *dimension;
    const struct record_custom *custom; /* of a custom field, else NULL */
    bool exclude;                       /* all but these; records without a value stay */
    const int64_t *codes;               /* CODE, COUNTRY, ID, IDS; 0 stands for none; ascending */
    const char *const *texts; /* TEXT: folded, after a "=" where the whole is meant; VALUE: folded,
                                 "" for none; ascending bytes */
    const char *const *shown; /* TEXT, VALUE: as typed */
    size_t n;                 /* of codes or texts */
    struct record_ends ends;  /* NUMBER: both included; DAY: days since 1970, both included;
                            AGE: from <= age < to; INT64_MIN, INT64_MAX: open */
    int64_t set;              /* SET */
    char did;                 /* SET: 'c', 'u' or 0 */
};

struct record_filter {
    enum record_entity entity;
    const char *search;                     /* as typed; "" for none */
    const char *words[RECORD_FILTER_WORDS]; /* folded, each must be found */
    size_t n_words;
    struct record_clause *clauses; /* each dimension at most once, in the table's order */
    size_t n_clauses;
};

/* A pair of an address: q=…, <dimension>=<value> (again for each value), <dimension>.not=1 for
 * exclude; ranges also as <dimension>.from= and <dimension>.to=, for forms. Custom fields are
 * dimensions with names as field.<key>. */
struct record_pair {
    const char *name, *value;
};

/* Is this the name of a pair of a filter? (Any "field.…" is.) So that a page can tell its other
 * parameters apart. */
bool record_filter_takes(enum record_entity entity, const char *name);

/* Reads pairs; empty values are left out. Needs the database only when a pair names a custom field.
 * INPUT on the pair's name for a dimension or a value that does not exist, too many values, words or
 * clauses. Ids of tags, lists, owners and companies are not looked up: another tenant's match
 * nothing. */
MUST_CHECK bool record_filter_read(struct ctx *ctx, enum record_entity entity,
                                   const struct record_pair *pairs, size_t n,
                                   struct record_filter *out);

/* The same from percent-encoded text ("industry=it&q=anna"), as saved by smart lists. INPUT on
 * "filter" when the text is no such. */
MUST_CHECK bool record_filter_read_text(struct ctx *ctx, enum record_entity entity,
                                        const char *text, struct record_filter *out);

/* The canonical pairs of a filter: q first, dimensions in the table's order, values ascending. */
void record_filter_pairs(struct arena *arena, const struct record_filter *filter,
                         struct record_pair **out, size_t *n);

/* The canonical text, percent-encoded; "" when nothing narrows. Never above RECORD_FILTER_TEXT bytes
 * for what record_filter_read made. */
const char *record_filter_text(struct arena *arena, const struct record_filter *filter);

/* The clause of a dimension, or NULL. */
const struct record_clause *record_filter_clause(const struct record_filter *filter,
                                                 const struct record_dimension *dimension);

/* A copy without one dimension's clause (for its own facet and for the chip's cross). */
struct record_filter *record_filter_without(struct arena *arena, const struct record_filter *filter,
                                            const struct record_dimension *dimension);

/* The custom fields of an entity as dimensions in order of display, archived ones last. */
MUST_CHECK bool record_filter_customs(struct ctx *ctx, enum record_entity entity,
                                      struct record_custom **out, size_t *n);

#endif
