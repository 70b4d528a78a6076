/* The conflict check of a campaign: who cannot be reached, must not be, was contacted a short time ago, is
 * written to by others, does not fit, or would get a letter on a day off. What it finds is kept
 * (campaign_conflict.h). Values are compared by their codes, steps by those that are on, contacts by what
 * really went out (contact_touch). Called by the pages of campaigns, before generation and approval.
 *
 * Who is left out is not looked at; channels that somebody's steps skip and days on which they wait are
 * heeded, so what was put right is not found again. */
#ifndef LEADGEN_DOMAIN_CAMPAIGN_CHECK_H
#define LEADGEN_DOMAIN_CAMPAIGN_CHECK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "domain/pipeline/job.h"

enum { CAMPAIGN_CHECK_AT_ONCE = 2000 }; /* people; more is a job */

struct campaign_check {
    int64_t check_id, campaign_id, people, checked_ms;
    const char *who; /* NULL: the system */
    bool finished;
    int64_t job_id;                     /* of one that a job did or does; 0 */
    int64_t found, blocking, undecided; /* conflicts; blocking and undecided are open */
};

/* Checks the campaign at once, or by a job when it is large or one is at it already (*job_id, else 0).
 * NOT_FOUND; CONFLICT when the campaign is over. */
MUST_CHECK bool campaign_check_start(struct ctx *ctx, int64_t campaign_id, int64_t *check_id,
                                     int64_t *job_id);

/* NOT_FOUND. */
MUST_CHECK bool campaign_check_get(struct ctx *ctx, int64_t check_id, struct campaign_check *out);

/* The check under way, 0 for none. */
MUST_CHECK bool campaign_check_running(struct ctx *ctx, int64_t campaign_id, int64_t *check_id);

/* Those that ended, newest first. */
MUST_CHECK bool campaign_check_list(struct ctx *ctx, int64_t campaign_id, int64_t most,
                                    struct campaign_check **out, size_t *n);

/* The job kind "campaign_check"; its subject is the check. */
bool campaign_check_job(struct ctx *ctx, struct job *job);
bool campaign_check_dead(struct ctx *ctx, struct job *job, const char *reason);

#endif
