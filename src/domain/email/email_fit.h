/* The estimate held against what happened: how many of the addresses said to be 80 % good were, and
 * the estimate bent to a tenant's own outcomes. Called by email_outcome.c and the settings page. Pure.
 *
 * Re-fitting is Platt's: log-odds' = slope x log-odds + shift, by maximum likelihood (Newton's steps)
 * over the outcomes, with a weak prior for "as it was", so that few outcomes move little. */
#ifndef LEADGEN_EMAIL_FIT_H
#define LEADGEN_EMAIL_FIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* As many outcomes make an estimate more than an estimate. */
enum { EMAIL_FIT_OUTCOMES = 200, EMAIL_FIT_BINS = 10 };

/* Outcomes of addresses with the same estimate, in per cent as it stood without re-fitting. */
struct email_outcomes {
    int64_t percent, n, arrived;
};

struct email_fit {
    double slope, shift; /* 1 and 0: as it was */
};

/* A bar of the reliability chart: of n addresses with an estimate within, so many arrived. */
struct email_fit_bin {
    int64_t n, arrived;
    double mean; /* of their estimates */
};

/* Fits when there are at least EMAIL_FIT_OUTCOMES; otherwise the fit is "as it was" and the answer
 * false. */
bool email_fit_make(const struct email_outcomes *outcomes, size_t n, struct email_fit *out);

/* The estimate, bent. */
double email_fit_apply(const struct email_fit *fit, double p);

/* The chart's bars, by tenths. */
void email_fit_chart(const struct email_outcomes *outcomes, size_t n, const struct email_fit *fit,
                     struct email_fit_bin bins[EMAIL_FIT_BINS]);

/* Mean squared distance of estimate and outcome: 0 is perfect, 0.25 is a coin. 0 without outcomes. */
double email_fit_brier(const struct email_outcomes *outcomes, size_t n,
                       const struct email_fit *fit);

#endif
