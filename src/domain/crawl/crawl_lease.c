/* Leases on web sites. See crawl_lease.h. */
#include "domain/crawl/crawl_lease.h"

#include <string.h>

#include "base/clock.h"
#include "base/db.h"
#include "base/token.h"
#include "statements.h"

enum { LEASE_SECONDS = 40, KEEP_MS = 8 * 1000, HOLDER_BYTES = 16 };

void
crawl_lease_open(struct ctx *ctx, struct crawl_lease *lease)
{
    lease->holder = token_random(ctx->arena, HOLDER_BYTES);
    lease->kept_ms = clock_steady_ms();
}

bool
crawl_lease_claim(struct ctx *ctx, struct crawl_lease *lease, const char *const *sites, size_t n,
                  bool *got)
{
    struct row {
        const char *host;
    } * rows;
    static const struct field map[] = {FIELD_STR(struct row, host), FIELD_END};
    size_t n_rows;
    memset(got, 0, n * sizeof *got);
    if (!DB_ALL(ctx, &SQL_CRAWL_LEASE_CLAIM,
                DB_ARGS(DB_STRS(sites, n), DB_STR(lease->holder), DB_I64(LEASE_SECONDS)), map,
                &rows, &n_rows))
        return false;
    for (size_t r = 0; r < n_rows; r++)
        for (size_t i = 0; i < n; i++)
            if (!strcmp(sites[i], rows[r].host)) {
                got[i] = true;
                break;
            }
    return true;
}

bool
crawl_lease_keep(struct ctx *ctx, struct crawl_lease *lease)
{
    int64_t now = clock_steady_ms();
    if (now - lease->kept_ms < KEEP_MS)
        return true;
    lease->kept_ms = now;
    return db_exec(ctx, &SQL_CRAWL_LEASE_KEEP,
                   DB_ARGS(DB_STR(lease->holder), DB_I64(LEASE_SECONDS)), NULL);
}

bool
crawl_lease_release(struct ctx *ctx, struct crawl_lease *lease, const char *const *sites,
                    const int64_t *rests, size_t n)
{
    return n == 0 ||
           db_exec(ctx, &SQL_CRAWL_LEASE_RELEASE,
                   DB_ARGS(DB_STRS(sites, n), DB_I64S(rests, n), DB_STR(lease->holder)), NULL);
}

bool
crawl_lease_sweep(struct ctx *ctx, int64_t *n)
{
    return db_i64(ctx, &SQL_CRAWL_LEASE_SWEEP, DB_NO_ARGS, n);
}
