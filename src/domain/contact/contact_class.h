/* What a contact's facts say in the terms of the closed lists (record_code.h): seniority,
 * department, kind of e-mail address and what else lists are narrowed by. Called wherever a contact
 * is written (record_class.c) and by its record page. Pure: asks nobody. */
#ifndef LEADGEN_DOMAIN_CONTACT_CLASS_H
#define LEADGEN_DOMAIN_CONTACT_CLASS_H

#include "base/arena.h"
#include "domain/record/record_code.h"
#include "domain/record/record_field.h"
#include "domain/record/record_quality.h"

/* Fills all codes from normalised values (CONTACT_N_FIELDS of them by place, NULL where empty). */
void contact_class_of(struct arena *arena, const char *const *values,
                      int16_t codes[CONTACT_N_CODES]);

/* What the quality score is made of; fills up to `most` parts and returns how many there are. */
size_t contact_class_quality_parts(struct arena *arena, const char *const *values,
                                   struct record_quality_part *parts, size_t most);

#endif
