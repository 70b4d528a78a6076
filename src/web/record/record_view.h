/* What the pages of one record show alike: its head, its facts with where they come from, its
 * timeline. Called by the handlers of web/record. */
#ifndef LEADGEN_WEB_RECORD_VIEW_H
#define LEADGEN_WEB_RECORD_VIEW_H

#include "domain/record/record.h"
#include "domain/record/record_history.h"
#include "web/web.h"

/* Fields that are shown together, on the record and in its form. */
struct record_group {
    const char *label, *id;
    int places[12]; /* of the fields; -1 ends */
};
const struct record_group *record_view_groups(enum record_entity entity, size_t *n);

/* Record.*: path, name, initials, what it is about, counts of its tabs. */
void record_view_head(struct page *pg, const struct record *record,
                      const struct record_history *history);

/* Groups.N.facts.M: what is known, each with its origin. */
void record_view_facts(struct page *pg, const struct record *record,
                       const struct record_history *history);

/* One fact below a node, as record_view_facts makes it. */
void record_view_fact(struct page *pg, struct tree *node, const struct record *record,
                      const struct record_history *history, size_t place);

/* Events.N: the newest `most` of what happened. */
void record_view_events(struct page *pg, const struct record *record,
                        const struct record_history *history, size_t most);

/* Places.imports and the like: which pages of other rooms can be linked to. */
void record_view_places(struct page *pg);

/* Path of a record: "/kestrel/companies/812". */
const char *record_view_path(struct page *pg, enum record_entity entity, int64_t record_id);

#endif
