/* The facts of a record as its page shows them: value, what follows from it, where it comes from, how
 * it is edited. Called by the pages of one record. */
#ifndef LEADGEN_WEB_RECORD_FACT_H
#define LEADGEN_WEB_RECORD_FACT_H

#include "domain/record/record.h"
#include "domain/record/record_history.h"
#include "web/web.h"

/* Groups.N.facts.M: what is known or looked for, each with its origin; Groups.N.more: the rest. */
MUST_CHECK bool record_fact_show(struct page *pg, const struct record *record);

/* Fact: the one that was edited, and Others: those that changed with it (bits of the field table). */
MUST_CHECK bool record_fact_changed(struct page *pg, const struct record *record,
                                    const struct record_field *field, int64_t changed);

/* A fact's origin below its node. */
void record_fact_origin(struct page *pg, struct tree *node, const struct record_origin *origin);

/* Saved: what was saved, with the way to take it back. */
void record_fact_saved(struct page *pg, const struct record *record, const char *label,
                       int64_t set_id);

/* What changes on the page with any fact: head, tabs, next action, quality, timeline, and the message.
 * set_id 0: nothing was saved. */
MUST_CHECK bool record_fact_around(struct page *pg, const struct record *record, const char *label,
                                   int64_t set_id);

#endif
