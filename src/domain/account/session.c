/* Sessions. See session.h. */
#include "domain/account/session.h"

#include <string.h>

#include "base/db.h"
#include "base/text.h"
#include "base/token.h"
#include "statements.h"

enum { TOKEN_BYTES = 32 };

static const struct field view_map[] = {
    FIELD_I64(struct session_view, session_id), FIELD_I64(struct session_view, user_id),
    FIELD_STR(struct session_view, user_name),  FIELD_STR(struct session_view, user_email),
    FIELD_I64(struct session_view, created_at), FIELD_I64(struct session_view, seen_at),
    FIELD_I64(struct session_view, ends_at),    FIELD_STR(struct session_view, user_agent),
    FIELD_STR(struct session_view, address),    FIELD_END,
};

bool
session_start(struct ctx *ctx, int64_t user_id, bool keep, struct session_place place,
              const char **token)
{
    const char *secret = token_random(ctx->arena, TOKEN_BYTES);
    int64_t id;
    if (!db_i64(ctx, &SQL_SESSION_START,
                DB_ARGS(DB_I64(user_id), DB_STR(token_sha256(ctx->arena, secret, strlen(secret))),
                        DB_BOOL(keep), DB_STR(text_cut(ctx->arena, place.user_agent, 200)),
                        DB_STR(text_cut(ctx->arena, place.address, 60))),
                &id))
        return false;
    *token = secret;
    return true;
}

bool
session_end(struct ctx *ctx, const char *token)
{
    return db_exec(ctx, &SQL_SESSION_END,
                   DB_ARGS(DB_STR(token_sha256(ctx->arena, token, strlen(token)))), NULL);
}

bool
session_list_own(struct ctx *ctx, struct session_view **rows, size_t *n_rows)
{
    return DB_ALL(ctx, &SQL_SESSION_LIST_OWN, DB_NO_ARGS, view_map, rows, n_rows);
}

bool
session_list(struct ctx *ctx, int64_t user_id, int64_t before, int64_t most,
             struct session_view **rows, size_t *n_rows)
{
    return DB_ALL(ctx, &SQL_SESSION_LIST, DB_ARGS(DB_ID(user_id), DB_I64(before), DB_I64(most)),
                  view_map, rows, n_rows);
}

bool
session_revoke(struct ctx *ctx, int64_t session_id)
{
    int64_t done;
    if (!db_i64(ctx, &SQL_SESSION_REVOKE, DB_ARGS(DB_I64(session_id)), &done))
        return false;
    return done || err_raise(ctx, ERR_NOT_FOUND, "This session has ended already.");
}

bool
session_revoke_others(struct ctx *ctx, int64_t session_id, int64_t *n)
{
    return db_i64(ctx, &SQL_SESSION_REVOKE_OTHERS, DB_ARGS(DB_I64(session_id)), n);
}

/* A word of the header and what people call it; the first that is there counts. */
struct mark {
    const char *word, *name;
};

static const char *
first_of(const struct mark *marks, const char *text)
{
    for (; marks->word; marks++)
        if (strstr(text, marks->word))
            return marks->name;
    return NULL;
}

const char *
session_device(struct arena *arena, const char *user_agent)
{
    static const struct mark browsers[] = {
        {"Edg",     "Edge"   },
        {"OPR/",    "Opera"  },
        {"Firefox", "Firefox"},
        {"Chrom",   "Chrome" },
        {"CriOS",   "Chrome" },
        {"Safari",  "Safari" },
        {"curl",    "curl"   },
        {NULL,      NULL     },
    };
    static const struct mark systems[] = {
        {"iPhone",    "iPhone"  },
        {"iPad",      "iPad"    },
        {"Android",   "Android" },
        {"Windows",   "Windows" },
        {"Macintosh", "Mac"     },
        {"CrOS",      "ChromeOS"},
        {"Linux",     "Linux"   },
        {NULL,        NULL      },
    };
    const char *browser = first_of(browsers, user_agent);
    const char *system = first_of(systems, user_agent);
    if (!browser)
        return "Unknown browser";
    return system ? arena_printf(arena, "%s on %s", browser, system) : browser;
}
