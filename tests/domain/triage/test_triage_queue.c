/* Triage on a real database: applying rules, the queue of several people, decisions and undo. */
#include "support/people.h"

#include "domain/triage/triage.h"
#include "domain/triage/triage_apply.h"
#include "domain/triage/triage_queue.h"

/* A company of kestrel with a tier. */
static int64_t
add_company(struct people *p, const char *name, int tier, const char *employees)
{
    return people_number(
        p,
        "INSERT INTO company (tenant_id, name, name_key, search, sort_name, domain, tier, codes, "
        "employees) VALUES (%" PRId64
        ", '%s', lower('%s'), lower('%s'), lower('%s'), '%s.example', '%s', "
        "'{0,0,0,0,0,0,%d,0,1,0,0}', %s) RETURNING company_id",
        p->kestrel, name, name, name, name, name,
        tier ? record_code_get(&record_tiers, tier)->name : "", tier, employees);
}

static void
set_rules(struct people *p, const char *json)
{
    struct triage_rules rules;
    struct triage_rules_row row;
    people_begin(p, ADA, p->kestrel);
    assert_ok(p, triage_rules_get(&p->app, &rules, &row));
    assert_ok(p, triage_rules_read(&p->app, json, &rules));
    assert_ok(p, triage_rules_save(&p->app, &rules, row.version));
    people_commit(p);
}

/* Judges all and writes it, as the job does. */
static void
apply(struct people *p)
{
    struct triage_rules rules;
    struct triage_rules_row row;
    struct triage_ruling *rulings;
    size_t n;
    people_begin(p, ED, p->kestrel);
    assert_ok(p, triage_rules_get(&p->app, &rules, &row));
    assert_ok(p, triage_judge_companies(&p->app, &rules, NULL, 0, 0, 1000, &rulings, &n));
    assert_ok(p, triage_put(&p->app, row.version, rulings, n));
    people_commit(p);
}

static int64_t
waiting(struct people *p, int who, const char *order, const char *names)
{
    struct triage_waiting *rows;
    size_t n;
    char found[200] = "";
    people_begin(p, who, p->kestrel);
    assert_ok(p, triage_queue(&p->app, order, 0, &rows, &n));
    for (size_t i = 0; i < n; i++)
        snprintf(found + strlen(found), sizeof found - strlen(found), "%s ", rows[i].name);
    if (strcmp(found, names) != 0)
        fail_msg("queue: %s, not %s", found, names);
    people_commit(p);
    return n ? rows->of : 0;
}

static void
rules_fill_the_queue(void **state)
{
    (void)state;
    struct people *p = people_new();
    if (!p)
        return;
    add_company(p, "best", 1, "'100'");
    add_company(p, "bronze", 4, "'100'");
    add_company(p, "copper", 5, "'100'");
    add_company(p, "poor", 6, "'100'");
    add_company(p, "unscored", 0, "'100'");
    apply(p);
    assert_int_equal(waiting(p, ED, "score", "bronze copper "), 2);
    set_rules(p, "{\"min_employees\":200}");
    struct triage_rules rules;
    struct triage_trial trial;
    people_begin(p, ED, p->kestrel);
    assert_ok(p, triage_rules_read(&p->app, "{\"min_employees\":50,\"tiers_pass\":[]}", &rules));
    assert_ok(p, triage_try(&p->app, &rules, &trial));
    assert_int_equal(trial.total, 4);
    assert_int_equal(trial.before[TRIAGE_DISQUALIFY], 4);
    assert_int_equal(trial.after[TRIAGE_REVIEW], 3);
    assert_int_equal(trial.after[TRIAGE_DISQUALIFY], 1);
    assert_int_equal(trial.changed, 3);
    assert_int_equal(trial.moved[TRIAGE_DISQUALIFY][TRIAGE_REVIEW], 3);
    assert_int_equal(trial.n_samples, 3);
    people_commit(p);
    /* Trying wrote nothing. */
    assert_int_equal(waiting(p, ED, "score", "bronze copper "), 2);
    apply(p);
    assert_int_equal(waiting(p, ED, "score", ""), 0);
    people_free(p);
}

static void
old_rules_are_not_written_over(void **state)
{
    (void)state;
    struct people *p = people_new();
    if (!p)
        return;
    set_rules(p, "{\"min_employees\":200}");
    people_begin(p, ADA, p->kestrel);
    assert_refused(p, triage_rules_save(&p->app, &triage_rules_default, 0), ERR_CONFLICT);
    people_begin(p, BO, p->atlas);
    struct triage_rules rules;
    assert_ok(p, triage_rules_get(&p->app, &rules, NULL));
    assert_int_equal(rules.min_employees, 0);
    people_commit(p);
    people_free(p);
}

