/* The list that somebody came from to a record: the way back to it, and the records before and behind
 * in it. The list travels in the address as the text of its filter and its order (from, sort, dir).
 * Called by the pages of one record. */
#ifndef LEADGEN_WEB_RECORD_BESIDE_H
#define LEADGEN_WEB_RECORD_BESIDE_H

#include "domain/record/record.h"
#include "web/web.h"

/* Beside.*: addresses of the list, of the next and the previous record and of the place; nothing when
 * the address names no list. Asks nobody: which records those are is found when they are wanted. */
void record_beside_show(struct page *pg, const struct record *record);

#endif
