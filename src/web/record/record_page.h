/* What every page of one record begins with. Called by the handlers of web/record. */
#ifndef LEADGEN_WEB_RECORD_PAGE_H
#define LEADGEN_WEB_RECORD_PAGE_H

#include "domain/order/record_order.h"
#include "domain/record/record.h"
#include "web/web.h"

/* The record of the address and the list one came from. First in the struct of such a page. */
struct record_where {
    int64_t id;
    const char *from, *sort, *dir; /* text of its filter, its order; see record_view_tail */
};

/* A member of the struct record_where at the head of `form`; its name is the member's alone. */
#define RECORD_WHERE_ITEM(form, member, kind, low, high, needed)                                   \
    {                                                                                              \
        .name = #member, .type = (kind), .offset = offsetof(form, where.member), .min = (low),     \
        .max = (high), .presence = (needed)                                                        \
    }
#define RECORD_WHERE(type)                                                                         \
    RECORD_WHERE_ITEM(type, id, PARAM_TYPE_ID, 1, INT64_MAX, REQUIRED),                            \
        RECORD_WHERE_ITEM(type, from, PARAM_TYPE_TEXT, 0, 12000, OPTIONAL),                        \
        RECORD_WHERE_ITEM(type, sort, PARAM_TYPE_TEXT, 0, RECORD_ORDER_NAME, OPTIONAL),            \
        RECORD_WHERE_ITEM(type, dir, PARAM_TYPE_TEXT, 0, 10, OPTIONAL)

/* Reads the record and shows its head. *answered: it is in the trash, and the page says so. NOT_FOUND:
 * no such record. */
MUST_CHECK bool record_page_open(struct page *pg, enum record_entity entity, int64_t record_id,
                                 struct record *record, bool *answered);

/* After a NOT_FOUND of what was sent about a record: somebody deleted it meanwhile. Gone.* says who, when
 * and the way back; *out has its name and nothing else. False: it never was; the error stands. */
MUST_CHECK bool record_page_lost(struct page *pg, enum record_entity entity, int64_t record_id,
                                 struct record *out);

/* The same as a whole answer, with what was typed: in the place of the fact of that name, or as a page. */
MUST_CHECK bool record_page_unsaved(struct page *pg, enum record_entity entity, int64_t record_id,
                                    const char *place, const char *typed);

#endif
