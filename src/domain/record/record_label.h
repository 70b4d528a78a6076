/* Tags, lists and custom fields of one record: read with names, colours and origins, and changed one
 * at a time. Called by the pages of one record. */
#ifndef LEADGEN_DOMAIN_RECORD_LABEL_H
#define LEADGEN_DOMAIN_RECORD_LABEL_H

#include "domain/label/custom_field.h"
#include "domain/label/label.h"
#include "domain/record/record.h"
#include "domain/record/record_history.h"

struct record_label {
    int64_t kind; /* enum label_kind */
    int64_t id;
    const char *name, *colour;
};

/* Both kinds, each by name. */
MUST_CHECK bool record_label_read(struct ctx *ctx, const struct record *record,
                                  struct record_label **out, size_t *n);

/* Puts the label of that name on the record; a new one when there is none. *set_id as in
 * record_update; it stays 0 when the record has it already. NOT_FOUND; INPUT on "add". */
MUST_CHECK bool record_label_add(struct ctx *ctx, enum record_entity entity, int64_t record_id,
                                 enum label_kind kind, const char *name, int64_t *set_id);

/* Takes it off. NOT_FOUND: no such record. */
MUST_CHECK bool record_label_remove(struct ctx *ctx, enum record_entity entity, int64_t record_id,
                                    enum label_kind kind, int64_t id, int64_t *set_id);

/* What the record holds when it has the labels of those names and no others: the ids as record_update
 * takes them, NULL for none. New ones are made. `now` is what it holds (NULL: none); its order stays.
 * INPUT on "tags" or "lists". */
MUST_CHECK bool record_label_ids(struct ctx *ctx, enum label_kind kind, const char *const *names,
                                 size_t n, const char *now, const char **ids);

/* A custom field with the record's value (NULL: none) and where that comes from. */
struct record_custom_value {
    const struct custom_field *field;
    const char *value, *shown;
    struct record_origin origin;
};

/* All fields of the entity in order of display. */
MUST_CHECK bool record_label_custom(struct ctx *ctx, const struct record *record,
                                    struct record_custom_value **out, size_t *n);

/* Writes one value ("" empties it). `version` as in record_update. *set_id stays 0 when nothing
 * changes. NOT_FOUND: no such record or field; INPUT on "value"; CONFLICT. */
MUST_CHECK bool record_label_custom_write(struct ctx *ctx, enum record_entity entity,
                                          int64_t record_id, const char *key, const char *text,
                                          int64_t version, int64_t *set_id);

#endif
