/* The words of the web ring: a process (struct web), a row of the route table (struct route) and a
 * page being made (struct page). web_handle turns a request into an answer and is all that fcgi.c
 * and the tests call. */
#ifndef LEADGEN_WEB_WEB_H
#define LEADGEN_WEB_WEB_H

#include <inttypes.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/conf.h"
#include "base/err.h"
#include "base/template.h"
#include "domain/account/auth.h"
#include "web/http.h"
#include "web/params.h"

/* PATCH, PUT and DELETE: of programs with a token only; pages send forms. DELETE has no body. */
enum method { GET = 1, POST, PATCH, PUT, DELETE };

/* Who may: the least a caller needs. The first two need no tenant in the path. */
enum need {
    OPEN,      /* anybody; only with the callers ANONYMOUS and SIGNED */
    LOGGED_IN, /* any user */
    MAY_READ,  /* viewer of the path's tenant */
    MAY_WRITE, /* editor */
    MAY_ADMIN, /* admin */
    SUPER      /* super admin; no tenant in the path */
};

/* How a caller shows who it is. CSRF follows from it and cannot be switched off. */
enum caller_kind {
    SESSION,  /* cookie; every POST carries the CSRF token; unknown parameters are refused */
    TOKEN,    /* Authorization: Bearer; cookies are ignored; errors are JSON */
    SIGNED,   /* signature of a link or webhook, which the handler checks (page_signature_ok);
                 unknown parameters are ignored */
    ANONYMOUS /* nobody yet (sign-in, reset link); POST carries a CSRF token of its own cookie */
};

/* Process pools; a process serves the rows of its pools only. */
enum pool { POOL_APP = 1, POOL_ADMIN = 2, POOL_PUBLIC = 4 };

struct page;

/* True: the reply is set. False: ctx->err says why. */
typedef bool page_fn(struct page *pg);

struct route {
    enum method method;
    const char *path; /* segments; {tenant} and {name} stand for one segment */
    page_fn *handler;
    const char *template; /* or NULL: the handler answers without one */
    const struct params *params;
    enum need need;
    enum caller_kind caller;
    enum pool pool;
    bool get_writes; /* a GET that may write: at most five rows, pool public, each with a test */
};

/* How callers are identified; main uses auth.h, tests of pages without a database their own. */
typedef bool web_auth_fn(struct ctx *ctx, const char *token_hash, const char *slug, bool read_only,
                         struct auth_caller *out, bool *found);

/* Has statements that a page is known to need travel with those that identify its caller (db_ahead). */
typedef bool web_ahead_fn(struct page *pg);

/* Says what is wrong with a page's address and how to go on (list_mend). False: it cannot say. */
typedef bool web_mend_fn(struct page *pg);

/* One process. */
struct web {
    struct arena *arena; /* of the request in hand */
    struct arena *owner; /* of the process */
    const struct conf *conf;
    struct db *db; /* NULL: not connected yet, or a test without database */
    struct templates *templates;
    const struct route *routes;
    size_t n_routes;
    unsigned pools;
    web_auth_fn *auth_session, *auth_token;
    web_ahead_fn *ahead; /* or NULL */
    web_mend_fn *mend;   /* or NULL */
    bool no_database;    /* tests: pages run without transactions */
    const bool *places;  /* which places of the navigation have a page */
};

/* Checks the route table against the templates and loads those; INPUT or BUG says what is wrong.
 * The members arena, owner, conf, routes, n_routes, pools and auth_* must be set. */
MUST_CHECK bool web_open(struct ctx *ctx, struct web *web);

/* Answers one request. Whatever happens, an answer is written, the transaction is over and the
 * arena is empty afterwards. Returns the status, for tests. */
int web_handle(struct web *web, const struct http_in *in, const struct http_out *out);

/* What a handler asks to be answered (set through reply.h). */
enum reply_kind {
    REPLY_NONE,
    REPLY_TEMPLATE,
    REPLY_REDIRECT,
    REPLY_FILE,
    REPLY_BYTES,
    REPLY_STREAM,
    REPLY_FORM, /* the form again, with errors; the transaction is committed */
    REPLY_BUSY  /* too many tries; committed too */
};

/* Hands an answer over piece by piece; false: the client is gone, or ctx->err says why. */
typedef bool reply_take_fn(void *arg, const char *bytes, size_t length);
typedef bool reply_stream_fn(struct page *pg, void *stream_arg, reply_take_fn *take, void *arg);

struct reply {
    enum reply_kind kind;
    const char *template;
    const char *location; /* of a redirect, or of the file for nginx */
    const char *type;     /* Content-Type */
    const char *file_name;
    const char *bytes;
    size_t length;
    const char *message; /* of REPLY_BUSY */
    int64_t retry_after; /* seconds */
    reply_stream_fn *stream;
    void *stream_arg;
    bool etag;           /* answer 304 when the client has it */
    const char *cookies; /* further Set-Cookie lines, each with CRLF */
};

/* A field of a form with something to correct. */
struct form_error {
    struct form_error *next;
    const char *field;
    const char *message;
};

/* The ways on from an address with something wrong in it; NULL where there is none. */
struct mended {
    const char *path, *label;        /* without what is wrong */
    const char *whole, *whole_label; /* without anything */
};

/* A page being made: what a handler gets. */
struct page {
    struct ctx *ctx;
    const struct auth_caller *caller; /* NULL with ANONYMOUS and SIGNED */
    const void *params;               /* the struct of the row's specification */
    struct tree *view;                /* values for the template */
    const char *base;                 /* "/kestrel" when the path names a tenant, else "" */
    const char *path;                 /* of the request, still percent-encoded */
    const struct route *route;
    const struct http_in *in;
    struct reply reply;

    /* Of the dispatcher and its helpers; handlers leave these alone. */
    struct web *web;
    const char *slug;       /* {tenant}, or "" */
    const char *token_hash; /* of the caller's session or API token */
    const char *secret;     /* session token or pre-session value; key of CSRF and flash; or "" */
    const char *request_id; /* shown on error pages, logged */
    struct param_set input; /* as sent */
    struct form_error *errors;
    /* While a form is shown again: what was sent and what is wrong with it, for forms whose fields
     * are too many for the frame to fill. NULL otherwise. */
    const struct param_set *sent;
    const struct form_error *sent_errors;
    const struct zone *zone; /* of the caller, read when first needed */
    struct mended mended;    /* with 400; errors has all that is wrong, if a list says it */
    int status;              /* when not 0, of the answer to an error */
    const char *allow;       /* with 405 */
    const char *sign_in;     /* with 401: where to sign in */
    bool session_gone;       /* a session cookie came that is no longer good */
    bool new_secret;         /* the pre-session cookie has to be set */
    bool signature_ok;       /* see page_signature_ok */
};

/* A SIGNED handler calls this once the signature is right; without it the answer is an error and
 * nothing is committed. */
void page_signature_ok(struct page *pg);

#endif
