/* COPY on a real PostgreSQL: every kind of value arrives as it was, in and out. */
#include "support/database.h"

#include "base/buf.h"

static const struct sql in = {"test_copy_in", false, "COPY test_copy (n, t, a) FROM STDIN"};
static const struct sql wrong = {"test_copy_wrong", false, "COPY no_such_table FROM STDIN"};

static const char *const hostile[] = {
    "plain", "",        "tab\there", "line\nbreak", "return\r", "back\\slash", "\\N",
    "\\.",   "quote\"", "{a,b}",     "NULL",        "žluť 😀",   "\b\f\v",
};
enum { N_HOSTILE = sizeof hostile / sizeof *hostile };

static void
copies_in(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    struct db_copy *copy;
    int64_t n;
    const char *const with_null[] = {"a", NULL, "b"};
    const struct db_arg all = DB_STRS(hostile, N_HOSTILE), gap = DB_STRS(with_null, 3);
    struct ctx *ctx = &db->owner;
    assert_true(db_script(ctx, "CREATE TEMP TABLE test_copy (n bigint, t text, a text[])"));
    assert_true(db_copy_begin(ctx, &in, &copy));
    for (int64_t i = 0; i < N_HOSTILE; i++) {
        db_copy_i64(copy, i - 1);
        db_copy_str(copy, hostile[i]);
        db_copy_strs(copy, &all);
        assert_true(db_copy_row(ctx, copy));
    }
    db_copy_null(copy);
    db_copy_str(copy, NULL);
    db_copy_strs(copy, &gap);
    assert_true(db_copy_row(ctx, copy));
    assert_true(db_copy_end(ctx, copy, &n));
    assert_int_equal(n, N_HOSTILE + 1);
    for (int i = 0; i < N_HOSTILE; i++) {
        assert_string_equal(
            database_value(db,
                           arena_printf(db->arena, "SELECT t FROM test_copy WHERE n = %d", i - 1)),
            hostile[i]);
        assert_string_equal(
            database_value(db,
                           arena_printf(db->arena, "SELECT a[%d] FROM test_copy LIMIT 1", i + 1)),
            hostile[i]);
    }
    assert_int_equal(database_number(db, "SELECT count(*) FROM test_copy WHERE n IS NULL AND t IS "
                                         "NULL AND a = ARRAY['a', NULL, 'b']"),
                     1);
    database_free(db);
}

static void
fails_and_goes_on(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    struct ctx *ctx = &db->owner;
    struct db_copy *copy;
    int64_t n;
    assert_false(db_copy_begin(ctx, &wrong, &copy));
    assert_int_equal(ctx->err.kind, ERR_BUG);
    err_clear(ctx);
    assert_true(db_script(ctx, "CREATE TEMP TABLE test_copy (n bigint UNIQUE, t text, a text[])"));
    assert_true(db_copy_begin(ctx, &in, &copy));
    for (int i = 0; i < 2; i++) {
        db_copy_i64(copy, 1);
        db_copy_null(copy);
        db_copy_null(copy);
        assert_true(db_copy_row(ctx, copy));
    }
    assert_false(db_copy_end(ctx, copy, &n));
    assert_int_equal(ctx->err.kind, ERR_CONFLICT);
    assert_string_equal(db_constraint(ctx), "test_copy_n_key");
    err_clear(ctx);
    assert_int_equal(database_number(db, "SELECT count(*) FROM test_copy"), 0);
    database_free(db);
}

static bool
take_all(void *arg, const char *bytes, size_t length)
{
    buf_add(arg, bytes, length);
    return true;
}

static bool
take_none(void *arg, const char *bytes, size_t length)
{
    (void)bytes;
    (void)length;
    ++*(int *)arg;
    return false;
}

static void
copies_out(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    struct ctx *ctx = &db->owner;
    struct buf buf;
    int taken = 0;
    buf_init(&buf, db->arena, 1000);
    assert_true(db_copy_out(ctx,
                            "COPY (SELECT n, 'a,b' FROM generate_series(1, 2) n) TO STDOUT "
                            "(FORMAT csv)",
                            take_all, &buf));
    assert_string_equal(buf.data, "1,\"a,b\"\n2,\"a,b\"\n");
    assert_false(
        db_copy_out(ctx, "COPY (SELECT generate_series(1, 100000)) TO STDOUT", take_none, &taken));
    assert_int_equal(ctx->err.kind, ERR_UNAVAILABLE);
    assert_int_equal(taken, 1);
    err_clear(ctx);
    assert_int_equal(database_number(db, "SELECT 7"), 7); /* the connection is still good */
    database_free(db);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(copies_in),
        cmocka_unit_test(fails_and_goes_on),
        cmocka_unit_test(copies_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
