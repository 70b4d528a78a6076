/* Tokens, hashes, passwords, sealing. See token.h. */
#include "base/token.h"

#include <assert.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/ossl_hash.h"

enum { RANDOM_MOST = 64, BASE64_KIND = sodium_base64_VARIANT_URLSAFE_NO_PADDING };
enum { LONG_BYTES = 4096 };
enum { NONCE = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES };
enum { TAG = crypto_aead_xchacha20poly1305_ietf_ABYTES };

/* sodium_init is cheap when done already; without it random bytes may be weak, so no way around. */
static void
ready(void)
{
    if (sodium_init() < 0) {
        fprintf(stderr, "libsodium does not start\n");
        abort();
    }
}

char *
token_base64(struct arena *arena, const void *bytes, size_t length)
{
    size_t size = sodium_base64_encoded_len(length, BASE64_KIND);
    char *text = arena_alloc(arena, size);
    sodium_bin2base64(text, size, bytes, length, BASE64_KIND);
    return text;
}

char *
token_base64_read(struct arena *arena, const char *text, size_t *length)
{
    size_t size = strlen(text);
    char *bytes = arena_alloc(arena, size + 1);
    const char *end = NULL;
    if (sodium_base642bin((unsigned char *)bytes, size, text, size, NULL, length, &end,
                          BASE64_KIND) != 0 ||
        end != text + size)
        return NULL;
    bytes[*length] = '\0';
    return bytes;
}

char *
token_random(struct arena *arena, size_t bytes)
{
    assert(bytes >= 16 && bytes <= RANDOM_MOST);
    ready();
    unsigned char raw[RANDOM_MOST];
    randombytes_buf(raw, bytes);
    char *text = token_base64(arena, raw, bytes);
    sodium_memzero(raw, sizeof raw);
    return text;
}

struct token_hash {
    crypto_hash_sha256_state state;
};

struct token_hash *
token_hash_new(struct arena *arena)
{
    struct token_hash *hash = ARENA_NEW(arena, struct token_hash);
    crypto_hash_sha256_init(&hash->state);
    return hash;
}

void
token_hash_add(struct token_hash *hash, const void *bytes, size_t length)
{
    crypto_hash_sha256_update(&hash->state, bytes, length);
}

char *
token_hash_end(struct arena *arena, struct token_hash *hash)
{
    unsigned char digest[crypto_hash_sha256_BYTES];
    char *text = arena_alloc(arena, 2 * sizeof digest + 1);
    crypto_hash_sha256_final(&hash->state, digest);
    return sodium_bin2hex(text, 2 * sizeof digest + 1, digest, sizeof digest);
}

char *
token_sha256(struct arena *arena, const void *bytes, size_t length)
{
    unsigned char hash[crypto_hash_sha256_BYTES];
    if (length < LONG_BYTES)
        crypto_hash_sha256(hash, bytes, length);
    else
        ossl_hash_sha256(bytes, length, hash);
    char *hex = arena_alloc(arena, sizeof hash * 2 + 1);
    sodium_bin2hex(hex, sizeof hash * 2 + 1, hash, sizeof hash);
    return hex;
}

char *
token_mac(struct arena *arena, const char *key, const char *text)
{
    unsigned char mac[crypto_auth_hmacsha256_BYTES];
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, (const unsigned char *)key, strlen(key));
    crypto_auth_hmacsha256_update(&state, (const unsigned char *)text, strlen(text));
    crypto_auth_hmacsha256_final(&state, mac);
    sodium_memzero(&state, sizeof state);
    return token_base64(arena, mac, sizeof mac);
}

bool
token_equal(const char *a, const char *b)
{
    size_t length = strlen(a);
    return length == strlen(b) && sodium_memcmp(a, b, length) == 0;
}

bool
token_password_hash(struct ctx *ctx, const char *password, const char **hash)
{
    ready();
    char *text = arena_alloc(ctx->arena, crypto_pwhash_STRBYTES);
    if (crypto_pwhash_str_alg(text, password, strlen(password), 3, 19U * 1024 * 1024,
                              crypto_pwhash_ALG_ARGON2ID13) != 0)
        return err_raise(ctx, ERR_UNAVAILABLE, "not enough memory to hash a password");
    *hash = text;
    return true;
}

bool
token_password_matches(const char *hash, const char *password)
{
    ready();
    return crypto_pwhash_str_verify(hash, password, strlen(password)) == 0;
}

char *
token_seal(struct arena *arena, const unsigned char key[TOKEN_KEY_SIZE], const char *plain,
           const char *bound)
{
    ready();
    size_t length = strlen(plain);
    unsigned char *sealed = arena_alloc(arena, NONCE + length + TAG);
    randombytes_buf(sealed, NONCE);
    unsigned long long written = 0;
    crypto_aead_xchacha20poly1305_ietf_encrypt(
        sealed + NONCE, &written, (const unsigned char *)plain, length,
        (const unsigned char *)bound, strlen(bound), NULL, sealed, key);
    return token_base64(arena, sealed, NONCE + (size_t)written);
}

char *
token_unseal(struct arena *arena, const unsigned char key[TOKEN_KEY_SIZE], const char *sealed,
             const char *bound)
{
    size_t length = 0;
    const char *raw = token_base64_read(arena, sealed, &length);
    if (!raw || length < (size_t)NONCE + TAG)
        return NULL;
    const unsigned char *bytes = (const unsigned char *)raw;
    unsigned char *plain = arena_alloc(arena, length);
    unsigned long long written = 0;
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(plain, &written, NULL, bytes + NONCE,
                                                   length - NONCE, (const unsigned char *)bound,
                                                   strlen(bound), bytes, key) != 0)
        return NULL;
    plain[written] = '\0';
    return (char *)plain;
}
