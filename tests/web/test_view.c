/* Values as people read them, and addresses. */
#include "support/test.h"

#include "base/clock.h"
#include "web/view.h"

static struct page
page_for(struct arena *arena, const char *locale, const char *zone)
{
    struct ctx *ctx = ARENA_NEW(arena, struct ctx);
    struct auth_caller *caller = ARENA_NEW(arena, struct auth_caller);
    ctx->arena = arena;
    caller->locale = locale;
    caller->timezone = zone;
    return (struct page){
        .ctx = ctx, .caller = caller, .view = tree_new(arena), .path = "/kestrel/contacts"};
}

static void
groups_numbers(void **state)
{
    struct page pg = page_for(*state, "en", "UTC");
    assert_string_equal(view_number(&pg, 48210), "48,210");
    assert_string_equal(view_number(&pg, -999), "-999");
    assert_string_equal(view_number(&pg, -1000), "-1,000");
    assert_string_equal(view_number(&pg, INT64_MIN), "-9,223,372,036,854,775,808");
    pg = page_for(*state, "de-DE", "UTC");
    assert_string_equal(view_number(&pg, 48210), "48.210");
    pg = page_for(*state, "de-CH", "UTC");
    assert_string_equal(view_number(&pg, 48210), "48’210");
}

static void
shortens_sizes_and_durations(void **state)
{
    struct page pg = page_for(*state, "en", "UTC");
    static const struct {
        int64_t bytes;
        const char *want;
    } sizes[] = {
        {0,          "0 bytes"  },
        {999,        "999 bytes"},
        {1000,       "1 kB"     },
        {4150000,    "4.2 MB"   },
        {12345678,   "12 MB"    },
        {999999,     "1 MB"     },
        {512000000,  "512 MB"   },
        {1100000000, "1.1 GB"   }
    };
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        assert_string_equal(view_bytes(&pg, sizes[i].bytes), sizes[i].want);
    assert_string_equal(view_duration(*state, 40400), "40 s");
    assert_string_equal(view_duration(*state, 14 * 60000), "14 min");
    assert_string_equal(view_duration(*state, 5 * 3600000), "5 h");
    assert_string_equal(view_duration(*state, 48 * 3600000), "2 d");
}

static void
draws_widths(void **state)
{
    assert_string_equal(view_width(*state, 0, 10), "w-0");
    assert_string_equal(view_width(*state, 1, 100000), "w-1");
    assert_string_equal(view_width(*state, 5, 10), "w-50");
    assert_string_equal(view_width(*state, 11, 10), "w-100");
    assert_string_equal(view_width(*state, 1, 0), "w-0");
}

static void
tells_times_as_people_do(void **state)
{
    clock_hold(1795252353000); /* Sat 21 Nov 2026 09:12:33 UTC */
    static const struct {
        const char *zone;
        int64_t ago; /* seconds */
        const char *text, *exact, *iso;
    } cases[] = {
        {"UTC",              0,           "today 09:12", "21 Nov 2026 09:12:33 UTC",  "2026-11-21T09:12:33+00:00"},
        {"Europe/Prague",    0,           "today 10:12", "21 Nov 2026 10:12:33 CET",
         "2026-11-21T10:12:33+01:00"                                                                             },
        {"Asia/Kolkata",     0,           "today 14:42", "21 Nov 2026 14:42:33 IST",  "2026-11-21T14:42:33+05:30"},
        {"America/New_York", 5 * 3600,    "Fri",         "20 Nov 2026 23:12:33 EST",
         "2026-11-20T23:12:33-05:00"                                                                             },
        {"UTC",              6 * 86400,   "Sun",         "15 Nov 2026 09:12:33 UTC",  "2026-11-15T09:12:33+00:00"},
        {"UTC",              7 * 86400,   "14 Nov",      "14 Nov 2026 09:12:33 UTC",  "2026-11-14T09:12:33+00:00"},
        {"Europe/Prague",    130 * 86400, "14 Jul",      "14 Jul 2026 11:12:33 CEST",
         "2026-07-14T11:12:33+02:00"                                                                             },
        {"UTC",              365 * 86400, "21 Nov 2025", "21 Nov 2025 09:12:33 UTC",
         "2025-11-21T09:12:33+00:00"                                                                             },
        {"No/Such",          -86400,      "22 Nov",      "22 Nov 2026 09:12:33 UTC",  "2026-11-22T09:12:33+00:00"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct page pg = page_for(*state, "en", cases[i].zone);
        view_time(&pg, pg.view, "At", 1795252353000 - cases[i].ago * 1000);
        assert_string_equal(tree_get(pg.view, "At.text"), cases[i].text);
        assert_string_equal(tree_get(pg.view, "At.exact"), cases[i].exact);
        assert_string_equal(tree_get(pg.view, "At.iso"), cases[i].iso);
    }
    clock_hold(0);
}

static void
takes_initials(void **state)
{
    assert_string_equal(view_initials(*state, "Hana Novotná"), "HN");
    assert_string_equal(view_initials(*state, "Ólafur Arnalds Ýmir"), "ÓÝ");
    assert_string_equal(view_initials(*state, "Cher"), "C");
    assert_string_equal(view_initials(*state, "  Mary-Jane O'Neil"), "MO");
    assert_string_equal(view_initials(*state, ""), "");
    assert_string_equal(view_initials(*state, "42"), "");
}

static void
builds_addresses(void **state)
{
    assert_string_equal(
        view_url(*state, "/%s/contacts/%" PRId64 "?q=%s", "a/b", (int64_t)7, "ä &=?#%+\r\n"),
        "/a%2Fb/contacts/7?q=%C3%A4%20%26%3D%3F%23%25%2B%0D%0A");
    struct page pg = page_for(*state, "en", "UTC");
    params_add(*state, &pg.input, "q", "a b", PARAM_FROM_QUERY);
    params_add(*state, &pg.input, "after", "old", PARAM_FROM_QUERY);
    params_add(*state, &pg.input, "id", "7", PARAM_FROM_PATH);
    assert_string_equal(view_here_with(&pg, "sort", "name"),
                        "/kestrel/contacts?q=a%20b&after=old&sort=name");
    assert_string_equal(view_here_with(&pg, "q", NULL), "/kestrel/contacts?after=old");
    view_pager(&pg, "first", "last");
    assert_string_equal(tree_get(pg.view, "Pager.previous"),
                        "/kestrel/contacts?q=a%20b&before=first");
    assert_string_equal(tree_get(pg.view, "Pager.next"), "/kestrel/contacts?q=a%20b&after=last");
}

#define UNIT(test) cmocka_unit_test_setup_teardown(test, test_arena_open, test_arena_close)

int
main(void)
{
    const struct CMUnitTest tests[] = {
        UNIT(groups_numbers), UNIT(shortens_sizes_and_durations),
        UNIT(draws_widths),   UNIT(tells_times_as_people_do),
        UNIT(takes_initials), UNIT(builds_addresses),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
