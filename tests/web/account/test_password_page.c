/* Changing one's own password. */
#include "support/visits.h"

static void
wants_the_old_one(void **state)
{
    struct pages *p = *state;
    if (!p)
        return;
    people_forget_tries(p->people, "192.0.2.1");
    assert_int_equal(pages_get(p, ED, "/account/password").status, 200);
    struct webrun_answer answer = pages_post(
        p, ED, "/account/password", "current=wrong&password=kolo+most+1942&confirm=kolo+most+1942");
    assert_int_equal(answer.status, 400);
    assert_shows(answer, "That is not right. 4 tries left");
    answer = pages_post(p, ED, "/account/password",
                        "current=correct+horse+battery&password=password12&confirm=password12");
    assert_shows(answer, "tried first");
    answer =
        pages_post(p, ED, "/account/password",
                   "current=correct+horse+battery&password=kolo+most+1942&confirm=kolo+most+1942");
    assert_leads(p, answer, "/account/password");
    /* This session stays. */
    assert_int_equal(pages_get(p, ED, "/account").status, 200);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(wants_the_old_one),
    };
    return cmocka_run_group_tests(tests, pages_set_up, pages_tear_down);
}
