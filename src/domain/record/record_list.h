/* Pages of companies and of contacts: sorted by a key, searched, narrowed to a tag, a list, a company
 * or what one change set did. Called by the list pages and the search. The one place that composes
 * SQL text, from constants only; values travel as parameters. */
#ifndef LEADGEN_DOMAIN_RECORD_LIST_H
#define LEADGEN_DOMAIN_RECORD_LIST_H

#include "base/err.h"
#include "domain/record/record_field.h"

enum record_sort { RECORD_BY_NAME, RECORD_BY_COMPANY, RECORD_BY_UPDATED, RECORD_BY_CREATED };

enum {
    RECORD_LIST_PAGE = 50,
    RECORD_LIST_COUNTED = 1000, /* totals up to here come with every page */
    RECORD_LIST_WORDS = 6
};

struct record_filter {
    enum record_entity entity;
    const char *search; /* words, each of which must be found; "" for all */
    int64_t tag, list;  /* ids, or 0 */
    int64_t company;    /* contacts of this company, or 0 */
    int64_t set;        /* records that this change set touched, or 0 */
    char did;           /* of those: only created 'c', or updated 'u'; 0: all */
};

struct record_list {
    struct record_filter filter;
    enum record_sort sort; /* RECORD_BY_COMPANY: of contacts */
    bool descending;
    const char *after, *before; /* cursor of the row to go on from, one of them or "" */
    size_t limit;
};

/* What a row shows. */
struct record_row {
    int64_t record_id, updated_ms;
    const char *label;
    const char *email;                                /* of both */
    const char *domain, *industry, *employees, *city; /* of companies */
    const char *country;                              /* of companies */
    const char *job_title, *phone, *company_name;     /* of contacts */
    int64_t company_id;
    const char *key; /* sort key */
};

struct record_page {
    struct record_row *rows;
    size_t n;
    const char *previous, *next; /* cursors, or NULL */
    int64_t total;               /* RECORD_LIST_COUNTED + 1: more than that */
};

/* One page. INPUT on "after" or "before" when the cursor is none of ours. */
MUST_CHECK bool record_list_read(struct ctx *ctx, const struct record_list *list,
                                 struct record_page *out);

/* How many match, counted to the end. */
MUST_CHECK bool record_list_count(struct ctx *ctx, const struct record_filter *filter,
                                  int64_t *total);

/* What a chip of the list says: the name of a tag or list, the source of a change set. kind is "Tag",
 * "List" or "Change". NOT_FOUND. */
MUST_CHECK bool record_list_chip(struct ctx *ctx, const char *kind, int64_t id, const char **name);

#endif
