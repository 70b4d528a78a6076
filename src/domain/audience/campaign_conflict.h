/* What a conflict check found, kept as the report of the campaign: whom it is about, how bad it is, and
 * what people do about it: one click that puts it right (and can be undone), or accepting it with a
 * reason. Made by campaign_check.c; called by the pages of campaigns and the approval gate. */
#ifndef LEADGEN_DOMAIN_CAMPAIGN_CONFLICT_H
#define LEADGEN_DOMAIN_CAMPAIGN_CONFLICT_H

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

enum { CAMPAIGN_CONFLICT_REASON = 500 };
enum campaign_severity { CAMPAIGN_INFO = 1, CAMPAIGN_WARNING, CAMPAIGN_BLOCKS };

/* What was found, before it has words. NULL where a kind has no such fact. */
struct campaign_finding {
    int64_t conflict_id, severity;
    const char *kind; /* of the column */
    const char *who, *way, *tone, *basis, *country, *campaign, *day, *until, *name, *step;
    const char *position, *reason, *hours;
};

/* The title, and a sentence without the number of people. `today`: days since 1970. Pure. */
void campaign_conflict_words(struct arena *arena, const struct campaign_finding *finding,
                             int64_t today, const char **title, const char **detail);

struct campaign_conflict {
    int64_t conflict_id, check_id, campaign_id, severity, people, step_id;
    const char *kind, *title, *detail;
    const char *fix;   /* exclude, wait, skip_channel, move_step; NULL: none by one click */
    const char *state; /* open, fixed, accepted */
    const char *accepted_reason, *who; /* NULL */
    const char *way, *until;           /* what the fix needs; NULL */
    int64_t decided_ms;
};

/* The worst first. */
MUST_CHECK bool campaign_conflict_list(struct ctx *ctx, int64_t check_id,
                                       struct campaign_conflict **out, size_t *n);

/* NOT_FOUND. */
MUST_CHECK bool campaign_conflict_get(struct ctx *ctx, int64_t conflict_id,
                                      struct campaign_conflict *out);

/* "Wait until 9 December 2026"; NULL without a fix. */
const char *campaign_conflict_fix_label(struct arena *arena,
                                        const struct campaign_conflict *conflict);

/* Puts it right for all its people. CONFLICT: decided already, of an older check, no fix, or the
 * campaign's state does not allow it; NOT_FOUND. */
MUST_CHECK bool campaign_conflict_fix(struct ctx *ctx, int64_t conflict_id);

/* Takes a fix or an acceptance back. As above. */
MUST_CHECK bool campaign_conflict_undo(struct ctx *ctx, int64_t conflict_id);

/* Lives with it. INPUT on "reason": 3 to 500 characters; CONFLICT, NOT_FOUND. */
MUST_CHECK bool campaign_conflict_accept(struct ctx *ctx, int64_t conflict_id, const char *reason);

#endif
