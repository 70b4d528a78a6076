/* The end of a request: renders what the dispatcher left and writes it out with its headers. Called
 * by web_handle only. The one place that knows which error kind is which status. */
#ifndef LEADGEN_WEB_ANSWER_H
#define LEADGEN_WEB_ANSWER_H

#include "web/web.h"

/* Renders pg->reply. False: ctx->err says why nothing was made. */
struct answer;
MUST_CHECK bool answer_make(struct page *pg, int status, struct answer **out);

/* Renders the error page (or JSON, or a fragment for htmx) for ctx->err; always gives something. */
struct answer *answer_error(struct page *pg);

/* Writes headers and, unless the method is HEAD, the body. Returns the status. */
int answer_write(struct page *pg, const struct answer *answer, const struct http_out *out);

/* The status of an error. */
int answer_status(const struct page *pg);

#endif
