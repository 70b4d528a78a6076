/* Runs of the stages of addresses through the queue, with a DNS server of the test's own: found, guessed,
 * checked; a name server that is down is asked again and in the end said to be. This file's registry
 * stands in for stages.c. */
#include "support/claiming.h"

#include "base/conf.h"
#include "domain/email/email_score.h"
#include "domain/pipeline/pipeline_run.h"
#include "domain/pipeline/stage_email_find.h"
#include "domain/pipeline/stage_email_verify.h"
#include "domain/pipeline/stage_queue.h"
#include "support/acts.h"
#include "support/dns_server.h"

/* What finding comes after, when it is in the run. */
static const struct stage people = {.name = "people", .label = "People", .entity = RECORD_COMPANY};
const struct stage *const stages[] = {&people, &stage_email_find, &stage_email_verify, NULL};

static const struct dns_row rows[] = {
    {"acme.example",   "MX", "10 mx.acme.example", DNS_WELL    },
    {"null.example",   "MX", "0 .",                DNS_WELL    },
    {"broken.example", NULL, NULL,                 DNS_SERVFAIL},
};

static int64_t
start(struct database *db, const int64_t *ids, size_t n)
{
    static const char *const names[] = {"email_find", "email_verify"};
    struct pipeline_choice choice = {.entity = RECORD_CONTACT,
                                     .ids = ids,
                                     .n_ids = n,
                                     .stages = names,
                                     .n_stages = 2,
                                     .title = ""};
    int64_t run_id;
    database_begin(db);
    acts_ok(db, pipeline_run_start(&db->ctx, &choice, &run_id));
    database_commit(db);
    claiming_run(db, &db->ctx,
                 database_number(db, arena_printf(db->arena,
                                                  "SELECT job_id FROM pipeline_run WHERE run_id = "
                                                  "%" PRId64,
                                                  run_id)));
    return run_id;
}

static void
work_all(struct database *db)
{
    struct stage_queue queue;
    char said[STAGE_NOTE_SIZE];
    bool found = true;
    stage_queue_open(&queue, "test:email");
    while (found) {
        database_script(db, arena_printf(db->arena,
                                         "UPDATE stage_work SET next_at = now() WHERE state = 'w' "
                                         "AND tenant_id = %" PRId64,
                                         db->tenant));
        acts_ok(db, stage_queue_refresh(&db->ctx, &queue));
        acts_ok(db, stage_queue_work(&db->ctx, &queue, &found, said));
        if (*said)
            printf("# %s\n", said);
    }
    stage_queue_close(&queue);
}

static const char *
got(struct database *db, int64_t run_id, int64_t record_id)
{
    const char *value = database_value(
        db,
        arena_printf(db->arena,
                     "SELECT string_agg(stage || ':' || result || coalesce('/' || cause, ''), ' ' "
                     "ORDER BY stage) FROM stage_result WHERE run_id = %" PRId64
                     " AND record_id = %" PRId64,
                     run_id, record_id));
    return value ? value : "";
}

static void
runs_through_the_queue(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    struct dns_server server;
    assert_true(dns_server_start(&server, rows, sizeof rows / sizeof *rows));
    struct conf conf = {.dns = server.address};
    db->ctx.conf = &conf;
    int64_t acme = acts_company(db, "Acme", "acme.example");
    int64_t broken = acts_company(db, "Broken", "broken.example");
    int64_t ids[] = {
        acts_contact(db, "Anna", "Smith", "anna.smith@acme.example", acme),
        acts_contact(db, "Jane", "Doe", NULL, acme),
        acts_contact(db, "Joe", "Null", "joe@null.example", 0),
        acts_contact(db, "Jim", "Broken", "jim@broken.example", broken),
        acts_contact(db, "Jan", "Broken", NULL, broken),
        acts_contact(db, "No", "Company", NULL, 0),
    };
    int64_t run = start(db, ids, 6);
    work_all(db);
    assert_string_equal(got(db, run, ids[0]), "email_find:done email_verify:done");
    assert_string_equal(got(db, run, ids[1]),
                        "email_find:partial/guess email_verify:no_match/no_address");
    assert_string_equal(got(db, run, ids[2]), "email_find:done email_verify:done");
    assert_string_equal(got(db, run, ids[3]), "email_find:done email_verify:partial/dns");
    assert_string_equal(got(db, run, ids[4]),
                        "email_find:failed/dns email_verify:no_match/no_address");
    assert_string_equal(got(db, run, ids[5]),
                        "email_find:no_match/no_domain email_verify:no_match/no_address");
    const int64_t want[] = {EMAIL_FOUND,   EMAIL_GUESS,     EMAIL_INVALID,
                            EMAIL_UNKNOWN, EMAIL_UNCHECKED, EMAIL_UNCHECKED};
    for (size_t i = 0; i < 6; i++)
        assert_int_equal(database_number(db, arena_printf(db->arena,
                                                          "SELECT email_state FROM contact WHERE "
                                                          "contact_id = %" PRId64,
                                                          ids[i])),
                         want[i]);
    dns_server_stop(&server);
    database_free(db);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(runs_through_the_queue),
    };
    claiming_alone();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
