/* GET /healthz: "ok" when this process reaches the database; for nginx and load balancers. */
#include "domain/health/health_ping.h"
#include "web/health/pages.h"
#include "web/reply.h"

bool
healthz_page(struct page *pg)
{
    if (!pg->web->no_database && !health_ping(pg->ctx))
        return false;
    return reply_bytes(pg, "text/plain; charset=utf-8", "ok\n", 3);
}
