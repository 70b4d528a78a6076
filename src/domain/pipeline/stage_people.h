/* The stage "people". See stage.h. */
#ifndef LEADGEN_PIPELINE_STAGE_PEOPLE_H
#define LEADGEN_PIPELINE_STAGE_PEOPLE_H

#include "domain/pipeline/stage.h"

extern const struct stage stage_people;

#endif
