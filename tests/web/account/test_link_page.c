/* One-time links as people meet them. */
#include "support/visits.h"

#include "domain/account/member.h"
#include "domain/account/user.h"

static const char *
invite(struct pages *p, const char *email)
{
    const char *token = NULL;
    people_begin(p->people, ADA, p->people->kestrel);
    assert_ok(p->people,
              member_invite(&p->people->app, p->people->kestrel, email, "viewer", &token));
    people_commit(p->people);
    return arena_printf(p->arena, "/link/%s", token);
}

static struct webrun_answer
look(struct pages *p, const char *path)
{
    return webrun_send(p->run, &(struct webrun_request){.method = "GET", .path = path});
}

static void
takes_in_a_new_person(void **state)
{
    struct pages *p = *state;
    if (!p)
        return;
    const char *email = arena_printf(p->arena, "new.%s@x.example", p->people->mark);
    const char *path = invite(p, email);
    struct webrun_answer answer = look(p, path);
    assert_int_equal(answer.status, 200);
    assert_shows(answer, "ada invites you as viewer");
    assert_shows(answer, email);
    answer = pages_post_open(p, path, "", "name=New&password=short&confirm=short");
    assert_int_equal(answer.status, 400);
    assert_shows(answer, "Use at least 10 characters");
    answer =
        pages_post_open(p, path, "", "name=New&password=kolo+most+1942&confirm=kolo+most+1943");
    assert_shows(answer, "The two passwords are not the same");
    assert_hides(answer, "kolo most");
    answer =
        pages_post_open(p, path, "", "name=New&password=kolo+most+1942&confirm=kolo+most+1942");
    assert_leads(p, answer, arena_printf(p->arena, "/%s", p->people->kestrel_slug));
    const char *token = pages_cookie(p, &answer, "leadgen8080");
    assert_int_equal(webrun_get(p->run, token, "/account").status, 200);
    answer = look(p, path);
    assert_shows(answer, "This link no longer works");
    assert_leads(
        p, pages_post_open(p, path, "", "name=N&password=kolo+most+1942&confirm=kolo+most+1942"),
        path);
}

static void
asks_who_has_an_account_for_their_password(void **state)
{
    struct pages *p = *state;
    if (!p)
        return;
    people_forget_tries(p->people, "192.0.2.1");
    const char *path = invite(p, p->people->emails[BO]);
    struct webrun_answer answer = look(p, path);
    assert_shows(answer, "Enter the password of your account");
    assert_hides(answer, "name=\"confirm\"");
    answer = pages_post_open(p, path, "", "password=kolo+most+1942&confirm=kolo+most+1942&name=X");
    assert_int_equal(answer.status, 400);
    assert_shows(answer, "That is not right. 4 tries left");
    answer = pages_post_open(p, path, "", "password=correct+horse+battery");
    assert_leads(p, answer, arena_printf(p->arena, "/%s", p->people->kestrel_slug));
    assert_int_equal(people_number(p->people,
                                   "SELECT count(*) FROM membership WHERE user_id = "
                                   "%" PRId64,
                                   p->people->ids[BO]),
                     2);
}

static void
sets_a_new_password(void **state)
{
    struct pages *p = *state;
    if (!p)
        return;
    const char *token = NULL;
    int64_t hours;
    people_begin(p->people, SUE, 0);
    assert_ok(p->people, user_reset_link(&p->people->app, p->people->ids[VI], &token, &hours));
    people_commit(p->people);
    const char *path = arena_printf(p->arena, "/link/%s", token);
    assert_shows(look(p, path), "Set a password");
    struct webrun_answer answer =
        pages_post_open(p, path, "", "password=kolo+most+1942&confirm=kolo+most+1942");
    assert_leads(p, answer, "/");
    assert_int_equal(webrun_get(p->run, p->tokens[VI], "/account").status, 303);
}

static void
knows_no_made_up_link(void **state)
{
    struct pages *p = *state;
    if (!p)
        return;
    assert_shows(look(p, "/link/made-up"), "This link no longer works");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_in_a_new_person),
        cmocka_unit_test(asks_who_has_an_account_for_their_password),
        cmocka_unit_test(sets_a_new_password),
        cmocka_unit_test(knows_no_made_up_link),
    };
    return cmocka_run_group_tests(tests, pages_set_up, pages_tear_down);
}
