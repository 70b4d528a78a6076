/* What a run is asked to do, checked and completed: its stages in order with what they need, its records.
 * Called by pipeline_run.c and pipeline_gather.c. */
#ifndef LEADGEN_PIPELINE_CHOICE_H
#define LEADGEN_PIPELINE_CHOICE_H

#include "domain/pipeline/pipeline_run.h"

/* The chosen stages and all that they need, in the registry's order; added[i]: was not chosen. INPUT. */
MUST_CHECK bool pipeline_choice_stages(struct ctx *ctx, const struct pipeline_choice *choice,
                                       const struct stage **out, bool *added, size_t *n);

/* The chosen records, ascending; with a sample, as many by chance (the same for the same seed). INPUT. */
MUST_CHECK bool pipeline_choice_ids(struct ctx *ctx, const struct pipeline_choice *choice,
                                    int64_t seed, int64_t **ids, size_t *n);

#endif
