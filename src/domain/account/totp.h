/* The second factor: codes of an app by the clock (RFC 6238), and recovery codes on paper. Called by
 * login.c and the page of the account. The secret is stored sealed under the key file, bound to its
 * account; recovery codes are stored as hashes. */
#ifndef LEADGEN_DOMAIN_ACCOUNT_TOTP_H
#define LEADGEN_DOMAIN_ACCOUNT_TOTP_H

#include <stdint.h>

#include "base/err.h"

enum { TOTP_RECOVERY_CODES = 10 };

/* What a typed code is good for. */
struct totp_answer {
    bool fits;
    int64_t step;              /* of a code of the app: it and older ones are used up */
    const char *recovery_hash; /* of what may be a recovery code, else NULL: the database knows */
};

/* Looks at a code (blanks and hyphens do not count): of the app, within one step of 30 seconds
 * either way and newer than last_step, or of the form of a recovery code. UNAVAILABLE: the key file
 * is missing or does not open the secret. */
MUST_CHECK bool totp_check(struct ctx *ctx, int64_t user_id, const char *sealed, int64_t last_step,
                           const char *code, struct totp_answer *out);

/* The caller's own factor. */
struct totp_state {
    bool begun, on;
    const char *secret; /* begun and not on: to be typed into the app, in groups of four */
    const char *link;   /* the same as otpauth: link, for a QR code */
    int64_t codes_left;
};
MUST_CHECK bool totp_read(struct ctx *ctx, int64_t user_id, const char *email,
                          struct totp_state *out);

/* Makes a new secret for the caller. CONFLICT: a factor is on already. UNAVAILABLE: no key file. */
MUST_CHECK bool totp_begin(struct ctx *ctx, int64_t user_id);

/* Puts the begun secret in force with a code of the app; `codes` gets TOTP_RECOVERY_CODES texts,
 * which are shown this once. INPUT on code. */
MUST_CHECK bool totp_confirm(struct ctx *ctx, int64_t user_id, const char *code,
                             const char **codes);

/* New recovery codes instead of the old ones. NOT_FOUND: no factor is on. */
MUST_CHECK bool totp_renew_codes(struct ctx *ctx, const char **codes);

/* Switches the caller's factor off. */
MUST_CHECK bool totp_remove(struct ctx *ctx);

#endif
