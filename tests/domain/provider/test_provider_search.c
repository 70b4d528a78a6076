/* A search service in every mood: each call ends in its outcome, is logged without the key, and teaches
 * the circuit; the test of a provider says what it found. */
#include "support/claiming.h"
#include "support/people.h"
#include "domain/provider/search_web.h"

#include "domain/provider/provider_search.h"
#include "domain/provider/provider_test.h"

struct scene {
    struct people *p;
    struct hostile_web web;
    char file[64];
    int64_t id;
};

static bool
open_scene(struct scene *scene)
{
    scene->p = people_new();
    if (!scene->p)
        return false;
    scene->web = search_web_start();
    snprintf(scene->file, sizeof scene->file, "/tmp/leadgen-test-search-XXXXXX");
    FILE *file = fdopen(mkstemp(scene->file), "w");
    fprintf(file, "search.example:80:127.0.0.1:%d\n", scene->web.port);
    fclose(file);
    scene->p->conf.resolve = scene->file;
    scene->p->conf.agent_url = "https://leads.example/";
    scene->p->db->ctx.conf = &scene->p->conf;
    return true;
}

static void
close_scene(struct scene *scene)
{
    hostile_web_stop(&scene->web);
    unlink(scene->file);
    people_free(scene->p);
}

static void
set_up(struct scene *scene, const char *mode, const char *key)
{
    struct people *p = scene->p;
    struct provider one = {
        .provider_id = scene->id,
        .kind = PROVIDER_SEARCH,
        .name = "Search",
        .base_url = "http://search.example",
        .settings = arena_printf(p->arena,
                                 "{\"path\":\"/%s?q={query}\",\"headers\":[\"X-Key: {key}\"],"
                                 "\"results\":\"results\",\"link\":\"url\",\"title\":\"title\"}",
                                 mode),
        .price_micros = 5000,
        .per_minute = 6000,
        .timeout_seconds = 1,
        .is_on = true};
    people_begin(p, ADA, p->kestrel);
    assert_ok(p, provider_save(&p->app, &one));
    assert_ok(p, provider_set_key(&p->app, p->kestrel, one.provider_id, key));
    people_commit(p);
    scene->id = one.provider_id;
}

/* One call outside any queue: the job's heartbeat is not due within a second. */
static struct provider_asked
ask(struct scene *scene, const char *words)
{
    struct people *p = scene->p;
    struct ctx *ctx = &p->db->ctx;
    struct job job = {.tenant_id = p->kestrel, .beat = 1e18};
    struct provider provider;
    struct provider_asked asked;
    struct http *http;
    const char *key;
    people_begin(p, ADA, p->kestrel);
    assert_ok(p, provider_get(&p->app, scene->id, &provider));
    assert_ok(p, provider_key(&p->app, p->kestrel, scene->id, &key));
    people_commit(p);
    assert_true(http_open(ctx, ctx->arena, &(struct http_limits){.running = 1, .turns = 1}, &http));
    if (!provider_search(ctx, http, &job, &provider, key, "search", words, 0, &asked))
        fail_msg("%s", ctx->err.message);
    return asked;
}

