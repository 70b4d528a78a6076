/* The audit log on its pages: filtered, and each their own part. */
#include "support/visits.h"

static void
filters_by_person_and_act(void **state)
{
    struct pages *p = *state;
    if (!p)
        return;
    struct people *q = p->people;
    const char *role = arena_printf(p->arena, "/%s/settings/members/%" PRId64 "/role",
                                    q->kestrel_slug, q->ids[VI]);
    assert_int_equal(pages_post(p, ADA, role, "role=editor").status, 303);
    struct webrun_answer answer = pages_get(p, ADA, "/%s/settings/audit", q->kestrel_slug);
    assert_shows(answer, "changed the role of");
    assert_shows(answer, "role: editor");
    answer = pages_get(p, ADA, "/%s/settings/audit?action=member_remove", q->kestrel_slug);
    assert_shows(answer, "Nothing matches");
    answer = pages_get(p, SUE, "/admin/audit?action=member_role&who=%s", q->emails[VI]);
    assert_shows(answer, "changed the role of");
    assert_hides(answer, "signed in");
    answer = pages_get(p, SUE, "/admin/audit?workspace=%" PRId64, q->atlas);
    assert_hides(answer, "changed the role of");
    assert_int_equal(pages_get(p, ADA, "/admin/audit").status, 404);
    assert_int_equal(pages_get(p, ED, "/%s/settings/audit", q->kestrel_slug).status, 403);
    assert_int_equal(pages_get(p, ADA, "/%s/settings/audit", q->atlas_slug).status, 404);
    /* A workspace's page takes no other workspace from its address. */
    answer = pages_get(p, ADA, "/%s/settings/audit?workspace=%" PRId64, q->kestrel_slug, q->atlas);
    assert_shows(answer, "changed the role of");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(filters_by_person_and_act),
    };
    return cmocka_run_group_tests(tests, pages_set_up, pages_tear_down);
}
