/* Letters written by a language model: Anthropic, any OpenAI-compatible service or server, Perplexity's
 * agent. A turn, the call, what it said, checked, the log; a letter that is too long is asked for once
 * more. Called by stages and jobs, outside a transaction; model_get and model_price_most by pages too.
 * It never touches the ledger: the caller reserves model_price_most and settles outcome.cost_micros. */
#ifndef LEADGEN_DOMAIN_PROVIDER_MODEL_H
#define LEADGEN_DOMAIN_PROVIDER_MODEL_H

#include "base/http.h"
#include "domain/provider/model_settings.h"
#include "domain/provider/provider_call.h"

struct letter;         /* domain/writing/letter.h */
struct letter_request; /* the same */

/* A language model as its admins set it up. */
struct model {
    struct provider provider;
    struct model_settings settings;
    const char *key; /* of model_open, for the moment of a call */
    struct http *http;
};

/* True for the kinds of provider that are language models. */
bool model_is(const char *kind);

/* The language models of the workspace that are switched on. */
MUST_CHECK bool model_list(struct ctx *ctx, struct provider **out, size_t *n);

/* Inside a transaction. NOT_FOUND; INPUT when it is no language model. */
MUST_CHECK bool model_get(struct ctx *ctx, int64_t provider_id, struct model *out);

/* The same, ready for model_write: with its key and a client of its own. For jobs. */
MUST_CHECK bool model_open(struct ctx *ctx, int64_t tenant_id, int64_t provider_id,
                           struct model *out);

/* What people say about a letter beside the request; each may be NULL or 0. */
struct model_words {
    const char *campaign, *step,
        *wish;                   /* instructions, from the widest to the one for this letter */
    const char *const *examples; /* letters that show the style */
    size_t n_examples;
    const char *const *before; /* what was sent earlier in the sequence, the oldest first */
    size_t n_before;
    const char *const *notes; /* what reviewers wanted otherwise */
    size_t n_notes;
};

/* The most that one letter can cost, in micro-dollars: both tries with all tokens they may use. A
 * request without signals and facts stands for somebody of whom as much is known as can be. Pure; 0 for
 * a server without a price. */
int64_t model_price_most(struct arena *arena, const struct model *model,
                         const struct letter_request *request, const struct model_words *words);

/* How a letter came about, or why not. */
struct model_outcome {
    bool written;
    bool retry;            /* not written, but later it may be: STAGE_RETRY with retry_seconds */
    const char *cause;     /* a constant word for grouping: "key", "throttled", "overloaded",
                               "timeout", "down", "refused", "too_long", "schema", "source", ... */
    const char *message;   /* for people: what happened and what to do; NULL when written */
    const char *warning;   /* written, but: "It is written in German."; NULL */
    int64_t retry_seconds; /* 0: a growing pause */
    int64_t cost_micros;   /* of all calls, also of a letter that was not written */
    int64_t input_tokens, output_tokens, cached_tokens, calls;
};

struct model_call {
    int64_t tenant_id;
    const char *operation; /* in the log: "write", "rewrite", "test" */

    /* Called every second while a turn or an answer is waited for; sets *stop to give up ("stopped",
     * retry). False ends model_write with false. May be NULL. */
    bool (*alive)(struct ctx *ctx, void *own, bool *stop);
    void *own;
};

/* Writes one letter. False as the database and `alive`; what goes wrong at the service or with the answer
 * is in *outcome. The letter lives in ctx->arena. */
MUST_CHECK bool model_write(struct ctx *ctx, struct model *model, const struct model_call *call,
                            const struct letter_request *request, const struct model_words *words,
                            struct letter *out, struct model_outcome *outcome);

#endif
