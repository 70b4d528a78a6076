/* Of names, what is lost is said of the cell that it stood in; what only moved is not. */
#include "support/test.h"

#include "domain/cleaning/name_note.h"

static const char *
text_of(struct arena *arena, const struct value_note *notes)
{
    const char *text = "";
    for (; notes; notes = notes->next)
        text = arena_printf(arena, "%s%s|", text, value_note_text(arena, notes));
    return text;
}

static void
of_one_cell(void **state)
{
    static const struct {
        const char *text, *said;
    } cases[] = {
        {"Dr. Jane M. Doe, PhD",      ""                                                    },
        {"DOE,  Jane",                ""                                                    },
        {"Robert (Bob) Smith",        "Name \"Robert (Bob) Smith\" became \"Robert Smith\"|"},
        {"Jane Doe - Acme",           "Name \"Jane Doe - Acme\" became \"Jane Doe\"|"       },
        {"<script>alert(1)</script>", ""                                                    },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct value_note *notes = NULL;
        struct person_name name;
        assert_true(person_name_split(*state, cases[i].text, &name));
        name_note_whole(*state, &notes, "Name", cases[i].text, &name);
        assert_string_equal(text_of(*state, notes), cases[i].said);
    }
}

static void
of_two_cells(void **state)
{
    static const char *const columns[2] = {"First", "Last"};
    static const struct {
        const char *given, *family, *said;
    } cases[] = {
        {"Jane",         "Doe",     ""                                               },
        {"Dr. JANE",     "DOE Jr.", ""                                               },
        {"Jane Doe",     NULL,      ""                                               },
        {NULL,           "Doe",     ""                                               },
        {"Bob (Bo)",     "Doe",     "First \"Bob (Bo)\" became \"Bob\"|"             },
        {"Jane",         "Doe [x]", "Last \"Doe [x]\" became \"Doe\"|"               },
        {"123",          "Doe",     "First \"123\" left out: there is no name in it|"},
        {"Jane",         "!!!",     "Last \"!!!\" left out: there is no name in it|" },
        {"1",            "2",
         "First \"1\" left out: there is no name in it|"
         "Last \"2\" left out: there is no name in it|"                              },
        {"Jane (J) Doe", NULL,      "First \"Jane (J) Doe\" became \"Jane Doe\"|"    },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *const texts[2] = {cases[i].given, cases[i].family};
        struct value_note *notes = NULL;
        struct person_name name;
        (void)person_name_from_parts(*state, texts[0], texts[1], &name);
        name_note_pair(*state, &notes, columns, texts, &name);
        assert_string_equal(text_of(*state, notes), cases[i].said);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(of_one_cell, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(of_two_cells, test_arena_open, test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
