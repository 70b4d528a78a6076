/* SHA-256 over OpenSSL. See ossl_hash.h. */
#include "base/ossl_hash.h"

#include <openssl/sha.h>

void
ossl_hash_sha256(const void *bytes, size_t length, unsigned char out[OSSL_HASH_BYTES])
{
    SHA256(bytes, length, out);
}
