/* Passwords: which are allowed, and whether one is right. Called by the other files of this area.
 * A password is never logged and never stored. */
#ifndef LEADGEN_DOMAIN_ACCOUNT_PASSWORD_H
#define LEADGEN_DOMAIN_ACCOUNT_PASSWORD_H

#include <stdbool.h>

#include "base/err.h"

enum { PASSWORD_LEAST = 10, PASSWORD_MOST = 200 };

/* Whether a new password may be taken, typed twice the same: 10 to 200 characters, not common, not
 * the address or the name of its owner. INPUT on the fields password and confirm. */
MUST_CHECK bool password_allow(struct ctx *ctx, const char *password, const char *confirm,
                               const char *email, const char *name);

/* Compares passwords with hashes; token_password_matches, or a test's own. */
typedef bool password_matches_fn(const char *hash, const char *password);

/* True when the password belongs to the hash. Without a hash it takes as long and is false. */
bool password_matches(password_matches_fn *matches, const char *hash, const char *password);

/* A random one that people can copy: four groups of five letters and digits, 100 bits. */
char *password_random(struct arena *arena);

#endif
