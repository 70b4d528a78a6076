/* The keys of this installation, from the file LEADGEN_KEYFILE: one line each, "NAME SECRET", where
 * SECRET is at least 32 characters. Lines of the same name are a ring: the first is used for new
 * values, the others still open old ones. The file lies outside the database and its backups. */
#ifndef LEADGEN_BASE_KEYRING_H
#define LEADGEN_BASE_KEYRING_H

#include "base/err.h"

enum { KEYRING_MOST = 16 };

struct keyring {
    const char *secrets[KEYRING_MOST]; /* newest first */
    size_t n;
};

/* The keys of a name, in ctx->arena. UNAVAILABLE, with what to do: the file is missing or not
 * readable, has no key of that name, or one that is too short. */
MUST_CHECK bool keyring_get(struct ctx *ctx, const char *name, struct keyring *out);

#endif
