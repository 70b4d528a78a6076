/* The stage "triage". Listed in stages.c. */
#ifndef LEADGEN_PIPELINE_STAGE_TRIAGE_H
#define LEADGEN_PIPELINE_STAGE_TRIAGE_H

#include "domain/pipeline/stage.h"

extern const struct stage stage_triage;

#endif
