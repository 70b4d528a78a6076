/* Custom fields on a real database: made, renamed, their options changed with the records, another
 * type, order, archive, deletion and its undo. */
#include "support/labels.h"

#include "domain/label/custom_field.h"

static struct database *
begin(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (db)
        database_begin(db);
    return db;
}

static int64_t
add(struct database *db, const char *label, const char *type, const char *options)
{
    const struct custom_field_form form = {.label = label, .type = type, .added = options};
    int64_t id;
    assert_done(db, custom_field_add(&db->ctx, RECORD_COMPANY, &form, &id));
    return id;
}

static struct custom_field
get(struct database *db, int64_t id)
{
    struct custom_field field;
    assert_done(db, custom_field_get(&db->ctx, id, &field));
    return field;
}

static void
makes_keys_that_files_find(void **state)
{
    struct database *db = begin(state);
    if (!db)
        return;
    int64_t first = add(db, "Konec smlouvy", "date", NULL);
    assert_string_equal(get(db, first).key, "konec_smlouvy");
    assert_string_equal(get(db, add(db, "Konec: smlouvy", "text", NULL)).key, "konec_smlouvy_2");
    assert_string_equal(get(db, add(db, "🔥", "yesno", NULL)).key, "column_3");
    const struct custom_field_form again = {.label = "KONEC SMLOUVY", .type = "text"};
    const struct custom_field_form odd = {.label = "Odd", .type = "colour"};
    const struct custom_field_form bare = {.label = "Bare", .type = "choice", .added = " \n"};
    int64_t id;
    database_commit(db);
    database_begin(db);
    assert_fails(db, custom_field_add(&db->ctx, RECORD_COMPANY, &again, &id), ERR_INPUT);
    assert_fails(db, custom_field_add(&db->ctx, RECORD_COMPANY, &odd, &id), ERR_INPUT);
    assert_fails(db, custom_field_add(&db->ctx, RECORD_COMPANY, &bare, &id), ERR_INPUT);
    assert_done(db, custom_field_add(&db->ctx, RECORD_CONTACT, &again, &id));
    database_free(db);
}

static void
lets_records_follow_options(void **state)
{
    struct database *db = begin(state);
    if (!db)
        return;
    struct custom_field_done done;
    int64_t id = add(db, "Level", "choice", "Gold\nSilver\nTin\ngold");
    assert_int_equal(get(db, id).n_options, 3);
    int64_t gold = labels_company(db, "One", NULL, "{\"level\": \"Gold\", \"x\": \"1\"}");
    int64_t tin = labels_company(db, "Two", NULL, "{\"level\": \"Tin\"}");
    static const char *const options[] = {"Best", "Silver", ""};
    const struct custom_field_form form = {
        .label = "Grade", .type = "choice", .options = options, .n_options = 3, .added = "Lead"};
    assert_done(db, custom_field_change(&db->ctx, id, &form, &done));
    assert_true(done.set_id > 0);
    struct custom_field field = get(db, id);
    assert_string_equal(field.label, "Grade");
    assert_string_equal(field.key, "level");
    assert_int_equal(field.n_options, 3);
    assert_string_equal(field.options[2], "Lead");
    database_commit(db);
    assert_string_equal(labels_value(db, gold, "custom"), "{\"x\": \"1\", \"level\": \"Best\"}");
    assert_string_equal(labels_value(db, tin, "custom"), "");
    database_begin(db);
    labels_undo(db, done.set_id);
    database_commit(db);
    assert_string_equal(labels_value(db, tin, "custom"), "{\"level\": \"Tin\"}");
    database_free(db);
}

