/* What counts as a change of more than form, and how it is said. */
#include "support/test.h"

#include "domain/cleaning/value_note.h"

static void
form_is_no_change(void **state)
{
    static const struct {
        const char *text, *stored;
        bool same;
    } cases[] = {
        {"Acme",              "Acme",        true },
        {"  Acme \t Ltd ",    "Acme Ltd",    true },
        {"ACME ltd",          "Acme Ltd",    true },
        {"Cafe\u0301\u00A0X", "Caf\u00E9 X", true },
        {"\u010CEZ",          "\u010Dez",    true },
        {"\"Acme\"",          "Acme",        false},
        {"Acme,",             "Acme",        false},
        {"\u202EevoL",        "evoL",        false},
        {"Acme \u00AE",       "Acme",        false},
        {"Acme",              "Acme Ltd",    false},
        {"Caf\u00E9",         "Cafe",        false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (value_note_is_same(*state, cases[i].text, cases[i].stored) != cases[i].same)
            fail_msg("%s", cases[i].text);
}

static void
parts_add_up_in_any_order(void **state)
{
    uint64_t whole = value_note_sum(*state, "DVO\u0158\u00C1K,  Karel");
    assert_int_equal(whole,
                     value_note_sum(*state, "karel") + value_note_sum(*state, "Dvor\u030C\u00E1k"));
    assert_int_not_equal(whole, value_note_sum(*state, "Karel Dvor\u00E1k"));
    assert_int_not_equal(value_note_sum(*state, "ab"), value_note_sum(*state, "ac"));
    assert_int_equal(value_note_sum(*state, NULL), 0);
}

static void
says_what_was_and_what_became(void **state)
{
    struct value_note *notes = NULL;
    value_note_add(*state, &notes, "Phone", "12ab", NULL, "This is not a telephone number.");
    value_note_add(*state, &notes, "Last name", "\u202EevoL", "evoL", NULL);
    assert_string_equal(value_note_text(*state, notes),
                        "Phone \"12ab\" left out: this is not a telephone number");
    assert_string_equal(value_note_text(*state, notes->next),
                        "Last name \"[U+202E]evoL\" became \"evoL\"");
    char *lengthy = arena_alloc(*state, 1001);
    memset(lengthy, 'x', 1000);
    notes = NULL;
    value_note_add(*state, &notes, "Notes", lengthy, NULL, NULL);
    const char *text = value_note_text(*state, notes);
    assert_true(strlen(text) < 120);
    assert_non_null(strstr(text, "x\u2026\" left out"));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(form_is_no_change, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(parts_add_up_in_any_order, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(says_what_was_and_what_became, test_arena_open,
                                        test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
