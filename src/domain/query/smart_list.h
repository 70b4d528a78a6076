/* Smart lists: filters that a workspace keeps under a name and shares. What matches is asked afresh
 * each time, so a list is never out of date. Called by the pages of smart lists and of lists. */
#ifndef LEADGEN_DOMAIN_SMART_LIST_H
#define LEADGEN_DOMAIN_SMART_LIST_H

#include "base/err.h"
#include "domain/query/record_query.h"

enum { SMART_LIST_NAME = 80 };

struct smart_list {
    int64_t smart_list_id, entity, updated_ms;
    const char *name, *filter, *sort; /* filter: canonical text; sort "": the usual order */
    bool descending;
    const char *who; /* NULL: the system */
};

/* Has smart_list_all of an entity travel with the next statement. */
MUST_CHECK bool smart_list_ahead(struct ctx *ctx, int64_t entity);

/* Those of an entity (0: of both) by name, at most 500. */
MUST_CHECK bool smart_list_all(struct ctx *ctx, int64_t entity, struct smart_list **out, size_t *n);

/* NOT_FOUND. */
MUST_CHECK bool smart_list_get(struct ctx *ctx, int64_t smart_list_id, struct smart_list *out);

/* Keeps a filter. INPUT on "name" when it is empty or too long, on "filter" when it is none or
 * narrows nothing, on "sort"; CONFLICT on "name" when another list of the entity has it. */
MUST_CHECK bool smart_list_add(struct ctx *ctx, enum record_entity entity, const char *name,
                               const char *filter, const char *sort, bool descending,
                               int64_t *smart_list_id);

/* NOT_FOUND; INPUT and CONFLICT as smart_list_add. */
MUST_CHECK bool smart_list_rename(struct ctx *ctx, int64_t smart_list_id, const char *name);
MUST_CHECK bool smart_list_refilter(struct ctx *ctx, int64_t smart_list_id, const char *filter,
                                    const char *sort, bool descending);
MUST_CHECK bool smart_list_remove(struct ctx *ctx, int64_t smart_list_id);

#endif
