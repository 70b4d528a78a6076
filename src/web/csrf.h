/* Cross-site request forgery: the token of forms, and the check of every POST that a cookie could
 * carry. Called by the dispatcher and the frame; pages print Csrf through the macro csrf() and do
 * nothing else. The token is a keyed hash of the session's secret, so it needs no storage and dies
 * with the session. */
#ifndef LEADGEN_WEB_CSRF_H
#define LEADGEN_WEB_CSRF_H

#include "base/arena.h"
#include "web/web.h"

/* The form field; the header is X-CSRF-Token. */
#define CSRF_FIELD "csrf"

/* The token of this page's caller. */
char *csrf_token(const struct page *pg);

/* DENIED when the request comes from another site or `sent` is not the caller's token. */
MUST_CHECK bool csrf_check(struct page *pg, const char *sent);

#endif
