/* When an outside service may be called: a rate that adapts to what it refuses, and a circuit that leaves
 * a service alone which does not work. The state is a row of the database, locked while it changes, so
 * all machines share it; the arithmetic here is pure. Called by provider_call.c. */
#ifndef LEADGEN_DOMAIN_PROVIDER_CIRCUIT_H
#define LEADGEN_DOMAIN_PROVIDER_CIRCUIT_H

#include <stdbool.h>
#include <stdint.h>

enum provider_state {
    PROVIDER_CLOSED = 1, /* it works */
    PROVIDER_OPEN,       /* it is left alone until retry_ms */
    PROVIDER_HALF_OPEN   /* one call finds out whether it works again */
};

/* How a call ended. */
enum provider_outcome {
    PROVIDER_OK,
    PROVIDER_THROTTLED, /* too many calls: 429 */
    PROVIDER_REFUSED,   /* the key: 401, 403 */
    PROVIDER_DOWN,      /* no answer, or 5xx */
    PROVIDER_GARBAGE,   /* an answer that is none */
    PROVIDER_INVALID    /* what we asked is wrong: other 4xx */
};

/* "ok", "throttled", ...: as the log has it. */
const char *provider_outcome_name(enum provider_outcome outcome);

/* Times are milliseconds since 1970. */
struct provider_circuit {
    int64_t state;
    int64_t failures;   /* in a row */
    int64_t opens;      /* times in a row that it opened */
    int64_t throttles;  /* in a row */
    int64_t rate_milli; /* calls a minute, in thousandths; 0: the limit */
    int64_t slot_ms;    /* when the next call may begin */
    int64_t retry_ms;   /* open: until then */
    int64_t probe_ms;   /* half open: somebody finds out until then */
};
struct provider_limit {
    int64_t per_minute, timeout_ms;
};

enum { PROVIDER_WAIT_MS = 60000 }; /* longer waits are refused */

/* Asks for a turn. True: the call may begin in *wait_ms, which has been reserved. False: not now; try
 * again in *wait_ms. */
bool provider_circuit_enter(struct provider_circuit *circuit, const struct provider_limit *limit,
                            int64_t now_ms, int64_t *wait_ms);

/* Tells how the call ended; retry_after in seconds as the service said, 0 when it did not. */
void provider_circuit_leave(struct provider_circuit *circuit, const struct provider_limit *limit,
                            int64_t now_ms, enum provider_outcome outcome, int64_t retry_after);

#endif
