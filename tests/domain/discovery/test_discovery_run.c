/* Discovery from the query to the company, against a search service and sites of the test's own: yield,
 * verdicts, suppression, provenance, trouble, running again, what was stopped. */
#include "support/claiming.h"
#include "support/people.h"

#include "domain/discovery/discovery.h"
#include "domain/discovery/discovery_expand.h"
#include "domain/provider/search_web.h"
#include "domain/pipeline/ledger.h"
#include "domain/provider/provider.h"
#include "domain/suppression/suppression_list.h"

struct scene {
    struct people *p;
    struct hostile_web web;
    char file[64];
};

static bool
open_scene(struct scene *scene)
{
    /* Sites that answer on port 80; port 443 is closed. */
    static const char *const hosts[] = {"acme-robots.example", "borealis.example", "press.example",
                                        "dir.example",         "one.example",      "slow.example"};
    scene->p = people_new();
    if (!scene->p)
        return false;
    scene->web = search_web_start();
    snprintf(scene->file, sizeof scene->file, "/tmp/leadgen-test-discovery-XXXXXX");
    FILE *file = fdopen(mkstemp(scene->file), "w");
    fprintf(file, "search.example:80:127.0.0.1:%d\n", scene->web.port);
    for (size_t i = 0; i < sizeof hosts / sizeof *hosts; i++)
        fprintf(file, "%s:80:127.0.0.1:%d\n%s:443:127.0.0.1:1\n", hosts[i], scene->web.port,
                hosts[i]);
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
add_priced(struct scene *scene, const char *mode, int pages, int64_t price)
{
    struct people *p = scene->p;
    struct provider one = {
        .kind = PROVIDER_SEARCH,
        .name = "Search",
        .base_url = "http://search.example",
        .settings = arena_printf(p->arena,
                                 "{\"path\":\"/%s?q={query}&page={page}\",\"pages\":%d,"
                                 "\"headers\":[\"X-Key: {key}\"],\"results\":\"results\","
                                 "\"link\":\"url\",\"title\":\"title\"}",
                                 mode, pages),
        .price_micros = price,
        .per_minute = 6000,
        .timeout_seconds = 2,
        .is_on = true};
    people_begin(p, ADA, p->kestrel);
    assert_ok(p, provider_save(&p->app, &one));
    assert_ok(p, provider_set_key(&p->app, p->kestrel, one.provider_id, SEARCH_WEB_KEY));
    people_commit(p);
}

static void
add_search(struct scene *scene, const char *mode)
{
    add_priced(scene, mode, 1, 0);
}

static void
run(struct scene *scene)
{
    struct people *p = scene->p;
    struct discovery_counts counts;
    people_begin(p, ED, p->kestrel);
    assert_ok(p, discovery_start(&p->app));
    assert_ok(p, discovery_counts(&p->app, &counts));
    people_commit(p);
    claiming_run(p->db, &p->db->ctx, counts.job_id);
}

static int64_t
add_lines(struct scene *scene, const char *text)
{
    struct people *p = scene->p;
    int64_t added, there;
    people_begin(p, ED, p->kestrel);
    assert_ok(p, discovery_add(&p->app, text, &added, &there));
    people_commit(p);
    return added;
}

static struct discovery_query
newest(struct scene *scene)
{
    struct people *p = scene->p;
    struct discovery_query *rows;
    size_t n;
    people_begin(p, ED, p->kestrel);
    assert_ok(p, discovery_list(&p->app, "", 0, 1, &rows, &n));
    people_commit(p);
    assert_int_equal(n, 1);
    return *rows;
}

static int64_t
count(struct scene *scene, const char *where)
{
    return people_number(scene->p,
                         "SELECT count(*) FROM company WHERE tenant_id = %" PRId64 " AND %s",
                         scene->p->kestrel, where);
}

static void
a_search_becomes_companies(void **state)
{
    (void)state;
    struct scene scene = {0};
    if (!open_scene(&scene))
        return;
    struct people *p = scene.p;
    bool added;
    add_search(&scene, "ok");
    people_begin(p, ADA, p->kestrel);
    assert_ok(p, suppression_list_add(&p->app, "suppressed.example", "Asked us to", &added));
    people_commit(p);
    assert_int_equal(add_lines(&scene, "robots\n\n robots \nnothing at all"), 2);
    run(&scene);
    struct discovery_query *rows;
    struct discovery_find *finds;
    size_t n;
    people_begin(p, ED, p->kestrel);
    assert_ok(p, discovery_list(&p->app, "done", 0, 10, &rows, &n));
    assert_int_equal(n, 1);
    /* acme-robots twice is one; linkedin, wikipedia, the list and the bare address are no companies. */
    assert_int_equal(rows->results, 7);
    assert_int_equal(rows->created, 2);
    assert_int_equal(rows->suppressed, 1);
    assert_int_equal(rows->blocked, 4);
    assert_ok(p, discovery_finds(&p->app, rows->query_id, "created", 0, 10, &finds, &n));
    assert_int_equal(n, 2);
    assert_int_equal(finds[0].rank, 1);
    assert_string_equal(finds[0].company, "Acme Robots");
    struct discovery_origin origin;
    assert_ok(p, discovery_origin(&p->app, finds[1].company_id, &origin));
    assert_string_equal(origin.words, "robots");
    assert_int_equal(origin.rank, 2);
    assert_ok(p, discovery_list(&p->app, "dry", 0, 10, &rows, &n));
    assert_int_equal(n, 1);
    assert_string_equal(rows->words, "nothing at all");
    people_commit(p);
    assert_int_equal(
        count(&scene,
              "domain IN ('acme-robots.example', 'borealis.example') AND source = 'Discovery'"),
        2);
    assert_int_equal(count(&scene, "domain = 'suppressed.example'"), 0);
    assert_int_equal(people_number(p,
                                   "SELECT count(*) FROM discovery_query WHERE tenant_id = %" PRId64
                                   " AND source = 'page' AND origin = 'expanded'",
                                   p->kestrel),
                     1);
    /* Again: all known, and what was deleted stays deleted. */
    people_number(p,
                  "UPDATE company SET deleted_at = now() WHERE tenant_id = %" PRId64
                  " AND domain = 'borealis.example' RETURNING 1",
                  p->kestrel);
    people_begin(p, ED, p->kestrel);
    assert_ok(p, discovery_again(&p->app, 0, "done"));
    people_commit(p);
    run(&scene);
    assert_int_equal(count(&scene, "domain = 'borealis.example' AND deleted_at IS NULL"), 0);
    people_begin(p, ED, p->kestrel);
    assert_ok(p, discovery_list(&p->app, "dry", 0, 10, &rows, &n));
    assert_int_equal(n, 2);
    assert_int_equal(rows[1].known, 2);
    assert_int_equal(rows[1].total_created, 2);
    people_commit(p);
    close_scene(&scene);
}

static int64_t
calls(struct scene *scene)
{
    return people_number(scene->p, "SELECT count(*) FROM provider_call WHERE tenant_id = %" PRId64,
                         scene->p->kestrel);
}

static int64_t
budget(struct scene *scene, const char *column)
{
    return people_number(scene->p, "SELECT %s FROM budget WHERE tenant_id = %" PRId64, column,
                         scene->p->kestrel);
}

static void
reads_and_pays_page_after_page(void **state)
{
    (void)state;
    struct scene scene = {0};
    if (!open_scene(&scene))
        return;
    struct people *p = scene.p;
    people_begin(p, ADA, p->kestrel);
    assert_ok(p, ledger_limit(&p->app, 5500, "hard", 80, 1));
    people_commit(p);
    add_priced(&scene, "ok", 10, 1000);
    add_lines(&scene, "many");
    run(&scene);
    struct discovery_query query = newest(&scene);
    assert_string_equal(query.state, "done");
    assert_int_equal(query.created, 2);
    assert_int_equal(people_number(p,
                                   "SELECT rank FROM discovery_find WHERE tenant_id = %" PRId64
                                   " AND key = 'borealis.example'",
                                   p->kestrel),
                     3);
    /* The third page brought nothing new, so the fourth was not asked for. */
    assert_int_equal(calls(&scene), 3);
    assert_int_equal(budget(&scene, "spent_micros"), 3000);
    assert_int_equal(budget(&scene, "reserved_micros"), 0);
    /* The second page fails: what the first brought stays, and the query is no success. */
    add_lines(&scene, "half");
    run(&scene);
    query = newest(&scene);
    assert_string_equal(query.state, "failed");
    assert_string_equal(query.cause, "down");
    assert_non_null(strstr(query.message, "Page 2"));
    assert_int_equal(query.created, 1);
    assert_int_equal(count(&scene, "domain = 'one.example'"), 1);
    assert_int_equal(budget(&scene, "spent_micros"), 4000);
    /* The budget covers one page more. */
    people_number(p,
                  "UPDATE provider SET settings = settings || '{\"pages\":2}' WHERE tenant_id = "
                  "%" PRId64 " RETURNING 1",
                  p->kestrel);
    people_begin(p, ED, p->kestrel);
    assert_ok(p, discovery_again(&p->app, 0, "done"));
    people_commit(p);
    run(&scene);
    assert_int_equal(budget(&scene, "spent_micros"), 5000);
    assert_int_equal(budget(&scene, "reserved_micros"), 0);
    assert_int_equal(people_number(p,
                                   "SELECT count(*) FROM discovery_query WHERE tenant_id = %" PRId64
                                   " AND cause = 'budget' AND known = 1",
                                   p->kestrel),
                     1);
    close_scene(&scene);
}

static void
a_list_becomes_companies_unless_suppressed(void **state)
{
    (void)state;
    struct scene scene = {0};
    if (!open_scene(&scene))
        return;
    struct people *p = scene.p;
    int64_t id;
    bool added;
    people_begin(p, ADA, p->kestrel);
    assert_ok(p, suppression_list_add(&p->app, "suppressed.example", "Asked us to", &added));
    assert_ok(p, discovery_block(&p->app, "https://www.rival.example/", "A competitor"));
    assert_refused(p, discovery_add_list(&p->app, "Bad", "one\ntwo", &id), ERR_INPUT);
    people_begin(p, ADA, p->kestrel);
    assert_ok(p, suppression_list_add(&p->app, "suppressed.example", "Asked us to", &added));
    assert_ok(p, discovery_block(&p->app, "https://www.rival.example/", "A competitor"));
    assert_ok(
        p, discovery_add_list(&p->app, "Fair",
                              "Alder,alder.example\nhttps://www.suppressed.example/x\n"
                              "jobs.rival.example\nalder.example\ngmail.com\nBirch;birch.example",
                              &id));
    people_commit(p);
    run(&scene);
    struct discovery_query query = newest(&scene);
    assert_string_equal(query.state, "done");
    assert_int_equal(query.created, 2);
    assert_int_equal(query.suppressed, 1);
    assert_int_equal(query.blocked, 2);
    assert_int_equal(count(&scene, "name = 'Alder' AND domain = 'alder.example'"), 1);
    close_scene(&scene);
}

static void
trouble_is_no_success(void **state)
{
    static const struct {
        const char *mode, *cause;
    } cases[] = {
        {"busy",    "throttled"},
        {"down",    "down"     },
        {"garbage", "garbage"  },
        {"never",   "down"     },
        {"wrong",   "invalid"  }
    };
    (void)state;
    struct scene scene = {0};
    if (!open_scene(&scene))
        return;
    struct people *p = scene.p;
    add_lines(&scene, "robots");
    run(&scene);
    struct discovery_query query = newest(&scene);
    assert_string_equal(query.state, "failed");
    assert_string_equal(query.cause, "no_provider");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        people_number(
            p,
            "UPDATE provider SET deleted_at = now(), is_on = false WHERE tenant_id = %" PRId64
            " AND deleted_at IS NULL RETURNING 1",
            p->kestrel);
        add_search(&scene, cases[i].mode);
        people_begin(p, ED, p->kestrel);
        assert_ok(p, discovery_again(&p->app, query.query_id, ""));
        people_commit(p);
        run(&scene);
        query = newest(&scene);
        if (strcmp(query.state, "failed") != 0 || strcmp(query.cause, cases[i].cause) != 0 ||
            !query.message)
            fail_msg("%s: %s, %s", cases[i].mode, query.state, query.cause);
    }
    assert_int_equal(count(&scene, "true"), 0);
    /* The task gives another chance to what a busy service failed, in time. */
    people_number(
        p,
        "UPDATE discovery_query SET cause = 'down', ended_at = now() - interval '7 hours' "
        "WHERE tenant_id = %" PRId64 " RETURNING 1",
        p->kestrel);
    struct task_run task = {.tenant_id = p->kestrel};
    if (!discovery_task(&p->db->ctx, &task))
        fail_msg("%s", p->db->ctx.err.message);
    query = newest(&scene);
    assert_string_equal(query.state, "pending");
    close_scene(&scene);
}

