/* Search of a workspace: what begins with the text comes first, however much else holds it. */
#include "support/database.h"

#include "domain/change/change.h"
#include "domain/query/record_search.h"
#include "domain/record/record.h"

#define OK(db, call)                                                                               \
    do {                                                                                           \
        if (!(call))                                                                               \
            fail_msg("%s: %s", #call, (db)->ctx.err.message);                                      \
    } while (0)

static int64_t
company(struct database *db, int64_t set, const char *name, const char *domain)
{
    int64_t id;
    const char *values[RECORD_MOST_FIELDS] = {[COMPANY_NAME] = name, [COMPANY_DOMAIN] = domain};
    OK(db, record_create(&db->ctx, RECORD_COMPANY, set, values, 0, &id));
    return id;
}

static int64_t
contact(struct database *db, int64_t set, const char *first, const char *last, const char *email)
{
    int64_t id;
    const char *values[RECORD_MOST_FIELDS] = {
        [CONTACT_FIRST_NAME] = first, [CONTACT_LAST_NAME] = last, [CONTACT_EMAIL] = email};
    OK(db, record_create(&db->ctx, RECORD_CONTACT, set, values, 0, &id));
    return id;
}

static struct record_found
search(struct database *db, enum record_entity entity, const char *text, size_t limit)
{
    const struct record_pair pair = {"q", text};
    struct record_found found;
    struct record_query query = {
        .order = record_order_get(entity, "name"), .after = "", .before = "", .limit = limit};
    OK(db, record_filter_read(&db->ctx, entity, &pair, 1, &query.filter));
    OK(db, record_search(&db->ctx, &query, &found));
    return found;
}

static void
puts_names_before_mentions(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    int64_t set;
    database_begin(db);
    OK(db, change_set_open(&db->ctx, "import", "x.csv", &set));
    for (int i = 0; i < 300; i++)
        contact(db, set, "Aaron", arena_printf(db->arena, "Aab%d", i),
                arena_printf(db->arena, "a%d.novak@x.example", i));
    int64_t first = contact(db, set, "Zo\u00eb", "Nov\u00e1kov\u00e1", NULL);
    int64_t mail = contact(db, set, "Milan", "Yard", "novak@z.example");
    int64_t inside = company(db, set, "Alpha Quarz Group", NULL);
    int64_t domain = company(db, set, "Zeta", "quarz.example");
    int64_t name = company(db, set, "Quarz Works", NULL);
    int64_t mention = company(db, set, "Aquarz", NULL);

    struct record_found found = search(db, RECORD_CONTACT, "novak", 5);
    assert_int_equal(found.total, 302);
    assert_int_equal(found.n, 5);
    assert_int_equal(found.ids[0], first);
    assert_int_equal(found.ids[1], mail);
    assert_non_null(found.next);
    found = search(db, RECORD_CONTACT, "ZOE nov", 5);
    assert_int_equal(found.n, 1);
    assert_int_equal(found.ids[0], first);
    assert_null(found.next);

    found = search(db, RECORD_COMPANY, "quarz", 10);
    assert_int_equal(found.n, 4);
    assert_int_equal(found.ids[0], name);
    assert_int_equal(found.ids[1], domain);
    assert_int_equal(found.ids[2], inside);
    assert_int_equal(found.ids[3], mention);
    found = search(db, RECORD_COMPANY, "100%", 10);
    assert_int_equal(found.n, 0);
    database_commit(db);
    database_free(db);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(puts_names_before_mentions)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
