/* Adding people in the product itself: from a source, from the lists, what is said before. */
#include "domain/audience/campaigning.h"
#include "support/pages.h"

/* Where a form leads. */
static const char *
send(struct pages *p, const char *path, const char *form)
{
    struct webrun_answer answer = pages_post(p, ED, path, form);
    if (answer.status != 303)
        fail_msg("%d: %s", answer.status, answer.body);
    return arena_strdup(p->people->arena, webrun_header(p->run, &answer, "Location"));
}

static void
people_come_from_a_company_or_a_list(void **state)
{
    (void)state;
    struct pages *p = pages_new();
    if (!p)
        return;
    struct people *people = p->people;
    struct arena *arena = people->arena;
    int64_t campaign = campaigning_campaign(people, "Nordic", "draft");
    int64_t other = campaigning_campaign(people, "Baltic", "review");
    int64_t company = campaigning_company(people, "Acme", "DE");
    int64_t ann = campaigning_contact(people, "ann", company),
            ben = campaigning_contact(people, "ben", company);
    int64_t cy = campaigning_contact(people, "cy", company);
    campaigning_change(people, ben, "status = 'disqualified', codes[5] = 7");
    campaigning_join(people, other, cy);
    const char *add =
        pages_path(p, arena_printf(arena, "/campaigns/%" PRId64 "/people/add", campaign));
    struct webrun_answer answer = pages_get(p, ED, add);
    pages_shows(&answer, "Choose where they come from.");
    answer = pages_post(p, ED, add, "from=company&company=Nobody+of+that+name");
    assert_int_equal(answer.status, 400);
    pages_shows(&answer, "There is no company of this name or domain.");
    answer = pages_post(p, ED, add, "from=tag");
    assert_int_equal(answer.status, 400);
    const char *path = send(p, add, "from=company&company=Acme");
    answer = pages_get(p, ED, path);
    pages_shows(&answer, "<b>2 people</b> of 3 people can be added.");
    pages_shows(&answer, "are disqualified");
    pages_shows(&answer, "In other active campaigns: 1 person.");
    assert_int_equal(pages_get(p, VI, path).status, 403);
    /* Others came meanwhile: nothing is added behind one's back. */
    answer = pages_post(p, ED, path, "expected=7&skip_busy=1");
    assert_int_equal(answer.status, 409);
    send(p, path, "expected=2&skip_busy=1");
    answer = pages_get(
        p, ED, pages_path(p, arena_printf(arena, "/campaigns/%" PRId64 "/people", campaign)));
    pages_shows(&answer, "ann Test");
    assert_null(strstr(answer.body, "cy Test"));
    answer = pages_get(p, ED, path);
    pages_shows(&answer, "Added: 1 person.");
    send(p, arena_printf(arena, "%s/undo", path), "");
    answer = pages_get(
        p, ED, pages_path(p, arena_printf(arena, "/campaigns/%" PRId64 "/people", campaign)));
    assert_null(strstr(answer.body, "ann Test"));
    /* From the list of contacts and of companies. */
    path = send(p, pages_path(p, "/contacts/bulk"),
                arena_printf(arena, "do=campaign&id=%" PRId64 "&id=%" PRId64, ann, cy));
    answer = pages_get(p, ED, path);
    pages_shows(&answer, "Nordic");
    assert_null(strstr(answer.body, "Baltic"));
    path = send(p, path, arena_printf(arena, "campaign=%" PRId64, campaign));
    answer = pages_get(p, ED, path);
    pages_shows(&answer, "<b>2 people</b> of 2 people can be added.");
    send(p, arena_printf(arena, "%s/cancel", path), "expected=2");
    assert_int_equal(pages_get(p, ED, path).status, 404);
    path = send(p, pages_path(p, "/companies/bulk"), "do=campaign&all=1&filter=q%3Dacme");
    path = send(p, path, arena_printf(arena, "campaign=%" PRId64, campaign));
    answer = pages_get(p, ED, path);
    pages_shows(&answer, "<b>2 people</b> of 3 people can be added.");
    pages_free(p);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(people_come_from_a_company_or_a_list)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
