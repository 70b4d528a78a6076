/* The People tab in the product itself: who is shown, leaving out, putting back, research. */
#include "domain/audience/campaigning.h"
#include "support/pages.h"

static const char *
path(struct pages *p, int64_t campaign, const char *rest)
{
    return pages_path(p,
                      arena_printf(p->people->arena, "/campaigns/%" PRId64 "%s", campaign, rest));
}

static void
people_are_shown_and_left_out(void **state)
{
    (void)state;
    struct pages *p = pages_new();
    if (!p)
        return;
    struct people *people = p->people;
    int64_t campaign = campaigning_campaign(people, "Nordic", "draft");
    int64_t company = campaigning_company(people, "Acme", "DE");
    struct webrun_answer answer = pages_get(p, VI, path(p, campaign, "/people"));
    pages_shows(&answer, "Nobody was added to this campaign.");
    answer = pages_get(p, ED, path(p, campaign, "/people"));
    pages_shows(&answer, "No people yet");
    int64_t ann = campaigning_contact(people, "ann", company);
    int64_t ben = campaigning_contact(people, "ben", company);
    campaigning_change(people, ben, "email = NULL, linkedin_url = NULL, company_id = NULL");
    campaigning_join(people, campaign, ann);
    campaigning_join(people, campaign, ben);
    answer = pages_get(p, ED, path(p, campaign, "/people"));
    pages_shows(&answer, "ann Test");
    pages_shows(&answer, "Crawl, Company facts, Score, E-mail verification");
    pages_shows(&answer, "No channel");
    pages_shows(&answer, "Research 1 person, free of charge");
    answer = pages_get(p, ED, path(p, campaign, "/people?ready=no_way"));
    pages_shows(&answer, "ben Test");
    assert_null(strstr(answer.body, "ann Test"));
    const char *form =
        arena_printf(people->arena, "act=exclude&who=%" PRId64 "&reason=Not+now", ben);
    assert_int_equal(pages_post(p, VI, path(p, campaign, "/people"), form).status, 403);
    assert_int_equal(pages_post(p, ED, path(p, campaign, "/people"), form).status, 303);
    answer = pages_get(p, ED, path(p, campaign, "/people?state=excluded"));
    pages_shows(&answer, "ben Test");
    pages_shows(&answer, "Not now");
    form = arena_printf(people->arena, "act=back&who=%" PRId64, ben);
    assert_int_equal(pages_post(p, ED, path(p, campaign, "/people"), form).status, 303);
    form = arena_printf(people->arena, "act=remove&who=%" PRId64, ben);
    assert_int_equal(pages_post(p, ED, path(p, campaign, "/people"), form).status, 303);
    answer = pages_get(p, ED, path(p, campaign, "/people"));
    assert_null(strstr(answer.body, "ben Test"));
    answer = pages_post(p, ED, path(p, campaign, "/people"), "act=exclude");
    assert_int_equal(answer.status, 303);
    answer = pages_post(p, ED, path(p, campaign, "/research"), "");
    assert_int_equal(answer.status, 303);
    assert_non_null(strstr(webrun_header(p->run, &answer, "Location"), "/runs/"));
    const char *theirs = arena_printf(people->arena, "/%s/campaigns/%" PRId64 "/people",
                                      people->atlas_slug, campaign);
    assert_int_equal(pages_get(p, BO, theirs).status, 404);
    pages_free(p);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(people_are_shown_and_left_out)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
