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

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(answers_as_sql_does),
        cmocka_unit_test(answers_so_after_changes),
        cmocka_unit_test(counts_young_fields),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
