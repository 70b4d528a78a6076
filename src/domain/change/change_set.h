/* A change set as people see it: who did what, when, from which source, to how many records. Called
 * by the pages of a change and of home. */
#ifndef LEADGEN_DOMAIN_CHANGE_SET_H
#define LEADGEN_DOMAIN_CHANGE_SET_H

#include <stdint.h>

#include "base/err.h"

struct change_set {
    int64_t change_set_id, at_ms;
    const char *kind, *source, *who; /* who NULL: the system */
    int64_t undoes, undone_by;       /* sets, or 0 */
    int64_t undoes_an_undo;          /* not 0: it cannot be undone itself */
    int64_t import_id;               /* the import that made it, or 0 */
    int64_t job_id;                  /* the job that made or makes it, or 0 */
    int64_t companies_created, companies_changed, companies_deleted;
    int64_t contacts_created, contacts_changed, contacts_deleted;
};

/* NOT_FOUND: none here. */
MUST_CHECK bool change_set_get(struct ctx *ctx, int64_t set_id, struct change_set *out);

/* Records of a set with their names, at most `limit`. */
struct change_record {
    int64_t entity, record_id, kind; /* enum change_kind */
    const char *label;
    bool deleted;
    int64_t into_id; /* what it was merged into, or 0 */
    const char *into_label;
};
MUST_CHECK bool change_set_records(struct ctx *ctx, int64_t set_id, int64_t limit,
                                   struct change_record **out, size_t *n);

/* The latest imports. */
struct change_import {
    int64_t import_id, at_ms, rows, created, updated, skipped, rejected;
    const char *filename, *state, *who;
};
MUST_CHECK bool change_set_imports(struct ctx *ctx, int64_t limit, struct change_import **out,
                                   size_t *n);

#endif
