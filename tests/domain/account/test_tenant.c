/* Workspaces: settings by their admins, the list by super admins. */
#include "support/people.h"

#include "domain/account/tenant.h"

static void
shows_and_changes_settings(void **state)
{
    struct people *p = *state;
    if (!p)
        return;
    struct tenant_settings settings;
    people_begin(p, VI, p->kestrel);
    assert_ok(p, tenant_settings(&p->app, p->kestrel, &settings));
    assert_string_equal(settings.name, "Kestrel");
    assert_refused(p, tenant_settings(&p->app, p->atlas, &settings), ERR_NOT_FOUND);
    struct tenant_settings wish = {.tenant_id = p->kestrel,
                                   .name = "Kestrel Works",
                                   .time_zone = "Europe/Prague",
                                   .locale = "cs",
                                   .default_country = "CZ"};
    people_begin(p, ED, p->kestrel);
    assert_refused(p, tenant_change(&p->app, &wish), ERR_DENIED);
    people_begin(p, ADA, p->kestrel);
    assert_ok(p, tenant_change(&p->app, &wish));
    assert_ok(p, tenant_settings(&p->app, p->kestrel, &settings));
    assert_string_equal(settings.time_zone, "Europe/Prague");
    assert_string_equal(settings.default_country, "CZ");
    wish.time_zone = "Europe/Atlantis";
    assert_refused(p, tenant_change(&p->app, &wish), ERR_INPUT);
    wish.time_zone = "UTC";
    wish.tenant_id = p->atlas;
    people_begin(p, ADA, p->kestrel);
    assert_refused(p, tenant_change(&p->app, &wish), ERR_DENIED);
}

static void
adds_only_for_super_admins(void **state)
{
    struct people *p = *state;
    if (!p)
        return;
    int64_t id = 0;
    const char *slug = arena_printf(p->arena, "new-%s", p->mark);
    people_begin(p, ADA, p->kestrel);
    assert_refused(p, tenant_add(&p->app, slug, "New", "UTC", &id), ERR_DENIED);
    people_begin(p, SUE, 0);
    assert_ok(p, tenant_add(&p->app, slug, "New", "UTC", &id));
    people_commit(p);
    static const struct {
        const char *slug, *name;
        enum err_kind kind;
    } cases[] = {
        {"Big",     "New", ERR_INPUT},
        {"admin",   "New", ERR_INPUT},
        {"x",       "New", ERR_INPUT},
        {"ok-slug", "",    ERR_INPUT},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        people_begin(p, SUE, 0);
        assert_refused(p, tenant_add(&p->app, cases[i].slug, cases[i].name, "UTC", &id),
                       cases[i].kind);
    }
    people_begin(p, SUE, 0);
    assert_refused(p, tenant_add(&p->app, slug, "New", "UTC", &id), ERR_CONFLICT);
    assert_int_equal(people_audited(p, "tenant_add"), 1);
}

static void
lists_page_by_page(void **state)
{
    struct people *p = *state;
    if (!p)
        return;
    struct tenant *rows;
    size_t n;
    for (int i = 0; i < 5; i++)
        people_number(p, "INSERT INTO tenant (slug, name) VALUES ('zz%d-%s', 'Zz') RETURNING 1", i,
                      p->mark);
    const char *wanted = p->mark;
    people_begin(p, ADA, p->kestrel);
    assert_refused(p, tenant_list(&p->app, "", "", "", 10, &rows, &n), ERR_DENIED);
    people_begin(p, SUE, 0);
    assert_ok(p, tenant_list(&p->app, wanted, "zz", "", 3, &rows, &n));
    assert_int_equal(n, 3);
    assert_int_equal(strncmp(rows[0].slug, "zz0", 3), 0);
    const char *third = rows[2].slug;
    assert_ok(p, tenant_list(&p->app, wanted, third, "", 3, &rows, &n));
    assert_int_equal(n, 2);
    assert_ok(p, tenant_list(&p->app, wanted, "", rows[0].slug, 2, &rows, &n));
    assert_int_equal(n, 2);
    assert_string_equal(rows[1].slug, third);
}

static void
switches_off_and_on(void **state)
{
    struct people *p = *state;
    if (!p)
        return;
    struct tenant_settings settings;
    people_begin(p, BO, p->atlas);
    assert_refused(p, tenant_set_active(&p->app, p->atlas, false), ERR_DENIED);
    people_begin(p, SUE, 0);
    assert_ok(p, tenant_set_active(&p->app, p->atlas, false));
    people_commit(p);
    people_begin(p, BO, p->atlas);
    assert_refused(p, tenant_settings(&p->app, p->atlas, &settings), ERR_NOT_FOUND);
    people_begin(p, SUE, 0);
    assert_ok(p, tenant_set_active(&p->app, p->atlas, true));
    people_commit(p);
    people_begin(p, BO, p->atlas);
    assert_ok(p, tenant_settings(&p->app, p->atlas, &settings));
    people_begin(p, SUE, 0);
    assert_refused(p, tenant_set_active(&p->app, INT64_MAX, true), ERR_NOT_FOUND);
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
        cmocka_unit_test(shows_and_changes_settings),
        cmocka_unit_test(adds_only_for_super_admins),
        cmocka_unit_test(lists_page_by_page),
        cmocka_unit_test(switches_off_and_on),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
