/* The state of a list page: what its address and the caller's kept view say, and addresses that
 * differ from it in one point. Called by the handlers of web/list. The whole state is in the
 * address: filter pairs, sort, dir, after or before, cols, paged, smart. */
#ifndef LEADGEN_WEB_LIST_STATE_H
#define LEADGEN_WEB_LIST_STATE_H

#include "domain/list/list_names.h"
#include "domain/list/list_view.h"
#include "domain/query/record_column.h"
#include "domain/query/record_query.h"
#include "web/web.h"

/* As sent. */
struct list_sent {
    const char *sort, *dir, *after, *before, *cols, *part, *more, *smart;
    bool paged;
    struct param_pairs filter;
};

/* What an address of the list says; a copy with one member changed makes another address. */
struct list_address {
    const struct record_filter *filter;
    const struct record_order *order;
    bool descending;
    const char *cols;  /* columns, "" for those that the caller keeps */
    const char *more;  /* the facet shown to its end, or "" */
    const char *smart; /* number of the smart list that it was opened from, or "" */
    bool paged;        /* pages even with script */
};

struct list_state {
    enum record_entity entity;
    const struct list_sent *sent;
    struct record_filter filter;
    struct list_address here;
    struct list_view view;         /* as the caller keeps it */
    struct record_column *columns; /* shown, the name first */
    const char **widths;           /* of them: "narrow", "wide" or "" */
    size_t n_columns;
    const char *shown;         /* the same as text */
    const char *known_columns; /* of those that the address asks for, the ones that there are */
    struct list_names names;
};

/* Reads it all. INPUT with the name of what the address has wrong. */
MUST_CHECK bool list_state_read(struct page *pg, enum record_entity entity,
                                const struct list_sent *sent, struct list_state *out);

/* The filter of an address or a form. INPUT as record_filter_read. */
MUST_CHECK bool list_state_filter(struct page *pg, enum record_entity entity,
                                  const struct param_pairs *sent, struct record_filter *out);

/* "/kestrel/contacts". */
const char *list_state_path(struct page *pg, enum record_entity entity);

/* Path and query. The order is left out where it is the one that everybody begins with. */
const char *list_state_url(struct page *pg, const struct list_address *address);

/* "?from=…&sort=…&dir=…": what a record's address carries, so that its page knows the list one came
 * from. Fifty links of a long filter would weigh too much: they carry "?from=~", which stands for the
 * page that the link is followed from. */
const char *list_state_tail(struct page *pg, const struct list_address *address);

/* What "?from=~" stands for: the whole tail, of the list that the request says it was followed from;
 * "" when it says none. */
const char *list_state_came(struct page *pg, enum record_entity entity);

/* A page below the list that takes its filter and order: "/kestrel/contacts/export?…". */
const char *list_state_below(struct page *pg, const struct list_state *state, const char *page);

/* The same list narrowed by another filter. */
const char *list_state_narrowed(struct page *pg, const struct list_state *state,
                                const struct record_filter *filter);

#endif
