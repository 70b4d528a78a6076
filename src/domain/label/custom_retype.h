/* Another type for a custom field that has values already. Called by custom_field.c only. */
#ifndef LEADGEN_DOMAIN_CUSTOM_RETYPE_H
#define LEADGEN_DOMAIN_CUSTOM_RETYPE_H

#include "domain/label/custom_field.h"

enum { CUSTOM_RETYPE_MOST = 20000 /* different values that a type can be changed with */ };

/* Reads every value by the new type of `field` (its options too; a choice without any takes the values
 * as its options). *values gets the JSON of those that are written otherwise in the new type, NULL
 * when none is. INPUT on "type" when values do not fit or there are too many different ones. */
MUST_CHECK bool custom_retype(struct ctx *ctx, struct custom_field *field, const char **values);

#endif
