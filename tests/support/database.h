/* A tenant of its own for a test on a real PostgreSQL: DSNs come from the environment that
 * tests/support/cluster prints, the schema from `leadgen-batch migrate`. Without them the test says
 * so and returns. Work happens as leadgen_batch, bound by row-level security like the pages. */
#ifndef LEADGEN_TESTS_SUPPORT_DATABASE_H
#define LEADGEN_TESTS_SUPPORT_DATABASE_H

#include "support/test.h"

#include <inttypes.h>
#include <time.h>

#include "base/conf.h"
#include "base/db.h"

struct database {
    struct arena *arena;
    struct ctx owner, ctx; /* owner: past row-level security; ctx: the tenant's */
    int64_t tenant, user;
};

/* Runs SQL as the owner; fails the test when it fails. */
static inline void
database_script(struct database *db, const char *text)
{
    if (!db_script(&db->owner, text))
        fail_msg("%s: %s", text, db->owner.err.message);
}

/* One value as the owner. */
static inline const char *
database_value(struct database *db, const char *text)
{
    struct db_table table;
    if (!db_table_composed(&db->owner, text, DB_NO_ARGS, &table))
        fail_msg("%s: %s", text, db->owner.err.message);
    return table.n_rows ? db_cell(&table, 0, 0) : NULL;
}

static inline int64_t
database_number(struct database *db, const char *text)
{
    const char *value = database_value(db, text);
    return value ? strtoll(value, NULL, 10) : 0;
}

/* Begins a transaction in which db->ctx works for the tenant. */
static inline void
database_begin(struct database *db)
{
    const char *enter =
        arena_printf(db->arena, "SELECT app.enter(%" PRId64 ", %" PRId64 ")", db->tenant, db->user);
    if (!db_begin(&db->ctx, false) || !db_script(&db->ctx, enter))
        fail_msg("%s", db->ctx.err.message);
}

static inline void
database_commit(struct database *db)
{
    if (!db_commit(&db->ctx))
        fail_msg("%s", db->ctx.err.message);
}

static inline void
database_forget_keys(void *path)
{
    remove(path);
}

/* Keys for what is kept as a hash, as an installation has them. */
static inline void
database_keys(struct database *db)
{
    struct conf *conf = ARENA_NEW(db->arena, struct conf);
    char *path = arena_printf(db->arena, "/tmp/leadgen-keys-%" PRId64, db->tenant);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs("suppression 0123456789abcdef0123456789abcdef\n", file);
    fclose(file);
    arena_defer(db->arena, database_forget_keys, path);
    conf->keyfile = path;
    db->ctx.conf = conf;
}

/* NULL, loudly, without a test database. */
static inline struct database *
database_new(void)
{
    const char *owner = getenv("LEADGEN_OWNER_DSN"), *batch = getenv("LEADGEN_BATCH_DSN");
    if (!owner || !batch) {
        printf("# LEADGEN_OWNER_DSN is not set: tests on the database are left out\n");
        return NULL;
    }
    struct arena *arena = arena_new();
    struct database *db = ARENA_NEW(arena, struct database);
    db->arena = db->owner.arena = db->ctx.arena = arena;
    if (!db_open(&db->owner, arena, owner) || !db_open(&db->ctx, arena, batch))
        fail_msg("%s%s", db->owner.err.message, db->ctx.err.message);
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    const char *slug = arena_printf(arena, "t-%lld-%ld", (long long)now.tv_sec, now.tv_nsec);
    db->user = database_number(
        db,
        arena_printf(arena,
                     "INSERT INTO user_account (email, email_key, name) VALUES ('%s@x.example', "
                     "'%s@x.example', 'Hana Test') RETURNING user_id",
                     slug, slug));
    db->tenant =
        database_number(db, arena_printf(arena,
                                         "INSERT INTO tenant (slug, name) VALUES ('%s', 'Test') "
                                         "RETURNING tenant_id",
                                         slug));
    database_script(db, arena_printf(arena,
                                     "INSERT INTO membership (tenant_id, user_id, role) "
                                     "VALUES (%" PRId64 ", %" PRId64 ", 'editor')",
                                     db->tenant, db->user));
    return db;
}

static inline void
database_free(struct database *db)
{
    if (db)
        arena_free(db->arena);
}

#endif
