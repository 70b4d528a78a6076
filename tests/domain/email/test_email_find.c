/* Finding addresses: on the company's pages, by the pattern of colleagues, by asking the mail server;
 * and what a guess never becomes by itself. */
#include "support/acts.h"

#include "domain/email/email_find.h"
#include "domain/email/email_found.h"
#include "support/dns_server.h"
#include "support/mail_server.h"

static const struct dns_row rows[] = {
    {"acme.example",    "MX", "10 mx.acme.example", DNS_WELL    },
    {"beta.example",    "MX", "10 mx.beta.example", DNS_WELL    },
    {"mute.example",    "MX", "0 .",                DNS_WELL    },
    {"broken.example",  NULL, NULL,                 DNS_SERVFAIL},
    {"mx.acme.example", "A",  "127.0.2.1",          DNS_WELL    },
    {"mx.beta.example", "A",  "127.0.2.6",          DNS_WELL    },
};

struct scene {
    struct database *db;
    struct dns_server server;
    struct dns *dns;
};

static bool
open_scene(struct scene *scene)
{
    memset(scene, 0, sizeof *scene);
    scene->db = database_new();
    if (!scene->db)
        return false;
    assert_true(dns_server_start(&scene->server, rows, sizeof rows / sizeof *rows));
    struct dns_options options = {.servers = scene->server.address, .timeout_ms = 200, .tries = 2};
    acts_ok(scene->db, dns_new(&scene->db->ctx, scene->db->arena, &options, &scene->dns));
    return true;
}

static void
close_scene(struct scene *scene)
{
    dns_server_stop(&scene->server);
    database_free(scene->db);
}

static void
look(struct scene *scene, const struct email_prober *prober, const int64_t *ids, size_t n,
     struct email_finding *finding)
{
    struct database *db = scene->db;
    size_t waiting;
    database_begin(db);
    acts_ok(db, email_find_read(&db->ctx, ids, n, finding));
    database_commit(db);
    acts_ok(db, email_find_ask(&db->ctx, scene->dns, prober, finding, &waiting));
    email_find_settle(db->arena, finding);
    database_begin(db);
    acts_ok(db, email_find_write(&db->ctx, finding));
    database_commit(db);
}

static const char *
address_of(struct database *db, int64_t id)
{
    return database_value(
        db, arena_printf(db->arena, "SELECT email FROM contact WHERE contact_id = %" PRId64, id));
}

static int64_t
state_of(struct database *db, int64_t id)
{
    return database_number(
        db,
        arena_printf(db->arena, "SELECT email_state FROM contact WHERE contact_id = %" PRId64, id));
}

static void
add_page(struct database *db, int64_t company, const char *text)
{
    database_script(
        db, arena_printf(db->arena,
                         "INSERT INTO page (tenant_id, company_id, url, kind, http_status, sha256, "
                         "text, frame_text) VALUES (%" PRId64 ", %" PRId64
                         ", 'https://www.acme.example/team', 3, 200, 'x', '%s', '')",
                         db->tenant, company, text));
}

static void
finds_on_pages_and_guesses(void **state)
{
    (void)state;
    struct scene scene;
    if (!open_scene(&scene))
        return;
    struct database *db = scene.db;
    int64_t acme = acts_company(db, "Acme", "acme.example");
    acts_contact(db, "Anna", "Smith", "asmith@acme.example", acme);
    acts_contact(db, "Peter", "Jones", "pjones@acme.example", acme);
    acts_contact(db, "Mary", "Poppins", "mpoppins@acme.example", acme);
    int64_t ids[] = {
        acts_contact(db, "Jane", "Doe", NULL, acme),
        acts_contact(db, "Jürgen", "Müller", NULL, acme),
        acts_contact(db, "John", "Roe", "john@home.example", acme),
        acts_contact(db, "Иван", "Петров", NULL, acme),
        acts_contact(db, "Nobody", "Knows", NULL, 0),
    };
    add_page(db, acme, "Our team. Jane Doe, jane.doe@acme.example. Write to info@acme.example");
    struct email_finding finding;
    look(&scene, NULL, ids, 5, &finding);
    assert_int_equal(finding.n, 5);
    assert_string_equal(address_of(db, ids[0]), "jane.doe@acme.example");
    assert_int_equal(state_of(db, ids[0]), EMAIL_FOUND);
    assert_string_equal(
        database_value(db, arena_printf(db->arena,
                                        "SELECT s.source FROM change c JOIN change_set s USING "
                                        "(tenant_id, change_set_id) WHERE s.kind = 'stage' AND "
                                        "c.record_id = %" PRId64,
                                        ids[0])),
        "https://www.acme.example/team");
    /* a guess is kept beside the contact, never as the contact's address */
    assert_null(address_of(db, ids[1]));
    assert_int_equal(state_of(db, ids[1]), EMAIL_GUESS);
    const char *guess = database_value(
        db, arena_printf(db->arena,
                         "SELECT address || ' ' || matching || ' of ' || samples "
                         "FROM email_check WHERE place = 1 AND contact_id = %" PRId64,
                         ids[1]));
    assert_string_equal(guess, "jmuller@acme.example 3 of 3");
    assert_string_equal(address_of(db, ids[2]), "john@home.example");
    assert_int_equal(finding.of[0].end, EMAIL_FIND_NO_DOMAIN); /* nobody knows where she works */
    assert_int_equal(finding.of[4].end, EMAIL_FIND_NO_NAME);
    /* twice is the same */
    int64_t before = database_number(db, "SELECT count(*) FROM email_check");
    look(&scene, NULL, ids, 5, &finding);
    assert_int_equal(database_number(db, "SELECT count(*) FROM email_check"), before);
    /* a person takes it, and it stays what it is */
    database_begin(db);
    acts_ok(db, email_found_accept(&db->ctx, ids[1], "jmuller@acme.example"));
    database_commit(db);
    assert_string_equal(address_of(db, ids[1]), "jmuller@acme.example");
    assert_int_equal(state_of(db, ids[1]), EMAIL_GUESS);
    struct email_verifying all;
    database_begin(db);
    acts_ok(db, email_verify_read(&db->ctx, ids + 1, 1, &all));
    database_commit(db);
    acts_ok(db, email_verify_ask(&db->ctx, scene.dns, &all));
    assert_int_equal(all.of[0].score.state, EMAIL_GUESS);
    database_begin(db);
    assert_false(email_found_accept(&db->ctx, ids[1], "juergen.mueller@acme.example"));
    assert_int_equal(db->ctx.err.kind, ERR_NOT_FOUND);
    db_rollback(&db->ctx);
    err_clear(&db->ctx);
    close_scene(&scene);
}

