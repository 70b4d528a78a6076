/* The demo's campaign on a real database: it waits for the run, then writes to a dozen people. */
#include "support/labels.h"

#include "domain/campaign/campaign.h"
#include "domain/campaign/campaign_demo.h"
#include "domain/campaign/campaign_list.h"

/* A scored company with two people of whom a profile is known, and one of whom none is. */
static void
employer(struct database *db, int number, const char *country)
{
    const char *company[RECORD_MOST_FIELDS] = {0};
    int64_t set_id, company_id, contact_id;
    company[COMPANY_NAME] = arena_printf(db->arena, "Firm %d", number);
    company[COMPANY_DOMAIN] = arena_printf(db->arena, "firm-%d.example", number);
    company[COMPANY_COUNTRY] = country;
    assert_done(db, change_set_open(&db->ctx, "create", "Test", &set_id));
    assert_done(db, record_create(&db->ctx, RECORD_COMPANY, set_id, company, 0, &company_id));
    for (int i = 0; i < 3; i++) {
        const char *contact[RECORD_MOST_FIELDS] = {0};
        contact[CONTACT_FIRST_NAME] = i ? "Zoë" : "Jan";
        contact[CONTACT_LAST_NAME] = arena_printf(db->arena, "O'Neil-%c%c", 'A' + number, 'a' + i);
        contact[CONTACT_COMPANY_ID] = arena_printf(db->arena, "%" PRId64, company_id);
        if (i < 2)
            contact[CONTACT_LINKEDIN_URL] =
                arena_printf(db->arena, "https://www.linkedin.com/in/p-%d-%d", number, i);
        assert_done(db, record_create(&db->ctx, RECORD_CONTACT, set_id, contact, 0, &contact_id));
    }
}

static int64_t
demo_job(struct database *db)
{
    return database_number(db, arena_printf(db->arena,
                                            "SELECT job_id FROM job WHERE kind = 'campaign_demo' "
                                            "AND tenant_id = %" PRId64,
                                            db->tenant));
}

static void
writes_to_a_dozen_people_when_the_run_is_over(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    struct campaign_row *rows;
    size_t n;
    database_begin(db);
    assert_done(db, campaign_demo_begin(&db->ctx));
    for (int i = 0; i < 8; i++)
        employer(db, i, i < 2 ? "DE" : i < 6 ? "GB" : NULL);
    database_commit(db);
    database_script(db, arena_printf(db->arena,
                                     "UPDATE company SET tier = 'tier_1_platinum' WHERE tenant_id "
                                     "= %" PRId64,
                                     db->tenant));
    database_begin(db);
    assert_done(db,
                campaign_list(&db->ctx, campaign_tabs, &(struct campaign_filter){.search = "ai"},
                              "name", 10, 0, &rows, &n));
    assert_int_equal(n, 1);
    assert_int_equal(rows->counts.people, 0);
    database_commit(db);
    labels_work(db, demo_job(db));
    database_begin(db);
    assert_done(db,
                campaign_list(&db->ctx, campaign_tabs, &(struct campaign_filter){.search = "ai"},
                              "name", 10, 0, &rows, &n));
    assert_int_equal(rows->counts.people, 12);
    assert_string_equal(rows->state, "generating");
    database_commit(db);
    assert_int_equal(
        database_number(db, arena_printf(db->arena,
                                         "SELECT count(*) FROM campaign_person p JOIN contact c "
                                         "USING (tenant_id, contact_id) JOIN company o USING "
                                         "(tenant_id, company_id) WHERE tenant_id = %" PRId64
                                         " AND o.country = 'DE' AND c.language = 'German'",
                                         db->tenant)),
        1);
    assert_int_equal(
        database_number(db, arena_printf(db->arena,
                                         "SELECT count(*) FROM contact WHERE tenant_id = %" PRId64
                                         " AND email LIKE '%%.oneil%%@firm-%%.example'",
                                         db->tenant)),
        12);
    database_free(db);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writes_to_a_dozen_people_when_the_run_is_over),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
