/* Outside services of a workspace, as its admins set them up: address, key, price, limits, how they are
 * doing and what they did. Keys are sealed for their workspace and row and go one way: in. What calls
 * them is provider_call.h. Called by the settings pages and by jobs. */
#ifndef LEADGEN_DOMAIN_PROVIDER_H
#define LEADGEN_DOMAIN_PROVIDER_H

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

/* What there is without any key, for people: it says what it is. The last one has no name. */
struct provider_embedded {
    const char *name, *about;
};
extern const struct provider_embedded provider_embedded[];

#define PROVIDER_SEARCH "search"

struct provider {
    int64_t provider_id;
    const char *kind, *name, *base_url, *settings;
    int64_t price_micros, per_minute, per_day, timeout_seconds;
    bool is_on;
    bool has_key;
    int64_t key_set_ms;
    const char *key_set_by;
    int64_t circuit, failures, retry_ms, rate_milli; /* provider_circuit.h */
    const char *trouble;
    int64_t test_job_id, tested_ms;
    bool test_ok;
    const char *test_said;
    int64_t calls, failed, milliseconds, cost_micros; /* of 30 days */
    int64_t tokens;                                   /* of language models, in 30 days */
    int64_t today;                                    /* calls */
};

MUST_CHECK bool provider_list(struct ctx *ctx, struct provider **out, size_t *n);
/* NOT_FOUND. */
MUST_CHECK bool provider_get(struct ctx *ctx, int64_t provider_id, struct provider *out);
/* The first of a kind that is switched on; *found false: there is none. */
MUST_CHECK bool provider_of_kind(struct ctx *ctx, const char *kind, struct provider *out,
                                 bool *found);

/* Creates (provider_id 0) or changes one; what a change of settings makes of the circuit: it starts
 * afresh. INPUT on name, base_url, and the settings' fields; NOT_FOUND. */
MUST_CHECK bool provider_save(struct ctx *ctx, struct provider *provider);

/* Seals a key and keeps it; "" forgets the one there is. INPUT on "key"; UNAVAILABLE without a key
 * file. */
MUST_CHECK bool provider_set_key(struct ctx *ctx, int64_t tenant_id, int64_t provider_id,
                                 const char *key);

/* The key, for the moment of a call; "" when there is none. Never goes into a log, a page or an
 * error. */
MUST_CHECK bool provider_key(struct ctx *ctx, int64_t tenant_id, int64_t provider_id,
                             const char **key);

/* Removes a service with its key. NOT_FOUND. */
MUST_CHECK bool provider_remove(struct ctx *ctx, int64_t provider_id);

struct provider_call_row {
    int64_t at_ms, http_status, milliseconds, cost_micros;
    int64_t input_tokens, output_tokens, cached_tokens; /* input with cached */
    const char *operation, *outcome, *message;
};
MUST_CHECK bool provider_calls(struct ctx *ctx, int64_t provider_id, int64_t limit,
                               struct provider_call_row **out, size_t *n);

struct provider_day {
    const char *day;
    int64_t calls, failed;
};
/* 30 days, oldest first. */
MUST_CHECK bool provider_days(struct ctx *ctx, int64_t provider_id, struct provider_day **out,
                              size_t *n);

#endif
