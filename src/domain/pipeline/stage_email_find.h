/* The stage "email_find". Listed in stages.c. */
#ifndef LEADGEN_PIPELINE_STAGE_EMAIL_FIND_H
#define LEADGEN_PIPELINE_STAGE_EMAIL_FIND_H

#include "domain/pipeline/stage.h"

extern const struct stage stage_email_find;

#endif
