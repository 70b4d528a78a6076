/* The stage "score". Listed in stages.c. */
#ifndef LEADGEN_PIPELINE_STAGE_SCORE_H
#define LEADGEN_PIPELINE_STAGE_SCORE_H

#include "domain/pipeline/stage.h"

extern const struct stage stage_score;

#endif
