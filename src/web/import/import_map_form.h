/* The mapping form between what is stored and what is sent. The page always shows a struct import_map:
 * made from the stored choice, or as it was sent when something in it has to be corrected. */
#ifndef LEADGEN_WEB_IMPORT_MAP_FORM_H
#define LEADGEN_WEB_IMPORT_MAP_FORM_H

#include "domain/record/record.h"
#include "web/import/import_view.h"

struct import_map {
    int64_t id, version;
    const char *entity, *strategy, *country, *owner, *tags, *list;
    struct param_pairs target, label, type, field, constant_field, constant_value;
};

/* What a page offers to choose from. */
struct import_map_offer {
    struct import_custom_field *custom;
    size_t n_custom;
    struct record_owner *owners;
    size_t n_owners;
};

/* The value of a select that makes a new custom field of the entity. */
#define IMPORT_MAP_NEW_COMPANY "company.custom.+"
#define IMPORT_MAP_NEW_CONTACT "contact.custom.+"

MUST_CHECK bool import_map_offer_read(struct ctx *ctx, struct import_map_offer *out);

/* The form of the stored choice. */
void import_map_form_make(struct arena *arena, const struct import_mapping *mapping,
                          const struct import_options *options,
                          const struct import_map_offer *offer, struct import_map *out);

/* Puts what was sent over the stored mapping. INPUT on the field. */
MUST_CHECK bool import_map_form_mapping(struct ctx *ctx, const struct import_map *form,
                                        const struct import_map_offer *offer,
                                        struct import_mapping *mapping);
MUST_CHECK bool import_map_form_options(struct ctx *ctx, const struct import_map *form,
                                        const struct import_map_offer *offer,
                                        struct import_options *out);

/* The value of the pair named by a number, or `other`. */
const char *import_map_pair(const struct param_pairs *pairs, size_t number, const char *other);

#endif
