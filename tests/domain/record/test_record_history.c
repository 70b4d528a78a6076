/* Timeline and provenance on a real database: values after a change read right whatever is shown,
 * pages of a long history meet without a gap, checks and notes stand among the changes. */
#include "support/database.h"

#include "domain/change/change.h"
#include "domain/change/change_undo.h"
#include "domain/record/record_history.h"
#include "domain/record/record_note.h"

static int64_t
make(struct database *db, const char *name)
{
    const char *values[RECORD_MOST_FIELDS] = {[COMPANY_NAME] = name};
    int64_t set, id = 0;
    if (!change_set_open(&db->ctx, "create", "Typed in", &set) ||
        !record_create(&db->ctx, RECORD_COMPANY, set, values, 0, &id))
        fail_msg("%s", db->ctx.err.message);
    return id;
}

static int64_t
put(struct database *db, int64_t id, const char *kind, enum company_field place, const char *value)
{
    size_t n;
    const char *values[RECORD_MOST_FIELDS] = {0};
    int64_t set, changed;
    const struct record_field *field = &record_fields(RECORD_COMPANY, &n)[place];
    values[place] = value;
    if (!change_set_open(&db->ctx, kind, kind, &set) ||
        !record_update(&db->ctx, RECORD_COMPANY, &set, id, 0, CHANGE_BIT(field), values, 0,
                       &changed))
        fail_msg("%s", db->ctx.err.message);
    return set;
}

static struct record_history
ask(struct database *db, int64_t id, const char *show, const char *older, int64_t limit)
{
    struct record record;
    struct record_history history = {0};
    struct record_history_ask wanted = {.show = show, .older = older, .limit = limit};
    if (!record_get(&db->ctx, RECORD_COMPANY, id, &record) ||
        !record_history_read(&db->ctx, &record, &wanted, &history))
        fail_msg("%s", db->ctx.err.message);
    return history;
}

static void
knows_what_came_after(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    database_begin(db);
    int64_t id = make(db, "Acme");
    put(db, id, "import", COMPANY_CITY, "Praha");
    put(db, id, "edit", COMPANY_CITY, "Brno");
    put(db, id, "edit", COMPANY_CITY, NULL);
    put(db, id, "edit", COMPANY_CITY, "Ostrava");
    struct record_history all = ask(db, id, "", "", 50);
    assert_int_equal(all.n, 5);
    assert_null(all.events[0].steps[0].before);
    assert_string_equal(all.events[0].steps[0].after, "Ostrava");
    assert_string_equal(all.events[1].steps[0].before, "Brno");
    assert_null(all.events[1].steps[0].after);
    /* an import alone still says what it put there, not what is there today */
    struct record_history imports = ask(db, id, "import", "", 50);
    assert_int_equal(imports.n, 1);
    assert_string_equal(imports.events[0].steps[0].after, "Praha");
    assert_null(imports.older);
    database_commit(db);
    database_free(db);
}

static void
pages_without_a_gap(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    database_begin(db);
    int64_t id = make(db, "Acme"), seen = 0, last = INT64_MAX;
    for (int i = 0; i < 23; i++)
        put(db, id, "edit", COMPANY_CITY, i % 2 ? "Praha" : "Brno");
    const char *older = "";
    for (int page = 0; older; page++) {
        struct record_history history = ask(db, id, "", older, 5);
        for (size_t i = 0; i < history.n; i++) {
            assert_true(history.events[i].id < last);
            last = history.events[i].id;
        }
        seen += (int64_t)history.n;
        older = history.older;
        assert_true(page < 6);
    }
    assert_int_equal(seen, 24);
    struct record record;
    struct record_history history;
    assert_true(record_get(&db->ctx, RECORD_COMPANY, id, &record));
    static const char *const bad[] = {"x", "12", "12.", "-1.2", "12.x", ".5"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct record_history_ask wanted = {.show = "", .older = bad[i], .limit = 5};
        assert_false(record_history_read(&db->ctx, &record, &wanted, &history));
        assert_int_equal(db->ctx.err.kind, ERR_INPUT);
        err_clear(&db->ctx);
    }
    database_commit(db);
    database_free(db);
}

static void
looks_past_what_was_taken_back(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    database_begin(db);
    int64_t id = make(db, "Acme"), undo;
    int64_t import = put(db, id, "import", COMPANY_CITY, "Praha");
    int64_t edit = put(db, id, "edit", COMPANY_CITY, "Brno");
    struct record_origin origins[RECORD_MOST_FIELDS];
    assert_true(record_history_origins(&db->ctx, RECORD_COMPANY, id, origins));
    assert_int_equal(origins[COMPANY_CITY].set_id, edit);
    assert_string_equal(origins[COMPANY_CITY].before, "Praha");
    struct change_counts counts;
    assert_true(change_undo_all(&db->ctx, edit, &undo, &counts));
    assert_true(record_history_origins(&db->ctx, RECORD_COMPANY, id, origins));
    assert_int_equal(origins[COMPANY_CITY].set_id, import);
    assert_int_equal(origins[COMPANY_COUNTRY].set_id, 0);
    assert_true(ask(db, id, "", "", 9).events[1].undone);
    database_commit(db);
    database_free(db);
}

static void
shows_checks_and_notes(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    database_begin(db);
    int64_t id = make(db, "Acme"), note;
    database_commit(db);
    database_script(db, arena_printf(db->arena,
                                     "UPDATE company SET checked_at = now() - interval '90 days' "
                                     "WHERE company_id = %" PRId64 " AND tenant_id = %" PRId64,
                                     id, db->tenant));
    database_begin(db);
    struct record record;
    assert_true(record_check(&db->ctx, RECORD_COMPANY, id));
    assert_true(record_get(&db->ctx, RECORD_COMPANY, id, &record));
    assert_true(record.checked_ms > record.created_ms);
    assert_true(record_note_add(&db->ctx, RECORD_COMPANY, id, "Met at the fair.\n\nNice.", &note));
    struct record_history all = ask(db, id, "", "", 9);
    assert_int_equal(all.n, 3);
    assert_int_equal(all.events[0].kind, RECORD_EVENT_NOTE);
    assert_string_equal(all.events[0].source, "Met at the fair.\n\nNice.");
    assert_int_equal(all.events[1].facts, 0);
    assert_int_equal(ask(db, id, "note", "", 9).n, 1);
    assert_int_equal(ask(db, id, "edit", "", 9).n, 1);
    struct record_history_numbers numbers;
    assert_true(record_history_count(&db->ctx, &record, &numbers));
    assert_int_equal(numbers.changes, 2);
    assert_int_equal(numbers.notes, 1);
    assert_false(record_check(&db->ctx, RECORD_COMPANY, id + 1000000));
    assert_int_equal(db->ctx.err.kind, ERR_NOT_FOUND);
    err_clear(&db->ctx);
    db_rollback(&db->ctx);
    database_free(db);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_what_came_after),
        cmocka_unit_test(pages_without_a_gap),
        cmocka_unit_test(looks_past_what_was_taken_back),
        cmocka_unit_test(shows_checks_and_notes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
