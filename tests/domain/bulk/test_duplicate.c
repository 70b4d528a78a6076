/* Likely duplicates on a real database: what a look finds, that a decision is remembered, and that it
 * stays within its workspace. */
#include "support/acts.h"

#include "domain/bulk/duplicate.h"

static size_t
look(struct database *db, enum record_entity entity, struct duplicate_pair **pairs)
{
    struct task_run run = {.tenant_id = db->tenant};
    size_t n;
    acts_ok(db, duplicate_task(&db->ctx, &run));
    database_begin(db);
    acts_ok(db, duplicate_list(&db->ctx, entity, false, 0, 0, 50, pairs, &n));
    database_commit(db);
    return n;
}

static void
finds_and_remembers(void **state)
{
    (void)state;
    struct database *db = database_new(), *other = database_new();
    if (!db)
        return;
    struct duplicate_pair *pairs;
    int64_t acme = acts_company(db, "Acme", "acme.example");
    int64_t anna = acts_contact(db, "Anna", "Ek", "anna@acme.example", acme);
    int64_t twin = acts_contact(db, "anna", "EK", "a.ek@acme.example", acme);
    acts_contact(db, "Anna", "Ek", "anna@else.example", 0);
    acts_contact(other, "Anna", "Ek", "anna@other.example", 0);
    assert_int_equal(look(db, RECORD_CONTACT, &pairs), 1);
    assert_int_equal(pairs[0].low_id, anna);
    assert_int_equal(pairs[0].high_id, twin);
    assert_string_equal(pairs[0].reason, "Same name at the same company");
    assert_string_equal(pairs[0].low, "Anna Ek");
    int64_t third = acts_contact(db, "Anna", "Ek", "ae@acme.example", acme);
    assert_int_equal(look(db, RECORD_CONTACT, &pairs), 2);
    database_begin(db);
    acts_ok(db, duplicate_keep(&db->ctx, RECORD_CONTACT, anna, twin));
    assert_false(duplicate_keep(&db->ctx, RECORD_CONTACT, anna, 0x7fffffff));
    assert_int_equal(db->ctx.err.kind, ERR_NOT_FOUND);
    err_clear(&db->ctx);
    database_commit(db);
    assert_int_equal(look(db, RECORD_CONTACT, &pairs), 1);
    assert_int_equal(pairs[0].high_id, third);
    /* another name: the pair is gone with the next look, and nobody decided that */
    acts_set(db, RECORD_CONTACT, third, "last_name", "Svensson");
    assert_int_equal(look(db, RECORD_CONTACT, &pairs), 0);
    acts_set(db, RECORD_CONTACT, third, "last_name", "Ek");
    assert_int_equal(look(db, RECORD_CONTACT, &pairs), 1);
    assert_int_equal(look(other, RECORD_CONTACT, &pairs), 0);
    database_free(other);
    database_free(db);
}

static void
compares_companies(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    struct duplicate_pair *pairs;
    int64_t acme = acts_company(db, "Acme GmbH", "acme.example");
    int64_t twin = acts_company(db, "ACME", "acme-group.example");
    int64_t far = acts_company(db, "Acme", "acme.cz.example");
    acts_set(db, RECORD_COMPANY, far, "country", "CZ");
    assert_int_equal(look(db, RECORD_COMPANY, &pairs), 1);
    assert_int_equal(pairs[0].low_id, acme);
    assert_int_equal(pairs[0].high_id, twin);
    struct duplicate_state counts;
    database_begin(db);
    acts_ok(db, duplicate_state(&db->ctx, &counts));
    database_commit(db);
    assert_int_equal(counts.companies, 1);
    assert_int_equal(counts.contacts, 0);
    assert_true(counts.looked_ms > 0);
    database_free(db);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_and_remembers),
        cmocka_unit_test(compares_companies),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
