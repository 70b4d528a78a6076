/* The second factor. See totp.h. */
#include "domain/account/totp.h"

#include <ctype.h>
#include <inttypes.h>
#include <string.h>

#include "base/clock.h"
#include "base/db.h"
#include "base/otp.h"
#include "base/secret.h"
#include "base/token.h"
#include "domain/account/password.h"
#include "statements.h"

enum { STEP_SECONDS = 30, CODE_DIGITS = 6, RECOVERY_LENGTH = 20 };

struct factor {
    const char *secret;
    int64_t confirmed_at, last_step, codes_left;
};
static const struct field factor_map[] = {
    FIELD_STR(struct factor, secret),
    FIELD_I64(struct factor, confirmed_at),
    FIELD_I64(struct factor, last_step),
    FIELD_I64(struct factor, codes_left),
    FIELD_END,
};

static const char *
bound_to(struct arena *arena, int64_t user_id)
{
    return arena_printf(arena, "second_factor %" PRId64, user_id);
}

/* A code as typed, without blanks and hyphens, in small letters. */
static const char *
plain(struct arena *arena, const char *code)
{
    char *out = arena_strdup(arena, code);
    size_t at = 0;
    for (const char *c = code; *c; c++)
        if (isalnum((unsigned char)*c))
            out[at++] = (char)tolower((unsigned char)*c);
    out[at] = '\0';
    return out;
}

static const char *
recovery_hash(struct arena *arena, const char *code)
{
    return token_sha256(arena, code, strlen(code));
}

bool
totp_check(struct ctx *ctx, int64_t user_id, const char *sealed, int64_t last_step,
           const char *code, struct totp_answer *out)
{
    memset(out, 0, sizeof *out);
    code = plain(ctx->arena, code);
    if (strlen(code) == RECOVERY_LENGTH) {
        out->fits = true;
        out->recovery_hash = recovery_hash(ctx->arena, code);
        return true;
    }
    const char *secret = NULL;
    if (!secret_unseal(ctx, sealed, bound_to(ctx->arena, user_id), &secret))
        return false;
    int64_t now = clock_now_ms() / 1000 / STEP_SECONDS;
    for (int64_t step = now - 1; step <= now + 1; step++) {
        const char *wanted = otp_code(ctx->arena, secret, (uint64_t)step, CODE_DIGITS);
        if (step > last_step && wanted && token_equal(wanted, code)) {
            out->fits = true;
            out->step = step;
        }
    }
    return true;
}

static const char *
in_groups(struct arena *arena, const char *secret)
{
    char *out = arena_alloc(arena, strlen(secret) * 2 + 1);
    size_t at = 0;
    for (size_t i = 0; secret[i]; i++) {
        if (i && i % 4 == 0)
            out[at++] = ' ';
        out[at++] = secret[i];
    }
    return out;
}

static bool
read_factor(struct ctx *ctx, struct factor *factor, bool *found)
{
    return db_maybe(ctx, &SQL_SECOND_FACTOR_OWN, DB_NO_ARGS, factor_map, factor, found);
}

bool
totp_read(struct ctx *ctx, int64_t user_id, const char *email, struct totp_state *out)
{
    struct factor factor = {0};
    bool found = false;
    memset(out, 0, sizeof *out);
    if (!read_factor(ctx, &factor, &found))
        return false;
    out->begun = found;
    out->on = found && factor.confirmed_at;
    out->codes_left = factor.codes_left;
    if (!found || out->on)
        return true;
    const char *secret = NULL;
    if (!secret_unseal(ctx, factor.secret, bound_to(ctx->arena, user_id), &secret))
        return false;
    out->secret = in_groups(ctx->arena, secret);
    out->link = otp_link(ctx->arena, "leadgen", email, secret);
    return true;
}

bool
totp_begin(struct ctx *ctx, int64_t user_id)
{
    const char *sealed = NULL;
    return secret_seal(ctx, otp_secret(ctx->arena), bound_to(ctx->arena, user_id), &sealed) &&
           db_exec(ctx, &SQL_SECOND_FACTOR_BEGIN, DB_ARGS(DB_STR(sealed)), NULL);
}

static const char *const *
new_codes(struct arena *arena, const char **codes)
{
    const char **hashes = ARENA_ARRAY(arena, TOTP_RECOVERY_CODES, const char *);
    for (size_t i = 0; i < TOTP_RECOVERY_CODES; i++) {
        codes[i] = password_random(arena);
        hashes[i] = recovery_hash(arena, plain(arena, codes[i]));
    }
    return hashes;
}

bool
totp_confirm(struct ctx *ctx, int64_t user_id, const char *code, const char **codes)
{
    struct factor factor = {0};
    bool found = false;
    if (!read_factor(ctx, &factor, &found))
        return false;
    if (!found || factor.confirmed_at)
        return err_raise(ctx, ERR_CONFLICT,
                         "Begin again: there is no new second factor to confirm.");
    struct totp_answer answer;
    if (!totp_check(ctx, user_id, factor.secret, factor.last_step, code, &answer))
        return false;
    if (!answer.fits || answer.recovery_hash)
        return err_field(ctx, ERR_INPUT, "code",
                         "This code does not fit. Check the clock of your phone and type the code "
                         "that the app shows now.");
    int64_t done;
    const char *const *hashes = new_codes(ctx->arena, codes);
    if (!db_i64(ctx, &SQL_SECOND_FACTOR_CONFIRM,
                DB_ARGS(DB_I64(answer.step), DB_STRS(hashes, TOTP_RECOVERY_CODES)), &done))
        return false;
    return done ||
           err_raise(ctx, ERR_CONFLICT, "Begin again: there is no new second factor to confirm.");
}

bool
totp_renew_codes(struct ctx *ctx, const char **codes)
{
    int64_t done;
    const char *const *hashes = new_codes(ctx->arena, codes);
    if (!db_i64(ctx, &SQL_RECOVERY_CODES_RENEW, DB_ARGS(DB_STRS(hashes, TOTP_RECOVERY_CODES)),
                &done))
        return false;
    return done || err_raise(ctx, ERR_NOT_FOUND, "The second factor is off.");
}

bool
totp_remove(struct ctx *ctx)
{
    int64_t done;
    if (!db_i64(ctx, &SQL_SECOND_FACTOR_REMOVE, DB_NO_ARGS, &done))
        return false;
    return done || err_raise(ctx, ERR_NOT_FOUND, "The second factor is off.");
}
