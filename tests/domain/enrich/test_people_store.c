/* People of stored pages become contacts on a real database: once, filled where blank, seen and missed;
 * and the suppressed, the erased and those in the trash stay out. */
#include "support/acts.h"

#include "domain/crawl/page_store.h"
#include "domain/enrich/people_store.h"
#include "domain/privacy/privacy.h"
#include "domain/suppression/suppression_list.h"

#define TEAM "https://acme.example/team"

/* A team page of "Name|Title|slug" people. */
static const char *
team(struct arena *arena, const char *const *people, size_t n)
{
    const char *html = "<h1>Our team</h1>";
    for (size_t i = 0; i < n; i++) {
        char *copy = arena_strdup(arena, people[i]);
        const char *name = strsep(&copy, "|"), *title = strsep(&copy, "|");
        html = arena_printf(arena, "%s<div class=\"card\"><h3>%s</h3><p>%s</p>", html, name, title);
        if (copy && strchr(copy, '@'))
            html = arena_printf(arena, "%s<a href=\"mailto:%s\">mail</a>", html, copy);
        else if (copy)
            html = arena_printf(arena, "%s<a href=\"https://www.linkedin.com/in/%s\">in</a>", html,
                                copy);
        html = arena_printf(arena, "%s</div>", html);
    }
    return html;
}

/* Stores a page as it is at a time. */
static void
put_page(struct database *db, int64_t company, const char *url, const char *html, int64_t at)
{
    struct page_fresh page = {.company_id = company,
                              .kind = PAGE_TEAM,
                              .url = url,
                              .http_status = 200,
                              .sha256 = arena_printf(db->arena, "%" PRId64, at),
                              .text = "",
                              .frame_text = ""};
    page_store_pack(db->arena, html, strlen(html), &page);
    struct page_sender sender = {.tenant_id = db->tenant, .actor = db->user};
    acts_ok(db, page_store_send(&db->ctx, &sender, &page) && page_store_sent(&db->ctx, &sender));
    database_script(db, arena_printf(db->arena,
                                     "UPDATE page SET checked_at = to_timestamp(%" PRId64
                                     ") WHERE tenant_id = %" PRId64 " AND url = '%s'",
                                     at, db->tenant, url));
}

/* What the stage does with one company; the number of new contacts. */
static size_t
run(struct database *db, int64_t company)
{
    struct people_focus focus;
    struct people_company found;
    struct arena *scratch = arena_new();
    database_begin(db);
    acts_ok(db, people_focus_read(&db->ctx, &focus));
    acts_ok(db, people_store_read(&db->ctx, scratch, company, &found));
    acts_ok(db, people_store_write(&db->ctx, &focus, &found));
    database_commit(db);
    arena_free(scratch);
    return found.n_created;
}

static const char *
value(struct database *db, const char *last, const char *expression)
{
    return database_value(db,
                          arena_printf(db->arena,
                                       "SELECT (%s)::text FROM contact WHERE tenant_id = %" PRId64
                                       " AND last_name = '%s' AND deleted_at IS NULL",
                                       expression, db->tenant, last));
}

static int64_t
count(struct database *db, const char *of)
{
    return database_number(db, arena_printf(db->arena,
                                            "SELECT count(*) FROM %s WHERE tenant_id = %" PRId64,
                                            of, db->tenant));
}

static void
makes_contacts_once(void **state)
{
    (void)state;
    static const char *const people[] = {"Anna Ek|Chief Technology Officer|anna-ek",
                                         "Bert Alm|Head of Sales|bert.alm@acme.example",
                                         "Cleo Dahl|Accountant"};
    struct database *db = database_new();
    if (!db)
        return;
    int64_t company = acts_company(db, "Acme", "acme.example");
    put_page(db, company, TEAM, team(db->arena, people, 3), 1000000);
    assert_int_equal(run(db, company), 3);
    assert_string_equal(value(db, "Ek", "job_title"), "Chief Technology Officer");
    assert_string_equal(value(db, "Ek", "linkedin_url"), "https://www.linkedin.com/in/anna-ek");
    assert_string_equal(value(db, "Ek", "codes[10]"), "10");
    assert_string_equal(value(db, "Ek", "codes[12]"), "1");
    assert_string_equal(value(db, "Alm", "email"), "bert.alm@acme.example");
    assert_string_equal(value(db, "Alm", "source"), "Company web site");
    assert_string_equal(value(db, "Alm", "extract(epoch from last_seen_at)::bigint"), "1000000");
    const char *before = acts_all(db);
    int64_t changes = count(db, "change");
    assert_int_equal(run(db, company), 0);
    assert_string_equal(acts_all(db), before);
    assert_int_equal(count(db, "change"), changes);
    assert_int_equal(count(db, "contact_sighting"), 3);
    assert_string_equal(
        database_value(db, arena_printf(db->arena,
                                        "SELECT min(source) FROM change_set WHERE kind = 'stage' "
                                        "AND tenant_id = %" PRId64,
                                        db->tenant)),
        TEAM);
    database_free(db);
}

