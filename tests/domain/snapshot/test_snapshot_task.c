/* The task that keeps snapshots fresh: builds for large workspaces only, takes damaged files for
 * none, removes what is not needed, forgets old touches. */
#include "support/snapshots.h"

#include "domain/snapshot/snapshot_task.h"

static const char *
run_task(struct world *world, bool (*task)(struct ctx *, struct task_run *))
{
    struct ctx ctx = world_ctx(world);
    struct task_run run = {.tenant_id = world->db->tenant};
    OK(&ctx, task(&ctx, &run));
    return arena_strdup(world->db->arena, run.message);
}

static void
add_contacts(struct world *world, int n)
{
    database_script(world->db,
                    arena_printf(world->db->arena,
                                 "INSERT INTO contact (tenant_id, last_name, name_key, search, "
                                 "sort_name, codes) SELECT %" PRId64
                                 ", 'x', 'x', 'x', 'x', '{}' FROM generate_series(1, %d)",
                                 world->db->tenant, n));
}

static void
keeps_files_fresh(void **state)
{
    (void)state;
    struct world *world = world_new(records_seed(), "UTC", 20, 100);
    if (!world)
        return;
    assert_string_equal(run_task(world, snapshot_task), "none needed");
    world_build(world);
    assert_string_equal(run_task(world, snapshot_task), "removed");
    add_contacts(world, 20500);
    assert_string_equal(run_task(world, snapshot_task), "built");
    assert_string_equal(run_task(world, snapshot_task), "as it should be");
    assert_int_equal(truncate(world_path(world), 1000), 0);
    assert_string_equal(run_task(world, snapshot_task), "built");
    database_script(world->db,
                    arena_printf(world->db->arena,
                                 "UPDATE contact SET updated_at = now() WHERE tenant_id = %" PRId64,
                                 world->db->tenant));
    assert_string_equal(run_task(world, snapshot_task), "built");
    database_script(world->db, arena_printf(world->db->arena,
                                            "UPDATE tenant SET deactivated_at = now() WHERE "
                                            "tenant_id = %" PRId64,
                                            world->db->tenant));
    assert_string_equal(run_task(world, snapshot_task_sweep), "1 files removed");
    world_free(world);
}

static void
forgets_old_touches(void **state)
{
    (void)state;
    struct world *world = world_new(records_seed(), "UTC", 5, 5);
    if (!world)
        return;
    const char *count = arena_printf(world->db->arena,
                                     "SELECT count(*) FROM record_touch WHERE tenant_id = %" PRId64,
                                     world->db->tenant);
    database_script(world->db, arena_printf(world->db->arena,
                                            "UPDATE record_touch SET at = at - interval '25 hours' "
                                            "WHERE tenant_id = %" PRId64,
                                            world->db->tenant));
    add_contacts(world, 3);
    assert_true(database_number(world->db, count) > 1);
    run_task(world, snapshot_task);
    assert_int_equal(database_number(world->db, count), 1);
    world_free(world);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps_files_fresh),
        cmocka_unit_test(forgets_old_touches),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
