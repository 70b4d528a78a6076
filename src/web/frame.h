/* What every page shows around its content: caller, navigation, CSRF token, theme, flash message.
 * Called by the dispatcher before it renders a template. */
#ifndef LEADGEN_WEB_FRAME_H
#define LEADGEN_WEB_FRAME_H

#include "web/web.h"

/* Fills Page.*, Caller.*, Base, Csrf and, for whole pages, Nav.* and Flash.*. */
void frame_fill(struct page *pg, bool whole_page);

/* Fills templates_shared: Static.* (addresses of the fingerprinted files) and Version. */
void frame_share(struct tree *shared);

#endif
