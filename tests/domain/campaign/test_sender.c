/* Senders on a real database: one default, used ones stay. */
#include "support/campaign/campaigns.h"

static int64_t
add(struct database *db, const char *name, bool is_default)
{
    const struct sender sender = {.name = name,
                                  .company = "Kestrel Works",
                                  .email = "Hana@Kestrel.example",
                                  .postal_address = "Dlouhá 1\n110 00 Praha",
                                  .is_default = is_default};
    int64_t id;
    assert_done(db, sender_save(&db->ctx, &sender, &id));
    return id;
}

static void
has_one_default(void **state)
{
    struct database *db = campaigns_begin(state);
    if (!db)
        return;
    struct sender *all, one;
    size_t n;
    int64_t same, hana = add(db, "Hana", false), ben = add(db, "Ben", false);
    assert_done(db, sender_list(&db->ctx, &all, &n));
    assert_int_equal(n, 2);
    assert_int_equal(all[0].sender_id, hana); /* the first is it, whatever is said */
    assert_true(all[0].is_default && !all[1].is_default);
    assert_string_equal(all[0].email, "hana@kestrel.example");
    one = all[1];
    one.is_default = true;
    one.role = "Founder";
    assert_done(db, sender_save(&db->ctx, &one, &same));
    assert_done(db, sender_list(&db->ctx, &all, &n));
    assert_int_equal(all[0].sender_id, ben);
    assert_string_equal(all[0].role, "Founder");
    assert_false(all[1].is_default);
    assert_done(db, sender_remove(&db->ctx, ben));
    assert_done(db, sender_list(&db->ctx, &all, &n));
    assert_int_equal(n, 1);
    assert_true(all[0].is_default);
    database_free(db);
}

static void
refuses_what_is_wrong_or_old(void **state)
{
    struct database *db = campaigns_begin(state);
    if (!db)
        return;
    struct sender one;
    int64_t id = add(db, "Hana", true);
    const struct sender nameless = {.company = "Kestrel"}, homeless = {.name = "Hana"},
                        bad_mail = {.name = "Hana", .company = "Kestrel", .email = "hana@"};
    assert_fails(db, sender_save(&db->ctx, &nameless, &id), ERR_INPUT);
    id = add(db, "Hana", true);
    database_commit(db);
    database_begin(db);
    assert_fails(db, sender_save(&db->ctx, &homeless, &id), ERR_INPUT);
    assert_fails(db, sender_save(&db->ctx, &bad_mail, &id), ERR_INPUT);
    struct sender *all;
    size_t n;
    assert_done(db, sender_list(&db->ctx, &all, &n));
    one = all[0];
    assert_done(db, sender_save(&db->ctx, &one, &id));
    database_commit(db);
    database_begin(db);
    assert_fails(db, sender_save(&db->ctx, &one, &id), ERR_CONFLICT);
    int64_t campaign = campaigns_new(db, "Uses her");
    database_commit(db);
    database_begin(db);
    assert_fails(db, sender_remove(&db->ctx, one.sender_id), ERR_CONFLICT);
    assert_done(db, campaign_move(&db->ctx, campaign, "archived"));
    assert_done(db, sender_remove(&db->ctx, one.sender_id));
    assert_fails(db, sender_get(&db->ctx, one.sender_id, &one), ERR_NOT_FOUND);
    database_free(db);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(has_one_default),
        cmocka_unit_test(refuses_what_is_wrong_or_old),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
