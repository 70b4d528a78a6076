/* Custom fields of every type filled by a file: what fits is stored in the type's own form, what does
 * not is left out and flagged, and a column with the field's name finds it by itself. */
#include "support/importing.h"

#include "domain/label/custom_field.h"

#define FILE_TEXT                                                                                  \
    "Name,E-mail,Note,Seats,Contract END,Level,Page,VIP\n"                                         \
    "Jan Novák,jan@one.example,\" Two\nlines \",\"1.200,5\",19.11.2026,gold,one.example/a,ano\n"  \
    "Eva Malá,eva@two.example,n/a,many,05/06/2026,Silver,nothing here,perhaps\n"                  \
    "Petr Rychlý,petr@three.example,,,,,,\n"

static void
add(struct importing *im, const char *label, const char *type, const char *options)
{
    const struct custom_field_form form = {.label = label, .type = type, .added = options};
    int64_t id;
    IMPORTING_OK(im, custom_field_add(&im->db->ctx, RECORD_CONTACT, &form, &id));
}

static const char *
custom_of(struct importing *im, const char *email)
{
    const char *value = database_value(
        im->db, arena_printf(im->arena,
                             "SELECT custom::text FROM contact WHERE tenant_id = %" PRId64
                             " AND email = '%s'",
                             im->db->tenant, email));
    return value ? value : "";
}

static void
fills_fields_of_every_type(void **state)
{
    (void)state;
    struct importing *im = importing_new();
    if (!im)
        return;
    struct import_options options;
    struct import import;
    struct import_mapping mapping;
    database_begin(im->db);
    add(im, "Note", "text", NULL);
    add(im, "Seats", "number", NULL);
    add(im, "Contract end", "date", NULL);
    add(im, "Level", "choice", "Gold\nTin");
    add(im, "Page", "url", NULL);
    add(im, "VIP", "yesno", NULL);
    database_commit(im->db);
    int64_t id = importing_upload(im, FILE_TEXT, strlen(FILE_TEXT));
    importing_read(im, id, &import);
    database_begin(im->db);
    IMPORTING_OK(im, import_mapping(&im->db->ctx, &import, &mapping));
    database_commit(im->db);
    assert_string_equal(mapping.columns[3].target, "contact.custom.seats");
    assert_string_equal(mapping.columns[4].target, "contact.custom.contract_end");
    assert_string_equal(mapping.columns[5].target, "contact.custom.level");
    assert_string_equal(mapping.columns[7].target, "contact.custom.vip");
    import_options_default(&options);
    options.owner_id = im->db->user;
    importing_choose(im, id, RECORD_CONTACT,
                     "contact.full_name contact.email contact.custom.note contact.custom.seats "
                     "contact.custom.contract_end contact.custom.level contact.custom.page "
                     "contact.custom.vip",
                     &options, true);
    importing_work(im, id);
    importing_read(im, id, &import);
    database_begin(im->db);
    IMPORTING_OK(im, import_start(&im->db->ctx, id, import.version));
    database_commit(im->db);
    importing_work(im, id);
    assert_string_equal(custom_of(im, "jan@one.example"),
                        "{\"vip\": \"yes\", \"note\": \"Two\\nlines\", \"page\": "
                        "\"https://one.example/a\", \"level\": \"Gold\", \"seats\": \"1200.5\", "
                        "\"contract_end\": \"2026-11-19\"}");
    assert_string_equal(custom_of(im, "eva@two.example"), "{\"note\": \"n/a\"}");
    assert_string_equal(custom_of(im, "petr@three.example"), "");
    /* all of them belong to who was chosen for the whole file */
    assert_string_equal(
        importing_value(im, "count(*)", "contact",
                        arena_printf(im->arena, "owner_id = %" PRId64, im->db->user)),
        "3");
    assert_int_equal(
        database_number(im->db, arena_printf(im->arena,
                                             "SELECT count(*) FROM import_row WHERE tenant_id = "
                                             "%" PRId64 " AND phase = 1 AND flags & %d <> 0",
                                             im->db->tenant, IMPORT_FLAG_DROPPED)),
        1);
    importing_free(im);
}

/* Words of ours name our own fields, in every language, though the workspace has a custom field of
 * that name, too. */
