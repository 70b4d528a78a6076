/* Whom a workspace looks for: the default stands ticked, admins change it, nobody else. */
#include "support/pages.h"

static void
admins_choose_whom(void **state)
{
    (void)state;
    struct pages *p = pages_new();
    if (!p)
        return;
    const char *path = pages_path(p, "/settings/people");
    assert_int_equal(pages_get(p, ED, path).status, 403);
    struct webrun_answer answer = pages_get(p, ADA, path);
    assert_int_equal(answer.status, 200);
    pages_shows(&answer, "value=\"executive\" checked");
    assert_null(strstr(answer.body, "value=\"hr\" checked"));
    pages_shows(&answer, "value=\"50\"");
    assert_int_equal(pages_post(p, ED, path, "department=hr&seniority=vp&most=5").status, 403);
    assert_int_equal(pages_post(p, ADA, path, "department=cooks&seniority=vp&most=5").status, 400);
    answer = pages_post(p, ADA, path, "seniority=vp&most=5");
    assert_int_equal(answer.status, 400);
    pages_shows(&answer, "Choose at least one.");
    pages_shows(&answer, "value=\"hr\"");
    assert_int_equal(pages_post(p, ADA, path, "department=hr&seniority=vp&most=201").status, 400);
    assert_int_equal(pages_post(p, ADA, path, "department=hr&seniority=vp&most=5").status, 303);
    answer = pages_get(p, ADA, path);
    pages_shows(&answer, "value=\"hr\" checked");
    pages_shows(&answer, "value=\"5\"");
    assert_null(strstr(answer.body, "value=\"executive\" checked"));
    answer = pages_get(p, ADA, pages_path(p, "/settings/audit"));
    pages_shows(&answer, "chose whom to look for");
    pages_free(p);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(admins_choose_whom)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
