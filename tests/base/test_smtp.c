/* Asking mail servers about recipients: replies in pieces, and servers of all manners. */
#include "support/test.h"

#include "base/smtp.h"
#include "support/mail_server.h"

static void
reads_replies(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        enum smtp_read want;
        int code;
        const char *text;
        size_t used;
    } cases[] = {
        {"250 OK\r\n",              SMTP_READ_ONE,      250, "OK",          8 },
        {"250 OK\n",                SMTP_READ_ONE,      250, "OK",          7 },
        {"250\r\n",                 SMTP_READ_ONE,      250, "",            5 },
        {"250-a\r\n250 b\r\nrest",  SMTP_READ_ONE,      250, "a b",         14},
        {"550 5.1.1 \x01"
         "no\xC3\xBC\r\n", SMTP_READ_ONE,      550, "5.1.1 ?no??", 17},
        {"250-a\r\n",               SMTP_READ_MORE,     0,   NULL,          0 },
        {"25",                      SMTP_READ_MORE,     0,   NULL,          0 },
        {"",                        SMTP_READ_MORE,     0,   NULL,          0 },
        {"250-a\r\n550 b\r\n",      SMTP_READ_NONSENSE, 0,   NULL,          0 },
        {"HTTP/1.1 400\r\n",        SMTP_READ_NONSENSE, 0,   NULL,          0 },
        {"150 x\r\n",               SMTP_READ_NONSENSE, 0,   NULL,          0 },
        {"250_x\r\n",               SMTP_READ_NONSENSE, 0,   NULL,          0 },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct smtp_reply reply;
        size_t used;
        enum smtp_read read =
            smtp_reply_read(cases[i].bytes, strlen(cases[i].bytes), &reply, &used);
        if (read != cases[i].want)
            fail_msg("\"%s\": %d", cases[i].bytes, (int)read);
        if (read != SMTP_READ_ONE)
            continue;
        assert_int_equal(reply.code, cases[i].code);
        assert_string_equal(reply.text, cases[i].text);
        assert_int_equal(used, cases[i].used);
    }
}

static void
talks_to_all_manners(void **state)
{
    static const struct {
        enum mail_manner manner;
        enum smtp_end end;
        int jane, ghost; /* codes */
    } cases[] = {
        {MAIL_HONEST,      SMTP_THROUGH,     250, 550},
        {MAIL_PLAIN_WORDS, SMTP_THROUGH,     250, 550},
        {MAIL_MULTILINE,   SMTP_THROUGH,     250, 550},
        {MAIL_OLD,         SMTP_THROUGH,     250, 550},
        {MAIL_TAKES_ALL,   SMTP_THROUGH,     250, 250},
        {MAIL_GREYLIST,    SMTP_THROUGH,     451, 451},
        {MAIL_TARPIT,      SMTP_TIMEOUT,     0,   0  },
        {MAIL_HANGS_UP,    SMTP_CLOSED,      0,   0  },
        {MAIL_NO_SENDER,   SMTP_TURNED_AWAY, 0,   0  },
        {MAIL_BUSY,        SMTP_TURNED_AWAY, 0,   0  },
        {MAIL_TLS_ONLY,    SMTP_TURNED_AWAY, 0,   0  },
        {MAIL_STARTTLS,    SMTP_THROUGH,     250, 550},
        {MAIL_TLS_BROKEN,  SMTP_TURNED_AWAY, 0,   0  },
        {MAIL_BLOCKS_US,   SMTP_THROUGH,     550, 550},
        {MAIL_SPEAKS_HTTP, SMTP_NONSENSE,    0,   0  },
        {MAIL_MUTE,        SMTP_TIMEOUT,     0,   0  },
        {MAIL_ABSENT,      SMTP_UNREACHABLE, 0,   0  },
    };
    enum { N = sizeof cases / sizeof *cases };
    static const char *const recipients[] = {"jane@acme.example", "ghost@acme.example"};
    struct ctx ctx = {.arena = *state};
    struct mail_servers servers;
    struct smtp_call calls[N] = {0};
    char addresses[N][16];
    assert_true(mail_servers_start(&servers));
    for (size_t i = 0; i < N; i++) {
        mail_server_address(cases[i].manner, addresses[i]);
        calls[i].address = addresses[i];
        calls[i].helo = "leads.example";
        calls[i].recipients = recipients;
        calls[i].n_recipients = 2;
    }
    struct smtp_options options = {.port = servers.port,
                                   .reply_ms = mail_patience_ms(),
                                   .call_ms = 10000,
                                   .allow_private = true};
    assert_true(smtp_ask(&ctx, &options, calls, N));
    for (size_t i = 0; i < N; i++)
        if (calls[i].end != cases[i].end || calls[i].replies[0].code != cases[i].jane ||
            calls[i].replies[1].code != cases[i].ghost)
            fail_msg("%s: end %d, %d %d", mail_manners[cases[i].manner], (int)calls[i].end,
                     calls[i].replies[0].code, calls[i].replies[1].code);
    mail_servers_stop(&servers);
}

static void
calls_public_addresses_only(void **state)
{
    static const char *const recipients[] = {"jane@acme.example"};
    static const char *const addresses[] = {"127.0.0.1", "169.254.169.254", "::1", "10.0.0.1",
                                            "0.0.0.0"};
    struct ctx ctx = {.arena = *state}, page = {.arena = *state, .no_outside = true};
    struct smtp_call calls[5] = {0};
    for (size_t i = 0; i < 5; i++)
        calls[i] = (struct smtp_call){.address = addresses[i],
                                      .helo = "leads.example",
                                      .recipients = recipients,
                                      .n_recipients = 1};
    struct smtp_options options = {0};
    assert_true(smtp_ask(&ctx, &options, calls, 5));
    for (size_t i = 0; i < 5; i++)
        assert_int_equal(calls[i].end, SMTP_FORBIDDEN);
    assert_false(smtp_ask(&page, &options, calls, 1));
    assert_int_equal(page.err.kind, ERR_BUG);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_replies),
        cmocka_unit_test_setup_teardown(talks_to_all_manners, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(calls_public_addresses_only, test_arena_open,
                                        test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
