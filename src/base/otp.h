/* One-time passwords by counter (RFC 4226) and by clock (RFC 6238), with SHA-1, which is what the
 * apps speak. Pure. Called by domain. */
#ifndef LEADGEN_BASE_OTP_H
#define LEADGEN_BASE_OTP_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/* A new secret of 160 bits in base32. */
char *otp_secret(struct arena *arena);

/* The code of a secret (base32; blanks and case do not matter) at a counter, or at a step of the
 * clock; 6 to 8 digits. NULL when the secret is not base32. */
char *otp_code(struct arena *arena, const char *secret, uint64_t counter, int digits);

/* The otpauth: link that apps take: 6 digits, 30 seconds. */
char *otp_link(struct arena *arena, const char *issuer, const char *account, const char *secret);

/* HMAC-SHA-1 of a message. */
enum { OTP_SHA1_SIZE = 20 };
void otp_hmac_sha1(const unsigned char *key, size_t key_length, const unsigned char *message,
                   size_t length, unsigned char out[OTP_SHA1_SIZE]);

#endif
