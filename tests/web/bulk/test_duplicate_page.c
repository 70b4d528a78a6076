/* Likely duplicates in the product itself: looking, deciding, who may. */
#include "support/pages.h"

static void
shows_pairs_and_takes_decisions(void **state)
{
    (void)state;
    struct pages *p = pages_new();
    if (!p)
        return;
    struct arena *arena = p->people->arena;
    struct webrun_answer answer = pages_get(p, VI, pages_path(p, "/duplicates"));
    pages_shows(&answer, "Not looked yet");
    assert_null(strstr(answer.body, "Look now</button>"));
    assert_int_equal(pages_post(p, VI, pages_path(p, "/duplicates/look"), "").status, 403);
    assert_int_equal(pages_post(p, ED, pages_path(p, "/duplicates/look"), "").status, 303);
    answer = pages_get(p, ED, pages_path(p, "/duplicates"));
    pages_shows(&answer, "Waiting for a free worker");
    int64_t low = people_number(
        p->people,
        "WITH made AS (INSERT INTO contact (tenant_id, contact_id, first_name, name_key, search, "
        "sort_name, codes) SELECT t, 1000000000 + t * 100000 + i, 'Anna ' || i, 'anna', 'anna', "
        "'anna', '{0,0,0,0,0,0,0,0,0,0,0,0}' FROM generate_series(1, 2) i, (SELECT %" PRId64
        " AS t) s RETURNING tenant_id, contact_id) INSERT INTO duplicate (tenant_id, entity, "
        "low_id, high_id, reason) SELECT tenant_id, 2, min(contact_id), max(contact_id), 'mobile' "
        "FROM made GROUP BY tenant_id RETURNING low_id",
        p->people->kestrel);
    answer = pages_get(p, ED, pages_path(p, ""));
    pages_shows(&answer, "likely the same");
    answer = pages_get(p, VI, pages_path(p, "")); /* what a viewer cannot decide does not wait for him */
    assert_null(strstr(answer.body, "likely the same"));
    answer = pages_get(p, ED, pages_path(p, "/duplicates"));
    pages_shows(&answer, "Same mobile phone");
    pages_shows(&answer,
                arena_printf(arena, "/contacts/%" PRId64 "/merge?with=%" PRId64, low, low + 1));
    const char *form =
        arena_printf(arena, "of=contacts&low=%" PRId64 "&high=%" PRId64, low, low + 1);
    assert_int_equal(pages_post(p, VI, pages_path(p, "/duplicates/keep"), form).status, 403);
    const char *theirs = arena_printf(arena, "/%s/duplicates/keep", p->people->atlas_slug);
    assert_int_equal(pages_post(p, BO, theirs, form).status, 404);
    assert_int_equal(pages_post(p, ED, pages_path(p, "/duplicates/keep"), form).status, 303);
    answer = pages_get(p, ED, pages_path(p, "/duplicates"));
    assert_null(strstr(answer.body, "Same mobile phone"));
    assert_int_equal(pages_get(p, ED, pages_path(p, "/duplicates?after=x")).status, 400);
    answer = pages_get(p, ED, pages_path(p, "/duplicates?show=kept&of=companies"));
    pages_shows(&answer, "None kept");
    pages_free(p);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(shows_pairs_and_takes_decisions)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
