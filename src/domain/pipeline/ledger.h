/* The ledger: what a tenant may spend, has promised and has spent, in micro-dollars. Whoever is about
 * to pay reserves first (the most it can cost); the work holds parts of the reservation, settles what
 * was billed and closes it, which gives the rest back. Free work never comes here. Called by runs,
 * the stage queue, discovery and the budget pages.
 *
 * A limit is hard (nothing is reserved past it), soft (up to 120 percent) or only watched. A bill
 * above what was held is booked as an overrun. One credit is 1,000 micro-dollars. */
#ifndef LEADGEN_PIPELINE_LEDGER_H
#define LEADGEN_PIPELINE_LEDGER_H

#include "domain/pipeline/stage.h"

enum { LEDGER_CREDIT = 1000, LEDGER_SOFT_PERCENT = 120 };

struct ledger_budget {
    int64_t limit_micros, topped_micros, spent_micros, reserved_micros, warn_percent, reset_day;
    int64_t
        left_micros;  /* limit + topped - spent - reserved; may be negative where it is not hard */
    const char *mode; /* hard, soft, watch */
    int64_t period_start, next_reset; /* seconds since 1970; next_reset 0: never */
    bool set;                         /* somebody has set a limit */
};

/* Of the session's tenant. */
MUST_CHECK bool ledger_budget(struct ctx *ctx, struct ledger_budget *out);

/* Promises `micros`; 0 gives reservation 0. CONFLICT: the budget does not allow it, with the figures.
 * `provider` may be NULL. */
MUST_CHECK bool ledger_reserve(struct ctx *ctx, const char *what, int64_t run_id, int64_t micros,
                               int64_t *reservation_id);

/* Sees to it that what a run has still to do is reserved: it goes on after its reservation was closed, or
 * when that is used up. CONFLICT as above. */
MUST_CHECK bool ledger_fund(struct ctx *ctx, int64_t run_id);

/* Books `micros` of a reservation as spent. */
MUST_CHECK bool ledger_spend(struct ctx *ctx, int64_t reservation_id, const char *provider,
                             const char *note, int64_t micros);

/* Gives back what was not used. Harmless for 0. */
MUST_CHECK bool ledger_close(struct ctx *ctx, int64_t reservation_id);

/* For the stage queue: holds what the batch may cost out of the run's reservation, in a transaction of
 * its own. *affordable false: there is not enough; the run is paused and the claims are given back. */
MUST_CHECK bool ledger_hold(struct ctx *ctx, const struct stage_batch *batch, bool *affordable);

/* Settles what the answered items cost, and lets go of what was held for the batch; in the transaction
 * that records them. */
MUST_CHECK bool ledger_settle(struct ctx *ctx, const struct stage_batch *batch);

/* Admins: the limit. INPUT on limit, mode, warn_percent, reset_day. */
MUST_CHECK bool ledger_limit(struct ctx *ctx, int64_t limit_micros, const char *mode,
                             int64_t warn_percent, int64_t reset_day);

/* Admins: adds to the present period. INPUT on "amount". */
MUST_CHECK bool ledger_top_up(struct ctx *ctx, int64_t micros, const char *note);

/* Begins a new period for the session's tenant when it is due; *reset tells. Called by the task. */
MUST_CHECK bool ledger_reset(struct ctx *ctx, bool *reset);

/* Super admins: the budgets of all workspaces; mode "none" where there is none. */
struct ledger_tenant {
    const char *slug, *name, *mode;
    int64_t limit_micros, topped_micros, spent_micros, reserved_micros, spent_30;
};
MUST_CHECK bool ledger_tenants(struct ctx *ctx, struct ledger_tenant **rows, size_t *n);

/* What the last 30 days cost, by stage and service, the most first. */
struct ledger_sum {
    const char *stage, *provider;
    int64_t n, micros;
};
MUST_CHECK bool ledger_sums(struct ctx *ctx, struct ledger_sum **rows, size_t *n);

struct ledger_row {
    int64_t ledger_id, at, amount_micros, run_id;
    const char *kind, *stage, *provider, *note, *who;
};
/* Newest first, below the id `before`. */
MUST_CHECK bool ledger_list(struct ctx *ctx, int64_t before, int64_t most, struct ledger_row **rows,
                            size_t *n);

#endif
