/* Secrets and randomness: tokens, hashes, keyed hashes, passwords, sealed values. The only stem
 * that includes libsodium. Called by web (sessions, CSRF) and domain (accounts, secrets).
 * It never logs and never stores what it is given. */
#ifndef LEADGEN_BASE_TOKEN_H
#define LEADGEN_BASE_TOKEN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/err.h"

/* `bytes` random bytes (16 to 64) as base64url without padding: what goes into links and cookies. */
char *token_random(struct arena *arena, size_t bytes);

/* SHA-256 in lower-case hex: what the database keeps of a token. */
char *token_sha256(struct arena *arena, const void *bytes, size_t length);

/* SHA-256 of bytes that come in pieces, in lower-case hex. */
struct token_hash;
struct token_hash *token_hash_new(struct arena *arena);
void token_hash_add(struct token_hash *hash, const void *bytes, size_t length);
char *token_hash_end(struct arena *arena, struct token_hash *hash);

/* HMAC-SHA-256 of `text` under `key` (any length), base64url without padding, 43 characters. */
char *token_mac(struct arena *arena, const char *key, const char *text);

/* Compares two strings in a time that tells nothing of where they differ. */
bool token_equal(const char *a, const char *b);

/* Base64url without padding. token_base64_read gives NULL for text that is not. */
char *token_base64(struct arena *arena, const void *bytes, size_t length);
char *token_base64_read(struct arena *arena, const char *text, size_t *length);

/* Argon2id, 19 MiB and 3 passes, in the standard text form (about 20 ms). UNAVAILABLE when there is
 * not enough memory. */
MUST_CHECK bool token_password_hash(struct ctx *ctx, const char *password, const char **hash);

/* True when the password belongs to the hash; any hash of argon2id is understood. */
bool token_password_matches(const char *hash, const char *password);

/* Encrypts (XChaCha20-Poly1305) under a 32-byte key; `bound` is text that must be the same at
 * opening (whose secret it is). The result is base64url. */
enum { TOKEN_KEY_SIZE = 32 };
char *token_seal(struct arena *arena, const unsigned char key[TOKEN_KEY_SIZE], const char *plain,
                 const char *bound);

/* The plain text, or NULL when key, bound or bytes are not those of the sealing. */
char *token_unseal(struct arena *arena, const unsigned char key[TOKEN_KEY_SIZE], const char *sealed,
                   const char *bound);

#endif
