/* The parts of a large bulk action side by side, as job_lanes.h does it. Called by the job in bulk_run.c. */
#ifndef LEADGEN_DOMAIN_BULK_LANES_H
#define LEADGEN_DOMAIN_BULK_LANES_H

#include "domain/bulk/bulk_part.h"

/* Does the parts, as many as job->stop lets it begin, each once; *bulk counts what is done. A part that
 * fails ends the run: those that were not noted by then are as if they had not begun. CONFLICT with
 * job->lost set: as in job_begin. */
MUST_CHECK bool bulk_lanes_run(struct ctx *ctx, struct job *job, struct bulk *bulk,
                               struct bulk_part *parts, size_t n);

#endif
