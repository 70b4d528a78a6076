/* Web search by any service that answers JSON, as described in its settings: where to ask, with which
 * headers, and where in the answer the results stand. Builds requests and reads answers; calls nobody.
 * Pure. Called by discovery and by the test of a provider. */
#ifndef LEADGEN_DOMAIN_PROVIDER_SEARCH_JSON_H
#define LEADGEN_DOMAIN_PROVIDER_SEARCH_JSON_H

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

enum {
    SEARCH_HEADERS_MOST = 8,
    SEARCH_HITS_MOST = 100,
    SEARCH_PAGES_MOST = 10,
    SEARCH_TITLE_MOST = 300,
    SEARCH_SNIPPET_MOST = 500,
    SEARCH_ANSWER_MAX = 4 * 1024 * 1024 /* bytes */
};

/* {query}, {count}, {key} and the place of a page of results ({page} counts pages from 1, {page0} from 0,
 * {offset} results from 0) stand for values in path, headers and body; each is encoded for where it
 * stands. */
struct search_service {
    const char *base_url; /* "https://api.example.com": scheme and host, a path too */
    const char *path;     /* "/search?q={query}&count={count}" */
    const char *headers[SEARCH_HEADERS_MOST]; /* "X-Key: {key}" */
    size_t n_headers;
    const char *body;                             /* JSON of a POST; "" asks with GET */
    const char *results, *link, *title, *snippet; /* keys, with dots: "web.results", "url" */
    int64_t count;                                /* results of a page, 1 to 100 */
    int64_t pages;                                /* pages of a search, at most; 1 to 10 */
};

/* Services that are known: settings to begin with; the last one has no name. */
struct search_preset {
    const char *name, *label, *base_url, *settings;
};
extern const struct search_preset search_presets[];

/* The address of a service: http or https, no query. INPUT on "base_url". */
MUST_CHECK bool search_json_base(struct ctx *ctx, const char *base_url);

/* Reads settings (JSON) and checks them. INPUT with the field. */
MUST_CHECK bool search_json_read(struct ctx *ctx, const char *base_url, const char *settings,
                                 struct search_service *out);

/* The settings as JSON. */
const char *search_json_write(struct arena *arena, const struct search_service *service);

struct search_request {
    const char *url;
    const char *const *headers; /* "Name: value" */
    size_t n_headers;
    const char *body; /* NULL: GET */
};
/* `page` counts from 0; key "" when there is none. */
void search_json_request(struct arena *arena, const struct search_service *service, const char *key,
                         const char *query, int64_t page, struct search_request *out);

struct search_hit {
    const char *url, *title, *snippet; /* title and snippet "" when there are none */
};
/* The results of an answer in order, http and https only. INPUT: it is no answer of a search. */
MUST_CHECK bool search_json_answer(struct ctx *ctx, const struct search_service *service,
                                   const char *bytes, size_t length, struct search_hit **hits,
                                   size_t *n_hits);

#endif
