/* Domains of addresses: what the DNS says becomes a route, is remembered, and asked for again in time. */
#include "support/acts.h"

#include "domain/email/email_domain.h"
#include "support/dns_server.h"

static const struct dns_row rows[] = {
    {"acme.example",   "MX",  "20 b.mail.example", DNS_WELL    },
    {"acme.example",   "MX",  "10 a.mail.example", DNS_WELL    },
    {"null.example",   "MX",  "0 .",               DNS_WELL    },
    {"web.example",    "A",   "192.0.2.8",         DNS_WELL    },
    {"txt.example",    "TXT", "v=spf1 -all",       DNS_WELL    },
    {"broken.example", NULL,  NULL,                DNS_SERVFAIL},
};

static const struct {
    const char *address;
    enum email_route want;
    const char *host;
} wanted[] = {
    {"jane@acme.example",   EMAIL_ROUTE_MX,        "a.mail.example"},
    {"jane@null.example",   EMAIL_ROUTE_NULL,      NULL            },
    {"jane@web.example",    EMAIL_ROUTE_HOST,      "web.example"   },
    {"jane@txt.example",    EMAIL_ROUTE_NONE,      NULL            },
    {"jane@none.example",   EMAIL_ROUTE_NO_DOMAIN, NULL            },
    {"jane@broken.example", EMAIL_ROUTE_UNKNOWN,   NULL            },
};
enum { N = sizeof wanted / sizeof *wanted };

static void
collect(struct arena *arena, struct email_domains *domains)
{
    email_domains_init(arena, N, domains);
    for (size_t i = 0; i < N; i++)
        assert_non_null(email_domains_of(arena, domains, wanted[i].address));
    assert_ptr_equal(email_domains_of(arena, domains, "john@acme.example"), &domains->of[0]);
    assert_null(email_domains_of(arena, domains, "nobody"));
    assert_int_equal(domains->n, N);
}

static void
asks_and_remembers(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    struct dns_server server;
    struct dns *dns;
    struct email_domains domains;
    assert_true(dns_server_start(&server, rows, sizeof rows / sizeof *rows));
    struct dns_options options = {.servers = server.address, .timeout_ms = 200, .tries = 2};
    acts_ok(db, dns_new(&db->ctx, db->arena, &options, &dns));
    for (int round = 0; round < 2; round++) {
        collect(db->arena, &domains);
        database_begin(db);
        acts_ok(db, email_domains_read(&db->ctx, &domains));
        database_commit(db);
        acts_ok(db, email_domains_ask(&db->ctx, dns, &domains));
        for (size_t i = 0; i < N; i++) {
            if (domains.of[i].route != wanted[i].want)
                fail_msg("%s: %d", wanted[i].address, (int)domains.of[i].route);
            if (wanted[i].host)
                assert_string_equal(domains.of[i].host, wanted[i].host);
            else
                assert_null(domains.of[i].host);
            assert_int_equal(domains.of[i].asked, round == 0);
        }
        database_begin(db);
        acts_ok(db, email_domains_write(&db->ctx, &domains));
        database_commit(db);
        if (round == 0)
            dns_server_stop(&server); /* the second time nobody needs to ask */
    }
    /* silence is not believed for long */
    database_script(db, "UPDATE email_domain SET asked_at = now() - interval '11 minutes'");
    collect(db->arena, &domains);
    database_begin(db);
    acts_ok(db, email_domains_read(&db->ctx, &domains));
    database_commit(db);
    assert_int_equal(domains.of[0].route, EMAIL_ROUTE_MX);
    assert_int_equal(domains.of[5].route, EMAIL_ROUTE_UNASKED);
    database_free(db);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(asks_and_remembers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
