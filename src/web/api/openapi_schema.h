/* The values of the interface for programs as JSON Schema, made from the field table and the table of
 * dimensions. Called by openapi_page.c. */
#ifndef LEADGEN_WEB_OPENAPI_SCHEMA_H
#define LEADGEN_WEB_OPENAPI_SCHEMA_H

#include "base/json.h"
#include "domain/query/record_dimension.h"

/* {"$ref": …} to a schema of openapi_schema_components. */
struct jsn *openapi_schema_ref(struct arena *arena, const char *name);

/* {"type": …} */
struct jsn *openapi_schema_type(struct arena *arena, const char *type);

/* A text out of a list that ends with NULL. */
struct jsn *openapi_schema_names(struct arena *arena, const char *const *names);

/* What a filter takes: several values of its kind, or one range. */
struct jsn *openapi_schema_dimension(struct arena *arena, const struct record_dimension *dimension);

/* The same in words. */
const char *openapi_schema_about(const struct record_dimension *dimension);

/* All schemas and how a token is sent. */
struct jsn *openapi_schema_components(struct arena *arena);

#endif
