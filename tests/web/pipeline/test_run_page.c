/* Runs on their pages: what they would do and cost, started from a list, paused, cancelled, their results.
 * This file's registry stands in for stages.c. */
#include "support/visits.h"

#include "domain/pipeline/stage.h"

static bool
nothing(struct ctx *ctx, struct stage_batch *batch)
{
    (void)ctx;
    (void)batch;
    return true;
}

#define LIMITS .batch = 10, .lease_seconds = 30, .max_attempts = 2, .work = nothing
static const struct stage fetch = {
    .name = "fetch", .label = "Fetch", .about = "Fetches pages.", .entity = RECORD_COMPANY, LIMITS};
static const struct stage rate = {
    .name = "rate",
    .label = "Rate",
    .about = "Rates what was fetched.",
    .entity = RECORD_COMPANY,
    .hard = (const char *const[]){"fetch", NULL},
    .cost_micros = 2000,
    LIMITS
};
static const struct stage paint = {
    .name = "paint", .label = "Paint", .about = "Paints.", .entity = RECORD_CONTACT, LIMITS};
const struct stage *const stages[] = {&fetch, &rate, &paint, NULL};

static int64_t
company(struct pages *p, int64_t tenant)
{
    return people_number(
        p->people,
        "INSERT INTO company (tenant_id, name, name_key, search, sort_name, codes) "
        "VALUES (%" PRId64 ", 'Acme', 'acme', 'acme', 'acme', (SELECT "
        "array_agg(0::smallint) FROM generate_series(1, 40))) RETURNING company_id",
        tenant);
}

static int64_t
newest_run(struct pages *p)
{
    return people_number(p->people,
                         "SELECT coalesce(max(run_id), 0) FROM pipeline_run WHERE tenant_id = "
                         "%" PRId64,
                         p->people->kestrel);
}

static void
is_started_from_a_selection(void **state)
{
    struct pages *p = *state;
    if (!p)
        return;
    const char *slug = p->people->kestrel_slug;
    int64_t mine = company(p, p->people->kestrel), other = company(p, p->people->atlas);
    const char *bulk = arena_printf(p->arena, "/%s/companies/bulk", slug);
    struct webrun_answer answer = pages_post(
        p, ED, bulk,
        arena_printf(p->arena, "do=run&filter=&id=%" PRId64 "&id=%" PRId64, mine, other));
    const char *to =
        arena_printf(p->arena, "/%s/runs/new?entity=company&draft=%" PRId64, slug, newest_run(p));
    assert_leads(p, answer, to);
    answer = pages_get(p, ED, "%s", to);
    assert_int_equal(answer.status, 200);
    assert_shows(answer, "Rates what was fetched.");
    assert_shows(answer, "1 company"); /* the one of ours alone counts */
    assert_shows(answer, "2 credits");
    /* Without a budget the same form says so, with what was chosen. */
    answer = pages_post(p, ED, to, "do=start&stage=rate&redo_days=7&sample=&title=Try");
    assert_int_equal(answer.status, 400);
    assert_shows(answer, "no budget is set");
    assert_shows(answer, "value=\"Try\"");
    answer = pages_post(p, ED, to, "do=start&redo_days=0&sample=&title=&stage=fetch");
    int64_t run = newest_run(p);
    assert_leads(p, answer, arena_printf(p->arena, "/%s/runs/%" PRId64, slug, run));
    answer = pages_get(p, VI, "/%s/runs/%" PRId64, slug, run);
    assert_shows(answer, "Starting");
    assert_hides(answer, "Cancel run");
    assert_shows(pages_get(p, VI, "/%s/runs", slug), "Fetch of 1 company");
    assert_int_equal(pages_get(p, VI, "/%s/runs/new", slug).status, 403);
    /* Another workspace has no such run, and no such draft. */
    answer = pages_get(p, SUE, "/%s/runs/%" PRId64, p->people->atlas_slug, run);
    assert_int_equal(answer.status, 404);
}

static void
tells_what_happened(void **state)
{
    struct pages *p = *state;
    if (!p)
        return;
    const char *slug = p->people->kestrel_slug;
    int64_t mine = company(p, p->people->kestrel);
    int64_t run = people_number(
        p->people,
        "WITH r AS (INSERT INTO pipeline_run (tenant_id, title, entity, filter, stages, state, "
        "records) "
        "VALUES (%" PRId64
        ", 'Test run', 1, '', '{fetch,rate}', 'running', 1) RETURNING tenant_id, "
        "run_id), s AS (INSERT INTO run_stage (tenant_id, run_id, stage, total, failed, blocked, "
        "worked, "
        "seconds) SELECT tenant_id, run_id, x, 1, (x = 'fetch')::int, (x = 'rate')::int, 1, 2 FROM "
        "r, "
        "unnest('{fetch,rate}'::text[]) x), t AS (INSERT INTO stage_result (tenant_id, run_id, "
        "entity, "
        "record_id, stage, result, cause, message, attempts, seconds, cost_micros) SELECT "
        "tenant_id, run_id, "
        "1, %" PRId64
        ", 'fetch', 'failed', 'http_503', 'The site is <overloaded>.', 3, 2, 0 FROM r) "
        "SELECT run_id FROM r",
        p->people->kestrel, mine);
    const char *path = arena_printf(p->arena, "/%s/runs/%" PRId64, slug, run);
    struct webrun_answer answer = pages_get(p, ED, "%s", path);
    assert_shows(answer, "100 %");
    assert_shows(answer, "Http 503");
    assert_shows(answer, "The site is &lt;overloaded&gt;.");
    answer = pages_get(p, VI, "%s/results?stage=fetch&result=failed&cause=http_503", path);
    assert_shows(answer, "Acme");
    assert_shows(answer, "Fetch: Failed");
    assert_shows(pages_get(p, VI, "%s/results?stage=rate", path), "No results here");
    assert_int_equal(pages_post(p, VI, path, "do=pause").status, 403);
    assert_int_equal(pages_post(p, ED, path, "do=pause").status, 303);
    assert_shows(pages_get(p, ED, "%s", path), "Paused by hand.");
    assert_int_equal(pages_post(p, ED, path, "do=resume").status, 303);
    database_script(p->people->db,
                    arena_printf(p->arena,
                                 "INSERT INTO budget (tenant_id, limit_micros) VALUES (%" PRId64
                                 ", 1000000) ON CONFLICT DO NOTHING",
                                 p->people->kestrel));
    assert_int_equal(pages_post(p, ED, path, "do=retry&stage=fetch&cause=http_503").status, 303);
    assert_hides(pages_get(p, ED, "%s", path), "Http 503");
    assert_int_equal(pages_post(p, ED, path, "do=cancel").status, 303);
    answer = pages_get(p, ED, "%s", path);
    assert_shows(answer, "Cancelled");
    struct webrun_answer again = pages_post(p, ED, path, "do=resume");
    assert_non_null(strstr(pages_flash(p, &again), "Only a paused run"));
    database_script(p->people->db,
                    arena_printf(p->arena,
                                 "DELETE FROM job WHERE kind = 'pipeline' AND tenant_id = %" PRId64
                                 "; DELETE FROM stage_work WHERE tenant_id = %" PRId64,
                                 p->people->kestrel, p->people->kestrel));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(is_started_from_a_selection),
        cmocka_unit_test(tells_what_happened),
    };
    return cmocka_run_group_tests(tests, pages_set_up, pages_tear_down);
}
