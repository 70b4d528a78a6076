/* Mappings in files: both forms, their errors, and back again. */
#include "support/mapping.h"

#include "domain/mapping/mapping_file.h"

static bool
read_text(struct ctx *ctx, const char *text, struct mapping_file *out)
{
    return mapping_file_read(ctx, text, strlen(text), out);
}

static void
table(struct arena *arena, struct import_mapping *out)
{
    static const char *const headers[] = {"E-Mail", "Full Name", "Fax", "a=b"};
    mapping_propose(arena, headers, 4, NULL, out);
}

static void
assert_choice(const struct import_mapping *mapping)
{
    assert_string_equal(mapping->columns[0].target, "contact.email");
    assert_string_equal(mapping->columns[1].target, "contact.full_name");
    assert_string_equal(mapping->columns[2].target, "");
    assert_string_equal(mapping->columns[3].target, "contact.custom.a_b");
}

static void
reads_both_forms(void **state)
{
    struct ctx ctx = {.arena = *state};
    struct mapping_file file;
    struct import_mapping mapping;
    struct import_options options;
    import_options_default(&options);
    assert_true(read_text(&ctx,
                          "{\"entity\": \"contact\", \"columns\": {\"email\": \"contact.email\", "
                          "\"Full Name\": \"contact.full_name\", \"Fax\": null, "
                          "\"a=b\": \"contact.custom.a_b\"}, "
                          "\"constants\": {\"contact.source\": \"Fair 2026\"}, "
                          "\"options\": {\"strategy\": \"overwrite\", \"country\": \"DE\"}}",
                          &file));
    table(*state, &mapping);
    assert_true(mapping_file_apply(&ctx, &file, &mapping, &options));
    assert_choice(&mapping);
    assert_int_equal(options.strategy, IMPORT_OVERWRITE);
    assert_string_equal(options.country, "DE");
    assert_string_equal(options.contact_constant[CONTACT_SOURCE], "Fair 2026");

    import_options_default(&options);
    assert_true(read_text(&ctx,
                          "\xEF\xBB\xBF# the fair\r\n\r\nE-Mail = contact.email\r\n"
                          "Full Name=contact.full_name\r\nFax=\r\na=b=contact.custom.a_b",
                          &file));
    table(*state, &mapping);
    assert_true(mapping_file_apply(&ctx, &file, &mapping, &options));
    assert_choice(&mapping);
    assert_int_equal(options.strategy, IMPORT_FILL);
}

static void
reads_what_inspect_prints(void **state)
{
    struct ctx ctx = {.arena = *state};
    struct mapping_file file;
    struct import_mapping mapping;
    struct import_options options;
    assert_true(read_text(
        &ctx,
        "{\"encoding\": \"UTF-8\", \"rows\": 3, \"entity\": \"contact\", \"mapping\": ["
        "{\"column\": \"E-Mail\", \"field\": \"contact.email\", \"confidence\": 1},"
        "{\"column\": \"Full Name\", \"field\": \"contact.full_name\", \"reason\": \"said\"},"
        "{\"column\": \"Fax\", \"field\": null},"
        "{\"column\": \"a=b\", \"field\": \"contact.custom.a_b\"}]}\n",
        &file));
    assert_true(file.has_entity);
    table(*state, &mapping);
    assert_true(mapping_file_apply(&ctx, &file, &mapping, &options));
    assert_choice(&mapping);
}

static void
leaves_out_what_it_does_not_name(void **state)
{
    struct ctx ctx = {.arena = *state};
    struct mapping_file file;
    struct import_mapping mapping;
    struct import_options options;
    assert_true(read_text(&ctx, "E-Mail=contact.email", &file));
    table(*state, &mapping);
    assert_true(mapping_file_apply(&ctx, &file, &mapping, &options));
    assert_string_equal(mapping.columns[1].target, "");
}

