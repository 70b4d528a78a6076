/* Special-purpose address ranges. See ip_range.h. */
#include "base/ip_range.h"

#include <arpa/inet.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct range {
    uint8_t bytes[16];
    unsigned bits;
};

static const struct range four[] = {
    {{0},            8 }, /* this network */
    {{10},           8 },
    {{100, 64},      10}, /* shared */
    {{127},          8 },
    {{169, 254},     16},
    {{172, 16},      12},
    {{192, 0, 0},    24},
    {{192, 0, 2},    24},
    {{192, 31, 196}, 24},
    {{192, 52, 193}, 24},
    {{192, 88, 99},  24},
    {{192, 168},     16},
    {{192, 175, 48}, 24},
    {{198, 18},      15},
    {{198, 51, 100}, 24},
    {{203, 0, 113},  24},
    {{224},          3 }, /* multicast, reserved, broadcast */
};

/* Of 2000::/3, all else is not routed. */
static const struct range six[] = {
    {{0x20, 0x01, 0, 0},             23}, /* protocols, Teredo */
    {{0x20, 0x01, 0x0d, 0xb8},       32},
    {{0x20, 0x02},                   16}, /* 6to4 holds an IPv4 address */
    {{0x26, 0x20, 0, 0x4f, 0x80, 0}, 48},
    {{0x3f, 0xff},                   20},
};

static bool
is_in(const uint8_t *bytes, const struct range *range)
{
    size_t whole = range->bits / 8;
    unsigned rest = range->bits % 8;
    if (memcmp(bytes, range->bytes, whole) != 0)
        return false;
    return !rest || (bytes[whole] ^ range->bytes[whole]) >> (8 - rest) == 0;
}

static bool
four_is_public(const uint8_t bytes[4])
{
    for (size_t i = 0; i < sizeof four / sizeof *four; i++)
        if (is_in(bytes, &four[i]))
            return false;
    return true;
}

bool
ip_range_is_public(const char *address)
{
    static const uint8_t mapped[12] = {[10] = 0xff, [11] = 0xff};
    uint8_t bytes[16];
    if (inet_pton(AF_INET, address, bytes) == 1)
        return four_is_public(bytes);
    if (inet_pton(AF_INET6, address, bytes) != 1)
        return false;
    if (!memcmp(bytes, mapped, sizeof mapped))
        return four_is_public(bytes + 12);
    if (bytes[0] >> 5 != 1)
        return false;
    for (size_t i = 0; i < sizeof six / sizeof *six; i++)
        if (is_in(bytes, &six[i]))
            return false;
    return true;
}
