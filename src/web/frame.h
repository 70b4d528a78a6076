/* What every page shows around its content: caller, navigation, CSRF token, theme, flash message.
 * Called by the dispatcher before it renders a template. */
#ifndef LEADGEN_WEB_FRAME_H
#define LEADGEN_WEB_FRAME_H

#include "web/web.h"

/* A static file under the name that carries its content's fingerprint. */
struct static_file {
    const char *name; /* app_css: what templates call Static.app_css */
    const char *path; /* /static/app.1a2b3c4d5e6f.css */
};

/* Made at build time by static/fingerprint.sh; ends with a NULL name. */
extern const struct static_file static_table[];

/* Fills Page.*, Caller.*, Base, Csrf and, for whole pages, Nav.* and Flash.*. */
void frame_fill(struct page *pg, bool whole_page);

/* Fills templates_shared: Static.* (addresses of the fingerprinted files) and Version. */
void frame_share(struct tree *shared);

#endif
