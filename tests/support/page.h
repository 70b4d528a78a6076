/* A connection as pages have it (leadgen_app), for tests: bound by row-level security and without
 * grants on the exempt tables. */
#ifndef LEADGEN_TESTS_SUPPORT_PAGE_H
#define LEADGEN_TESTS_SUPPORT_PAGE_H

#include "support/database.h"

/* Begins a page's transaction for a tenant (0: outside one) and a user (0: nobody). */
static inline void
page_begin(struct database *db, struct ctx *page, int64_t tenant, int64_t user)
{
    const char *text =
        arena_printf(db->arena,
                     "SELECT set_config('app.tenant', nullif(%" PRId64 ", 0)::text, true), "
                     "set_config('app.actor', nullif(%" PRId64 ", 0)::text, true)",
                     tenant, user);
    if (!page->db) {
        page->arena = db->arena;
        if (!db_open(page, db->arena, getenv("LEADGEN_APP_DSN")))
            fail_msg("%s", page->err.message);
    }
    if (!db_begin(page, false) || !db_script(page, text))
        fail_msg("%s", page->err.message);
}

/* Ends it: commits, or rolls back after an error, which is returned and forgotten. */
static inline enum err_kind
page_end(struct ctx *page)
{
    enum err_kind kind = page->err.kind;
    err_clear(page);
    if (kind)
        db_rollback(page);
    else if (!db_commit(page))
        fail_msg("%s", page->err.message);
    return kind;
}

#endif
