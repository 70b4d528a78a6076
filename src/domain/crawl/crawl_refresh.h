/* The recurring task "page_refresh": sites whose pages are due for another look go through the
 * stages again, in a run of their own; pages that have been gone for 90 days are forgotten. Called
 * by the task registry. */
#ifndef LEADGEN_DOMAIN_CRAWL_CRAWL_REFRESH_H
#define LEADGEN_DOMAIN_CRAWL_CRAWL_REFRESH_H

#include "domain/pipeline/task.h"

MUST_CHECK bool crawl_refresh_task(struct ctx *ctx, struct task_run *run);

/* The task "site_lease_sweep": forgets web sites that nobody has asked for a day. */
MUST_CHECK bool crawl_refresh_sweep(struct ctx *ctx, struct task_run *run);

#endif
