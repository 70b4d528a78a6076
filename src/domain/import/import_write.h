/* Import: writes a decided batch: records, change log, ledger, in the caller's transaction. */
#ifndef LEADGEN_DOMAIN_IMPORT_WRITE_H
#define LEADGEN_DOMAIN_IMPORT_WRITE_H

#include "domain/import/import_batch.h"

struct import_target_of_write {
    int64_t tenant_id, import_id;
    int64_t change_set_id; /* 0 in a preview */
    const char *at;        /* time of the change set or import: one for all rows */
    void (*meanwhile)(
        void *arg); /* work without database, done while the server inserts; or NULL */
    void *arg;
};

/* Makes the temporary tables of this connection; for a preview also what it remembers, empty. */
MUST_CHECK bool import_write_ready(struct ctx *ctx, bool preview);

/* Writes the batch. A preview writes the ledger and remembers what later rows must see. CONFLICT:
 * somebody else changed or made one of the records since they were read: read the batch again. */
MUST_CHECK bool import_write_batch(struct ctx *ctx, const struct import_batch *batch,
                                   const struct import_target_of_write *to);

#endif
