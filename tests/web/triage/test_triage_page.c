/* The queue of triage in the product itself: decisions, who may, who comes too late, taking back. */
#include "support/pages.h"

static int64_t
add_company(struct pages *p, const char *name)
{
    return people_number(
        p->people,
        "WITH made AS (INSERT INTO company (tenant_id, name, name_key, search, sort_name, tier, "
        "codes)"
        " VALUES (%" PRId64 ", '%s', '%s', '%s', '%s', 'tier_4_bronze', '{1,0,0,0,0,0,4,0,0,0,0}') "
        "RETURNING company_id) "
        "INSERT INTO triage (tenant_id, company_id, ruled, reasons, rules_version) SELECT %" PRId64
        ", company_id, 2, '[{\"code\":\"tier_between\",\"verdict\":2,\"text\":\"It stands "
        "between\"}]',"
        " 0 FROM made RETURNING company_id",
        p->people->kestrel, name, name, name, name, p->people->kestrel);
}

static struct webrun_answer
decide(struct pages *p, int who, int64_t id, const char *form)
{
    return pages_post(
        p, who,
        pages_path(p, arena_printf(p->people->arena, "/triage?order=score&at=%" PRId64, id)), form);
}

static void
people_decide(void **state)
{
    (void)state;
    struct pages *p = pages_new();
    if (!p)
        return;
    struct arena *arena = p->people->arena;
    struct webrun_answer answer = pages_get(p, VI, pages_path(p, "/triage"));
    pages_shows(&answer, "No company has been judged yet");
    int64_t alder = add_company(p, "Alder"), birch = add_company(p, "Birch");
    answer = pages_get(p, VI, pages_path(p, "/triage"));
    pages_shows(&answer, "<small>2 waiting</small>");
    pages_shows(&answer, "Why a person decides:</b> It stands between");
    assert_null(strstr(answer.body, "value=\"pass\""));
    assert_int_equal(decide(p, VI, alder, "verdict=pass").status, 403);
    /* Without a reason nobody is left out, and the page says so. */
    answer = decide(p, ED, alder, "verdict=no&reason=");
    assert_int_equal(answer.status, 400);
    pages_shows(&answer, "Say why the company is left out.");
    answer = decide(p, ED, alder, "verdict=no&reason=too_small");
    assert_int_equal(answer.status, 303);
    pages_shows(&(struct webrun_answer){.body = webrun_header(p->run, &answer, "Location")},
                arena_printf(arena, "at=%" PRId64, birch));
    /* Somebody else had it open. */
    answer = decide(p, ADA, alder, "verdict=pass");
    assert_int_equal(answer.status, 303);
    answer = pages_get(p, ADA, pages_path(p, arena_printf(arena, "/triage?at=%" PRId64, alder)));
    pages_shows(&answer, "Disqualified</b> by ed");
    pages_shows(&answer, "Too small");
    answer = pages_get(p, ED, pages_path(p, "/triage/done"));
    pages_shows(&answer, "Alder");
    pages_shows(&answer, "Take back");
    const char *undo = arena_printf(arena, "company_id=%" PRId64 "&back=1", alder);
    assert_int_equal(pages_post(p, VI, pages_path(p, "/triage/undo"), undo).status, 403);
    assert_int_equal(pages_post(p, ED, pages_path(p, "/triage/undo"), undo).status, 303);
    assert_int_equal(pages_post(p, ED, pages_path(p, "/triage/undo"), undo).status, 404);
    assert_int_equal(decide(p, ED, birch, "verdict=later").status, 303);
    answer = pages_get(p, ED, pages_path(p, "/triage?order=oldest"));
    pages_shows(&answer, "<small>2 waiting</small>");
    const char *theirs =
        arena_printf(arena, "/%s/triage?at=%" PRId64, p->people->atlas_slug, alder);
    assert_int_equal(pages_get(p, BO, theirs).status, 404);
    pages_free(p);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(people_decide)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
