/* The columnar engine on a real database: whatever is asked, it answers as SQL does, straight after
 * it was built and with changes since. SNAPSHOT_FILTERS says how many random filters. */
#include "support/snapshots.h"

enum { COMPANIES = 1500, CONTACTS = 6000 };

static size_t
rounds(size_t usual)
{
    const char *wanted = getenv("SNAPSHOT_FILTERS");
    return wanted ? strtoul(wanted, NULL, 10) : usual;
}

static void
compare(struct world *world, size_t n)
{
    size_t n_answered = 0;
    for (size_t i = 0; i < n; i++) {
        struct ctx ctx = world_ctx(world);
        enum record_entity entity = i % 3 ? RECORD_CONTACT : RECORD_COMPANY;
        struct record_query query = world_query(world, &ctx, entity);
        world_same(world, &ctx, &query, &n_answered);
    }
    assert_int_equal(n_answered, n);
}

static void
answers_as_sql_does(void **state)
{
    (void)state;
    struct world *world = world_new(records_seed(), "Europe/Prague", COMPANIES, CONTACTS);
    if (!world)
        return;
    world_build(world);
    database_begin(world->db);
    compare(world, rounds(500) / 2);
    world_free(world);
}

static void
answers_so_after_changes(void **state)
{
    (void)state;
    struct world *world = world_new(records_seed(), "America/New_York", COMPANIES, CONTACTS);
    if (!world)
        return;
    world_build(world);
    for (size_t i = 0; i < rounds(500) / 10; i++) {
        for (size_t k = 0; k < 7; k++)
            database_script(world->db, world_edit(&world->records, world->db->arena));
        database_begin(world->db);
        compare(world, 5);
        database_commit(world->db);
    }
    world_free(world);
}

/* Every order with changes since the file was built: of all records (so many that none is looked up by
 * its id) both ways, and of those that a filter leaves. */
static void
orders_as_sql_does(void **state)
{
    (void)state;
    struct world *world = world_new(records_seed(), "UTC", COMPANIES, CONTACTS);
    if (!world)
        return;
    world_build(world);
    for (size_t i = 0; i < 60; i++)
        database_script(world->db, world_edit(&world->records, world->db->arena));
    database_begin(world->db);
    for (int entity = RECORD_COMPANY; entity <= RECORD_CONTACT; entity++) {
        size_t n;
        const struct record_order **orders =
            records_orders(&world->db->ctx, (enum record_entity)entity, &n);
        for (size_t i = 0; i < 3 * n; i++) {
            struct ctx ctx = world_ctx(world);
            struct record_query query = world_query(world, &ctx, (enum record_entity)entity);
            const struct record_filter all = {.entity = (enum record_entity)entity, .search = ""};
            query.order = orders[i / 3];
            query.descending = i % 3 ? i % 3 == 2 : query.descending;
            query.filter = i % 3 ? all : query.filter;
            query.limit = i % 3 ? 200 : 20;
            world_same_order(&ctx, &query);
        }
    }
    world_free(world);
}

/* A custom field that was made after the file is counted all the same. */
static void
counts_young_fields(void **state)
{
    (void)state;
    struct world *world = world_new(records_seed(), "UTC", COMPANIES / 10, CONTACTS / 10);
    if (!world)
        return;
    world_build(world);
    database_script(world->db,
                    arena_printf(world->db->arena,
                                 "INSERT INTO custom_field (tenant_id, entity, key, label, type) "
                                 "SELECT %" PRId64 ", e, 'young', 'Young', 'choice' FROM "
                                 "generate_series(1, 2) AS e; UPDATE contact SET custom = "
                                 "'{\"young\": \"Yes\"}' WHERE tenant_id = %" PRId64
                                 " AND contact_id %% 3 = 0",
                                 world->db->tenant, world->db->tenant));
    database_begin(world->db);
    compare(world, 20);
    database_commit(world->db);
    world_build(world);
    database_begin(world->db);
    compare(world, 20);
    world_free(world);
}

/* Values of a custom text that hold a text, by the snapshot alone. False: it does not know. */
static bool
looked_for(struct ctx *ctx, const char *text, size_t wanted)
{
    struct record_custom *customs;
    struct record_filter all = {.entity = RECORD_CONTACT, .search = ""};
    struct record_count *values;
    size_t n_customs, n;
    bool found = false;
    OK(ctx, record_filter_customs(ctx, RECORD_CONTACT, &customs, &n_customs));
    for (size_t i = 0; i < n_customs; i++)
        if (!strcmp(customs[i].key, "remark")) {
            OK(ctx,
               snapshot_query_values(ctx, &all, &customs[i].dimension, text, &values, &n, &found));
            assert_int_equal(n, wanted);
        }
    return found;
}

/* A text of which there is too much is not looked through, and lists narrowed by it are right. */
static void
leaves_out_what_is_too_long(void **state)
{
    (void)state;
    struct world *world = world_new(records_seed(), "UTC", COMPANIES / 10, CONTACTS / 10);
    if (!world)
        return;
    database_script(world->db,
                    arena_printf(world->db->arena,
                                 "UPDATE contact SET custom = NULL WHERE tenant_id = %" PRId64
                                 "; UPDATE contact SET custom = jsonb_build_object('remark', 'Rare "
                                 "bird') WHERE tenant_id = %" PRId64 " AND contact_id %% 5 = 0 AND "
                                 "deleted_at IS NULL",
                                 world->db->tenant, world->db->tenant));
    world_build(world);
    database_begin(world->db);
    struct ctx ctx = world_ctx(world);
    assert_true(looked_for(&ctx, "rare", 1));
    assert_true(looked_for(&ctx, "birds", 0));
    database_commit(world->db);
    database_script(world->db,
                    arena_printf(world->db->arena,
                                 "INSERT INTO contact (tenant_id, last_name, name_key, search, "
                                 "sort_name, codes, custom) SELECT %" PRId64
                                 ", 'x', 'x', 'x', 'x', '{}', jsonb_build_object('remark', i || "
                                 "repeat(md5(i::text), 240)) FROM generate_series(1, 5000) i",
                                 world->db->tenant));
    world_build(world);
    database_begin(world->db);
    ctx = world_ctx(world);
    assert_true(looked_for(&ctx, "rare", 0));
    const struct record_pair rare = {"field.remark", "rare bird"};
    struct record_query query = {
        .order = record_order_get(RECORD_CONTACT, "name"), .after = "", .before = "", .limit = 7};
    OK(&ctx, record_filter_read(&ctx, RECORD_CONTACT, &rare, 1, &query.filter));
    world_same_page(&ctx, &query, &(struct record_found){0});
    int64_t total;
    OK(&ctx, record_query_count(&ctx, &query.filter, &total));
    assert_true(total > 0);
    world_free(world);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(answers_as_sql_does),
        cmocka_unit_test(answers_so_after_changes),
        cmocka_unit_test(orders_as_sql_does),
        cmocka_unit_test(counts_young_fields),
        cmocka_unit_test(leaves_out_what_is_too_long),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
