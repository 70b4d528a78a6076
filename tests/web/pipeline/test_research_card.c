/* What the stages last said about a company stands on its page, with the way to a run over it alone. */
#include "support/visits.h"

static void
says_what_the_stages_last_said(void **state)
{
    struct pages *p = *state;
    if (!p)
        return;
    const char *slug = p->people->kestrel_slug;
    int64_t tenant = p->people->kestrel;
    int64_t mine =
        people_number(p->people,
                      "INSERT INTO company (tenant_id, name, name_key, search, sort_name, codes) "
                      "VALUES (%" PRId64 ", 'Acme', 'acme', 'acme', 'acme', (SELECT "
                      "array_agg(0::smallint) FROM generate_series(1, 40))) RETURNING company_id",
                      tenant);
    struct webrun_answer answer = pages_get(p, VI, "/%s/companies/%" PRId64, slug, mine);
    assert_int_equal(answer.status, 200);
    assert_shows(answer, "Nothing has been researched here yet.");
    assert_hides(answer, ">Research…</button>");
    int64_t run =
        people_number(p->people,
                      "INSERT INTO pipeline_run (tenant_id, title, entity, filter, stages, state) "
                      "VALUES (%" PRId64 ", 'Try', 1, '', '{crawl}', 'done') RETURNING run_id",
                      tenant);
    people_number(p->people,
                  "WITH r AS (INSERT INTO stage_result (tenant_id, run_id, entity, record_id, "
                  "stage, result, cause, message, attempts, seconds, cost_micros) "
                  "VALUES (%" PRId64 ", %" PRId64 ", 1, %" PRId64 ", 'crawl', 'no_match', 'dns', "
                  "'The domain has <no> address.', 1, 1, 0) RETURNING tenant_id) "
                  "INSERT INTO stage_latest (tenant_id, entity, record_id, stage, result, run_id, "
                  "at) SELECT tenant_id, 1, %" PRId64 ", 'crawl', 'no_match', %" PRId64
                  ", now() FROM r RETURNING 1",
                  tenant, run, mine, mine, run);
    answer = pages_get(p, ED, "/%s/companies/%" PRId64, slug, mine);
    assert_shows(answer, "<b>Crawl</b>");
    assert_shows(answer, "Nothing found");
    assert_shows(answer, "The domain has &lt;no&gt; address.");
    assert_shows(answer, ">Research again…</button>");
    const char *path = arena_printf(p->arena, "/%s/companies/%" PRId64 "/research", slug, mine);
    assert_int_equal(pages_post(p, VI, path, "").status, 403);
    answer = pages_post(p, ED, path, "");
    assert_leads(p, answer,
                 arena_printf(p->arena, "/%s/runs/new?entity=company&draft=%" PRId64, slug,
                              people_number(p->people,
                                            "SELECT max(run_id) FROM pipeline_run WHERE tenant_id "
                                            "= %" PRId64,
                                            tenant)));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(says_what_the_stages_last_said)};
    return cmocka_run_group_tests(tests, pages_set_up, pages_tear_down);
}
