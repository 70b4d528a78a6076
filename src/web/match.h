/* Which row of the route table a request is for. Called by the dispatcher, first of its steps. */
#ifndef LEADGEN_WEB_MATCH_H
#define LEADGEN_WEB_MATCH_H

#include "web/web.h"

/* "GET", "POST", "PATCH", "PUT" or "DELETE". */
const char *match_method_name(enum method method);

/* The row that fits method and path, and the values of its path parameters; NULL when none does.
 * *allow gets the methods of the path ("GET, HEAD") when only the method is wrong, else "". */
const struct route *match_route(struct arena *arena, const struct web *web, const char *method,
                                const char *path, struct param_set *values, const char **allow);

/* Whether a path is one of the programs' interface, the row of which is one too. */
bool match_is_api(const char *path);

/* The first segment of a path, decoded, or "": a tenant's slug wherever a tenant is meant. */
const char *match_first_segment(struct arena *arena, const char *path);

#endif
