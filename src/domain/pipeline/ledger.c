/* Budgets, reservations, settlements. See ledger.h. */
#include "domain/pipeline/ledger.h"

#include <string.h>

#include "base/db.h"
#include "domain/pipeline/pipeline_run.h"
#include "domain/pipeline/stage_record.h"
#include "statements.h"

static const int64_t most_micros = 1000000000000000; /* a billion dollars */

static const struct field budget_fields[] = {
    FIELD_I64(struct ledger_budget, limit_micros), FIELD_I64(struct ledger_budget, topped_micros),
    FIELD_I64(struct ledger_budget, spent_micros), FIELD_I64(struct ledger_budget, reserved_micros),
    FIELD_I64(struct ledger_budget, warn_percent), FIELD_I64(struct ledger_budget, reset_day),
    FIELD_I64(struct ledger_budget, left_micros),  FIELD_STR(struct ledger_budget, mode),
    FIELD_I64(struct ledger_budget, period_start), FIELD_I64(struct ledger_budget, next_reset),
    FIELD_BOOL(struct ledger_budget, set),         FIELD_END,
};

bool
ledger_budget(struct ctx *ctx, struct ledger_budget *out)
{
    return db_one(ctx, &SQL_LEDGER_BUDGET, DB_NO_ARGS, budget_fields, out);
}

/* Runs a statement that promises `micros`; CONFLICT with the figures where the budget does not allow it. */
static bool
promise(struct ctx *ctx, const struct sql *sql, const char *what, int64_t of, int64_t micros,
        int64_t *reservation_id)
{
    struct row {
        int64_t reservation_id;
    } row;
    static const struct field map[] = {FIELD_I64(struct row, reservation_id), FIELD_END};
    bool found;
    if (!db_maybe(ctx, sql,
                  DB_ARGS(DB_STR(what), DB_ID(of), DB_I64(micros), DB_I64(LEDGER_SOFT_PERCENT)),
                  map, &row, &found))
        return false;
    if (!found) {
        struct ledger_budget budget;
        return ledger_budget(ctx, &budget) &&
               err_raise(ctx, ERR_CONFLICT,
                         budget.set
                             ? "This may cost %.2f dollars; %.2f are left in the budget. "
                               "Choose fewer records, or ask an admin to add to it."
                             : "This may cost %.2f dollars; no budget is set (%.2f are left). "
                               "An admin sets one under Settings.",
                         (double)micros / 1e6, (double)budget.left_micros / 1e6);
    }
    *reservation_id = row.reservation_id;
    return true;
}

bool
ledger_reserve(struct ctx *ctx, const char *what, int64_t run_id, int64_t micros,
               int64_t *reservation_id)
{
    *reservation_id = 0;
    return micros <= 0 || promise(ctx, &SQL_LEDGER_RESERVE, what, run_id, micros, reservation_id);
}

bool
ledger_fund(struct ctx *ctx, int64_t run_id)
{
    struct row {
        int64_t need, free, reservation_id;
    } row;
    static const struct field map[] = {FIELD_I64(struct row, need), FIELD_I64(struct row, free),
                                       FIELD_I64(struct row, reservation_id), FIELD_END};
    const char *names[PIPELINE_STAGES_MOST];
    int64_t entities[PIPELINE_STAGES_MOST], costs[PIPELINE_STAGES_MOST];
    size_t n = 0;
    for (; stages[n] && n < PIPELINE_STAGES_MOST; n++) {
        names[n] = stages[n]->name;
        entities[n] = stages[n]->entity;
        costs[n] = stages[n]->cost_micros;
    }
    if (!db_one(ctx, &SQL_RUN_NEED,
                DB_ARGS(DB_I64(run_id), DB_STRS(names, n), DB_I64S(entities, n), DB_I64S(costs, n)),
                map, &row))
        return false;
    int64_t lacking = row.need - row.free, reservation;
    if (lacking <= 0)
        return true;
    if (row.reservation_id)
        return promise(ctx, &SQL_LEDGER_EXTEND, "Run", row.reservation_id, lacking, &reservation);
    return promise(ctx, &SQL_LEDGER_RESERVE, "Run", run_id, lacking, &reservation) &&
           db_exec(ctx, &SQL_RUN_FUND, DB_ARGS(DB_I64(run_id), DB_I64(reservation)), NULL);
}

bool
ledger_spend(struct ctx *ctx, int64_t reservation_id, const char *provider, const char *note,
             int64_t micros)
{
    return micros <= 0 || db_exec(ctx, &SQL_LEDGER_SPEND,
                                  DB_ARGS(DB_I64(reservation_id), DB_I64(0), DB_I64(micros),
                                          DB_NULL, DB_STR(provider), DB_STR(note)),
                                  NULL);
}

bool
ledger_close(struct ctx *ctx, int64_t reservation_id)
{
    return !reservation_id ||
           db_exec(ctx, &SQL_LEDGER_CLOSE, DB_ARGS(DB_I64(reservation_id)), NULL);
}

/* How many of the items took work, and what they cost. */
static size_t
worked(const struct stage_batch *batch, int64_t *cost)
{
    size_t n = 0;
    *cost = 0;
    for (size_t i = 0; i < batch->n_items; i++) {
        enum stage_result result = batch->items[i].result;
        if (result == STAGE_SKIPPED || result == STAGE_BLOCKED)
            continue;
        *cost += batch->items[i].cost_micros;
        n++;
    }
    return n;
}

