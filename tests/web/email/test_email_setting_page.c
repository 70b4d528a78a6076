/* Settings of checking addresses in the product itself: off at first and explained, who may, bounds, the
 * chart once there are outcomes. */
#include "support/pages.h"

static void
admins_settle_it(void **state)
{
    (void)state;
    struct pages *p = pages_new();
    if (!p)
        return;
    const char *path = pages_path(p, "/settings/email");
    assert_int_equal(pages_get(p, ED, path).status, 403);
    struct webrun_answer answer = pages_get(p, ADA, path);
    assert_int_equal(answer.status, 200);
    pages_shows(&answer, "not always welcome");
    pages_shows(&answer, "value=\"90\"");
    assert_null(strstr(answer.body, "value=\"1\" checked"));
    pages_shows(&answer, "<b>0</b>, 200 to go");
    assert_int_equal(pages_post(p, ADA, path, "probe=1&reverify_days=3").status, 400);
    assert_int_equal(pages_post(p, ED, path, "probe=1&reverify_days=30").status, 403);
    assert_int_equal(pages_post(p, ADA, path, "probe=1&reverify_days=30").status, 303);
    answer = pages_get(p, ADA, path);
    pages_shows(&answer, "value=\"1\" checked");
    pages_shows(&answer, "value=\"30\"");
    answer = pages_get(p, ADA, pages_path(p, "/settings/audit"));
    pages_shows(&answer, "let mail servers be asked about addresses");
    people_number(p->people,
                  "INSERT INTO email_outcome (tenant_id, contact_id, percent, arrived) SELECT "
                  "%" PRId64 ", i, 30 + 60 * (i %% 2), i %% 4 > 0 FROM generate_series(1, 400) AS "
                  "i RETURNING 1",
                  p->people->kestrel);
    answer = pages_get(p, ADA, path);
    pages_shows(&answer, "Fitted to 400 outcomes");
    /* Of the even ones half arrived, of the others all: two dots, as high as what happened. */
    const char *half = strstr(answer.body, "<circle class=\"f-c1"),
               *all = half ? strstr(half + 1, "<circle class=\"f-c1") : "";
    assert_true(half && all && !strstr(all + 1, "<circle class=\"f-c1"));
    assert_non_null(strstr(half, "cy=\"100.0\""));
    assert_true(strstr(half, "cy=\"100.0\"") < all);
    assert_non_null(strstr(all, "cy=\"0.0\""));
    pages_shows(&answer, "<td class=\"num\">50 %</td><td class=\"num\">200</td>");
    pages_shows(&answer, "<td class=\"num\">100 %</td><td class=\"num\">200</td>");
    pages_free(p);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(admins_settle_it)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
