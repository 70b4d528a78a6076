/* How a handler answers. Each handler ends with one of these; the dispatcher renders or redirects
 * after the transaction is committed. */
#ifndef LEADGEN_WEB_REPLY_H
#define LEADGEN_WEB_REPLY_H

#include "web/web.h"

/* The row's template with the values of pg->view. */
MUST_CHECK bool reply_template(struct page *pg);

/* A fragment ("contact/contact_rows.part.cs") without the frame, for htmx. */
MUST_CHECK bool reply_part(struct page *pg, const char *template);

/* 303 to a path of ours: "/%s/contacts/%" PRId64. Only %s (percent-encoded as one segment or value)
 * and PRId64 are understood; see view_url. */
MUST_CHECK bool reply_redirect(struct page *pg, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* 303 to a path made before (view_url) or taken from a parameter: anything that does not lead to
 * this site goes to the start page instead. */
MUST_CHECK bool reply_redirect_to(struct page *pg, const char *path);

/* A file below LEADGEN_FILES, sent by nginx as a download named `name`. `stored` is relative. */
MUST_CHECK bool reply_file(struct page *pg, const char *stored, const char *name, const char *type);

/* Bytes as they are. The bytes live in the arena. */
MUST_CHECK bool reply_bytes(struct page *pg, const char *type, const char *bytes, size_t length);

/* A download named `name` that is made while it is sent, of any length in flat memory. `stream` runs
 * after the handler, in the same transaction; of a GET only. */
MUST_CHECK bool reply_stream(struct page *pg, const char *name, const char *type,
                             reply_stream_fn *stream, void *stream_arg);

/* The same form again with `message` at `field` ("" for the form as a whole). Unlike an INPUT error
 * this commits what the handler did: a counted failure stays counted. */
MUST_CHECK bool reply_form_error(struct page *pg, const char *field, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* 429, committed. `seconds` until another try makes sense. */
MUST_CHECK bool reply_too_many(struct page *pg, int64_t seconds, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Adds an ETag, answers 304 when the client has the same bytes: for what is polled. */
void reply_etag(struct page *pg);

/* A message on the next page ("ok", "info", "warn" or "bad"), for redirects. `label` and `path` add
 * a link; NULL for none. */
void reply_flash(struct page *pg, const char *kind, const char *message, const char *label,
                 const char *path);

/* The same with a button that takes a change set back and returns to that page. */
void reply_flash_undo(struct page *pg, const char *kind, const char *message, int64_t set_id);

/* Starts or ends the session cookie. seconds 0: until the browser closes. */
void reply_session(struct page *pg, const char *token, int64_t seconds);
void reply_session_end(struct page *pg);

/* Names of our cookies: with the port, so that two copies on one host keep apart. */
const char *reply_cookie_name(const struct page *pg, const char *what);

/* Adds a Set-Cookie line; seconds 0 until the browser closes, below 0 deletes it. */
void reply_cookie(struct page *pg, const char *what, const char *value, int64_t seconds);

/* The flash message that came with this request, if it is ours; fills Flash.* of the view and
 * deletes the cookie. Called by the frame. */
void reply_flash_show(struct page *pg);

#endif
