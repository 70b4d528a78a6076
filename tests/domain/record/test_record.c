/* One record on a real database: created, read, changed, deleted; twins, conflicts, owners, and that
 * another tenant sees none of it. */
#include "support/database.h"

#include "domain/change/change.h"
#include "domain/record/record.h"
#include "domain/record/record_history.h"

static const char *
number_text(struct database *db, int64_t n)
{
    return arena_printf(db->arena, "%" PRId64, n);
}

static void
no_error(void *arg, const char *field, const char *message)
{
    (void)arg;
    fail_msg("%s: %s", field, message);
}

/* Through the form's own way: texts, normalised, written. */
static int64_t
make(struct database *db, enum record_entity entity, const char *const *texts)
{
    const char *values[RECORD_MOST_FIELDS];
    int64_t set, id = 0;
    assert_true(record_normalise(&db->ctx, entity, texts, values, no_error, NULL));
    if (!change_set_open(&db->ctx, "create", "Typed in", &set) ||
        !record_create(&db->ctx, entity, set, values, 0, &id))
        fail_msg("%s", db->ctx.err.message);
    return id;
}

static int64_t
make_company(struct database *db, const char *name, const char *website)
{
    const char *texts[RECORD_MOST_FIELDS] = {
        [COMPANY_NAME] = name, [COMPANY_WEBSITE_URL] = website};
    return make(db, RECORD_COMPANY, texts);
}

static bool
set_city(struct database *db, int64_t id, int64_t version, const char *city, int64_t *changed)
{
    const char *values[RECORD_MOST_FIELDS] = {[COMPANY_CITY] = city};
    int64_t set = 0;
    return record_update(&db->ctx, RECORD_COMPANY, &set, id, version,
                         CHANGE_BIT(record_field_get(RECORD_COMPANY, "city")), values, 0, changed);
}

static void
keeps_what_is_typed(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    database_begin(db);
    int64_t id = make_company(db, "Müller GmbH", "www.mueller.example.com");
    struct record record;
    assert_true(record_get(&db->ctx, RECORD_COMPANY, id, &record));
    assert_string_equal(record.label, "Müller GmbH");
    assert_string_equal(record.values[COMPANY_LEGAL_FORM], "GmbH");
    assert_string_equal(record.values[COMPANY_WEBSITE_URL], "https://www.mueller.example.com/");
    int64_t changed;
    assert_true(set_city(db, id, record.version, "Brno", &changed));
    assert_int_equal(changed, CHANGE_BIT(record_field_get(RECORD_COMPANY, "city")));
    /* the same again changes nothing and makes no noise */
    assert_true(set_city(db, id, 0, "Brno", &changed));
    assert_int_equal(changed, 0);
    struct record_history history;
    assert_true(record_get(&db->ctx, RECORD_COMPANY, id, &record));
    assert_true(record_history_read(
        &db->ctx, &record, &(struct record_history_ask){.show = "", .older = "", .limit = 9},
        &history));
    assert_int_equal(history.n, 2);
    assert_string_equal(history.events[0].steps[0].after, "Brno");
    assert_null(history.events[0].steps[0].before);
    struct record_origin origins[RECORD_MOST_FIELDS];
    assert_true(record_history_origins(&db->ctx, RECORD_COMPANY, id, origins));
    assert_string_equal(origins[COMPANY_CITY].who, "Hana Test");
    assert_string_equal(origins[COMPANY_NAME].set_kind, "create");
    database_commit(db);
    database_free(db);
}

/* Two people, one field: the second one hears of it, and may insist. */
static void
tells_of_a_conflict(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    database_begin(db);
    int64_t id = make_company(db, "Acme", NULL), changed;
    assert_true(set_city(db, id, 1, "Praha", &changed));
    assert_false(set_city(db, id, 1, "Brno", &changed));
    assert_int_equal(db->ctx.err.kind, ERR_CONFLICT);
    assert_string_equal(db->ctx.err.field, "");
    err_clear(&db->ctx);
    /* the value that is there already is no conflict */
    assert_true(set_city(db, id, 1, "Praha", &changed));
    assert_true(set_city(db, id, 2, "Brno", &changed));
    database_commit(db);
    database_free(db);
}

static void
finds_twins(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    database_begin(db);
    int64_t id = make_company(db, "Acme s.r.o.", "acme.com"), other;
    struct record_twin twin;
    bool found;
    const char *same_domain[RECORD_MOST_FIELDS] = {
        [COMPANY_NAME] = "Other", [COMPANY_DOMAIN] = "acme.com"};
    assert_true(record_twin(&db->ctx, RECORD_COMPANY, same_domain, 0, &twin, &found));
    assert_true(found && twin.record_id == id);
    assert_string_equal(twin.field, "domain");
    const char *same_name[RECORD_MOST_FIELDS] = {[COMPANY_NAME] = "ACME"};
    assert_true(record_twin(&db->ctx, RECORD_COMPANY, same_name, 0, &twin, &found));
    assert_true(found);
    assert_string_equal(twin.field, "name");
    /* two Acmes with different domains are two companies */
    const char *contradicts[RECORD_MOST_FIELDS] = {
        [COMPANY_NAME] = "Acme", [COMPANY_DOMAIN] = "acme.fr"};
    assert_true(record_twin(&db->ctx, RECORD_COMPANY, contradicts, 0, &twin, &found));
    assert_false(found);
    /* kept knowingly, it stands beside its twin */
    int64_t set;
    assert_true(change_set_open(&db->ctx, "create", "Typed in", &set));
    assert_true(record_create(&db->ctx, RECORD_COMPANY, set, same_domain, id, &other));
    struct record record;
    assert_true(record_get(&db->ctx, RECORD_COMPANY, other, &record));
    assert_int_equal(record.duplicate_of, id);
    assert_true(record_get(&db->ctx, RECORD_COMPANY, id, &record));
    assert_int_equal(record.duplicates, 1);
    /* unknowingly, it is refused with the field */
    assert_false(record_create(&db->ctx, RECORD_COMPANY, set, same_domain, 0, &other));
    assert_int_equal(db->ctx.err.kind, ERR_CONFLICT);
    assert_string_equal(db->ctx.err.field, "domain");
    db_rollback(&db->ctx);
    database_free(db);
}

