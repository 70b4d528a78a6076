/* Conflicts in the product itself: check, one click, undo, accept, older checks, the card on the
 * overview. */
#include "domain/audience/campaigning.h"
#include "support/pages.h"

static void
conflicts_are_found_and_decided(void **state)
{
    (void)state;
    struct pages *p = pages_new();
    if (!p)
        return;
    struct people *people = p->people;
    struct arena *arena = people->arena;
    int64_t campaign = campaigning_campaign(people, "Nordic", "draft");
    campaigning_step(people, campaign, 1, "email", 0);
    int64_t company = campaigning_company(people, "Acme", "DE");
    int64_t ann = campaigning_contact(people, "ann", company),
            ben = campaigning_contact(people, "ben", company);
    campaigning_change(people, ann, "email = NULL");
    campaigning_change(people, ben, "employment = 3");
    campaigning_join(people, campaign, ann);
    campaigning_join(people, campaign, ben);
    const char *page =
        pages_path(p, arena_printf(arena, "/campaigns/%" PRId64 "/conflicts", campaign));
    struct webrun_answer answer = pages_get(p, VI, page);
    pages_shows(&answer, "Not checked yet.");
    assert_int_equal(pages_post(p, VI, page, "").status, 403);
    assert_int_equal(pages_post(p, ED, page, "").status, 303);
    answer = pages_get(p, ED, page);
    pages_shows(&answer, "No way to reach them");
    pages_shows(&answer, "1 open that blocks approval");
    pages_shows(&answer, "Left the company");
    answer = pages_get(p, VI, pages_path(p, arena_printf(arena, "/campaigns/%" PRId64, campaign)));
    pages_shows(&answer, "No way to reach them");
    pages_shows(&answer, "People by readiness");
    assert_null(strstr(answer.body, "value=\"fix\""));
    int64_t blocks =
        people_number(people,
                      "SELECT conflict_id FROM campaign_conflict WHERE tenant_id = %" PRId64
                      " AND kind = 'no_channel'",
                      people->kestrel);
    int64_t left =
        people_number(people,
                      "SELECT conflict_id FROM campaign_conflict WHERE tenant_id = %" PRId64
                      " AND kind = 'left_company'",
                      people->kestrel);
    answer = pages_get(
        p, ED,
        pages_path(p, arena_printf(arena, "/campaigns/%" PRId64 "/people?conflict=%" PRId64,
                                   campaign, blocks)));
    pages_shows(&answer, "ann Test");
    assert_null(strstr(answer.body, "ben Test"));
    const char *one = arena_printf(arena, "%s/%" PRId64, page, blocks);
    assert_int_equal(pages_post(p, ED, one, "act=fix").status, 303);
    answer = pages_get(p, ED, page);
    pages_shows(&answer, "Put right");
    assert_int_equal(pages_post(p, ED, one, "act=fix").status, 409);
    assert_int_equal(pages_post(p, ED, one, "act=undo").status, 303);
    assert_int_equal(pages_post(p, ED, one, "act=fix").status, 303);
    one = arena_printf(arena, "%s/%" PRId64, page, left);
    answer = pages_post(p, ED, one, "act=accept&reason=x");
    assert_int_equal(answer.status, 400);
    assert_int_equal(pages_post(p, ED, one, "act=accept&reason=She+still+reads+it").status, 303);
    answer = pages_get(p, ED, page);
    pages_shows(&answer, "Accepted by ed: She still reads it");
    assert_int_equal(pages_post(p, ED, page, "").status, 303);
    answer = pages_get(p, ED, page);
    assert_null(strstr(answer.body, "No way to reach them"));
    pages_shows(&answer, "Accepted by ed: She still reads it");
    int64_t old =
        people_number(people, "SELECT min(check_id) FROM campaign_check WHERE tenant_id = %" PRId64,
                      people->kestrel);
    answer = pages_get(p, ED, arena_printf(arena, "%s?check=%" PRId64, page, old));
    pages_shows(&answer, "This is an older check");
    pages_shows(&answer, "No way to reach them");
    assert_int_equal(pages_get(p, ED, arena_printf(arena, "%s/progress", page)).status, 303);
    pages_free(p);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(conflicts_are_found_and_decided)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
