/* Calling an outside service: a turn first (its rate and its circuit are shared by all machines), then
 * the call, then the log. Called by jobs and stages, outside a transaction; web's ctx is refused. */
#ifndef LEADGEN_DOMAIN_PROVIDER_CALL_H
#define LEADGEN_DOMAIN_PROVIDER_CALL_H

#include "domain/pipeline/job.h"
#include "domain/provider/provider.h"
#include "domain/provider/provider_circuit.h"
#include "domain/provider/search_json.h"

/* Takes a turn, in a transaction of its own. *go false: not now; *wait_ms says when to try again and
 * *why says why, for people. */
MUST_CHECK bool provider_call_enter(struct ctx *ctx, int64_t tenant_id, int64_t provider_id,
                                    bool *go, int64_t *wait_ms, const char **why);

/* How a call ended. */
struct provider_ended {
    enum provider_outcome outcome;
    int64_t http_status, milliseconds, bytes, cost_micros;
    int64_t input_tokens, output_tokens, cached_tokens; /* of language models; input with cached */
    int64_t retry_after; /* seconds, as the service said; 0: it did not */
    const char *message; /* for people; NULL of PROVIDER_OK */
};

/* Logs it and lets the circuit learn from it, in a transaction of its own. */
MUST_CHECK bool provider_call_leave(struct ctx *ctx, int64_t tenant_id, int64_t provider_id,
                                    const char *operation, const struct provider_ended *ended);

/* What an answer means. `error` is a sentence about a transport failure, NULL when there was an answer. */
void provider_call_judge(struct arena *arena, const char *error, int64_t status,
                         struct provider_ended *out);

#endif
