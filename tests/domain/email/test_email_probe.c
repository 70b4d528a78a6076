/* Asking a fleet of mail servers with manners of all kinds: what is said of addresses against what is
 * true of them, as a confusion matrix and a Brier score. Also the leases, and one server for many. */
#include "support/acts.h"

#include "domain/email/email_probe.h"
#include "domain/record/record_code.h"
#include "support/dns_server.h"
#include "support/mail_server.h"

/* Mailboxes asked for at each server, and whether mail to them arrives. */
static const struct {
    const char *local;
    bool arrives;
} boxes[] = {
    {"jane",  true },
    {"john",  true },
    {"ghost", false},
    {"peter", false},
};
enum { BOXES = sizeof boxes / sizeof *boxes };

static void
understands_replies(void **state)
{
    (void)state;
    static const struct {
        int code;
        const char *text;
        enum email_answer want;
    } cases[] = {
        {250, "OK",                                                              EMAIL_ANSWER_TAKEN  },
        {251, "User not local; will forward",                                    EMAIL_ANSWER_TAKEN  },
        {252, "Cannot VRFY user",                                                EMAIL_ANSWER_REFUSED},
        {550, "5.1.1 The email account that you tried to reach does not exist.",
         EMAIL_ANSWER_NOBODY                                                                         },
        {550, "Requested action not taken: mailbox unavailable",                 EMAIL_ANSWER_NOBODY },
        {550, "5.4.1 Recipient address rejected: Access denied",                 EMAIL_ANSWER_REFUSED},
        {550, "5.7.1 Client host [192.0.2.1] blocked using a list",              EMAIL_ANSWER_REFUSED},
        {554, "5.7.1 Relay access denied",                                       EMAIL_ANSWER_REFUSED},
        {553, "5.3.0 no such user",                                              EMAIL_ANSWER_NOBODY },
        {552, "5.2.2 Mailbox full",                                              EMAIL_ANSWER_FULL   },
        {452, "4.2.2 The email account is over quota",                           EMAIL_ANSWER_FULL   },
        {452, "4.5.3 Too many recipients",                                       EMAIL_ANSWER_LATER  },
        {451, "4.7.1 Greylisted",                                                EMAIL_ANSWER_LATER  },
        {450, "4.2.1 Try again",                                                 EMAIL_ANSWER_LATER  },
        {421, "Too busy",                                                        EMAIL_ANSWER_LATER  },
        {530, "5.7.0 Must issue a STARTTLS command first",                       EMAIL_ANSWER_REFUSED},
        {554, "no",                                                              EMAIL_ANSWER_REFUSED},
        {550, "no",                                                              EMAIL_ANSWER_NOBODY },
        {0,   "",                                                                EMAIL_ANSWER_SILENT },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct smtp_reply reply = {.code = cases[i].code};
        snprintf(reply.text, sizeof reply.text, "%s", cases[i].text);
        if (email_probe_answer(&reply) != cases[i].want)
            fail_msg("%d %s: %d", reply.code, reply.text, (int)email_probe_answer(&reply));
    }
}

static void
ask(struct database *db, const struct email_prober *prober, const int64_t *ids, size_t n,
    struct email_verifying *all)
{
    database_begin(db);
    acts_ok(db, email_verify_read(&db->ctx, ids, n, all));
    database_commit(db);
    acts_ok(db, email_verify_ask(&db->ctx, prober->dns, all));
    acts_ok(db, email_probe_ask(&db->ctx, prober, all, NULL));
    database_begin(db);
    acts_ok(db, email_verify_write(&db->ctx, all, NULL));
    database_commit(db);
}

