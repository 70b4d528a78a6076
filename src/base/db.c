/* PostgreSQL over libpq: connection, transactions, statements, rows into structs. See db.h.
 * With db_bind.c, db_queue.c, db_copy.c, db_listen.c and db_beside.c the only stem that includes libpq. */
#include "base/db.h"

#include <assert.h>
#include <inttypes.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/db_private.h"

static void
forget_kept(struct db *db)
{
    if (db->kept)
        db->end_kept(db->kept);
    db->kept = NULL;
}

/* Compiling a query takes longer than most of ours run. */
#define SESSION "SET TimeZone = 'UTC'; SET jit = off"

static void
close_connection(void *arg)
{
    struct db *db = arg;
    forget_kept(db);
    PQclear(db->followed);
    PQfinish(db->conn);
    db->conn = NULL;
    arena_free(db->names);
}

/* Server notices go to the log, not to the terminal of a person. */
static void
ignore_notice(void *arg, const char *message)
{
    (void)arg;
    (void)message;
}

static void
forget_prepared(struct db *db)
{
    arena_reset(db->names);
    memset(db->prepared, 0, sizeof db->prepared);
    db->n_prepared = 0;
    db->n_repeated = 0;
}

bool
db_open(struct ctx *ctx, struct arena *owner, const char *dsn)
{
    struct db *db = ARENA_NEW(owner, struct db);
    db->names = arena_new();
    db->dsn = arena_strdup(owner, dsn);
    db->conn = PQconnectdb(dsn);
    arena_defer(owner, close_connection, db);
    ctx->db = db;
    if (PQstatus(db->conn) != CONNECTION_OK)
        return err_raise(ctx, ERR_UNAVAILABLE, "The database cannot be reached: %s",
                         PQerrorMessage(db->conn));
    PQsetNoticeProcessor(db->conn, ignore_notice, NULL);
    PQclear(PQexec(db->conn, SESSION));
    return true;
}

/* Takes the answer to a COMMIT that nobody waited for. A lost connection shows in its status. */
static void
settle(struct db *db)
{
    if (!db->ending)
        return;
    db->ending = false;
    for (PGresult *result; (result = PQgetResult(db->conn));)
        PQclear(result);
}

bool
db_ensure(struct ctx *ctx)
{
    struct db *db = ctx->db;
    settle(db);
    if (PQstatus(db->conn) == CONNECTION_OK && !db->stale)
        return true;
    /* a new connection would run the rest without transaction and tenant */
    if (db->in_transaction)
        return err_raise(ctx, ERR_UNAVAILABLE, "The database connection was lost.");
    db->n_queued = 0;
    db->stale = false;
    forget_prepared(db);
    forget_kept(db);
    PQreset(db->conn);
    if (PQstatus(db->conn) != CONNECTION_OK)
        return err_raise(ctx, ERR_UNAVAILABLE, "The database cannot be reached: %s",
                         PQerrorMessage(db->conn));
    PQsetNoticeProcessor(db->conn, ignore_notice, NULL);
    PQclear(PQexec(db->conn, SESSION));
    return true;
}

void *
db_kept(const struct ctx *ctx)
{
    return ctx->db->kept;
}

void
db_keep(struct ctx *ctx, void *kept, void (*end)(void *))
{
    forget_kept(ctx->db);
    ctx->db->kept = kept;
    ctx->db->end_kept = end;
}

const char *
db_constraint(const struct ctx *ctx)
{
    return ctx->db->constraint;
}

const char *
db_sqlstate(const struct ctx *ctx)
{
    return ctx->db->sqlstate;
}

