/* Leases on web sites: a site has one holder, who may take it again; others wait until it has rested. */
#include "support/database.h"

#include "domain/crawl/crawl_lease.h"

static void
a_site_has_one_holder(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    struct crawl_lease mine, other;
    bool got[3];
    const char *const sites[] = {arena_printf(db->arena, "a%lld.example", (long long)db->tenant),
                                 arena_printf(db->arena, "b%lld.example", (long long)db->tenant)};
    const char *const twice[] = {sites[0], sites[1], sites[0]};
    crawl_lease_open(&db->ctx, &mine);
    crawl_lease_open(&db->ctx, &other);
    assert_string_not_equal(mine.holder, other.holder);
    assert_true(crawl_lease_claim(&db->ctx, &mine, sites, 1, got));
    assert_true(got[0]);
    assert_true(crawl_lease_claim(&db->ctx, &other, twice, 3, got));
    assert_false(got[0]);
    assert_true(got[1]);
    assert_false(got[2]);
    assert_true(crawl_lease_claim(&db->ctx, &mine, sites, 2, got));
    assert_true(got[0]);
    assert_false(got[1]);
    /* Given back, it rests before anybody may ask it again. */
    const int64_t rests[] = {60000};
    const int64_t none[] = {0};
    assert_true(crawl_lease_release(&db->ctx, &mine, sites, rests, 1));
    assert_true(crawl_lease_claim(&db->ctx, &other, sites, 1, got));
    assert_false(got[0]);
    assert_true(crawl_lease_release(&db->ctx, &other, sites + 1, none, 1));
    assert_true(crawl_lease_claim(&db->ctx, &mine, sites + 1, 1, got));
    assert_true(got[0]);
    database_free(db);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_site_has_one_holder)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
