/* Ping. See health_ping.h. */
#include "domain/health/health_ping.h"

#include "base/db.h"
#include "statements.h"

bool
health_ping(struct ctx *ctx)
{
    int64_t one = 0;
    return db_i64(ctx, &SQL_HEALTH_PING, DB_NO_ARGS, &one);
}
