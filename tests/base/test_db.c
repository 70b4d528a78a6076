/* The database wrapper on a real PostgreSQL: values in and out, errors by kind, transactions, a lost
 * connection. */
#include "support/test.h"

#include "base/db.h"

struct row {
    int64_t number;
    const char *text;
    bool flag;
    double part;
};
static const struct field row_fields[] = {
    FIELD_I64(struct row, number),
    FIELD_STR(struct row, text),
    FIELD_BOOL(struct row, flag),
    FIELD_F64(struct row, part),
    FIELD_END,
};

static const struct sql echo = {
    "test_echo", true,
    "SELECT $1::bigint AS number, $2::text AS text, $3::boolean AS flag, $4::float8 AS part"};
static const struct sql series = {"test_series", true,
                                  "SELECT n AS number, 'row ' || n AS text, n % 2 = 0 AS flag, "
                                  "n / 2.0::float8 AS part FROM generate_series(1, $1::bigint) n"};
static const struct sql array = {"test_array", true,
                                 "SELECT array_to_string($1::text[], '|', '?')"};
static const struct sql numbers = {"test_numbers", true,
                                   "SELECT sum(n) FROM unnest($1::bigint[]) n"};
static const struct sql pid = {"test_pid", true, "SELECT pg_backend_pid()"};

static int
open_db(void **state)
{
    const char *dsn = getenv("LEADGEN_OWNER_DSN");
    static struct ctx ctx;
    memset(&ctx, 0, sizeof ctx);
    if (!dsn) {
        printf("# LEADGEN_OWNER_DSN is not set: tests on the database are left out\n");
        *state = NULL;
        return 0;
    }
    ctx.arena = arena_new();
    *state = &ctx;
    return db_open(&ctx, ctx.arena, dsn) ? 0 : -1;
}

static int
close_db(void **state)
{
    struct ctx *ctx = *state;
    if (ctx)
        arena_free(ctx->arena);
    return 0;
}

static void
carries_values_both_ways(void **state)
{
    struct ctx *ctx = *state;
    if (!ctx)
        return;
    static const struct row cases[] = {
        {1,         "plain",                   true,  0.5    },
        {INT64_MAX, "",                        false, -1e300 },
        {INT64_MIN, "quote ' \" \\ and\nline", true,  0.1    },
        {0,         "žluťoučký 😀",      false, 1.0 / 3},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct row row;
        assert_true(db_one(ctx, &echo,
                           DB_ARGS(DB_I64(cases[i].number), DB_STR(cases[i].text),
                                   DB_BOOL(cases[i].flag), DB_F64(cases[i].part)),
                           row_fields, &row));
        assert_int_equal(row.number, cases[i].number);
        assert_string_equal(row.text, cases[i].text);
        assert_int_equal(row.flag, cases[i].flag);
        assert_true(row.part >= cases[i].part && row.part <= cases[i].part);
    }
    struct row row = {7, "x", true, 7};
    assert_true(
        db_one(ctx, &echo, DB_ARGS(DB_ID(0), DB_STR(NULL), DB_NULL, DB_NULL), row_fields, &row));
    assert_int_equal(row.number, 0);
    assert_null(row.text);
    assert_false(row.flag);
}

static void
carries_arrays(void **state)
{
    struct ctx *ctx = *state;
    if (!ctx)
        return;
    const char *const texts[] = {"a", "", NULL, "NULL", "with \"quotes\" and \\", "{x,y}"};
    const int64_t values[] = {1, -2, INT64_MAX / 2};
    const char *text;
    int64_t sum;
    assert_true(db_str(ctx, &array, DB_ARGS(DB_STRS(texts, 6)), &text));
    assert_string_equal(text, "a||?|NULL|with \"quotes\" and \\|{x,y}");
    assert_true(db_str(ctx, &array, DB_ARGS(DB_STRS(texts, 0)), &text));
    assert_string_equal(text, "");
    assert_true(db_i64(ctx, &numbers, DB_ARGS(DB_I64S(values, 3)), &sum));
    assert_int_equal(sum, INT64_MAX / 2 - 1);
}

static void
reads_many_rows(void **state)
{
    struct ctx *ctx = *state;
    struct row *rows;
    size_t n;
    bool found;
    if (!ctx)
        return;
    assert_true(DB_ALL(ctx, &series, DB_ARGS(DB_I64(1000)), row_fields, &rows, &n));
    assert_int_equal(n, 1000);
    assert_string_equal(rows[999].text, "row 1000");
    assert_true(rows[999].flag);
    assert_true(DB_ALL(ctx, &series, DB_ARGS(DB_I64(0)), row_fields, &rows, &n));
    assert_int_equal(n, 0);
    assert_true(db_maybe(ctx, &series, DB_ARGS(DB_I64(0)), row_fields, rows, &found));
    assert_false(found);
    assert_false(db_one(ctx, &series, DB_ARGS(DB_I64(0)), row_fields, rows));
    assert_int_equal(ctx->err.kind, ERR_NOT_FOUND);
    err_clear(ctx);
    assert_false(db_one(ctx, &series, DB_ARGS(DB_I64(2)), row_fields, rows));
    assert_int_equal(ctx->err.kind, ERR_BUG);
}

