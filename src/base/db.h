/* PostgreSQL: a connection per process, named statements from sql/queries, rows into structs.
 * Every value travels as a parameter; SQL text comes from the compiled statements (and, for lists,
 * from the filter compiler). Called by domain, and by web and batch only for transactions.
 * Errors: a lost connection is UNAVAILABLE; a unique, check or foreign-key violation is CONFLICT
 * with the constraint's name in db_constraint(); wrong SQL or a column that no field map knows is
 * BUG; raise exception with SQLSTATE LG001..LG006 maps to INPUT, NOT_FOUND, CONFLICT, DENIED,
 * UNAVAILABLE, BUG with the message given there. */
#ifndef LEADGEN_BASE_DB_H
#define LEADGEN_BASE_DB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/field.h"

/* A compiled statement (src/statements.h). */
struct sql {
    const char *name;
    bool prepared;
    const char *text;
};

/* A parameter. Build with the DB_ macros; NULL text is SQL NULL. */
enum db_type {
    DB_TYPE_I64,
    DB_TYPE_STR,
    DB_TYPE_BOOL,
    DB_TYPE_F64,
    DB_TYPE_I64S,
    DB_TYPE_STRS,
    DB_TYPE_BYTES,
    DB_TYPE_NULL
};
struct db_arg {
    enum db_type type;
    int64_t i64;
    double f64;
    const char *str;
    const int64_t *i64s;     /* bigint[] */
    const char *const *strs; /* text[], NULL elements allowed */
    size_t count;            /* of the array's elements, or of bytes in str */
};
#define DB_I64(value) ((struct db_arg){.type = DB_TYPE_I64, .i64 = (value)})
#define DB_STR(value) ((struct db_arg){.type = DB_TYPE_STR, .str = (value)})
#define DB_BOOL(value) ((struct db_arg){.type = DB_TYPE_BOOL, .i64 = (value) ? 1 : 0})
#define DB_F64(value) ((struct db_arg){.type = DB_TYPE_F64, .f64 = (value)})
#define DB_I64S(values, n) ((struct db_arg){.type = DB_TYPE_I64S, .i64s = (values), .count = (n)})
#define DB_STRS(values, n) ((struct db_arg){.type = DB_TYPE_STRS, .strs = (values), .count = (n)})
/* bytea; NULL bytes are SQL NULL */
#define DB_BYTES(bytes, n) ((struct db_arg){.type = DB_TYPE_BYTES, .str = (bytes), .count = (n)})
#define DB_NULL ((struct db_arg){.type = DB_TYPE_NULL})
/* An id where 0 means none. */
#define DB_ID(value) ((value) ? DB_I64(value) : DB_NULL)

/* The argument list: DB_ARGS(DB_I64(id), DB_STR(name)), or DB_NO_ARGS. */
#define DB_ARGS(...)                                                                               \
    ((struct db_arg[]){__VA_ARGS__}),                                                              \
        (sizeof((struct db_arg[]){__VA_ARGS__}) / sizeof(struct db_arg))
#define DB_NO_ARGS NULL, (size_t)0

/* Opens a connection in the arena (closed with it) and puts it into ctx->db. dsn is a libpq
 * connection string. Also sets the session's time zone to UTC and
 * keeps queries from being compiled. */
MUST_CHECK bool db_open(struct ctx *ctx, struct arena *owner, const char *dsn);

/* True when the connection stands; reconnects once when it does not. */
MUST_CHECK bool db_ensure(struct ctx *ctx);

/* Transactions. The BEGIN travels with the first statement. db_commit rolls back and fails when a
 * statement inside failed. It does not wait for the end of one that only read. */
MUST_CHECK bool db_begin(struct ctx *ctx, bool read_only);
MUST_CHECK bool db_commit(struct ctx *ctx);

/* Sends what waits to travel with the next statement (BEGIN, db_queue) and takes the answers: for whoever
 * must know now that it arrived. */
MUST_CHECK bool db_flush(struct ctx *ctx);

void db_rollback(struct ctx *ctx); /* harmless outside a transaction */
bool db_in_transaction(const struct ctx *ctx);

/* Savepoints, for one unit that may fail inside a batch. Names are constants. */
MUST_CHECK bool db_savepoint(struct ctx *ctx);
MUST_CHECK bool db_savepoint_release(struct ctx *ctx);
void db_savepoint_rollback(struct ctx *ctx);

