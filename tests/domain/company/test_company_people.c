/* The people of a company, page by page, and companies to choose from, on a real database. */
#include "support/database.h"

#include "domain/company/company_people.h"
#include "domain/company/company_pick.h"

static int64_t
add_company(struct database *db, const char *name, const char *sort_name, const char *domain)
{
    return database_number(
        db,
        arena_printf(db->arena,
                     "INSERT INTO company (tenant_id, name, domain, name_key, search, sort_name, "
                     "codes) VALUES (%" PRId64 ", '%s', %s, '%s', '', '%s', '{}') "
                     "RETURNING company_id",
                     db->tenant, name, domain ? arena_printf(db->arena, "'%s'", domain) : "NULL",
                     sort_name, sort_name));
}

static void
pages_people_by_name(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    int64_t company = add_company(db, "Acme", "acme", NULL);
    for (int i = 0; i < 12; i++)
        database_script(
            db, arena_printf(db->arena,
                             "INSERT INTO contact (tenant_id, company_id, last_name, name_key, "
                             "search, sort_name, codes) VALUES (%" PRId64 ", %" PRId64
                             ", 'N%02d', 'n%02d', '', 'n', '{}')",
                             db->tenant, company, i % 6, i % 6));
    database_begin(db);
    struct company_person *people;
    size_t n, seen = 0;
    const char *after = "", *last = "";
    while (after) {
        assert_true(company_people_read(&db->ctx, company, after, 5, &people, &n, &after));
        for (size_t i = 0; i < n; i++) {
            assert_true(strcmp(last, people[i].label) <= 0);
            last = people[i].label;
        }
        seen += n;
        assert_true(n && seen <= 12);
    }
    assert_int_equal(seen, 12);
    assert_false(company_people_read(&db->ctx, company, "nonsense", 5, &people, &n, &after));
    assert_string_equal(db->ctx.err.field, "after");
    err_clear(&db->ctx);
    database_commit(db);
    database_free(db);
}

static void
offers_companies(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    add_company(db, "Ångström Labs", "angstrom labs", "angstrom.example");
    add_company(db, "Angus", "angus", NULL);
    add_company(db, "Bolt", "bolt", "bolt.example");
    database_begin(db);
    struct company_pick *picks;
    size_t n;
    assert_true(company_pick_read(&db->ctx, "ANG", &picks, &n));
    assert_int_equal(n, 2);
    assert_true(company_pick_read(&db->ctx, "ångs", &picks, &n));
    assert_int_equal(n, 1);
    assert_string_equal(picks[0].name, "Ångström Labs");
    assert_true(company_pick_read(&db->ctx, "bolt.example", &picks, &n));
    assert_int_equal(n, 1);
    assert_true(company_pick_read(&db->ctx, "a", &picks, &n));
    assert_int_equal(n, 0);
    assert_true(company_pick_read(&db->ctx, "%_'", &picks, &n));
    assert_int_equal(n, 0);
    database_commit(db);
    database_free(db);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pages_people_by_name),
        cmocka_unit_test(offers_companies),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
