/* Notes on a real database: cleaned, bounded, of their author, fenced off by tenant. */
#include "support/database.h"

#include "domain/record/record_note.h"

static int64_t
make(struct database *db)
{
    return database_number(
        db, arena_printf(db->arena,
                         "INSERT INTO contact (tenant_id, last_name, name_key, search, sort_name, "
                         "codes) VALUES (%" PRId64 ", 'Novak', 'novak', 'novak', 'novak', '{}') "
                         "RETURNING contact_id",
                         db->tenant));
}

static void
keeps_what_is_written(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    int64_t id = make(db), note;
    struct record_note out;
    database_begin(db);
    assert_true(
        record_note_add(&db->ctx, RECORD_CONTACT, id, "  <b>Löwe</b> 🦁\nline two  ", &note));
    assert_true(record_note_get(&db->ctx, RECORD_CONTACT, id, note, &out));
    assert_string_equal(out.body, "<b>Löwe</b> 🦁\nline two");
    assert_int_equal(out.author, db->user);
    assert_true(record_note_edit(&db->ctx, note, "Other words"));
    assert_true(record_note_get(&db->ctx, RECORD_CONTACT, id, note, &out));
    assert_string_equal(out.body, "Other words");
    assert_false(record_note_add(&db->ctx, RECORD_CONTACT, id, " \n ", &note));
    assert_string_equal(db->ctx.err.field, "body");
    err_clear(&db->ctx);
    char *long_text = arena_alloc(db->arena, 20002);
    memset(long_text, 'x', 20001);
    long_text[20001] = '\0';
    assert_false(record_note_add(&db->ctx, RECORD_CONTACT, id, long_text, &note));
    assert_int_equal(db->ctx.err.kind, ERR_INPUT);
    err_clear(&db->ctx);
    long_text[20000] = '\0';
    assert_true(record_note_add(&db->ctx, RECORD_CONTACT, id, long_text, &note));
    assert_true(record_note_delete(&db->ctx, note, false));
    assert_false(record_note_get(&db->ctx, RECORD_CONTACT, id, note, &out));
    err_clear(&db->ctx);
    /* of a record that is not there */
    assert_false(record_note_add(&db->ctx, RECORD_COMPANY, id, "x", &note));
    assert_int_equal(db->ctx.err.kind, ERR_NOT_FOUND);
    err_clear(&db->ctx);
    database_commit(db);
    database_free(db);
}

static void
belongs_to_its_author(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    int64_t id = make(db), note;
    struct record_note out;
    database_begin(db);
    assert_true(record_note_add(&db->ctx, RECORD_CONTACT, id, "Mine", &note));
    database_commit(db);
    int64_t me = db->user, here = db->tenant;
    db->user = database_number(db, "SELECT min(user_id) FROM user_account");
    database_begin(db);
    assert_false(record_note_edit(&db->ctx, note, "Yours"));
    assert_int_equal(db->ctx.err.kind, ERR_DENIED);
    err_clear(&db->ctx);
    assert_false(record_note_delete(&db->ctx, note, false));
    err_clear(&db->ctx);
    assert_true(record_note_get(&db->ctx, RECORD_CONTACT, id, note, &out));
    assert_string_equal(out.body, "Mine");
    database_commit(db);
    db->user = me;
    db->tenant = database_number(db, "SELECT min(tenant_id) FROM tenant");
    if (db->tenant != here) {
        database_begin(db);
        assert_false(record_note_get(&db->ctx, RECORD_CONTACT, id, note, &out));
        err_clear(&db->ctx);
        assert_false(record_note_delete(&db->ctx, note, true));
        err_clear(&db->ctx);
        database_commit(db);
        db->tenant = here;
    }
    database_begin(db);
    assert_true(record_note_delete(&db->ctx, note, true));
    database_commit(db);
    database_free(db);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps_what_is_written),
        cmocka_unit_test(belongs_to_its_author),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