static void
people_decide_and_take_back(void **state)
{
    (void)state;
    struct people *p = people_new();
    if (!p)
        return;
    int64_t one = add_company(p, "one", 4, "NULL"), two = add_company(p, "two", 4, "NULL"), at;
    apply(p);
    struct triage_one taken;
    people_begin(p, ED, p->kestrel);
    assert_refused(p, triage_decide(&p->app, one, TRIAGE_DISQUALIFY, "", &taken), ERR_INPUT);
    people_begin(p, ED, p->kestrel);
    assert_ok(p, triage_decide(&p->app, one, TRIAGE_DISQUALIFY, "too_large", &taken));
    assert_int_equal(taken.decided, 0);
    people_commit(p);
    assert_int_equal(people_number(p,
                                   "SELECT count(*) FROM company WHERE company_id = %" PRId64
                                   " AND status = 'disqualified'",
                                   one),
                     1);
    /* Somebody else comes too late and is told. */
    people_begin(p, ADA, p->kestrel);
    assert_ok(p, triage_decide(&p->app, one, TRIAGE_PASS, "", &taken));
    assert_int_equal(taken.decided, TRIAGE_DISQUALIFY);
    assert_string_equal(taken.who, "ed");
    people_commit(p);
    assert_int_equal(waiting(p, ED, "oldest", "two "), 1);
    /* New rules leave the decision alone. */
    set_rules(p, "{\"tiers_pass\":[\"tier_4_bronze\"]}");
    apply(p);
    people_begin(p, ED, p->kestrel);
    assert_ok(p, triage_one(&p->app, one, &taken));
    assert_int_equal(taken.decided, TRIAGE_DISQUALIFY);
    assert_int_equal(taken.ruled, TRIAGE_PASS);
    struct triage_last last;
    assert_ok(p, triage_last(&p->app, &last));
    assert_int_equal(last.company_id, one);
    assert_ok(p, triage_undo(&p->app, one));
    people_commit(p);
    assert_int_equal(people_number(p,
                                   "SELECT count(*) FROM company WHERE company_id = %" PRId64
                                   " AND status IS NULL",
                                   one),
                     1);
    people_begin(p, ED, p->kestrel);
    assert_refused(p, triage_undo(&p->app, one), ERR_NOT_FOUND);
    people_begin(p, BO, p->atlas);
    assert_refused(p, triage_decide(&p->app, two, TRIAGE_PASS, "", &taken), ERR_NOT_FOUND);
    people_begin(p, BO, p->atlas);
    assert_ok(p, triage_next(&p->app, "score", 0, &at));
    assert_int_equal(at, 0);
    people_commit(p);
    people_free(p);
}

static void
two_people_get_two_companies(void **state)
{
    (void)state;
    struct people *p = people_new();
    if (!p)
        return;
    int64_t one = add_company(p, "one", 4, "NULL"), two = add_company(p, "two", 4, "NULL");
    int64_t eds, adas;
    apply(p);
    people_begin(p, ED, p->kestrel);
    assert_ok(p, triage_next(&p->app, "score", 0, &eds));
    people_commit(p);
    people_begin(p, ADA, p->kestrel);
    assert_ok(p, triage_next(&p->app, "score", 0, &adas));
    people_commit(p);
    assert_int_equal(eds, one);
    assert_int_equal(adas, two);
    struct triage_one seen;
    people_begin(p, ADA, p->kestrel);
    assert_ok(p, triage_one(&p->app, one, &seen));
    assert_string_equal(seen.holder, "ed");
    /* Later puts it behind, and lets go of it. */
    assert_ok(p, triage_later(&p->app, two));
    people_commit(p);
    assert_int_equal(waiting(p, ED, "score", "one two "), 2);
    people_begin(p, ED, p->kestrel);
    assert_ok(p, triage_next(&p->app, "score", one, &eds));
    assert_int_equal(eds, two);
    people_commit(p);
    people_free(p);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rules_fill_the_queue),
        cmocka_unit_test(old_rules_are_not_written_over),
        cmocka_unit_test(people_decide_and_take_back),
        cmocka_unit_test(two_people_get_two_companies),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
