/* Reads a line whose quoting is broken: tries the ways in which its quotes can be meant and takes
 * the least far-fetched one that gives the right number of cells. Called by csv_split.c only for
 * lines that cannot be read by the rules. */
#ifndef LEADGEN_BASE_CSV_REPAIR_H
#define LEADGEN_BASE_CSV_REPAIR_H

#include "base/csv_split.h"

/* Splits line[0..length), which has no line end, into exactly `columns` cells (0: any number).
 * Sets cells, count and flags of *out, nothing else. False: there is no such reading. The work is
 * bounded whatever the line. */
bool csv_repair_line(const struct csv_shape *shape, const char *line, size_t length,
                     uint32_t columns, struct csv_split *out);

#endif
