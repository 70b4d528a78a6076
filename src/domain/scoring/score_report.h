/* What pages show of scores: how often signals are found, how totals spread, the evidence of a signal
 * and of a company. Called inside a transaction. */
#ifndef LEADGEN_SCORING_SCORE_REPORT_H
#define LEADGEN_SCORING_SCORE_REPORT_H

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

/* At how many companies a signal was found. */
struct score_signal_count {
    const char *signal;
    int64_t companies, wrong; /* wrong: people say so */
};
MUST_CHECK bool score_signal_counts(struct ctx *ctx, struct score_signal_count **out, size_t *n);

/* How many companies have which total, the lowest first. */
struct score_total {
    int64_t total, companies;
};
MUST_CHECK bool score_totals(struct ctx *ctx, struct score_total **out, size_t *n);

/* Companies that show a signal, the highest scores first. */
struct score_shown {
    int64_t company_id, total;
    int64_t verdict; /* 0: nobody said, 1: right, 2: wrong */
    const char *name, *url, *before, *found, *after;
};
MUST_CHECK bool score_signal_evidence(struct ctx *ctx, const char *signal, int64_t most,
                                      struct score_shown **out, size_t *n);

/* A company's score; the texts hold one value for each signal, with blanks between. */
struct score_row {
    int64_t version, total, pages, scored_ms;
    const char *tier, *maturity, *signals, *points, *places;
};
MUST_CHECK bool score_of_company(struct ctx *ctx, int64_t company_id, struct score_row *out,
                                 bool *found);

struct score_place {
    const char *signal, *url, *before, *found, *after;
    int64_t places, percent;
};
MUST_CHECK bool score_company_evidence(struct ctx *ctx, int64_t company_id,
                                       struct score_place **out, size_t *n);

struct score_past {
    int64_t version, total, scored_ms;
    const char *tier;
};
MUST_CHECK bool score_company_history(struct ctx *ctx, int64_t company_id, int64_t most,
                                      struct score_past **out, size_t *n);

/* A person says whether a signal was rightly found. NOT_FOUND: it was not found there. */
MUST_CHECK bool score_verdict_set(struct ctx *ctx, int64_t company_id, const char *signal,
                                  bool is_right);

#endif
