/* Records as JSON: written for programs, and read from what they send. Called by the handlers of
 * /api/v1. Names of members are those of the field table; codes are names of record_code.h. */
#ifndef LEADGEN_WEB_API_JSON_H
#define LEADGEN_WEB_API_JSON_H

#include "base/json.h"
#include "domain/label/custom_record.h"
#include "domain/query/record_dimension.h"
#include "domain/record/record.h"
#include "web/web.h"

/* "2026-11-21T09:30:05.123Z" */
const char *api_json_time(struct arena *arena, int64_t ms);

/* Sets a time, null for 0; an id, null for 0. */
void api_json_when(struct arena *arena, struct jsn *object, const char *key, int64_t ms);
void api_json_id(struct arena *arena, struct jsn *object, const char *key, int64_t id);

/* Names with a comma between them, as an array. */
struct jsn *api_json_names(struct arena *arena, const char *names);

/* A record with all its facts. */
struct jsn *api_json_record(struct arena *arena, const struct record *record);

/* What a program sends to create or change a record. */
struct api_change {
    int64_t mask;                           /* bits of the fields that were sent */
    const char *values[RECORD_MOST_FIELDS]; /* normalised, by place; NULL empties */
    const char *company; /* of a contact: domain or name, "" for none; NULL: not sent */
    int64_t version;     /* 0: not sent */
    bool keep_both;
    struct custom_text *custom; /* custom fields that were sent, as texts */
    size_t n_custom;
    const char **labels[2]; /* names by enum label_kind; NULL: not sent */
    size_t n_labels[2];
};

/* Reads a body. INPUT names the member: unknown, of the wrong type, not a value of the field. */
MUST_CHECK bool api_json_read(struct page *pg, enum record_entity entity, struct span body,
                              struct api_change *out);

/* Puts what was sent of custom fields, tags and lists among the values; `record` is the one they belong
 * to, for a new one with its entity alone. New tags and lists are made, so call it when all else is
 * right. INPUT on "custom.<key>", "tags" or "lists". */
MUST_CHECK bool api_json_own(struct page *pg, const struct record *record,
                             struct api_change *change);

/* Whether a record says what a filter's class of it is: classes that are no fact of its own. */
bool api_json_classed(enum record_entity entity, const struct record_dimension *dimension);

/* Answers with a value; with {"items": …}; with {"deleted": id}. */
MUST_CHECK bool api_json_reply(struct page *pg, int status, const struct jsn *value);
MUST_CHECK bool api_json_items(struct page *pg, struct jsn *items);
MUST_CHECK bool api_json_gone(struct page *pg, int64_t id);

#endif
