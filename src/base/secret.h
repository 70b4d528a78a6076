/* Secrets at rest: sealed under a key of the key file, which lies outside the database. A line of
 * the file is an id and 32 bytes in hex ("1 8f3a…"); the last one seals, all of them unseal, so a
 * key is changed by adding a line. Called by domain. Never logs what it is given. */
#ifndef LEADGEN_BASE_SECRET_H
#define LEADGEN_BASE_SECRET_H

#include "base/err.h"

/* Seals a text; `bound` (whose secret it is) must be the same at unsealing. The result is
 * "<key id>:<base64url>". UNAVAILABLE: there is no key file, or it is not as it should be. */
MUST_CHECK bool secret_seal(struct ctx *ctx, const char *plain, const char *bound,
                            const char **sealed);

/* UNAVAILABLE: the key file does not have the key, or the text is not what was sealed. */
MUST_CHECK bool secret_unseal(struct ctx *ctx, const char *sealed, const char *bound,
                              const char **plain);

#endif
