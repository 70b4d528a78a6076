/* Messages of a campaign written by the three kinds of language models, one call in ten failing: each is
 * written once or failed with its cause, and the ledger, the log and the messages agree on what it cost. */
#include "domain/generation/writing.h"
#include "domain/provider/model_sim.h"
#include "support/file.h"

#include "domain/generation/letter_model.h"
#include "domain/generation/rewrite.h"
#include "domain/pipeline/ledger.h"

enum { PEOPLE = 5, STEPS = 2, ALL = 400 };

static const struct {
    const char *kind, *base_url;
} services[] = {
    {MODEL_ANTHROPIC,  "http://model.example"   },
    {MODEL_OPENAI,     "http://model.example/v1"},
    {MODEL_PERPLEXITY, "http://model.example"   },
};

struct scene {
    struct database *db;
    struct model_sim sim;
    struct conf conf;
    char file[64];
    int64_t provider;
};

static bool
open_scene(struct scene *scene, const char *faults)
{
    *scene = (struct scene){.db = database_new()};
    if (!scene->db)
        return false;
    scene->sim = model_sim_start(faults);
    if (!scene->sim.port) {
        database_free(scene->db);
        return false;
    }
    snprintf(scene->file, sizeof scene->file, "/tmp/leadgen-test-model-XXXXXX");
    FILE *file = fdopen(mkstemp(scene->file), "w");
    fprintf(file, "model.example:80:127.0.0.1:%d\n", scene->sim.port);
    fclose(file);
    static const char keys[] =
        "seal 00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff\n"
        "suppression 99112233445566778899aabbccddeeff00112233445566778899aabbccdd\n";
    scene->conf.keyfile = test_file(scene->db->arena, keys, sizeof keys - 1);
    scene->conf.resolve = scene->file;
    scene->conf.agent_url = "https://leads.example/";
    scene->db->ctx.conf = &scene->conf;
    return true;
}

static void
close_scene(struct scene *scene)
{
    model_sim_stop(&scene->sim);
    unlink(scene->file);
    database_free(scene->db);
}

static void
set_up(struct scene *scene, size_t service, const char *model)
{
    struct database *db = scene->db;
    struct provider one = {
        .kind = services[service].kind,
        .name = services[service].kind,
        .base_url = services[service].base_url,
        .settings = arena_printf(db->arena,
                                 "{\"model\":\"%s\",\"price_in\":1000000,\"price_out\":5000000,"
                                 "\"max_tokens\":2000}",
                                 model),
        .per_minute = 6000,
        .timeout_seconds = 2,
        .is_on = true};
    database_begin(db);
    if (!ledger_limit(&db->ctx, 100000000, "hard", 80, 1) || !provider_save(&db->ctx, &one) ||
        !provider_set_key(&db->ctx, db->tenant, one.provider_id, MODEL_SIM_KEY))
        fail_msg("%s", db->ctx.err.message);
    database_commit(db);
    scene->provider = one.provider_id;
}

static int64_t
campaign_by(struct scene *scene)
{
    struct database *db = scene->db;
    int64_t campaign = writing_campaign(db, "choose");
    database_script(db, arena_printf(db->arena,
                                     "UPDATE campaign SET provider_id = %" PRId64
                                     " WHERE campaign_id = %" PRId64,
                                     scene->provider, campaign));
    writing_step(db, campaign, "email", 1);
    writing_step(db, campaign, "linkedin_message", 1);
    return campaign;
}

static void
a_shaky_model_writes_each_once(void **state)
{
    (void)state;
    for (size_t s = 0; s < sizeof services / sizeof *services; s++) {
        struct scene scene;
        if (!open_scene(&scene, "10"))
            return;
        struct database *db = scene.db;
        set_up(&scene, s, "sim");
        int64_t campaign = campaign_by(&scene);
        int64_t first = writing_people(db, campaign, PEOPLE);
        struct generation_estimate estimate;
        database_begin(db);
        if (!generation_estimate(&db->ctx, campaign, &estimate))
            fail_msg("%s", db->ctx.err.message);
        database_commit(db);
        assert_null(estimate.missing);
        assert_int_equal(estimate.cost_micros, estimate.each_micros * (PEOPLE + 1));
        writing_start(db, campaign);
        writing_work(db, ALL);
        assert_string_equal(writing_state(db, campaign), "review");
        for (int64_t i = 0; i < PEOPLE; i++)
            assert_string_equal(writing_person(db, campaign, first + i), "written");
        assert_int_equal(writing_messages(db, campaign), PEOPLE * STEPS);
        assert_int_equal(
            0, writing_sql(db,
                           "SELECT count(*) FROM message m JOIN message_version v USING "
                           "(tenant_id, message_id) WHERE m.campaign_id = %" PRId64
                           " AND (v.origin <> 'model' OR m.provider <> '%s' OR v.claims = '[]' OR "
                           "m.cost_micros = 0 OR (m.channel = 'email') <> (v.subject IS NOT NULL))",
                           campaign, services[s].kind));
        /* One call in ten failed: more calls than letters, and all of them are paid for once. */
        int64_t calls = writing_sql(db,
                                    "SELECT count(*) FROM provider_call WHERE provider_id = "
                                    "%" PRId64,
                                    scene.provider);
        assert_in_range(calls, PEOPLE * STEPS + 1, PEOPLE * STEPS + 5);
        int64_t cost = writing_sql(db,
                                   "SELECT sum(cost_micros)::bigint FROM provider_call WHERE "
                                   "provider_id = %" PRId64,
                                   scene.provider);
        struct ledger_budget budget;
        database_begin(db);
        assert_true(ledger_budget(&db->ctx, &budget));
        database_commit(db);
        assert_int_equal(budget.spent_micros, cost);
        assert_int_equal(budget.reserved_micros, 0);
        assert_in_range(cost, 1, estimate.cost_micros);
        close_scene(&scene);
    }
}

