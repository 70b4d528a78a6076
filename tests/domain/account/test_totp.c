/* The second factor: set up, confirmed with a code, recovery codes, off again. */
#include "support/people.h"

#include "base/otp.h"
#include "domain/account/totp.h"

static const int64_t noon = 1800000000000;

static void
is_set_up_with_a_code(void **state)
{
    struct people *p = *state;
    if (!p)
        return;
    struct totp_state now;
    const char *codes[TOTP_RECOVERY_CODES], *again[TOTP_RECOVERY_CODES];
    clock_hold(noon);
    people_begin(p, ED, 0);
    assert_ok(p, totp_read(&p->app, p->ids[ED], p->emails[ED], &now));
    assert_false(now.begun);
    assert_refused(p, totp_confirm(&p->app, p->ids[ED], "000000", codes), ERR_CONFLICT);
    people_begin(p, ED, 0);
    assert_ok(p, totp_begin(&p->app, p->ids[ED]));
    assert_ok(p, totp_read(&p->app, p->ids[ED], p->emails[ED], &now));
    assert_true(now.begun && !now.on);
    assert_int_equal(strlen(now.secret), 39);
    assert_non_null(strstr(now.link, "otpauth://totp/leadgen:"));
    people_commit(p);
    people_begin(p, ED, 0);
    const char *late = otp_code(p->arena, now.secret, noon / 30000 - 2, 6);
    assert_refused(p, totp_confirm(&p->app, p->ids[ED], late, codes), ERR_INPUT);
    people_begin(p, ED, 0);
    const char *code = otp_code(p->arena, now.secret, noon / 30000 - 1, 6);
    assert_ok(p, totp_confirm(&p->app, p->ids[ED],
                              arena_printf(p->arena, "%.3s %s", code, code + 3), codes));
    assert_ok(p, totp_read(&p->app, p->ids[ED], p->emails[ED], &now));
    assert_true(now.on);
    assert_null(now.secret);
    assert_int_equal(now.codes_left, TOTP_RECOVERY_CODES);
    people_commit(p);
    people_begin(p, ED, 0);
    assert_refused(p, totp_begin(&p->app, p->ids[ED]), ERR_CONFLICT);
    people_begin(p, ED, 0);
    assert_ok(p, totp_renew_codes(&p->app, again));
    assert_string_not_equal(codes[0], again[0]);
    assert_ok(p, totp_remove(&p->app));
    assert_refused(p, totp_remove(&p->app), ERR_NOT_FOUND);
    assert_int_equal(people_audited(p, "second_factor_on"), 1);
}

static void
keeps_the_secret_sealed(void **state)
{
    struct people *p = *state;
    if (!p)
        return;
    struct totp_state now;
    people_begin(p, VI, 0);
    assert_ok(p, totp_begin(&p->app, p->ids[VI]));
    assert_ok(p, totp_read(&p->app, p->ids[VI], p->emails[VI], &now));
    people_commit(p);
    char plain[64];
    size_t at = 0;
    for (const char *c = now.secret; *c; c++)
        if (*c != ' ')
            plain[at++] = *c;
    plain[at] = '\0';
    assert_int_equal(
        people_number(p, "SELECT count(*) FROM second_factor WHERE secret LIKE '%%%s%%'", plain),
        0);
    /* A secret copied to another account does not open there. */
    people_number(p,
                  "INSERT INTO second_factor (user_id, secret) SELECT %" PRId64 ", secret FROM "
                  "second_factor WHERE user_id = %" PRId64 " RETURNING 1",
                  p->ids[BO], p->ids[VI]);
    people_begin(p, BO, 0);
    assert_refused(p, totp_read(&p->app, p->ids[BO], p->emails[BO], &now), ERR_UNAVAILABLE);
}

static int
set_up(void **state)
{
    *state = people_new();
    return 0;
}

static int
tear_down(void **state)
{
    people_free(*state);
    return 0;
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(is_set_up_with_a_code),
        cmocka_unit_test(keeps_the_secret_sealed),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
