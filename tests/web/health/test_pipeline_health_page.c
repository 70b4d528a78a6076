/* The health page: before and after the first measurement, alerts muted by who may. */
#include "support/visits.h"

static void
shows_what_was_measured(void **state)
{
    struct pages *p = *state;
    if (!p)
        return;
    const char *slug = p->people->kestrel_slug;
    const char *path = arena_printf(p->arena, "/%s/health", slug);
    assert_shows(pages_get(p, VI, "%s", path), "Nothing measured yet");
    database_script(
        p->people->db,
        arena_printf(
            p->arena,
            "INSERT INTO health_measure VALUES (%" PRId64 ", now(), 1); "
            "INSERT INTO health_point SELECT %" PRId64 ", current_date, x.name, x.n FROM (VALUES "
            "('companies', 1234), ('stage.crawl.done', 1000), ('flow.passed', 234), "
            "('flow.waiting', 900), ('flow.stopped', 100)) AS x(name, n); "
            "INSERT INTO health_alert (tenant_id, code, subject, level, title, detail) VALUES "
            "(%" PRId64 ", 'behind', 'crawl', 'warn', 'Crawl falls <behind>', 'Many wait.')",
            p->people->kestrel, p->people->kestrel, p->people->kestrel));
    struct webrun_answer answer = pages_get(p, VI, "%s?days=30", path);
    assert_shows(answer, "1,234");
    assert_shows(answer, "81.0 %");
    assert_shows(answer, "in = 234 passed + 900 waiting + 100 stopped");
    assert_shows(answer, "Crawl falls &lt;behind&gt;");
    assert_hides(answer, "Mute 7 days");
    int64_t alert =
        people_number(p->people, "SELECT alert_id FROM health_alert WHERE tenant_id = %" PRId64,
                      p->people->kestrel);
    const char *mute = arena_printf(p->arena, "do=mute&alert=%" PRId64, alert);
    assert_int_equal(pages_post(p, VI, path, mute).status, 403);
    assert_leads(p, pages_post(p, ED, path, mute), path);
    assert_shows(pages_get(p, ED, "%s", path), "Muted until");
    assert_leads(p, pages_post(p, ED, path, "do=measure"), path);
    assert_int_equal(people_number(p->people,
                                   "SELECT count(*) FROM job WHERE kind = 'health' AND tenant_id = "
                                   "%" PRId64,
                                   p->people->kestrel),
                     1);
    database_script(p->people->db,
                    arena_printf(p->arena,
                                 "DELETE FROM job WHERE kind = 'health' AND tenant_id = %" PRId64,
                                 p->people->kestrel));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(shows_what_was_measured)};
    return cmocka_run_group_tests(tests, pages_set_up, pages_tear_down);
}
