/* The stage "write": the messages of a campaign to a person, one for each step that can reach them. Only in
 * runs of its own, which generation.h starts. */
#ifndef LEADGEN_PIPELINE_STAGE_WRITE_H
#define LEADGEN_PIPELINE_STAGE_WRITE_H

#include "domain/pipeline/stage.h"

extern const struct stage stage_write;

#endif
