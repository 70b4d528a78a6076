/* Steps on a real database: order, days, what is refused and why. */
#include "support/campaign/steps.h"

/* Somebody in the campaign, and what is written to them in a step. */
static void
add_message(struct database *db, int64_t campaign, int64_t step)
{
    int64_t contact = database_number(
        db, arena_printf(
                db->arena,
                "INSERT INTO contact (tenant_id, last_name, name_key, search, sort_name, codes) "
                "VALUES (%" PRId64
                ", 'Byron', 'byron', 'byron', 'byron', array_fill(0::smallint, ARRAY[12])) "
                "RETURNING contact_id",
                db->tenant));
    database_script(
        db, arena_printf(db->arena,
                         "INSERT INTO campaign_person (tenant_id, campaign_id, contact_id) "
                         "VALUES (%" PRId64 ", %" PRId64 ", %" PRId64 ");"
                         "INSERT INTO message (tenant_id, campaign_id, step_id, contact_id, "
                         "channel, position, rank, language, tone, formality, provider) VALUES "
                         "(%" PRId64 ", %" PRId64 ", %" PRId64 ", %" PRId64
                         ", 'email', 1, 0, 'en', 'bold', 'formal', 'embedded')",
                         db->tenant, campaign, contact, db->tenant, campaign, step, contact));
}

static void
adds_in_order(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    int64_t campaign = steps_campaign(db, "draft");
    steps_add(db, campaign, "linkedin_connect", 0, "");
    steps_add(db, campaign, "email", 3, "");
    steps_add(db, campaign, "email", 7, " ");
    steps_assert(db, campaign, "1 LinkedIn invitation@0, 2 E-mail@3, 3 E-mail 2@7");
    struct campaign_step form = {
        .channel = "call", .day_offset = 3, .label = "Ring", .variants = 1, .position = 2};
    int64_t id;
    database_begin(db);
    assert_true(campaign_step_add(&db->ctx, campaign, &form, &id));
    database_commit(db);
    steps_assert(db, campaign, "1 LinkedIn invitation@0, 2 Ring@3 off, 3 E-mail@3, 4 E-mail 2@7");
    struct campaign_step step;
    database_begin(db);
    assert_true(campaign_step_get(&db->ctx, campaign, id, &step));
    assert_int_equal(step.max_length, 1500);
    assert_string_equal(step.condition, "always");
    steps_refused(db, campaign_step_get(&db->ctx, campaign, id + 1000, &step), ERR_NOT_FOUND, "",
                  "removed");
    for (int i = 4; i < CAMPAIGN_STEPS_MOST; i++)
        steps_add(db, campaign, "email", 10, "more");
    database_begin(db);
    form.position = 0;
    steps_refused(db, campaign_step_add(&db->ctx, campaign, &form, &id), ERR_CONFLICT, "", "20");
    database_free(db);
}

static void
moves_without_days_going_back(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    int64_t campaign = steps_campaign(db, "ready");
    int64_t a = steps_add(db, campaign, "email", 0, "A");
    steps_add(db, campaign, "email", 2, "B");
    steps_add(db, campaign, "email", 5, "C");
    int64_t d = steps_add(db, campaign, "email", 9, "D");
    database_begin(db);
    assert_true(campaign_step_move(&db->ctx, campaign, d, 2));
    database_commit(db);
    steps_assert(db, campaign, "1 A@0, 2 D@2, 3 B@5, 4 C@9");
    database_begin(db);
    assert_true(campaign_step_move(&db->ctx, campaign, a, 99));
    database_commit(db);
    steps_assert(db, campaign, "1 D@0, 2 B@2, 3 C@5, 4 A@9");
    database_begin(db);
    assert_true(campaign_step_move(&db->ctx, campaign, a, -1));
    assert_true(campaign_step_remove(&db->ctx, campaign, d));
    database_commit(db);
    steps_assert(db, campaign, "1 A@0, 2 B@5, 3 C@9");
    assert_int_equal(database_number(db, arena_printf(db->arena,
                                                      "SELECT count(*) FROM campaign WHERE "
                                                      "campaign_id = %" PRId64
                                                      " AND people_changed_at > created_at",
                                                      campaign)),
                     1);
    database_free(db);
}