static void
leaves_out_what_may_not_be(void **state)
{
    (void)state;
    struct scene scene;
    if (!open_scene(&scene))
        return;
    struct database *db = scene.db;
    struct email_finding finding;
    int64_t mute = acts_company(db, "Mute", "mute.example");
    int64_t broken = acts_company(db, "Broken", "broken.example");
    int64_t acme = acts_company(db, "Acme", "acme.example");
    int64_t ids[] = {
        acts_contact(db, "Jane", "Doe", NULL, mute),
        acts_contact(db, "Jane", "Doe", NULL, broken),
        acts_contact(db, "Jane", "Doe", NULL, acme),
        acts_contact(db, "John", "Doe", NULL, acme),
    };
    /* two who may be "jane.doe" and one who has it: nobody else gets it */
    acts_contact(db, "Jane", "Doe-Smith", "jane.doe@acme.example", acme);
    database_script(db, arena_printf(db->arena,
                                     "INSERT INTO suppression (tenant_id, kind, value, reason) "
                                     "VALUES (%" PRId64
                                     ", 'email', 'john.doe@acme.example', 'opt_out')",
                                     db->tenant));
    add_page(db, acme, "jane.doe@acme.example");
    look(&scene, NULL, ids, 4, &finding);
    assert_int_equal(finding.of[0].end, EMAIL_FIND_NO_MAIL);
    assert_int_equal(finding.of[1].end, EMAIL_FIND_UNKNOWN);
    for (size_t i = 0; i < 4; i++)
        assert_null(address_of(db, ids[i]));
    assert_int_equal(
        database_number(db, arena_printf(db->arena,
                                         "SELECT count(*) FROM email_check WHERE address IN "
                                         "('john.doe@acme.example', 'jane.doe@acme.example') AND "
                                         "tenant_id = %" PRId64,
                                         db->tenant)),
        0);
    close_scene(&scene);
}

static void
asks_the_mail_server(void **state)
{
    (void)state;
    struct scene scene;
    if (!open_scene(&scene))
        return;
    struct database *db = scene.db;
    struct mail_servers mail;
    struct email_finding finding;
    assert_true(mail_servers_start(&mail));
    struct email_prober prober = {
        .dns = scene.dns,
        .smtp = {.port = mail.port,
                 .reply_ms = mail_patience_ms(),
                 .call_ms = 10000,
                 .allow_private = true},
        .helo = "leads.example"
    };
    int64_t acme = acts_company(db, "Acme", "acme.example");
    int64_t beta = acts_company(db, "Beta", "beta.example"); /* takes all */
    int64_t ids[] = {
        acts_contact(db, "Jane", "Doe", NULL, acme),  /* the server knows jane@ */
        acts_contact(db, "Zoe", "Ghost", NULL, acme), /* and nobody of this name */
        acts_contact(db, "Jane", "Doe", NULL, beta),
    };
    database_script(db, "DELETE FROM mail_lease WHERE host LIKE 'mx.____.example'");
    look(&scene, &prober, ids, 3, &finding);
    assert_string_equal(address_of(db, ids[0]), "jane@acme.example");
    assert_int_equal(state_of(db, ids[0]), EMAIL_VERIFIED);
    assert_null(address_of(db, ids[1]));
    assert_int_equal(state_of(db, ids[1]), EMAIL_UNCHECKED);
    assert_null(address_of(db, ids[2]));
    assert_int_equal(state_of(db, ids[2]), EMAIL_CATCH_ALL);
    mail_servers_stop(&mail);
    close_scene(&scene);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_on_pages_and_guesses),
        cmocka_unit_test(leaves_out_what_may_not_be),
        cmocka_unit_test(asks_the_mail_server),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
