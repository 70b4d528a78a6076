/* What people do about conflicts: one click, its undo, accepting, and what the next check makes of it. */
#include "domain/audience/campaigning.h"

#include "domain/audience/campaign_check.h"
#include "domain/audience/campaign_conflict.h"
#include "domain/audience/campaign_hours.h"

/* The only conflict that a check finds now. */
static struct campaign_conflict
only(struct people *p, int64_t campaign, size_t wanted)
{
    int64_t check_id, job_id;
    struct campaign_conflict *rows;
    size_t n;
    people_begin(p, ED, p->kestrel);
    assert_ok(p, campaign_check_start(&p->app, campaign, &check_id, &job_id));
    assert_ok(p, campaign_conflict_list(&p->app, check_id, &rows, &n));
    people_commit(p);
    if (n != wanted)
        fail_msg("%zu conflicts, not %zu; the first is %s", n, wanted, n ? rows[0].kind : "none");
    return n ? rows[0] : (struct campaign_conflict){0};
}

static void
fix(struct people *p, int64_t conflict)
{
    people_begin(p, ED, p->kestrel);
    assert_ok(p, campaign_conflict_fix(&p->app, conflict));
    people_commit(p);
}

static void
undo(struct people *p, int64_t conflict)
{
    people_begin(p, ED, p->kestrel);
    assert_ok(p, campaign_conflict_undo(&p->app, conflict));
    people_commit(p);
}

static int64_t
count(struct people *p, const char *what)
{
    return people_number(
        p, "SELECT count(*) FROM campaign_person WHERE tenant_id = %" PRId64 " AND %s", p->kestrel,
        what);
}

static void
each_fix_works_and_is_undone(void **state)
{
    static const struct {
        const char *contact, *campaign, *touch, *fix, *label, *changed;
    } cases[] = {
        {"email = NULL, linkedin_url = NULL", NULL, NULL,         "exclude",      "Leave them out",
         "state = 'excluded' AND reason = 'No way to reach them'"},
        {"email = NULL",                      NULL, NULL,         "skip_channel", "Skip e-mail steps",
         "skip_channels = '{call,email}'"                        },
        {NULL,                                NULL, "2030-01-01", "wait",         "Wait until 31 January 2030",
         "not_before = '2030-01-31'"                             },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct people *p = people_new();
        if (!p)
            return;
        int64_t campaign = campaigning_campaign(p, "Nordic", "review");
        campaigning_step(p, campaign, 1, "email", 0);
        campaigning_step(p, campaign, 2, "linkedin_message", 2);
        int64_t who = campaigning_contact(p, "ann", campaigning_company(p, "Acme", "DE"));
        campaigning_join(p, campaign, who);
        database_script(
            p->db,
            arena_printf(
                p->arena,
                "UPDATE campaign_person SET skip_channels = '{call}' WHERE tenant_id = %" PRId64,
                p->kestrel));
        if (cases[i].contact)
            campaigning_change(p, who, cases[i].contact);
        if (cases[i].touch)
            people_number(
                p,
                "INSERT INTO contact_touch (tenant_id, contact_id, channel, at) VALUES (%" PRId64
                ", %" PRId64 ", 'email', '%s') RETURNING 1",
                p->kestrel, who, cases[i].touch);
        struct campaign_conflict found = only(p, campaign, 1);
        assert_string_equal(found.fix, cases[i].fix);
        assert_string_equal(campaign_conflict_fix_label(p->arena, &found), cases[i].label);
        fix(p, found.conflict_id);
        assert_int_equal(count(p, cases[i].changed), 1);
        people_begin(p, ED, p->kestrel);
        assert_refused(p, campaign_conflict_fix(&p->app, found.conflict_id), ERR_CONFLICT);
        undo(p, found.conflict_id);
        assert_int_equal(
            count(p, "state = 'waiting' AND not_before IS NULL AND skip_channels = '{call}'"), 1);
        fix(p, found.conflict_id);
        only(p, campaign, 0);
        people_free(p);
    }
}

