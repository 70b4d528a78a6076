/* What an undo left as it is, and why, in words. Written by change_undo.c, read by the page of a
 * change set and by the import's result. */
#ifndef LEADGEN_DOMAIN_CHANGE_KEPT_H
#define LEADGEN_DOMAIN_CHANGE_KEPT_H

#include "base/err.h"
#include "domain/change/change_restore.h"

struct change_kept {
    int64_t entity, record_id;
    const char *label;  /* the record's name */
    const char *fields; /* labels of the fields, or "the record" */
    const char *reason; /* a sentence */
    bool deleted;       /* the record is not there to be opened */
};

/* Notes what of a batch stays. */
MUST_CHECK bool change_kept_write(struct ctx *ctx, const struct change_batch *batch);

/* What an undo kept, at most `limit`, and *total of all. */
MUST_CHECK bool change_kept_list(struct ctx *ctx, int64_t undo_set_id, int64_t limit,
                                 struct change_kept **out, size_t *n, int64_t *total);

#endif
