/* The campaign of the demo workspace: a sender, an offer and two steps at once; its people and messages
 * by a job, once the first run over the demo's web sites has found out who works there and what the
 * companies say of themselves. Called by leadgen-batch demo; the job by a worker. */
#ifndef LEADGEN_DOMAIN_CAMPAIGN_DEMO_H
#define LEADGEN_DOMAIN_CAMPAIGN_DEMO_H

#include "domain/pipeline/job.h"

/* Makes the campaign and puts the job into the queue, in the tenant of the open transaction. */
MUST_CHECK bool campaign_demo_begin(struct ctx *ctx);

/* The job kind "campaign_demo"; its subject is the campaign. CONFLICT, to be tried again: the run is not
 * done. Does nothing with a campaign that somebody has moved on from draft or filled already. */
bool campaign_demo_job(struct ctx *ctx, struct job *job);

#endif
