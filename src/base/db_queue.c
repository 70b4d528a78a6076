/* Statements that travel with the one after them, in one round trip: libpq's pipeline mode, which
 * begins with the first of them and ends when the answers are taken. See db.h. */
#include <string.h>

#include "base/db_private.h"

static bool
send_one(struct db *db, const struct sql *sql, const struct db_bound *bound)
{
    if (sql->prepared)
        return PQsendQueryPrepared(db->conn, sql->name, bound->n, bound->values, bound->lengths,
                                   bound->binary, 0) == 1;
    return PQsendQueryParams(db->conn, sql->text, bound->n, NULL, bound->values, bound->lengths,
                             bound->binary, 0) == 1;
}

static bool
add(struct ctx *ctx, const struct sql *sql, const struct db_bound *bound)
{
    struct db *db = ctx->db;
    if (!db->n_queued && PQenterPipelineMode(db->conn) != 1)
        return db_raise(ctx, NULL, sql->name);
    db->conflicts[db->n_queued] = NULL;
    db->answers[db->n_queued] = NULL;
    db->queued[db->n_queued++] = sql->name;
    return send_one(db, sql, bound) || db_raise(ctx, NULL, sql->name);
}

static void
clear_result(void *arg)
{
    PQclear(arg);
}

/* Puts an answer aside for whoever asks for it; what is left says that all went well. */
static PGresult *
put_aside(struct db *db, struct db_answer *answer, PGresult *result)
{
    answer->result = result;
    arena_defer(answer->arena, clear_result, result);
    return PQmakeEmptyPGresult(db->conn, PGRES_COMMAND_OK);
}

/* The answers of all that is queued: the last one, or the first that is an error, whose place *at is. */
static PGresult *
take(struct db *db, size_t *at)
{
    PGresult *kept = NULL;
    bool failed = PQpipelineSync(db->conn) != 1;
    *at = 0;
    for (size_t i = 0; i < db->n_queued; i++) {
        PGresult *result = PQgetResult(db->conn);
        ExecStatusType status = PQresultStatus(result);
        if (failed) {
            PQclear(result);
        } else {
            if (db->answers[i] && status == PGRES_TUPLES_OK)
                result = put_aside(db, db->answers[i], result);
            PQclear(kept);
            kept = result;
            *at = i;
            failed = status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK;
        }
        PQclear(PQgetResult(db->conn));
    }
    PQclear(PQgetResult(db->conn));
    db->n_queued = 0;
    if (PQexitPipelineMode(db->conn) == 1 || failed)
        return kept;
    PQclear(kept);
    return NULL;
}

/* Raises the error of the statement in that place. Always false. */
static bool
raise_at(struct ctx *ctx, const PGresult *result, size_t at)
{
    struct db *db = ctx->db;
    db_raise(ctx, result, db->queued[at]);
    if (ctx->err.kind == ERR_CONFLICT && db->conflicts[at])
        *db->conflicts[at] = true;
    return false;
}

static bool
take_all(struct ctx *ctx, PGresult **out)
{
    size_t at;
    *out = take(ctx->db, &at);
    ExecStatusType status = PQresultStatus(*out);
    return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || raise_at(ctx, *out, at);
}

bool
db_flush(struct ctx *ctx)
{
    PGresult *result;
    if (!ctx->db->n_queued)
        return true;
    bool ok = take_all(ctx, &result);
    PQclear(result);
    return ok;
}

void
db_queue_drop(struct db *db)
{
    size_t at;
    if (db->n_queued)
        PQclear(take(db, &at));
}

bool
db_queue_commit(struct ctx *ctx)
{
    struct db *db = ctx->db;
    const struct sql *follow = db->follow;
    size_t at, last = db->n_queued;
    db->follow = NULL;
    if (!db_queue_command(ctx, "COMMIT") || (follow && !add(ctx, follow, &db->follow_bound)))
        return false;
    PGresult *result = take(db, &at);
    ExecStatusType status = PQresultStatus(result);
    bool ok = status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
    /* Behind the commit nothing can undo it. */
    if (at > last && ok) {
        PQclear(db->followed);
        db->followed = result;
        return true;
    }
    ok = ok || at > last || raise_at(ctx, result, at);
    PQclear(result);
    return ok;
}

bool
db_follow(struct ctx *ctx, const struct sql *sql, const struct db_arg *args, size_t n_args)
{
    if (!db_ensure(ctx) || (sql->prepared && !db_prepare(ctx, sql)))
        return false;
    ctx->db->follow = sql;
    ctx->db->follow_bound = db_bind(ctx->arena, args, n_args);
    return true;
}

