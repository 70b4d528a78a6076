/* Finds delimiter, quote, escape and line ends of a table from a sample of its text. Called by
 * csv_detect.c. Judges by how evenly rows split, by how much the cells look like values, and by
 * where quotes stand. */
#ifndef LEADGEN_BASE_CSV_SNIFF_H
#define LEADGEN_BASE_CSV_SNIFF_H

#include "base/csv.h"

/* Decoded text from the start of the table's file; text[length] is '\n'. */
struct csv_sample {
    const char *text;
    size_t length;
    bool whole; /* it is all there is; else it ends behind a line end */
};

/* Sets the four properties that dialect->given does not name; keeps the others. */
void csv_sniff(const struct csv_sample *sample, struct csv_dialect *dialect);

/* Number of cells that most rows of the sample have. 1 for an empty sample. */
uint32_t csv_sniff_columns(const struct csv_sample *sample, const struct csv_dialect *dialect);

#endif
