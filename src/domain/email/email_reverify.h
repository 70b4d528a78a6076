/* The task "email_reverify": starts a run of the stage email_verify over addresses that were checked
 * longer ago than the tenant wants, and over those about which nobody could say anything. Once a day
 * for each tenant, the oldest first, a few thousand at most; never a second run beside the first. */
#ifndef LEADGEN_EMAIL_REVERIFY_H
#define LEADGEN_EMAIL_REVERIFY_H

#include "domain/pipeline/task.h"

enum { EMAIL_REVERIFY_AT_ONCE = 5000 };

MUST_CHECK bool email_reverify_task(struct ctx *ctx, struct task_run *run);

#endif