static enum err_kind
kind_of(const char *state)
{
    static const struct {
        const char *prefix;
        enum err_kind kind;
    } kinds[] = {
        {"LG001", ERR_INPUT      },
        {"LG002", ERR_NOT_FOUND  },
        {"LG003", ERR_CONFLICT   },
        {"LG004", ERR_DENIED     },
        {"LG005", ERR_UNAVAILABLE},
        {"23",    ERR_CONFLICT   },
        {"08",    ERR_UNAVAILABLE},
        {"57",    ERR_UNAVAILABLE},
        {"53",    ERR_UNAVAILABLE},
        {"40",    ERR_UNAVAILABLE},
        {"55P03", ERR_UNAVAILABLE},
        {"58",    ERR_UNAVAILABLE},
        {"25P03", ERR_UNAVAILABLE},
    };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (!strncmp(state, kinds[i].prefix, strlen(kinds[i].prefix)))
            return kinds[i].kind;
    return ERR_BUG;
}

bool
db_raise(struct ctx *ctx, const PGresult *result, const char *what)
{
    struct db *db = ctx->db;
    const char *state = result ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : NULL;
    const char *constraint = result ? PQresultErrorField(result, PG_DIAG_CONSTRAINT_NAME) : NULL;
    const char *message = result ? PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY) : NULL;
    snprintf(db->sqlstate, sizeof db->sqlstate, "%s", state ? state : "08006");
    snprintf(db->constraint, sizeof db->constraint, "%s", constraint ? constraint : "");
    if (PQstatus(db->conn) != CONNECTION_OK || !state)
        return err_raise(ctx, ERR_UNAVAILABLE, "The database connection was lost (%s): %s", what,
                         message ? message : PQerrorMessage(db->conn));
    enum err_kind kind = kind_of(state);
    /* a prepared plan that a migration outdated: a new connection plans anew */
    if (!strcmp(state, "0A000") && message && strstr(message, "cached plan")) {
        db->stale = true;
        kind = ERR_UNAVAILABLE;
    }
    if (!strncmp(state, "LG", 2))
        return err_raise(ctx, kind, "%s", message ? message : what);
    return err_raise(ctx, kind, "%s: %s [%s %s]", what, message ? message : "?", state,
                     db->constraint);
}

static void
clear_result(void *arg)
{
    PQclear(arg);
}

/* Prepared statements are remembered by address of their text's owner in a small open hash. */
static size_t
slot_of(const struct db *db, const struct sql *sql)
{
    size_t slot = ((uintptr_t)sql / sizeof(struct sql)) % DB_MAX_PREPARED;
    while (db->prepared[slot] && db->prepared[slot] != sql)
        slot = (slot + 1) % DB_MAX_PREPARED;
    return slot;
}

bool
db_prepare(struct ctx *ctx, const struct sql *sql)
{
    struct db *db = ctx->db;
    size_t slot = slot_of(db, sql);
    if (db->prepared[slot])
        return true;
    if (!db_flush(ctx))
        return false;
    assert(db->n_prepared < DB_MAX_PREPARED - 1);
    PGresult *result = PQprepare(db->conn, sql->name, sql->text, 0, NULL);
    if (PQresultStatus(result) != PGRES_COMMAND_OK) {
        db_raise(ctx, result, sql->name);
        PQclear(result);
        return false;
    }
    PQclear(result);
    db->prepared[slot] = sql;
    db->n_prepared++;
    return true;
}

/* Checks the status; the result belongs to the arena from here on. */
static bool
keep(struct ctx *ctx, PGresult *result, const char *name)
{
    if (result)
        arena_defer(ctx->arena, clear_result, result);
    ExecStatusType status = PQresultStatus(result);
    if (status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK)
        return true;
    return db_raise(ctx, result, name);
}

static bool
run(struct ctx *ctx, const struct sql *sql, const struct db_arg *args, size_t n_args,
    PGresult **out)
{
    struct db *db = ctx->db;
    if (!db_ensure(ctx))
        return false;
    struct db_bound bound = db_bind(ctx->arena, args, n_args);
    bool ok;
    if (db_queue_answered(ctx, sql, &bound, out, &ok))
        return ok;
    if (sql->prepared && !db_prepare(ctx, sql))
        return false;
    if (db->n_queued)
        return db_queue_end(ctx, sql, &bound, out);
    if (sql->prepared) {
        *out = PQexecPrepared(db->conn, sql->name, bound.n, bound.values, bound.lengths,
                              bound.binary, 0);
    } else {
        *out = PQexecParams(db->conn, sql->text, bound.n, NULL, bound.values, bound.lengths,
                            bound.binary, 0);
    }
    return keep(ctx, *out, sql->name);
}

