/* When an outside service may be called. See provider_circuit.h. */
#include "domain/provider/provider_circuit.h"

enum {
    FAILURES_MOST = 5,
    THROTTLES_MANY = 5,
    SLOWER_PERCENT = 70,
    MUCH_SLOWER_PERCENT = 50,
    RATE_LEAST = 1000, /* one call a minute */
    RATE_STEP = 1000,
    PAUSE_MS = 30000,
    OPEN_MOST_MS = 900000,
    RETRY_AFTER_MOST = 86400
};

const char *
provider_outcome_name(enum provider_outcome outcome)
{
    static const char *const names[] = {"ok", "throttled", "refused", "down", "garbage", "invalid"};
    return names[outcome];
}

static int64_t
most_rate(const struct provider_limit *limit)
{
    return limit->per_minute * 1000;
}

static int64_t
rate_of(const struct provider_circuit *circuit, const struct provider_limit *limit)
{
    int64_t most = most_rate(limit);
    return circuit->rate_milli > 0 && circuit->rate_milli < most ? circuit->rate_milli : most;
}

/* One caller finds out; the others wait until it has to have ended. */
static bool
probe(struct provider_circuit *circuit, const struct provider_limit *limit, int64_t now_ms,
      int64_t *wait_ms)
{
    int64_t busy_until = circuit->state == PROVIDER_OPEN ? circuit->retry_ms : circuit->probe_ms;
    *wait_ms = busy_until > now_ms ? busy_until - now_ms : 0;
    if (*wait_ms)
        return false;
    circuit->state = PROVIDER_HALF_OPEN;
    circuit->probe_ms = now_ms + limit->timeout_ms + PAUSE_MS;
    return true;
}

bool
provider_circuit_enter(struct provider_circuit *circuit, const struct provider_limit *limit,
                       int64_t now_ms, int64_t *wait_ms)
{
    if (circuit->state != PROVIDER_CLOSED)
        return probe(circuit, limit, now_ms, wait_ms);
    int64_t slot = circuit->slot_ms > now_ms ? circuit->slot_ms : now_ms;
    *wait_ms = slot - now_ms;
    if (*wait_ms > PROVIDER_WAIT_MS)
        return false;
    circuit->slot_ms = slot + (int64_t)60000 * 1000 / rate_of(circuit, limit);
    return true;
}

static void
leave_alone(struct provider_circuit *circuit, int64_t now_ms, int64_t least_ms)
{
    int64_t pause = PAUSE_MS;
    for (int64_t i = 0; i < circuit->opens && pause < OPEN_MOST_MS; i++)
        pause *= 2;
    if (pause < least_ms)
        pause = least_ms;
    circuit->state = PROVIDER_OPEN;
    circuit->opens++;
    circuit->retry_ms = now_ms + (pause > OPEN_MOST_MS ? OPEN_MOST_MS : pause);
}

static void
slow_down(struct provider_circuit *circuit, const struct provider_limit *limit, int64_t now_ms,
          int64_t retry_after)
{
    bool many = ++circuit->throttles >= THROTTLES_MANY;
    int64_t rate = rate_of(circuit, limit) * (many ? MUCH_SLOWER_PERCENT : SLOWER_PERCENT) / 100;
    circuit->rate_milli = rate < RATE_LEAST ? RATE_LEAST : rate;
    if (retry_after > RETRY_AFTER_MOST)
        retry_after = RETRY_AFTER_MOST;
    int64_t pause = retry_after > 0 ? retry_after * 1000 : many ? PAUSE_MS : 0;
    if (circuit->slot_ms < now_ms + pause)
        circuit->slot_ms = now_ms + pause;
    /* It answers: that is no reason to leave it alone longer than it asks. */
    if (circuit->state != PROVIDER_CLOSED) {
        circuit->state = PROVIDER_CLOSED;
        circuit->failures = 0;
    }
}

void
provider_circuit_leave(struct provider_circuit *circuit, const struct provider_limit *limit,
                       int64_t now_ms, enum provider_outcome outcome, int64_t retry_after)
{
    switch (outcome) {
    case PROVIDER_OK:
        circuit->rate_milli = rate_of(circuit, limit) + RATE_STEP;
        if (circuit->rate_milli >= most_rate(limit))
            circuit->rate_milli = 0;
        circuit->state = PROVIDER_CLOSED;
        circuit->failures = circuit->opens = circuit->throttles = 0;
        return;
    case PROVIDER_INVALID:
        /* Our own mistake says nothing about the service. */
        if (circuit->state == PROVIDER_HALF_OPEN)
            circuit->state = PROVIDER_CLOSED;
        circuit->failures = 0;
        return;
    case PROVIDER_THROTTLED:
        slow_down(circuit, limit, now_ms, retry_after);
        return;
    case PROVIDER_REFUSED:
        leave_alone(circuit, now_ms, OPEN_MOST_MS);
        return;
    case PROVIDER_DOWN:
    case PROVIDER_GARBAGE:
        circuit->failures++;
        if (circuit->state == PROVIDER_HALF_OPEN || circuit->failures >= FAILURES_MOST)
            leave_alone(circuit, now_ms, retry_after > 0 ? retry_after * 1000 : 0);
        return;
    }
}
