/* Exports on a real database: what stands in the file, in which order, whose rows, and the life of an
 * export from the wish to the day its file goes. */
#include "support/claiming.h"

#include <ftw.h>
#include <unistd.h>

#include "base/conf.h"
#include "base/store.h"
#include "domain/export/record_export.h"
#include "statements.h"
#include "support/unzip.h"

struct world {
    struct database *db;
    struct arena *arena;
    struct conf conf;
    int64_t other; /* another workspace with a contact of its own */
};

#define OK(world, call)                                                                            \
    do {                                                                                           \
        if (!(call))                                                                               \
            fail_msg("%s: %s", #call, (world)->db->ctx.err.message);                               \
    } while (0)

static void
add_people(struct world *world, int64_t tenant, int from, int to)
{
    database_script(
        world->db,
        arena_printf(world->arena,
                     "INSERT INTO contact (tenant_id, first_name, last_name, email, company_id, "
                     "name_key, search, sort_name, codes) SELECT %" PRId64
                     ", 'P', lpad(n::text, 6, '0'), 'p' || n || '@x.example', "
                     "(SELECT min(company_id) + n %% 2 FROM company WHERE tenant_id = %" PRId64
                     "), 'p', 'p', 'p' || lpad((1000000 - n)::text, 7, '0'), "
                     "'{0,0,0,0,0,0,40,0,0}' FROM generate_series(%d, %d) n",
                     tenant, tenant, from, to));
}

static void
add_companies(struct world *world, int64_t tenant)
{
    database_script(
        world->db,
        arena_printf(world->arena,
                     "INSERT INTO company (tenant_id, name, domain, country, status, name_key, "
                     "search, sort_name, codes) VALUES "
                     "(%" PRId64 ", 'Müller, \"Söhne\" KG', 'a-%" PRId64 ".example', 'DE', "
                     "'customer', 'a', 'a', 'a', '{1,0,0,0,0,0,0,50,0,0,0}'), "
                     "(%" PRId64 ", '=1+1', 'b-%" PRId64 ".example', 'CZ', NULL, 'b', 'b', 'b', "
                     "'{0,0,0,0,0,0,0,50,0,0,0}')",
                     tenant, tenant, tenant, tenant));
}

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
    assert_non_null(world->conf.files);
    db->ctx.conf = &world->conf;
    world->other =
        database_number(db, arena_printf(db->arena,
                                         "INSERT INTO tenant (slug, name) VALUES ('o-%" PRId64
                                         "', 'Other') RETURNING tenant_id",
                                         db->tenant));
    add_companies(world, db->tenant);
    add_companies(world, world->other);
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
read_all(struct world *world, const char *path)
{
    size_t length;
    return (const char *)unzip_file(world->arena, path, &length);
}

/* Writes with these columns, named with blanks between; the path. */
static const char *
write_file(struct world *world, enum record_entity entity, const char *filter, const char *columns,
           struct record_export_form form, struct record_export_totals *totals)
{
    const char *names[64];
    size_t n = 0;
    bool stopped;
    for (const char *at = columns; *at; at += strspn(at, " ")) {
        size_t length = strcspn(at, " ");
        names[n++] = arena_strndup(world->arena, at, length);
        at += length;
    }
    const char *path = arena_printf(world->arena, "%s/out", world->conf.files);
    const struct record_export_work work = {
        .entity = entity,
        .filter = filter,
        .order = "",
        .columns = names,
        .n_columns = n,
        .form = form,
        .path = path,
        .begin = begin,
        .step = step,
        .arg = world->db,
    };
    OK(world, record_export_write(&world->db->ctx, &work, totals, &stopped));
    assert_false(stopped);
    return path;
}

static const char *
csv_of(struct world *world, enum record_entity entity, const char *filter, const char *columns)
{
    struct record_export_totals totals;
    const struct record_export_form form = {.format = EXPORT_CSV};
    return read_all(world, write_file(world, entity, filter, columns, form, &totals));
}

static void
every_fact_can_be_exported(void **state)
{
    (void)state;
    struct world *world = world_new();
    if (!world)
        return;
    for (int entity = RECORD_COMPANY; entity <= RECORD_CONTACT; entity++) {
        struct record_export_column *columns;
        size_t n, n_fields;
        const struct record_field *fields = record_fields((enum record_entity)entity, &n_fields);
        database_begin(world->db);
        OK(world, record_export_columns(&world->db->ctx, (enum record_entity)entity, &columns, &n));
        database_commit(world->db);
        for (size_t i = 0; i < n_fields; i++) {
            bool found = fields[i].type == RECORD_CUSTOM || !strcmp(fields[i].name, "company_id");
            for (size_t k = 0; k < n && !found; k++)
                found = columns[k].column && !strcmp(columns[k].column, fields[i].name);
            if (!found)
                fail_msg("%s has no column", fields[i].name);
        }
        for (size_t i = 0; i < n; i++)
            for (size_t k = 0; k < i; k++)
                if (!strcmp(columns[i].name, columns[k].name) ||
                    !strcmp(columns[i].label, columns[k].label))
                    fail_msg("%s stands twice", columns[i].name);
    }
    world_free(world);
}

static void
writes_what_people_read(void **state)
{
    (void)state;
    struct world *world = world_new();
    if (!world)
        return;
    struct database *db = world->db;
    add_people(world, db->tenant, 1, 2);
    add_people(world, world->other, 3, 4);
    database_script(
        db,
        arena_printf(db->arena,
                     "WITH t AS (INSERT INTO tag (tenant_id, name, name_key) VALUES (%" PRId64
                     ", 'Hot; new', 'hot'), (%" PRId64 ", 'Fair', 'fair') RETURNING tag_id) "
                     "UPDATE contact SET tag_ids = (SELECT array_agg(tag_id ORDER BY tag_id) FROM "
                     "t), owner_id = %" PRId64 ", country = 'FR', notes = E'two\\nlines', "
                     "custom = '{\"score\": \"40\"}', job_title = '+plus', "
                     "created_at = '2026-07-01 22:30:15.75Z' "
                     "WHERE tenant_id = %" PRId64 " AND last_name = '000001'",
                     db->tenant, db->tenant, db->user, db->tenant));
    database_script(db, arena_printf(db->arena,
                                     "UPDATE contact SET created_at = '2026-01-01 00:00Z' WHERE "
                                     "tenant_id = %" PRId64 " AND last_name = '000002'",
                                     db->tenant));
    database_script(db, arena_printf(db->arena,
                                     "INSERT INTO custom_field (tenant_id, entity, key, label, "
                                     "type) VALUES (%" PRId64 ", 2, 'score', 'Score', 'number')",
                                     db->tenant));
    database_script(db, arena_printf(db->arena,
                                     "UPDATE tenant SET time_zone = 'Europe/Prague' WHERE "
                                     "tenant_id = %" PRId64,
                                     db->tenant));
    assert_string_equal(
        csv_of(world, RECORD_CONTACT, "",
               "last_name job_title country notes company.name company.country owner_id tag_ids "
               "field.score quality created_at company.status company.class.industry"),
        "Last name,Job title,Country,Company name,Company country,Company status,Company industry "
        "class,Notes,Owner,Tags,Score,Data quality,Added\r\n"
        "000002,,,\"Müller, \"\"Söhne\"\" KG\",Germany,Customer,Software / SaaS,,,,,40,2026-01-01 "
        "01:00:00\r\n"
        "000001,\"'+plus\",France,\"'=1+1\",Czechia,,,\"two\nlines\",Hana Test,Hot; new; "
        "Fair,40,40,2026-07-02 00:30:15\r\n");
    world_free(world);
}

/* Several batches, sparse and dense ids, a company for each, one deleted on the way. */
static void
keeps_the_lists_order_over_batches(void **state)
{
    (void)state;
    struct world *world = world_new();
    if (!world)
        return;
    enum { PEOPLE = 23456 };
    add_people(world, world->db->tenant, 1, PEOPLE);
    add_people(world, world->other, 1, 10);
    database_script(world->db, arena_printf(world->arena,
                                            "UPDATE contact SET deleted_at = now() WHERE "
                                            "last_name = '011111' AND tenant_id = %" PRId64,
                                            world->db->tenant));
    const char *at = csv_of(world, RECORD_CONTACT, "", "last_name company.domain");
    at = strchr(at, '\n') + 1;
    /* sorted by a key that runs the other way than the ids */
    for (int n = PEOPLE; n > 0; n--) {
        if (n == 11111)
            continue;
        const char *row = arena_printf(world->arena, "%06d,%c-%" PRId64 ".example\r\n", n,
                                       n % 2 ? 'b' : 'a', world->db->tenant);
        if (strncmp(at, row, strlen(row)) != 0)
            fail_msg("wanted %s, got %.60s", row, at);
        at += strlen(row);
    }
    assert_string_equal(at, "");
    const char *some = csv_of(world, RECORD_CONTACT, "q=p12345", "email");
    assert_string_equal(some, "E-mail\r\n"); /* search looks into another column here */
    world_free(world);
}

static void
writes_a_workbook(void **state)
{
    (void)state;
    struct world *world = world_new();
    if (!world)
        return;
    struct record_export_totals totals;
    const struct record_export_form form = {.format = EXPORT_XLSX};
    add_people(world, world->db->tenant, 7, 7);
    const char *path = write_file(world, RECORD_COMPANY, "", "name quality founded_year created_at",
                                  form, &totals);
    assert_int_equal(totals.rows, 2);
    assert_int_equal(totals.sheets, 1);
    const char *xml = unzip_member(world->arena, path, "xl/worksheets/sheet1.xml");
    assert_non_null(strstr(xml, "<t>Müller, \"Söhne\" KG</t>"));
    assert_non_null(strstr(xml, "<c r=\"A3\" t=\"inlineStr\"><is><t>=1+1</t>"));
    assert_non_null(strstr(xml, "<c r=\"C2\"><v>50</v></c>"));
    assert_non_null(strstr(xml, "<c r=\"D2\" s=\"3\"><v>"));
    assert_non_null(
        strstr(unzip_member(world->arena, path, "xl/workbook.xml"), "<sheet name=\"Companies\""));
    world_free(world);
}

static void
guards_and_marks_as_asked(void **state)
{
    (void)state;
    struct world *world = world_new();
    if (!world)
        return;
    struct record_export_totals totals;
    const struct record_export_form form = {.format = EXPORT_CSV, .bom = true, .unguarded = true};
    const char *text =
        read_all(world, write_file(world, RECORD_COMPANY, "", "name", form, &totals));
    assert_string_equal(text, "\xEF\xBB\xBF"
                              "Company name\r\n\"Müller, \"\"Söhne\"\" KG\"\r\n=1+1\r\n");
    assert_int_equal(totals.bytes, strlen(text));
    world_free(world);
}

/* The export as the pages ask for it: columns with blanks between. */
static int64_t
ask(struct world *world, int64_t picked, const char *filter)
{
    static const char *const columns[] = {"email"};
    const struct record_export_work work = {.entity = RECORD_CONTACT,
                                            .filter = filter,
                                            .picked = picked,
                                            .order = "name",
                                            .columns = columns,
                                            .n_columns = 1};
    int64_t export_id;
    database_begin(world->db);
    OK(world, record_export_start(&world->db->ctx, &work, &export_id));
    database_commit(world->db);
    return export_id;
}

static struct record_export
shown(struct world *world, int64_t export_id)
{
    struct record_export export;
    database_begin(world->db);
    OK(world, record_export_get(&world->db->ctx, export_id, false, &export));
    database_commit(world->db);
    return export;
}

static void
makes_a_file_that_goes_after_a_week(void **state)
{
    (void)state;
    struct world *world = world_new();
    if (!world)
        return;
    struct database *db = world->db;
    add_people(world, db->tenant, 1, 3);
    int64_t id = ask(world, 0, "");
    struct record_export export = shown(world, id);
    assert_string_equal(export.state, "waiting");
    claiming_run(db, &db->ctx, export.job_id);
    export = shown(world, id);
    assert_string_equal(export.state, "done");
    assert_int_equal(export.written, 3);
    assert_string_equal(read_all(world, store_path(&db->ctx, export.file)),
                        "E-mail\r\np3@x.example\r\np2@x.example\r\np1@x.example\r\n");
    assert_non_null(strstr(record_export_file_name(db->arena, "kestrel", &export), ".csv"));
    assert_int_equal(export.expires_at - export.finished_at, 7 * 86400000);
    struct db_table unused;
    OK(world, db_table(&db->ctx, &SQL_FILES_UNUSED, DB_ARGS(DB_STRS(&export.file, 1)), &unused));
    assert_int_equal(unused.n_rows, 0);
    const char *noted = database_value(
        db, arena_printf(db->arena,
                         "SELECT subject || ' ' || (detail ->> 'filter') FROM audit WHERE "
                         "action = 'export' AND tenant_id = %" PRId64 " AND actor = %" PRId64,
                         db->tenant, db->user));
    assert_string_equal(noted, "3 contacts none");

    struct task_run run = {.tenant_id = db->tenant};
    OK(world, record_export_retention(&db->ctx, &run));
    assert_non_null(shown(world, id).file);
    database_script(db, arena_printf(db->arena,
                                     "UPDATE record_export SET finished_at = now() - interval '8 "
                                     "days' WHERE tenant_id = %" PRId64,
                                     db->tenant));
    const char *path = store_path(&db->ctx, export.file);
    OK(world, record_export_retention(&db->ctx, &run));
    assert_string_equal(shown(world, id).state, "expired");
    assert_int_equal(access(path, F_OK), -1);
    world_free(world);
}

static void
takes_the_picked_ones_only(void **state)
{
    (void)state;
    struct world *world = world_new();
    if (!world)
        return;
    struct database *db = world->db;
    add_people(world, db->tenant, 1, 3);
    add_people(world, world->other, 4, 4);
    add_people(world, db->tenant, 5, 5);
    static const int numbers[] = {3, 4, 5, 1, 3};
    enum { PICKED = sizeof numbers / sizeof *numbers };
    int64_t picked, ids[PICKED];
    for (int i = 0; i < PICKED; i++)
        ids[i] = database_number(db, arena_printf(db->arena,
                                                  "SELECT contact_id FROM contact WHERE last_name "
                                                  "= '%06d' ORDER BY contact_id DESC LIMIT 1",
                                                  numbers[i]));
    database_begin(db);
    OK(world, record_export_pick(&db->ctx, RECORD_CONTACT, ids, PICKED, &picked));
    database_commit(db);
    int64_t id = ask(world, picked, "");
    struct record_export export = shown(world, id);
    assert_int_equal(export.n_picked, 3);
    database_script(db, arena_printf(db->arena,
                                     "UPDATE contact SET deleted_at = now() WHERE last_name = "
                                     "'000005' AND tenant_id = %" PRId64,
                                     db->tenant));
    claiming_run(db, &db->ctx, export.job_id);
    export = shown(world, id);
    /* the one of another workspace stays there, the one deleted since is left out, the one picked
     * twice comes once */
    assert_string_equal(read_all(world, store_path(&db->ctx, export.file)),
                        "E-mail\r\np3@x.example\r\np1@x.example\r\n");
    world_free(world);
}

static void
ends_in_order_when_it_is_stopped_or_cannot_be_made(void **state)
{
    (void)state;
    struct world *world = world_new();
    if (!world)
        return;
    struct database *db = world->db;
    add_people(world, db->tenant, 1, 3);
    int64_t id = ask(world, 0, "");
    struct record_export export = shown(world, id);
    database_begin(db);
    OK(world, record_export_cancel(&db->ctx, &export));
    database_commit(db);
    claiming_run(db, &db->ctx, export.job_id);
    export = shown(world, id);
    assert_string_equal(export.state, "cancelled");
    assert_null(export.file);

    id = ask(world, 0, "");
    database_script(db, arena_printf(db->arena,
                                     "UPDATE record_export SET columns = '{gone}' WHERE tenant_id "
                                     "= %" PRId64 " AND export_id = %" PRId64,
                                     db->tenant, id));
    claiming_run(db, &db->ctx, shown(world, id).job_id);
    export = shown(world, id);
    assert_string_equal(export.state, "failed");
    assert_string_equal(export.error, "There is no column \"gone\".");
    world_free(world);
}

static void
refuses_what_does_not_exist(void **state)
{
    (void)state;
    struct world *world = world_new();
    if (!world)
        return;
    static const char *const none[] = {"password_hash"};
    struct record_export_work work = {.entity = RECORD_CONTACT, .filter = "", .order = ""};
    struct record_export export;
    int64_t id;
    database_begin(world->db);
    assert_false(record_export_start(&world->db->ctx, &work, &id));
    assert_string_equal(world->db->ctx.err.field, "column");
    err_clear(&world->db->ctx);
    work.columns = none;
    work.n_columns = 1;
    assert_false(record_export_start(&world->db->ctx, &work, &id));
    assert_int_equal(world->db->ctx.err.kind, ERR_INPUT);
    err_clear(&world->db->ctx);
    work.filter = "colour=red";
    assert_false(record_export_start(&world->db->ctx, &work, &id));
    assert_string_equal(world->db->ctx.err.field, "colour");
    err_clear(&world->db->ctx);
    assert_false(record_export_get(&world->db->ctx, INT64_MAX, true, &export));
    assert_int_equal(world->db->ctx.err.kind, ERR_NOT_FOUND);
    db_rollback(&world->db->ctx);
    world_free(world);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_fact_can_be_exported),
        cmocka_unit_test(writes_what_people_read),
        cmocka_unit_test(keeps_the_lists_order_over_batches),
        cmocka_unit_test(writes_a_workbook),
        cmocka_unit_test(guards_and_marks_as_asked),
        cmocka_unit_test(makes_a_file_that_goes_after_a_week),
        cmocka_unit_test(takes_the_picked_ones_only),
        cmocka_unit_test(ends_in_order_when_it_is_stopped_or_cannot_be_made),
        cmocka_unit_test(refuses_what_does_not_exist),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