static bool
simple(struct ctx *ctx, const char *command)
{
    struct db *db = ctx->db;
    if (!db_flush(ctx))
        return false;
    PGresult *result = PQexec(db->conn, command);
    ExecStatusType status = PQresultStatus(result);
    bool ok = status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
    if (!ok)
        db_raise(ctx, result, command);
    PQclear(result);
    return ok;
}

bool
db_begin(struct ctx *ctx, bool read_only)
{
    if (!db_ensure(ctx))
        return false;
    if (ctx->db->in_transaction)
        return err_raise(ctx, ERR_BUG, "a transaction is already open");
    if (!db_queue_command(ctx, read_only ? "BEGIN READ ONLY" : "BEGIN"))
        return false;
    if (!read_only)
        ctx->db->n_ahead = 0;
    ctx->db->in_transaction = true;
    ctx->db->follow = NULL;
    ctx->db->read_only = read_only;
    return true;
}

bool
db_commit(struct ctx *ctx)
{
    struct db *db = ctx->db;
    if (PQtransactionStatus(db->conn) == PQTRANS_INERROR) {
        db_rollback(ctx);
        return err_raise(ctx, ERR_BUG, "commit after a failed statement");
    }
    bool travels = db->n_queued && !db->read_only;
    db->in_transaction = false;
    if (travels ? !db_queue_commit(ctx) : !db_flush(ctx)) {
        db_rollback(ctx);
        return false;
    }
    db->n_ahead = 0;
    if (travels)
        return true;
    if (!db->read_only)
        return simple(ctx, "COMMIT");
    /* Nothing was written that could be lost: the caller goes on while the server ends it. */
    db->ending = PQsendQuery(db->conn, "COMMIT") == 1;
    return db->ending || db_raise(ctx, NULL, "COMMIT");
}

void
db_rollback(struct ctx *ctx)
{
    struct db *db = ctx->db;
    if (!db || !db->conn)
        return;
    db->in_transaction = false;
    db->follow = NULL;
    settle(db);
    db_queue_drop(db);
    db->n_ahead = 0;
    if (PQtransactionStatus(db->conn) == PQTRANS_IDLE || PQstatus(db->conn) != CONNECTION_OK)
        return;
    PQclear(PQexec(db->conn, "ROLLBACK"));
}

bool
db_in_transaction(const struct ctx *ctx)
{
    return ctx->db->in_transaction;
}

bool
db_savepoint(struct ctx *ctx)
{
    return simple(ctx, "SAVEPOINT unit");
}

bool
db_savepoint_release(struct ctx *ctx)
{
    return simple(ctx, "RELEASE SAVEPOINT unit");
}

void
db_savepoint_rollback(struct ctx *ctx)
{
    db_queue_drop(ctx->db);
    PQclear(PQexec(ctx->db->conn, "ROLLBACK TO SAVEPOINT unit; RELEASE SAVEPOINT unit"));
}

bool
db_exec(struct ctx *ctx, const struct sql *sql, const struct db_arg *args, size_t n_args,
        int64_t *n_affected)
{
    PGresult *result;
    if (!run(ctx, sql, args, n_args, &result))
        return false;
    if (n_affected)
        *n_affected = strtoll(PQcmdTuples(result), NULL, 10);
    return true;
}

