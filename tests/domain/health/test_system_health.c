/* The health of the system: numbers for super admins, nothing for others. */
#include "support/people.h"

#include "domain/health/system_health.h"

static void
counts_for_super_admins(void **state)
{
    struct people *p = *state;
    if (!p)
        return;
    struct system_health health;
    struct system_pool *pools;
    size_t n;
    p->conf.files = "/tmp";
    people_begin(p, ADA, p->kestrel);
    assert_refused(p, system_health(&p->app, &health), ERR_DENIED);
    people_begin(p, ADA, p->kestrel);
    assert_refused(p, system_pools(&p->app, &pools, &n), ERR_DENIED);
    people_begin(p, SUE, 0);
    assert_ok(p, system_health(&p->app, &health));
    assert_ok(p, system_pools(&p->app, &pools, &n));
    assert_true(health.database_bytes > 1000000);
    assert_true(health.connections >= 1 && health.connections <= health.connections_most);
    assert_true(health.disk_free > 0 && health.disk_free <= health.disk_size);
    assert_true(health.users >= 5 && health.tenants >= 2);
    assert_non_null(strstr(health.migration, ".sql"));
}

static int
set_up(void **state)
{
    *state = people_new();
    return 0;
}

static int
tear_down(void **state)
{
    people_free(*state);
    return 0;
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_for_super_admins),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
