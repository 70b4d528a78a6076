/* Which addresses are of the open internet: the borders of every closed range. */
#include "support/test.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include "base/address.h"

static void
closes_what_is_private(void **state)
{
    static const char *const closed[] = {
        "0.0.0.0",
        "0.255.255.255",
        "10.0.0.1",
        "100.64.0.1",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.255.254",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.8",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.1.1",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.7",
        "203.0.113.9",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::7f00:1",
        "::ffff:127.0.0.1",
        "::ffff:8.8.8.8",
        "64:ff9b::7f00:1",
        "64:ff9b:1::1",
        "100::1",
        "fc00::1",
        "fdff::1",
        "fe80::1",
        "febf::1",
        "fec0::1",
        "ff02::1",
        "2001:db8::1",
        "2001::1",
        "2002:7f00:1::1",
        "3fff::1",
        "4000::1",
        "no address",
        "127.1",
        "",
    };
    (void)state;
    for (size_t i = 0; i < sizeof closed / sizeof *closed; i++)
        if (address_text_is_public(closed[i]))
            fail_msg("%s is public", closed[i]);
}

static void
opens_the_rest(void **state)
{
    static const char *const open[] = {
        "1.1.1.1",        "9.255.255.255",  "11.0.0.0",     "100.63.255.255", "100.128.0.0",
        "126.255.255.25", "128.0.0.1",      "169.253.0.1",  "169.255.0.1",    "172.15.255.255",
        "172.32.0.0",     "192.0.1.1",      "192.167.0.1",  "192.169.0.1",    "198.17.0.1",
        "198.20.0.1",     "223.255.255.25", "2001:4860::1", "2606:4700::1",   "2a00:1450::1",
    };
    (void)state;
    for (size_t i = 0; i < sizeof open / sizeof *open; i++)
        if (!address_text_is_public(open[i]))
            fail_msg("%s is closed", open[i]);
}

static void
reads_sockets(void **state)
{
    (void)state;
    struct sockaddr_in v4 = {.sin_family = AF_INET};
    struct sockaddr_in6 v6 = {.sin6_family = AF_INET6};
    struct sockaddr other = {.sa_family = AF_UNIX};
    inet_pton(AF_INET, "8.8.8.8", &v4.sin_addr);
    inet_pton(AF_INET6, "::ffff:8.8.8.8", &v6.sin6_addr);
    assert_true(address_is_public((const struct sockaddr *)&v4));
    assert_false(address_is_public((const struct sockaddr *)&v6));
    assert_false(address_is_public(&other));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(closes_what_is_private),
        cmocka_unit_test(opens_the_rest),
        cmocka_unit_test(reads_sockets),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
