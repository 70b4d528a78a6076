/* The pages of a campaign's exports: what may be asked for and when, what was made, who was left out,
 * the download, and what a viewer or another workspace may not. */
#include "support/claiming.h"
#include "support/pages.h"

/* An approved campaign with one person who may be written to and one who may not; its id. */
static int64_t
add_campaign(struct pages *pages, const char *state)
{
    struct database *db = pages->people->db;
    struct arena *arena = pages->people->arena;
    const char *slug = pages->people->kestrel_slug;
    (void)database_value(db, arena_printf(arena,
                                          "SELECT set_config('app.tenant', tenant_id::text, false) "
                                          "FROM tenant WHERE slug = '%s'",
                                          slug));
    int64_t id = database_number(
        db, arena_printf(arena,
                         "INSERT INTO campaign (tenant_id, name, name_key, state) VALUES "
                         "(app.tenant(), 'Autumn <b>', 'autumn', '%s') RETURNING campaign_id",
                         state));
    database_script(
        db,
        arena_printf(
            arena,
            "INSERT INTO campaign_step (tenant_id, campaign_id, position, channel, label, "
            "max_length) VALUES (app.tenant(), %" PRId64 ", 1, 'email', 'First', 2000);"
            "INSERT INTO contact (tenant_id, first_name, email, status, name_key, search, "
            "sort_name, codes) SELECT app.tenant(), 'Zoe' || n, 'zoe' || n || '@x.example', CASE n "
            "WHEN 2 THEN 'disqualified' END, 'z', 'z', 'z' || n, "
            "'{0,0,0,0,0,0,40,0,0,0,0,0}' FROM generate_series(1, 2) n;"
            "INSERT INTO campaign_person (tenant_id, campaign_id, contact_id, state) SELECT "
            "tenant_id, %" PRId64 ", contact_id, 'written' FROM contact WHERE tenant_id = "
            "app.tenant() AND first_name LIKE 'Zoe_';"
            "INSERT INTO message (tenant_id, campaign_id, step_id, contact_id, state, channel, "
            "position, rank, language, tone, formality, provider, approved_version, decided_at) "
            "SELECT p.tenant_id, p.campaign_id, s.step_id, p.contact_id, 'approved', s.channel, 1, "
            "0, 'en', 'bold', 'formal', 'embedded', 1, now() FROM campaign_person p JOIN "
            "campaign_step s USING (tenant_id, campaign_id) WHERE p.campaign_id = %" PRId64 ";"
            "INSERT INTO message_version (tenant_id, message_id, version, subject, body, origin) "
            "SELECT tenant_id, message_id, 1, 'Hello', 'Dear you', 'embedded' FROM message WHERE "
            "campaign_id = %" PRId64,
            id, id, id, id));
    return id;
}

static const char *
path_of(struct pages *pages, int64_t id)
{
    return pages_path(pages,
                      arena_printf(pages->people->arena, "/campaigns/%" PRId64 "/exports", id));
}

static void
an_approved_campaign_becomes_a_file(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    struct database *db = pages->people->db;
    const char *path = path_of(pages, add_campaign(pages, "approved"));
    struct webrun_answer answer = pages_get(pages, ED, path);
    assert_int_equal(answer.status, 200);
    pages_shows(&answer, "Autumn &lt;b&gt;");
    pages_shows(&answer, "name=\"format\" value=\"lemlist\" checked");
    pages_shows(&answer, "Nothing was exported yet");
    answer = pages_post(pages, ED, path, "format=odt");
    assert_int_equal(answer.status, 400);
    answer = pages_post(pages, ED, path, "format=lemlist&bom=1");
    assert_int_equal(answer.status, 303);
    const char *one =
        arena_strdup(pages->people->arena, webrun_header(pages->run, &answer, "Location"));
    answer = pages_get(pages, ED, one);
    pages_shows(&answer, "Waiting");
    pages_shows(&answer, "Cancel export");
    int64_t job =
        database_number(db, arena_printf(pages->people->arena,
                                         "SELECT job_id FROM campaign_export WHERE export_id = %s",
                                         strrchr(one, '/') + 1));
    struct ctx batch = db->ctx;
    batch.conf = webrun_ctx(pages->run)->conf;
    claiming_run(db, &batch, job);
    answer = pages_get(pages, ED, one);
    pages_shows(&answer, "Ready");
    pages_shows(&answer, "or their company are disqualified");
    pages_shows(&answer, "Zoe2");
    pages_shows(&answer, "<dt>Messages</dt><dd class=\"tnum\">1</dd>");
    answer = pages_get(pages, ED, arena_printf(pages->people->arena, "%s/file", one));
    assert_int_equal(answer.status, 200);
    assert_non_null(strstr(webrun_header(pages->run, &answer, "Content-Disposition"), "-lemlist-"));
    assert_non_null(webrun_header(pages->run, &answer, "X-Accel-Redirect"));
    answer = pages_get(pages, ED, path);
    pages_shows(&answer, "Download");
    /* viewers and other workspaces get nothing */
    assert_int_equal(pages_get(pages, VI, path).status, 403);
    assert_int_equal(pages_get(pages, VI, one).status, 403);
    assert_int_equal(pages_get(pages, BO, one).status, 404);
    pages_free(pages);
}

static void
nothing_is_offered_before_approval(void **state)
{
    (void)state;
    struct pages *pages = pages_new();
    if (!pages)
        return;
    const char *path = path_of(pages, add_campaign(pages, "finished"));
    assert_int_equal(pages_get(pages, ED, path).status, 200);
    path = path_of(pages, add_campaign(pages, "archived"));
    struct webrun_answer answer = pages_get(pages, ED, path);
    pages_shows(&answer, "Review and approve the campaign first.");
    assert_int_equal(pages_post(pages, ED, path, "format=csv").status, 409);
    pages_free(pages);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_approved_campaign_becomes_a_file),
        cmocka_unit_test(nothing_is_offered_before_approval),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
