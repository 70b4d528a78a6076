/* Merging two companies or two contacts into one: the one that stays gets the values that a person
 * chose, and all tags, lists, further addresses and numbers of both; people and kept duplicates of the
 * one that goes are then its own. One change set, which an undo takes back exactly. Old addresses of the
 * one that went lead to the one that stays (merge_into). Called by the pages of merging. */
#ifndef LEADGEN_DOMAIN_MERGE_H
#define LEADGEN_DOMAIN_MERGE_H

#include "base/err.h"
#include "domain/record/record.h"

/* What both records say, to choose from. */
struct merge {
    struct record stays, goes;
    int64_t differing; /* bits of the fields with two values to choose from */
    int64_t proposed;  /* those of them where the one that stays says nothing */
    int64_t joined;    /* bits of the fields that keep both: tags, further addresses, notes */
};

/* NOT_FOUND: one of them is not here; INPUT: they are the same record. */
MUST_CHECK bool merge_read(struct ctx *ctx, enum record_entity entity, int64_t stays, int64_t goes,
                           struct merge *out);

/* Merges; `take`: bits of the fields whose value comes from the one that goes. *moved: how many people
 * changed the company. CONFLICT on a field: a third record has that key. */
MUST_CHECK bool merge_do(struct ctx *ctx, const struct merge *merge, int64_t take, int64_t *set_id,
                         int64_t *moved);

/* What a record that is not there any more was merged into. */
MUST_CHECK bool merge_into(struct ctx *ctx, enum record_entity entity, int64_t record_id,
                           int64_t *into, bool *found);

/* Records to merge one with: those that have all words of `search`, or with "" its namesakes. */
MUST_CHECK bool merge_find(struct ctx *ctx, enum record_entity entity, int64_t record_id,
                           const char *search, int64_t limit, struct record_twin **out, size_t *n);

#endif
