/* Signing in: password, then a code where the account has a second factor. Called by the sign-in and
 * link pages. Whoever tries learns the same, and waits as long, whether the account exists or not;
 * every try is counted before the password is looked at. The caller commits also when the answer is
 * no, because the count must stay. */
#ifndef LEADGEN_DOMAIN_ACCOUNT_LOGIN_H
#define LEADGEN_DOMAIN_ACCOUNT_LOGIN_H

#include <stdint.h>

#include "domain/account/password.h"
#include "domain/account/session.h"

enum login_outcome {
    LOGIN_IN,     /* signed in: token is the session's */
    LOGIN_STEP,   /* the password was right; token is that of the second step */
    LOGIN_WRONG,  /* tries_left before a pause */
    LOGIN_PAUSED, /* too many tries: wait seconds */
    LOGIN_GONE    /* the second step took too long: begin again */
};

struct login_result {
    enum login_outcome outcome;
    int64_t user_id;   /* of LOGIN_IN and LOGIN_STEP */
    const char *token; /* for the cookie */
    int64_t seconds;   /* life of the cookie, 0: until the browser closes */
    int64_t tries_left, wait;
};

/* The key of an address as somebody typed it. */
const char *login_email_key(struct arena *arena, const char *typed);

/* Looks at a password and nothing more: LOGIN_IN here only says that it is right. For what asks for
 * the password again. */
MUST_CHECK bool login_check(struct ctx *ctx, const char *email, const char *password,
                            const char *address, password_matches_fn *matches,
                            struct login_result *out, bool *has_second_factor);

/* Signs in with a password. */
MUST_CHECK bool login_password(struct ctx *ctx, const char *email, const char *password, bool keep,
                               struct session_place place, struct login_result *out);

/* What follows a right password: the session, or the second step. */
MUST_CHECK bool login_admit(struct ctx *ctx, int64_t user_id, bool has_second_factor, bool keep,
                            struct session_place place, struct login_result *out);

/* Seconds that a second step may take. */
enum { LOGIN_STEP_SECONDS = 600 };

/* Whose second step a token is; *email is NULL when it is none or took too long. */
MUST_CHECK bool login_step_read(struct ctx *ctx, const char *token, const char **email);

/* The second step, with a code of the app or a recovery code. */
MUST_CHECK bool login_step(struct ctx *ctx, const char *token, const char *code,
                           struct session_place place, struct login_result *out);

#endif
