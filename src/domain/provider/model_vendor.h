/* The ways in which services are asked for a letter and answer: one model_<vendor>.c for each. Pure: they
 * build requests and read answers. Called by model.c. */
#ifndef LEADGEN_DOMAIN_PROVIDER_MODEL_VENDOR_H
#define LEADGEN_DOMAIN_PROVIDER_MODEL_VENDOR_H

#include <stddef.h>

#include "domain/provider/model_settings.h"

enum {
    MODEL_HEADERS_MOST = 4,
    MODEL_CITATIONS_MOST = 50,
    MODEL_ANSWER_MAX = 2 * 1024 * 1024 /* bytes */
};

struct model_request {
    const char *url;
    const char *headers[MODEL_HEADERS_MOST + 1]; /* "Name: value", ends with NULL */
    const char *body;
};

/* How the model ended. */
enum model_stop {
    MODEL_DONE,
    MODEL_LENGTH, /* out of tokens: what it wrote is not whole */
    MODEL_REFUSAL /* it does not want to */
};

/* What the service looked up for the answer. */
struct model_citation {
    const char *url, *title, *snippet; /* "" when there is none */
};

struct model_raw {
    const char *text; /* what the model wrote; "" when nothing */
    enum model_stop stop;
    struct model_usage usage;
    struct model_citation *citations;
    size_t n_citations;
};

struct model_vendor {
    const char *kind;
    void (*request)(struct arena *arena, const char *base_url,
                    const struct model_settings *settings, const char *key, const char *system,
                    const char *user, struct model_request *out);
    /* INPUT: it is no answer of such a service. */
    bool (*answer)(struct ctx *ctx, const char *bytes, size_t length, struct model_raw *out);
};
extern const struct model_vendor model_anthropic, model_openai, model_perplexity;

/* NULL when it is no kind of language model. */
const struct model_vendor *model_vendor_named(const char *kind);

/* For the vendors. ---------------------------------------------------------------------------- */

/* What a letter must look like, as a JSON schema. */
struct jsn *model_vendor_schema(struct arena *arena);

/* The same in words, for services that take no schema. */
extern const char model_vendor_shape[];

/* "https://api.example.com" and "/v1/x" without a double slash. */
const char *model_vendor_url(struct arena *arena, const char *base_url, const char *path);

/* What a service says about a failure, one line for people, "" when nothing; any bytes. */
const char *model_vendor_said(struct arena *arena, const char *bytes, size_t length);

/* The whole JSON object; INPUT. */
MUST_CHECK bool model_vendor_read(struct ctx *ctx, const char *bytes, size_t length,
                                  struct jsn **out);

#endif
