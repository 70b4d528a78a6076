/* Ranges of addresses, after the IANA special-purpose registries. See address.h. */
#include "base/address.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* The first `bits` of an address that no stranger may send us to. */
struct range4 {
    uint32_t first;
    int bits;
};
static const struct range4 closed4[] = {
    {0x00000000, 8 }, /* "this" network: Linux takes 0.0.0.0 for itself */
    {0x0A000000, 8 }, /* private */
    {0x64400000, 10}, /* shared by carriers */
    {0x7F000000, 8 }, /* loopback */
    {0xA9FE0000, 16}, /* link-local: metadata of clouds */
    {0xAC100000, 12}, /* private */
    {0xC0000000, 24}, /* protocol assignments */
    {0xC0000200, 24}, /* documentation */
    {0xC0586300, 24}, /* 6to4 relays */
    {0xC0A80000, 16}, /* private */
    {0xC6120000, 15}, /* benchmarks */
    {0xC6336400, 24}, /* documentation */
    {0xCB007100, 24}, /* documentation */
    {0xE0000000, 3 }, /* multicast, reserved, broadcast */
};

struct range6 {
    unsigned char first[16];
    int bits;
};
/* Of 2000::/3; everything outside of it is closed. */
static const struct range6 closed6[] = {
    {{0x20, 0x01, 0x00, 0x00}, 23}, /* protocol assignments, Teredo, benchmarks */
    {{0x20, 0x01, 0x0D, 0xB8}, 32}, /* documentation */
    {{0x20, 0x02},             16}, /* 6to4: an IPv4 address inside */
    {{0x3F, 0xFF},             20}, /* documentation */
};

static bool
is_public4(const struct in_addr *address)
{
    uint32_t number = ntohl(address->s_addr);
    for (size_t i = 0; i < sizeof closed4 / sizeof *closed4; i++)
        if (((number ^ closed4[i].first) >> (32 - closed4[i].bits)) == 0)
            return false;
    return true;
}

static bool
begins(const unsigned char *bytes, const unsigned char *first, int bits)
{
    size_t whole = (size_t)bits / 8;
    int rest = bits % 8;
    return memcmp(bytes, first, whole) == 0 &&
           (rest == 0 || ((bytes[whole] ^ first[whole]) >> (8 - rest)) == 0);
}

static bool
is_public6(const struct in6_addr *address)
{
    static const unsigned char global[] = {0x20};
    if (!begins(address->s6_addr, global, 3))
        return false;
    for (size_t i = 0; i < sizeof closed6 / sizeof *closed6; i++)
        if (begins(address->s6_addr, closed6[i].first, closed6[i].bits))
            return false;
    return true;
}

bool
address_is_public(const struct sockaddr *address)
{
    struct sockaddr_in v4;
    struct sockaddr_in6 v6;
    if (address->sa_family == AF_INET) {
        memcpy(&v4, address, sizeof v4);
        return is_public4(&v4.sin_addr);
    }
    if (address->sa_family == AF_INET6) {
        memcpy(&v6, address, sizeof v6);
        return is_public6(&v6.sin6_addr);
    }
    return false;
}

bool
address_text_is_public(const char *text)
{
    struct in_addr v4;
    struct in6_addr v6;
    if (inet_pton(AF_INET, text, &v4) == 1)
        return is_public4(&v4);
    return inet_pton(AF_INET6, text, &v6) == 1 && is_public6(&v6);
}
