/* PDFs on a real database: an upload is cleaned and kept, becomes a file per person with an address that
 * nobody can guess, once for the same page, and goes with the person. */
#include "support/claiming.h"

#include <ftw.h>

#include "base/conf.h"
#include "base/store.h"
#include "domain/letter_pdf/letter_pdf.h"
#include "support/unzip.h"

#define OK(db, call)                                                                               \
    do {                                                                                           \
        if (!(call))                                                                               \
            fail_msg("%s: %s", #call, (db)->ctx.err.message);                                      \
    } while (0)

static int
remove_one(const char *path, const struct stat *status, int type, struct FTW *at)
{
    (void)status;
    (void)type;
    (void)at;
    return remove(path);
}

static int64_t
add_person(struct database *db, const char *name)
{
    return database_number(
        db, arena_printf(db->arena,
                         "INSERT INTO contact (tenant_id, first_name, email, name_key, search, "
                         "sort_name, codes) VALUES (%" PRId64
                         ", '%s', lower('%s@x.example'), 'z', 'z', 'z', "
                         "'{0,0,0,0,0,0,40,0,0,0,0,0}') RETURNING contact_id",
                         db->tenant, name, name));
}

static int64_t
add_template(struct database *db, const char *html)
{
    struct letter_pdf_cleaned cleaned;
    int64_t id;
    database_begin(db);
    OK(db, letter_pdf_add(&db->ctx, "  Offer ", html, strlen(html), &cleaned, &id));
    database_commit(db);
    return id;
}

static struct letter_pdf_run
run_for(struct database *db, int64_t id, int64_t contact_id)
{
    struct letter_pdf_run run;
    int64_t run_id;
    database_begin(db);
    OK(db, letter_pdf_start(&db->ctx, id, 0, contact_id, &run_id));
    OK(db, letter_pdf_run_get(&db->ctx, run_id, &run));
    database_commit(db);
    claiming_run(db, &db->ctx, run.job_id);
    database_begin(db);
    OK(db, letter_pdf_run_get(&db->ctx, run_id, &run));
    database_commit(db);
    return run;
}

static void
makes_one_file_for_a_page(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    struct conf conf = {.files = mkdtemp(arena_strdup(db->arena, "/tmp/leadgen-pdf-XXXXXX"))};
    assert_non_null(conf.files);
    db->ctx.conf = &conf;
    int64_t hana = add_person(db, "Hana");
    int64_t id = add_template(db, "<h1>Dear {{first_name}}</h1>{{nane}}<script>x</script>");
    struct letter_pdf_page page;
    database_begin(db);
    OK(db, letter_pdf_page(&db->ctx, id, hana, 0, &page));
    assert_non_null(strstr(page.html, "<h1>Dear Hana</h1>"));
    database_commit(db);
    struct letter_pdf_run run = run_for(db, id, hana);
    if (strcmp(run.state, "done") != 0) {
        print_message("# no PDF here: %s %s\n", run.state, run.error ? run.error : "");
        assert_string_not_equal(run.state, "failed");
    } else {
        struct letter_pdf_file *files;
        const char *file, *name;
        size_t n, length;
        assert_string_equal(run_for(db, id, hana).state, "done"); /* the same page: the same file */
        database_begin(db);
        OK(db, letter_pdf_files(&db->ctx, id, hana, 10, &files, &n));
        assert_int_equal(n, 1);
        assert_int_equal(strlen(files[0].token), 32);
        database_commit(db);
        struct ctx app = {.arena = db->arena, .conf = &conf};
        OK(db, db_open(&app, db->arena, getenv("LEADGEN_APP_DSN")));
        assert_true(letter_pdf_open(&app, files[0].token, &file, &name));
        assert_string_equal(name, "Offer");
        assert_memory_equal(unzip_file(db->arena, store_path(&app, file), &length), "%PDF-", 5);
        static const char *const closed[] = {"now()", "NULL"};
        for (size_t i = 0; i < 2; i++) {
            database_script(db, arena_printf(db->arena,
                                             "UPDATE tenant SET deactivated_at = %s WHERE "
                                             "tenant_id = %" PRId64,
                                             closed[i], db->tenant));
            assert_int_equal(letter_pdf_open(&app, files[0].token, &file, &name), i);
            err_clear(&app);
        }
        database_script(db, arena_printf(db->arena,
                                         "UPDATE contact SET erased_at = now(), deleted_at = now() "
                                         "WHERE contact_id = %" PRId64,
                                         hana));
        assert_false(letter_pdf_open(&app, files[0].token, &file, &name));
        assert_int_equal(app.err.kind, ERR_NOT_FOUND);
    }
    assert_int_equal(nftw(conf.files, remove_one, 8, FTW_DEPTH | FTW_PHYS), 0);
    database_free(db);
}

/* Of four whose messages are approved, one is disqualified, one suppressed and one excluded. */
static void
makes_none_for_those_who_must_not_be_contacted(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    struct conf conf = {.files = mkdtemp(arena_strdup(db->arena, "/tmp/leadgen-pdf-XXXXXX"))};
    struct letter_pdf_run run;
    int64_t run_id;
    database_keys(db);
    conf.keyfile = db->ctx.conf->keyfile;
    db->ctx.conf = &conf;
    int64_t id = add_template(db, "<p>Dear {{first_name}}");
    const int64_t people[] = {add_person(db, "Good"), add_person(db, "Dis"), add_person(db, "Sup"),
                              add_person(db, "Out")};
    int64_t campaign = database_number(
        db, arena_printf(db->arena,
                         "INSERT INTO campaign (tenant_id, name, name_key, state) VALUES (%" PRId64
                         ", 'A', 'a', 'review') RETURNING campaign_id",
                         db->tenant));
    int64_t step = database_number(
        db,
        arena_printf(db->arena,
                     "INSERT INTO campaign_step (tenant_id, campaign_id, position, channel, label, "
                     "max_length, pdf_template_id) VALUES (%" PRId64 ", %" PRId64
                     ", 1, 'email', 'A', 500, %" PRId64 ") RETURNING step_id",
                     db->tenant, campaign, id));
    for (size_t i = 0; i < sizeof people / sizeof *people; i++)
        database_script(
            db,
            arena_printf(db->arena,
                         "INSERT INTO campaign_person (tenant_id, campaign_id, contact_id, state) "
                         "VALUES (%" PRId64 ", %" PRId64 ", %" PRId64 ", '%s'); INSERT INTO "
                         "message (tenant_id, campaign_id, step_id, contact_id, state, channel, "
                         "position, rank, language, tone, formality, provider, approved_version, "
                         "decided_at) VALUES (%" PRId64 ", %" PRId64 ", %" PRId64 ", %" PRId64
                         ", 'approved', 'email', 1, 0, 'en', 'friendly', 'formal', 'embedded', 1, "
                         "now())",
                         db->tenant, campaign, people[i], i == 3 ? "excluded" : "written",
                         db->tenant, campaign, step, people[i]));
    database_script(db, arena_printf(db->arena,
                                     "UPDATE contact SET status = 'disqualified' WHERE contact_id "
                                     "= %" PRId64 "; INSERT INTO suppression (tenant_id, kind, "
                                     "value, reason) VALUES (%" PRId64 ", 'email', "
                                     "'sup@x.example', 'Asked')",
                                     people[1], db->tenant));
    database_begin(db);
    OK(db, letter_pdf_start(&db->ctx, 0, campaign, 0, &run_id));
    OK(db, letter_pdf_run_get(&db->ctx, run_id, &run));
    database_commit(db);
    claiming_run(db, &db->ctx, run.job_id);
    database_begin(db);
    OK(db, letter_pdf_run_get(&db->ctx, run_id, &run));
    database_commit(db);
    if (!strcmp(run.state, "done"))
        assert_int_equal(run.made, 1);
    else
        assert_int_equal(run.failed, 1);
    assert_int_equal(nftw(conf.files, remove_one, 8, FTW_DEPTH | FTW_PHYS), 0);
    database_free(db);
}

static void
a_template_in_use_stays(void **state)
{
    (void)state;
    struct database *db = database_new();
    if (!db)
        return;
    int64_t id = add_template(db, "<p>Same for all");
    database_script(db,
                    arena_printf(db->arena,
                                 "WITH c AS (INSERT INTO campaign (tenant_id, name, name_key) "
                                 "VALUES (%" PRId64 ", 'A', 'a') RETURNING campaign_id) INSERT "
                                 "INTO campaign_step (tenant_id, campaign_id, position, channel, "
                                 "label, max_length, pdf_template_id) SELECT %" PRId64
                                 ", campaign_id, 1, 'email', 'A', 500, %" PRId64 " FROM c",
                                 db->tenant, db->tenant, id));
    database_begin(db);
    assert_false(letter_pdf_remove(&db->ctx, id));
    assert_int_equal(db->ctx.err.kind, ERR_CONFLICT);
    err_clear(&db->ctx);
    database_commit(db);
    int64_t other = add_template(db, "<p>Other");
    database_begin(db);
    OK(db, letter_pdf_remove(&db->ctx, other));
    struct letter_pdf *rows;
    size_t n;
    OK(db, letter_pdf_list(&db->ctx, &rows, &n));
    assert_int_equal(n, 1);
    assert_string_equal(rows[0].name, "Offer");
    database_commit(db);
    database_free(db);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(makes_one_file_for_a_page),
        cmocka_unit_test(makes_none_for_those_who_must_not_be_contacted),
        cmocka_unit_test(a_template_in_use_stays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
