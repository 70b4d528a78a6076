/* What the columns of a table mean, for leadgen-batch inspect. Called by inspect_csv.c. */
#ifndef LEADGEN_BATCH_INSPECT_MAPPING_H
#define LEADGEN_BATCH_INSPECT_MAPPING_H

#include "base/csv.h"
#include "base/json.h"

/* Looks at the first rows of the table and sets entity, known_export and mapping of the object:
 * [{column, field (null: leave out), confidence, reason}]. INPUT, UNAVAILABLE: see csv_next. */
MUST_CHECK bool inspect_mapping(struct ctx *ctx, const char *path,
                                const struct csv_dialect *dialect, struct jsn *object);

#endif
