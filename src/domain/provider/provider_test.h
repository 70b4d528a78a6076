/* Testing an outside service as its admin set it up: a job, for pages call nobody. Called by the settings
 * page and the queue of jobs. */
#ifndef LEADGEN_DOMAIN_PROVIDER_TEST_H
#define LEADGEN_DOMAIN_PROVIDER_TEST_H

#include "domain/pipeline/job.h"

/* Puts a test into the queue. NOT_FOUND. */
MUST_CHECK bool provider_test(struct ctx *ctx, int64_t provider_id);

/* The job kind "provider_test"; its subject is the service. What it finds stands in the service's row. */
bool provider_test_job(struct ctx *ctx, struct job *job);

#endif
