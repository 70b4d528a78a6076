/* Further connections of a process to the same database, for work that is worth more than one backend.
 * See db.h. */
#include <assert.h>
#include <poll.h>

#include "base/db_private.h"

bool
db_open_beside(const struct ctx *ctx, struct arena *owner, struct ctx *beside)
{
    return db_open(beside, owner, ctx->db->dsn);
}

size_t
db_answered(const struct ctx *const *sent, size_t n, int milliseconds)
{
    struct pollfd sockets[DB_MOST_BESIDE];
    assert(n <= DB_MOST_BESIDE);
    for (;;) {
        for (size_t i = 0; i < n; i++) {
            PGconn *conn = sent[i]->db->conn;
            sockets[i] = (struct pollfd){.fd = PQsocket(conn), .events = POLLIN};
            /* one that is lost has its answer too: an error */
            if (PQconsumeInput(conn) != 1 || !PQisBusy(conn))
                return i;
        }
        if (poll(sockets, (nfds_t)n, milliseconds) < 1)
            return n;
    }
}
