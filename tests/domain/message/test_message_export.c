/* Exports of campaigns on a real database: what stands in each kind of file, who is left out and why,
 * and the life of an export from the wish to the day its file goes. */
#include "support/claiming.h"

#include <ftw.h>
#include <unistd.h>

#include "base/conf.h"
#include "base/store.h"
#include "domain/export/record_export_run.h"
#include "domain/message/message_export.h"
#include "domain/message/message_export_row.h"
#include "support/unzip.h"

struct world {
    struct database *db;
    struct arena *arena;
    struct conf conf;
    int64_t campaign;
};

#define OK(world, call)                                                                            \
    do {                                                                                           \
        if (!(call))                                                                               \
            fail_msg("%s: %s", #call, (world)->db->ctx.err.message);                               \
    } while (0)

/* A campaign of four steps; 1 may be written to, each of the others must be left out of something. */
static const char world_sql[] =
    "CREATE TEMP TABLE c AS WITH o AS (INSERT INTO company (tenant_id, name, domain, status, "
    "name_key, "
    "search, sort_name, codes) VALUES (app.tenant(), '=Müller, KG', 'a.example', NULL, 'a', 'a', "
    "'a', "
    "'{1,0,0,0,0,0,0,50,0,0,0}'), (app.tenant(), 'Bad', 'b.example', 'disqualified', 'b', 'b', "
    "'b', "
    "'{1,0,0,0,0,0,0,50,0,0,0}'), (app.tenant(), 'Sifted', 'c.example', NULL, 'c', 'c', 'c', "
    "'{1,0,0,0,0,0,0,50,0,0,0}') RETURNING company_id, domain) SELECT * FROM o;"
    "INSERT INTO triage (tenant_id, company_id, ruled, reasons, rules_version) SELECT "
    "app.tenant(), company_id, 3, '[]', 0 FROM c WHERE domain = 'c.example';"
    "CREATE TEMP TABLE p AS WITH i AS (INSERT INTO contact (tenant_id, first_name, last_name, "
    "email, "
    "linkedin_url, company_id, status, deleted_at, name_key, search, sort_name, codes) SELECT "
    "app.tenant(), 'P' || n, NULLIF(l, ''), NULLIF(e, ''), NULLIF(u, ''), (SELECT company_id FROM "
    "c "
    "WHERE domain = d), NULLIF(s, ''), CASE WHEN n = 8 THEN now() END, 'p', 'p', 'p' || n, "
    "'{0,0,0,0,0,0,40,0,0,0,0,0}' FROM (VALUES "
    "(1, 'Ån', 'p1@x.example', 'https://www.linkedin.com/in/p1', 'a.example', ''), "
    "(2, '', 'p2@x.example', '', 'a.example', ''), "
    "(3, 'Z', '', 'https://www.linkedin.com/in/p3', 'a.example', ''), "
    "(4, 'Z', 'p4@gone.example', '', 'a.example', ''), "
    "(5, 'Z', 'p5@x.example', '', 'b.example', ''), "
    "(6, 'Z', 'p6@x.example', '', 'a.example', 'disqualified'), "
    "(7, 'Z', 'p7@x.example', '', 'c.example', ''), "
    "(8, 'Z', 'p8@x.example', '', 'a.example', ''), "
    "(9, 'Z', 'p9@x.example', '', 'a.example', ''), "
    "(10, 'Z', 'p10@x.example', '', 'a.example', '')) AS v(n, l, e, u, d, s) RETURNING contact_id, "
    "first_name) SELECT contact_id, substr(first_name, 2)::integer AS n FROM i;"
    "INSERT INTO suppression (tenant_id, kind, value, reason) VALUES (app.tenant(), 'domain', "
    "'gone.example', 'asked');"
    "INSERT INTO campaign (tenant_id, name, name_key, state) VALUES (app.tenant(), 'Autumn', "
    "'autumn', 'approved');"
    "CREATE TEMP TABLE k AS SELECT campaign_id FROM campaign WHERE tenant_id = app.tenant();"
    "INSERT INTO campaign_step (tenant_id, campaign_id, position, channel, label, max_length) "
    "SELECT app.tenant(), campaign_id, x.* FROM k, (VALUES (1, 'linkedin_connect', 'Email', 300), "
    "(2, 'email', 'Následný e-mail', 2000), (3, 'linkedin_message', '=1+1', 2000), "
    "(4, 'email', '=1+1', 2000)) AS x;"
    "INSERT INTO campaign_person (tenant_id, campaign_id, contact_id, state, variant) SELECT "
    "app.tenant(), campaign_id, contact_id, CASE n WHEN 9 THEN 'excluded' ELSE 'written' END, "
    "CASE n WHEN 1 THEN 2 END FROM k, p;"
    "INSERT INTO message (tenant_id, campaign_id, step_id, contact_id, variant, state, channel, "
    "position, rank, language, tone, formality, provider, cost_micros, version, approved_version, "
    "decided_at, reject_reason) SELECT app.tenant(), k.campaign_id, s.step_id, p.contact_id, v, "
    "CASE WHEN n = 10 OR (n = 1 AND s.position = 4) THEN 'rejected' ELSE 'approved' END, "
    "s.channel, "
    "s.position, 0, 'en', 'bold', 'formal', 'embedded', 1500, 2, 2, '2026-07-01 22:30:15Z', "
    "'not for them' FROM k, p, campaign_step s, generate_series(1, 2) v WHERE s.tenant_id = "
    "app.tenant() AND (v = 1 OR (n = 1 AND s.position = 2)) AND (n <> 2 OR s.position IN (2, 4));"
    "INSERT INTO message_version (tenant_id, message_id, version, subject, body, origin) SELECT "
    "m.tenant_id, message_id, w, CASE channel WHEN 'email' THEN 'About ' || p.n END, CASE WHEN w = "
    "1 "
    "THEN 'first text' WHEN position = 3 THEN '-2+3' ELSE format(E'Dear %s,\\nstep \"%s\", angle "
    "%s', "
    "p.n, position, variant) END, 'embedded' FROM message m JOIN p USING (contact_id), "
    "generate_series(1, 2) w WHERE m.tenant_id = app.tenant();"
    "UPDATE tenant SET time_zone = 'Europe/Prague' WHERE tenant_id = app.tenant();"
    "DROP TABLE c; DROP TABLE p; DROP TABLE k;";

static struct world *
world_new(void)
{
    struct database *db = database_new();
    if (!db)
        return NULL;
    struct world *world = ARENA_NEW(db->arena, struct world);
    char *files = arena_strdup(db->arena, "/tmp/leadgen-export-XXXXXX");
    world->db = db;
    world->arena = db->arena;
    world->conf.files = mkdtemp(files);
    world->conf.url = "https://leadgen.example";
    assert_non_null(world->conf.files);
    db->ctx.conf = &world->conf;
    database_script(db, arena_printf(db->arena, "SET app.tenant = %" PRId64, db->tenant));
    database_script(db, world_sql);
    world->campaign = database_number(
        db, arena_printf(db->arena, "SELECT campaign_id FROM campaign WHERE tenant_id = %" PRId64,
                         db->tenant));
    return world;
}

static int
remove_one(const char *path, const struct stat *status, int type, struct FTW *at)
{
    (void)status;
    (void)type;
    (void)at;
    return remove(path);
}

static void
world_free(struct world *world)
{
    assert_int_equal(nftw(world->conf.files, remove_one, 8, FTW_DEPTH | FTW_PHYS), 0);
    database_free(world->db);
}

static bool
begin(struct ctx *ctx, void *arg)
{
    (void)ctx;
    database_begin(arg);
    return true;
}

static bool
step(struct ctx *ctx, void *arg, int64_t done, int64_t total, bool *stop)
{
    (void)ctx;
    (void)arg;
    assert_true(done <= total);
    *stop = false;
    return true;
}

static const char *
path_of(struct world *world)
{
    return arena_printf(world->arena, "%s/out", world->conf.files);
}

static const char *
read_all(struct world *world, const char *path)
{
    size_t length;
    return (const char *)unzip_file(world->arena, path, &length);
}

static const char *
text_of(struct world *world, enum message_export_format format, bool bom,
        struct message_export_totals *totals)
{
    bool stopped;
    const struct message_export_work work = {
        .campaign_id = world->campaign,
        .format = format,
        .bom = bom,
        .path = path_of(world),
        .begin = begin,
        .step = step,
        .arg = world->db,
    };
    OK(world, message_export_write(&world->db->ctx, &work, totals, &stopped));
    assert_false(stopped);
    return read_all(world, work.path);
}

static int64_t
left_out(const struct message_export_totals *totals, const char *code)
{
    for (size_t i = 0; i < MESSAGE_EXPORT_REASONS; i++)
        if (!strcmp(message_export_reasons[i].code, code))
            return totals->left[i];
    fail_msg("no reason %s", code);
    return 0;
}

static void
lemlist_gets_a_row_per_person(void **state)
{
    (void)state;
    struct world *world = world_new();
    struct message_export_totals totals;
    if (!world)
        return;
    /* of the angles of a step the one the person was meant to get; formulas are guarded */
    assert_string_equal(
        text_of(world, MESSAGE_EXPORT_LEMLIST, false, &totals),
        "email,firstName,lastName,companyName,email_2,nasledny_e_mail,step_1_1,step_1_1_2,"
        "nasledny_e_mail_subject,step_1_1_2_subject\r\n"
        "p1@x.example,P1,Ån,\"'=Müller, KG\",\"Dear 1,\nstep \"\"1\"\", angle 1\",\"Dear 1,\nstep "
        "\"\"2\"\", angle 2\",\"'-2+3\",,About 1,\r\n"
        "p2@x.example,P2,,\"'=Müller, KG\",,\"Dear 2,\nstep \"\"2\"\", angle 1\",,\"Dear 2,\nstep "
        "\"\"4\"\", angle 1\",About 2,About 2\r\n");
    assert_int_equal(totals.people, 2);
    assert_int_equal(totals.messages, 5);
    assert_int_equal(totals.left_out, 8);
    assert_int_equal(left_out(&totals, "no_email"), 1);
    assert_int_equal(left_out(&totals, "suppressed"), 1);
    assert_int_equal(left_out(&totals, "disqualified"), 2);
    assert_int_equal(left_out(&totals, "left_out"), 1);
    assert_int_equal(left_out(&totals, "deleted"), 1);
    assert_int_equal(left_out(&totals, "excluded"), 1);
    assert_int_equal(left_out(&totals, "nothing"), 1);
    world_free(world);
}

static void
linkedin_gets_its_two_texts(void **state)
{
    (void)state;
    struct world *world = world_new();
    struct message_export_totals totals;
    if (!world)
        return;
    assert_string_equal(text_of(world, MESSAGE_EXPORT_LINKEDIN, true, &totals),
                        "\xEF\xBB\xBF"
                        "full_name,linkedin_url,connection_message,followup_message\r\n"
                        "P1 Ån,https://www.linkedin.com/in/p1,\"Dear 1,\nstep \"\"1\"\", angle "
                        "1\",\"'-2+3\"\r\n"
                        "P3 Z,https://www.linkedin.com/in/p3,\"Dear 3,\nstep \"\"1\"\", angle "
                        "1\",\"'-2+3\"\r\n");
    assert_int_equal(left_out(&totals, "no_linkedin"), 2);
    world_free(world);
}

static void
everybody_gets_a_row_per_message(void **state)
{
    (void)state;
    struct world *world = world_new();
    struct message_export_totals totals;
    if (!world)
        return;
    const char *text = text_of(world, MESSAGE_EXPORT_CSV, false, &totals);
    const char *second = strchr(text, '\n') + 1;
    assert_memory_equal(text,
                        "First Name,Last Name,Email,LinkedIn URL,Job Title,Company,Domain,Channel,"
                        "Step,Label,Subject,Body,Status,Tone,Cost (USD),Approved At\r\n",
                        (size_t)(second - text));
    const char *row = "P1,Ån,p1@x.example,https://www.linkedin.com/in/p1,,\"'=Müller, KG\","
                      "a.example,";
    assert_memory_equal(second, row, strlen(row));
    assert_non_null(strstr(text, ",2,Následný e-mail,About 1,\"Dear 1,\nstep \"\"2\"\", angle "
                                 "1\",approved,bold,0.0015,2026-07-02 00:30:15\r\n"));
    assert_null(strstr(text, "first text"));
    assert_null(strstr(text, "p4@"));
    assert_int_equal(totals.people, 3);
    assert_int_equal(totals.messages, 4 + 2 + 4);
    (void)text_of(world, MESSAGE_EXPORT_XLSX, false, &totals);
    const char *xml = unzip_member(world->arena, path_of(world), "xl/worksheets/sheet1.xml");
    assert_non_null(strstr(xml, "<t>=Müller, KG</t>"));
    assert_non_null(strstr(xml, "<c r=\"O2\"><v>0.0015</v></c>"));
    world_free(world);
}

/* Side by side or apart, changed or not: nobody gets another version than the approved one. */
static void
words_are_those_of_the_approved_version(void **state)
{
    (void)state;
    static const char *const changed[] = {"position = 2", "position IN (1, 3)",
                                          "contact_id % 3 > 0", "true"};
    for (size_t i = 0; i < sizeof changed / sizeof *changed; i++) {
        struct world *world = world_new();
        struct message_export_totals totals;
        if (!world)
            return;
        struct database *db = world->db;
        database_script(db, arena_printf(db->arena,
                                         "UPDATE message SET version = 1, approved_version = 1 "
                                         "WHERE tenant_id = %" PRId64 " AND %s",
                                         db->tenant, changed[i]));
        int64_t first = database_number(
            db, arena_printf(db->arena,
                             "SELECT count(*) FROM message m JOIN contact c USING (tenant_id, "
                             "contact_id) WHERE m.tenant_id = %" PRId64
                             " AND m.state = 'approved' AND m.version = 1 AND first_name IN "
                             "('P1', 'P2', 'P3')",
                             db->tenant));
        const char *text = text_of(world, MESSAGE_EXPORT_CSV, false, &totals);
        int64_t found = 0;
        for (const char *at = text; (at = strstr(at, ",first text,")); at++)
            found++;
        assert_int_equal(totals.messages, 10);
        assert_int_equal(found, first);
        world_free(world);
    }
}

/* Asks for an export and works it off. */
static struct message_export
made(struct world *world, enum message_export_format format)
{
    struct database *db = world->db;
    struct message_export export;
    int64_t export_id;
    database_begin(db);
    OK(world, message_export_start(&db->ctx, world->campaign, format, false, &export_id));
    OK(world, message_export_get(&db->ctx, world->campaign, export_id, &export));
    database_commit(db);
    assert_string_equal(export.state, "waiting");
    claiming_run(db, &db->ctx, export.job_id);
    database_begin(db);
    OK(world, message_export_get(&db->ctx, world->campaign, export_id, &export));
    database_commit(db);
    return export;
}

static void
an_export_says_who_is_missing_and_goes_after_a_week(void **state)
{
    (void)state;
    struct world *world = world_new();
    if (!world)
        return;
    struct database *db = world->db;
    struct message_export export = made(world, MESSAGE_EXPORT_LEMLIST);
    struct message_export_sum *sums;
    struct message_export_out *people;
    size_t n_sums, n_people;
    assert_string_equal(export.state, "done");
    assert_int_equal(export.people, 2);
    assert_int_equal(export.left_out, 8);
    assert_int_equal(export.expires_at - export.finished_at, 7 * 86400000);
    assert_non_null(
        strstr(message_export_file_name(db->arena, "kestrel", &export), "kestrel-lemlist-"));
    database_begin(db);
    OK(world, message_export_sums(&db->ctx, export.export_id, &sums, &n_sums));
    OK(world,
       message_export_left(&db->ctx, export.export_id, "suppressed", 10, &people, &n_people));
    database_commit(db);
    assert_int_equal(n_sums, 7);
    assert_string_equal(sums[0].reason, "disqualified");
    assert_int_equal(n_people, 1);
    assert_string_equal(people[0].name, "P4 Z");
    const char *noted = database_value(
        db, arena_printf(db->arena,
                         "SELECT subject || ' ' || (detail ->> 'campaign') FROM audit WHERE action "
                         "= 'export' AND tenant_id = %" PRId64 " AND actor = %" PRId64,
                         db->tenant, db->user));
    assert_string_equal(noted, "messages to 2 people Autumn");

    struct task_run run = {.tenant_id = db->tenant};
    const char *path = store_path(&db->ctx, export.file);
    OK(world, record_export_retention(&db->ctx, &run));
    assert_int_equal(access(path, F_OK), 0);
    database_script(db, arena_printf(db->arena,
                                     "UPDATE campaign_export SET expires_at = now() - interval '1 "
                                     "hour' WHERE tenant_id = %" PRId64,
                                     db->tenant));
    OK(world, record_export_retention(&db->ctx, &run));
    assert_int_equal(access(path, F_OK), -1);
    world_free(world);
}

static void
nothing_leaves_before_approval(void **state)
{
    (void)state;
    struct world *world = world_new();
    if (!world)
        return;
    struct database *db = world->db;
    int64_t export_id;
    static const char *const states[] = {"draft", "ready", "generating", "review", "archived"};
    for (size_t i = 0; i < sizeof states / sizeof *states; i++) {
        int64_t campaign = database_number(
            db, arena_printf(db->arena,
                             "INSERT INTO campaign (tenant_id, name, name_key, state) VALUES "
                             "(%" PRId64 ", '%s', '%s', '%s') RETURNING campaign_id",
                             db->tenant, states[i], states[i], states[i]));
        database_begin(db);
        assert_false(
            message_export_start(&db->ctx, campaign, MESSAGE_EXPORT_CSV, false, &export_id));
        assert_int_equal(db->ctx.err.kind, ERR_CONFLICT);
        err_clear(&db->ctx);
        db_rollback(&db->ctx);
    }
    world_free(world);
}

static void
names_columns_that_tools_can_use(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    assert_string_equal(message_export_column_name(arena, "Email 1", 1), "email_1");
    assert_string_equal(message_export_column_name(arena, "  Žádost – číslo 2! ", 1),
                        "zadost_cislo_2");
    assert_string_equal(message_export_column_name(arena, "日本", 3), "step_3");
    assert_string_equal(message_export_column_name(arena, "=cmd|' /C calc'!A0", 1),
                        "cmd_c_calc_a0");
    assert_string_equal(message_export_column_name(arena, "3rd touch", 3), "step_3rd_touch");
    arena_free(arena);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lemlist_gets_a_row_per_person),
        cmocka_unit_test(linkedin_gets_its_two_texts),
        cmocka_unit_test(everybody_gets_a_row_per_message),
        cmocka_unit_test(words_are_those_of_the_approved_version),
        cmocka_unit_test(an_export_says_who_is_missing_and_goes_after_a_week),
        cmocka_unit_test(nothing_leaves_before_approval),
        cmocka_unit_test(names_columns_that_tools_can_use),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
