/* Time zones against the C library's own conversion. */
#include "support/test.h"

#include <time.h>

#include "base/zone.h"

static void
agrees_with_the_c_library(void **state)
{
    static const char *const names[] = {"UTC",
                                        "Europe/Prague",
                                        "America/New_York",
                                        "Asia/Kolkata",
                                        "Australia/Lord_Howe",
                                        "Pacific/Apia",
                                        "America/Sao_Paulo",
                                        "Africa/Casablanca",
                                        "Asia/Kathmandu"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const struct zone *zone = zone_read(*state, names[i]);
        setenv("TZ", names[i], 1);
        tzset();
        /* Odd steps from 1970 to 2037 meet every kind of border. */
        for (int64_t at = 0; at < 2114380800; at += 1234567) {
            time_t seconds = (time_t)at;
            struct tm tm;
            struct zone_time got;
            localtime_r(&seconds, &tm);
            zone_at(zone, at, &got);
            assert_int_equal(got.offset, tm.tm_gmtoff);
            assert_string_equal(got.name, tm.tm_zone);
        }
    }
    unsetenv("TZ");
}

static void
falls_back_to_utc(void **state)
{
    static const char *const names[] = {"",       "No/Such",  "../../etc/passwd", "/etc/passwd",
                                        "Europe", "tzdata.zi"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct zone_time got;
        zone_at(zone_read(*state, names[i]), 1795252353, &got);
        assert_int_equal(got.offset, 0);
        assert_string_equal(got.name, "UTC");
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(agrees_with_the_c_library, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(falls_back_to_utc, test_arena_open, test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