static void
judges_a_fleet(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    enum { N = MAIL_N_MANNERS * BOXES };
    struct dns_row rows[2 * MAIL_N_MANNERS];
    struct mail_servers mail;
    struct dns_server server;
    int64_t ids[N];
    for (size_t i = 0; i < MAIL_N_MANNERS; i++) {
        char *address = arena_alloc(db->arena, 16);
        const char *domain = arena_printf(db->arena, "m%zu-%s.example", i, "co");
        const char *host = arena_printf(db->arena, "mx.m%zu-co.example", i);
        mail_server_address((enum mail_manner)i, address);
        rows[2 * i] =
            (struct dns_row){domain, "MX", arena_printf(db->arena, "10 %s", host), DNS_WELL};
        rows[2 * i + 1] = (struct dns_row){host, "A", address, DNS_WELL};
        for (size_t k = 0; k < BOXES; k++)
            ids[i * BOXES + k] =
                acts_contact(db, "P", arena_printf(db->arena, "%s %zu", boxes[k].local, i),
                             arena_printf(db->arena, "%s@%s", boxes[k].local, domain), 0);
    }
    assert_true(dns_server_start(&server, rows, sizeof rows / sizeof *rows));
    assert_true(mail_servers_start(&mail));
    struct dns_options dns_options = {.servers = server.address, .timeout_ms = 300, .tries = 2};
    struct email_prober prober = {
        .smtp = {.port = mail.port,
                 .reply_ms = mail_patience_ms(),
                 .call_ms = 10000,
                 .allow_private = true},
        .helo = "leads.example"
    };
    acts_ok(db, dns_new(&db->ctx, db->arena, &dns_options, &prober.dns));
    /* to nobody's mind: every second address is right */
    database_script(db, arena_printf(db->arena,
                                     "INSERT INTO email_check (tenant_id, contact_id, address, "
                                     "origin, permille) SELECT tenant_id, contact_id, email, 3, "
                                     "500 FROM contact WHERE tenant_id = %" PRId64,
                                     db->tenant));
    /* of a run just before */
    database_script(db, "DELETE FROM mail_lease WHERE host LIKE 'mx.m%-co.example'");
    struct email_verifying all;
    ask(db, &prober, ids, N, &all);
    size_t later = 0;
    for (size_t i = 0; i < all.n; i++)
        later += all.of[i].evidence.answer == EMAIL_ANSWER_LATER;
    assert_int_equal(later, 2 * BOXES); /* greylisted and busy */
    /* a server that was asked just now is left alone; then the greylisted are asked again */
    ask(db, &prober, ids, N, &all);
    for (size_t i = 0; i < all.n; i++)
        assert_true(all.of[i].evidence.answer == EMAIL_ANSWER_LATER ||
                    all.of[i].domain->catch_all == EMAIL_CATCH_ALL_YES);
    database_script(db,
                    "UPDATE mail_lease SET free_at = now() - interval '1 second' WHERE host LIKE "
                    "'mx.m%-co.example'");
    ask(db, &prober, ids, N, &all);

    int matrix[EMAIL_N_STATES][2] = {{0}};
    double brier = 0;
    for (size_t i = 0; i < all.n; i++) {
        const struct email_subject *subject = &all.of[i];
        /* what a server of this manner takes may arrive or not: the truth is the mailbox */
        bool arrives = boxes[i % BOXES].arrives;
        matrix[subject->score.state][arrives]++;
        brier += (subject->score.p - arrives) * (subject->score.p - arrives);
        if (i % BOXES == 0)
            printf("# %-12s", mail_manners[i / BOXES]);
        const struct record_choice *choice =
            record_code_get(&record_email_states, subject->score.state);
        printf(" %s %s %.2f%s", boxes[i % BOXES].local, choice ? choice->name : "?",
               subject->score.p, i % BOXES == BOXES - 1 ? "\n" : ",");
    }
    brier /= (double)all.n;
    printf("# state           arrives  does not\n");
    for (int i = 1; i < EMAIL_N_STATES; i++)
        printf("# %-15s %7d  %8d\n", record_code_get(&record_email_states, i)->name, matrix[i][1],
               matrix[i][0]);
    printf("# Brier %.3f over %zu addresses of %d manners (0.25: knows nothing)\n", brier, all.n,
           MAIL_N_MANNERS);
    /* seven honest manners, one of which came round: nothing said for sure is wrong */
    assert_int_equal(matrix[EMAIL_VERIFIED][1], 7 * 2);
    assert_int_equal(matrix[EMAIL_VERIFIED][0], 0);
    assert_int_equal(matrix[EMAIL_INVALID][0], 7 * 2);
    assert_int_equal(matrix[EMAIL_INVALID][1], 0);
    assert_int_equal(matrix[EMAIL_CATCH_ALL][0] + matrix[EMAIL_CATCH_ALL][1], BOXES);
    assert_true(brier < 0.17); /* 12 of 19 manners tell nothing */
    mail_servers_stop(&mail);
    dns_server_stop(&server);
    database_free(db);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(understands_replies),
        cmocka_unit_test(judges_a_fleet),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
