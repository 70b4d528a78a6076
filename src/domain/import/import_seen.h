/* Import: which row made which record, and on which line a row started; twelve to twenty bytes a
 * row, whatever the rows hold. Filled as batches are written, or from the ledger after a crash. */
#ifndef LEADGEN_DOMAIN_IMPORT_SEEN_H
#define LEADGEN_DOMAIN_IMPORT_SEEN_H

#include "domain/record/record_field.h"

#include "base/arena.h"

struct import_seen;

/* Lives in the arena, which must outlive the batches. */
struct import_seen *import_seen_new(struct arena *arena);

/* Notes the line of the next row; rows come in order from 1. */
void import_seen_line(struct import_seen *seen, int64_t row_no, int64_t line_no);

/* Notes that a row made a record; ids of an entity rise from batch to batch. */
void import_seen_made(struct import_seen *seen, enum record_entity entity, int64_t id,
                      int64_t row_no);

/* The line of a row, 0 when it was not noted. */
int64_t import_seen_line_of(const struct import_seen *seen, int64_t row_no);

/* The row that made a record, 0 when no row of this file did. */
int64_t import_seen_row_of(const struct import_seen *seen, enum record_entity entity, int64_t id);

#endif