/* Runs a statement; n_affected (may be NULL) gets the number of rows. */
MUST_CHECK bool db_exec(struct ctx *ctx, const struct sql *sql, const struct db_arg *args,
                        size_t n_args, int64_t *n_affected);

/* Has a statement travel with the next one or with db_commit, in one round trip. For those whose number
 * of rows nobody needs: a failure is the next one's to report, which then does not run. */
MUST_CHECK bool db_queue(struct ctx *ctx, const struct sql *sql, const struct db_arg *args,
                         size_t n_args);

/* Has a statement travel with the next one, as db_queue; where the same (statement and parameters) is run
 * later in this transaction, as often as it may be, its answer is there already. For what a page is known
 * to need. Before a transaction: it travels with the statement of db_begin_with, behind it. Only where the
 * transaction is read-only: does nothing elsewhere. */
MUST_CHECK bool db_ahead(struct ctx *ctx, const struct sql *sql, const struct db_arg *args,
                         size_t n_args);

/* As db_queue, for a guard of what comes after it: *conflict turns true when it is this statement that
 * ends in CONFLICT. It must live as long as the transaction. */
MUST_CHECK bool db_queue_guard(struct ctx *ctx, const struct sql *sql, const struct db_arg *args,
                               size_t n_args, bool *conflict);

/* Has a statement run in a transaction of its own right behind the commit of this one, in the same round
 * trip when something else is queued; else not at all. db_followed takes its row, if there is one. */
MUST_CHECK bool db_follow(struct ctx *ctx, const struct sql *sql, const struct db_arg *args,
                          size_t n_args);
MUST_CHECK bool db_followed(struct ctx *ctx, const struct sql *sql, const struct field *map,
                            void *out, bool *found);

/* As db_exec, in two halves: between them the caller does work that needs no database, while the server
 * runs the statement. Nothing else may be called on the connection in between. */
MUST_CHECK bool db_send(struct ctx *ctx, const struct sql *sql, const struct db_arg *args,
                        size_t n_args);
MUST_CHECK bool db_receive(struct ctx *ctx, const struct sql *sql, int64_t *n_affected);

/* Takes what has arrived of the answer to a statement that was sent, without waiting: where the rest
 * would not fit between the two, the server works on while the caller is busy. Harmless when nothing
 * was sent. */
MUST_CHECK bool db_pump(struct ctx *ctx);

/* As db_receive, for a statement that gives rows (see db_table below). It may be composed text, as
 * db_table_composed runs it, with a name for errors. */
struct db_table;
MUST_CHECK bool db_receive_table(struct ctx *ctx, const struct sql *sql, struct db_table *out);

/* One more connection to the same database (db_beside.c), closed with `owner`: for a job whose statements
 * run side by side. beside->arena is the caller's to set; it shares nothing with ctx. */
MUST_CHECK bool db_open_beside(const struct ctx *ctx, struct arena *owner, struct ctx *beside);

/* Has the server know a statement before it is first sent. To learn it, it waits for whoever has locked the
 * tables: what is sent beside other transactions of one's own must not begin with that. */
MUST_CHECK bool db_prepare(struct ctx *ctx, const struct sql *sql);

/* Waits for the answers to what db_send has sent on some connections, DB_MOST_BESIDE at most: the place of
 * one whose answer is there to be received, or n when `milliseconds` brought nothing. */
enum { DB_MOST_BESIDE = 8 };
size_t db_answered(const struct ctx *const *sent, size_t n, int milliseconds);

/* Exactly one row into *out by the map; none is NOT_FOUND, more is BUG. Every column must be in
 * the map and every field of the map among the columns: otherwise BUG. */
MUST_CHECK bool db_one(struct ctx *ctx, const struct sql *sql, const struct db_arg *args,
                       size_t n_args, const struct field *map, void *out);

/* As db_one, but no row is success with *found false. */
MUST_CHECK bool db_maybe(struct ctx *ctx, const struct sql *sql, const struct db_arg *args,
                         size_t n_args, const struct field *map, void *out, bool *found);

/* All rows into a new array of structs of `size` bytes in ctx->arena. */
MUST_CHECK bool db_all(struct ctx *ctx, const struct sql *sql, const struct db_arg *args,
                       size_t n_args, const struct field *map, size_t size, void **rows,
                       size_t *n_rows);
#define DB_ALL(ctx, sql, args, map, rows, n_rows)                                                  \
    db_all((ctx), (sql), args, (map), sizeof **(rows), (void **)(rows), (n_rows))

/* One value of one row; none is NOT_FOUND. */
MUST_CHECK bool db_i64(struct ctx *ctx, const struct sql *sql, const struct db_arg *args,
                       size_t n_args, int64_t *out);
