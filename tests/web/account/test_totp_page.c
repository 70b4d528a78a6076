/* Setting up a second factor, step by step. */
#include "support/visits.h"

#include <ctype.h>

#include "base/otp.h"

#define HERE "/account/second-factor"

static const char *
code_of(struct pages *p, const char *page, int64_t shift)
{
    const char *at = strstr(page, "<code class=\"code code-wrap\">");
    assert_non_null(at);
    at = strchr(at, '>') + 1;
    const char *secret = arena_strndup(p->arena, at, strcspn(at, "<"));
    return otp_code(p->arena, secret, (uint64_t)(clock_now_ms() / 30000 + shift), 6);
}

static void
is_set_up_and_switched_off(void **state)
{
    struct pages *p = *state;
    if (!p)
        return;
    people_forget_tries(p->people, "192.0.2.1");
    assert_shows(pages_get(p, ED, HERE), "No second factor");
    assert_leads(p, pages_post(p, ED, HERE "/begin", ""), HERE);
    struct webrun_answer answer = pages_get(p, ED, HERE);
    assert_shows(answer, "<path class=\"qr-dark\" d=\"M4 4h7");
    assert_shows(answer, "otpauth://totp/leadgen:");
    const char *page = arena_strdup(p->arena, answer.body);
    answer = pages_post(p, ED, HERE, "code=000000");
    assert_int_equal(answer.status, 400);
    assert_shows(answer, "This code does not fit");
    answer = pages_post(p, ED, HERE, arena_printf(p->arena, "code=%s", code_of(p, page, 0)));
    assert_int_equal(answer.status, 200);
    assert_shows(answer, "Recovery codes");
    assert_shows(pages_get(p, ED, HERE), "10 recovery codes are left");
    assert_hides(pages_get(p, ED, HERE), "otpauth:");
    answer = pages_post(p, ED, HERE "/codes", "password=wrong");
    assert_int_equal(answer.status, 400);
    answer = pages_post(p, ED, HERE "/codes", "password=correct+horse+battery");
    assert_int_equal(answer.status, 200);
    assert_shows(answer, "They are shown only now");
    assert_int_equal(pages_get(p, ED, HERE "/off").status, 200);
    assert_leads(p, pages_post(p, ED, HERE "/off", "password=correct+horse+battery"), HERE);
    assert_shows(pages_get(p, ED, HERE), "No second factor");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(is_set_up_and_switched_off),
    };
    return cmocka_run_group_tests(tests, pages_set_up, pages_tear_down);
}
