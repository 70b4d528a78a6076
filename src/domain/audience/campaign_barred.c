/* The gate for people of campaigns. See campaign_barred.h. */
#include "domain/audience/campaign_barred.h"

#include "base/db.h"
#include "domain/suppression/suppression.h"
#include "statements.h"

enum { AT_A_TIME = 10000 };

struct question {
    int64_t contact_id;
    const char *address;
};

static bool
ask(struct ctx *ctx, const int64_t *ids, size_t n, int64_t *barred, size_t *n_barred)
{
    static const struct field map[] = {FIELD_I64(struct question, contact_id),
                                       FIELD_STR(struct question, address), FIELD_END};
    struct question *rows;
    size_t n_rows;
    if (!DB_ALL(ctx, &SQL_CAMPAIGN_BARRED_ADDRESSES, DB_ARGS(DB_I64S(ids, n)), map, &rows, &n_rows))
        return false;
    const char **addresses = ARENA_ARRAY(ctx->arena, n_rows + 1, const char *);
    const char **reasons = ARENA_ARRAY(ctx->arena, n_rows + 1, const char *);
    for (size_t i = 0; i < n_rows; i++)
        addresses[i] = rows[i].address;
    if (!suppression_check(ctx, addresses, n_rows, reasons))
        return false;
    for (size_t i = 0; i < n_rows; i++)
        if (reasons[i])
            barred[(*n_barred)++] = rows[i].contact_id;
    return true;
}

bool
campaign_barred(struct ctx *ctx, const int64_t *ids, size_t n, int64_t **barred, size_t *n_barred)
{
    struct entries {
        bool any_entry, hashed_entry;
    } has;
    static const struct field map[] = {FIELD_BOOL(struct entries, any_entry),
                                       FIELD_BOOL(struct entries, hashed_entry), FIELD_END};
    *n_barred = 0;
    *barred = ARENA_ARRAY(ctx->arena, 2 * n + 1, int64_t);
    /* Reading a hundred thousand addresses for entries nobody made would be waste. */
    if (!db_one(ctx, &SQL_SUPPRESSION_HAS, DB_NO_ARGS, map, &has))
        return false;
    for (size_t at = 0; has.any_entry && at < n; at += AT_A_TIME)
        if (!ask(ctx, ids + at, n - at < AT_A_TIME ? n - at : AT_A_TIME, *barred, n_barred))
            return false;
    return true;
}
