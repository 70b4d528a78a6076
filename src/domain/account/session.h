/* Sessions of people in browsers: start, end, list, revoke. The token itself is only in the cookie;
 * the database keeps its hash. Called by login.c and by the account and admin pages. */
#ifndef LEADGEN_DOMAIN_ACCOUNT_SESSION_H
#define LEADGEN_DOMAIN_ACCOUNT_SESSION_H

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

/* A session ends 12 hours after its last use, or 14 days with `keep`, and after 30 days at last. */
enum { SESSION_KEEP_SECONDS = 14 * 86400 };

/* Where somebody signs in from, as the server sees it. */
struct session_place {
    const char *user_agent, *address;
};

/* Times are milliseconds since 1970. */
struct session_view {
    int64_t session_id, user_id;
    const char *user_name, *user_email;
    int64_t created_at, seen_at;
    int64_t ends_at; /* when not used until then */
    const char *user_agent, *address;
};

/* Starts a session of a person who has shown who they are; *token goes into the cookie. DENIED: the
 * account is switched off. */
MUST_CHECK bool session_start(struct ctx *ctx, int64_t user_id, bool keep,
                              struct session_place place, const char **token);

/* Ends the session of a cookie's token, if there is one. */
MUST_CHECK bool session_end(struct ctx *ctx, const char *token);

/* The caller's own live sessions, the latest used first. */
MUST_CHECK bool session_list_own(struct ctx *ctx, struct session_view **rows, size_t *n_rows);

/* Super admins: live sessions of one person (0: of everybody) below the id `before`, newest first.
 * DENIED. */
MUST_CHECK bool session_list(struct ctx *ctx, int64_t user_id, int64_t before, int64_t most,
                             struct session_view **rows, size_t *n_rows);

/* Ends one of the caller's own sessions, as a super admin anybody's. NOT_FOUND. */
MUST_CHECK bool session_revoke(struct ctx *ctx, int64_t session_id);

/* Ends all sessions of the caller but one; *n is how many. */
MUST_CHECK bool session_revoke_others(struct ctx *ctx, int64_t session_id, int64_t *n);

/* "Firefox on Windows", as far as the header tells; "Unknown browser". */
const char *session_device(struct arena *arena, const char *user_agent);

#endif
