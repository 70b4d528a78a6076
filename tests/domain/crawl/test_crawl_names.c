/* Sites whose names led nowhere, against a DNS server of its own: those that do not exist are told from
 * those that nobody could say anything about, which are tried again. */
#include "support/test.h"

#include "base/conf.h"
#include "domain/crawl/crawl_names.h"
#include "support/dns_server.h"

static const struct dns_row rows[] = {
    {"empty.example",      "MX", "10 mx.empty.example", DNS_WELL    },
    {"www.empty.example",  "MX", "10 mx.empty.example", DNS_WELL    },
    {"www.half.example",   NULL, NULL,                  DNS_SERVFAIL},
    {"broken.example",     NULL, NULL,                  DNS_SERVFAIL},
    {"www.broken.example", NULL, NULL,                  DNS_SERVFAIL},
    {"silent.example",     NULL, NULL,                  DNS_SILENT  },
    {"found.example",      "A",  "192.0.2.7",           DNS_WELL    },
};

static const struct {
    const char *address;
    enum crawl_end end;
    const char *cause;
} cases[] = {
    {"gone.example",       CRAWL_FAILED, "no_name"},
    {"empty.example",      CRAWL_FAILED, "no_name"}, /* a name with mail, without addresses */
    {"half.example",       CRAWL_AGAIN,  "dns"    },
    {"broken.example",     CRAWL_AGAIN,  "dns"    },
    {"silent.example",     CRAWL_AGAIN,  "dns"    },
    {"found.example:8080", CRAWL_AGAIN,  "dns"    }, /* was not known a moment ago */
};
enum { CASES = sizeof cases / sizeof *cases };

static void
open_sites(struct arena *arena, struct crawl_site sites[CASES])
{
    for (size_t i = 0; i < CASES; i++) {
        sites[i] = (struct crawl_site){.arena = arena, .address = cases[i].address};
        crawl_site_open(&sites[i]);
        assert_int_equal(sites[i].end, CRAWL_OPEN);
        sites[i].end = CRAWL_AGAIN;
        sites[i].cause = "dns";
    }
}

static void
tells_no_name_from_no_answer(void **state)
{
    struct dns_server server;
    struct crawl_site sites[CASES];
    assert_true(dns_server_start(&server, rows, sizeof rows / sizeof *rows));
    const struct conf conf = {.dns = server.address};
    struct ctx ctx = {.arena = *state, .conf = &conf};
    open_sites(*state, sites);
    assert_true(crawl_names_ask(&ctx, sites, CASES));
    for (size_t i = 0; i < CASES; i++) {
        if (sites[i].end != cases[i].end)
            fail_msg("%s ends with %s", cases[i].address, sites[i].cause);
        assert_string_equal(sites[i].cause, cases[i].cause);
        assert_true(strstr(sites[i].message, sites[i].host) != NULL);
        assert_int_equal(sites[i].retry_seconds > 0, cases[i].end == CRAWL_AGAIN);
    }
    dns_server_stop(&server);
}

/* The server is gone: nobody is said not to exist. */
static void
blames_nobody_for_an_outage(void **state)
{
    struct dns_server server;
    struct crawl_site sites[CASES];
    assert_true(dns_server_start(&server, rows, 0));
    const struct conf conf = {.dns = server.address};
    struct ctx ctx = {.arena = *state, .conf = &conf};
    dns_server_stop(&server);
    open_sites(*state, sites);
    sites[0].cause = "connect"; /* nobody listens: no question of names */
    assert_true(crawl_names_ask(&ctx, sites, CASES));
    assert_string_equal(sites[0].cause, "connect");
    for (size_t i = 1; i < CASES; i++) {
        assert_int_equal(sites[i].end, CRAWL_AGAIN);
        assert_string_equal(sites[i].cause, "dns");
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(tells_no_name_from_no_answer, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(blames_nobody_for_an_outage, test_arena_open,
                                        test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
