/* SHA-256 by the processor's own instructions where it has them: some ten times as fast as portable C, but
 * slower to begin. Called by token.c for what is long. Of OpenSSL's stem; keeps nothing. */
#ifndef LEADGEN_BASE_OSSL_HASH_H
#define LEADGEN_BASE_OSSL_HASH_H

#include <stddef.h>

enum { OSSL_HASH_BYTES = 32 };

void ossl_hash_sha256(const void *bytes, size_t length, unsigned char out[OSSL_HASH_BYTES]);

#endif