static void
fills_blanks_of_those_who_are_there(void **state)
{
    (void)state;
    static const char *const people[] = {"Robert Ek|Head of Sales|bob-ek", "Anna Alm|CEO"};
    struct database *db = database_new();
    if (!db)
        return;
    int64_t company = acts_company(db, "Acme", "acme.example");
    acts_contact(db, "Bob", "Ek", NULL, company);
    int64_t anna = acts_contact(db, "Anna", "Alm", NULL, company);
    acts_set(db, RECORD_CONTACT, anna, "job_title", "Founder");
    put_page(db, company, TEAM, team(db->arena, people, 2), 1000000);
    assert_int_equal(run(db, company), 0);
    assert_int_equal(count(db, "contact"), 2);
    assert_string_equal(value(db, "Ek", "first_name"), "Bob");
    assert_string_equal(value(db, "Ek", "job_title"), "Head of Sales");
    assert_string_equal(value(db, "Alm", "job_title"), "Founder");
    database_free(db);
}

static void
tells_who_has_probably_left(void **state)
{
    (void)state;
    static const char *const before[] = {"Anna Ek|CTO", "Bert Alm|Head of Sales",
                                         "Cleo Dahl|Accountant"};
    static const char *const after[] = {"Anna Ek|CTO", "Dora Falk|Head of Sales"};
    struct database *db = database_new();
    if (!db)
        return;
    int64_t company = acts_company(db, "Acme", "acme.example");
    put_page(db, company, TEAM, team(db->arena, before, 3), 1000000);
    put_page(db, company, "https://acme.example/about", team(db->arena, &before[2], 1), 1000000);
    run(db, company);
    put_page(db, company, TEAM, team(db->arena, after, 2), 2000000);
    assert_int_equal(run(db, company), 1);
    assert_int_equal(run(db, company), 0); /* the same look counts once */
    assert_string_equal(value(db, "Alm", "employment"), "1");
    put_page(db, company, TEAM, team(db->arena, after, 2), 3000000);
    run(db, company);
    assert_string_equal(value(db, "Alm", "employment"), "2");
    assert_string_equal(value(db, "Alm", "codes[12]"), "2");
    assert_string_equal(value(db, "Alm", "extract(epoch from last_seen_at)::bigint"), "1000000");
    assert_string_equal(value(db, "Ek", "employment"), "1");
    assert_string_equal(value(db, "Dahl", "employment"), "1"); /* another page shows her */
    /* a change of other facts keeps the state in the codes */
    acts_set(db, RECORD_CONTACT, strtoll(value(db, "Alm", "contact_id"), NULL, 10), "city", "Oslo");
    assert_string_equal(value(db, "Alm", "codes[12]"), "2");
    put_page(db, company, TEAM, team(db->arena, before, 3), 4000000);
    run(db, company);
    assert_string_equal(value(db, "Alm", "employment"), "1");
    /* a page that shows nobody any more says nothing */
    put_page(db, company, TEAM, "<p>Please enable JavaScript</p>", 5000000);
    run(db, company);
    put_page(db, company, TEAM, "<p>Please enable JavaScript</p>", 6000000);
    run(db, company);
    assert_string_equal(value(db, "Ek", "employment"), "1");
    database_free(db);
}

static void
takes_peoples_word_for_it(void **state)
{
    (void)state;
    static const char *const people[] = {"Anna Ek|CTO", "Bert Alm|Head of Sales"};
    struct database *db = database_new();
    if (!db)
        return;
    int64_t company = acts_company(db, "Acme", "acme.example"), employment, seen;
    put_page(db, company, TEAM, team(db->arena, people, 2), 1000000);
    run(db, company);
    int64_t anna = strtoll(value(db, "Ek", "contact_id"), NULL, 10);
    database_begin(db);
    acts_ok(db, people_store_say(&db->ctx, anna, PEOPLE_EMPLOYMENT_LEFT));
    assert_false(people_store_say(&db->ctx, anna, PEOPLE_EMPLOYMENT_PROBABLY_LEFT));
    err_clear(&db->ctx);
    database_commit(db);
    run(db, company);
    database_begin(db);
    acts_ok(db, people_store_employment(&db->ctx, anna, &employment, &seen));
    database_commit(db);
    assert_int_equal(employment, PEOPLE_EMPLOYMENT_LEFT);
    assert_int_equal(seen, 1000000000);
    struct people_sighting *sightings;
    size_t n;
    database_begin(db);
    acts_ok(db, people_store_sightings(&db->ctx, anna, &sightings, &n));
    database_commit(db);
    assert_int_equal(n, 1);
    assert_string_equal(sightings[0].url, TEAM);
    assert_true(sightings[0].current);
    database_free(db);
}