static void
own_fields_do_not_take_known_words(void **state)
{
    (void)state;
    struct importing *im = importing_new();
    if (!im)
        return;
    static const char *const labels[] = {"Name", "Firma", "Nachname", "Sector code"};
    static const char text[] = "Vorname,Nachname,Firma,E-Mail,Sector code\n"
                               "Jan,Malý,Acme s.r.o.,jan@acme.example,K1\n"
                               "Eva,Rychlá,Beta a.s.,eva@beta.example,K2\n";
    static const char short_list[] = "Name,Mail\nAlice,alice@acme.example\nBob,bob@beta.example\n";
    struct import import;
    struct import_mapping mapping;
    database_begin(im->db);
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        add(im, labels[i], "text", NULL);
    database_commit(im->db);
    importing_read(im, importing_upload(im, text, sizeof text - 1), &import);
    database_begin(im->db);
    IMPORTING_OK(im, import_mapping(&im->db->ctx, &import, &mapping));
    database_commit(im->db);
    assert_string_equal(mapping.columns[1].target, "contact.last_name");
    assert_string_equal(mapping.columns[2].target, "company.name");
    assert_string_equal(mapping.columns[4].target, "contact.custom.sector_code");
    importing_read(im, importing_upload(im, short_list, sizeof short_list - 1), &import);
    database_begin(im->db);
    IMPORTING_OK(im, import_mapping(&im->db->ctx, &import, &mapping));
    database_commit(im->db);
    assert_string_equal(mapping.columns[0].target, "contact.full_name");
    importing_free(im);
}

#define NEW_TEXT                                                                                   \
    "Name,E-mail,Seats\nJan Novák,jan@one.example,\"1.200,5\"\nEva Malá,eva@two.example,many\n"

/* Custom fields, remembered mappings: what may not come of a preview that nobody confirmed. */
static const char *
left_behind(struct importing *im)
{
    return arena_printf(im->arena, "%s/%s", importing_value(im, "count(*)", "custom_field", "true"),
                        importing_value(im, "count(*)", "import_memory", "true"));
}

/* Rows whose value was left out, and their number as the sums have it. */
static const char *
left_out(struct importing *im, int64_t id, int64_t phase)
{
    return importing_value(
        im,
        "string_agg(row_no || ' ' || flags || ' ' || coalesce(changes::text, ''), ',' ORDER BY "
        "row_no)",
        "import_row",
        arena_printf(im->arena, "import_id = %" PRId64 " AND phase = %" PRId64, id, phase));
}

static void
plans_new_fields_and_makes_them_in_the_run(void **state)
{
    (void)state;
    struct importing *im = importing_new();
    if (!im)
        return;
    struct ctx *ctx = &im->db->ctx;
    struct import_options options;
    struct import import;
    struct import_mapping mapping;
    struct import_ledger_row *row;
    import_options_default(&options);
    int64_t id = importing_upload(im, NEW_TEXT, strlen(NEW_TEXT));
    importing_read(im, id, &import);
    database_begin(im->db);
    IMPORTING_OK(im, import_mapping(ctx, &import, &mapping));
    snprintf(mapping.columns[2].target, IMPORT_TARGET_SIZE, "contact.custom.seats");
    mapping.columns[2].custom_type = "number";
    IMPORTING_OK(im, import_choose(ctx, id, import.version, &mapping, &options, true));
    database_commit(im->db);
    importing_work(im, id);
    assert_string_equal(left_behind(im), "0/0");
    assert_string_equal(
        importing_value(im, "count(*)", "import_row",
                        arena_printf(im->arena, "flags & %d <> 0", IMPORT_FLAG_DROPPED)),
        "1");
    importing_read(im, id, &import);
    database_begin(im->db);
    IMPORTING_OK(im, import_ledger_example(ctx, &import, 0, 2, &row));
    assert_non_null(row->notes);
    assert_string_equal(row->notes->column, "Seats");
    IMPORTING_OK(im, import_start(ctx, id, import.version));
    database_commit(im->db);
    importing_work(im, id);
    assert_string_equal(left_behind(im), "1/1");
    assert_string_equal(custom_of(im, "jan@one.example"), "{\"seats\": \"1200.5\"}");
    assert_string_equal(left_out(im, id, 1), left_out(im, id, 0));
    importing_read(im, id, &import);
    assert_string_equal(import.totals, import.preview);
    importing_free(im);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fills_fields_of_every_type),
        cmocka_unit_test(own_fields_do_not_take_known_words),
        cmocka_unit_test(plans_new_fields_and_makes_them_in_the_run),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
