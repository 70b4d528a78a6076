/* The rules of triage in the product itself: trying without saving, saving, mistakes. */
#include "support/pages.h"

#define FORM                                                                                       \
    "version=0&broken=disqualify&currency=EUR&tier.tier_1_platinum=pass&tier.deprioritize=out&"    \
    "required=country&industries_out=energy&"

static void
tries_and_saves(void **state)
{
    (void)state;
    struct pages *p = pages_new();
    if (!p)
        return;
    const char *path = pages_path(p, "/triage/rules");
    struct webrun_answer answer = pages_get(p, VI, path);
    pages_shows(&answer, "These are the defaults");
    assert_null(strstr(answer.body, "Save and apply"));
    people_number(
        p->people,
        "INSERT INTO company (tenant_id, name, name_key, search, sort_name, domain, tier, codes) "
        "VALUES (%" PRId64
        ", 'Alder', 'alder', 'alder', 'alder', 'alder.example', 'tier_1_platinum', "
        "'{1,0,0,0,0,0,1,0,1,0,0}') RETURNING company_id",
        p->people->kestrel);
    assert_int_equal(pages_post(p, VI, path, FORM "act=try").status, 403);
    answer = pages_post(p, ED, path, FORM "act=try&min_employees=10");
    assert_int_equal(answer.status, 303);
    answer = pages_get(p, ED, webrun_header(p->run, &answer, "Location"));
    pages_shows(&answer, "Tried on 1 companies");
    pages_shows(&answer, "Pass → A person decides: Country is not known");
    pages_shows(&answer, "value=\"10\"");
    assert_int_equal(people_number(p->people,
                                   "SELECT count(*) FROM triage_rules WHERE tenant_id = %" PRId64,
                                   p->people->kestrel),
                     0);
    answer =
        pages_post(p, ED, path, FORM "act=save&countries_only=Atlantis&industries_only=energy");
    assert_int_equal(answer.status, 400);
    pages_shows(&answer, "Atlantis is no country we know");
    pages_shows(&answer, "name=\"industries_only\" value=\"energy\" checked");
    answer = pages_post(p, ED, path, FORM "act=save&countries_only=DE, Austria");
    assert_int_equal(answer.status, 303);
    answer = pages_get(p, ED, path);
    pages_shows(&answer, "Version 1, by ed");
    pages_shows(&answer, "Austria, Germany");
    pages_shows(&answer, "Waiting for a free worker");
    /* The second one to save is told. */
    assert_int_equal(pages_post(p, ADA, path, FORM "act=save").status, 409);
    pages_free(p);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(tries_and_saves)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