static void
a_directory_is_parsed_into_companies(void **state)
{
    (void)state;
    struct scene scene = {0};
    if (!open_scene(&scene))
        return;
    add_lines(&scene, "http://dir.example/directory");
    run(&scene);
    struct discovery_query query = newest(&scene);
    assert_string_equal(query.state, "done");
    assert_int_equal(query.created, 2);
    /* Its own newspaper is asked what it is, and is none. */
    assert_int_equal(query.no_company, 1);
    assert_int_equal(count(&scene, "domain = 'press.example'"), 0);
    add_lines(&scene, "http://dir.example/closed");
    run(&scene);
    query = newest(&scene);
    assert_string_equal(query.state, "failed");
    assert_string_equal(query.cause, "http_403");
    close_scene(&scene);
}

/* A time of the newest query or of the lease, in milliseconds. */
static int64_t
milliseconds(struct scene *scene, const char *moment)
{
    return people_number(scene->p,
                         "SELECT (extract(epoch FROM %s) * 1000)::bigint FROM discovery_query q, "
                         "site_lease l WHERE q.tenant_id = %" PRId64
                         " AND l.host = 'slow.example' ORDER BY q.query_id DESC LIMIT 1",
                         moment, scene->p->kestrel);
}

static void
a_directory_is_read_as_it_wishes(void **state)
{
    (void)state;
    struct scene scene = {0};
    if (!open_scene(&scene))
        return;
    /* Its robots.txt stands elsewhere and counts all the same. */
    add_lines(&scene, "http://slow.example/private/directory");
    run(&scene);
    struct discovery_query query = newest(&scene);
    assert_string_equal(query.state, "failed");
    assert_string_equal(query.cause, "robots");
    /* It wants two seconds between requests, and as many before whoever comes next. */
    people_number(scene.p, "UPDATE site_lease SET until = clock_timestamp() "
                           "WHERE host = 'slow.example' RETURNING 1");
    add_lines(&scene, "http://slow.example/directory");
    run(&scene);
    query = newest(&scene);
    assert_string_equal(query.state, "done");
    assert_int_equal(query.created, 2);
    assert_true(milliseconds(&scene, "l.until") - milliseconds(&scene, "q.started_at") >= 4000);
    /* Nobody else reads it at the same time. */
    people_number(scene.p, "UPDATE site_lease SET holder = 'other', until = clock_timestamp() + "
                           "interval '5 seconds' WHERE host = 'slow.example' RETURNING 1");
    int64_t until = milliseconds(&scene, "l.until");
    people_begin(scene.p, ED, scene.p->kestrel);
    assert_ok(scene.p, discovery_again(&scene.p->app, query.query_id, ""));
    people_commit(scene.p);
    run(&scene);
    assert_string_equal(newest(&scene).state, "dry");
    assert_true(milliseconds(&scene, "q.ended_at") >= until);
    close_scene(&scene);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_search_becomes_companies),
        cmocka_unit_test(reads_and_pays_page_after_page),
        cmocka_unit_test(a_list_becomes_companies_unless_suppressed),
        cmocka_unit_test(trouble_is_no_success),
        cmocka_unit_test(a_directory_is_parsed_into_companies),
        cmocka_unit_test(a_directory_is_read_as_it_wishes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
