/* Secrets at rest: passwords of relays, keys of services, seeds of one-time codes. Sealed with the
 * keys named "seal" of the key file (keyring.h), which lies outside the database: the newest seals,
 * all of them unseal. Each value is bound to whom it belongs to, so one copied to another row does
 * not open. Called by domain. Never logs what it is given. */
#ifndef LEADGEN_BASE_SECRET_H
#define LEADGEN_BASE_SECRET_H

#include "base/err.h"

/* Seals a text; `bound` (whose secret it is, "tenant 7 sender 12") must be the same at unsealing.
 * The result is base64url. UNAVAILABLE as keyring_get. */
MUST_CHECK bool secret_seal(struct ctx *ctx, const char *plain, const char *bound,
                            const char **sealed);

/* UNAVAILABLE as keyring_get, and when no key of the ring opens the text: the key is gone, or the
 * text is not what was sealed. */
MUST_CHECK bool secret_unseal(struct ctx *ctx, const char *sealed, const char *bound,
                              const char **plain);

#endif
