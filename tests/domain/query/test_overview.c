/* A workspace at a glance: what is there is counted, of this workspace only, and what came in stands
 * on its day. */
#include "support/people.h"

#include "domain/change/change.h"
#include "domain/query/overview.h"
#include "domain/record/record.h"

static int64_t
add(struct people *p, enum record_entity entity, const char *const *values)
{
    int64_t set, id;
    assert_ok(p, change_set_open(&p->app, "create", "Typed in", &set));
    assert_ok(p, record_create(&p->app, entity, set, values, 0, &id));
    return id;
}

static void
counts_what_is_there(void **state)
{
    struct people *p = *state;
    struct overview o;
    if (!p)
        return;
    people_begin(p, ADA, p->kestrel);
    assert_ok(p, overview_read(&p->app, "Europe/Prague", &o));
    assert_int_equal(o.companies + o.contacts + o.rejected + o.undecided + o.dead_jobs, 0);
    assert_int_equal(o.members, 3);
    const char *company[COMPANY_N_FIELDS] = {
        [COMPANY_NAME] = "Acme", [COMPANY_INDUSTRY] = "Banking"};
    add(p, RECORD_COMPANY, company);
    const char *work[CONTACT_N_FIELDS] = {[CONTACT_LAST_NAME] = "Work",
                                          [CONTACT_EMAIL] = "jane@acme.example",
                                          [CONTACT_JOB_TITLE] = "VP Sales"};
    const char *free_mail[CONTACT_N_FIELDS] = {
        [CONTACT_LAST_NAME] = "Free", [CONTACT_EMAIL] = "free@gmail.com"};
    const char *none[CONTACT_N_FIELDS] = {[CONTACT_LAST_NAME] = "None"};
    add(p, RECORD_CONTACT, work);
    add(p, RECORD_CONTACT, free_mail);
    int64_t old = add(p, RECORD_CONTACT, none);
    people_commit(p);
    people_number(p,
                  "UPDATE contact SET checked_at = now() - interval '91 days' WHERE tenant_id = "
                  "%" PRId64 " AND contact_id = %" PRId64 " RETURNING 1",
                  p->kestrel, old);
    people_begin(p, ADA, p->kestrel);
    assert_ok(p, overview_read(&p->app, "Europe/Prague", &o));
    assert_int_equal(o.companies, 1);
    assert_int_equal(o.contacts, 3);
    assert_int_equal(o.work_email, 1);
    assert_int_equal(o.no_email, 1);
    assert_int_equal(o.stale_contacts, 1);
    assert_int_equal(o.stale_companies, 0);
    assert_int_equal(o.added_companies[OVERVIEW_DAYS - 1], 1);
    assert_int_equal(o.added_contacts[OVERVIEW_DAYS - 1], 3);
    assert_int_equal(o.added_contacts[0], 0);
    people_commit(p);
    people_begin(p, BO, p->atlas);
    assert_ok(p, overview_read(&p->app, "UTC", &o));
    assert_int_equal(o.companies + o.contacts + o.added_contacts[OVERVIEW_DAYS - 1], 0);
    people_commit(p);
}

static int
set_up(void **state)
{
    *state = people_new();
    return 0;
}

static int
tear_down(void **state)
{
    people_free(*state);
    return 0;
}

int
main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(counts_what_is_there)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
