/* Re-fitting: too few outcomes change nothing, many pull the estimate to what happened. */
#include "support/test.h"

#include <math.h>

#include "domain/email/email_fit.h"

static void
waits_for_200_outcomes(void **state)
{
    (void)state;
    const struct email_outcomes few[] = {
        {90, 199, 10}
    };
    struct email_fit fit;
    assert_false(email_fit_make(few, 1, &fit));
    assert_true(fit.slope == 1 && fit.shift == 0);
    assert_true(email_fit_apply(&fit, 0.9) == 0.9);
}

static void
bends_to_what_happened(void **state)
{
    (void)state;
    /* an estimate that is far too sure of itself */
    const struct email_outcomes seen[] = {
        {95, 400, 280},
        {80, 300, 180},
        {50, 200, 90 },
        {20, 100, 35 },
        {5,  100, 20 }
    };
    const struct email_fit as_it_was = {1, 0};
    struct email_fit fit;
    assert_true(email_fit_make(seen, 5, &fit));
    double before = email_fit_brier(seen, 5, &as_it_was), after = email_fit_brier(seen, 5, &fit);
    printf("# Brier %.4f before, %.4f after; slope %.2f shift %.2f\n", before, after, fit.slope,
           fit.shift);
    assert_true(after < before);
    assert_true(fabs(email_fit_apply(&fit, 0.95) - 0.70) < 0.06);
    assert_true(fabs(email_fit_apply(&fit, 0.50) - 0.45) < 0.08);
    assert_true(email_fit_apply(&fit, 0.9) > email_fit_apply(&fit, 0.8));
    struct email_fit_bin bins[EMAIL_FIT_BINS];
    email_fit_chart(seen, 5, &as_it_was, bins);
    assert_int_equal(bins[9].n, 400);
    assert_int_equal(bins[9].arrived, 280);
    assert_true(fabs(bins[9].mean - 0.95) < 1e-9);
}

static void
leaves_a_true_estimate_alone(void **state)
{
    (void)state;
    const struct email_outcomes seen[] = {
        {90, 1000, 900},
        {70, 1000, 700},
        {30, 1000, 300},
        {10, 1000, 100}
    };
    struct email_fit fit;
    assert_true(email_fit_make(seen, 4, &fit));
    assert_true(fabs(fit.slope - 1) < 0.02 && fabs(fit.shift) < 0.02);
}

static void
survives_odd_outcomes(void **state)
{
    (void)state;
    const struct email_outcomes all[] = {
        {0,   500, 500},
        {100, 500, 500}
    };
    const struct email_outcomes turned[] = {
        {0,   500, 500},
        {100, 500, 0  }
    };
    struct email_fit fit;
    assert_true(email_fit_make(all, 2, &fit));
    assert_true(email_fit_apply(&fit, 0.5) > 0.5);
    assert_true(email_fit_make(turned, 2, &fit));
    assert_true(fit.slope > 0); /* a better estimate never means a worse address */
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(waits_for_200_outcomes),
        cmocka_unit_test(bends_to_what_happened),
        cmocka_unit_test(leaves_a_true_estimate_alone),
        cmocka_unit_test(survives_odd_outcomes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
