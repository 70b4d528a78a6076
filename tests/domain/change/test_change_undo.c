/* Undo on a real database: single acts, what must stay and why, redo, and random histories whose
 * undos must restore the state before, exactly. */
#include "support/database.h"

#include <time.h>

#include "domain/change/change.h"
#include "domain/change/change_kept.h"
#include "domain/change/change_undo.h"
#include "domain/record/record.h"

static int64_t
open_set(struct database *db, const char *kind)
{
    int64_t set_id;
    if (!change_set_open(&db->ctx, kind, "test", &set_id))
        fail_msg("%s", db->ctx.err.message);
    return set_id;
}

static int64_t
create(struct database *db, enum record_entity entity, int64_t set_id, const char *const *values)
{
    int64_t id;
    if (!record_create(&db->ctx, entity, set_id, values, 0, &id))
        fail_msg("%s", db->ctx.err.message);
    return id;
}

static int64_t
company(struct database *db, int64_t set_id, const char *name, const char *domain)
{
    const char *values[RECORD_MOST_FIELDS] = {[COMPANY_NAME] = name, [COMPANY_DOMAIN] = domain};
    return create(db, RECORD_COMPANY, set_id, values);
}

static void
set_field(struct database *db, enum record_entity entity, int64_t set_id, int64_t id, size_t place,
          const char *value)
{
    size_t n;
    int64_t changed;
    const char *values[RECORD_MOST_FIELDS] = {0};
    values[place] = value;
    if (!record_update(&db->ctx, entity, &set_id, id, 0,
                       CHANGE_BIT(&record_fields(entity, &n)[place]), values, 0, &changed))
        fail_msg("%s", db->ctx.err.message);
}

static struct change_counts
undo(struct database *db, int64_t set_id, int64_t *undo_set_id)
{
    struct change_counts counts;
    int64_t own;
    database_begin(db);
    if (!change_undo_all(&db->ctx, set_id, undo_set_id ? undo_set_id : &own, &counts))
        fail_msg("%s", db->ctx.err.message);
    database_commit(db);
    return counts;
}

/* Everything people see of the tenant's records, and the keys. */
static const char *
snapshot(struct database *db)
{
    return database_value(
        db,
        arena_printf(db->arena,
                     "SELECT md5(string_agg(t, '|' ORDER BY t)) FROM ("
                     "SELECT (to_jsonb(c) - "
                     "'{version,updated_at,checked_at,deleted_at}'::text[])::text AS t "
                     "FROM company c WHERE tenant_id = %" PRId64 " AND deleted_at IS NULL "
                     "UNION ALL SELECT "
                     "(to_jsonb(c) - '{version,updated_at,checked_at,deleted_at}'::text[])::text "
                     "FROM contact c WHERE tenant_id = %" PRId64 " AND deleted_at IS NULL) q",
                     db->tenant, db->tenant));
}

static const char *
field_now(struct database *db, int64_t company_id, const char *column)
{
    return database_value(db, arena_printf(db->arena,
                                           "SELECT %s FROM company WHERE tenant_id = %" PRId64
                                           " AND company_id = %" PRId64 " AND deleted_at IS NULL",
                                           column, db->tenant, company_id));
}

static void
takes_back_what_it_made(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    database_begin(db);
    int64_t set = open_set(db, "import");
    int64_t id = company(db, set, "Acme", "acme.example");
    const char *person[RECORD_MOST_FIELDS] = {[CONTACT_LAST_NAME] = "Doe",
                                              [CONTACT_COMPANY_ID] =
                                                  arena_printf(db->arena, "%" PRId64, id)};
    create(db, RECORD_CONTACT, set, person);
    database_commit(db);
    struct change_counts counts = undo(db, set, NULL);
    assert_int_equal(counts.removed[RECORD_COMPANY], 1);
    assert_int_equal(counts.removed[RECORD_CONTACT], 1);
    assert_int_equal(counts.kept[RECORD_COMPANY], 0);
    assert_null(field_now(db, id, "name"));
    /* the key is free again */
    database_begin(db);
    company(db, open_set(db, "create"), "Acme 2", "acme.example");
    database_commit(db);
    database_free(db);
}

static void
expect_kept(struct database *db, int64_t undo_set, const char *words)
{
    struct change_kept *kept;
    size_t n;
    int64_t total;
    database_begin(db);
    assert_true(change_kept_list(&db->ctx, undo_set, 10, &kept, &n, &total));
    database_commit(db);
    assert_int_equal(n, 1);
    assert_int_equal(total, 1);
    assert_string_equal(kept[0].reason, words);
}

