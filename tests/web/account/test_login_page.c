/* Sign-in as people meet it: the form, what it says, where it leads. */
#include "support/visits.h"

#include "base/otp.h"
#include "base/secret.h"

static const char *
form(struct pages *p, int who, const char *password)
{
    return arena_printf(p->arena, "email=%s&password=%s", p->people->emails[who], password);
}

static void
forget_tries(struct pages *p)
{
    people_forget_tries(p->people, "192.0.2.1");
}

static void
signs_in_and_goes_where_one_wanted(void **state)
{
    struct pages *p = *state;
    if (!p)
        return;
    forget_tries(p);
    struct webrun_request request = {.method = "GET", .path = "/login?next=%2Fkestrel%3Fa%3D1"};
    struct webrun_answer answer = webrun_send(p->run, &request);
    assert_int_equal(answer.status, 200);
    assert_shows(answer, "action=\"/login?next=%2Fkestrel%3Fa%3D1\"");
    answer = pages_post_open(p, "/login?next=%2Fkestrel%3Fa%3D1", "", form(p, ED, PEOPLE_PASSWORD));
    assert_leads(p, answer, "/kestrel?a=1");
    const char *token = pages_cookie(p, &answer, "leadgen8080");
    assert_true(strlen(token) > 40);
    assert_int_equal(webrun_get(p->run, token, "/account").status, 200);
    assert_null(strstr(answer.head, "Max-Age"));
    answer = pages_post_open(p, "/login", "",
                             arena_printf(p->arena, "%s&keep=1", form(p, ED, PEOPLE_PASSWORD)));
    assert_leads(p, answer, "/");
    assert_non_null(strstr(answer.head, "Max-Age=1209600"));
}

static void
leads_to_no_other_site(void **state)
{
    struct pages *p = *state;
    if (!p)
        return;
    static const char *const bad[] = {"%2F%2Fevil.example", "https%3A%2F%2Fevil.example",
                                      "%2F%5Cevil.example"};
    for (size_t i = 0; i < 3; i++) {
        forget_tries(p);
        struct webrun_answer answer = pages_post_open(
            p, arena_printf(p->arena, "/login?next=%s", bad[i]), "", form(p, ED, PEOPLE_PASSWORD));
        assert_leads(p, answer, "/");
    }
}

static void
says_the_same_whoever_it_is(void **state)
{
    struct pages *p = *state;
    if (!p)
        return;
    forget_tries(p);
    struct webrun_answer known = pages_post_open(p, "/login", "", form(p, ED, "wrong"));
    struct webrun_answer unknown = pages_post_open(
        p, "/login", "",
        arena_printf(p->arena, "email=nobody.%s@x.example&password=wrong", p->people->mark));
    assert_int_equal(known.status, 400);
    assert_int_equal(unknown.status, 400);
    assert_shows(known, "E-mail and password do not match. 4 tries left");
    assert_shows(unknown, "E-mail and password do not match. 4 tries left");
    assert_shows(known, p->people->emails[ED]);
    assert_hides(known, "value=\"wrong\"");
    for (int i = 0; i < 4; i++)
        known = pages_post_open(p, "/login", "", form(p, ED, "wrong"));
    assert_shows(known, "pause of 15 minutes now");
    known = pages_post_open(p, "/login", "", form(p, ED, PEOPLE_PASSWORD));
    assert_int_equal(known.status, 429);
    assert_true(strtol(webrun_header(p->run, &known, "Retry-After"), NULL, 10) > 800);
    assert_shows(known, "Wait 15 min");
    forget_tries(p);
}

static void
tells_that_a_session_has_ended(void **state)
{
    struct pages *p = *state;
    if (!p)
        return;
    struct webrun_answer answer = webrun_get(p->run, "gone", "/account");
    assert_leads(p, answer, "/login?next=%2Faccount&expired=1");
    struct webrun_request request = {.method = "GET", .path = "/login?next=%2Faccount&expired=1"};
    answer = webrun_send(p->run, &request);
    assert_shows(answer, "You were signed out");
}

static void
asks_for_the_second_step(void **state)
{
    struct pages *p = *state;
    if (!p)
        return;
    struct people *people = p->people;
    static const char secret[] = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    const char *sealed = NULL;
    forget_tries(p);
    assert_ok(people, secret_seal(&people->app, secret,
                                  arena_printf(p->arena, "second_factor %" PRId64, people->ids[VI]),
                                  &sealed));
    people_number(people,
                  "INSERT INTO second_factor (user_id, secret, confirmed_at) VALUES "
                  "(%" PRId64 ", '%s', now()) RETURNING 1",
                  people->ids[VI], sealed);
    struct webrun_answer answer =
        pages_post_open(p, "/login?next=%2Faccount", "", form(p, VI, PEOPLE_PASSWORD));
    assert_leads(p, answer, "/login/code?next=%2Faccount");
    assert_string_equal(pages_cookie(p, &answer, "leadgen8080"), "");
    const char *cookie =
        arena_printf(p->arena, "leadgen_step8080=%s", pages_cookie(p, &answer, "leadgen_step8080"));
    struct webrun_request request = {
        .method = "GET", .path = "/login/code?next=%2Faccount", .cookies = cookie};
    answer = webrun_send(p->run, &request);
    assert_shows(answer, people->emails[VI]);
    answer = pages_post_open(p, "/login/code?next=%2Faccount", cookie, "code=000000");
    assert_int_equal(answer.status, 400);
    assert_shows(answer, "That is not right. 4 tries left");
    int64_t now = clock_now_ms() / 30000;
    answer = pages_post_open(
        p, "/login/code?next=%2Faccount", cookie,
        arena_printf(p->arena, "code=%s", otp_code(p->arena, secret, (uint64_t)now, 6)));
    assert_leads(p, answer, "/account");
    assert_int_equal(webrun_get(p->run, pages_cookie(p, &answer, "leadgen8080"), "/account").status,
                     200);
    /* Without the cookie of the first step there is no second one. */
    request.cookies = NULL;
    answer = webrun_send(p->run, &request);
    assert_leads(p, answer, "/login?next=%2Faccount");
}

static void
signs_out(void **state)
{
    struct pages *p = *state;
    if (!p)
        return;
    forget_tries(p);
    struct webrun_answer answer = pages_post_open(p, "/login", "", form(p, ED, PEOPLE_PASSWORD));
    const char *token = pages_cookie(p, &answer, "leadgen8080");
    answer = webrun_post(p->run, token, "/logout", "");
    assert_leads(p, answer, "/login");
    assert_int_equal(webrun_get(p->run, token, "/account").status, 303);
}

static void
goes_on_when_one_is_signed_in(void **state)
{
    struct pages *p = *state;
    if (!p)
        return;
    struct webrun_answer answer = webrun_get(p->run, p->tokens[ED], "/login");
    assert_leads(p, answer, "/");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(signs_in_and_goes_where_one_wanted),
        cmocka_unit_test(leads_to_no_other_site),
        cmocka_unit_test(says_the_same_whoever_it_is),
        cmocka_unit_test(tells_that_a_session_has_ended),
        cmocka_unit_test(asks_for_the_second_step),
        cmocka_unit_test(signs_out),
        cmocka_unit_test(goes_on_when_one_is_signed_in),
    };
    return cmocka_run_group_tests(tests, pages_set_up, pages_tear_down);
}
