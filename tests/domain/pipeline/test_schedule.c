/* The schedule on admin pages: super admins see and change it, nobody else does. */
#include "support/page.h"

#include "domain/pipeline/schedule.h"

static bool
never(struct ctx *ctx, struct task_run *run)
{
    (void)run;
    return err_raise(ctx, ERR_BUG, "not run by this test");
}

const struct job_kind job_kinds[] = {{.name = NULL}};
const struct task tasks[] = {
    {"ts_task", "A task", 3600, NULL, NULL, 0, false, true, false, 60, never},
    {.name = NULL    },
};

static struct database *
fresh(bool super)
{
    struct database *db = database_new();
    if (!db)
        return NULL;
    database_script(db, "DELETE FROM schedule WHERE task = 'ts_task'");
    assert_true(task_sync(&db->ctx));
    database_script(db, arena_printf(db->arena,
                                     "UPDATE user_account SET is_super = %s WHERE user_id = "
                                     "%" PRId64,
                                     super ? "true" : "false", db->user));
    return db;
}

/* NULL: the row is not there. */
static const struct schedule_row *
row_of(struct database *db, struct ctx *page)
{
    struct schedule_row *rows;
    size_t n;
    page_begin(db, page, 0, db->user);
    assert_true(schedule_list(page, true, &rows, &n));
    page_end(page);
    for (size_t i = 0; i < n; i++)
        if (!strcmp(rows[i].task, "ts_task"))
            return &rows[i];
    return NULL;
}

static void
shows_and_changes(void **state)
{
    (void)state;
    struct database *db = fresh(true);
    if (!db)
        return;
    struct ctx page = {0};
    const struct schedule_row *row = row_of(db, &page);
    assert_non_null(row);
    assert_int_equal(row->every_seconds, 3600);
    assert_string_equal(row->known->label, "A task");
    assert_null(row->outcome);

    page_begin(db, &page, 0, db->user);
    assert_true(schedule_change(&page, "ts_task", 0, "23:45", "America/New_York", true));
    page_end(&page);
    row = row_of(db, &page);
    assert_int_equal(row->every_seconds, 0);
    assert_string_equal(row->at_time, "23:45");
    assert_string_equal(database_value(db, "SELECT to_char(next_at AT TIME ZONE zone, 'HH24:MI') "
                                           "FROM schedule WHERE task = 'ts_task'"),
                        "23:45");
    page_begin(db, &page, 0, db->user);
    assert_true(schedule_change(&page, "ts_task", 60, NULL, "UTC", false));
    assert_true(schedule_now(&page, "ts_task"));
    page_end(&page);
    row = row_of(db, &page);
    assert_int_equal(row->every_seconds, 60);
    assert_false(row->enabled);
    assert_string_equal(
        database_value(db, "SELECT next_at <= now() FROM schedule WHERE task = 'ts_task'"), "t");
    database_free(db);
}

static void
names_the_field_that_is_wrong(void **state)
{
    static const struct {
        int64_t every;
        const char *at, *zone, *field;
    } cases[] = {
        {-1,       NULL,    "UTC",            "every_seconds"},
        {40000000, NULL,    "UTC",            "every_seconds"},
        {0,        "24:00", "UTC",            "at_time"      },
        {0,        "2:30",  "UTC",            "at_time"      },
        {0,        "02:60", "UTC",            "at_time"      },
        {0,        NULL,    "UTC",            "at_time"      },
        {0,        "02:30", "Europe/Nowhere", "zone"         },
        {0,        "02:30", "",               "zone"         },
        {60,       NULL,    "Europe/Nowhere", "zone"         },
    };
    (void)state;
    struct database *db = fresh(true);
    if (!db)
        return;
    struct ctx page = {0};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        page_begin(db, &page, 0, db->user);
        assert_false(
            schedule_change(&page, "ts_task", cases[i].every, cases[i].at, cases[i].zone, true));
        assert_string_equal(page.err.field, cases[i].field);
        assert_int_equal(page_end(&page), ERR_INPUT);
    }
    database_free(db);
}

static void
is_for_super_admins_only(void **state)
{
    (void)state;
    struct database *db = fresh(false);
    if (!db)
        return;
    struct ctx page = {0};
    assert_null(row_of(db, &page));
    page_begin(db, &page, 0, db->user);
    assert_false(schedule_change(&page, "ts_task", 60, NULL, "UTC", false));
    assert_int_equal(page_end(&page), ERR_NOT_FOUND);
    page_begin(db, &page, 0, db->user);
    assert_false(schedule_now(&page, "ts_task"));
    assert_int_equal(page_end(&page), ERR_NOT_FOUND);
    assert_string_equal(
        database_value(db, "SELECT every_seconds FROM schedule WHERE task = 'ts_task'"), "3600");
    database_free(db);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shows_and_changes),
        cmocka_unit_test(names_the_field_that_is_wrong),
        cmocka_unit_test(is_for_super_admins_only),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
