/* The proposal in the making: what is known of each column while import_mapping_propose works.
 * Shared by the files of the mapping step only. */
#ifndef LEADGEN_DOMAIN_MAPPING_PLAN_H
#define LEADGEN_DOMAIN_MAPPING_PLAN_H

#include "domain/mapping/mapping_exports.h"
#include "domain/mapping/mapping_headers.h"
#include "domain/import/import_mapping.h"
#include "domain/mapping/mapping_shapes.h"

struct mapping_plan_column {
    const char *header;
    struct mapping_reading reading;            /* what the header says */
    struct mapping_shapes shapes;              /* what the values look like */
    const struct mapping_export_column *known; /* what the export format says, or NULL */
    /* the judgement */
    enum mapping_meaning meaning;
    enum mapping_whose whose;
    bool by_values;     /* the meaning comes from the values, not from the header */
    double confidence;  /* in the meaning */
    const char *target; /* wanted; NULL: none, "" leave out */
    const char *reason; /* NULL: the usual one */
    double order;       /* who gets a target that several want: the highest */
    bool done;
};

struct mapping_plan {
    struct arena *arena;
    const struct mapping_export *format;
    size_t n;
    struct mapping_plan_column *columns;
    enum record_entity entity; /* before mapping_entity_decide: as the person said, or 0 */
    double entity_confidence;
    const char *entity_reason;
};

/* mapping_evidence.c: header and values together. Sets meaning (from values where the header is
 * silent or refuted), by_values and confidence. */
void mapping_evidence_weigh(struct mapping_plan *plan, struct mapping_plan_column *column);

/* The usual reason: what the header means and how many values look like it. */
const char *mapping_evidence_reason(const struct mapping_plan *plan,
                                    const struct mapping_plan_column *column);

/* mapping_entity.c: decides what each row is about, then what ambiguous columns mean there. */
void mapping_entity_decide(struct mapping_plan *plan);
void mapping_entity_resolve(struct mapping_plan *plan);

/* mapping_assign.c: gives each target to one column, and says what happens to the others. */
void mapping_assign_targets(struct mapping_plan *plan, struct import_column *out);

/* The key of a custom field: the header in small letters, digits and "_"; of a header without any,
 * the column's place. At most 55 bytes, so that a number can be put behind it. */
const char *mapping_assign_key(struct arena *arena, const char *header, size_t place);

/* True when a column means `meaning` with some certainty; `but` is left out of account. */
bool mapping_plan_has(const struct mapping_plan *plan, enum mapping_meaning meaning,
                      const struct mapping_plan_column *but);

#endif
