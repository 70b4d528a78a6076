/* The stage "facts". Called by stages.c only. */
#ifndef LEADGEN_DOMAIN_PIPELINE_STAGE_FACTS_H
#define LEADGEN_DOMAIN_PIPELINE_STAGE_FACTS_H

#include "domain/pipeline/stage.h"

extern const struct stage stage_facts;

#endif
