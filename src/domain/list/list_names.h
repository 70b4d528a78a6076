/* What people read instead of the values of a filter: names of owners, tags, lists and companies,
 * labels of closed lists and countries. Called by the list pages for their panel and chips. */
#ifndef LEADGEN_DOMAIN_LIST_NAMES_H
#define LEADGEN_DOMAIN_LIST_NAMES_H

#include "base/err.h"
#include "domain/query/record_dimension.h"

struct list_name {
    const char *kind; /* the dimension's name: "owner", "tag", "list" */
    int64_t id;
    const char *name;
    const char *colour; /* of a tag: a name of label_colours; else "" */
};
struct list_names {
    struct list_name *of; /* by kind, then name */
    size_t n;
};

/* All owners, tags and lists of the workspace. */
MUST_CHECK bool list_names_read(struct ctx *ctx, struct list_names *out);

/* A code or id of a dimension in words, 0 as "None" or the like. An id that is not in `names` is
 * "Unknown"; companies are not in it: see list_names_subject. */
const char *list_names_of(struct arena *arena, const struct list_names *names,
                          const struct record_dimension *dimension, int64_t code);

/* The colour of a tag, or "". */
const char *list_names_colour(const struct list_names *names, int64_t tag_id);

/* The name of a company ("company") or what a change set did ("set"); "Unknown" when it is not
 * there. */
MUST_CHECK bool list_names_subject(struct ctx *ctx, const char *kind, int64_t id,
                                   const char **name);

#endif
