/* What a company's facts say in the terms of the closed lists (record_code.h): industry, size,
 * region, revenue and what else lists are narrowed by. Called wherever a company is written
 * (record_class.c) and by its record page. Pure: asks nobody, guesses nothing from the name. */
#ifndef LEADGEN_DOMAIN_COMPANY_CLASS_H
#define LEADGEN_DOMAIN_COMPANY_CLASS_H

#include "base/arena.h"
#include "domain/record/record_code.h"
#include "domain/record/record_field.h"
#include "domain/record/record_quality.h"

/* Fills all codes from normalised values (COMPANY_N_FIELDS of them by place, NULL where empty). */
void company_class_of(struct arena *arena, const char *const *values,
                      int16_t codes[COMPANY_N_CODES]);

/* What the quality score is made of; fills up to `most` parts and returns how many there are. */
size_t company_class_quality_parts(struct arena *arena, const char *const *values,
                                   struct record_quality_part *parts, size_t most);

#endif
