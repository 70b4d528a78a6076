/* Running the queries that wait: asking the source, sifting, asking the sites found, keeping. One job a
 * workspace, which can be cancelled and goes on where it was. Called by the queue of jobs. */
#ifndef LEADGEN_DOMAIN_DISCOVERY_RUN_H
#define LEADGEN_DOMAIN_DISCOVERY_RUN_H

#include "domain/pipeline/job.h"

/* The job kind "discover". */
bool discovery_job(struct ctx *ctx, struct job *job);

#endif
