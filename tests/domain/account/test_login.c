/* Signing in on a real database: the same answers for accounts that exist and those that do not,
 * pauses, and the second step. */
#include "support/people.h"

#include "base/otp.h"
#include "base/secret.h"
#include "domain/account/login.h"
#include "domain/account/totp.h"

static const struct session_place place = {.user_agent = "test", .address = "192.0.2.77"};
static int looked_at;

static bool
count(const char *hash, const char *password)
{
    looked_at++;
    return token_password_matches(hash, password);
}

static struct login_result
attempt(struct people *p, const char *email, const char *password)
{
    struct login_result result;
    people_begin(p, -1, 0);
    assert_ok(p, login_password(&p->app, email, password, false, place, &result));
    people_commit(p);
    return result;
}

static void
forget_tries(struct people *p)
{
    people_forget_tries(p, place.address);
}

static void
lets_in_who_knows_the_password(void **state)
{
    struct people *p = *state;
    if (!p)
        return;
    forget_tries(p);
    struct login_result result =
        attempt(p, arena_printf(p->arena, "  %s ", p->emails[ED]), PEOPLE_PASSWORD);
    assert_int_equal(result.outcome, LOGIN_IN);
    assert_int_equal(result.user_id, p->ids[ED]);
    assert_int_equal(people_number(p,
                                   "SELECT count(*) FROM session WHERE token_hash = '%s' "
                                   "AND address = '192.0.2.77'",
                                   token_sha256(p->arena, result.token, strlen(result.token))),
                     1);
    assert_int_equal(people_audited(p, "sign_in"), 1);
}

static void
says_the_same_of_unknown_accounts(void **state)
{
    struct people *p = *state;
    if (!p)
        return;
    const char *nobody = arena_printf(p->arena, "nobody.%s@x.example", p->mark);
    forget_tries(p);
    for (int i = 4; i >= 0; i--) {
        struct login_result wrong = attempt(p, p->emails[ED], "wrong"),
                            unknown = attempt(p, nobody, "wrong");
        assert_int_equal(wrong.outcome, LOGIN_WRONG);
        assert_int_equal(unknown.outcome, LOGIN_WRONG);
        assert_int_equal(wrong.tries_left, i);
        assert_int_equal(unknown.tries_left, i);
    }
    struct login_result wrong = attempt(p, p->emails[ED], PEOPLE_PASSWORD),
                        unknown = attempt(p, nobody, "x");
    assert_int_equal(wrong.outcome, LOGIN_PAUSED);
    assert_int_equal(unknown.outcome, LOGIN_PAUSED);
    assert_in_range(wrong.wait, 800, 900);
    assert_in_range(unknown.wait, 800, 900);
    assert_int_equal(people_audited(p, "sign_in_paused"), 1);
}

static void
looks_at_a_password_for_unknown_accounts_too(void **state)
{
    struct people *p = *state;
    if (!p)
        return;
    struct login_result result;
    bool second;
    forget_tries(p);
    looked_at = 0;
    people_begin(p, -1, 0);
    assert_ok(
        p, login_check(&p->app, "no.one@x.example", "wrong", "192.0.2.1", count, &result, &second));
    assert_int_equal(looked_at, 1);
    people_commit(p);
}

static void
unlocks_after_the_pause(void **state)
{
    struct people *p = *state;
    if (!p)
        return;
    forget_tries(p);
    for (int i = 0; i < 5; i++)
        attempt(p, p->emails[ED], "wrong");
    assert_int_equal(attempt(p, p->emails[ED], PEOPLE_PASSWORD).outcome, LOGIN_PAUSED);
    people_number(p,
                  "UPDATE login_attempt SET until = now() - interval '1 second' WHERE key = "
                  "app.login_key('%s') RETURNING 1",
                  p->emails[ED]);
    assert_int_equal(attempt(p, p->emails[ED], "wrong").tries_left, 4);
    assert_int_equal(attempt(p, p->emails[ED], PEOPLE_PASSWORD).outcome, LOGIN_IN);
    assert_int_equal(attempt(p, p->emails[ED], "wrong").tries_left, 4);
}

static void
pauses_an_address_that_tries_many_accounts(void **state)
{
    struct people *p = *state;
    if (!p)
        return;
    forget_tries(p);
    database_script(p->db, "INSERT INTO login_attempt (key, tries) VALUES "
                           "('address 192.0.2.77', 59)");
    assert_int_equal(attempt(p, p->emails[VI], "wrong").outcome, LOGIN_WRONG);
    assert_int_equal(attempt(p, p->emails[ED], PEOPLE_PASSWORD).outcome, LOGIN_PAUSED);
    forget_tries(p);
}

static void
keeps_out_who_is_switched_off(void **state)
{
    struct people *p = *state;
    if (!p)
        return;
    forget_tries(p);
    people_number(
        p, "UPDATE user_account SET deactivated_at = now() WHERE user_id = %" PRId64 " RETURNING 1",
        p->ids[VI]);
    assert_int_equal(attempt(p, p->emails[VI], PEOPLE_PASSWORD).outcome, LOGIN_WRONG);
    people_number(
        p, "UPDATE user_account SET deactivated_at = NULL WHERE user_id = %" PRId64 " RETURNING 1",
        p->ids[VI]);
}

