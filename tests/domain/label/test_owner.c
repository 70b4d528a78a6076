/* Owners on a real database: counts, people who have left, handing over and taking it back. */
#include "support/labels.h"

#include "domain/label/owner.h"

static int64_t
add_user(struct database *db, const char *name, bool member)
{
    int64_t id = database_number(
        db, arena_printf(db->arena,
                         "INSERT INTO user_account (email, email_key, name) VALUES ('%s-%" PRId64
                         "@x.example', '%s-%" PRId64 "@x.example', '%s') RETURNING user_id",
                         name, db->tenant, name, db->tenant, name));
    if (member)
        database_script(db, arena_printf(db->arena,
                                         "INSERT INTO membership (tenant_id, user_id, role) VALUES "
                                         "(%" PRId64 ", %" PRId64 ", 'editor')",
                                         db->tenant, id));
    return id;
}

static void
hands_over_what_people_leave(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    struct owner *owners, owner;
    struct owner_done done;
    int64_t trashed;
    size_t n;
    int64_t ann = add_user(db, "Ann", true), left = add_user(db, "Zoe", false);
    int64_t stranger = add_user(db, "Stranger", false);
    database_begin(db);
    int64_t one = labels_company(db, "One", NULL, NULL),
            two = labels_company(db, "Two", NULL, NULL);
    labels_company(db, "Three", NULL, NULL);
    database_commit(db);
    database_script(db, arena_printf(db->arena,
                                     "UPDATE company SET owner_id = %" PRId64
                                     " WHERE tenant_id = %" PRId64 " AND company_id IN (%" PRId64
                                     ", %" PRId64 ")",
                                     left, db->tenant, one, two));
    database_begin(db);
    assert_done(db, owner_list(&db->ctx, &owners, &n));
    assert_int_equal(n, 4);
    assert_string_equal(owners[0].name, "Ann");
    assert_string_equal(owners[1].name, "Hana Test");
    assert_string_equal(owners[2].name, "Zoe");
    assert_false(owners[2].member);
    assert_int_equal(owners[2].companies, 2);
    assert_int_equal(owners[3].user_id, 0);
    assert_int_equal(owners[3].companies, 1);
    assert_fails(db, owner_get(&db->ctx, stranger, &owner, &trashed), ERR_NOT_FOUND);
    assert_fails(db, owner_hand_over(&db->ctx, left, stranger, &done), ERR_INPUT);
    assert_fails(db, owner_hand_over(&db->ctx, left, left, &done), ERR_INPUT);
    assert_fails(db, owner_hand_over(&db->ctx, 0, ann, &done), ERR_NOT_FOUND);
    assert_done(db, owner_get(&db->ctx, left, &owner, &trashed));
    assert_int_equal(owner.companies, 2);
    assert_done(db, owner_hand_over(&db->ctx, left, ann, &done));
    database_commit(db);
    const char *name = arena_printf(db->arena, "%" PRId64, ann);
    assert_string_equal(labels_value(db, one, "owner_id"), name);
    database_begin(db);
    labels_undo(db, done.set_id);
    database_commit(db);
    assert_string_equal(labels_value(db, one, "owner_id"),
                        arena_printf(db->arena, "%" PRId64, left));
    database_free(db);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hands_over_what_people_leave),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
