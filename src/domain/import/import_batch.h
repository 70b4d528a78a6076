/* Import: the records that one batch of rows is about, as they stand in the database (and, in a
 * preview, as the preview would leave them) plus those that the batch makes. import_match.c finds,
 * import_decide.c judges and changes, import_write.c writes. Nothing here outlives the batch. */
#ifndef LEADGEN_DOMAIN_IMPORT_BATCH_H
#define LEADGEN_DOMAIN_IMPORT_BATCH_H

#include "base/map.h"
#include "domain/import/import_entry.h"
#include "domain/import/import_plan.h"

/* A company or contact that exists or would be made. */
struct import_record {
    enum record_entity entity;
    int64_t id;         /* in a preview, of a record to be made: minus the number of its row */
    int64_t version;    /* as read */
    int64_t made_by;    /* row of this file that made it, 0 when it was there before */
    bool is_new;        /* made in this batch */
    bool wanted;        /* a row needs it: new ones that nobody wants are not written */
    bool keys_outdated; /* a field changed from which the keys are made */
    uint64_t changed;   /* bitmap of the fields that this batch changed */
    int64_t duplicate_of;
    const char *values[IMPORT_MAX_FIELDS]; /* as they are now; NULL is empty */
    const char *before[IMPORT_MAX_FIELDS]; /* as they were read */
    struct company_keys company_keys;
    struct contact_keys contact_keys;
    struct import_record *company; /* of a contact */
    const char *known_since;       /* day it was made, for people; NULL when new */
    const char *indexed_name;      /* the name key under which it was put last */
    struct import_record *next;    /* all records of the batch */
};

/* Records of one name, in the order in which they got it. */
struct import_name {
    struct import_record *record;
    struct import_name *next;
};

struct import_batch {
    bool preview;
    const struct import_plan *plan;
    const struct import_options *options;
    enum record_entity entity;
    struct import_entry *entries;
    size_t n_entries;

    struct import_record *records; /* newest first */
    struct map *company_by_id, *company_by_domain;
    struct map *contact_by_id, *contact_by_email, *contact_by_linkedin;
    struct map *company_by_name, *contact_by_name; /* of struct import_name */

    int64_t *company_ids, *contact_ids; /* fresh ids for a run */
    size_t n_company_ids, n_contact_ids, next_company_id, next_contact_id;

    int64_t *tag_ids; /* for the whole import; preview: made-up negative ids of new ones */
    size_t n_tag_ids;
    int64_t list_id;

    /* What the run keeps across batches. */
    void *run;
    int64_t (*line_of_row)(void *arg, int64_t row_no); /* line on which a row started */
    /* row of this file that made a record, 0: none */
    int64_t (*row_of_record)(void *run, enum record_entity entity, int64_t id);
    int64_t (*tag_of)(void *arg, const char *name); /* id of a tag named in a row */
};

/* An empty batch over the entries; maps are in ctx->arena. */
void import_batch_open(struct ctx *ctx, struct import_batch *batch, struct import_entry *entries,
                       size_t n_entries);

/* Adds a record under its id and keys. */
void import_batch_add(struct ctx *ctx, struct import_batch *batch, struct import_record *record);

/* A new record of the entity for the row, not yet wanted. */
struct import_record *import_batch_make(struct ctx *ctx, struct import_batch *batch,
                                        enum record_entity entity, int64_t row_no);

/* Sets a field of a record and keeps the bitmap; import_batch_settle comes after the last one. */
void import_batch_set(struct import_record *record, size_t place, const char *value);

/* Makes the keys of a changed record anew and puts it under them. entry (or NULL): the row that changed
 * it, whose keys it takes over when it has all its values from there. */
void import_batch_settle(struct ctx *ctx, struct import_batch *batch, struct import_record *record,
                         const struct import_entry *entry);

/* The key of contact_by_name: a person's name at a company (or at none). */
const char *import_batch_name_key(struct arena *arena, const struct import_record *company,
                                  const char *name_key);

#endif
