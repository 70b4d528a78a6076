/* Smart lists: filters kept under a name, one name once, of one workspace. */
#include "support/people.h"

#include "domain/query/smart_list.h"

static void
keeps_a_filter_under_a_name(void **state)
{
    struct people *p = *state;
    struct smart_list *lists, list;
    int64_t id, other;
    size_t n;
    if (!p)
        return;
    people_begin(p, ADA, p->kestrel);
    assert_ok(p,
              smart_list_add(&p->app, RECORD_CONTACT, "  Fintech   buyers ",
                             "seniority=vp&industry=financial_services&q=", "updated", true, &id));
    assert_ok(p, smart_list_add(&p->app, RECORD_COMPANY, "Fintech buyers", "industry=it", "", false,
                                &other));
    assert_ok(p, smart_list_get(&p->app, id, &list));
    assert_string_equal(list.name, "Fintech buyers");
    assert_string_equal(list.filter, "industry=financial_services&seniority=vp");
    assert_true(list.descending);
    assert_ok(p, smart_list_all(&p->app, RECORD_CONTACT, &lists, &n));
    assert_int_equal(n, 1);
    assert_ok(p, smart_list_all(&p->app, 0, &lists, &n));
    assert_int_equal(n, 2);
    assert_ok(p, smart_list_refilter(&p->app, id, "industry.not=1&industry=it", "", false));
    assert_ok(p, smart_list_rename(&p->app, id, "No IT"));
    assert_ok(p, smart_list_get(&p->app, id, &list));
    assert_string_equal(list.name, "No IT");
    assert_string_equal(list.filter, "industry=it&industry.not=1");
    assert_ok(p, smart_list_remove(&p->app, other));
    assert_false(smart_list_get(&p->app, other, &list));
    assert_int_equal(p->app.err.kind, ERR_NOT_FOUND);
    err_clear(&p->app);
    people_commit(p);
    people_begin(p, BO, p->atlas);
    assert_false(smart_list_get(&p->app, id, &list));
    err_clear(&p->app);
    assert_false(smart_list_remove(&p->app, id));
    err_clear(&p->app);
    assert_ok(p, smart_list_all(&p->app, 0, &lists, &n));
    assert_int_equal(n, 0);
    people_commit(p);
}

static void
refuses_what_is_no_list(void **state)
{
    static const struct {
        const char *name, *filter, *sort, *field;
    } cases[] = {
        {" ", "industry=it",     "",       "name"    },
        {"a", "",                "",       "filter"  },
        {"a", "q=",              "",       "filter"  },
        {"a", "hair=red",        "",       "hair"    },
        {"a", "industry=barber", "",       "industry"},
        {"a", "industry=it",     "beauty", "sort"    },
    };
    struct people *p = *state;
    int64_t id;
    if (!p)
        return;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        people_begin(p, ADA, p->kestrel);
        assert_false(smart_list_add(&p->app, RECORD_CONTACT, cases[i].name, cases[i].filter,
                                    cases[i].sort, false, &id));
        assert_int_equal(p->app.err.kind, ERR_INPUT);
        assert_string_equal(p->app.err.field, cases[i].field);
        err_clear(&p->app);
        db_rollback(&p->app);
    }
    people_begin(p, ADA, p->kestrel);
    assert_ok(p, smart_list_add(&p->app, RECORD_CONTACT, "Twice", "industry=it", "", false, &id));
    assert_false(smart_list_add(&p->app, RECORD_CONTACT, "TWICE", "industry=it", "", false, &id));
    assert_int_equal(p->app.err.kind, ERR_CONFLICT);
    assert_string_equal(p->app.err.field, "name");
    err_clear(&p->app);
    db_rollback(&p->app);
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
        cmocka_unit_test(keeps_a_filter_under_a_name),
        cmocka_unit_test(refuses_what_is_no_list),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