bool
db_queue_command(struct ctx *ctx, const char *command)
{
    const struct sql sql = {command, false, command};
    const struct db_bound none = {NULL, NULL, NULL, 0};
    return add(ctx, &sql, &none);
}

static bool
queue_bound(struct ctx *ctx, const struct sql *sql, const struct db_bound *bound)
{
    return db_ensure(ctx) && (ctx->db->n_queued + 2 < DB_MAX_QUEUED || db_flush(ctx)) &&
           (!sql->prepared || db_prepare(ctx, sql)) && add(ctx, sql, bound);
}

bool
db_queue(struct ctx *ctx, const struct sql *sql, const struct db_arg *args, size_t n_args)
{
    struct db_bound bound = db_bind(ctx->arena, args, n_args);
    return queue_bound(ctx, sql, &bound);
}

bool
db_queue_guard(struct ctx *ctx, const struct sql *sql, const struct db_arg *args, size_t n_args,
               bool *conflict)
{
    if (!db_queue(ctx, sql, args, n_args))
        return false;
    ctx->db->conflicts[ctx->db->n_queued - 1] = conflict;
    return true;
}

static void
forget_ahead(void *arg)
{
    struct db *db = arg;
    for (size_t i = 0; i < db->n_queued; i++)
        db->answers[i] = NULL;
    db->n_ahead = 0;
}

static bool
is_same(const struct db_bound *a, const struct db_bound *b)
{
    if (a->n != b->n)
        return false;
    for (int i = 0; i < a->n; i++) {
        if (a->binary[i] || b->binary[i] || !a->values[i] != !b->values[i])
            return false;
        if (a->values[i] && strcmp(a->values[i], b->values[i]) != 0)
            return false;
    }
    return true;
}

static struct db_answer *
answer_of(struct db *db, const struct sql *sql, const struct db_bound *bound)
{
    for (size_t i = 0; i < db->n_ahead; i++)
        if (db->ahead[i].sql == sql && is_same(&db->ahead[i].bound, bound))
            return &db->ahead[i];
    return NULL;
}

static bool
send_ahead(struct ctx *ctx)
{
    struct db *db = ctx->db;
    for (size_t i = 0; i < db->n_ahead; i++) {
        struct db_answer *answer = &db->ahead[i];
        if (answer->sent)
            continue;
        if (!queue_bound(ctx, answer->sql, &answer->bound))
            return false;
        answer->sent = true;
        db->answers[db->n_queued - 1] = answer;
    }
    return true;
}

bool
db_ahead(struct ctx *ctx, const struct sql *sql, const struct db_arg *args, size_t n_args)
{
    struct db *db = ctx->db;
    struct db_bound bound = db_bind(ctx->arena, args, n_args);
    if ((db->in_transaction && !db->read_only) || db->n_ahead == DB_MAX_AHEAD ||
        answer_of(db, sql, &bound))
        return true;
    if (!db->n_ahead)
        arena_defer(ctx->arena, forget_ahead, db);
    db->ahead[db->n_ahead++] = (struct db_answer){.sql = sql, .bound = bound, .arena = ctx->arena};
    return !db->in_transaction || send_ahead(ctx);
}

bool
db_queue_first(struct ctx *ctx, const struct sql *sql, const struct db_arg *args, size_t n_args)
{
    struct db *db = ctx->db;
    if (db->n_ahead == DB_MAX_AHEAD)
        db->n_ahead--;
    memmove(db->ahead + 1, db->ahead, db->n_ahead++ * sizeof *db->ahead);
    db->ahead[0] = (struct db_answer){
        .sql = sql, .bound = db_bind(ctx->arena, args, n_args), .arena = ctx->arena};
    return send_ahead(ctx);
}

bool
db_queue_answered(struct ctx *ctx, const struct sql *sql, const struct db_bound *bound,
                  PGresult **out, bool *ok)
{
    struct db_answer *answer = answer_of(ctx->db, sql, bound);
    if (!answer || !answer->sent)
        return false;
    *ok = answer->result || db_flush(ctx);
    *out = answer->result;
    return true;
}

bool
db_queue_end(struct ctx *ctx, const struct sql *sql, const struct db_bound *bound, PGresult **out)
{
    if (!add(ctx, sql, bound))
        return false;
    bool ok = take_all(ctx, out);
    if (*out)
        arena_defer(ctx->arena, clear_result, *out);
    return ok;
}