MUST_CHECK bool db_str(struct ctx *ctx, const struct sql *sql, const struct db_arg *args,
                       size_t n_args, const char **out);

/* The raw result for callers whose columns are known only at run time (lists, exports). Cells are
 * NULL for SQL NULL and live in ctx->arena. */
struct db_table {
    size_t n_rows, n_columns;
    void *result;
};
MUST_CHECK bool db_table(struct ctx *ctx, const struct sql *sql, const struct db_arg *args,
                         size_t n_args, struct db_table *out);
const char *db_cell(const struct db_table *table, size_t row, size_t column);
size_t db_cell_length(const struct db_table *table, size_t row, size_t column);
const char *db_column_name(const struct db_table *table, size_t column);
/* Index of a column, or BUG through assert when it is not there. */
size_t db_column(const struct db_table *table, const char *name);

/* A text[] as PostgreSQL writes it, split into its elements in ctx->arena; NULL elements are NULL.
 * BUG when it is no one-dimensional array. NULL text gives none. */
struct db_strs {
    const char **values;
    size_t n;
};
MUST_CHECK bool db_strs(struct ctx *ctx, const char *text, struct db_strs *out);

/* A bytea as PostgreSQL writes it ("\x00ff"), as bytes in ctx->arena with a NUL behind them. NULL text
 * gives NULL. BUG when it is no bytea. */
MUST_CHECK bool db_bytes(struct ctx *ctx, const char *text, const char **bytes, size_t *length);

/* Runs composed SQL text once, unprepared: for the list-filter compiler only. */
MUST_CHECK bool db_table_composed(struct ctx *ctx, const char *text, const struct db_arg *args,
                                  size_t n_args, struct db_table *out);

/* The same where few texts come again and again (the columns that people choose): the first ones of a
 * connection are prepared, since planning them takes as long as running them. */
MUST_CHECK bool db_table_repeated(struct ctx *ctx, const char *text, const struct db_arg *args,
                                  size_t n_args, struct db_table *out);

/* Runs a script of several statements without parameters: migrations only. */
MUST_CHECK bool db_script(struct ctx *ctx, const char *text);

/* db_begin and db_maybe. */
MUST_CHECK bool db_begin_with(struct ctx *ctx, bool read_only, const struct sql *sql,
                              const struct db_arg *args, size_t n_args, const struct field *map,
                              void *out, bool *found);

/* One thing that its owner derived from this database and keeps from one transaction to the next, as
 * long as the connection stands: a new connection may be to another database. `end` is called then.
 * db_kept is NULL at first and after a loss. */
void *db_kept(const struct ctx *ctx);
void db_keep(struct ctx *ctx, void *kept, void (*end)(void *));

/* Name of the constraint that the last CONFLICT violated, or "". */
const char *db_constraint(const struct ctx *ctx);
/* SQLSTATE of the last error, or "". */
const char *db_sqlstate(const struct ctx *ctx);

/* COPY ... FROM STDIN in text format (db_copy.c). One value after the other, then db_copy_row. The
 * rows are buffered and sent in pieces; db_copy_end returns the number taken. */
struct db_copy;
MUST_CHECK bool db_copy_begin(struct ctx *ctx, const struct sql *sql, struct db_copy **out);
void db_copy_i64(struct db_copy *copy, int64_t value);
void db_copy_str(struct db_copy *copy, const char *value); /* NULL is SQL NULL */
void db_copy_bytes(struct db_copy *copy, const char *value, size_t length);
void db_copy_strs(struct db_copy *copy, const struct db_arg *array); /* a DB_STRS as text[] */
void db_copy_null(struct db_copy *copy);
MUST_CHECK bool db_copy_row(struct ctx *ctx, struct db_copy *copy);
MUST_CHECK bool db_copy_end(struct ctx *ctx, struct db_copy *copy, int64_t *n_rows);

/* COPY ... TO STDOUT (db_copy.c): calls `take` with each piece until it returns false. */
MUST_CHECK bool db_copy_out(struct ctx *ctx, const char *composed,
                            bool (*take)(void *arg, const char *bytes, size_t length), void *arg);

/* LISTEN and waiting for a NOTIFY (db_listen.c). Waits at most `milliseconds`; *notified tells. */
MUST_CHECK bool db_listen(struct ctx *ctx, const char *channel);
MUST_CHECK bool db_wait(struct ctx *ctx, int milliseconds, bool *notified);

#endif
