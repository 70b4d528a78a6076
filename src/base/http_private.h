/* What the parts of http share. */
#ifndef LEADGEN_BASE_HTTP_PRIVATE_H
#define LEADGEN_BASE_HTTP_PRIVATE_H

#include <curl/curl.h>

#include "base/http.h"

/* One line of the operator's file. */
struct http_own {
    const char *host; /* lower case */
    int port;
    const char *address; /* text, without brackets */
    int to_port;
    const char *line; /* as CURLOPT_CONNECT_TO wants it */
};

struct http_transfer {
    struct http *http;
    struct arena *arena;
    CURL *easy;
    struct http_answer *answer;
    struct curl_slist *headers, *connect_to;
    const struct http_own *own; /* the line for the asked host and port; NULL */
    const char *const *types;
    char *body;
    size_t size, max; /* of body */
    const char *lines[HTTP_HEADER_LINES_MAX];
    size_t header_bytes;
    bool blocked, turn, waiting, too_large, wrong_type;
    char error[CURL_ERROR_SIZE];
    struct http_transfer *previous, *next;
};

struct http {
    CURLM *multi;
    struct arena *arena;
    const char *agent;
    struct http_own *own;
    size_t n_own;
    struct http_limits limits;
    size_t running, turns;
    bool wake; /* a turn is free and somebody may be waiting for it */
    struct http_transfer *first;
    CURL **spare; /* handles to use again */
    size_t n_spare;
};

/* http_own.c: reads the operator's file into http->own. */
bool http_own_read(struct ctx *ctx, struct http *http, const char *path) MUST_CHECK;

/* The line for a host and port, or NULL. */
const struct http_own *http_own_find(const struct http *http, const char *host, int port);

/* http_transfer.c: sets up a handle for a request; what came in, taken from it at the end. */
void http_transfer_set(struct http_transfer *transfer, const struct http_request *request);
void http_transfer_end(struct http_transfer *transfer, CURLcode code);

#endif
