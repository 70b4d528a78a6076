/* Finds where a table begins: the lines before it, its header rows, the names of its columns.
 * Called by csv_detect.c once the dialect is known. Goes by the types of cells and by what repeats,
 * not by what words mean. */
#ifndef LEADGEN_BASE_CSV_HEADER_H
#define LEADGEN_BASE_CSV_HEADER_H

#include "base/csv_sniff.h"

/* Sets columns, preamble_lines, header_rows, header, original, renamed and data of *dialect, as
 * far as dialect->given does not name them. data.skip is the place of the first data row in the
 * sample. Names live in `arena`. INPUT: the header has more than CSV_COLUMNS_MAX columns. */
bool csv_header_locate(struct ctx *ctx, struct arena *arena, const struct csv_sample *sample,
                       struct csv_dialect *dialect) MUST_CHECK;

#endif
