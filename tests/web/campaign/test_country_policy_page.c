/* Countries under Settings: the table with its sources, and what admins decide otherwise. */
#include "support/pages.h"

static void
shows_the_law_and_lets_admins_decide(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    const char *path = pages_path(pages, "/settings/countries");
    const char *de = pages_path(pages, "/settings/countries/DE");
    struct webrun_answer answer = pages_get(pages, VI, path);
    pages_shows(&answer, "It is no legal advice");
    pages_shows(&answer, "Gesetz gegen den unlauteren Wettbewerb, § 7");
    pages_shows(&answer, "https://www.gesetze-im-internet.de/uwg_2004/__7.html");
    assert_int_equal(pages_get(pages, ED, de).status, 403);
    answer = pages_get(pages, ADA, de);
    pages_shows(&answer, "The table: Consent needed");
    answer = pages_post(pages, ADA, de, "whose=own&basis=blocked&note=");
    pages_shows(&answer, "Write why");
    assert_int_equal(
        pages_post(pages, ADA, de, "whose=own&basis=blocked&note=Counsel+%3Csays%3E+no").status,
        303);
    answer = pages_get(pages, VI, path);
    pages_shows(&answer, "Counsel &lt;says&gt; no");
    pages_shows(&answer, "Not at all");
    answer = pages_get(pages, BO, pages_path(pages, "/settings/countries"));
    assert_int_equal(answer.status, 404);
    assert_int_equal(pages_post(pages, ADA, de, "whose=table&note=").status, 303);
    answer = pages_get(pages, VI, path);
    assert_null(strstr(answer.body, "Counsel"));
    answer = pages_get(pages, ADA, pages_path(pages, "/settings/countries/find?country=KE"));
    assert_int_equal(answer.status, 303);
    answer = pages_get(pages, ADA, pages_path(pages, "/settings/countries/KE"));
    pages_shows(&answer, "says nothing of this country");
    assert_int_equal(pages_get(pages, ADA, pages_path(pages, "/settings/countries/XX")).status,
                     404);
    assert_int_equal(people_audited(pages->people, "country_policy"), 2);
    pages_free(pages);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shows_the_law_and_lets_admins_decide),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
