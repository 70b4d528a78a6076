/* The codes of a record as its column holds them. Called wherever a company or a contact is written:
 * import, forms, undo. Pure. */
#ifndef LEADGEN_DOMAIN_RECORD_CLASS_H
#define LEADGEN_DOMAIN_RECORD_CLASS_H

#include "domain/record/record_field.h"

/* The codes that follow from a record's values (by place, NULL where empty), as text for a
 * smallint[]. */
const char *record_class_codes(struct arena *arena, enum record_entity entity,
                               const char *const *values);

#endif