static void
says_what_is_wrong(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    int64_t campaign = steps_campaign(db, "draft"), id;
    steps_add(db, campaign, "email", 4, "A");
    int64_t b = steps_add(db, campaign, "email", 6, "B");
    steps_add(db, campaign, "email", 8, "C");
    const struct campaign_step good = {
        .channel = "email", .day_offset = 6, .label = "B", .variants = 1, .is_on = true};
    char words[2002];
    memset(words, 'x', sizeof words - 1);
    words[sizeof words - 1] = '\0';
    const struct {
        struct campaign_step form;
        const char *field, *words;
    } cases[] = {
        {{.channel = "pigeon"},                              "channel",         "channels"  },
        {{.day_offset = 3},                                  "day_offset",      "day 4"     },
        {{.day_offset = 9},                                  "day_offset",      "day 8"     },
        {{.day_offset = 366},                                "day_offset",      "365"       },
        {{.condition = "maybe"},                             "condition",       "conditions"},
        {{.max_length = 99},                                 "max_length",      "100"       },
        {{.max_length = 5001},                               "max_length",      "5000"      },
        {{.channel = "linkedin_connect", .max_length = 301}, "max_length",      "300"       },
        {{.variants = 4},                                    "variants",        "3"         },
        {{.tone = "rude"},                                   "tone",            "tones"     },
        {{.formality = "stiff"},                             "formality",       "formal"    },
        {{.language = "english"},                            "language",        "languages" },
        {{.instructions = words},                            "instructions",    "2001"      },
        {{.label = words},                                   "label",           "120"       },
        {{.pdf_template_id = 1},                             "pdf_template_id", "not there" },
        {{.channel = "call", .pdf_template_id = 1},          "pdf_template_id", "goes along"},
        {{.examples = "[{\"body\":\"\",\"note\":\"x\"}]"},   "examples.0.body", "message"   },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct campaign_step form = cases[i].form;
        form.channel = form.channel ? form.channel : good.channel;
        form.day_offset = form.day_offset ? form.day_offset : good.day_offset;
        form.variants = form.variants ? form.variants : good.variants;
        database_begin(db);
        steps_refused(db, campaign_step_edit(&db->ctx, campaign, b, &form), ERR_INPUT,
                      cases[i].field, cases[i].words);
        form.position = 2;
        if (!strcmp(cases[i].words, "day 8"))
            continue;
        database_begin(db);
        steps_refused(db, campaign_step_add(&db->ctx, campaign, &form, &id), ERR_INPUT,
                      cases[i].field, !strcmp(cases[i].field, "day_offset") ? "" : cases[i].words);
    }
    database_begin(db);
    steps_refused(db, campaign_step_move(&db->ctx, campaign + 1000, b, 1), ERR_NOT_FOUND, "",
                  "campaign");
    database_free(db);
}

static void
keeps_what_is_written(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    int64_t campaign = steps_campaign(db, "ready"),
            step = steps_add(db, campaign, "email", 0, "Intro");
    add_message(db, campaign, step);
    struct campaign_step form = {.channel = "call", .variants = 1, .is_on = true}, *rows;
    size_t n;
    database_begin(db);
    assert_true(campaign_steps(&db->ctx, campaign, &rows, &n));
    assert_int_equal(rows[0].messages, 1);
    steps_refused(db, campaign_step_remove(&db->ctx, campaign, step), ERR_CONFLICT, "",
                  "Switch it off");
    database_begin(db);
    steps_refused(db, campaign_step_edit(&db->ctx, campaign, step, &form), ERR_INPUT, "channel",
                  "another step");
    database_begin(db);
    steps_refused(db, campaign_steps_replace(&db->ctx, campaign, &form, 1), ERR_CONFLICT, "",
                  "Intro");
    database_begin(db);
    assert_true(campaign_step_switch(&db->ctx, campaign, step, false));
    database_commit(db);
    steps_assert(db, campaign, "1 Intro@0 off");
    database_free(db);
}

static void
changes_early_states_only(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    static const char *const closed[] = {"generating", "review",   "approved",
                                         "sending",    "finished", "archived"};
    for (size_t i = 0; i < sizeof closed / sizeof *closed; i++) {
        int64_t campaign = steps_campaign(db, closed[i]), id;
        struct campaign_step form = {.channel = "email", .variants = 1};
        database_begin(db);
        steps_refused(db, campaign_step_add(&db->ctx, campaign, &form, &id), ERR_CONFLICT, "",
                      "draft or ready");
    }
    database_free(db);
}

static void
replaces_all(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    int64_t campaign = steps_campaign(db, "draft");
    steps_add(db, campaign, "email", 0, "Old");
    struct campaign_step steps[] = {
        {.channel = "linkedin_connect", .variants = 1, .is_on = true},
        { .channel = "email", .day_offset = 3,             .label = "Value", .variants = 2, .is_on = true}
    };
    database_begin(db);
    assert_true(campaign_steps_replace(&db->ctx, campaign, steps, 2));
    database_commit(db);
    steps_assert(db, campaign, "1 LinkedIn invitation@0, 2 Value@3");
    steps[0].day_offset = 4;
    database_begin(db);
    steps_refused(db, campaign_steps_replace(&db->ctx, campaign, steps, 2), ERR_INPUT,
                  "steps.1.day_offset", "backwards");
    steps_assert(db, campaign, "1 LinkedIn invitation@0, 2 Value@3");
    database_free(db);
}

static void
suggests_the_next(void **state)
{
    (void)state;
    struct campaign_step step, last = {.day_offset = 364};
    campaign_step_suggest(NULL, 0, "linkedin_connect", &step);
    assert_int_equal(step.day_offset, 0);
    assert_int_equal(step.max_length, 300);
    assert_string_equal(step.condition, "always");
    campaign_step_suggest(&last, 1, "email", &step);
    assert_int_equal(step.day_offset, 365);
    assert_string_equal(step.condition, "no_response");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(adds_in_order),
                                       cmocka_unit_test(moves_without_days_going_back),
                                       cmocka_unit_test(says_what_is_wrong),
                                       cmocka_unit_test(keeps_what_is_written),
                                       cmocka_unit_test(changes_early_states_only),
                                       cmocka_unit_test(replaces_all),
                                       cmocka_unit_test(suggests_the_next)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