bool
db_send(struct ctx *ctx, const struct sql *sql, const struct db_arg *args, size_t n_args)
{
    struct db *db = ctx->db;
    if (!db_ensure(ctx) || !db_flush(ctx))
        return false;
    struct db_bound bound = db_bind(ctx->arena, args, n_args);
    if (sql->prepared && !db_prepare(ctx, sql))
        return false;
    int sent = sql->prepared ? PQsendQueryPrepared(db->conn, sql->name, bound.n, bound.values,
                                                   bound.lengths, bound.binary, 0)
                             : PQsendQueryParams(db->conn, sql->text, bound.n, NULL, bound.values,
                                                 bound.lengths, bound.binary, 0);
    /* what libpq could not write at once must go out before the caller turns to other work */
    while (sent == 1 && PQflush(db->conn) == 1)
        ;
    return sent == 1 || db_raise(ctx, NULL, sql->name);
}

bool
db_receive(struct ctx *ctx, const struct sql *sql, int64_t *n_affected)
{
    PGresult *result = PQgetResult(ctx->db->conn);
    bool ok = keep(ctx, result, sql->name);
    if (ok && n_affected)
        *n_affected = strtoll(PQcmdTuples(result), NULL, 10);
    PQclear(PQgetResult(ctx->db->conn));
    return ok;
}

static void
read_value(const PGresult *result, int row, int column, const struct field *field, void *object)
{
    char *at = (char *)object + field->offset;
    bool null = PQgetisnull(result, row, column);
    const char *text = PQgetvalue(result, row, column);
    switch (field->type) {
    case FIELD_TYPE_I64: {
        int64_t value = null ? 0 : strtoll(text, NULL, 10);
        memcpy(at, &value, sizeof value);
        break;
    }
    case FIELD_TYPE_STR: {
        const char *value = null ? NULL : text;
        memcpy(at, &value, sizeof value);
        break;
    }
    case FIELD_TYPE_BOOL: {
        bool value = !null && *text == 't';
        memcpy(at, &value, sizeof value);
        break;
    }
    case FIELD_TYPE_F64: {
        double value = null ? 0 : strtod(text, NULL);
        memcpy(at, &value, sizeof value);
        break;
    }
    }
}

enum { MAX_COLUMNS = 128 };

/* Finds the field of every column; false is BUG. */
static bool
match_columns(struct ctx *ctx, const PGresult *result, const char *name, const struct field *map,
              const struct field **by_column)
{
    int n = PQnfields(result), n_fields = 0;
    if (n > MAX_COLUMNS)
        return err_raise(ctx, ERR_BUG, "%s: too many columns", name);
    for (const struct field *field = map; field->name; field++)
        n_fields++;
    for (int column = 0; column < n; column++) {
        const char *wanted = PQfname(result, column);
        const struct field *field = map;
        while (field->name && strcmp(field->name, wanted))
            field++;
        if (!field->name)
            return err_raise(ctx, ERR_BUG, "%s: no field for column %s", name, wanted);
        by_column[column] = field;
    }
    if (n != n_fields)
        return err_raise(ctx, ERR_BUG, "%s: %d columns for %d fields", name, n, n_fields);
    return true;
}

static bool
read_rows(struct ctx *ctx, const PGresult *result, const char *name, const struct field *map,
          size_t size, void *out)
{
    const struct field *by_column[MAX_COLUMNS];
    if (!match_columns(ctx, result, name, map, by_column))
        return false;
    int n_columns = PQnfields(result), n_rows = PQntuples(result);
    for (int row = 0; row < n_rows; row++)
        for (int column = 0; column < n_columns; column++)
            read_value(result, row, column, by_column[column], (char *)out + size * (size_t)row);
    return true;
}

bool
db_maybe(struct ctx *ctx, const struct sql *sql, const struct db_arg *args, size_t n_args,
         const struct field *map, void *out, bool *found)
{
    PGresult *result;
    if (!run(ctx, sql, args, n_args, &result))
        return false;
    int n = PQntuples(result);
    *found = n == 1;
    if (n > 1)
        return err_raise(ctx, ERR_BUG, "%s: %d rows where one was expected", sql->name, n);
    return n == 0 || read_rows(ctx, result, sql->name, map, 0, out);
}