static void
changes_the_type_when_all_values_fit(void **state)
{
    struct database *db = begin(state);
    if (!db)
        return;
    struct custom_field_done done;
    int64_t id = add(db, "Seats", "text", NULL);
    int64_t one = labels_company(db, "One", NULL, "{\"seats\": \"1.200\"}");
    labels_company(db, "Two", NULL, "{\"seats\": \"about 30\"}");
    const struct custom_field_form number = {.label = "Seats", .type = "number"};
    const struct custom_field_form choice = {.label = "Seats", .type = "choice"};
    database_commit(db);
    database_begin(db);
    assert_false(custom_field_change(&db->ctx, id, &number, &done));
    assert_string_equal(db->ctx.err.field, "type");
    assert_non_null(strstr(db->ctx.err.message, "1 record has a value"));
    assert_non_null(strstr(db->ctx.err.message, "about 30"));
    err_clear(&db->ctx);
    assert_done(db, custom_field_change(&db->ctx, id, &choice, &done));
    assert_int_equal(get(db, id).n_options, 2);
    database_script(db, arena_printf(db->arena,
                                     "UPDATE company SET custom = '{\"seats\": \"40\"}' WHERE "
                                     "tenant_id = %" PRId64 " AND custom ->> 'seats' ~ 'about'",
                                     db->tenant));
    assert_done(db, custom_field_change(&db->ctx, id, &number, &done));
    database_commit(db);
    assert_string_equal(labels_value(db, one, "custom"), "{\"seats\": \"1200\"}");
    database_free(db);
}

static void
orders_and_archives(void **state)
{
    struct database *db = begin(state);
    if (!db)
        return;
    struct custom_field *all;
    size_t n;
    int64_t a = add(db, "A", "text", NULL), b = add(db, "B", "text", NULL);
    int64_t c = add(db, "C", "text", NULL);
    assert_done(db, custom_field_move(&db->ctx, c, -1));
    assert_done(db, custom_field_move(&db->ctx, a, -1));
    assert_done(db, custom_field_all(&db->ctx, RECORD_COMPANY, false, &all, &n));
    assert_int_equal(all[0].id, a);
    assert_int_equal(all[1].id, c);
    assert_int_equal(all[2].id, b);
    assert_done(db, custom_field_archive(&db->ctx, a, true));
    assert_done(db, custom_field_all(&db->ctx, 0, false, &all, &n));
    assert_int_equal(n, 2);
    assert_done(db, custom_field_all(&db->ctx, 0, true, &all, &n));
    assert_int_equal(all[2].id, a);
    assert_true(all[2].archived);
    assert_done(db, custom_field_archive(&db->ctx, a, false));
    assert_done(db, custom_field_all(&db->ctx, 0, false, &all, &n));
    assert_int_equal(n, 3);
    assert_non_null(custom_field_named(all, n, RECORD_COMPANY, "b"));
    assert_null(custom_field_named(all, n, RECORD_CONTACT, "b"));
    database_free(db);
}

static void
deletes_with_values_and_takes_back(void **state)
{
    struct database *db = begin(state);
    if (!db)
        return;
    struct custom_field_done done;
    struct custom_field *all;
    size_t n;
    int64_t id = add(db, "Plan", "text", NULL);
    int64_t one = labels_company(db, "One", NULL, "{\"plan\": \"A\", \"x\": \"1\"}");
    assert_done(db, custom_field_counts(&db->ctx, &all, &n));
    assert_int_equal(all[0].records, 1);
    assert_done(db, custom_field_delete(&db->ctx, id, &done));
    assert_done(db, custom_field_all(&db->ctx, 0, true, &all, &n));
    assert_int_equal(n, 0);
    database_commit(db);
    assert_string_equal(labels_value(db, one, "custom"), "{\"x\": \"1\"}");
    database_begin(db);
    assert_fails(db, custom_field_delete(&db->ctx, id, &done), ERR_NOT_FOUND);
    int64_t set_id = database_number(
        db, arena_printf(db->arena,
                         "SELECT max(change_set_id) FROM change_set WHERE tenant_id = %" PRId64,
                         db->tenant));
    labels_undo(db, set_id);
    assert_string_equal(get(db, id).key, "plan");
    database_commit(db);
    assert_string_equal(labels_value(db, one, "custom"), "{\"x\": \"1\", \"plan\": \"A\"}");
    database_free(db);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(makes_keys_that_files_find),
        cmocka_unit_test(lets_records_follow_options),
        cmocka_unit_test(changes_the_type_when_all_values_fit),
        cmocka_unit_test(orders_and_archives),
        cmocka_unit_test(deletes_with_values_and_takes_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
