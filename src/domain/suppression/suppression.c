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

static bool
hash_all(struct ctx *ctx, const char *const *emails, size_t n, const char **hashes)
{
    struct keyring ring;
    if (!keyring_get(ctx, "suppression", &ring))
        return false;
    for (size_t i = 0; i < n; i++)
        if (emails[i] && *emails[i] != '@')
            hashes[i] = token_mac(ctx->arena, ring.secrets[ring.n - 1], emails[i]);
    return true;
}

struct entries {
    bool any_entry, hashed_entry;
};

static const struct field entries_fields[] = {FIELD_BOOL(struct entries, any_entry),
                                              FIELD_BOOL(struct entries, hashed_entry), FIELD_END};

bool
suppression_check(struct ctx *ctx, const char *const *emails, size_t n, const char **reasons)
{
    const char **hashes = ARENA_ARRAY(ctx->arena, n + 1, const char *);
    struct db_table found;
    for (size_t i = 0; i < n; i++)
        reasons[i] = NULL;
    /* looking up a million addresses, or hashing them, for entries nobody made would be waste */
    struct entries has = {false, false};
    if (!db_one(ctx, &SQL_SUPPRESSION_HAS, DB_NO_ARGS, entries_fields, &has))
        return false;
    if (!has.any_entry)
        return true;
    if (has.hashed_entry && !hash_all(ctx, emails, n, hashes))
        return false;
    if (!db_table(ctx, &SQL_SUPPRESSION_CHECK, DB_ARGS(DB_STRS(emails, n), DB_STRS(hashes, n)),
                  &found))
        return false;
    for (size_t i = 0; i < found.n_rows; i++) {
        size_t place = strtoul(db_cell(&found, i, 0), NULL, 10);
        reasons[place - 1] = db_cell(&found, i, 1);
    }
    return true;
}
