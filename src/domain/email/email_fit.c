/* Re-fitting the estimate. See email_fit.h. */
#include "domain/email/email_fit.h"

#include <math.h>
#include <string.h>

enum { STEPS = 50 };

static const double PRIOR = 2; /* weight of "as it was", in outcomes */
static const double SLOPE_LEAST = 0.05;

static double
log_odds(double p)
{
    double kept = p < 0.002 ? 0.002 : (p > 0.998 ? 0.998 : p);
    return log(kept / (1 - kept));
}

double
email_fit_apply(const struct email_fit *fit, double p)
{
    if (fit->slope == 1 && fit->shift == 0)
        return p;
    return 1 / (1 + exp(-(fit->slope * log_odds(p) + fit->shift)));
}

bool
email_fit_make(const struct email_outcomes *outcomes, size_t n, struct email_fit *out)
{
    int64_t all = 0;
    *out = (struct email_fit){1, 0};
    for (size_t i = 0; i < n; i++)
        all += outcomes[i].n;
    if (all < EMAIL_FIT_OUTCOMES)
        return false;
    for (int step = 0; step < STEPS; step++) {
        /* gradient and curvature of the log-likelihood; the prior keeps the curvature positive */
        double ga = -PRIOR * (out->slope - 1), gb = -PRIOR * out->shift;
        double aa = PRIOR, ab = 0, bb = PRIOR;
        for (size_t i = 0; i < n; i++) {
            double x = log_odds((double)outcomes[i].percent / 100);
            double p = 1 / (1 + exp(-(out->slope * x + out->shift)));
            double miss = (double)outcomes[i].arrived - (double)outcomes[i].n * p;
            double bend = (double)outcomes[i].n * p * (1 - p);
            ga += miss * x;
            gb += miss;
            aa += bend * x * x;
            ab += bend * x;
            bb += bend;
        }
        double det = aa * bb - ab * ab;
        double da = (bb * ga - ab * gb) / det, db = (aa * gb - ab * ga) / det;
        double length = sqrt(da * da + db * db), most = length > 1 ? 1 / length : 1;
        out->slope += da * most;
        out->shift += db * most;
        /* a better estimate never means a worse address, whatever the sample says */
        if (out->slope < SLOPE_LEAST)
            out->slope = SLOPE_LEAST;
        if (length < 1e-9)
            break;
    }
    if (!isfinite(out->slope) || !isfinite(out->shift))
        *out = (struct email_fit){1, 0};
    return true;
}

void
email_fit_chart(const struct email_outcomes *outcomes, size_t n, const struct email_fit *fit,
                struct email_fit_bin bins[EMAIL_FIT_BINS])
{
    memset(bins, 0, EMAIL_FIT_BINS * sizeof *bins);
    for (size_t i = 0; i < n; i++) {
        double p = email_fit_apply(fit, (double)outcomes[i].percent / 100);
        int at = (int)(p * EMAIL_FIT_BINS);
        struct email_fit_bin *bin = &bins[at < EMAIL_FIT_BINS ? at : EMAIL_FIT_BINS - 1];
        bin->n += outcomes[i].n;
        bin->arrived += outcomes[i].arrived;
        bin->mean += p * (double)outcomes[i].n;
    }
    for (int i = 0; i < EMAIL_FIT_BINS; i++)
        if (bins[i].n)
            bins[i].mean /= (double)bins[i].n;
}

double
email_fit_brier(const struct email_outcomes *outcomes, size_t n, const struct email_fit *fit)
{
    double sum = 0;
    int64_t all = 0;
    for (size_t i = 0; i < n; i++) {
        double p = email_fit_apply(fit, (double)outcomes[i].percent / 100);
        double arrived = (double)outcomes[i].arrived, lost = (double)outcomes[i].n - arrived;
        sum += arrived * (1 - p) * (1 - p) + lost * p * p;
        all += outcomes[i].n;
    }
    return all ? sum / (double)all : 0;
}
