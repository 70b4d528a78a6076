/* Import: what the mapping page offers beside the field table: the workspace's custom
 * fields. Also names a custom field that is made on the spot. */
#ifndef LEADGEN_DOMAIN_IMPORT_CHOICE_H
#define LEADGEN_DOMAIN_IMPORT_CHOICE_H

#include <stdint.h>

#include "domain/import/import_mapping.h"

struct import_custom_field {
    int64_t entity;
    const char *key, *label;
};
MUST_CHECK bool import_choice_custom(struct ctx *ctx, struct import_custom_field **rows, size_t *n);

/* Makes column `place` a new custom field of the entity, named `label` (empty: the header). The key
 * is one that no other column and no known field has. */
void import_choice_new_field(struct arena *arena, struct import_mapping *mapping, size_t place,
                             enum record_entity entity, const char *label,
                             const struct import_custom_field *known, size_t n_known);

#endif
