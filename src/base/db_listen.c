/* LISTEN and waiting for a NOTIFY. See db.h. */
#include <poll.h>
#include <string.h>

#include "base/db_private.h"

bool
db_listen(struct ctx *ctx, const char *channel)
{
    struct db *db = ctx->db;
    if (!db_ensure(ctx) || !db_flush(ctx))
        return false;
    char *name = PQescapeIdentifier(db->conn, channel, strlen(channel));
    PGresult *result = PQexec(db->conn, arena_printf(ctx->arena, "LISTEN %s", name));
    PQfreemem(name);
    bool ok = PQresultStatus(result) == PGRES_COMMAND_OK;
    if (!ok)
        db_raise(ctx, result, "LISTEN");
    PQclear(result);
    return ok;
}

bool
db_wait(struct ctx *ctx, int milliseconds, bool *notified)
{
    struct db *db = ctx->db;
    *notified = false;
    if (!db_ensure(ctx) || !db_flush(ctx))
        return false;
    struct pollfd wanted = {.fd = PQsocket(db->conn), .events = POLLIN};
    PGnotify *notify = PQnotifies(db->conn);
    if (!notify && poll(&wanted, 1, milliseconds) > 0) {
        if (PQconsumeInput(db->conn) != 1)
            return db_raise(ctx, NULL, "LISTEN");
        notify = PQnotifies(db->conn);
    }
    while (notify) {
        *notified = true;
        PQfreemem(notify);
        notify = PQnotifies(db->conn);
    }
    return true;
}
