/* Makes of what the database holds what people read: names of countries, tags, lists and owners,
 * labels of closed lists. Called by record_export_run.c for each row; asks the database once. */
#ifndef LEADGEN_RECORD_EXPORT_WORDS_H
#define LEADGEN_RECORD_EXPORT_WORDS_H

#include "base/text.h"
#include "domain/export/record_export_column.h"

struct record_export_words;

/* The names of the workspace, in `arena`. */
MUST_CHECK bool record_export_words_read(struct ctx *ctx, struct arena *arena,
                                         const struct record_export_words **out);

/* Turns the values of one row, by column, into text. What has to be built lives in `arena`. */
void record_export_words(const struct record_export_words *words, struct arena *arena,
                         const struct record_export_column *columns, size_t n, struct span *values);

#endif
