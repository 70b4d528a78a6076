/* Lists of sessions, and ending them. */
#include "support/visits.h"

static int64_t
session_of(struct pages *p, int who)
{
    return people_number(p->people,
                         "SELECT max(session_id) FROM session WHERE user_id = %" PRId64
                         " AND revoked_at IS NULL",
                         p->people->ids[who]);
}

static void
ends_ones_own_only(void **state)
{
    struct pages *p = *state;
    if (!p)
        return;
    const char *other =
        arena_printf(p->arena, "/account/sessions/%" PRId64 "/end", session_of(p, BO));
    struct webrun_answer answer = pages_post(p, ADA, other, "");
    assert_leads(p, answer, "/account/sessions");
    assert_non_null(strstr(pages_flash(p, &answer), "bad\n"));
    assert_int_equal(pages_get(p, BO, "/account").status, 200);
    people_number(p->people,
                  "INSERT INTO session (token_hash, user_id, idle, expires_at, user_agent, "
                  "address) VALUES ('x-%s', %" PRId64 ", '1 day', now() + interval '1 day', "
                  "'Firefox', '192.0.2.44') RETURNING 1",
                  p->people->mark, p->people->ids[ADA]);
    answer = pages_get(p, ADA, "/account/sessions");
    assert_shows(answer, "192.0.2.44");
    assert_shows(answer, "This one");
    assert_shows(answer, "End the other session");
    answer = pages_post(p, ADA, "/account/sessions/others/end", "");
    assert_non_null(strstr(pages_flash(p, &answer), "1 other session has ended"));
    assert_hides(pages_get(p, ADA, "/account/sessions"), "192.0.2.44");
}

static void
shows_all_to_super_admins(void **state)
{
    struct pages *p = *state;
    if (!p)
        return;
    assert_int_equal(pages_get(p, ADA, "/admin/sessions").status, 404);
    struct webrun_answer answer =
        pages_get(p, SUE, "/admin/sessions?user=%" PRId64, p->people->ids[BO]);
    assert_shows(answer, p->people->emails[BO]);
    assert_hides(answer, p->people->emails[ED]);
    const char *end = arena_printf(p->arena, "/admin/sessions/%" PRId64 "/end", session_of(p, BO));
    assert_int_equal(pages_post(p, ADA, end, "").status, 404);
    assert_leads(p, pages_post(p, SUE, end, ""), "/admin/sessions");
    assert_int_equal(pages_get(p, BO, "/account").status, 303);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ends_ones_own_only),
        cmocka_unit_test(shows_all_to_super_admins),
    };
    return cmocka_run_group_tests(tests, pages_set_up, pages_tear_down);
}
