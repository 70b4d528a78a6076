/* COPY in both directions. See db.h. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/db_private.h"

/* Small pieces: the server reads one while the next is written. */
enum { COPY_PIECE = 32 * 1024, COPY_ROW_MAX = 64 * 1024 * 1024 };

struct db_copy {
    const char *name;
    struct buf buf;
    bool first; /* next value opens the row */
};

bool
db_copy_begin(struct ctx *ctx, const struct sql *sql, struct db_copy **out)
{
    struct db *db = ctx->db;
    if (!db_ensure(ctx) || !db_flush(ctx))
        return false;
    PGresult *result = PQexec(db->conn, sql->text);
    bool ok = PQresultStatus(result) == PGRES_COPY_IN;
    if (!ok)
        db_raise(ctx, result, sql->name);
    PQclear(result);
    if (!ok)
        return false;
    struct db_copy *copy = ARENA_NEW(ctx->arena, struct db_copy);
    copy->name = sql->name;
    copy->first = true;
    buf_init(&copy->buf, ctx->arena, COPY_ROW_MAX);
    *out = copy;
    return true;
}

static void
open_value(struct db_copy *copy)
{
    if (!copy->first)
        buf_char(&copy->buf, '\t');
    copy->first = false;
}

/* What COPY's text format wants behind a backslash; 0 when the byte stands for itself. */
static char
escape_of(char c)
{
    switch (c) {
    case '\\':
        return '\\';
    case '\n':
        return 'n';
    case '\r':
        return 'r';
    case '\t':
        return 't';
    default:
        return 0;
    }
}

static void
add_escaped(struct buf *buf, const char *value, size_t length)
{
    size_t from = 0;
    for (size_t i = 0; i < length; i++) {
        char escape = escape_of(value[i]);
        if (!escape)
            continue;
        buf_add(buf, value + from, i - from);
        buf_char(buf, '\\');
        buf_char(buf, escape);
        from = i + 1;
    }
    buf_add(buf, value + from, length - from);
}

void
db_copy_i64(struct db_copy *copy, int64_t value)
{
    open_value(copy);
    buf_i64(&copy->buf, value);
}

void
db_copy_bytes(struct db_copy *copy, const char *value, size_t length)
{
    open_value(copy);
    add_escaped(&copy->buf, value, length);
}

void
db_copy_null(struct db_copy *copy)
{
    open_value(copy);
    buf_text(&copy->buf, "\\N");
}

void
db_copy_str(struct db_copy *copy, const char *value)
{
    if (value)
        db_copy_bytes(copy, value, strlen(value));
    else
        db_copy_null(copy);
}

void
db_copy_strs(struct db_copy *copy, const struct db_arg *array)
{
    open_value(copy);
    buf_char(&copy->buf, '{');
    for (size_t i = 0; i < array->count; i++) {
        const char *value = array->strs[i];
        if (i)
            buf_char(&copy->buf, ',');
        if (!value) {
            buf_text(&copy->buf, "NULL");
            continue;
        }
        buf_char(&copy->buf, '"');
        for (const char *p = value; *p; p++) {
            /* the array's own quoting first, then COPY's: a backslash is doubled twice */
            if (*p == '"')
                buf_text(&copy->buf, "\\\\\"");
            else if (*p == '\\')
                buf_text(&copy->buf, "\\\\\\\\");
            else
                add_escaped(&copy->buf, p, 1);
        }
        buf_char(&copy->buf, '"');
    }
    buf_char(&copy->buf, '}');
}

static bool
send_buffer(struct ctx *ctx, struct db_copy *copy)
{
    if (copy->buf.length &&
        PQputCopyData(ctx->db->conn, copy->buf.data, (int)copy->buf.length) != 1)
        return db_raise(ctx, NULL, copy->name);
    buf_clear(&copy->buf);
    return true;
}

bool
db_copy_row(struct ctx *ctx, struct db_copy *copy)
{
    buf_char(&copy->buf, '\n');
    copy->first = true;
    if (copy->buf.over)
        return err_raise(ctx, ERR_INPUT, "A row is larger than %d MB.", COPY_ROW_MAX >> 20);
    return copy->buf.length < COPY_PIECE || send_buffer(ctx, copy);
}

bool
db_copy_end(struct ctx *ctx, struct db_copy *copy, int64_t *n_rows)
{
    struct db *db = ctx->db;
    if (!send_buffer(ctx, copy))
        return false;
    if (PQputCopyEnd(db->conn, NULL) != 1)
        return db_raise(ctx, NULL, copy->name);
    PGresult *result = PQgetResult(db->conn);
    bool ok = PQresultStatus(result) == PGRES_COMMAND_OK;
    if (!ok)
        db_raise(ctx, result, copy->name);
    else if (n_rows)
        *n_rows = strtoll(PQcmdTuples(result), NULL, 10);
    PQclear(result);
    PQclear(PQgetResult(db->conn));
    return ok;
}

bool
db_copy_out(struct ctx *ctx, const char *composed,
            bool (*take)(void *arg, const char *bytes, size_t length), void *arg)
{
    struct db *db = ctx->db;
    if (!db_ensure(ctx) || !db_flush(ctx))
        return false;
    PGresult *result = PQexec(db->conn, composed);
    bool ok = PQresultStatus(result) == PGRES_COPY_OUT;
    if (!ok)
        db_raise(ctx, result, "copy out");
    PQclear(result);
    if (!ok)
        return false;
    char *piece;
    int length;
    bool wanted = true;
    while ((length = PQgetCopyData(db->conn, &piece, 0)) > 0) {
        /* the rest must be read even when nobody wants it, or the connection is unusable */
        wanted = wanted && take(arg, piece, (size_t)length);
        PQfreemem(piece);
    }
    result = PQgetResult(db->conn);
    ok = PQresultStatus(result) == PGRES_COMMAND_OK;
    if (!ok)
        db_raise(ctx, result, "copy out");
    PQclear(result);
    PQclear(PQgetResult(db->conn));
    return ok && (wanted || err_raise(ctx, ERR_UNAVAILABLE, "The output could not be written."));
}