static void
leaves_out_who_must_not_be_added(void **state)
{
    (void)state;
    static const char *const people[] = {"Anna Ek|CTO|anna.ek@acme.example", "Bert Alm|CFO",
                                         "Cleo Dahl|Accountant|cleo-dahl", "Dora Falk|CEO"};
    struct database *db = database_new();
    bool added;
    int64_t erased;
    if (!db)
        return;
    database_keys(db);
    int64_t company = acts_company(db, "Acme", "acme.example");
    int64_t bert = acts_contact(db, "Bert", "Alm", NULL, company);
    int64_t cleo = acts_contact(db, "Cleo", "Dahl", NULL, company);
    database_begin(db);
    acts_ok(db, suppression_list_add(&db->ctx, "anna.ek@acme.example", "Asked us", &added));
    acts_ok(db,
            privacy_erase(&db->ctx, RECORD_CONTACT, &cleo, 1, &erased)); /* not deleted: stays */
    database_commit(db);
    database_script(
        db, arena_printf(db->arena,
                         "UPDATE contact SET deleted_at = now() WHERE contact_id IN (%" PRId64
                         ", %" PRId64 ")",
                         bert, cleo));
    database_begin(db);
    acts_ok(db, privacy_erase(&db->ctx, RECORD_CONTACT, &cleo, 1, &erased));
    database_commit(db);
    assert_int_equal(erased, 1);
    put_page(db, company, TEAM, team(db->arena, people, 4), 1000000);
    assert_int_equal(run(db, company), 1);
    assert_non_null(value(db, "Falk", "contact_id"));
    database_begin(db);
    acts_ok(db, suppression_list_add(&db->ctx, "acme.example", "Competitor", &added));
    database_commit(db);
    put_page(db, company, TEAM, team(db->arena, (const char *const[]){"Emil Grip|CTO"}, 1),
             2000000);
    assert_int_equal(run(db, company), 0);
    database_free(db);
}

static void
leaves_people_of_other_companies_where_they_are(void **state)
{
    (void)state;
    static const char *const people[] = {"Anna Ek|CTO|anna-ek"};
    struct database *db = database_new();
    if (!db)
        return;
    int64_t other = acts_company(db, "Other", "other.example");
    int64_t company = acts_company(db, "Acme", "acme.example");
    int64_t anna = acts_contact(db, "Anna", "Ek", NULL, other);
    acts_set(db, RECORD_CONTACT, anna, "linkedin_url", "https://www.linkedin.com/in/anna-ek");
    put_page(db, company, TEAM, team(db->arena, people, 1), 1000000);
    assert_int_equal(run(db, company), 0);
    assert_int_equal(count(db, "contact"), 1);
    database_free(db);
}

static void
adds_at_most_as_many_as_wanted(void **state)
{
    (void)state;
    static const char *const people[] = {"Anna Ek|Assistant", "Bert Alm|CEO", "Cleo Dahl|VP Sales",
                                         "Dora Falk|CTO"};
    struct database *db = database_new();
    if (!db)
        return;
    struct people_focus focus = people_focus_default();
    focus.most = 2;
    int64_t company = acts_company(db, "Acme", "acme.example");
    database_begin(db);
    acts_ok(db, people_focus_write(&db->ctx, &focus));
    database_commit(db);
    put_page(db, company, TEAM, team(db->arena, people, 4), 1000000);
    assert_int_equal(run(db, company), 2);
    assert_non_null(value(db, "Alm", "contact_id"));
    assert_non_null(value(db, "Falk", "contact_id"));
    database_free(db);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(makes_contacts_once),
        cmocka_unit_test(fills_blanks_of_those_who_are_there),
        cmocka_unit_test(tells_who_has_probably_left),
        cmocka_unit_test(takes_peoples_word_for_it),
        cmocka_unit_test(leaves_out_who_must_not_be_added),
        cmocka_unit_test(leaves_people_of_other_companies_where_they_are),
        cmocka_unit_test(adds_at_most_as_many_as_wanted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
