/* What the pages of one record share: which fields stand together, its address, its head with badges.
 * Called by the handlers of web/record. */
#ifndef LEADGEN_WEB_RECORD_VIEW_H
#define LEADGEN_WEB_RECORD_VIEW_H

#include "domain/record/record.h"
#include "web/web.h"

/* Fields that are shown together, on the record and in its form. */
struct record_group {
    const char *label, *id;
    int places[12]; /* of the fields; -1 ends */
};
const struct record_group *record_view_groups(enum record_entity entity, size_t *n);

/* Path of a record: "/kestrel/companies/812". */
const char *record_view_path(struct page *pg, enum record_entity entity, int64_t record_id);

/* "?from=…&sort=…": the list that this request came from, to be handed on by links; or "". */
const char *record_view_tail(struct page *pg);

/* The same path with a part of it below and the tail: "/kestrel/companies/812/edit?field=city". */
const char *record_view_below(struct page *pg, const struct record *record, const char *below);

/* A value as people read it: names for ids and codes. */
const char *record_view_value(const struct record *record, const struct record_field *field,
                              const char *value);

/* Record.*: name, path, what it is about, badges. */
void record_view_head(struct page *pg, const struct record *record);

/* Record.tabs: how much is behind each. Asks for the numbers of timeline and notes. */
MUST_CHECK bool record_view_tabs(struct page *pg, const struct record *record);

/* Places.imports and the like: which pages of other rooms can be linked to. */
void record_view_places(struct page *pg);

#endif