static void
finds_or_makes_the_company_of_a_contact(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    database_begin(db);
    int64_t id = make_company(db, "Acme s.r.o.", "acme.com"), company, set = 0;
    assert_true(record_company(&db->ctx, &set, "acme.com", &company));
    assert_int_equal(company, id);
    assert_true(record_company(&db->ctx, &set, "ACME", &company));
    assert_int_equal(company, id);
    assert_true(record_company(&db->ctx, &set, "  ", &company));
    assert_int_equal(company, 0);
    assert_true(record_company(&db->ctx, NULL, "Newcomer", &company));
    assert_int_equal(company, 0);
    assert_int_equal(set, 0);
    assert_true(record_company(&db->ctx, &set, "Newcomer", &company));
    assert_true(company > 0 && set > 0);
    make_company(db, "Acme a.s.", "acme.fr");
    assert_false(record_company(&db->ctx, &set, "Acme", &company));
    assert_int_equal(db->ctx.err.kind, ERR_INPUT);
    assert_string_equal(db->ctx.err.field, "company");
    db_rollback(&db->ctx);
    database_free(db);
}

static void
refuses_owners_from_elsewhere(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    int64_t stranger = database_number(
        db, arena_printf(db->arena,
                         "INSERT INTO user_account (email, email_key, name) VALUES ('s%" PRId64
                         "@x.example', 's%" PRId64 "@x.example', 'Stranger') RETURNING user_id",
                         db->tenant, db->tenant));
    database_begin(db);
    int64_t set, id;
    const char *values[RECORD_MOST_FIELDS] = {
        [COMPANY_NAME] = "Acme", [COMPANY_OWNER_ID] = number_text(db, stranger)};
    assert_true(change_set_open(&db->ctx, "create", "Typed in", &set));
    assert_false(record_create(&db->ctx, RECORD_COMPANY, set, values, 0, &id));
    assert_string_equal(db->ctx.err.field, "owner_id");
    err_clear(&db->ctx);
    values[COMPANY_OWNER_ID] = number_text(db, db->user);
    assert_true(record_create(&db->ctx, RECORD_COMPANY, set, values, 0, &id));
    database_commit(db);
    database_free(db);
}

static void
needs_something_that_says_who(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    database_begin(db);
    int64_t set, id;
    const char *nothing[RECORD_MOST_FIELDS] = {0};
    assert_true(change_set_open(&db->ctx, "create", "Typed in", &set));
    assert_false(record_create(&db->ctx, RECORD_COMPANY, set, nothing, 0, &id));
    assert_string_equal(db->ctx.err.field, "name");
    err_clear(&db->ctx);
    assert_false(record_create(&db->ctx, RECORD_CONTACT, set, nothing, 0, &id));
    assert_string_equal(db->ctx.err.field, "last_name");
    err_clear(&db->ctx);
    db_rollback(&db->ctx);
    database_free(db);
}

/* Another tenant's ids are not there. */
static void
hides_from_other_tenants(void **state)
{
    (void)state;
    struct database *db = database_new(), *other = db ? database_new() : NULL;
    if (!other)
        return;
    database_begin(db);
    int64_t id = make_company(db, "Acme", "acme.com");
    database_commit(db);
    database_begin(other);
    struct record record;
    int64_t changed, set = 0;
    assert_false(record_get(&other->ctx, RECORD_COMPANY, id, &record));
    assert_int_equal(other->ctx.err.kind, ERR_NOT_FOUND);
    err_clear(&other->ctx);
    assert_false(set_city(other, id, 0, "Brno", &changed));
    assert_int_equal(other->ctx.err.kind, ERR_NOT_FOUND);
    err_clear(&other->ctx);
    assert_true(change_set_open(&other->ctx, "delete", "x", &set));
    assert_false(record_delete(&other->ctx, RECORD_COMPANY, set, id));
    assert_int_equal(other->ctx.err.kind, ERR_NOT_FOUND);
    err_clear(&other->ctx);
    /* nor does its domain stand in the way */
    make_company(other, "Acme", "acme.com");
    database_commit(other);
    database_free(other);
    database_free(db);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps_what_is_typed),
        cmocka_unit_test(tells_of_a_conflict),
        cmocka_unit_test(finds_twins),
        cmocka_unit_test(finds_or_makes_the_company_of_a_contact),
        cmocka_unit_test(refuses_owners_from_elsewhere),
        cmocka_unit_test(needs_something_that_says_who),
        cmocka_unit_test(hides_from_other_tenants),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
