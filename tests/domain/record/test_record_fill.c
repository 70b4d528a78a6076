/* Filling blanks on a real database: what is there stays, what people took out stays out, and of all
 * of it one can see where it stands. */
#include "support/database.h"

#include "base/db.h"
#include "domain/change/change.h"
#include "domain/record/record.h"
#include "domain/record/record_fill.h"
#include "domain/record/record_history.h"

static int64_t
company(struct database *db, const char *const *values)
{
    int64_t set, id;
    assert_true(change_set_open(&db->ctx, "create", "Typed in", &set));
    assert_true(record_create(&db->ctx, RECORD_COMPANY, set, values, 0, &id));
    return id;
}

static void
fill(struct database *db, int64_t id, struct record_found *found, size_t n, struct record_fill *out)
{
    *out = (struct record_fill){.entity = RECORD_COMPANY,
                                .record_id = id,
                                .stage = "facts",
                                .source = "www.acme.example",
                                .found = found,
                                .n_found = n};
    assert_true(record_fill(&db->ctx, out));
}

static void
blanks_are_filled(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    database_begin(db);
    const char *values[COMPANY_N_FIELDS] = {0};
    values[COMPANY_NAME] = "Acme";
    values[COMPANY_CITY] = "Prague";
    int64_t id = company(db, values);
    struct record_found found[] = {
        {.place = COMPANY_CITY,      .value = "Brno",         .confidence = 80},
        {.place = COMPANY_COUNTRY,   .value = "Czechia",      .confidence = 90},
        {.place = COMPANY_PHONE,     .value = "777 123 456",  .confidence = 70},
        {.place = COMPANY_EMAIL,     .value = "no address",   .confidence = 70},
        {.place = COMPANY_NAME,      .value = "ACME",         .confidence = 70},
        {.place = COMPANY_EMPLOYEES, .value = "a team of 12", .confidence = 50},
    };
    struct record_fill out;
    struct record record;
    struct record_fact *facts;
    size_t n;
    found[5].kind = RECORD_FACT_HINT;
    found[2].url = "https://a.example/contact";
    fill(db, id, found, 6, &out);
    assert_int_equal(found[0].end, RECORD_FILL_OTHER);
    assert_string_equal(found[0].kept, "Prague");
    assert_int_equal(found[1].end, RECORD_FILL_NEW);
    assert_int_equal(found[3].end, RECORD_FILL_UNREADABLE);
    assert_int_equal(found[4].end, RECORD_FILL_SAME);
    assert_int_equal(found[5].end, RECORD_FILL_NOTED);
    assert_true(record_get(&db->ctx, RECORD_COMPANY, id, &record));
    assert_string_equal(record.values[COMPANY_CITY], "Prague");
    assert_string_equal(record.values[COMPANY_COUNTRY], "CZ");
    assert_string_equal(record.values[COMPANY_NAME], "Acme");
    assert_null(record.values[COMPANY_EMPLOYEES]);
    assert_true(record_fact_list(&db->ctx, RECORD_COMPANY, id, &facts, &n));
    assert_int_equal(n, 5);
    /* Again: nothing changes. */
    int64_t version = record.version;
    struct record_found again[] = {
        {.place = COMPANY_CITY,    .value = "Brno", .confidence = 80},
        {.place = COMPANY_COUNTRY, .value = "CZ",   .confidence = 90}
    };
    fill(db, id, again, 2, &out);
    assert_int_equal(out.filled, 0);
    assert_int_equal(out.set_id, 0);
    assert_true(record_get(&db->ctx, RECORD_COMPANY, id, &record));
    assert_int_equal(record.version, version);
    /* What is found no more is no longer said. */
    assert_true(record_fact_list(&db->ctx, RECORD_COMPANY, id, &facts, &n));
    assert_int_equal(n, 2);
    assert_string_equal(facts[0].field->name, "city");
    assert_string_equal(facts[0].value, "Brno");
    assert_string_equal(facts[0].stage, "facts");
    database_commit(db);
    database_free(db);
}

static void
people_have_the_last_word(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    database_begin(db);
    const char *values[COMPANY_N_FIELDS] = {0};
    values[COMPANY_NAME] = "Acme";
    values[COMPANY_CITY] = "Prague";
    int64_t id = company(db, values);
    const char *empty[COMPANY_N_FIELDS] = {0};
    int64_t set = 0, changed;
    assert_true(record_update(&db->ctx, RECORD_COMPANY, &set, id, 0,
                              CHANGE_BIT(record_field_get(RECORD_COMPANY, "city")), empty, 0,
                              &changed));
    struct record_found found[] = {
        {.place = COMPANY_CITY, .value = "Brno", .confidence = 80}
    };
    struct record_fill out;
    struct record record;
    fill(db, id, found, 1, &out);
    assert_int_equal(found[0].end, RECORD_FILL_EMPTIED);
    assert_true(record_get(&db->ctx, RECORD_COMPANY, id, &record));
    assert_null(record.values[COMPANY_CITY]);
    database_commit(db);
    database_free(db);
}

static void
keys_of_others_stay_away(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    database_begin(db);
    const char *first[COMPANY_N_FIELDS] = {0}, *second[COMPANY_N_FIELDS] = {0};
    first[COMPANY_NAME] = "First";
    first[COMPANY_DOMAIN] = "first.example";
    second[COMPANY_NAME] = "Second";
    (void)company(db, first);
    int64_t id = company(db, second);
    struct record_found found[] = {
        {.place = COMPANY_DOMAIN, .value = "first.example", .confidence = 80},
        {.place = COMPANY_CITY,   .value = "Brno",          .confidence = 80}
    };
    struct record_fill out;
    fill(db, id, found, 2, &out);
    assert_int_equal(found[0].end, RECORD_FILL_TAKEN);
    assert_int_equal(found[1].end, RECORD_FILL_NEW);
    database_commit(db);
    database_free(db);
}

static void
suppressed_addresses_stay_away(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    database_number(db,
                    arena_printf(db->arena,
                                 "INSERT INTO suppression (tenant_id, kind, value, reason) VALUES "
                                 "(%" PRId64 ", 'email', 'info@acme.example', 'unsubscribed') "
                                 "RETURNING 1",
                                 db->tenant));
    database_begin(db);
    const char *values[COMPANY_N_FIELDS] = {0};
    values[COMPANY_NAME] = "Acme";
    int64_t id = company(db, values);
    struct record_found found[] = {
        {.place = COMPANY_EMAIL, .value = "info@acme.example", .confidence = 80}
    };
    struct record_fill out;
    struct record_fact *facts;
    size_t n;
    fill(db, id, found, 1, &out);
    assert_int_equal(found[0].end, RECORD_FILL_SUPPRESSED);
    assert_true(record_fact_list(&db->ctx, RECORD_COMPANY, id, &facts, &n));
    assert_int_equal(n, 0);
    database_commit(db);
    database_free(db);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blanks_are_filled),
        cmocka_unit_test(people_have_the_last_word),
        cmocka_unit_test(keys_of_others_stay_away),
        cmocka_unit_test(suppressed_addresses_stay_away),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
