/* Reads the records of an export by their ids, some thousand at a time, while the caller makes a file
 * of those before. A contact's company is read once and remembered, up to a bound. Called by
 * record_export_run.c; with domain/query the place that composes SQL text, from constants only. */
#ifndef LEADGEN_RECORD_EXPORT_SOURCE_H
#define LEADGEN_RECORD_EXPORT_SOURCE_H

#include "base/text.h"
#include "domain/export/record_export_column.h"

struct record_export_source;

/* For the columns chosen; `zone` is the workspace's, for times. The source lives in `arena`. */
struct record_export_source *record_export_source(struct arena *arena, enum record_entity entity,
                                                  const struct record_export_column *columns,
                                                  size_t n_columns, const char *zone);

/* Asks for the records with these ids, in the open transaction, and returns before they are there:
 * nothing else may be asked until record_export_receive. The ids must stay where they are. */
MUST_CHECK bool record_export_send(struct ctx *ctx, struct record_export_source *source,
                                   const int64_t *ids, size_t n);

/* Waits for them. */
MUST_CHECK bool record_export_receive(struct ctx *ctx, struct record_export_source *source);

/* Makes the records received the ones that record_export_values reads, and reads their companies.
 * After it the next may be asked for, and written while they are on their way. */
MUST_CHECK bool record_export_turn(struct ctx *ctx, struct record_export_source *source);

/* The values of the i-th id, by column; false when the record is gone. Data NULL: no value. They live
 * until the next record_export_turn. */
bool record_export_values(const struct record_export_source *source, size_t i, struct span *values);

#endif
