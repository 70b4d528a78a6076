/* The specification of parameters (params.h) as JSON Schema: bodies, addresses and queries of the interface
 * for programs are described by what checks them. Called by openapi_page.c and openapi_schema.c. */
#ifndef LEADGEN_WEB_OPENAPI_PARAMS_H
#define LEADGEN_WEB_OPENAPI_PARAMS_H

#include "base/json.h"
#include "web/params.h"

/* The parameter of a name; NULL: there is none. */
const struct param *openapi_params_named(const struct params *params, const char *name);

/* What one takes; in_body: as a member of a JSON object, where null stands for nothing. */
struct jsn *openapi_params_one(struct arena *arena, const struct param *param, bool in_body);

/* An object with these members and no others. */
struct jsn *openapi_params_object(struct arena *arena, const struct params *params);

#endif
