#ifndef LEADGEN_DOMAIN_X_contact_CLASS_H
#define LEADGEN_DOMAIN_X_contact_CLASS_H
#include "domain/record/record_field.h"
void contact_class_of(struct arena *arena, const char *const *values, int16_t *codes);
#endif
