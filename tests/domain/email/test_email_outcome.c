/* Outcomes: a bounce and an arrival change what is known of an address; enough of them bend the
 * estimate. And what the contact's page reads. */
#include "support/acts.h"

#include "domain/email/email_known.h"
#include "domain/email/email_outcome.h"

static int64_t
state_of(struct database *db, int64_t id)
{
    return database_number(
        db,
        arena_printf(db->arena, "SELECT email_state FROM contact WHERE contact_id = %" PRId64, id));
}

static void
learns_from_bounces(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    int64_t jane = acts_contact(db, "Jane", "Doe", "jane@acme.example", 0);
    int64_t john = acts_contact(db, "John", "Doe", "john@acme.example", 0);
    database_script(db, arena_printf(db->arena,
                                     "INSERT INTO email_check (tenant_id, contact_id, address, "
                                     "origin, route, state, percent, checked_at) SELECT tenant_id, "
                                     "contact_id, email, 1, 1, 1, 88, now() FROM contact WHERE "
                                     "tenant_id = %" PRId64,
                                     db->tenant));
    struct email_record record;
    struct email_known *known;
    size_t n;
    database_begin(db);
    acts_ok(db, email_outcome_add(&db->ctx, jane, "jane@acme.example", false));
    acts_ok(db, email_outcome_add(&db->ctx, john, "john@acme.example", true));
    acts_ok(db, email_outcome_add(&db->ctx, john, "unknown@acme.example", true));
    acts_ok(db, email_outcome_read(&db->ctx, &record));
    acts_ok(db, email_known_read(&db->ctx, jane, &record, &known, &n));
    assert_int_equal(n, 1);
    assert_int_equal(known[0].score.state, EMAIL_INVALID);
    assert_true(known[0].p < 0.1);
    acts_ok(db, email_known_read(&db->ctx, john, &record, &known, &n));
    assert_true(known[0].p > 0.98);
    database_commit(db);
    assert_int_equal(record.total, 2);
    assert_int_equal(record.arrived, 1);
    assert_false(record.fitted);
    assert_int_equal(state_of(db, jane), EMAIL_INVALID);
    /* of 300 addresses said to be 88 % good half arrived: the estimate follows */
    database_script(db, arena_printf(db->arena,
                                     "INSERT INTO email_outcome (tenant_id, contact_id, percent, "
                                     "arrived) SELECT %" PRId64 ", i, 88, i %% 2 = 0 FROM "
                                     "generate_series(1, 300) AS i",
                                     db->tenant));
    database_begin(db);
    acts_ok(db, email_outcome_read(&db->ctx, &record));
    database_commit(db);
    assert_true(record.fitted);
    double p = email_fit_apply(&record.fit, 0.88);
    assert_true(p > 0.45 && p < 0.58);
    database_free(db);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(learns_from_bounces),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