static void
a_step_moves_off_a_holiday(void **state)
{
    (void)state;
    struct people *p = people_new();
    if (!p)
        return;
    int64_t campaign = campaigning_campaign(p, "Nordic", "draft");
    campaigning_step(p, campaign, 1, "email", 0);
    campaigning_step(p, campaign, 2, "email", 2);
    campaigning_step(p, campaign, 3, "email", 3);
    campaigning_join(p, campaign,
                     campaigning_contact(p, "ann", campaigning_company(p, "Acme", "FI")));
    database_script(
        p->db,
        arena_printf(
            p->arena,
            "UPDATE campaign SET starts_on = date '2032-12-04' - 3 WHERE campaign_id = %" PRId64,
            campaign));
    /* Wednesday 1, Friday 3, Saturday 4 December; Monday 6 is Independence Day. */
    struct campaign_conflict found = only(p, campaign, 1);
    assert_string_equal(found.kind, "holiday");
    assert_string_equal(campaign_conflict_fix_label(p->arena, &found),
                        "Move to Tuesday 7 December 2032");
    fix(p, found.conflict_id);
    assert_int_equal(
        people_number(p,
                      "SELECT day_offset FROM campaign_step WHERE campaign_id = %" PRId64
                      " AND position = 3",
                      campaign),
        6);
    undo(p, found.conflict_id);
    assert_int_equal(
        people_number(p,
                      "SELECT day_offset FROM campaign_step WHERE campaign_id = %" PRId64
                      " AND position = 3",
                      campaign),
        3);
    people_free(p);
}

static void
accepted_stays_accepted_until_somebody_new_comes(void **state)
{
    (void)state;
    struct people *p = people_new();
    if (!p)
        return;
    int64_t campaign = campaigning_campaign(p, "Nordic", "draft");
    campaigning_step(p, campaign, 1, "email", 0);
    int64_t company = campaigning_company(p, "Acme", "DE");
    int64_t ids[2] = {campaigning_contact(p, "ann", company),
                      campaigning_contact(p, "ben", company)};
    for (size_t i = 0; i < 2; i++)
        campaigning_change(p, ids[i], "employment = 3");
    campaigning_join(p, campaign, ids[0]);
    struct campaign_conflict found = only(p, campaign, 1), old = found;
    people_begin(p, ED, p->kestrel);
    assert_refused(p, campaign_conflict_accept(&p->app, found.conflict_id, " "), ERR_INPUT);
    people_begin(p, BO, p->atlas);
    assert_refused(p, campaign_conflict_accept(&p->app, found.conflict_id, "We know"),
                   ERR_NOT_FOUND);
    people_begin(p, ED, p->kestrel);
    assert_ok(p, campaign_conflict_accept(&p->app, found.conflict_id, "She is back"));
    people_commit(p);
    found = only(p, campaign, 1);
    assert_string_equal(found.state, "accepted");
    assert_string_equal(found.accepted_reason, "She is back");
    /* The report of before is history. */
    people_begin(p, ED, p->kestrel);
    assert_refused(p, campaign_conflict_undo(&p->app, old.conflict_id), ERR_CONFLICT);
    campaigning_join(p, campaign, ids[1]);
    found = only(p, campaign, 1);
    assert_string_equal(found.state, "open");
    assert_int_equal(found.people, 2);
    struct campaign_check *checks;
    size_t n;
    people_begin(p, VI, p->kestrel);
    assert_ok(p, campaign_check_list(&p->app, campaign, 10, &checks, &n));
    people_commit(p);
    assert_int_equal(n, 3);
    assert_int_equal(checks[0].undecided, 1);
    assert_int_equal(checks[1].undecided, 0);
    people_free(p);
}

static void
hours_of_countries(void **state)
{
    int64_t hours;
    (void)state;
    assert_true(campaign_hours_of("DE", &hours) && hours == 1);
    assert_true(campaign_hours_of("US", &hours) && hours == -5);
    assert_true(campaign_hours_of("NZ", &hours) && hours == 12);
    assert_false(campaign_hours_of("", &hours));
    assert_false(campaign_hours_of("ZZ", &hours));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_fix_works_and_is_undone),
        cmocka_unit_test(a_step_moves_off_a_holiday),
        cmocka_unit_test(accepted_stays_accepted_until_somebody_new_comes),
        cmocka_unit_test(hours_of_countries)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
