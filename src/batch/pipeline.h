/* What the commands pipeline and demo share: a run of the pipeline, from the command line. */
#ifndef LEADGEN_BATCH_PIPELINE_H
#define LEADGEN_BATCH_PIPELINE_H

#include "batch/batch.h"
#include "domain/pipeline/pipeline_run.h"

struct pipeline_wish {
    const char *slug;
    const char *list; /* name of a static list, all of whose records are meant; NULL: the filter */
    struct pipeline_choice choice; /* without stages: all of the entity's */
    bool estimate, json;
};

/* Starts the run, or with `estimate` only says what it would do, and prints that. The work itself is
 * the workers'. NOT_FOUND for a workspace or list that is not there, else as pipeline_run_start. */
MUST_CHECK bool pipeline_begin(struct batch *batch, struct pipeline_wish *wish);

#endif