bool
db_followed(struct ctx *ctx, const struct sql *sql, const struct field *map, void *out, bool *found)
{
    PGresult *result = ctx->db->followed;
    ctx->db->followed = NULL;
    *found = PQntuples(result) == 1;
    if (result)
        arena_defer(ctx->arena, clear_result, result);
    return !*found || read_rows(ctx, result, sql->name, map, 0, out);
}

bool
db_one(struct ctx *ctx, const struct sql *sql, const struct db_arg *args, size_t n_args,
       const struct field *map, void *out)
{
    bool found;
    if (!db_maybe(ctx, sql, args, n_args, map, out, &found))
        return false;
    return found || err_raise(ctx, ERR_NOT_FOUND, "This does not exist, or no longer.");
}

bool
db_all(struct ctx *ctx, const struct sql *sql, const struct db_arg *args, size_t n_args,
       const struct field *map, size_t size, void **rows, size_t *n_rows)
{
    PGresult *result;
    if (!run(ctx, sql, args, n_args, &result))
        return false;
    *n_rows = (size_t)PQntuples(result);
    *rows = arena_array(ctx->arena, *n_rows + 1, size);
    return read_rows(ctx, result, sql->name, map, size, *rows);
}

static bool
single_value(struct ctx *ctx, const struct sql *sql, const struct db_arg *args, size_t n_args,
             const char **out)
{
    PGresult *result;
    if (!run(ctx, sql, args, n_args, &result))
        return false;
    if (PQntuples(result) == 0)
        return err_raise(ctx, ERR_NOT_FOUND, "This does not exist, or no longer.");
    if (PQntuples(result) > 1 || PQnfields(result) != 1)
        return err_raise(ctx, ERR_BUG, "%s: not a single value", sql->name);
    *out = PQgetisnull(result, 0, 0) ? NULL : PQgetvalue(result, 0, 0);
    return true;
}

bool
db_i64(struct ctx *ctx, const struct sql *sql, const struct db_arg *args, size_t n_args,
       int64_t *out)
{
    const char *text = NULL;
    if (!single_value(ctx, sql, args, n_args, &text))
        return false;
    *out = text ? strtoll(text, NULL, 10) : 0;
    return true;
}

bool
db_str(struct ctx *ctx, const struct sql *sql, const struct db_arg *args, size_t n_args,
       const char **out)
{
    return single_value(ctx, sql, args, n_args, out);
}

static void
table_of(PGresult *result, struct db_table *out)
{
    out->n_rows = (size_t)PQntuples(result);
    out->n_columns = (size_t)PQnfields(result);
    out->result = result;
}

bool
db_pump(struct ctx *ctx)
{
    PGconn *conn = ctx->db->conn;
    struct pollfd socket = {.fd = PQsocket(conn), .events = POLLIN};
    /* PQisBusy takes the rows out of libpq's buffer, which then stays small, as does what one call reads */
    do {
        if (PQconsumeInput(conn) != 1)
            return db_raise(ctx, NULL, "db_pump");
    } while (PQisBusy(conn) && poll(&socket, 1, 0) == 1);
    return true;
}

bool
db_receive_table(struct ctx *ctx, const struct sql *sql, struct db_table *out)
{
    PGresult *result = PQgetResult(ctx->db->conn);
    bool ok = keep(ctx, result, sql->name);
    if (ok)
        table_of(result, out);
    PQclear(PQgetResult(ctx->db->conn));
    return ok;
}

bool
db_table(struct ctx *ctx, const struct sql *sql, const struct db_arg *args, size_t n_args,
         struct db_table *out)
{
    PGresult *result;
    if (!run(ctx, sql, args, n_args, &result))
        return false;
    table_of(result, out);
    return true;
}

bool
db_table_composed(struct ctx *ctx, const char *text, const struct db_arg *args, size_t n_args,
                  struct db_table *out)
{
    const struct sql composed = {"composed", false, text};
    return db_table(ctx, &composed, args, n_args, out);
}

