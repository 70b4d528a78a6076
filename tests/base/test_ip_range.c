/* Which addresses may be called. */
#include "support/test.h"

#include "base/ip_range.h"

static void
tells_public_addresses(void **state)
{
    (void)state;
    static const struct {
        const char *address;
        bool want;
    } cases[] = {
        {"8.8.8.8",              true },
        {"1.1.1.1",              true },
        {"127.0.0.1",            false},
        {"127.9.9.9",            false},
        {"10.0.0.1",             false},
        {"172.15.255.255",       true },
        {"172.16.0.1",           false},
        {"172.31.255.255",       false},
        {"172.32.0.1",           true },
        {"192.168.1.1",          false},
        {"169.254.169.254",      false},
        {"0.0.0.0",              false},
        {"100.64.0.1",           false},
        {"100.128.0.1",          true },
        {"224.0.0.1",            false},
        {"255.255.255.255",      false},
        {"198.19.0.1",           false},
        {"192.0.2.1",            false},
        {"203.0.113.9",          false},
        {"::1",                  false},
        {"::",                   false},
        {"fe80::1",              false},
        {"fc00::1",              false},
        {"fd12::1",              false},
        {"ff02::1",              false},
        {"2001:db8::1",          false},
        {"2002:7f00:1::",        false},
        {"2001::1",              false},
        {"2606:4700::1111",      true },
        {"2001:4860:4860::8888", true },
        {"::ffff:127.0.0.1",     false},
        {"::ffff:8.8.8.8",       true },
        {"::127.0.0.1",          false},
        {"64:ff9b::7f00:1",      false},
        {"localhost",            false},
        {"",                     false},
        {"127.1",                false},
        {"0x7f.1",               false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (ip_range_is_public(cases[i].address) != cases[i].want)
            fail_msg("%s", cases[i].address);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_public_addresses),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
