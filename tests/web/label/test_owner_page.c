/* Owners under Settings: counts, handing over with the exact number, the offer when a member goes. */
#include "support/pages.h"

static void
give(struct pages *pages, int who, const char *name)
{
    assert_int_equal(pages_post(pages, ED, pages_path(pages, "/companies/new"),
                                arena_printf(pages->people->arena, "name=%s", name))
                         .status,
                     303);
    people_number(pages->people,
                  "WITH u AS (UPDATE company SET owner_id = %" PRId64 " WHERE tenant_id = %" PRId64
                  " AND name = '%s' RETURNING 1) SELECT count(*) FROM u",
                  pages->people->ids[who], pages->people->kestrel, name);
}

static int64_t
owned(struct pages *pages, int who)
{
    return people_number(pages->people,
                         "SELECT count(*) FROM company WHERE owner_id = %" PRId64
                         " AND tenant_id = %" PRId64,
                         pages->people->ids[who], pages->people->kestrel);
}

static void
hands_over_by_admins_only(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    give(pages, ED, "First");
    give(pages, ED, "Second");
    const char *path =
        pages_path(pages, arena_printf(pages->people->arena, "/settings/owners/%" PRId64,
                                       pages->people->ids[ED]));
    struct webrun_answer answer = pages_get(pages, VI, pages_path(pages, "/settings/owners"));
    pages_shows(&answer, "Who looks after which");
    assert_null(strstr(answer.body, "Hand over"));
    assert_int_equal(pages_post(pages, ED, path, "count=2&to=1").status, 403);
    assert_int_equal(pages_post(pages, BO, path, "count=2&to=1").status, 404);
    answer = pages_get(pages, ADA, path);
    pages_shows(&answer, "becomes the owner of 2 companies that ed owns now");
    const char *form = arena_printf(pages->people->arena, "to=%" PRId64, pages->people->ids[BO]);
    answer = pages_post(pages, ADA, path, arena_printf(pages->people->arena, "count=2&%s", form));
    pages_shows(&answer, "Choose another member of the workspace.");
    form = arena_printf(pages->people->arena, "to=%" PRId64, pages->people->ids[ADA]);
    answer = pages_post(pages, ADA, path, arena_printf(pages->people->arena, "count=1&%s", form));
    pages_shows(&answer, "Meanwhile the number of records has changed");
    answer = pages_post(pages, ADA, path, arena_printf(pages->people->arena, "count=2&%s", form));
    assert_int_equal(answer.status, 303);
    assert_int_equal(owned(pages, ADA), 2);
    assert_int_equal(people_audited(pages->people, "owner_hand_over"), 1);
    pages_free(pages);
}

static void
offers_the_records_of_who_goes(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    give(pages, ED, "Left");
    const char *path =
        pages_path(pages, arena_printf(pages->people->arena, "/settings/members/%" PRId64 "/remove",
                                       pages->people->ids[ED]));
    struct webrun_answer answer = pages_post(pages, ADA, path, "");
    assert_int_equal(answer.status, 303);
    const char *cookie = webrun_header(pages->run, &answer, "Set-Cookie");
    assert_non_null(strstr(cookie, "flash"));
    answer = webrun_send(
        pages->run, &(struct webrun_request){.method = "GET",
                                             .path = pages_path(pages, "/settings/members"),
                                             .token = pages->tokens[ADA],
                                             .cookies = arena_strndup(pages->people->arena, cookie,
                                                                      strcspn(cookie, ";"))});
    pages_shows(&answer, "1 record has ed as owner still.");
    pages_shows(&answer, "Hand over");
    answer = pages_get(pages, VI, pages_path(pages, "/settings/owners"));
    pages_shows(&answer, "Has left");
    pages_free(pages);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hands_over_by_admins_only),
        cmocka_unit_test(offers_the_records_of_who_goes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
