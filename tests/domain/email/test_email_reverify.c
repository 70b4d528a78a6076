/* Checking again in time: old and open addresses are taken, young ones left, one run at a time. */
#include "support/acts.h"

#include "domain/email/email_reverify.h"

static void
starts_a_run(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    int64_t old = acts_contact(db, "Old", "One", "old@acme.example", 0);
    int64_t open = acts_contact(db, "Open", "One", "open@acme.example", 0);
    acts_contact(db, "Young", "One", "young@acme.example", 0);
    database_script(db, arena_printf(db->arena,
                                     "INSERT INTO email_check (tenant_id, contact_id, address, "
                                     "origin, route, state, percent, checked_at) SELECT tenant_id, "
                                     "contact_id, email, 1, 1, CASE first_name WHEN 'Open' THEN 7 "
                                     "ELSE 1 END, 88, now() - CASE first_name WHEN 'Old' THEN "
                                     "interval '91 days' ELSE interval '2 days' END FROM contact "
                                     "WHERE tenant_id = %" PRId64,
                                     db->tenant));
    struct task_run run = {.tenant_id = db->tenant};
    acts_ok(db, email_reverify_task(&db->ctx, &run));
    assert_string_equal(run.message, "2 addresses");
    const char *chosen = database_value(
        db,
        arena_printf(db->arena, "SELECT stages::text FROM pipeline_run WHERE tenant_id = %" PRId64,
                     db->tenant));
    assert_string_equal(chosen, "{email_verify}");
    acts_ok(db, email_reverify_task(&db->ctx, &run));
    assert_string_equal(run.message, "the last run is still at work");
    assert_true(old && open);
    /* nobody else's test is to work on it */
    database_script(db, arena_printf(db->arena,
                                     "UPDATE pipeline_run SET state = 'cancelled' WHERE tenant_id "
                                     "= %" PRId64 "; DELETE FROM job WHERE tenant_id = %" PRId64,
                                     db->tenant, db->tenant));
    database_free(db);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(starts_a_run),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
