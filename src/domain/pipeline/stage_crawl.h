/* The stage "crawl". Listed in stages.c. */
#ifndef LEADGEN_PIPELINE_STAGE_CRAWL_H
#define LEADGEN_PIPELINE_STAGE_CRAWL_H

#include "domain/pipeline/stage.h"

extern const struct stage stage_crawl;

#endif
