/* The suppression list and what the gate makes of it. */
#include "support/database.h"

#include "domain/suppression/suppression.h"
#include "domain/suppression/suppression_list.h"

static void
add(struct database *db, const char *value, bool wanted)
{
    bool added;
    if (!suppression_list_add(&db->ctx, value, " asked  us ", &added))
        fail_msg("%s", db->ctx.err.message);
    assert_int_equal(added, wanted);
}

/* A list of three is read as it is, one of hundreds is asked about each address. */
static void
stops_with_a_list_of(int64_t entries)
{
    struct database *db = database_new(), *other = db ? database_new() : NULL;
    if (!other)
        return;
    database_begin(db);
    add(db, "Jane@Acme.com", true);
    add(db, "jane@acme.com", false);
    add(db, "https://www.spam.example/about", true);
    database_commit(db);
    database_script(
        db, arena_printf(db->arena,
                         "INSERT INTO suppression (tenant_id, kind, value, reason) "
                         "SELECT %" PRId64 ", k, 'a' || n || CASE k WHEN 'email' THEN "
                         "'@' ELSE '.' END || 'acme.com', 'why' FROM generate_series(1, %" PRId64
                         ") n, (VALUES ('email'), ('domain')) v(k)",
                         db->tenant, entries));
    database_begin(db);
    const char *asked[] = {"jane@acme.com",       "joe@acme.com", "a@spam.example",
                           "b@mail.spam.example", NULL,           "@spam.example",
                           "x@notspam.example"};
    const char *reasons[7];
    assert_true(suppression_check(&db->ctx, asked, 7, reasons));
    assert_string_equal(reasons[0], "asked us");
    assert_null(reasons[1]);
    assert_non_null(reasons[2]);
    assert_non_null(reasons[3]);
    assert_null(reasons[4]);
    assert_non_null(reasons[5]);
    assert_null(reasons[6]);
    database_commit(db);
    /* another workspace may write to them */
    database_begin(other);
    assert_true(suppression_check(&other->ctx, asked, 7, reasons));
    assert_null(reasons[0]);
    database_commit(other);
    database_free(other);
    database_free(db);
}

static void
stops_what_is_on_it(void **state)
{
    (void)state;
    stops_with_a_list_of(0);
    stops_with_a_list_of(300);
}

static void
lists_and_removes(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    database_begin(db);
    for (int i = 0; i < SUPPRESSION_PAGE + 5; i++)
        add(db, arena_printf(db->arena, "p%d@acme.com", i), true);
    struct suppression *rows;
    size_t n;
    assert_true(suppression_list_read(&db->ctx, "", 0, &rows, &n));
    assert_int_equal(n, SUPPRESSION_PAGE + 1);
    assert_int_equal(rows[0].total, SUPPRESSION_PAGE + 5);
    assert_string_equal(rows[0].who, "Hana Test");
    assert_true(
        suppression_list_read(&db->ctx, "", rows[SUPPRESSION_PAGE - 1].suppression_id, &rows, &n));
    assert_int_equal(n, 5);
    assert_true(suppression_list_read(&db->ctx, "P7@", 0, &rows, &n));
    assert_int_equal(n, 1);
    const char *value;
    assert_true(suppression_list_remove(&db->ctx, rows[0].suppression_id, &value));
    assert_string_equal(value, "p7@acme.com");
    assert_false(suppression_list_remove(&db->ctx, rows[0].suppression_id, &value));
    assert_int_equal(db->ctx.err.kind, ERR_NOT_FOUND);
    err_clear(&db->ctx);
    database_commit(db);
    database_free(db);
}

static void
refuses_what_is_no_address(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    static const char *const bad[] = {"nonsense", "jane@", "two words", "10.0.0.1", ""};
    bool added;
    database_begin(db);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_false(suppression_list_add(&db->ctx, bad[i], "why", &added));
        assert_int_equal(db->ctx.err.kind, ERR_INPUT);
        assert_string_equal(db->ctx.err.field, "value");
        err_clear(&db->ctx);
    }
    assert_false(suppression_list_add(&db->ctx, "a@acme.com", "  ", &added));
    assert_string_equal(db->ctx.err.field, "reason");
    err_clear(&db->ctx);
    database_commit(db);
    database_free(db);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(stops_what_is_on_it),
        cmocka_unit_test(lists_and_removes),
        cmocka_unit_test(refuses_what_is_no_address),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