static void
refuses_columns_without_a_field(void **state)
{
    struct ctx *ctx = *state;
    static const struct field fewer[] = {FIELD_I64(struct row, number), FIELD_END};
    static const struct sql one = {"test_one_column", true, "SELECT 1::bigint AS number"};
    struct row row;
    if (!ctx)
        return;
    assert_false(db_one(ctx, &series, DB_ARGS(DB_I64(1)), fewer, &row));
    assert_int_equal(ctx->err.kind, ERR_BUG);
    err_clear(ctx);
    assert_false(db_one(ctx, &one, DB_NO_ARGS, row_fields, &row));
    assert_int_equal(ctx->err.kind, ERR_BUG);
}

static void
tells_errors_apart(void **state)
{
    static const struct {
        const char *text;
        enum err_kind kind;
        const char *constraint, *message;
    } cases[] = {
        {"SELECT app.fail('LG001', 'Say it.')",                      ERR_INPUT,       "", "Say it."},
        {"SELECT app.fail('LG002', 'Gone.')",                        ERR_NOT_FOUND,   "", "Gone."  },
        {"SELECT app.fail('LG003', 'Taken.')",                       ERR_CONFLICT,    "", "Taken." },
        {"SELECT app.fail('LG004', 'No.')",                          ERR_DENIED,      "", "No."    },
        {"SELECT app.fail('LG005', 'Later.')",                       ERR_UNAVAILABLE, "", "Later." },
        {"SELECT app.fail('LG006', 'Broken.')",                      ERR_BUG,         "", "Broken."},
        {"INSERT INTO tenant (slug, name) VALUES ('Bad Slug', 'x')", ERR_CONFLICT,
         "tenant_slug_form",                                                              NULL     },
        {"SELECT no_such_column",                                    ERR_BUG,         "", NULL     },
        {"SELECT pg_sleep(5)",                                       ERR_UNAVAILABLE, "", NULL     }, /* the time limit of a statement */
    };
    struct ctx *ctx = *state;
    if (!ctx)
        return;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct sql sql = {"test_error", false, cases[i].text};
        assert_true(db_begin(ctx, false));
        assert_true(db_script(ctx, "SET LOCAL statement_timeout = 1000"));
        assert_false(db_exec(ctx, &sql, DB_NO_ARGS, NULL));
        assert_int_equal(ctx->err.kind, cases[i].kind);
        assert_string_equal(db_constraint(ctx), cases[i].constraint);
        if (cases[i].message)
            assert_string_equal(ctx->err.message, cases[i].message);
        db_rollback(ctx);
        err_clear(ctx);
    }
}

static void
commits_and_rolls_back(void **state)
{
    struct ctx *ctx = *state;
    int64_t n;
    static const struct sql put = {"test_put", true, "INSERT INTO test_db VALUES ($1)"};
    static const struct sql count = {"test_count", true, "SELECT count(*) FROM test_db"};
    static const struct sql bad = {"test_bad", true, "SELECT 1 / $1::bigint"};
    if (!ctx)
        return;
    assert_true(db_script(ctx, "CREATE TEMP TABLE test_db (n bigint)"));
    assert_true(db_begin(ctx, false));
    assert_true(db_in_transaction(ctx));
    assert_true(db_exec(ctx, &put, DB_ARGS(DB_I64(1)), &n));
    assert_int_equal(n, 1);
    assert_true(db_savepoint(ctx));
    assert_true(db_exec(ctx, &put, DB_ARGS(DB_I64(2)), NULL));
    assert_false(db_exec(ctx, &bad, DB_ARGS(DB_I64(0)), NULL));
    err_clear(ctx);
    db_savepoint_rollback(ctx);
    assert_true(db_commit(ctx));
    assert_false(db_in_transaction(ctx));
    assert_true(db_i64(ctx, &count, DB_NO_ARGS, &n));
    assert_int_equal(n, 1);

    assert_true(db_begin(ctx, false));
    assert_true(db_exec(ctx, &put, DB_ARGS(DB_I64(3)), NULL));
    assert_false(db_exec(ctx, &bad, DB_ARGS(DB_I64(0)), NULL));
    err_clear(ctx);
    assert_false(db_commit(ctx)); /* a statement inside has failed */
    assert_int_equal(ctx->err.kind, ERR_BUG);
    err_clear(ctx);
    assert_true(db_i64(ctx, &count, DB_NO_ARGS, &n));
    assert_int_equal(n, 1);

    assert_true(db_begin(ctx, true));
    static const struct sql real = {"test_real", false, "CREATE TABLE test_db_real (n bigint)"};
    assert_false(db_exec(ctx, &real, DB_NO_ARGS, NULL)); /* read only */
    err_clear(ctx);
    assert_false(db_begin(ctx, true)); /* one at a time */
    err_clear(ctx);
    db_rollback(ctx);
}

