/* One-time passwords. See otp.h. SHA-1 is written out here because libsodium has none. */
#include "base/otp.h"

#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "base/token.h"

enum { BLOCK = 64, SECRET_BYTES = 20 };

static const char base32[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

static uint32_t
rotate(uint32_t word, unsigned by)
{
    return word << by | word >> (32 - by);
}

static void
sha1_block(uint32_t state[5], const unsigned char block[BLOCK])
{
    uint32_t w[80];
    for (size_t i = 0; i < 16; i++)
        w[i] = (uint32_t)block[4 * i] << 24 | (uint32_t)block[4 * i + 1] << 16 |
               (uint32_t)block[4 * i + 2] << 8 | block[4 * i + 3];
    for (size_t i = 16; i < 80; i++)
        w[i] = rotate(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
    uint32_t a = state[0], b = state[1], c = state[2], d = state[3], e = state[4];
    for (size_t i = 0; i < 80; i++) {
        uint32_t f = i < 20   ? ((b & c) | (~b & d)) + 0x5A827999
                     : i < 40 ? (b ^ c ^ d) + 0x6ED9EBA1
                     : i < 60 ? ((b & c) | (b & d) | (c & d)) + 0x8F1BBCDC
                              : (b ^ c ^ d) + 0xCA62C1D6;
        uint32_t next = rotate(a, 5) + f + e + w[i];
        e = d;
        d = c;
        c = rotate(b, 30);
        b = a;
        a = next;
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
    state[4] += e;
}

struct sha1 {
    uint32_t state[5];
    unsigned char block[BLOCK];
    uint64_t length;
};

static void
sha1_begin(struct sha1 *sha)
{
    *sha = (struct sha1){
        {0x67452301,  0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0},
        {0},
        0
    };
}

static void
sha1_add(struct sha1 *sha, const unsigned char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        sha->block[sha->length++ % BLOCK] = bytes[i];
        if (sha->length % BLOCK == 0)
            sha1_block(sha->state, sha->block);
    }
}

static void
sha1_end(struct sha1 *sha, unsigned char out[OTP_SHA1_SIZE])
{
    uint64_t bits = sha->length * 8;
    sha1_add(sha, (const unsigned char *)"\x80", 1);
    while (sha->length % BLOCK != BLOCK - 8)
        sha1_add(sha, (const unsigned char *)"", 1);
    unsigned char size[8];
    for (size_t i = 0; i < 8; i++)
        size[i] = (unsigned char)(bits >> (56 - 8 * i));
    sha1_add(sha, size, sizeof size);
    for (size_t i = 0; i < OTP_SHA1_SIZE; i++)
        out[i] = (unsigned char)(sha->state[i / 4] >> (24 - 8 * (i % 4)));
}

void
otp_hmac_sha1(const unsigned char *key, size_t key_length, const unsigned char *message,
              size_t length, unsigned char out[OTP_SHA1_SIZE])
{
    unsigned char pad[BLOCK] = {0}, inner[OTP_SHA1_SIZE];
    struct sha1 sha;
    if (key_length > BLOCK) {
        sha1_begin(&sha);
        sha1_add(&sha, key, key_length);
        sha1_end(&sha, pad);
    } else {
        memcpy(pad, key, key_length);
    }
    for (size_t i = 0; i < BLOCK; i++)
        pad[i] ^= 0x36;
    sha1_begin(&sha);
    sha1_add(&sha, pad, BLOCK);
    sha1_add(&sha, message, length);
    sha1_end(&sha, inner);
    for (size_t i = 0; i < BLOCK; i++)
        pad[i] ^= 0x36 ^ 0x5C;
    sha1_begin(&sha);
    sha1_add(&sha, pad, BLOCK);
    sha1_add(&sha, inner, sizeof inner);
    sha1_end(&sha, out);
}

char *
otp_secret(struct arena *arena)
{
    size_t length = 0;
    const char *random = token_base64_read(arena, token_random(arena, SECRET_BYTES), &length);
    char *out = arena_alloc(arena, SECRET_BYTES * 8 / 5 + 1);
    size_t at = 0;
    unsigned bits = 0, held = 0;
    for (size_t i = 0; i < length; i++) {
        held = (held << 8 | (unsigned char)random[i]) & 0xFFF;
        for (bits += 8; bits >= 5; bits -= 5)
            out[at++] = base32[held >> (bits - 5) & 31];
    }
    return out;
}

static bool
read_base32(const char *text, unsigned char *out, size_t *length)
{
    unsigned bits = 0, held = 0;
    *length = 0;
    for (; *text && *text != '='; text++) {
        char c = *text;
        if (c == ' ')
            continue;
        if (c >= 'a' && c <= 'z')
            c = (char)(c - 'a' + 'A');
        const char *sign = strchr(base32, c);
        if (!sign)
            return false;
        held = (held << 5 | (unsigned)(sign - base32)) & 0xFFF;
        bits += 5;
        if (bits >= 8) {
            bits -= 8;
            out[(*length)++] = (unsigned char)(held >> bits);
        }
    }
    return true;
}

char *
otp_code(struct arena *arena, const char *secret, uint64_t counter, int digits)
{
    unsigned char *key = arena_alloc(arena, strlen(secret) + 1);
    unsigned char message[8], mac[OTP_SHA1_SIZE];
    size_t length = 0;
    if (!read_base32(secret, key, &length))
        return NULL;
    for (size_t i = 0; i < sizeof message; i++)
        message[i] = (unsigned char)(counter >> (56 - 8 * i));
    otp_hmac_sha1(key, length, message, sizeof message, mac);
    size_t at = mac[OTP_SHA1_SIZE - 1] & 15;
    uint32_t number = (uint32_t)(mac[at] & 0x7F) << 24 | (uint32_t)mac[at + 1] << 16 |
                      (uint32_t)mac[at + 2] << 8 | mac[at + 3];
    uint32_t most = 1;
    for (int i = 0; i < digits; i++)
        most *= 10;
    return arena_printf(arena, "%0*" PRIu32, digits, number % most);
}

/* Letters, digits and - . _ ~ @ stay, everything else is percent-encoded. */
static const char *
encode(struct arena *arena, const char *text)
{
    char *out = arena_alloc(arena, strlen(text) * 3 + 1);
    size_t at = 0;
    for (; *text; text++) {
        unsigned char c = (unsigned char)*text;
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
            strchr("-._~@", c))
            out[at++] = (char)c;
        else
            at += (size_t)snprintf(out + at, 4, "%%%02X", c);
    }
    return out;
}

char *
otp_link(struct arena *arena, const char *issuer, const char *account, const char *secret)
{
    const char *by = encode(arena, issuer);
    return arena_printf(arena, "otpauth://totp/%s:%s?secret=%s&issuer=%s", by,
                        encode(arena, account), secret, by);
}
