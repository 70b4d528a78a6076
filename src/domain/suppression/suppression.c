/* The gate. See suppression.h. */
#include "domain/suppression/suppression.h"

#include <string.h>

#include "base/db.h"
#include "base/keyring.h"
#include "base/map.h"
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

enum { FEW = 100 /* entries that one question may read in vain */ };

enum { EMAIL, DOMAIN, HASH, KINDS };
static const char *const kinds[KINDS] = {"email", "domain", "hash"};

/* The columns of SQL_SUPPRESSION_SOME; those of _AMONG are the first three. */
enum { KIND, VALUE, REASON, HASHED };

/* What is known of the list: reasons by value, for each kind. */
struct listed {
    struct map *of[KINDS];
};

struct entry {
    const char *reason;
};

/* What is asked, by place; hashes only where entries are hashes. */
struct asked {
    const char *const *emails;
    const char **hashes;
    size_t n;
};

static bool
hash_all(struct ctx *ctx, struct asked *asked)
{
    struct keyring ring;
    if (!keyring_get(ctx, "suppression", &ring))
        return false;
    for (size_t i = 0; i < asked->n; i++)
        if (asked->emails[i] && *asked->emails[i] != '@')
            asked->hashes[i] = token_mac(ctx->arena, ring.secrets[ring.n - 1], asked->emails[i]);
    return true;
}

static void
note_listed(struct ctx *ctx, struct listed *listed, const struct db_table *rows)
{
    struct entry *entries = ARENA_ARRAY(ctx->arena, rows->n_rows + 1, struct entry);
    for (int kind = 0; kind < KINDS; kind++)
        listed->of[kind] = map_new(ctx->arena, rows->n_rows);
    for (size_t i = 0; i < rows->n_rows; i++) {
        const char *name = db_cell(rows, i, KIND);
        entries[i].reason = db_cell(rows, i, REASON);
        for (int kind = 0; kind < KINDS; kind++)
            if (!strcmp(kinds[kind], name))
                map_put(listed->of[kind], db_cell(rows, i, VALUE), &entries[i]);
    }
}

static const char *
domain_of(const char *email)
{
    const char *at = email ? strrchr(email, '@') : NULL;
    return at ? at + 1 : NULL;
}

/* The domain above: "acme.com" of "mail.acme.com". */
static const char *
parent_of(const char *domain)
{
    const char *dot = strchr(domain, '.');
    return dot ? dot + 1 : NULL;
}

/* The domains of the addresses and all above them, each once. */
static const char **
all_domains(struct arena *arena, const struct asked *asked, size_t *n)
{
    struct map *seen = map_new(arena, asked->n);
    size_t room = 1;
    for (size_t i = 0; i < asked->n; i++)
        for (const char *domain = domain_of(asked->emails[i]); domain; domain = parent_of(domain))
            room++;
    const char **domains = ARENA_ARRAY(arena, room, const char *);
    *n = 0;
    for (size_t i = 0; i < asked->n; i++)
        for (const char *domain = domain_of(asked->emails[i]); domain && !map_get(seen, domain);
             domain = parent_of(domain)) {
            map_put(seen, domain, domains);
            domains[(*n)++] = domain;
        }
    return domains;
}

static bool
ask_among(struct ctx *ctx, const struct asked *asked, struct db_table *rows)
{
    size_t n;
    const char **domains = all_domains(ctx->arena, asked, &n);
    return db_table(ctx, &SQL_SUPPRESSION_AMONG,
                    DB_ARGS(DB_STRS(asked->emails, asked->n), DB_STRS(domains, n),
                            DB_STRS(asked->hashes, asked->n)),
                    rows);
}

static const char *
reason_of(const struct listed *listed, const char *email, const char *hash)
{
    const struct entry *entry = map_get(listed->of[EMAIL], email);
    if (!entry)
        entry = map_get(listed->of[HASH], hash);
    for (const char *domain = domain_of(email); domain && !entry; domain = parent_of(domain))
        entry = map_get(listed->of[DOMAIN], domain);
    return entry ? entry->reason : NULL;
}

bool
suppression_check(struct ctx *ctx, const char *const *emails, size_t n, const char **reasons)
{
    struct asked asked = {emails, ARENA_ARRAY(ctx->arena, n + 1, const char *), n};
    struct listed listed;
    struct db_table rows;
    size_t most = n < FEW ? FEW : n;
    for (size_t i = 0; i < n; i++)
        reasons[i] = NULL;
    /* a list no longer than the question is read as it is: looking up each address, or hashing it, for
     * entries that nobody made would be waste */
    if (!db_table(ctx, &SQL_SUPPRESSION_SOME, DB_ARGS(DB_I64((int64_t)most + 1)), &rows))
        return false;
    if (!rows.n_rows)
        return true;
    if (*db_cell(&rows, 0, HASHED) == 't' && !hash_all(ctx, &asked))
        return false;
    if (rows.n_rows > most && !ask_among(ctx, &asked, &rows))
        return false;
    note_listed(ctx, &listed, &rows);
    for (size_t i = 0; i < n; i++)
        reasons[i] = reason_of(&listed, emails[i], asked.hashes[i]);
    return true;
}