static void
what_fails_says_why(void **state)
{
    (void)state;
    static const struct {
        const char *model, *cause, *says;
    } cases[] = {
        {"sim-refusal", "refusal", "does not want to write"         },
        {"sim-tokens",  "tokens",  "ran out of tokens"              },
        {"sim-source",  "source",  "names a source it was not given"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct scene scene;
        if (!open_scene(&scene, "0"))
            return;
        struct database *db = scene.db;
        set_up(&scene, 1, cases[i].model);
        int64_t campaign = campaign_by(&scene);
        writing_people(db, campaign, 1);
        int64_t run = writing_start(db, campaign);
        writing_work(db, ALL);
        assert_string_equal(writing_state(db, campaign), "ready");
        assert_int_equal(writing_messages(db, campaign), 0);
        const char *said = writing_text(db,
                                        "SELECT cause || ': ' || message FROM stage_result WHERE "
                                        "run_id = %" PRId64,
                                        run);
        if (!said || !strstr(said, cases[i].cause) || !strstr(said, cases[i].says))
            fail_msg("%s: %s", cases[i].model, said);
        close_scene(&scene);
    }
}

/* A text that a model writes anew: one at a time, paid for once, the old one kept. */
static void
writes_one_anew(void **state)
{
    (void)state;
    struct scene scene;
    if (!open_scene(&scene, "0"))
        return;
    struct database *db = scene.db;
    const struct rewrite_wish wish = {.tone = "casual", .instruction = "Name the deadline."};
    int64_t job_id, again, cost;
    bool by_model;
    struct ledger_budget before, budget;
    set_up(&scene, 0, "sim");
    int64_t campaign = campaign_by(&scene);
    writing_people(db, campaign, 1);
    writing_start(db, campaign);
    writing_work(db, ALL);
    int64_t id = writing_sql(db, "SELECT min(message_id) FROM message WHERE campaign_id = %" PRId64,
                             campaign);
    database_begin(db);
    assert_true(ledger_budget(&db->ctx, &before));
    assert_true(rewrite_estimate(&db->ctx, id, &by_model, &cost));
    assert_true(by_model && cost > 0);
    if (!rewrite_start(&db->ctx, id, &wish, &job_id))
        fail_msg("%s", db->ctx.err.message);
    database_commit(db);
    assert_true(job_id > 0);
    database_begin(db);
    assert_false(rewrite_start(&db->ctx, id, &wish, &again));
    assert_int_equal(db->ctx.err.kind, ERR_CONFLICT);
    db_rollback(&db->ctx);
    err_clear(&db->ctx);
    database_begin(db);
    assert_true(ledger_budget(&db->ctx, &budget));
    database_commit(db);
    assert_int_equal(budget.reserved_micros, cost);
    claiming_run(db, &db->ctx, job_id);
    assert_string_equal(
        writing_text(db,
                     "SELECT m.version || ' ' || m.state || ' ' || m.tone || ' ' || count(v.*) || "
                     "' ' || coalesce(m.trouble, '') FROM message m JOIN message_version v USING "
                     "(tenant_id, message_id) WHERE m.message_id = %" PRId64
                     " GROUP BY m.tenant_id, m.message_id",
                     id),
        "2 draft casual 2 ");
    database_begin(db);
    assert_true(ledger_budget(&db->ctx, &budget));
    database_commit(db);
    assert_int_equal(budget.reserved_micros, 0);
    assert_in_range(budget.spent_micros - before.spent_micros, 1, cost);
    close_scene(&scene);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_shaky_model_writes_each_once),
        cmocka_unit_test(what_fails_says_why),
        cmocka_unit_test(writes_one_anew),
    };
    claiming_alone();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
