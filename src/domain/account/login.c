/* Signing in. See login.h. */
#include "domain/account/login.h"

#include <string.h>

#include "base/clock.h"
#include "base/db.h"
#include "base/text.h"
#include "base/token.h"
#include "domain/account/totp.h"
#include "domain/contact/email_address.h"
#include "statements.h"

enum { STEP_TOKEN_BYTES = 32 };

struct attempt {
    int64_t user_id;
    const char *password_hash, *user_name;
    bool has_second_factor;
    int64_t wait, tries_left;
};
static const struct field attempt_map[] = {
    FIELD_I64(struct attempt, user_id),
    FIELD_STR(struct attempt, password_hash),
    FIELD_STR(struct attempt, user_name),
    FIELD_BOOL(struct attempt, has_second_factor),
    FIELD_I64(struct attempt, wait),
    FIELD_I64(struct attempt, tries_left),
    FIELD_END,
};

struct step {
    int64_t user_id;
    const char *email, *secret;
    int64_t last_step;
    bool keep;
    int64_t wait, tries_left;
};
static const struct field step_map[] = {
    FIELD_I64(struct step, user_id),    FIELD_STR(struct step, email),
    FIELD_STR(struct step, secret),     FIELD_I64(struct step, last_step),
    FIELD_BOOL(struct step, keep),      FIELD_I64(struct step, wait),
    FIELD_I64(struct step, tries_left), FIELD_END,
};

const char *
login_email_key(struct arena *arena, const char *typed)
{
    struct email_address read;
    if (email_address_read(arena, typed, &read) == EMAIL_OK)
        return read.address;
    return text_lower(arena, text_trim(arena, typed));
}

bool
login_check(struct ctx *ctx, const char *email, const char *password, const char *address,
            password_matches_fn *matches, struct login_result *out, bool *has_second_factor)
{
    const char *key = login_email_key(ctx->arena, email);
    struct attempt attempt = {0};
    memset(out, 0, sizeof *out);
    if (!db_one(ctx, &SQL_LOGIN_TRY, DB_ARGS(DB_STR(key), DB_STR(address)), attempt_map, &attempt))
        return false;
    out->tries_left = attempt.tries_left;
    out->wait = attempt.wait;
    out->outcome = LOGIN_PAUSED;
    if (attempt.wait)
        return true;
    out->outcome = LOGIN_WRONG;
    if (!password_matches(matches, attempt.password_hash, password))
        return true;
    out->outcome = LOGIN_IN;
    out->user_id = attempt.user_id;
    *has_second_factor = attempt.has_second_factor;
    return db_exec(ctx, &SQL_LOGIN_FORGIVE, DB_ARGS(DB_STR(key), DB_STR(address)), NULL);
}

bool
login_admit(struct ctx *ctx, int64_t user_id, bool has_second_factor, bool keep,
            struct session_place place, struct login_result *out)
{
    memset(out, 0, sizeof *out);
    out->user_id = user_id;
    if (!has_second_factor) {
        out->outcome = LOGIN_IN;
        out->seconds = keep ? SESSION_KEEP_SECONDS : 0;
        return session_start(ctx, user_id, keep, place, &out->token);
    }
    out->outcome = LOGIN_STEP;
    out->seconds = LOGIN_STEP_SECONDS;
    out->token = token_random(ctx->arena, STEP_TOKEN_BYTES);
    return db_exec(ctx, &SQL_SECOND_STEP_BEGIN,
                   DB_ARGS(DB_I64(user_id),
                           DB_STR(token_sha256(ctx->arena, out->token, strlen(out->token))),
                           DB_BOOL(keep)),
                   NULL);
}

bool
login_password(struct ctx *ctx, const char *email, const char *password, bool keep,
               struct session_place place, struct login_result *out)
{
    bool has_second_factor = false;
    if (!login_check(ctx, email, password, place.address, token_password_matches, out,
                     &has_second_factor))
        return false;
    return out->outcome != LOGIN_IN ||
           login_admit(ctx, out->user_id, has_second_factor, keep, place, out);
}

static bool
read_step(struct ctx *ctx, const char *token, bool counted, struct step *step, bool *found)
{
    const char *hash = token_sha256(ctx->arena, token, strlen(token));
    return db_maybe(ctx, &SQL_SECOND_STEP_TRY, DB_ARGS(DB_STR(hash), DB_BOOL(counted)), step_map,
                    step, found);
}

bool
login_step_read(struct ctx *ctx, const char *token, const char **email)
{
    struct step step = {0};
    bool found = false;
    *email = NULL;
    if (*token && !read_step(ctx, token, false, &step, &found))
        return false;
    if (found)
        *email = step.email;
    return true;
}

bool
login_step(struct ctx *ctx, const char *token, const char *code, struct session_place place,
           struct login_result *out)
{
    struct step step = {0};
    bool found = false;
    memset(out, 0, sizeof *out);
    out->outcome = LOGIN_GONE;
    if (!read_step(ctx, token, true, &step, &found))
        return false;
    if (!found)
        return true;
    out->wait = step.wait;
    out->tries_left = step.tries_left;
    out->outcome = LOGIN_PAUSED;
    if (step.wait)
        return true;
    out->outcome = LOGIN_WRONG;
    struct totp_answer answer;
    if (!totp_check(ctx, step.user_id, step.secret, step.last_step, code, &answer))
        return false;
    if (!answer.fits)
        return true;
    int64_t done;
    if (!db_i64(ctx, &SQL_SECOND_STEP_DONE,
                DB_ARGS(DB_STR(token_sha256(ctx->arena, token, strlen(token))), DB_I64(answer.step),
                        DB_STR(answer.recovery_hash)),
                &done))
        return false;
    return !done || login_admit(ctx, step.user_id, false, step.keep, place, out);
}
