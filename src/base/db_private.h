/* What db.c, db_bind.c, db_queue.c, db_copy.c, db_listen.c and db_beside.c share: nobody else includes this. */
#ifndef LEADGEN_BASE_DB_PRIVATE_H
#define LEADGEN_BASE_DB_PRIVATE_H

#include <libpq-fe.h>

#include "base/db.h"

enum { DB_MAX_PREPARED = 2048, DB_MAX_QUEUED = 32, DB_MAX_REPEATED = 32, DB_MAX_AHEAD = 8 };

/* Parameters as libpq takes them: bytes as they are, all others in text format. */
struct db_bound {
    const char *const *values;
    const int *lengths, *binary;
    int n;
};

/* A statement that ran before its answer was asked for. */
struct db_answer {
    const struct sql *sql;
    struct db_bound bound;
    struct arena *arena;
    bool sent;        /* false as long as there is no transaction yet */
    PGresult *result; /* NULL as long as it is queued */
};

struct db {
    PGconn *conn;
    const char *dsn;
    struct arena *names;
    bool in_transaction;
    bool read_only;  /* the open transaction is */
    bool ending;     /* a COMMIT was sent whose answer was not taken yet */
    size_t n_queued; /* statements that wait for the next one; their names */
    const char *queued[DB_MAX_QUEUED];
    bool *conflicts[DB_MAX_QUEUED]; /* who wants to know that it is theirs, see db_queue_guard */
    struct db_answer *answers[DB_MAX_QUEUED]; /* where theirs goes, see db_ahead */
    size_t n_ahead;
    struct db_answer ahead[DB_MAX_AHEAD];
    const struct sql *follow; /* what runs right behind the commit, its parameters, */
    struct db_bound follow_bound;
    PGresult *followed; /* and what came of it */
    bool stale;         /* a prepared plan no longer fits: reconnect before the next transaction */
    void *kept;         /* see db_keep */
    void (*end_kept)(void *);
    char sqlstate[8];
    char constraint[64];
    size_t n_prepared;
    const struct sql *prepared[DB_MAX_PREPARED];
    size_t n_repeated;
    struct sql repeated[DB_MAX_REPEATED]; /* composed texts that are prepared */
};

/* Binds them; what is not bytes becomes text in the arena. */
struct db_bound db_bind(struct arena *arena, const struct db_arg *args, size_t n_args);

/* Queues a command without parameters, a constant text. */
bool db_queue_command(struct ctx *ctx, const char *command);

/* Queues a statement and takes the answers of all that is queued; *out is its own, in ctx->arena. */
bool db_queue_end(struct ctx *ctx, const struct sql *sql, const struct db_bound *bound,
                  PGresult **out);

/* Sends what was told ahead of the transaction, behind the statement that it begins with. */
bool db_queue_first(struct ctx *ctx, const struct sql *sql, const struct db_arg *args,
                    size_t n_args);

/* Commits behind what is queued, and runs what follows. */
bool db_queue_commit(struct ctx *ctx);

/* Whether db_ahead was told of this; takes the answer then. */
bool db_queue_answered(struct ctx *ctx, const struct sql *sql, const struct db_bound *bound,
                       PGresult **out, bool *ok);

/* db_flush where nobody wants to know. */
void db_queue_drop(struct db *db);

/* Raises the error of a result (or of the connection when there is none). Always false. */
bool db_raise(struct ctx *ctx, const PGresult *result, const char *what);

#endif
