/* List pages on a real database: walking forward and back sees every row once in the right order,
 * search means what is typed, filters narrow, cursors of others are refused. */
#include "support/database.h"

#include "base/token.h"
#include "domain/change/change.h"
#include "domain/record/record.h"
#include "domain/record/record_list.h"

enum { PEOPLE = 57, PAGE = 10 };

static void
fill(struct database *db)
{
    int64_t set, company[3];
    database_begin(db);
    assert_true(change_set_open(&db->ctx, "import", "people.csv", &set));
    for (size_t i = 0; i < 3; i++) {
        const char *values[RECORD_MOST_FIELDS] = {
            [COMPANY_NAME] = arena_printf(db->arena, "Firm %zu", 2 - i),
            [COMPANY_DOMAIN] = arena_printf(db->arena, "firm%zu.com", i)};
        assert_true(record_create(&db->ctx, RECORD_COMPANY, set, values, 0, &company[i]));
    }
    for (size_t i = 0; i < PEOPLE; i++) {
        int64_t id;
        const char *values[RECORD_MOST_FIELDS] = {
            [CONTACT_FIRST_NAME] = i % 2 ? "Žofie" : "adam",
            [CONTACT_LAST_NAME] = arena_printf(db->arena, "Ñame%zu", i % 7),
            [CONTACT_EMAIL] = arena_printf(db->arena, "p%zu_%zu@x.com", i, i),
            [CONTACT_COMPANY_ID] =
                i % 4 ? arena_printf(db->arena, "%" PRId64, company[i % 3]) : NULL};
        assert_true(record_create(&db->ctx, RECORD_CONTACT, set, values, 0, &id));
    }
    database_commit(db);
}

static struct record_list
list_of(enum record_sort sort, bool descending)
{
    return (struct record_list){
        .filter = {.entity = RECORD_CONTACT, .search = ""},
        .sort = sort,
        .descending = descending,
        .after = "",
        .before = "",
        .limit = PAGE
    };
}

static struct record_page
read_page(struct database *db, const struct record_list *list)
{
    struct record_page page;
    if (!record_list_read(&db->ctx, list, &page))
        fail_msg("%s", db->ctx.err.message);
    return page;
}

/* All ids by going forward, and back again from the end. */
static void
walk(struct database *db, struct record_list list)
{
    int64_t forward[PEOPLE];
    size_t n = 0;
    struct record_page page = read_page(db, &list);
    assert_null(page.previous);
    for (;;) {
        assert_int_equal(page.total, PEOPLE);
        for (size_t i = 0; i < page.n; i++) {
            assert_true(n < PEOPLE);
            for (size_t j = 0; j < n; j++)
                assert_true(forward[j] != page.rows[i].record_id);
            forward[n++] = page.rows[i].record_id;
        }
        if (!page.next)
            break;
        list.after = page.next;
        page = read_page(db, &list);
    }
    assert_int_equal(n, PEOPLE);
    list.after = "";
    size_t at = PEOPLE - PEOPLE % PAGE;
    while (page.previous) {
        list.before = page.previous;
        page = read_page(db, &list);
        at -= page.n;
        for (size_t i = 0; i < page.n; i++)
            assert_int_equal(page.rows[i].record_id, forward[at + i]);
    }
    assert_int_equal(at, 0);
}

static void
walks_every_row_once(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    fill(db);
    database_begin(db);
    for (int sort = RECORD_BY_NAME; sort <= RECORD_BY_CREATED; sort++) {
        walk(db, list_of((enum record_sort)sort, false));
        walk(db, list_of((enum record_sort)sort, true));
        struct record_list narrowed = list_of((enum record_sort)sort, false);
        narrowed.filter.search = "x.com"; /* the composed way */
        walk(db, narrowed);
    }
    struct record_page page = read_page(db, &(struct record_list){
                                                .filter = {.entity = RECORD_COMPANY, .search = ""},
                                                .after = "",
                                                .before = "",
                                                .limit = PAGE
    });
    assert_string_equal(page.rows[0].label, "Firm 0");
    assert_string_equal(page.rows[2].label, "Firm 2");
    database_commit(db);
    database_free(db);
}

