/* Versions of a model on a real database: the first one, drafts, activation, what never changes. */
#include "support/acts.h"

#include "domain/scoring/icp_version.h"

static void
drafts_and_activates(void **state)
{
    (void)state;
    struct database *db = database_new(), *other = database_new();
    if (!db)
        return;
    struct icp_version *all, one;
    struct icp_model model;
    int64_t version, again;
    size_t n;
    database_begin(db);
    acts_ok(db, icp_version_list(&db->ctx, &all, &n));
    assert_int_equal(n, 1);
    assert_true(all[0].active && !all[0].draft);
    acts_ok(db, icp_version_active(&db->ctx, &version, &model));
    assert_int_equal(version, 1);

    model.tiers[0].from = 20;
    acts_ok(db, icp_version_draft(&db->ctx, 1, &model, "Higher", &version));
    assert_int_equal(version, 2);
    acts_ok(db, icp_version_read(&db->ctx, 2, &one, &model));
    assert_true(one.draft && !one.active);
    assert_string_equal(one.note, "Higher");
    assert_string_equal(one.author, "Hana Test");
    assert_int_equal(model.tiers[0].from, 20);
    database_commit(db);

    /* two people change the same draft: the second one is told */
    database_begin(db);
    model.tiers[0].from = 21;
    acts_ok(db, icp_version_save(&db->ctx, 2, 1, &model, "Higher"));
    assert_false(icp_version_save(&db->ctx, 2, 1, &model, "Lower"));
    assert_int_equal(db->ctx.err.kind, ERR_CONFLICT);
    err_clear(&db->ctx);
    acts_ok(db, icp_version_activate(&db->ctx, 2));
    acts_ok(db, icp_version_active(&db->ctx, &version, &model));
    assert_int_equal(version, 2);
    assert_int_equal(model.tiers[0].from, 21);
    assert_false(icp_version_drop(&db->ctx, 2));
    assert_int_equal(db->ctx.err.kind, ERR_NOT_FOUND);
    err_clear(&db->ctx);
    assert_false(icp_version_save(&db->ctx, 2, 2, &model, ""));
    err_clear(&db->ctx);
    database_commit(db);
    assert_int_equal(database_number(db, arena_printf(db->arena,
                                                      "SELECT count(*) FROM job WHERE kind = "
                                                      "'rescore' AND tenant_id = %" PRId64,
                                                      db->tenant)),
                     4);

    /* the first one can come back; a draft can go */
    database_begin(db);
    acts_ok(db, icp_version_activate(&db->ctx, 1));
    acts_ok(db, icp_version_draft(&db->ctx, 2, &model, "", &again));
    assert_int_equal(again, 3);
    acts_ok(db, icp_version_drop(&db->ctx, 3));
    assert_false(icp_version_activate(&db->ctx, 9));
    assert_int_equal(db->ctx.err.kind, ERR_NOT_FOUND);
    err_clear(&db->ctx);
    database_commit(db);

    /* another workspace sees nothing of it */
    database_begin(other);
    acts_ok(other, icp_version_list(&other->ctx, &all, &n));
    assert_int_equal(n, 1);
    database_commit(other);
    database_free(other);
    database_free(db);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(drafts_and_activates)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