static void
every_mood_has_its_outcome(void **state)
{
    (void)state;
    static const struct {
        const char *mode;
        enum provider_outcome outcome;
        int status;
        bool billed;
    } moods[] = {
        {"ok",      PROVIDER_OK,        200, true },
        {"busy",    PROVIDER_THROTTLED, 429, false},
        {"down",    PROVIDER_DOWN,      503, false},
        {"wrong",   PROVIDER_INVALID,   400, false},
        {"never",   PROVIDER_DOWN,      0,   false},
        {"drip",    PROVIDER_DOWN,      200, false},
        {"cut",     PROVIDER_GARBAGE,   200, true },
        {"html",    PROVIDER_DOWN,      200, false},
        {"garbage", PROVIDER_GARBAGE,   200, true },
        {"huge",    PROVIDER_DOWN,      200, false},
    };
    struct scene scene = {0};
    if (!open_scene(&scene))
        return;
    for (size_t i = 0; i < sizeof moods / sizeof *moods; i++) {
        set_up(&scene, moods[i].mode, SEARCH_WEB_KEY);
        struct provider_asked asked = ask(&scene, "robots");
        if (!asked.asked || asked.ended.outcome != moods[i].outcome ||
            (asked.ended.cost_micros > 0) != moods[i].billed ||
            (moods[i].outcome != PROVIDER_OK && !asked.ended.message))
            fail_msg("%s: %s, %d, %s", moods[i].mode, provider_outcome_name(asked.ended.outcome),
                     (int)asked.ended.http_status, asked.ended.message);
        if (moods[i].outcome == PROVIDER_OK)
            assert_int_equal(asked.n_hits, 8);
    }
    assert_int_equal(people_number(scene.p,
                                   "SELECT count(*) FROM provider_call c WHERE provider_id = "
                                   "%" PRId64,
                                   scene.id),
                     sizeof moods / sizeof *moods);
    assert_int_equal(people_number(scene.p,
                                   "SELECT count(*) FROM provider_call c WHERE provider_id = "
                                   "%" PRId64 " AND c::text LIKE '%%geheim%%'",
                                   scene.id),
                     0);
    assert_int_equal(people_number(scene.p,
                                   "SELECT cost_micros FROM provider_use WHERE provider_id = "
                                   "%" PRId64,
                                   scene.id),
                     15000);
    close_scene(&scene);
}

static void
a_broken_service_is_left_alone(void **state)
{
    (void)state;
    struct scene scene = {0};
    if (!open_scene(&scene))
        return;
    set_up(&scene, "down", SEARCH_WEB_KEY);
    for (int i = 0; i < 5; i++)
        assert_true(ask(&scene, "robots").asked);
    struct provider_asked asked = ask(&scene, "robots");
    assert_false(asked.asked);
    assert_non_null(strstr(asked.why, "503"));
    assert_in_range(asked.wait_ms, 1, 30000);
    /* A wrong key is noticed at once. */
    set_up(&scene, "ok", "another");
    assert_int_equal(ask(&scene, "robots").ended.outcome, PROVIDER_REFUSED);
    asked = ask(&scene, "robots");
    assert_false(asked.asked);
    assert_non_null(strstr(asked.why, "refused the key"));
    close_scene(&scene);
}

static void
a_test_says_what_it_found(void **state)
{
    (void)state;
    static const struct {
        const char *mode, *key, *said;
        bool good;
    } tests[] = {
        {"ok",   SEARCH_WEB_KEY, "1 results in ",   true },
        {"ok",   "another",      "refused the key", false},
        {"html", SEARCH_WEB_KEY, "did not answer",  false},
    };
    struct scene scene = {0};
    if (!open_scene(&scene))
        return;
    struct people *p = scene.p;
    for (size_t i = 0; i < sizeof tests / sizeof *tests; i++) {
        set_up(&scene, tests[i].mode, tests[i].key);
        struct provider seen;
        people_begin(p, ADA, p->kestrel);
        assert_ok(p, provider_test(&p->app, scene.id));
        assert_ok(p, provider_get(&p->app, scene.id, &seen));
        people_commit(p);
        claiming_run(p->db, &p->db->ctx, seen.test_job_id);
        people_begin(p, ADA, p->kestrel);
        assert_ok(p, provider_get(&p->app, scene.id, &seen));
        people_commit(p);
        if (seen.test_ok != tests[i].good || !seen.test_said ||
            !strstr(seen.test_said, tests[i].said))
            fail_msg("%s: %s", tests[i].mode, seen.test_said);
    }
    close_scene(&scene);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_mood_has_its_outcome),
        cmocka_unit_test(a_broken_service_is_left_alone),
        cmocka_unit_test(a_test_says_what_it_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
