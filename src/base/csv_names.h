/* Names of columns: joined from header rows, and made different for showing. Called by
 * csv_header.c only. */
#ifndef LEADGEN_BASE_CSV_NAMES_H
#define LEADGEN_BASE_CSV_NAMES_H

#include "base/csv_table.h"

/* Sets header, original, renamed and header_flags of *dialect from its header_rows rows of the
 * table, `header` being the first. */
void csv_names_set(struct csv_table *table, struct csv_dialect *dialect, uint32_t header);

#endif
