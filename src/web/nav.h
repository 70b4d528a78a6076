/* The navigation: one table of places, in the order people see them. A place shows when its page
 * exists in the route table and the caller may open it. */
#ifndef LEADGEN_WEB_NAV_H
#define LEADGEN_WEB_NAV_H

#include "web/web.h"

/* Which places have a page; once per process, in `owner`. */
const bool *nav_available(struct arena *owner, const struct route *routes, size_t n_routes);

/* Fills Nav.sections.N.{label,items.M.{label,path,icon,current}}, Nav.short (the bottom bar),
 * Nav.user and Nav.sign_out (the user menu). */
void nav_fill(struct page *pg);

/* Adds to `list` the pages that the caller may open and whose name holds the folded text: places of
 * the navigation and what lies below them. Rows as of the navigation. */
void nav_find(struct page *pg, const char *folded, struct tree_list *list);

#endif
