/* Reasons are true to the letter: counts of values, not of guesses, and fields that there are. */
#include "support/mapping.h"

#include "domain/mapping/mapping_claim.h"

static void
counts_value_by_value(void **state)
{
    static const char *const headers[] = {"First name", "Country", "Stadt", "E-mail", "Firma"};
    static const char *const rows[] = {
        "Anna|Germany|Berlin|anna@x.de|Acme GmbH", "Bob 2|Narnia|Brno|b@x.de|info@b.de",
        "Eva|France|Paris 5|none|Beta", "Jan|CZ|Oslo|j@x.de|Gama", NULL};
    static const char *const wanted[] = {
        "Header means first name; 3 of the 4 values looked at can be read as names of people.",
        "Header means country; 3 of the 4 values looked at can be read as countries.",
        "Header means city in German; 3 of the 4 values looked at can be read as names of places.",
        "Header means e-mail; 3 of the 4 values looked at can be read as e-mail addresses.",
        "Header means company name in German; 3 of the 4 values looked at can be read as names.",
    };
    struct import_mapping mapping;
    mapping_propose(*state, headers, 5, rows, &mapping);
    for (size_t i = 0; i < 5; i++)
        assert_string_equal(mapping.columns[i].reason, wanted[i]);
}

static void
says_what_values_show_by_themselves(void **state)
{
    static const char *const headers[] = {"Name", "Xyz", "Phone", "URL"};
    static const char *const rows[] = {"Anna Kern|Acme GmbH|a@x.de|https://linkedin.com/in/a",
                                       "Jan Berg|Beta s.r.o.|b@x.de|https://linkedin.com/in/b",
                                       "Eva Nov|Gama|c@x.de|https://www.linkedin.com/in/c", NULL};
    struct import_mapping mapping;
    mapping_propose(*state, headers, 4, rows, &mapping);
    assert_string_equal(mapping.columns[1].reason,
                        "The header says nothing known, but 2 of the 3 values looked at can be "
                        "read as names with a legal form.");
    assert_string_equal(mapping.columns[2].reason,
                        "Header means phone, but all 3 values looked at can be read as e-mail "
                        "addresses.");
    assert_string_equal(mapping.columns[3].reason,
                        "Header means web address, here LinkedIn address; all 3 values looked at "
                        "can be read as LinkedIn addresses.");
}

/* The menu offers Status and Tier; they take the entries of a list. */
static void
denies_no_field_that_there_is(void **state)
{
    static const char *const headers[] = {"Firm", "Satus",       "Lead status",
                                          "Fax",  "Middle name", "Job title"};
    static const char *const rows[] = {"Acme GmbH|new|hot|1 2|Q|CEO",
                                       "Beta GmbH|old|cold|3 4|R|CTO", NULL};
    struct ctx ctx = {.arena = *state};
    struct import_mapping mapping;
    mapping_propose(*state, headers, 6, rows, &mapping);
    for (size_t i = 1; i < 3; i++) {
        assert_non_null(strstr(mapping.columns[i].reason,
                               "The field Status takes only the entries of its own list ("));
        assert_non_null(strstr(mapping.columns[i].target, ".custom."));
    }
    assert_string_equal(mapping.columns[3].reason,
                        "Header means fax, for which there is no field here; it would become a "
                        "custom field.");
    size_t n;
    const struct import_target *targets = import_mapping_targets(ctx.arena, &n);
    for (size_t t = 0; t < n; t++)
        assert_int_not_equal(strcasecmp(targets[t].label, "fax"), 0);
}

static void
says_how_many(void **state)
{
    assert_string_equal(mapping_claim_count(*state, 1, 1), "the one value looked at");
    assert_string_equal(mapping_claim_count(*state, 0, 1), "not even the one value looked at");
    assert_string_equal(mapping_claim_count(*state, 20, 20), "all 20 values looked at");
    assert_string_equal(mapping_claim_count(*state, 19, 20), "19 of the 20 values looked at");
    assert_string_equal(mapping_claim_count(*state, 0, 20), "none of the 20 values looked at");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(counts_value_by_value, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(says_what_values_show_by_themselves, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(denies_no_field_that_there_is, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(says_how_many, test_arena_open, test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