static void
begins_with_a_statement(void **state)
{
    struct ctx *ctx = *state;
    struct row row;
    bool found;
    if (!ctx)
        return;
    assert_true(db_begin_with(ctx, true, &series, DB_ARGS(DB_I64(1)), row_fields, &row, &found));
    assert_true(found);
    assert_string_equal(row.text, "row 1");
    assert_true(db_in_transaction(ctx));
    assert_true(db_commit(ctx));
    assert_true(db_begin_with(ctx, false, &series, DB_ARGS(DB_I64(0)), row_fields, &row, &found));
    assert_false(found);
    db_rollback(ctx);
}

static void
comes_back_after_a_lost_connection(void **state)
{
    struct ctx *ctx = *state;
    struct ctx other = {0};
    int64_t before, after;
    static const struct sql end = {"test_end", true,
                                   "SELECT pg_terminate_backend($1::integer, 5000)::integer"};
    if (!ctx)
        return;
    other.arena = ctx->arena;
    assert_true(db_open(&other, ctx->arena, getenv("LEADGEN_OWNER_DSN")));
    assert_true(db_i64(ctx, &pid, DB_NO_ARGS, &before));
    assert_true(db_begin(ctx, false));
    assert_true(db_i64(&other, &end, DB_ARGS(DB_I64(before)), &after));
    assert_false(db_i64(ctx, &pid, DB_NO_ARGS, &after));
    assert_int_equal(ctx->err.kind, ERR_UNAVAILABLE);
    err_clear(ctx);
    assert_false(db_i64(ctx, &pid, DB_NO_ARGS, &after)); /* not in the middle of a transaction */
    err_clear(ctx);
    db_rollback(ctx);
    assert_true(db_i64(ctx, &pid, DB_NO_ARGS, &after)); /* prepared anew */
    assert_int_not_equal(after, before);
}

static void
goes_on_after_reading(void **state)
{
    struct ctx *ctx = *state;
    int64_t n;
    if (!ctx)
        return;
    for (int i = 0; i < 4; i++) {
        assert_true(db_begin(ctx, true));
        assert_true(db_i64(ctx, &pid, DB_NO_ARGS, &n));
        assert_true(db_commit(ctx)); /* nobody waits for its answer */
        assert_false(db_in_transaction(ctx));
        if (i == 1)
            db_rollback(ctx); /* what the end of a request does: nothing is left to undo */
        if (i == 2)
            assert_true(db_i64(ctx, &pid, DB_NO_ARGS, &n)); /* outside a transaction */
    }
    assert_true(db_script(ctx, "CREATE TEMP TABLE test_db_after (n bigint)")); /* may write again */
}

static void
reads_tables_whose_columns_nobody_knows(void **state)
{
    struct ctx *ctx = *state;
    struct db_table table;
    if (!ctx)
        return;
    assert_true(db_table_composed(ctx, "SELECT 'x' AS a, NULL AS b, $1::text AS c",
                                  DB_ARGS(DB_STR("long")), &table));
    assert_int_equal(table.n_rows, 1);
    assert_int_equal(table.n_columns, 3);
    assert_string_equal(db_column_name(&table, 1), "b");
    assert_int_equal(db_column(&table, "c"), 2);
    assert_string_equal(db_cell(&table, 0, 0), "x");
    assert_null(db_cell(&table, 0, 1));
    assert_int_equal(db_cell_length(&table, 0, 2), 4);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(carries_values_both_ways, open_db, close_db),
        cmocka_unit_test_setup_teardown(carries_arrays, open_db, close_db),
        cmocka_unit_test_setup_teardown(reads_many_rows, open_db, close_db),
        cmocka_unit_test_setup_teardown(refuses_columns_without_a_field, open_db, close_db),
        cmocka_unit_test_setup_teardown(tells_errors_apart, open_db, close_db),
        cmocka_unit_test_setup_teardown(commits_and_rolls_back, open_db, close_db),
        cmocka_unit_test_setup_teardown(begins_with_a_statement, open_db, close_db),
        cmocka_unit_test_setup_teardown(comes_back_after_a_lost_connection, open_db, close_db),
        cmocka_unit_test_setup_teardown(goes_on_after_reading, open_db, close_db),
        cmocka_unit_test_setup_teardown(reads_tables_whose_columns_nobody_knows, open_db, close_db),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
