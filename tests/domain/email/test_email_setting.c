/* Settings of checking addresses: off at first, kept by tenant, bounded. */
#include "support/acts.h"

#include "domain/email/email_setting.h"
#include "domain/email/email_tools.h"

static void
keeps_settings(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    struct email_setting setting;
    database_begin(db);
    acts_ok(db, email_setting_read(&db->ctx, &setting));
    assert_false(setting.probe);
    assert_int_equal(setting.reverify_days, 90);
    setting = (struct email_setting){.probe = true, .reverify_days = 30};
    acts_ok(db, email_setting_write(&db->ctx, &setting));
    setting = (struct email_setting){0};
    acts_ok(db, email_setting_read(&db->ctx, &setting));
    assert_true(setting.probe);
    assert_int_equal(setting.reverify_days, 30);
    setting.reverify_days = 3;
    assert_false(email_setting_write(&db->ctx, &setting));
    assert_string_equal(db->ctx.err.field, "reverify_days");
    err_clear(&db->ctx);
    database_commit(db);
    struct email_tools tools;
    acts_ok(db, email_tools_make(&db->ctx, &setting, &tools));
    assert_true(tools.probe && tools.dns && tools.prober.helo);
    database_free(db);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps_settings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
