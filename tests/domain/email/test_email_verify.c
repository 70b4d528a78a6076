/* Checking the addresses of contacts: states in lists, evidence kept, an address that changes starts
 * afresh, erased people leave nothing. */
#include "support/acts.h"

#include "domain/email/email_verify.h"
#include "support/dns_server.h"

static const struct dns_row rows[] = {
    {"acme.example",   "MX", "10 a.mail.example", DNS_WELL    },
    {"null.example",   "MX", "0 .",               DNS_WELL    },
    {"broken.example", NULL, NULL,                DNS_SERVFAIL},
    {"gmail.com",      "MX", "10 gmail.example",  DNS_WELL    },
    {"gmial.com",      "MX", "10 gmail.example",  DNS_WELL    },
    {"mailinator.com", "MX", "10 mail.example",   DNS_WELL    },
};

static void
verify(struct database *db, struct dns *dns, const int64_t *ids, size_t n, int64_t *changed)
{
    struct email_verifying all;
    database_begin(db);
    acts_ok(db, email_verify_read(&db->ctx, ids, n, &all));
    database_commit(db);
    acts_ok(db, email_verify_ask(&db->ctx, dns, &all));
    database_begin(db);
    acts_ok(db, email_verify_write(&db->ctx, &all, changed));
    database_commit(db);
}

static int64_t
state_of(struct database *db, int64_t id)
{
    return database_number(
        db, arena_printf(db->arena,
                         "SELECT CASE WHEN codes[11] = email_state THEN email_state ELSE -1 END "
                         "FROM contact WHERE contact_id = %" PRId64,
                         id));
}

static int64_t
count(struct database *db, const char *table)
{
    return database_number(db, arena_printf(db->arena,
                                            "SELECT count(*) FROM %s WHERE tenant_id = %" PRId64,
                                            table, db->tenant));
}

static void
checks_addresses(void **state)
{
    (void)state;
    static const struct {
        const char *address;
        enum email_state want;
    } cases[] = {
        {"jane@acme.example",   EMAIL_FOUND    },
        {"jane@null.example",   EMAIL_INVALID  },
        {"jane@none.example",   EMAIL_INVALID  },
        {"jane@broken.example", EMAIL_UNKNOWN  },
        {"jane@gmail.com",      EMAIL_FOUND    },
        {"jane@gmial.com",      EMAIL_RISKY    },
        {"jane@mailinator.com", EMAIL_RISKY    },
        {NULL,                  EMAIL_UNCHECKED},
    };
    enum { N = sizeof cases / sizeof *cases };
    struct database *db = database_new();
    if (!db)
        return;
    struct dns_server server;
    struct dns *dns;
    int64_t ids[N], changed;
    assert_true(dns_server_start(&server, rows, sizeof rows / sizeof *rows));
    struct dns_options options = {.servers = server.address, .timeout_ms = 200, .tries = 2};
    acts_ok(db, dns_new(&db->ctx, db->arena, &options, &dns));
    for (size_t i = 0; i < N; i++)
        ids[i] =
            acts_contact(db, "Jane", arena_printf(db->arena, "Doe %zu", i), cases[i].address, 0);
    verify(db, dns, ids, N, &changed);
    assert_int_equal(changed, 7);
    for (size_t i = 0; i < N; i++)
        if (state_of(db, ids[i]) != (int64_t)cases[i].want)
            fail_msg("%s: %d", cases[i].address, (int)state_of(db, ids[i]));
    /* again: the same rows, no state is new */
    verify(db, dns, ids, N, &changed);
    assert_int_equal(changed, 0);
    assert_int_equal(count(db, "email_check"), 7);
    assert_int_equal(count(db, "email_domain"), 7);
    /* a fact that has nothing to do with the address leaves the state, a new address does not */
    const char *values[RECORD_MOST_FIELDS] = {[CONTACT_JOB_TITLE] = "CEO"};
    int64_t set = 0, fields;
    database_begin(db);
    acts_ok(db, record_update(&db->ctx, RECORD_CONTACT, &set, ids[0], 0,
                              CHANGE_BIT(record_field_get(RECORD_CONTACT, "job_title")), values, 0,
                              &fields));
    database_commit(db);
    assert_int_equal(state_of(db, ids[0]), EMAIL_FOUND);
    values[CONTACT_EMAIL] = "jane.doe@acme.example";
    set = 0;
    database_begin(db);
    acts_ok(db, record_update(&db->ctx, RECORD_CONTACT, &set, ids[0], 0,
                              CHANGE_BIT(record_field_get(RECORD_CONTACT, "email")), values, 0,
                              &fields));
    database_commit(db);
    assert_int_equal(state_of(db, ids[0]), EMAIL_UNCHECKED);
    verify(db, dns, ids, 1, &changed);
    assert_int_equal(state_of(db, ids[0]), EMAIL_FOUND);
    assert_int_equal(count(db, "email_check"), 7);
    dns_server_stop(&server);
    database_free(db);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(checks_addresses),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
