/* A record that is in the trash, as far as its address is still known. Called by the pages of one
 * record when it is not there. */
#ifndef LEADGEN_DOMAIN_RECORD_GONE_H
#define LEADGEN_DOMAIN_RECORD_GONE_H

#include "base/err.h"
#include "domain/record/record_field.h"

struct record_gone {
    const char *label;
    int64_t set_id; /* the change set that deleted it; 0: nobody wrote it down */
    int64_t at_ms;
    const char *who; /* NULL: the system */
    const char *set_kind, *source;
};

/* *found false: it never was, or is there. */
MUST_CHECK bool record_gone_read(struct ctx *ctx, enum record_entity entity, int64_t record_id,
                                 struct record_gone *out, bool *found);

#endif
