/* One request and its answer, free of any server: fcgi.c fills these from FastCGI, tests from a
 * table. Texts are "" when the header is absent, never NULL. */
#ifndef LEADGEN_WEB_HTTP_H
#define LEADGEN_WEB_HTTP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct http_in {
    const char *method;
    const char *path;  /* as sent, still percent-encoded, without the query */
    const char *query; /* without '?' */
    const char *scheme, *host, *remote_addr;
    const char *cookie, *authorization, *content_type, *if_none_match;
    const char *origin, *fetch_site, *referer, *user_agent;
    const char *csrf_token; /* X-CSRF-Token */
    const char *server;     /* the web server in front, "nginx/1.22.1" */
    const char *request_id; /* made by the server, or "" */
    bool hx_request;        /* htmx asks */
    int64_t content_length; /* -1: unknown */
    /* Reads up to `size` bytes of the body; 0 at its end. May be NULL: no body. */
    size_t (*read)(void *arg, char *bytes, size_t size);
    void *arg;
};

struct http_out {
    /* Takes the answer in CGI form (Status and other headers, empty line, body), piece by piece;
     * false when the client is gone. */
    bool (*write)(void *arg, const char *bytes, size_t length);
    void *arg;
};

#endif