static void
keeps_what_others_changed(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    database_begin(db);
    int64_t first = open_set(db, "create");
    int64_t id = company(db, first, "Acme", NULL);
    int64_t import = open_set(db, "import");
    set_field(db, RECORD_COMPANY, import, id, COMPANY_CITY, "Brno");
    set_field(db, RECORD_COMPANY, import, id, COMPANY_INDUSTRY, "Steel");
    int64_t edit = open_set(db, "edit");
    set_field(db, RECORD_COMPANY, edit, id, COMPANY_CITY, "Praha");
    database_commit(db);
    int64_t undo_set;
    struct change_counts counts = undo(db, import, &undo_set);
    assert_int_equal(counts.reverted[RECORD_COMPANY], 1);
    assert_int_equal(counts.kept[RECORD_COMPANY], 1);
    assert_string_equal(field_now(db, id, "city"), "Praha");
    assert_null(field_now(db, id, "industry"));
    expect_kept(db, undo_set, "Somebody changed it later");
    /* the creation cannot go: the edit stands on it */
    counts = undo(db, first, &undo_set);
    assert_int_equal(counts.kept[RECORD_COMPANY], 1);
    assert_string_equal(field_now(db, id, "name"), "Acme");
    database_free(db);
}

/* An act that was itself undone does not stand in the way. */
static void
looks_past_undone_acts(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    database_begin(db);
    int64_t first = open_set(db, "import");
    int64_t id = company(db, first, "Acme", "acme.example");
    int64_t second = open_set(db, "import");
    set_field(db, RECORD_COMPANY, second, id, COMPANY_CITY, "Brno");
    database_commit(db);
    undo(db, second, NULL);
    struct change_counts counts = undo(db, first, NULL);
    assert_int_equal(counts.removed[RECORD_COMPANY], 1);
    assert_int_equal(counts.kept[RECORD_COMPANY], 0);
    database_free(db);
}

static void
keeps_a_company_with_people(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    database_begin(db);
    int64_t import = open_set(db, "import");
    int64_t id = company(db, import, "Acme", NULL);
    const char *person[RECORD_MOST_FIELDS] = {[CONTACT_LAST_NAME] = "Doe",
                                              [CONTACT_COMPANY_ID] =
                                                  arena_printf(db->arena, "%" PRId64, id)};
    create(db, RECORD_CONTACT, open_set(db, "create"), person);
    database_commit(db);
    int64_t undo_set;
    struct change_counts counts = undo(db, import, &undo_set);
    assert_int_equal(counts.removed[RECORD_COMPANY], 0);
    expect_kept(db, undo_set, "Contacts that stay work there");
    database_free(db);
}

static void
keeps_a_field_whose_key_is_taken(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    database_begin(db);
    int64_t id = company(db, open_set(db, "create"), "Acme", "acme.example");
    int64_t edit = open_set(db, "edit");
    set_field(db, RECORD_COMPANY, edit, id, COMPANY_DOMAIN, "other.example");
    set_field(db, RECORD_COMPANY, edit, id, COMPANY_CITY, "Brno");
    company(db, open_set(db, "create"), "New Acme", "acme.example");
    database_commit(db);
    int64_t undo_set;
    struct change_counts counts = undo(db, edit, &undo_set);
    assert_int_equal(counts.reverted[RECORD_COMPANY], 1);
    assert_string_equal(field_now(db, id, "domain"), "other.example");
    assert_null(field_now(db, id, "city"));
    expect_kept(db, undo_set, "Another company has this domain by now");
    database_free(db);
}

static void
brings_a_deleted_record_back(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    database_begin(db);
    const char *person[RECORD_MOST_FIELDS] = {
        [CONTACT_LAST_NAME] = "Doe", [CONTACT_EMAIL] = "doe@acme.example"};
    int64_t id = create(db, RECORD_CONTACT, open_set(db, "create"), person);
    database_commit(db);
    const char *before = snapshot(db);
    database_begin(db);
    int64_t set = open_set(db, "delete"), undo_set;
    assert_true(record_delete(&db->ctx, RECORD_CONTACT, set, id));
    database_commit(db);
    struct change_counts counts = undo(db, set, &undo_set);
    assert_int_equal(counts.restored[RECORD_CONTACT], 1);
    assert_string_equal(snapshot(db), before);
    /* and again: redo deletes, and that can be undone once more */
    undo(db, undo_set, NULL);
    assert_string_not_equal(snapshot(db) ? snapshot(db) : "", before);
    undo(db, set, NULL);
    assert_string_equal(snapshot(db), before);
    /* while someone new has the address it stays deleted */
    database_begin(db);
    set = open_set(db, "delete");
    assert_true(record_delete(&db->ctx, RECORD_CONTACT, set, id));
    create(db, RECORD_CONTACT, open_set(db, "create"), person);
    database_commit(db);
    counts = undo(db, set, &undo_set);
    assert_int_equal(counts.restored[RECORD_CONTACT], 0);
    expect_kept(db, undo_set, "Another contact has this e-mail address by now");
    database_free(db);
}

