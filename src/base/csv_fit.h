/* Fits a row with too many or too few cells to the table, when the values leave only one way: a
 * delimiter inside an unquoted text ("Acme, Inc."), or another delimiter than in the other rows.
 * Called by csv.c for rows of a wrong width. */
#ifndef LEADGEN_BASE_CSV_FIT_H
#define LEADGEN_BASE_CSV_FIT_H

#include "base/csv_split.h"

/* Tries to fit the row of out->length bytes at text. profile has for each column what its values
 * look like: a data type of csv_type.h, CSV_TYPE_TEXT for texts of several words, CSV_TYPE_EMPTY
 * for a column without values, CSV_TYPE_WORD for anything else. True: *out has shape->columns
 * cells and flag CSV_REPAIRED. False: *out is as it was; no way or more than one. */
bool csv_fit_row(const struct csv_shape *shape, const unsigned char *profile, const char *text,
                 struct csv_split *out);

#endif
