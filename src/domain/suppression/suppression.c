/* The gate. See suppression.h. */
#include "domain/suppression/suppression.h"

#include <stdlib.h>

#include "base/db.h"
#include "base/keyring.h"
#include "base/token.h"
#include "statements.h"

bool
suppression_hash(struct ctx *ctx, const char *email, const char **hash)
{
    struct keyring ring;
    if (!keyring_get(ctx, "suppression", &ring))
        return false;
    /* one key for ever: with a second one old entries would no longer be found */
    *hash = token_mac(ctx->arena, ring.secrets[ring.n - 1], email);
    return true;
}

/* Hashing a million addresses for entries nobody made would be waste. */
static bool
hash_all(struct ctx *ctx, const char *const *emails, size_t n, const char **hashes)
{
    int64_t has_hashes;
    struct keyring ring;
    if (!db_i64(ctx, &SQL_SUPPRESSION_HAS_HASHES, DB_NO_ARGS, &has_hashes))
        return false;
    if (!has_hashes)
        return true;
    if (!keyring_get(ctx, "suppression", &ring))
        return false;
    for (size_t i = 0; i < n; i++)
        if (emails[i] && *emails[i] != '@')
            hashes[i] = token_mac(ctx->arena, ring.secrets[ring.n - 1], emails[i]);
    return true;
}

bool
suppression_check(struct ctx *ctx, const char *const *emails, size_t n, const char **reasons)
{
    const char **hashes = ARENA_ARRAY(ctx->arena, n + 1, const char *);
    struct db_table found;
    for (size_t i = 0; i < n; i++)
        reasons[i] = NULL;
    if (!hash_all(ctx, emails, n, hashes) ||
        !db_table(ctx, &SQL_SUPPRESSION_CHECK, DB_ARGS(DB_STRS(emails, n), DB_STRS(hashes, n)),
                  &found))
        return false;
    for (size_t i = 0; i < found.n_rows; i++) {
        size_t place = strtoul(db_cell(&found, i, 0), NULL, 10);
        reasons[place - 1] = db_cell(&found, i, 1);
    }
    return true;
}
