/* Discovery in the product itself: adding queries and lists, running, blocking, who may. */
#include "support/pages.h"

static void
people_steer_discovery(void **state)
{
    (void)state;
    struct pages *p = pages_new();
    if (!p)
        return;
    struct arena *arena = p->people->arena;
    const char *path = pages_path(p, "/discovery");
    struct webrun_answer answer = pages_get(p, VI, path);
    pages_shows(&answer, "No queries here");
    assert_null(strstr(answer.body, "Add queries"));
    assert_int_equal(pages_post(p, VI, path, "queries=robots").status, 403);
    answer = pages_post(p, ED, path, "queries=");
    assert_int_equal(answer.status, 400);
    pages_shows(&answer, "Write what to search for");
    answer = pages_post(p, ED, path, "queries=robots%0Ahttp://10.0.0.1/x");
    assert_int_equal(answer.status, 400);
    pages_shows(&answer, "is no address that can be read");
    assert_int_equal(pages_post(p, ED, path, "queries=robots%0Ahttps://dir.example/list").status,
                     303);
    answer = pages_get(p, ED, path);
    pages_shows(&answer, "Run 2 waiting");
    answer = pages_post(p, ED, path, "domains=no+domain+here");
    assert_int_equal(answer.status, 400);
    pages_shows(&answer, "No line holds a domain");
    answer = pages_post(p, ED, path, "domains=Acme,acme.example&name=Fair");
    assert_int_equal(answer.status, 303);
    const char *list = webrun_header(p->run, &answer, "Location");
    answer = pages_get(p, VI, list);
    pages_shows(&answer, "It waits for its turn");
    assert_int_equal(pages_get(p, VI, arena_printf(arena, "%s?verdict=created", list)).status, 200);
    const char *theirs = arena_printf(arena, "/%s%s", p->people->atlas_slug,
                                      list + strlen(p->people->kestrel_slug) + 1);
    assert_int_equal(pages_get(p, BO, theirs).status, 404);
    answer = pages_get(p, ED, path);
    pages_shows(&answer, "Waiting for a free worker");
    const char *act = pages_path(p, "/discovery/act");
    assert_int_equal(pages_post(p, VI, act, "act=run").status, 403);
    assert_int_equal(pages_post(p, ED, act, "act=on&per_day=5").status, 303);
    answer = pages_get(p, ED, path);
    pages_shows(&answer, "Switch off");
    assert_int_equal(pages_post(p, ED, act, "act=suggest").status, 303);
    assert_int_equal(pages_post(p, ED, list, "act=repeat&repeat_days=7").status, 303);
    assert_int_equal(pages_post(p, ED, list, "act=remove").status, 303);
    assert_int_equal(pages_get(p, ED, list).status, 404);
    const char *blocked = pages_path(p, "/discovery/blocked");
    answer = pages_post(p, ED, blocked, "domain=gmail.com");
    assert_int_equal(answer.status, 400);
    assert_int_equal(pages_post(p, ED, blocked, "domain=www.rival.example&reason=Rival").status,
                     303);
    answer = pages_get(p, VI, blocked);
    pages_shows(&answer, "rival.example");
    assert_int_equal(
        pages_post(p, ED, pages_path(p, "/discovery/blocked/remove"), "domain=rival.example")
            .status,
        303);
    answer = pages_get(p, VI, blocked);
    pages_shows(&answer, "None of your own");
    pages_free(p);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(people_steer_discovery)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