static int64_t
found(struct database *db, const char *search)
{
    struct record_list list = list_of(RECORD_BY_NAME, false);
    list.filter.search = search;
    int64_t total;
    struct record_page page = read_page(db, &list);
    assert_true(record_list_count(&db->ctx, &list.filter, &total));
    assert_int_equal(page.total, page.n ? total : 0);
    return total;
}

static void
searches_for_what_is_typed(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    fill(db);
    database_begin(db);
    assert_int_equal(found(db, "zofie"), PEOPLE / 2); /* no accents, any capitals */
    assert_int_equal(found(db, "ŽOFIE name3"), 4);
    assert_int_equal(found(db, "p5_5@"), 1);
    assert_int_equal(found(db, "firm1.com adam"), 4); /* the company's domain counts */
    assert_int_equal(found(db, "%"), 0);              /* means itself */
    assert_int_equal(found(db, "_"), PEOPLE);
    assert_int_equal(found(db, "'\\\""), 0);
    assert_int_equal(found(db, "🙂"), 0);
    database_commit(db);
    database_free(db);
}

static void
narrows_to_what_a_set_did(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    fill(db);
    database_begin(db);
    struct record_list list = list_of(RECORD_BY_NAME, false);
    int64_t first = read_page(db, &list).rows[0].record_id, set = 0, changed;
    const char *values[RECORD_MOST_FIELDS] = {[CONTACT_CITY] = "Brno"};
    assert_true(record_update(&db->ctx, RECORD_CONTACT, &set, first, 0,
                              CHANGE_BIT(record_field_get(RECORD_CONTACT, "city")), values, 0,
                              &changed));
    list.filter.set = set;
    assert_int_equal(read_page(db, &list).total, 1);
    list.filter.did = 'c';
    assert_int_equal(read_page(db, &list).n, 0);
    const char *name;
    assert_true(record_list_chip(&db->ctx, "Change", set, &name));
    assert_string_equal(name, "Typed in");
    database_commit(db);
    database_free(db);
}

static void
refuses_foreign_cursors(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    static const char *const bad[] = {"x", "1", "1.", "0.QQ", "1.Q*", "-5.QQ", "1.gICA"};
    static const char *const no_times[] = {
        "9999-99-99 99:99:99+00", "2026-02-30 00:00:00+00",  "0000-01-01 00:00:00+00",
        "2026-01-01 00:00:00+99", "----------------------",  "2026-01-01 24:00:01+00",
        "2026-01-01 00:00:60+00", "2026-01-01 00:00:00.+00", "99999-01-01 00:00:00+00"};
    database_begin(db);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct record_list list = list_of(i % 2 ? RECORD_BY_NAME : RECORD_BY_UPDATED, false);
        struct record_page page;
        list.after = bad[i];
        bool ok = record_list_read(&db->ctx, &list, &page);
        if (ok) /* an empty key is one that a list by date of creation gives */
            continue;
        assert_int_equal(db->ctx.err.kind, ERR_INPUT);
        err_clear(&db->ctx);
    }
    for (size_t i = 0; i < sizeof no_times / sizeof *no_times; i++) {
        struct record_list list = list_of(RECORD_BY_UPDATED, i % 2);
        struct record_page page;
        const char *packed = token_base64(db->arena, no_times[i], strlen(no_times[i]));
        list.before = arena_printf(db->arena, "7.%s", packed);
        assert_false(record_list_read(&db->ctx, &list, &page));
        assert_int_equal(db->ctx.err.kind, ERR_INPUT);
        err_clear(&db->ctx);
    }
    database_commit(db);
    database_free(db);
}

static void
shows_nothing_of_other_tenants(void **state)
{
    (void)state;
    struct database *db = database_new(), *other = db ? database_new() : NULL;
    if (!other)
        return;
    fill(db);
    database_begin(other);
    struct record_list list = list_of(RECORD_BY_NAME, false);
    assert_int_equal(read_page(other, &list).n, 0);
    list.filter.search = "adam";
    assert_int_equal(read_page(other, &list).n, 0);
    database_commit(other);
    database_free(other);
    database_free(db);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(walks_every_row_once),
        cmocka_unit_test(searches_for_what_is_typed),
        cmocka_unit_test(narrows_to_what_a_set_did),
        cmocka_unit_test(refuses_foreign_cursors),
        cmocka_unit_test(shows_nothing_of_other_tenants),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