static void
refuses_a_second_undo(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    database_begin(db);
    int64_t set = open_set(db, "create"), undo_set;
    company(db, set, "Acme", NULL);
    database_commit(db);
    undo(db, set, NULL);
    database_begin(db);
    assert_false(change_undo_start(&db->ctx, set, &undo_set));
    assert_int_equal(db->ctx.err.kind, ERR_CONFLICT);
    db_rollback(&db->ctx);
    database_free(db);
}

/* Random histories: sets of many records, edits, deletions; taken back in reverse order they leave
 * the states before, one by one; each undo undone and done again on the way changes nothing. */
enum { RECORDS = 40, SETS = 12, ACTS = 25 };

static size_t
roll(unsigned *seed, size_t n)
{
    return (size_t)rand_r(seed) % n;
}

static void
random_act(struct database *db, unsigned *seed, int64_t set, int64_t *ids, bool *gone, size_t *n)
{
    static const size_t places[] = {COMPANY_NAME, COMPANY_CITY, COMPANY_INDUSTRY, COMPANY_DOMAIN};
    size_t what = roll(seed, 10);
    if (what == 0 && *n < RECORDS) {
        ids[*n] = company(db, set, arena_printf(db->arena, "Made %zu", *n), NULL);
        gone[(*n)++] = false;
        return;
    }
    size_t at = roll(seed, *n), place = places[roll(seed, 4)];
    if (gone[at])
        return;
    if (what == 1) {
        assert_true(record_delete(&db->ctx, RECORD_COMPANY, set, ids[at]));
        gone[at] = true;
        return;
    }
    const char *value = place == COMPANY_DOMAIN
                            ? arena_printf(db->arena, "c%zu-%zu.example", at, roll(seed, 3))
                            : arena_printf(db->arena, "Value %zu", roll(seed, 5));
    set_field(db, RECORD_COMPANY, set, ids[at], place,
              place == COMPANY_CITY && what == 2 ? NULL : value);
}

static void
restores_random_histories(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    const char *given = getenv("LEADGEN_TEST_SEED");
    unsigned seed = given ? (unsigned)strtoul(given, NULL, 10) : (unsigned)time(NULL);
    printf("# LEADGEN_TEST_SEED=%u\n", seed);
    int64_t ids[RECORDS], sets[SETS];
    bool gone[RECORDS];
    const char *states[SETS];
    size_t n = 0;
    database_begin(db);
    int64_t first = open_set(db, "import");
    for (; n < RECORDS / 2; n++) {
        ids[n] = company(db, first, arena_printf(db->arena, "Start %zu", n), NULL);
        gone[n] = false;
    }
    database_commit(db);
    for (size_t i = 0; i < SETS; i++) {
        states[i] = snapshot(db);
        database_begin(db);
        sets[i] = open_set(db, i % 3 ? "edit" : "import");
        for (size_t act = 0; act < ACTS; act++)
            random_act(db, &seed, sets[i], ids, gone, &n);
        database_commit(db);
    }
    for (size_t i = SETS; i-- > 0;) {
        const char *after = snapshot(db);
        int64_t undo_set;
        struct change_counts counts = undo(db, sets[i], &undo_set);
        assert_int_equal(counts.kept[RECORD_COMPANY], 0);
        assert_string_equal(snapshot(db), states[i]);
        undo(db, undo_set, NULL);
        assert_string_equal(snapshot(db), after);
        undo(db, sets[i], NULL);
        assert_string_equal(snapshot(db), states[i]);
    }
    database_free(db);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_back_what_it_made),
        cmocka_unit_test(keeps_what_others_changed),
        cmocka_unit_test(looks_past_undone_acts),
        cmocka_unit_test(keeps_a_company_with_people),
        cmocka_unit_test(keeps_a_field_whose_key_is_taken),
        cmocka_unit_test(brings_a_deleted_record_back),
        cmocka_unit_test(refuses_a_second_undo),
        cmocka_unit_test(restores_random_histories),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
