/* The resolver against a server of its own: what is there, what is not, and what nobody can say. */
#include "support/test.h"

#include "base/clock.h"
#include "base/dns.h"
#include "support/dns_server.h"

static const struct dns_row rows[] = {
    {"acme.example",   "MX",   "20 b.mail.example", DNS_WELL        },
    {"acme.example",   "MX",   "10 a.mail.example", DNS_WELL        },
    {"acme.example",   "A",    "192.0.2.7",         DNS_WELL        },
    {"acme.example",   "AAAA", "2001:db8::7",       DNS_WELL        },
    {"acme.example",   "TXT",  "v=spf1 -all",       DNS_WELL        },
    {"null.example",   "MX",   "0 .",               DNS_WELL        },
    {"web.example",    "A",    "192.0.2.8",         DNS_WELL        },
    {"broken.example", NULL,   NULL,                DNS_SERVFAIL    },
    {"closed.example", NULL,   NULL,                DNS_REFUSED     },
    {"silent.example", NULL,   NULL,                DNS_SILENT      },
    {"slow.example",   "MX",   "5 mx.slow.example", DNS_SILENT_ONCE },
    {"noise.example",  NULL,   NULL,                DNS_GARBAGE     },
    {"cut.example",    "MX",   "5 mx.cut.example",  DNS_TRUNCATED   },
    {"liar.example",   "MX",   "5 mx.liar.example", DNS_LYING_LENGTH},
    {"*.many.example", "MX",   "5 mx.many.example", DNS_WELL        },
};

static struct dns_server server;

static int
start(void **state)
{
    *state = arena_new();
    return dns_server_start(&server, rows, sizeof rows / sizeof *rows) ? 0 : 1;
}

static int
stop(void **state)
{
    dns_server_stop(&server);
    arena_free(*state);
    return 0;
}

static struct dns *
resolver(struct ctx *ctx)
{
    struct dns *dns = NULL;
    struct dns_options options = {.servers = server.address, .timeout_ms = 150, .tries = 2};
    if (!dns_new(ctx, ctx->arena, &options, &dns))
        fail_msg("%s", ctx->err.message);
    return dns;
}

static void
tells_answers_apart(void **state)
{
    struct ctx ctx = {.arena = *state};
    struct dns_question asked[] = {
        {.name = "acme.example",   .type = DNS_MX  },
        {.name = "acme.example",   .type = DNS_A   },
        {.name = "acme.example",   .type = DNS_AAAA},
        {.name = "acme.example",   .type = DNS_TXT },
        {.name = "null.example",   .type = DNS_MX  },
        {.name = "web.example",    .type = DNS_MX  },
        {.name = "none.example",   .type = DNS_MX  },
        {.name = "broken.example", .type = DNS_MX  },
        {.name = "closed.example", .type = DNS_MX  },
        {.name = "silent.example", .type = DNS_MX  },
        {.name = "slow.example",   .type = DNS_MX  },
        {.name = "noise.example",  .type = DNS_MX  },
        {.name = "cut.example",    .type = DNS_MX  },
        {.name = "liar.example",   .type = DNS_MX  },
        {.name = "bad..name",      .type = DNS_MX  },
        {.name = "",               .type = DNS_MX  },
    };
    static const enum dns_verdict want[] = {
        DNS_FOUND,   DNS_FOUND,  DNS_FOUND,    DNS_FOUND,    DNS_FOUND, DNS_NO_DATA,
        DNS_NO_NAME, DNS_FAILED, DNS_FAILED,   DNS_TIMEOUT,  DNS_FOUND, DNS_OPEN /* either */,
        DNS_FOUND,   DNS_OPEN,   DNS_BAD_NAME, DNS_BAD_NAME,
    };
    assert_true(dns_ask(&ctx, resolver(&ctx), asked, sizeof asked / sizeof *asked));
    for (size_t i = 0; i < sizeof asked / sizeof *asked; i++) {
        /* what makes no sense is no answer: nobody knows */
        bool unknown = asked[i].verdict == DNS_FAILED || asked[i].verdict == DNS_TIMEOUT;
        if (want[i] == DNS_OPEN ? !unknown : asked[i].verdict != want[i])
            fail_msg("%s: %d", asked[i].name, (int)asked[i].verdict);
    }
    assert_int_equal(asked[0].n_records, 2);
    assert_string_equal(asked[0].records[0].text, "a.mail.example");
    assert_int_equal(asked[0].records[0].preference, 10);
    assert_string_equal(asked[0].records[1].text, "b.mail.example");
    assert_string_equal(asked[1].records[0].text, "192.0.2.7");
    assert_string_equal(asked[2].records[0].text, "2001:db8::7");
    assert_string_equal(asked[3].records[0].text, "v=spf1 -all");
    assert_string_equal(asked[4].records[0].text, "");
    assert_string_equal(asked[12].records[0].text, "mx.cut.example");
}

static void
asks_many_at_once(void **state)
{
    struct ctx ctx = {.arena = *state};
    enum { N = 5000 };
    struct dns_question *asked = ARENA_ARRAY(*state, N, struct dns_question);
    for (int i = 0; i < N; i++)
        asked[i] = (struct dns_question){.name = arena_printf(*state, "c%d.many.example", i),
                                         .type = DNS_MX};
    int64_t from = clock_steady_ms();
    assert_true(dns_ask(&ctx, resolver(&ctx), asked, N));
    printf("# %d questions in %lld ms\n", N, (long long)(clock_steady_ms() - from));
    for (int i = 0; i < N; i++)
        assert_int_equal(asked[i].verdict, DNS_FOUND);
}

static void
waits_side_by_side(void **state)
{
    struct ctx ctx = {.arena = *state};
    enum { N = 100 };
    struct dns_question asked[N];
    for (int i = 0; i < N; i++)
        asked[i] = (struct dns_question){.name = "silent.example", .type = DNS_MX};
    int64_t from = clock_steady_ms();
    assert_true(dns_ask(&ctx, resolver(&ctx), asked, N));
    for (int i = 0; i < N; i++)
        assert_int_equal(asked[i].verdict, DNS_TIMEOUT);
    assert_true(clock_steady_ms() - from < 5000);
}

static void
survives_without_a_server(void **state)
{
    struct ctx ctx = {.arena = *state};
    struct dns *dns;
    struct dns_options nobody = {.servers = "127.0.0.1:1", .timeout_ms = 100, .tries = 1};
    struct dns_question asked = {.name = "acme.example", .type = DNS_MX};
    assert_true(dns_new(&ctx, *state, &nobody, &dns));
    assert_true(dns_ask(&ctx, dns, &asked, 1));
    assert_int_equal(asked.verdict, DNS_TIMEOUT);
    struct dns_options wrong = {.servers = "not a server"};
    assert_false(dns_new(&ctx, *state, &wrong, &dns));
    assert_int_equal(ctx.err.kind, ERR_INPUT);
}

static void
never_asks_from_a_page(void **state)
{
    struct ctx ctx = {.arena = *state, .no_outside = true};
    struct dns_question asked = {.name = "acme.example", .type = DNS_MX};
    assert_false(dns_ask(&ctx, resolver(&ctx), &asked, 1));
    assert_int_equal(ctx.err.kind, ERR_BUG);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(tells_answers_apart, start, stop),
        cmocka_unit_test_setup_teardown(asks_many_at_once, start, stop),
        cmocka_unit_test_setup_teardown(waits_side_by_side, start, stop),
        cmocka_unit_test_setup_teardown(survives_without_a_server, start, stop),
        cmocka_unit_test_setup_teardown(never_asks_from_a_page, start, stop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