static const char secret[] = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
static const int64_t noon = 1800000000000;

static void
set_second_factor(struct people *p, int who)
{
    const char *sealed = NULL;
    assert_ok(p,
              secret_seal(&p->app, secret,
                          arena_printf(p->arena, "second_factor %" PRId64, p->ids[who]), &sealed));
    people_number(p,
                  "INSERT INTO second_factor (user_id, secret, confirmed_at) VALUES (%" PRId64
                  ", '%s', now()) ON CONFLICT (user_id) DO UPDATE SET last_step = 0 RETURNING 1",
                  p->ids[who], sealed);
    people_number(p,
                  "INSERT INTO recovery_code (user_id, code_hash) VALUES (%" PRId64
                  ", '%s') ON CONFLICT DO NOTHING RETURNING 1",
                  p->ids[who], token_sha256(p->arena, "aaaaabbbbbcccccddddd", 20));
}

static struct login_result
step(struct people *p, const char *token, const char *code)
{
    struct login_result result;
    people_begin(p, -1, 0);
    assert_ok(p, login_step(&p->app, token, code, place, &result));
    people_commit(p);
    return result;
}

static void
asks_for_the_second_factor(void **state)
{
    struct people *p = *state;
    if (!p)
        return;
    forget_tries(p);
    set_second_factor(p, ADA);
    clock_hold(noon);
    struct login_result first = attempt(p, p->emails[ADA], PEOPLE_PASSWORD);
    assert_int_equal(first.outcome, LOGIN_STEP);
    const char *email = NULL;
    people_begin(p, -1, 0);
    assert_ok(p, login_step_read(&p->app, first.token, &email));
    assert_string_equal(email, p->emails[ADA]);
    assert_int_equal(step(p, first.token, "000000").outcome, LOGIN_WRONG);
    const char *code = otp_code(p->arena, secret, noon / 30000, 6);
    assert_int_equal(step(p, first.token, code).outcome, LOGIN_IN);
    /* The token is used up, and the code is for nobody else. */
    assert_int_equal(step(p, first.token, code).outcome, LOGIN_GONE);
    struct login_result again = attempt(p, p->emails[ADA], PEOPLE_PASSWORD);
    assert_int_equal(step(p, again.token, code).outcome, LOGIN_WRONG);
    assert_int_equal(step(p, again.token, otp_code(p->arena, secret, noon / 30000 - 1, 6)).outcome,
                     LOGIN_WRONG);
    assert_int_equal(step(p, again.token, otp_code(p->arena, secret, noon / 30000 + 1, 6)).outcome,
                     LOGIN_IN);
}

static void
takes_a_recovery_code_once(void **state)
{
    struct people *p = *state;
    if (!p)
        return;
    forget_tries(p);
    set_second_factor(p, ADA);
    struct login_result first = attempt(p, p->emails[ADA], PEOPLE_PASSWORD);
    assert_int_equal(step(p, first.token, "AAAAA-bbbbb-ccccc ddddd").outcome, LOGIN_IN);
    struct login_result again = attempt(p, p->emails[ADA], PEOPLE_PASSWORD);
    assert_int_equal(step(p, again.token, "aaaaa-bbbbb-ccccc-ddddd").outcome, LOGIN_WRONG);
    assert_int_equal(people_audited(p, "recovery_code_used"), 1);
}

static void
pauses_guesses_of_the_second_step(void **state)
{
    struct people *p = *state;
    if (!p)
        return;
    forget_tries(p);
    set_second_factor(p, ADA);
    struct login_result first = attempt(p, p->emails[ADA], PEOPLE_PASSWORD);
    for (int i = 0; i < 5; i++)
        assert_int_equal(step(p, first.token, "000000").outcome, LOGIN_WRONG);
    assert_int_equal(step(p, first.token, otp_code(p->arena, secret, noon / 30000 + 2, 6)).outcome,
                     LOGIN_PAUSED);
    /* A new password entry gives no new guesses. */
    struct login_result again = attempt(p, p->emails[ADA], PEOPLE_PASSWORD);
    assert_int_equal(step(p, again.token, "000000").outcome, LOGIN_PAUSED);
    assert_int_equal(step(p, "not a token", "000000").outcome, LOGIN_GONE);
    forget_tries(p);
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
        cmocka_unit_test(lets_in_who_knows_the_password),
        cmocka_unit_test(says_the_same_of_unknown_accounts),
        cmocka_unit_test(looks_at_a_password_for_unknown_accounts_too),
        cmocka_unit_test(unlocks_after_the_pause),
        cmocka_unit_test(pauses_an_address_that_tries_many_accounts),
        cmocka_unit_test(keeps_out_who_is_switched_off),
        cmocka_unit_test(asks_for_the_second_factor),
        cmocka_unit_test(takes_a_recovery_code_once),
        cmocka_unit_test(pauses_guesses_of_the_second_step),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
