/* Import: the sums of a preview or a run, which always balance:
 * rows = created + updated + skipped + rejected. Stored as JSON in import.preview and .totals. */
#ifndef LEADGEN_DOMAIN_IMPORT_TOTALS_H
#define LEADGEN_DOMAIN_IMPORT_TOTALS_H

#include "domain/import/import_batch.h"

enum { IMPORT_MAX_REASONS = 32, IMPORT_N_FLAGS = 10 };

struct import_totals {
    int64_t rows, created, updated, skipped, rejected;
    int64_t companies_created, companies_updated; /* beside the rows of contacts */
    int64_t changes;                              /* fields changed in known records */
    int64_t repeats;                              /* rows that repeat an earlier one */
    int64_t differences;                          /* rows on which the run and its preview differ */
    int64_t flags[IMPORT_N_FLAGS];                /* rows per import_flag bit */
    int64_t examples[IMPORT_N_FLAGS];             /* row_no of the first of them; 0: not known */
    struct {
        const char *code; /* a constant of import_reason.h, or arena text */
        char verdict;
        int64_t n;
    } reasons[IMPORT_MAX_REASONS];
    size_t n_reasons;
    int64_t fields[2][IMPORT_MAX_FIELDS]; /* changed, by entity - 1 and place */
};

/* Adds the rows of a decided batch. */
void import_totals_add(struct import_totals *totals, const struct import_batch *batch);

struct jsn *import_totals_write(struct arena *arena, const struct import_totals *totals);

/* Numbers by flag under their names, for programs; those that are 0 are left out. */
struct jsn *import_totals_flags(struct arena *arena, const int64_t *numbers);

/* The inverse; NULL json gives zeros. Reason codes are copied into the arena. */
void import_totals_read(struct arena *arena, const struct jsn *json, struct import_totals *out);

#endif
