/* Fetching over HTTP: many requests at the same time in one thread, each with limits on time, size and
 * kind, and none to an address of the own network unless the operator's file names it.
 * Called by batch work only; a web handler's ctx is refused. With http_*.c the only stem that includes
 * libcurl. It follows no redirect: the caller decides about each. */
#ifndef LEADGEN_BASE_HTTP_H
#define LEADGEN_BASE_HTTP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

/* How a request ended. */
enum http_end {
    HTTP_ANSWERED,  /* with any status */
    HTTP_DNS,       /* the name is not known */
    HTTP_CONNECT,   /* nobody answers there */
    HTTP_BLOCKED,   /* it leads into the own network: nothing was sent */
    HTTP_TLS,       /* no sound encryption: certificate, protocol */
    HTTP_TIMEOUT,   /* too slow */
    HTTP_TOO_LARGE, /* more than max_body, unpacked, or endless headers */
    HTTP_TYPE,      /* the answer is of none of the wanted types; its body was not read */
    HTTP_BROKEN,    /* no sound HTTP, or cut off before anything came */
    HTTP_ADDRESS,   /* no http or https address */
    HTTP_ENDS
};

/* "dns", "timeout", ...: for grouping and logs. */
const char *http_end_name(enum http_end end);

enum {
    HTTP_HEADERS_MAX = 64 * 1024, /* bytes of headers of one answer */
    HTTP_HEADER_LINES_MAX = 100,
    HTTP_SMALL_BODY = 256 * 1024 /* what every running request may hold; more needs a turn */
};

/* One request. Zero means: as written. Texts must live until it has ended. */
struct http_request {
    const char *url;
    const char *method;         /* GET */
    const char *const *headers; /* "Name: value", ends with NULL; may be NULL */
    const char *body;           /* may be NULL */
    size_t body_length;
    const char *etag, *modified; /* of what the caller has: a 304 says that it is the same */
    const char *const *types;    /* beginnings of wanted Content-Types, ends with NULL; any */
    size_t max_body;             /* 2 MB */
    int connect_seconds;         /* 10 */
    int seconds;                 /* 30: for the whole */
    void *own;                   /* the caller's */
};

/* What came of it. */
struct http_answer {
    enum http_end end;
    const char *message;         /* for people, when it is not HTTP_ANSWERED */
    const char *url;             /* that was asked */
    int status;                  /* 0 when nothing came */
    const char *location;        /* of a redirect, absolute; NULL */
    const char *content_type;    /* "" when none was sent */
    const char *etag, *modified; /* NULL when none was sent */
    const char *const *headers;  /* "Name: value" */
    size_t n_headers;
    const char *body; /* unpacked, NUL-terminated; "" when nothing came */
    size_t length;
    bool cut;              /* the server ended before the length it had announced */
    int64_t retry_seconds; /* Retry-After; 0: none */
    double took;           /* seconds */
    void *own;             /* of the request */
};

/* A client: connections, handles, limits. Belongs to an arena. */
struct http;

struct http_limits {
    size_t running; /* requests at the same time; 64 */
    size_t turns;   /* of them, how many may hold more than HTTP_SMALL_BODY; 12 */
};

/* A new client that calls itself "leadgen/VERSION (+URL)". ctx->conf->resolve, when set, is a file
 * of lines "host:port:address" or "host:port:address:port2": a connection to that host and port goes
 * there, and may. BUG in a web handler. INPUT: the file cannot be read; the message says the line. */
bool http_open(struct ctx *ctx, struct arena *arena, const struct http_limits *limits,
               struct http **out) MUST_CHECK;

/* True when the operator's file names the host: it is the operator's own. */
bool http_is_own(const struct http *http, const char *host);

/* Starts a request; its answer will live in `arena`. With as many running as the limits allow, call
 * http_next first (BUG). */
bool http_start(struct ctx *ctx, struct http *http, struct arena *arena,
                const struct http_request *request) MUST_CHECK;

/* Requests that run, and how many more may. */
size_t http_running(const struct http *http);
size_t http_room(const struct http *http);

/* Waits at most `milliseconds` until a request has ended; *out is NULL when none has. UNAVAILABLE: the
 * network of this machine does not work. */
bool http_next(struct ctx *ctx, struct http *http, int milliseconds,
               struct http_answer **out) MUST_CHECK;

/* Gives up all that runs: no answers come any more. */
void http_stop(struct http *http);

/* One request alone: starts it and waits. Nothing else may run on the client. */
bool http_fetch(struct ctx *ctx, struct http *http, struct arena *arena,
                const struct http_request *request, struct http_answer **out) MUST_CHECK;

#endif