static void
says_what_is_wrong_and_where(void **state)
{
    static const struct {
        const char *text, *want;
    } cases[] = {
        {"",                                                                              "names no column"                                                },
        {"# nothing\n",                                                                   "names no column"                                                },
        {"Name=contact.full_name\nnonsense\n",                                            "Line 2 of the map file is not \"Header=target\""                },
        {"Name=contact.full_name\n\nCity=contact.town\n",
         "Line 3 of the map file: there is no target \"contact.town\""                                                                                     },
        {"Name=contact.full_name\nName=tags\n",
         "Line 2 of the map file: \"Name\" stands there twice"                                                                                             },
        {"{\"columns\": {\"Name\": 7}}",
         "Column \"Name\" of the map file needs a target in quotes"                                                                                        },
        {"{\"columns\": {\"Name\": \"person.name\"}}",
         "Column \"Name\" of the map file: there is no target"                                                                                             },
        {"{\"rows\": 1, \"mapping\": [{\"field\": \"tags\"}]}",                           "Entry 1 of \"mapping\""                                         },
        {"{\"mapping\": [{\"column\": \"A\", \"field\": 7}]}",                            "Entry 1 of \"mapping\""                                         },
        {"{\"mapping\": [{\"column\": \"A\", \"field\": \"town\"}]}",
         "there is no target \"town\""                                                                                                                     },
        {"{\"columns\": {\"A\": \"tags\"}, \"options\": {\"country\": \"XX\"}}",
         "\"XX\" of the map file is no country"                                                                                                            },
        {"{\"columns\": [\"Name\"]}",                                                     "needs \"columns\""                                              },
        {"{\"colums\": {}}",                                                              "has \"colums\"; it can have entity, columns, constants, options"},
        {"{\"entity\": \"people\", \"columns\": {}}",                                     "must be \"company\" or \"contact\""                             },
        {"{\"columns\": {\"A\": \"tags\"}, \"options\": {\"strategy\": \"merge\"}}",
         "\"merge\" is no strategy"                                                                                                                        },
        {"{\"columns\": {\"A\": \"tags\"}, \"options\": {\"mode\": 1}}",
         "has \"mode\"; it can have strategy"                                                                                                              },
        {"{\"columns\": {\"A\": \"tags\"}, \"constants\": {\"contact.mood\": \"good\"}}",
         "\"contact.mood\" is not a field"                                                                                                                 },
        {"{\"columns\": {\"A\": \"tags\",}}",                                             "line 1"                                                         },
        {"A=tags\xFF",                                                                    "not text in UTF-8"                                              },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct ctx ctx = {.arena = *state};
        struct mapping_file file;
        assert_false(read_text(&ctx, cases[i].text, &file));
        assert_int_equal(ctx.err.kind, ERR_INPUT);
        if (!strstr(ctx.err.message, cases[i].want))
            printf("# \"%s\" is not in: %s\n", cases[i].want, ctx.err.message);
        assert_non_null(strstr(ctx.err.message, cases[i].want));
    }
}

static void
names_columns_that_are_not_there(void **state)
{
    struct ctx ctx = {.arena = *state};
    struct mapping_file file;
    struct import_mapping mapping;
    struct import_options options;
    assert_true(read_text(&ctx, "E-Mail=contact.email\nPhone=contact.phone", &file));
    table(*state, &mapping);
    assert_false(mapping_file_apply(&ctx, &file, &mapping, &options));
    assert_string_equal(ctx.err.message,
                        "Line 2 of the map file: The table has no column \"Phone\". "
                        "Its columns are: E-Mail, Full Name, Fax, a=b.");
}

static void
writes_what_it_reads(void **state)
{
    struct ctx ctx = {.arena = *state};
    struct mapping_file file;
    struct import_mapping mapping, again;
    struct import_options options, options_again;
    assert_true(read_text(
        &ctx,
        "{\"columns\": {\"E-Mail\": \"contact.email\", \"Full Name\": \"contact.full_name\", "
        "\"a=b\": \"contact.custom.a_b\"}, \"constants\": {\"contact.source\": \"Fair\"}, "
        "\"options\": {\"strategy\": \"skip\", \"tags\": [\"fair\"]}}",
        &file));
    table(*state, &mapping);
    assert_true(mapping_file_apply(&ctx, &file, &mapping, &options));
    assert_true(read_text(&ctx, mapping_file_write(*state, &mapping, &options), &file));
    table(*state, &again);
    assert_true(mapping_file_apply(&ctx, &file, &again, &options_again));
    assert_choice(&again);
    assert_int_equal(options_again.strategy, IMPORT_LEAVE);
    assert_int_equal(options_again.n_tags, 1);
    assert_string_equal(options_again.contact_constant[CONTACT_SOURCE], "Fair");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(reads_both_forms, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(reads_what_inspect_prints, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(leaves_out_what_it_does_not_name, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(says_what_is_wrong_and_where, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(names_columns_that_are_not_there, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(writes_what_it_reads, test_arena_open, test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
