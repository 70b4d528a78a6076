/* Presets and the library on a real database: saved, loaded, renamed, deleted. */
#include "support/campaign/steps.h"

#include "domain/sequence/campaign_template.h"

static int64_t
save(struct database *db, int64_t campaign, const char *name, bool replace)
{
    int64_t id = 0;
    database_begin(db);
    if (!campaign_template_save(&db->ctx, campaign, name, "For spring", replace, &id))
        fail_msg("%s", db->ctx.err.message);
    database_commit(db);
    return id;
}

static void
load(struct database *db, int64_t campaign, const char *key, struct campaign_template *loaded)
{
    database_begin(db);
    if (!campaign_template_load(&db->ctx, campaign, key, loaded))
        fail_msg("%s: %s", db->ctx.err.field, db->ctx.err.message);
    database_commit(db);
}

/* The names in the library, presets left out. */
static void
assert_library(struct database *db, const char *wanted)
{
    struct campaign_template *all;
    size_t n;
    char found[500] = "";
    database_begin(db);
    assert_true(campaign_templates(&db->ctx, &all, &n));
    assert_true(n >= 6 && !all[5].template_id);
    for (size_t i = 6; i < n; i++)
        snprintf(found + strlen(found), sizeof found - strlen(found), "%s;", all[i].name);
    database_commit(db);
    assert_string_equal(found, wanted);
}

static void
keeps_steps_and_voice(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    int64_t from = steps_campaign(db, "review"), to = steps_campaign(db, "draft");
    struct campaign_template got;
    load(db, to, "email-3-step", &got);
    steps_assert(db, to, "1 Intro@0, 2 Value@3, 3 Close@8");
    struct campaign_step *steps, form;
    size_t n;
    database_begin(db);
    assert_true(campaign_steps(&db->ctx, to, &steps, &n));
    form = steps[1];
    form.tone = "bold";
    form.language = "cs";
    form.variants = 3;
    form.is_on = false;
    form.examples = "[{\"body\":\"Dobrý den\",\"note\":\"krátké\"}]";
    assert_true(campaign_step_edit(&db->ctx, to, form.step_id, &form));
    database_commit(db);
    int64_t id = save(db, to, "  Můj  postup ", false);
    database_script(db, arena_printf(db->arena,
                                     "UPDATE campaign SET state = 'archived' WHERE campaign_id = "
                                     "%" PRId64,
                                     to));
    int64_t next = steps_campaign(db, "ready");
    steps_add(db, next, "call", 1, "Old");
    load(db, next, arena_printf(db->arena, "%" PRId64, id), &got);
    assert_string_equal(got.name, "Můj postup");
    assert_string_equal(got.description, "For spring");
    assert_string_equal(got.tone, "professional");
    assert_int_equal(got.personalisation, 4);
    steps_assert(db, next, "1 Intro@0, 2 Value@3 off, 3 Close@8");
    database_begin(db);
    assert_true(campaign_steps(&db->ctx, next, &steps, &n));
    assert_string_equal(steps[1].tone, "bold");
    assert_string_equal(steps[1].language, "cs");
    assert_int_equal(steps[1].variants, 3);
    assert_non_null(strstr(steps[1].examples, "Dobrý den"));
    assert_string_equal(steps[1].instructions, form.instructions);
    steps_refused(db, campaign_template_load(&db->ctx, from, "meetup", &got), ERR_CONFLICT, "",
                  "draft or ready");
    database_free(db);
}

static void
tells_names_apart(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    int64_t campaign = steps_campaign(db, "draft"), id;
    database_begin(db);
    steps_refused(db, campaign_template_save(&db->ctx, campaign, "Empty", "", false, &id),
                  ERR_CONFLICT, "", "no steps");
    steps_add(db, campaign, "email", 0, "One");
    int64_t first = save(db, campaign, "Beta", false), second = save(db, campaign, "álpha", false);
    assert_library(db, "álpha;Beta;");
    static const char *const taken[] = {"", "beta", "ALPHA", "email 3-step"};
    for (size_t i = 0; i < sizeof taken / sizeof *taken; i++) {
        database_begin(db);
        steps_refused(db, campaign_template_save(&db->ctx, campaign, taken[i], "", false, &id),
                      ERR_INPUT, "name", "");
    }
    database_begin(db);
    steps_refused(db, campaign_template_rename(&db->ctx, first, "Alpha", ""), ERR_INPUT, "name",
                  "already");
    steps_add(db, campaign, "call", 2, "Two");
    assert_int_equal(save(db, campaign, "BETA", true), first);
    database_begin(db);
    struct campaign_template got;
    assert_true(campaign_template_get(&db->ctx, arena_printf(db->arena, "%" PRId64, first), &got));
    assert_int_equal(got.n_steps, 2);
    assert_string_equal(got.author, "Hana Test");
    assert_true(campaign_template_rename(&db->ctx, first, "Gamma", ""));
    assert_true(campaign_template_delete(&db->ctx, second));
    database_commit(db);
    assert_library(db, "Gamma;");
    save(db, campaign, "Alpha", false);
    database_begin(db);
    steps_refused(db, campaign_template_delete(&db->ctx, second), ERR_NOT_FOUND, "", "deleted");
    database_begin(db);
    steps_refused(db, campaign_template_get(&db->ctx, "no-such", &got), ERR_NOT_FOUND, "",
                  "deleted");
    database_free(db);
}

static void
leaves_out_lost_files(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    int64_t campaign = steps_campaign(db, "draft");
    int64_t pdf = database_number(
        db, arena_printf(db->arena,
                         "INSERT INTO pdf_template (tenant_id, name, html, variables) VALUES "
                         "(%" PRId64 ", 'Flyer', 'x', '{}') RETURNING pdf_template_id",
                         db->tenant));
    struct campaign_step form = {
        .channel = "email", .variants = 1, .is_on = true, .pdf_template_id = pdf};
    int64_t step;
    struct campaign_template got;
    database_begin(db);
    assert_true(campaign_step_add(&db->ctx, campaign, &form, &step));
    database_commit(db);
    const char *key =
        arena_printf(db->arena, "%" PRId64, save(db, campaign, "With a flyer", false));
    load(db, campaign, key, &got);
    assert_int_equal(got.steps[0].pdf_template_id, pdf);
    assert_int_equal(got.pdf_step, 0);
    database_script(
        db,
        arena_printf(db->arena,
                     "UPDATE pdf_template SET deleted_at = now() WHERE pdf_template_id = %" PRId64,
                     pdf));
    load(db, campaign, key, &got);
    assert_int_equal(got.steps[0].pdf_template_id, 0);
    assert_int_equal(got.pdf_step, 1);
    load(db, campaign, "linkedin-email", &got);
    assert_int_equal(got.pdf_step, 4);
    steps_assert(db, campaign,
                 "1 LinkedIn Invite@0, 2 Email 1@2, 3 Email 2@6, 4 LI Followup + PDF@9, "
                 "5 Email 3@14 off");
    database_free(db);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(keeps_steps_and_voice),
                                       cmocka_unit_test(tells_names_apart),
                                       cmocka_unit_test(leaves_out_lost_files)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
