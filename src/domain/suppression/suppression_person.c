/* Suppressed people. See suppression_person.h. */
#include "domain/suppression/suppression_person.h"

#include <stdlib.h>

#include "base/db.h"
#include "base/keyring.h"
#include "base/token.h"
#include "domain/contact/person_name.h"
#include "statements.h"

/* Two hashes to a person: of the name, of the profile; NULL where too little is known. */
static bool
hash_all(struct ctx *ctx, const struct suppression_person *people, size_t n, const char ***hashes)
{
    struct keyring ring;
    struct arena *arena = ctx->arena;
    bool any = false;
    *hashes = ARENA_ARRAY(arena, 2 * n + 1, const char *);
    for (size_t i = 0; i < n; i++)
        any = any || people[i].domain || people[i].linkedin_key;
    if (!any)
        return true;
    if (!keyring_get(ctx, "suppression", &ring))
        return false;
    /* one key for ever, as with addresses: with a second one old entries would not be found */
    const char *secret = ring.secrets[ring.n - 1];
    for (size_t i = 0; i < n; i++) {
        const struct suppression_person *person = &people[i];
        const char *name = person_name_key(arena, person->first_name ? person->first_name : "",
                                           person->last_name ? person->last_name : "");
        if (*name && person->domain)
            (*hashes)[2 * i] =
                token_mac(arena, secret, arena_printf(arena, "person:%s@%s", name, person->domain));
        if (person->linkedin_key)
            (*hashes)[2 * i + 1] =
                token_mac(arena, secret, arena_printf(arena, "linkedin:%s", person->linkedin_key));
    }
    return true;
}

bool
suppression_person_check(struct ctx *ctx, const struct suppression_person *people, size_t n,
                         bool *out)
{
    struct db_table found;
    const char **hashes;
    int64_t any;
    for (size_t i = 0; i < n; i++)
        out[i] = false;
    if (!db_i64(ctx, &SQL_SUPPRESSION_PEOPLE_HAS, DB_NO_ARGS, &any))
        return false;
    if (!any)
        return true;
    if (!hash_all(ctx, people, n, &hashes) ||
        !db_table(ctx, &SQL_SUPPRESSION_PEOPLE, DB_ARGS(DB_STRS(hashes, 2 * n)), &found))
        return false;
    for (size_t i = 0; i < found.n_rows; i++)
        out[(strtoul(db_cell(&found, i, 0), NULL, 10) - 1) / 2] = true;
    return true;
}

bool
suppression_person_add(struct ctx *ctx, const struct suppression_person *people, size_t n,
                       const char *reason)
{
    const char **hashes;
    return n == 0 || (hash_all(ctx, people, n, &hashes) &&
                      db_exec(ctx, &SQL_SUPPRESSION_PEOPLE_ADD,
                              DB_ARGS(DB_STRS(hashes, 2 * n), DB_STR(reason)), NULL));
}
