/* The list of campaigns on a real database: tabs, filters, orders, counts that fit. */
#include "support/campaign/campaigns.h"

#include "domain/campaign/campaign_list.h"

/* Names of what a tab shows, with commas. */
static const char *
names(struct database *db, const char *tab, const struct campaign_filter *filter, const char *order)
{
    struct campaign_row *rows;
    size_t n;
    const char *all = "";
    assert_done(db, campaign_list(&db->ctx, campaign_tab_of(tab), filter, order, 50, 0, &rows, &n));
    for (size_t i = 0; i < n; i++)
        all = arena_printf(db->arena, "%s%s%s", all, i ? "," : "", rows[i].name);
    return all;
}

static void
finds_and_orders(void **state)
{
    struct database *db = campaigns_begin(state);
    if (!db)
        return;
    const struct campaign_filter all = {0}, email = {.channel = "email"},
                                 calls = {.channel = "call"}, mine = {.owner_id = db->user},
                                 nobody = {.owner_id = CAMPAIGN_NOBODY}, ange = {.search = "ÄNGE"};
    int64_t counts[8], a = campaigns_new(db, "Ängelholm"), b = campaigns_new(db, "Brno"),
                       c = campaigns_new(db, "Cork");
    campaigns_step(db, a, "email");
    campaigns_step(db, b, "linkedin_message");
    campaigns_person(db, b, "Anna", "Berg");
    campaigns_person(db, b, "Ben", "Carr");
    campaigns_person(db, a, "Cid", "Dorn");
    campaigns_sql(
        db, "UPDATE campaign SET owner_id = NULL WHERE campaign_id = %" PRId64 " RETURNING 1", c);
    assert_done(db, campaign_move(&db->ctx, c, "archived"));
    assert_string_equal(names(db, "current", &all, "name"), "Ängelholm,Brno");
    assert_string_equal(names(db, "current", &all, "-name"), "Brno,Ängelholm");
    assert_string_equal(names(db, "current", &all, "people"), "Ängelholm,Brno");
    assert_string_equal(names(db, "current", &all, "-people"), "Brno,Ängelholm");
    assert_string_equal(names(db, "current", &email, NULL), "Ängelholm");
    assert_string_equal(names(db, "current", &calls, NULL), "");
    assert_string_equal(names(db, "preparing", &ange, NULL), "Ängelholm");
    assert_string_equal(names(db, "archived", &all, NULL), "Cork");
    assert_string_equal(names(db, "current", &nobody, NULL), "");
    assert_string_equal(names(db, "archived", &nobody, NULL), "Cork");
    assert_string_equal(names(db, "current", &mine, "name"), "Ängelholm,Brno");
    assert_done(db, campaign_list_counts(&db->ctx, &all, counts));
    assert_int_equal(counts[0], 2); /* current */
    assert_int_equal(counts[1], 2); /* in the making */
    assert_int_equal(counts[6], 1); /* archived */
    assert_done(db, campaign_list_counts(&db->ctx, &email, counts));
    assert_int_equal(counts[0], 1);
    database_free(db);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_and_orders),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