bool
db_table_repeated(struct ctx *ctx, const char *text, const struct db_arg *args, size_t n_args,
                  struct db_table *out)
{
    struct db *db = ctx->db;
    if (!db_ensure(ctx))
        return false;
    size_t at = 0;
    while (at < db->n_repeated && strcmp(db->repeated[at].text, text) != 0)
        at++;
    if (at == DB_MAX_REPEATED)
        return db_table_composed(ctx, text, args, n_args, out);
    if (at == db->n_repeated) {
        db->repeated[at] = (struct sql){arena_printf(db->names, "repeated_%zu", at), true,
                                        arena_strdup(db->names, text)};
        db->n_repeated++;
    }
    return db_table(ctx, &db->repeated[at], args, n_args, out);
}

const char *
db_cell(const struct db_table *table, size_t row, size_t column)
{
    const PGresult *result = table->result;
    if (PQgetisnull(result, (int)row, (int)column))
        return NULL;
    return PQgetvalue(result, (int)row, (int)column);
}

size_t
db_cell_length(const struct db_table *table, size_t row, size_t column)
{
    return (size_t)PQgetlength(table->result, (int)row, (int)column);
}

const char *
db_column_name(const struct db_table *table, size_t column)
{
    return PQfname(table->result, (int)column);
}

size_t
db_column(const struct db_table *table, const char *name)
{
    int column = PQfnumber(table->result, name);
    assert(column >= 0);
    return (size_t)column;
}

/* One element at *text, which is moved behind it. */
static const char *
array_element(struct arena *arena, const char **text)
{
    const char *at = *text;
    bool quoted = *at == '"';
    char *out = arena_alloc(arena, strlen(at) + 1), *end = out;
    for (at += quoted; *at && (quoted ? *at != '"' : *at != ',' && *at != '}'); at++) {
        at += *at == '\\' && at[1];
        *end++ = *at;
    }
    *text = at + (quoted && *at == '"');
    return !quoted && !strcmp(out, "NULL") ? NULL : out;
}

bool
db_strs(struct ctx *ctx, const char *text, struct db_strs *out)
{
    size_t most = 1;
    *out = (struct db_strs){NULL, 0};
    if (!text || !strcmp(text, "{}"))
        return true;
    for (const char *p = text; *p; p++)
        most += *p == ',';
    out->values = ARENA_ARRAY(ctx->arena, most, const char *);
    if (*text != '{')
        return err_raise(ctx, ERR_BUG, "not an array: %.40s", text);
    do {
        text++;
        out->values[out->n++] = array_element(ctx->arena, &text);
    } while (*text == ',');
    return *text == '}' || err_raise(ctx, ERR_BUG, "not an array");
}

static int
hex_digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

bool
db_bytes(struct ctx *ctx, const char *text, const char **bytes, size_t *length)
{
    *bytes = NULL;
    *length = 0;
    if (!text)
        return true;
    size_t digits = strlen(text);
    if (digits < 2 || digits % 2 || strncmp(text, "\\x", 2) != 0)
        return err_raise(ctx, ERR_BUG, "not a bytea: %.40s", text);
    char *out = arena_alloc(ctx->arena, digits / 2);
    for (const char *at = text + 2; *at; at += 2) {
        int high = hex_digit(at[0]), low = hex_digit(at[1]);
        if (high < 0 || low < 0)
            return err_raise(ctx, ERR_BUG, "not a bytea: %.40s", at);
        out[(*length)++] = (char)(high * 16 + low);
    }
    *bytes = out;
    return true;
}

bool
db_script(struct ctx *ctx, const char *text)
{
    return db_ensure(ctx) && simple(ctx, text);
}

bool
db_begin_with(struct ctx *ctx, bool read_only, const struct sql *sql, const struct db_arg *args,
              size_t n_args, const struct field *map, void *out, bool *found)
{
    return db_begin(ctx, read_only) &&
           (!ctx->db->n_ahead || db_queue_first(ctx, sql, args, n_args)) &&
           db_maybe(ctx, sql, args, n_args, map, out, found);
}
