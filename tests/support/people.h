/* Two workspaces and their people for tests of accounts, over support/database.h; `app` is the
 * connection of the pages (leadgen_app). kestrel: Ada admin, Ed editor, Vi viewer. atlas: Bo admin.
 * Sue is a super admin. Every password is PEOPLE_PASSWORD. */
#ifndef LEADGEN_TESTS_SUPPORT_PEOPLE_H
#define LEADGEN_TESTS_SUPPORT_PEOPLE_H

#include "support/database.h"

#include <unistd.h>

#include "base/clock.h"
#include "base/conf.h"
#include "base/token.h"

#define PEOPLE_PASSWORD "correct horse battery"

enum { ADA, ED, VI, BO, SUE, N_PEOPLE };

struct people {
    struct database *db;
    struct arena *arena;
    struct ctx app;
    struct conf conf;
    char key_file[64];
    const char *mark; /* in every address and slug, so that runs do not meet */
    int64_t kestrel, atlas;
    const char *kestrel_slug, *atlas_slug;
    int64_t ids[N_PEOPLE];
    const char *emails[N_PEOPLE];
};

/* A number from SQL with %s for the mark, as the owner. */
static inline int64_t people_number(struct people *p, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
static inline int64_t
people_number(struct people *p, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    const char *text = arena_vprintf(p->arena, format, args);
    va_end(args);
    return database_number(p->db, text);
}

static inline void
people_make(struct people *p, int who, const char *name, int64_t tenant, const char *role)
{
    static char hash[256]; /* hashing is slow: once per program, beyond any arena */
    const char *made;
    if (!*hash && !token_password_hash(&p->db->owner, PEOPLE_PASSWORD, &made))
        fail_msg("no hash");
    if (!*hash)
        snprintf(hash, sizeof hash, "%s", made);
    p->emails[who] = arena_printf(p->arena, "%s.%s@x.example", name, p->mark);
    p->ids[who] =
        people_number(p,
                      "INSERT INTO user_account (email, email_key, name, password_hash, is_super) "
                      "VALUES ('%s', '%s', '%s', '%s', %s) RETURNING user_id",
                      p->emails[who], p->emails[who], name, hash, who == SUE ? "true" : "false");
    if (role)
        people_number(p,
                      "INSERT INTO membership (tenant_id, user_id, role) "
                      "VALUES (%" PRId64 ", %" PRId64 ", '%s') RETURNING user_id",
                      tenant, p->ids[who], role);
}

static inline void
people_key_file(struct people *p)
{
    snprintf(p->key_file, sizeof p->key_file, "/tmp/leadgen-keys-XXXXXX");
    int fd = mkstemp(p->key_file);
    const char *line = "seal 00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff\n"
                       "suppression 99112233445566778899aabbccddeeff00112233445566778899aabbccdd\n";
    assert_true(fd >= 0 && write(fd, line, strlen(line)) > 0);
    close(fd);
    p->conf.keyfile = p->key_file;
    p->app.conf = &p->conf;
}

/* NULL, loudly, without a test database. */
static inline struct people *
people_new(void)
{
    const char *dsn = getenv("LEADGEN_APP_DSN");
    struct database *db = dsn ? database_new() : NULL;
    if (!db)
        return NULL;
    struct people *p = ARENA_NEW(db->arena, struct people);
    p->db = db;
    p->arena = p->app.arena = db->arena;
    if (!db_open(&p->app, db->arena, dsn))
        fail_msg("%s", p->app.err.message);
    p->mark = arena_printf(p->arena, "%" PRId64 "-%d", db->tenant, (int)getpid());
    p->kestrel_slug = arena_printf(p->arena, "kestrel-%s", p->mark);
    p->atlas_slug = arena_printf(p->arena, "atlas-%s", p->mark);
    p->kestrel = people_number(
        p, "INSERT INTO tenant (slug, name) VALUES ('%s', 'Kestrel') RETURNING tenant_id",
        p->kestrel_slug);
    p->atlas = people_number(
        p, "INSERT INTO tenant (slug, name) VALUES ('%s', 'Atlas') RETURNING tenant_id",
        p->atlas_slug);
    people_make(p, ADA, "ada", p->kestrel, "admin");
    people_make(p, ED, "ed", p->kestrel, "editor");
    people_make(p, VI, "vi", p->kestrel, "viewer");
    people_make(p, BO, "bo", p->atlas, "admin");
    people_make(p, SUE, "sue", 0, NULL);
    people_key_file(p);
    return p;
}

static inline void
people_free(struct people *p)
{
    if (!p)
        return;
    unlink(p->key_file);
    clock_hold(0);
    database_free(p->db);
}

/* Begins a transaction of the pages in which somebody works in a tenant (0: in none); -1: nobody. */
static inline void
people_begin(struct people *p, int who, int64_t tenant)
{
    db_rollback(&p->app);
    err_clear(&p->app);
    const char *text = arena_printf(
        p->arena,
        "SELECT set_config('app.actor', '%s', true), set_config('app.tenant', '%s', true)",
        who < 0 ? "" : arena_printf(p->arena, "%" PRId64, p->ids[who]),
        tenant ? arena_printf(p->arena, "%" PRId64, tenant) : "");
    if (!db_begin(&p->app, false) || !db_script(&p->app, text))
        fail_msg("%s", p->app.err.message);
}

static inline void
people_commit(struct people *p)
{
    if (!db_commit(&p->app))
        fail_msg("%s", p->app.err.message);
}

/* Forgets the tries of these people, of strangers of this run, and of one address. Other tests count
 * at the same time: theirs stay. */
static inline void
people_forget_tries(struct people *p, const char *address)
{
    database_script(p->db,
                    arena_printf(p->arena,
                                 "DELETE FROM login_attempt WHERE key = 'address %s' OR key IN "
                                 "(SELECT app.login_key(email_key) FROM user_account WHERE "
                                 "email_key LIKE '%%.%s@x.example') OR key IN (SELECT 'second ' "
                                 "|| user_id FROM user_account WHERE email_key LIKE "
                                 "'%%.%s@x.example') OR key = app.login_key("
                                 "'nobody.%s@x.example')",
                                 address, p->mark, p->mark, p->mark));
}

/* The call failed with this kind; clears the error and begins anew as the same caller would. */
#define assert_refused(p, call, wanted)                                                            \
    do {                                                                                           \
        assert_false(call);                                                                        \
        if ((p)->app.err.kind != (wanted))                                                         \
            fail_msg("%s: %s", #call, (p)->app.err.message);                                       \
        err_clear(&(p)->app);                                                                      \
        db_rollback(&(p)->app);                                                                    \
    } while (0)

/* The call worked. */
#define assert_ok(p, call)                                                                         \
    do {                                                                                           \
        if (!(call))                                                                               \
            fail_msg("%s: %s", #call, (p)->app.err.message);                                       \
    } while (0)

/* Lines of the audit log about an action of one of these people. */
static inline int64_t
people_audited(struct people *p, const char *action)
{
    return people_number(p,
                         "SELECT count(*) FROM audit WHERE action = '%s' AND (actor BETWEEN "
                         "%" PRId64 " AND %" PRId64 " OR user_id BETWEEN %" PRId64 " AND %" PRId64
                         ")",
                         action, p->ids[ADA], p->ids[SUE], p->ids[ADA], p->ids[SUE]);
}

#endif
