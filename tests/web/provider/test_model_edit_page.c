/* Language models in the product itself: set up, mistakes, prices, what who sees of their cost. */
#include "support/pages.h"

#define FORM                                                                                       \
    "name=Claude&base_url=https://api.example.com&model=claude-x&max_tokens=2000&schema=1&"        \
    "price_in=1&price_out=5&price_cached=0.1&price=&per_minute=60&per_day=&timeout_seconds=60&"    \
    "is_on=1"

static void
admins_set_up_models(void **state)
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
    const char *fresh = pages_path(p, "/settings/providers/models/new");
    struct webrun_answer answer = pages_get(p, ADA, list);
    pages_shows(&answer, "Add a language model");
    assert_int_equal(pages_get(p, ED, fresh).status, 403);
    answer = pages_get(p, ADA, fresh);
    pages_shows(&answer, "api.anthropic.com");
    assert_null(strstr(answer.body, "May search the web"));
    answer = pages_get(p, ADA, pages_path(p, "/settings/providers/models/new?preset=perplexity"));
    pages_shows(&answer, "api.perplexity.ai");
    pages_shows(&answer, "May search the web");
    answer = pages_post(p, ADA, fresh, FORM "&key=geheim-123&price_out=cheap");
    assert_int_equal(answer.status, 400);
    answer = pages_post(p, ADA, fresh, FORM "&key=geheim-123");
    assert_int_equal(answer.status, 303);
    const char *path = webrun_header(p->run, &answer, "Location");
    answer = pages_get(p, ADA, path);
    pages_shows(&answer, "A key is kept");
    pages_shows(&answer, "value=\"claude-x\"");
    pages_shows(&answer, "value=\"0.10\"");
    pages_shows(&answer, "0 credits");
    assert_null(strstr(answer.body, "geheim"));
    assert_int_equal(pages_get(p, ED, path).status, 403);
    assert_int_equal(pages_post(p, ADA, path, FORM).status, 303);
    int64_t id = strtoll(strrchr(path, '/') + 1, NULL, 10);
    people_number(p->people,
                  "INSERT INTO provider_use (tenant_id, provider_id, day, calls, cost_micros, "
                  "tokens) VALUES (%" PRId64 ", %" PRId64
                  ", current_date, 3, 12000, 4567) RETURNING 1",
                  p->people->kestrel, id);
    answer = pages_get(p, ADA, path);
    pages_shows(&answer, "12 credits");
    assert_null(strstr(answer.body, "4,567"));
    assert_null(strstr(answer.body, "$0.012"));
    /* The page of services in general leads there; the form of a web search does not fit. */
    const char *plain = pages_path(p, arena_printf(arena, "/settings/providers/%" PRId64, id));
    answer = pages_get(p, ADA, plain);
    assert_int_equal(answer.status, 303);
    assert_non_null(strstr(webrun_header(p->run, &answer, "Location"), "/models/"));
    answer = pages_post(p, ADA, plain,
                        "name=B&base_url=https://x.example&path=/{query}&results=r&link=l&"
                        "count=5&per_minute=1&timeout_seconds=1");
    assert_int_equal(answer.status, 404);
    assert_int_equal(pages_post(p, ADA, arena_printf(arena, "%s/test", plain), "").status, 303);
    answer = pages_get(p, ADA, path);
    pages_shows(&answer, "Waiting for a free worker");
    const char *theirs = arena_printf(arena, "/%s%s", p->people->atlas_slug,
                                      path + strlen(p->people->kestrel_slug) + 1);
    assert_int_equal(pages_get(p, BO, theirs).status, 404);
    pages_free(p);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(admins_set_up_models)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
