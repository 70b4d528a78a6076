/* The stage "email_verify". Listed in stages.c. */
#ifndef LEADGEN_PIPELINE_STAGE_EMAIL_VERIFY_H
#define LEADGEN_PIPELINE_STAGE_EMAIL_VERIFY_H

#include "domain/pipeline/stage.h"

extern const struct stage stage_email_verify;

#endif
