/* The registries as they ship: every row is complete, unique, and taken by the database. */
#include "support/database.h"

#include "domain/pipeline/stage.h"
#include "domain/pipeline/task.h"

static void
kinds_are_complete(void **state)
{
    (void)state;
    for (const struct job_kind *kind = job_kinds; kind->name; kind++) {
        assert_ptr_equal(job_kind_named(kind->name), kind); /* so the name is unique */
        assert_non_null(kind->label);
        assert_non_null(kind->unit);
        assert_non_null(kind->run);
        assert_true(kind->max_attempts >= 1);
        assert_true(kind->lease_seconds >= 2);
    }
}

static void
tasks_are_complete(void **state)
{
    (void)state;
    for (const struct task *task = tasks; task->name; task++) {
        assert_ptr_equal(task_named(task->name), task);
        assert_non_null(task->label);
        assert_non_null(task->run);
        assert_true(task->max_seconds >= 1);
        assert_true((task->every_seconds > 0) != (task->at != NULL));
        assert_true(!task->at == !task->zone);
    }
}

static void
stages_are_sound(void **state)
{
    (void)state;
    struct ctx ctx = {.arena = arena_new()};
    if (!stage_check(&ctx))
        fail_msg("%s", ctx.err.message);
    for (size_t i = 0; stages[i]; i++) {
        assert_ptr_equal(stage_named(stages[i]->name), stages[i]);
        assert_non_null(stages[i]->label);
        assert_non_null(stages[i]->about);
    }
    arena_free(ctx.arena);
}

static void
the_database_takes_every_task(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    if (!task_sync(&db->ctx))
        fail_msg("%s", db->ctx.err.message);
    for (const struct task *task = tasks; task->name; task++)
        assert_int_equal(
            database_number(db, arena_printf(db->arena,
                                             "SELECT count(*) FROM schedule WHERE task = '%s' AND "
                                             "enabled AND next_at < now() + interval '32 days'",
                                             task->name)),
            1);
    database_free(db);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(kinds_are_complete),
        cmocka_unit_test(tasks_are_complete),
        cmocka_unit_test(stages_are_sound),
        cmocka_unit_test(the_database_takes_every_task),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
