/* What db.c, db_copy.c and db_listen.c share: nobody else includes this. */
#ifndef LEADGEN_BASE_DB_PRIVATE_H
#define LEADGEN_BASE_DB_PRIVATE_H

#include <libpq-fe.h>

#include "base/db.h"

enum { DB_MAX_PREPARED = 2048 };

struct db {
    PGconn *conn;
    const char *dsn;
    struct arena *names;
    bool in_transaction;
    bool read_only; /* the open transaction is */
    bool ending;    /* a COMMIT was sent whose answer was not taken yet */
    bool stale;     /* a prepared plan no longer fits: reconnect before the next transaction */
    void *kept;     /* see db_keep */
    void (*end_kept)(void *);
    char sqlstate[8];
    char constraint[64];
    size_t n_prepared;
    const struct sql *prepared[DB_MAX_PREPARED];
};

/* Raises the error of a result (or of the connection when there is none). Always false. */
bool db_raise(struct ctx *ctx, const PGresult *result, const char *what);

#endif
