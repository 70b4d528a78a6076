/* Sealed secrets. See secret.h. */
#include "base/secret.h"

#include <string.h>

#include "base/keyring.h"
#include "base/token.h"

/* A line of the key file is text of any length; a cipher wants 32 bytes. */
static void
key_of(struct arena *arena, const char *secret, unsigned char key[TOKEN_KEY_SIZE])
{
    size_t length = 0;
    const char *mac = token_mac(arena, secret, "seal");
    const char *bytes = token_base64_read(arena, mac, &length);
    memset(key, 0, TOKEN_KEY_SIZE);
    if (bytes)
        memcpy(key, bytes, length < TOKEN_KEY_SIZE ? length : TOKEN_KEY_SIZE);
}

bool
secret_seal(struct ctx *ctx, const char *plain, const char *bound, const char **sealed)
{
    struct keyring ring;
    unsigned char key[TOKEN_KEY_SIZE];
    if (!keyring_get(ctx, "seal", &ring))
        return false;
    key_of(ctx->arena, ring.secrets[0], key);
    *sealed = token_seal(ctx->arena, key, plain, bound);
    return true;
}

bool
secret_unseal(struct ctx *ctx, const char *sealed, const char *bound, const char **plain)
{
    struct keyring ring;
    unsigned char key[TOKEN_KEY_SIZE];
    if (!keyring_get(ctx, "seal", &ring))
        return false;
    for (size_t i = 0; i < ring.n; i++) {
        key_of(ctx->arena, ring.secrets[i], key);
        *plain = token_unseal(ctx->arena, key, sealed, bound);
        if (*plain)
            return true;
    }
    return err_raise(ctx, ERR_UNAVAILABLE, "The key file has no key that opens this secret.");
}
