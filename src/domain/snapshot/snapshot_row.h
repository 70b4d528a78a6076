/* Records as the database hands them out, into the columns of a segment: the same for a COPY of all
 * and for the rows that changed. Called by snapshot_build.c and snapshot_delta.c. */
#ifndef LEADGEN_SNAPSHOT_ROW_H
#define LEADGEN_SNAPSHOT_ROW_H

#include "domain/snapshot/snapshot_segment.h"

/* Columns of sql/queries/snapshot/snapshot_copy_*.sql and snapshot_rows_*.sql; those of companies
 * end with the custom fields. Times are microseconds since 1970. */
enum snapshot_row_cell {
    SNAPSHOT_ROW_ID,
    SNAPSHOT_ROW_CREATED,
    SNAPSHOT_ROW_UPDATED,
    SNAPSHOT_ROW_CHECKED,
    SNAPSHOT_ROW_CODES,
    SNAPSHOT_ROW_OWNER,
    SNAPSHOT_ROW_TAGS,
    SNAPSHOT_ROW_LISTS,
    SNAPSHOT_ROW_SOURCE,
    SNAPSHOT_ROW_SEARCH,
    SNAPSHOT_ROW_NAME,
    SNAPSHOT_ROW_CUSTOM,
    SNAPSHOT_ROW_COMPANY_CELLS,
    SNAPSHOT_ROW_EMAIL = SNAPSHOT_ROW_COMPANY_CELLS,
    SNAPSHOT_ROW_COMPANY,
    SNAPSHOT_ROW_TITLE_KEY,
    SNAPSHOT_ROW_TITLE,
    SNAPSHOT_ROW_CELLS
};

/* Which cell feeds which dimension, worked out once. */
struct snapshot_reader {
    struct snapshot_table *table;
    struct snapshot_segment *segment;
    struct arena *scratch;                  /* of foldings; may be reset between rows */
    int company_place[SNAPSHOT_DIMENSIONS]; /* of contacts: dimension of companies, -1: own */
    const char *last_source;                /* folded ones repeat */
    uint32_t last_place;
};

void snapshot_reader_open(struct snapshot_reader *reader, struct snapshot_table *table,
                          struct snapshot_segment *segment, struct arena *scratch);

/* Appends a record; cells are NULL for SQL NULL. A contact's company is looked for among the living
 * of table->companies by `company_row`. Returns the row. */
size_t snapshot_reader_take(struct snapshot_reader *reader, const char *const *cells,
                            uint32_t company_row);

#endif
