/* Import: what becomes of each row of a matched batch. Pure but for the batch it changes: no
 * database. The same code serves preview and run, so both say the same. */
#ifndef LEADGEN_DOMAIN_IMPORT_DECIDE_H
#define LEADGEN_DOMAIN_IMPORT_DECIDE_H

#include "domain/import/import_batch.h"

/* Gives every row of a contact file its company: a known one, or a new one that is written only if
 * a row turns out to need it. Before the contacts are looked up. */
MUST_CHECK bool import_decide_companies(struct ctx *ctx, struct import_batch *batch);

/* Gives every row its verdict and changes the batch's records accordingly, in the file's order. */
MUST_CHECK bool import_decide_rows(struct ctx *ctx, struct import_batch *batch);

#endif
