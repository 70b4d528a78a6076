/* THE registry of what the database says about people: every table with a text, what in it is
 * personal, how long that is kept and what makes it go. Erasing a record walks it; a test holds it
 * against the catalogue, so that no new column goes unseen. Called by the trash. */
#ifndef LEADGEN_DOMAIN_PRIVACY_H
#define LEADGEN_DOMAIN_PRIVACY_H

#include "base/db.h"
#include "domain/pipeline/task.h"
#include "domain/record/record_field.h"

enum { PRIVACY_SWEEP_DAYS = 3 };

struct privacy_table {
    const char *table;
    const char *personal; /* columns, a blank between: what may say something about a person */
    const char
        *plain;       /* the other columns of text, JSON or bytes: words, codes and names of ours */
    const char *kept; /* for people: how long, and what ends it */
    const struct sql
        *forget; /* $1 entity, $2 ids of erased records; NULL: nothing here is theirs, or it
                                 goes by time */
};

/* By name; *n gets their number. */
const struct privacy_table *privacy_tables(size_t *n);

/* Erases deleted records for good: their values, then by the registry all that tells of them. Others
 * among the ids stay. What of them stays is that they were there, and their numbers in sums. */
MUST_CHECK bool privacy_erase(struct ctx *ctx, enum record_entity entity, const int64_t *ids,
                              size_t n, int64_t *n_erased);

/* The tenant's part of a nightly task, in its transaction: what is too much to look for while somebody
 * waits, of records erased in the last PRIVACY_SWEEP_DAYS. */
MUST_CHECK bool privacy_sweep(struct ctx *ctx);

#endif
