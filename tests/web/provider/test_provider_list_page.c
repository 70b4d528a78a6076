/* Outside services in the product itself: who may, mistakes, keys that are never shown, tests, removal. */
#include "support/pages.h"

#define FORM                                                                                       \
    "name=Brave&base_url=https://api.example.com&path=/s?q={query}&headers=X-Key: {key}&"          \
    "results=web.results&link=url&title=title&snippet=&count=20&price=0.005&per_minute=60&"        \
    "per_day=100&timeout_seconds=20&is_on=1&body="

static void
admins_set_up_services(void **state)
{
    (void)state;
    struct pages *p = pages_new();
    if (!p)
        return;
    struct arena *arena = p->people->arena;
    struct conf conf = *webrun_web(p->run)->conf;
    conf.keyfile = p->people->key_file;
    webrun_web(p->run)->conf = &conf;
    const char *list = pages_path(p, "/settings/providers");
    assert_int_equal(pages_get(p, VI, list).status, 403);
    assert_int_equal(pages_get(p, ED, list).status, 403);
    struct webrun_answer answer = pages_get(p, ADA, list);
    pages_shows(&answer, "No outside service yet");
    pages_shows(&answer, "Built in");
    const char *fresh = pages_path(p, "/settings/providers/new");
    answer = pages_get(p, ADA, pages_path(p, "/settings/providers/new?preset=serper"));
    pages_shows(&answer, "google.serper.dev");
    assert_int_equal(pages_post(p, ED, fresh, FORM).status, 403);
    answer = pages_post(p, ADA, fresh, FORM "&key=geheim-123&results=");
    assert_int_equal(answer.status, 400);
    answer = pages_post(p, ADA, fresh,
                        "name=B&base_url=ftp://x&path=/{query}&results=r&link=l&"
                        "count=5&per_minute=1&timeout_seconds=1&price=cheap");
    assert_int_equal(answer.status, 400);
    answer = pages_post(p, ADA, fresh, FORM "&key=geheim-123");
    assert_int_equal(answer.status, 303);
    const char *path = webrun_header(p->run, &answer, "Location");
    answer = pages_get(p, ADA, path);
    pages_shows(&answer, "A key is kept");
    pages_shows(&answer, "value=\"0.005\"");
    pages_shows(&answer, "Not tested with these settings yet");
    assert_null(strstr(answer.body, "geheim"));
    assert_int_equal(pages_get(p, ED, path).status, 403);
    answer = pages_post(p, ADA, path, FORM "&key=x");
    assert_int_equal(answer.status, 400);
    /* More pages need a place in the path that says which. */
    answer = pages_post(p, ADA, path, FORM "&pages=3");
    assert_int_equal(answer.status, 400);
    pages_shows(&answer, "where {page} goes");
    assert_int_equal(pages_post(p, ADA, path, FORM).status, 303);
    answer = pages_post(p, ADA, arena_printf(arena, "%s/test", path), "");
    assert_int_equal(answer.status, 303);
    answer = pages_get(p, ADA, path);
    pages_shows(&answer, "Waiting for a free worker");
    answer = pages_post(p, ADA, arena_printf(arena, "%s/key", path), "key=");
    assert_int_equal(answer.status, 303);
    answer = pages_get(p, ADA, path);
    pages_shows(&answer, "No key is kept.");
    answer = pages_get(p, ADA, list);
    pages_shows(&answer, "Brave");
    const char *theirs = arena_printf(arena, "/%s%s", p->people->atlas_slug,
                                      path + strlen(p->people->kestrel_slug) + 1);
    assert_int_equal(pages_get(p, BO, theirs).status, 404);
    answer = pages_get(p, ADA, arena_printf(arena, "%s/remove", path));
    pages_shows(&answer, "Remove Brave?");
    assert_int_equal(pages_post(p, ADA, arena_printf(arena, "%s/remove", path), "").status, 303);
    assert_int_equal(pages_get(p, ADA, path).status, 404);
    pages_free(p);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(admins_set_up_services)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
