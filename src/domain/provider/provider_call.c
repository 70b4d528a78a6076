/* Calling an outside service. See provider_call.h. */
#include "domain/provider/provider_call.h"

#include <inttypes.h>

#include "base/clock.h"
#include "base/db.h"
#include "domain/account/tenant.h"
#include "statements.h"

enum { DAY_MS = 86400000 };

/* A row of provider_circuit_lock. */
struct locked {
    struct provider_circuit circuit;
    int64_t per_minute, per_day, timeout_seconds, today;
    bool is_on;
    const char *trouble;
};

static bool
lock(struct ctx *ctx, int64_t provider_id, struct locked *out)
{
    static const struct field map[] = {
        {"state",      FIELD_TYPE_I64, offsetof(struct locked, circuit.state)     },
        {"failures",   FIELD_TYPE_I64, offsetof(struct locked, circuit.failures)  },
        {"opens",      FIELD_TYPE_I64, offsetof(struct locked, circuit.opens)     },
        {"throttles",  FIELD_TYPE_I64, offsetof(struct locked, circuit.throttles) },
        {"rate_milli", FIELD_TYPE_I64, offsetof(struct locked, circuit.rate_milli)},
        {"slot_ms",    FIELD_TYPE_I64, offsetof(struct locked, circuit.slot_ms)   },
        {"retry_ms",   FIELD_TYPE_I64, offsetof(struct locked, circuit.retry_ms)  },
        {"probe_ms",   FIELD_TYPE_I64, offsetof(struct locked, circuit.probe_ms)  },
        FIELD_I64(struct locked, per_minute),
        FIELD_I64(struct locked, per_day),
        FIELD_I64(struct locked, timeout_seconds),
        FIELD_I64(struct locked, today),
        FIELD_BOOL(struct locked, is_on),
        FIELD_STR(struct locked, trouble),
        FIELD_END
    };
    bool found;
    return db_maybe(ctx, &SQL_PROVIDER_CIRCUIT_LOCK, DB_ARGS(DB_I64(provider_id)), map, out,
                    &found) &&
           (found || err_raise(ctx, ERR_NOT_FOUND, "The service has been removed."));
}

static bool
put(struct ctx *ctx, int64_t provider_id, const struct locked *row)
{
    const struct provider_circuit *c = &row->circuit;
    return db_exec(ctx, &SQL_PROVIDER_CIRCUIT_PUT,
                   DB_ARGS(DB_I64(provider_id), DB_I64(c->state), DB_I64(c->failures),
                           DB_I64(c->opens), DB_I64(c->throttles), DB_I64(c->rate_milli),
                           DB_I64(c->slot_ms), DB_I64(c->retry_ms), DB_I64(c->probe_ms),
                           DB_STR(row->trouble)),
                   NULL);
}

static struct provider_limit
limit_of(const struct locked *row)
{
    return (struct provider_limit){row->per_minute, row->timeout_seconds * 1000};
}

/* Inside the transaction. */
static bool
take_turn(struct ctx *ctx, int64_t provider_id, bool *go, int64_t *wait_ms, const char **why)
{
    struct locked row;
    int64_t now = clock_now_ms();
    *go = false;
    if (!lock(ctx, provider_id, &row))
        return false;
    const struct provider_limit limit = limit_of(&row);
    if (!row.is_on) {
        *wait_ms = DAY_MS;
        *why = "The service is switched off.";
        return true;
    }
    if (row.per_day && row.today >= row.per_day) {
        *wait_ms = DAY_MS - now % DAY_MS;
        *why = "The calls of today are used up.";
        return true;
    }
    *go = provider_circuit_enter(&row.circuit, &limit, now, wait_ms);
    *why = *go                                    ? ""
           : row.circuit.state == PROVIDER_CLOSED ? "Too many calls wait for the service already."
           : row.trouble                          ? row.trouble
                                                  : "The service does not work at the moment.";
    return put(ctx, provider_id, &row);
}

bool
provider_call_enter(struct ctx *ctx, int64_t tenant_id, int64_t provider_id, bool *go,
                    int64_t *wait_ms, const char **why)
{
    if (ctx->no_outside)
        return err_raise(ctx, ERR_BUG, "A page may not call an outside service.");
    return db_begin(ctx, false) && tenant_enter(ctx, tenant_id) &&
           take_turn(ctx, provider_id, go, wait_ms, why) && db_commit(ctx);
}

static bool
learn(struct ctx *ctx, int64_t provider_id, const struct provider_ended *ended)
{
    struct locked row;
    if (!lock(ctx, provider_id, &row))
        return false;
    const struct provider_limit limit = limit_of(&row);
    provider_circuit_leave(&row.circuit, &limit, clock_now_ms(), ended->outcome,
                           ended->retry_after);
    row.trouble = ended->outcome == PROVIDER_OK ? NULL : ended->message;
    return put(ctx, provider_id, &row);
}

bool
provider_call_leave(struct ctx *ctx, int64_t tenant_id, int64_t provider_id, const char *operation,
                    const struct provider_ended *ended)
{
    return db_begin(ctx, false) && tenant_enter(ctx, tenant_id) && learn(ctx, provider_id, ended) &&
           db_exec(ctx, &SQL_PROVIDER_CALL_ADD,
                   DB_ARGS(DB_I64(provider_id), DB_STR(operation),
                           DB_STR(provider_outcome_name(ended->outcome)),
                           DB_I64(ended->http_status), DB_I64(ended->milliseconds),
                           DB_I64(ended->bytes), DB_I64(ended->cost_micros), DB_STR(ended->message),
                           DB_I64(ended->input_tokens), DB_I64(ended->output_tokens),
                           DB_I64(ended->cached_tokens)),
                   NULL) &&
           db_commit(ctx);
}

void
provider_call_judge(struct arena *arena, const char *error, int64_t status,
                    struct provider_ended *out)
{
    out->http_status = status;
    if (error) {
        out->outcome = PROVIDER_DOWN;
        out->message = arena_printf(arena, "The service did not answer. %s", error);
    } else if (status >= 200 && status < 300) {
        out->outcome = PROVIDER_OK;
    } else if (status == 429) {
        out->outcome = PROVIDER_THROTTLED;
        out->message = "The service takes no more calls at the moment (429).";
    } else if (status == 401 || status == 403) {
        out->outcome = PROVIDER_REFUSED;
        out->message = arena_printf(
            arena, "The service refused the key (%" PRId64 "). Enter it again.", status);
    } else if (status >= 500) {
        out->outcome = PROVIDER_DOWN;
        out->message =
            arena_printf(arena, "The service has trouble of its own (%" PRId64 ").", status);
    } else {
        out->outcome = PROVIDER_INVALID;
        out->message = arena_printf(
            arena, "The service does not take the request (%" PRId64 "). Check its settings.",
            status);
    }
}