bool
ledger_hold(struct ctx *ctx, const struct stage_batch *batch, bool *affordable)
{
    *affordable = true;
    if (!batch->cost_micros)
        return true;
    int64_t held;
    if (!db_begin(ctx, false) ||
        !db_exec(ctx, &SQL_STAGE_ENTER, DB_ARGS(DB_I64(batch->tenant_id), DB_ID(batch->actor)),
                 NULL) ||
        !db_exec(
            ctx, &SQL_LEDGER_HOLD,
            DB_ARGS(DB_I64(batch->run_id), DB_I64((int64_t)batch->n_items * batch->cost_micros)),
            &held))
        return false;
    *affordable = held == 1;
    struct stage_batch back = *batch;
    if (!*affordable &&
        (!db_exec(
             ctx, &SQL_RUN_PAUSE,
             DB_ARGS(DB_I64(batch->run_id), DB_STR("The money reserved for this run is used up.")),
             NULL) ||
         !stage_record_fence(ctx, &back) || (!back.lost && !stage_record_release(ctx, &back))))
        return false;
    return db_commit(ctx);
}

bool
ledger_settle(struct ctx *ctx, const struct stage_batch *batch)
{
    if (!batch->cost_micros)
        return true;
    struct row {
        int64_t reservation_id;
    } row;
    static const struct field map[] = {FIELD_I64(struct row, reservation_id), FIELD_END};
    int64_t cost;
    bool found;
    size_t n = worked(batch, &cost);
    if (!n)
        return true;
    return db_maybe(ctx, &SQL_RUN_RESERVATION, DB_ARGS(DB_I64(batch->run_id)), map, &row, &found) &&
           (!found ||
            db_exec(ctx, &SQL_LEDGER_SPEND,
                    DB_ARGS(DB_I64(row.reservation_id), DB_I64((int64_t)n * batch->cost_micros),
                            DB_I64(cost), DB_STR(batch->stage->name), DB_NULL, DB_NULL),
                    NULL));
}

bool
ledger_limit(struct ctx *ctx, int64_t limit_micros, const char *mode, int64_t warn_percent,
             int64_t reset_day)
{
    if (limit_micros < 0 || limit_micros > most_micros)
        return err_field(ctx, ERR_INPUT, "limit", "Enter an amount of 0 or more.");
    if (strcmp(mode, "hard") != 0 && strcmp(mode, "soft") != 0 && strcmp(mode, "watch") != 0)
        return err_field(ctx, ERR_INPUT, "mode", "Choose what happens at the limit.");
    if (warn_percent < 1 || warn_percent > 100)
        return err_field(ctx, ERR_INPUT, "warn_percent", "Enter a share between 1 and 100.");
    if (reset_day < 0 || reset_day > 31)
        return err_field(ctx, ERR_INPUT, "reset_day",
                         "Enter a day between 1 and 31, or 0 for never.");
    return db_exec(
        ctx, &SQL_LEDGER_LIMIT,
        DB_ARGS(DB_I64(limit_micros), DB_STR(mode), DB_I64(warn_percent), DB_I64(reset_day)), NULL);
}

bool
ledger_top_up(struct ctx *ctx, int64_t micros, const char *note)
{
    if (micros <= 0 || micros > most_micros)
        return err_field(ctx, ERR_INPUT, "amount", "Enter an amount above 0.");
    return db_exec(ctx, &SQL_LEDGER_TOP_UP, DB_ARGS(DB_I64(micros), DB_STR(note)), NULL);
}

bool
ledger_reset(struct ctx *ctx, bool *reset)
{
    int64_t n;
    if (!db_exec(ctx, &SQL_LEDGER_RESET, DB_NO_ARGS, &n))
        return false;
    *reset = n > 0;
    return true;
}

static const struct field tenant_fields[] = {
    FIELD_STR(struct ledger_tenant, slug),
    FIELD_STR(struct ledger_tenant, name),
    FIELD_STR(struct ledger_tenant, mode),
    FIELD_I64(struct ledger_tenant, limit_micros),
    FIELD_I64(struct ledger_tenant, topped_micros),
    FIELD_I64(struct ledger_tenant, spent_micros),
    FIELD_I64(struct ledger_tenant, reserved_micros),
    FIELD_I64(struct ledger_tenant, spent_30),
    FIELD_END,
};

bool
ledger_tenants(struct ctx *ctx, struct ledger_tenant **rows, size_t *n)
{
    return DB_ALL(ctx, &SQL_LEDGER_TENANTS, DB_NO_ARGS, tenant_fields, rows, n);
}

static const struct field sum_fields[] = {
    FIELD_STR(struct ledger_sum, stage),
    FIELD_STR(struct ledger_sum, provider),
    FIELD_I64(struct ledger_sum, n),
    FIELD_I64(struct ledger_sum, micros),
    FIELD_END,
};

bool
ledger_sums(struct ctx *ctx, struct ledger_sum **rows, size_t *n)
{
    return DB_ALL(ctx, &SQL_LEDGER_SUMS, DB_NO_ARGS, sum_fields, rows, n);
}

static const struct field row_fields[] = {
    FIELD_I64(struct ledger_row, ledger_id),     FIELD_I64(struct ledger_row, at),
    FIELD_I64(struct ledger_row, amount_micros), FIELD_I64(struct ledger_row, run_id),
    FIELD_STR(struct ledger_row, kind),          FIELD_STR(struct ledger_row, stage),
    FIELD_STR(struct ledger_row, provider),      FIELD_STR(struct ledger_row, note),
    FIELD_STR(struct ledger_row, who),           FIELD_END,
};

bool
ledger_list(struct ctx *ctx, int64_t before, int64_t most, struct ledger_row **rows, size_t *n)
{
    return DB_ALL(ctx, &SQL_LEDGER_LIST, DB_ARGS(DB_I64(before), DB_I64(most)), row_fields, rows,
                  n);
}
