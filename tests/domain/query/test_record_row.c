/* Columns and rows of lists: every column has a cell people can read, in the order of the ids. */
#include "support/database.h"

#include "domain/change/change.h"
#include "domain/query/record_row.h"
#include "domain/record/record.h"
#include "domain/order/record_order.h"

struct scene {
    struct database *db;
    int64_t company, tag[2], contact[2];
};

#define OK(db, call)                                                                               \
    do {                                                                                           \
        if (!(call))                                                                               \
            fail_msg("%s: %s", #call, (db)->ctx.err.message);                                      \
    } while (0)

static int64_t
number(struct database *db, const char *format, int64_t value)
{
    return database_number(db,
                           arena_printf(db->arena, "%s%" PRId64 ") RETURNING 1", format, value));
}

static struct scene *
scene_new(void)
{
    struct database *db = database_new();
    if (!db)
        return NULL;
    struct scene *scene = ARENA_NEW(db->arena, struct scene);
    int64_t set;
    scene->db = db;
    number(
        db,
        "INSERT INTO custom_field (entity, key, label, type, tenant_id) VALUES (2, 'vip', 'VIP', "
        "'yesno', ",
        db->tenant);
    for (int i = 0; i < 2; i++)
        scene->tag[i] = database_number(
            db, arena_printf(db->arena,
                             "INSERT INTO tag (tenant_id, name, name_key) VALUES (%" PRId64
                             ", '%s', '%s') RETURNING tag_id",
                             db->tenant, i ? "Alpha" : "beta, \"x\"", i ? "alpha" : "beta, x"));
    database_begin(db);
    OK(db, change_set_open(&db->ctx, "import", "x.csv", &set));
    const char *company[RECORD_MOST_FIELDS] = {[COMPANY_NAME] = "Ålesund Systems",
                                               [COMPANY_WEBSITE_URL] = "https://www.aale.example/",
                                               [COMPANY_COUNTRY] = "NO",
                                               [COMPANY_EMPLOYEES] = "120",
                                               [COMPANY_TIER] = "gold"};
    company[COMPANY_TIER] = record_tiers.of[0].name;
    OK(db, record_create(&db->ctx, RECORD_COMPANY, set, company, 0, &scene->company));
    for (int i = 0; i < 2; i++) {
        const char *values[RECORD_MOST_FIELDS] = {
            [CONTACT_FIRST_NAME] = i ? NULL : "Žofie",
            [CONTACT_LAST_NAME] = i ? NULL : "Malá",
            [CONTACT_EMAIL] = i ? "solo@x.example" : "z@x.example",
            [CONTACT_COMPANY_ID] = i ? NULL : arena_printf(db->arena, "%" PRId64, scene->company)};
        OK(db, record_create(&db->ctx, RECORD_CONTACT, set, values, 0, &scene->contact[i]));
    }
    database_commit(db);
    database_script(
        db, arena_printf(db->arena,
                         "UPDATE contact SET tag_ids = '{%" PRId64 ",%" PRId64 "}', owner_id = "
                         "%" PRId64 ", custom = '{\"vip\": \"yes\"}' WHERE contact_id = %" PRId64,
                         scene->tag[0], scene->tag[1], db->user, scene->contact[0]));
    database_begin(db);
    return scene;
}

static void
scene_free(struct scene *scene)
{
    database_commit(scene->db);
    database_free(scene->db);
}

static const struct record_cell *
cell_of(const struct record_row *row, const struct record_column *columns, size_t n,
        const char *name)
{
    for (size_t i = 0; i < n; i++)
        if (!strcmp(columns[i].name, name))
            return &row->cells[i];
    fail_msg("no column %s", name);
    return NULL;
}

static void
shows_every_column(void **state)
{
    (void)state;
    struct scene *scene = scene_new();
    if (!scene)
        return;
    struct database *db = scene->db;
    struct record_column *columns;
    struct record_row *rows;
    size_t n, n_rows;
    OK(db, record_columns(&db->ctx, RECORD_CONTACT, &columns, &n));
    const int64_t ids[] = {scene->contact[1], 999999999, scene->contact[0]};
    OK(db, record_rows_read(&db->ctx, RECORD_CONTACT, ids, 3, columns, n, NULL, &rows, &n_rows));
    assert_int_equal(n_rows, 2);
    assert_int_equal(rows[0].id, scene->contact[1]);
    assert_string_equal(rows[0].label, "solo@x.example");
    assert_string_equal(rows[1].label, "Žofie Malá");
    for (size_t i = 0; i < n; i++)
        assert_non_null(rows[0].cells[i].text);
    const struct record_row *row = &rows[1];
#define CELL(name) cell_of(row, columns, n, name)
    assert_string_equal(CELL("name")->text, "Žofie Malá");
    assert_string_equal(CELL("company")->text, "Ålesund Systems");
    assert_int_equal(CELL("company")->id, scene->company);
    assert_string_equal(CELL("company.website_url")->text, "aale.example");
    assert_string_equal(CELL("company.website_url")->value, "https://www.aale.example/");
    assert_string_equal(CELL("company.country")->text, "Norway");
    assert_string_equal(CELL("company.country")->value, "NO");
    assert_string_equal(CELL("company.tier")->text, record_tiers.of[0].label);
    assert_string_equal(CELL("owner_id")->text, "Hana Test");
    assert_int_equal(CELL("owner_id")->id, db->user);
    assert_int_equal(CELL("tag_ids")->n, 2);
    assert_string_equal(CELL("tag_ids")->names[0], "Alpha");
    assert_string_equal(CELL("tag_ids")->names[1], "beta, \"x\"");
    assert_int_equal(CELL("tag_ids")->ids[0], scene->tag[1]);
    assert_string_equal(CELL("field.vip")->text, "Yes");
    assert_true(CELL("created_at")->id > 1700000000000);
    row = &rows[0];
    assert_int_equal(CELL("company")->id, 0);
    assert_string_equal(CELL("company")->text, "");
    assert_int_equal(CELL("tag_ids")->n, 0);
    assert_null(CELL("field.vip")->value);
    scene_free(scene);
}

static void
counts_people(void **state)
{
    (void)state;
    struct scene *scene = scene_new();
    if (!scene)
        return;
    struct database *db = scene->db;
    struct record_column *columns;
    struct record_row *rows;
    size_t n, n_rows;
    OK(db, record_columns(&db->ctx, RECORD_COMPANY, &columns, &n));
    OK(db, record_rows_read(&db->ctx, RECORD_COMPANY, &scene->company, 1, columns, n, NULL, &rows,
                            &n_rows));
    const struct record_row *row = rows;
    assert_int_equal(CELL("people")->id, 1);
    assert_string_equal(CELL("class.size")->text, record_sizes.of[2].label);
    scene_free(scene);
}

static void
takes_the_columns_people_chose(void **state)
{
    (void)state;
    struct scene *scene = scene_new();
    if (!scene)
        return;
    struct database *db = scene->db;
    struct record_column *columns;
    size_t n, n_default = 0;
    const char *names[] = {"email", "field.gone", "company", "email", "name", "field.vip"};
    OK(db, record_columns_named(&db->ctx, RECORD_CONTACT, names, 6, &columns, &n));
    assert_int_equal(n, 4);
    assert_string_equal(columns[0].name, "name");
    assert_string_equal(columns[1].name, "email");
    assert_string_equal(columns[2].name, "company");
    assert_string_equal(columns[3].name, "field.vip");
    OK(db, record_columns_named(&db->ctx, RECORD_CONTACT, names + 1, 1, &columns, &n));
    for (size_t i = 0; i < n; i++)
        n_default += (columns[i].flags & RECORD_COLUMN_SHOWN) != 0;
    assert_true(n > 3 && n == n_default);
    OK(db, record_columns_named(&db->ctx, RECORD_CONTACT, names + 4, 1, &columns, &n));
    assert_int_equal(n, 1);
    scene_free(scene);
}

static void
sorts_by_orders_that_exist(void **state)
{
    (void)state;
    struct scene *scene = scene_new();
    if (!scene)
        return;
    for (int entity = RECORD_COMPANY; entity <= RECORD_CONTACT; entity++) {
        struct record_column *columns;
        size_t n, sorted = 0;
        OK(scene->db, record_columns(&scene->db->ctx, (enum record_entity)entity, &columns, &n));
        for (size_t i = 0; i < n; i++) {
            const struct record_column *column = &columns[i];
            bool text = column->field && column->field->type == RECORD_LONG_TEXT;
            if (text ==
                (record_column_order(scene->db->arena, (enum record_entity)entity, column) != NULL))
                fail_msg("%s: is it sorted by %s?", column->name, column->order);
            sorted += column->order != NULL;
            for (size_t k = 0; k < i; k++) {
                assert_string_not_equal(columns[k].name, column->name);
                assert_string_not_equal(columns[k].label, column->label);
            }
        }
        assert_true(sorted > 25);
        size_t n_orders;
        const struct record_order *orders = record_orders((enum record_entity)entity, &n_orders);
        for (size_t i = 0; i < n_orders; i++)
            for (size_t k = 0; k < i; k++) {
                assert_string_not_equal(orders[k].name, orders[i].name);
                assert_string_not_equal(orders[k].label, orders[i].label);
            }
    }
    scene_free(scene);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shows_every_column),
        cmocka_unit_test(counts_people),
        cmocka_unit_test(takes_the_columns_people_chose),
        cmocka_unit_test(sorts_by_orders_that_exist),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
