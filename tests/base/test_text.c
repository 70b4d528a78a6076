/* Text: trimming, folding, cutting. */
#include "support/test.h"

#include "base/text.h"

static void
folds_for_search(void **state)
{
    static const struct {
        const char *input, *want;
    } cases[] = {
        {"  Müller  GmbH ", "muller gmbh"},
        {"Straße",          "strasse"    },
        {"Łódź",          "lodz"       },
        {"Ørsted",          "orsted"     },
        {"ﬁrst",           "first"      },
        {"İstanbul",        "istanbul"   },
        {"\xEF\xBB\xBFname", "name"       },
    };
    struct arena *arena = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(text_fold(arena, cases[i].input), cases[i].want);
}

/* Wherever the blanks stand: copies go in steps. */
static void
squeezes_white_space(void **state)
{
    static const struct {
        const char *input, *want;
    } cases[] = {
        {"a b",                         "a b"                       },
        {"a  b",                        "a b"                       },
        {"a \n b",                      "a b"                       },
        {"a\tb c \xC2\xA0 d",           "a b c d"                   },
        {"one two  three",              "one two three"             },
        {"a\xE2\x80\x8B"
         "b",                  "ab"                        },
        {"a \xE2\x80\x8B b",            "a b"                       },
        {"\xC3\xA9  \xC3\xA9t\xC3\xA9", "\xC3\xA9 \xC3\xA9t\xC3\xA9"},
        {"a\xFF  b",                    "a\xFF b"                   },
        {"a\x01  b\x7F",                "a\x01 b\x7F"               },
    };
    struct arena *arena = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (int before = 0; before < 20; before++)
            for (int after = 0; after < 20; after += 3) {
                const char *text =
                    arena_printf(arena, " %.*s%s%.*s  ", before, "xy z xyz wxyz uvwxyz",
                                 cases[i].input, after, "stuvwxyz abc de f gh");
                const char *lead = arena_printf(arena, "%.*s", before, "xy z xyz wxyz uvwxyz");
                const char *tail = arena_printf(arena, "%.*s", after, "stuvwxyz abc de f gh");
                size_t kept = strlen(tail);
                kept -= kept && tail[kept - 1] == ' ';
                assert_string_equal(
                    text_squeeze(arena, text),
                    arena_printf(arena, "%s%s%.*s", lead, cases[i].want, (int)kept, tail));
            }
    assert_int_equal(text_blanks("a b  c d e f g h i ", 19), 10);
}

static void
cuts_between_code_points(void **state)
{
    assert_string_equal(text_cut(*state, "áéí", 2), "áé");
    assert_int_equal(text_count("áéí"), 3);
}

static void
lists_as_many_names_as_fit(void **state)
{
    static const char *const names[] = {"name", "title", "city"};
    assert_string_equal(text_listing(*state, names, 3, 100), "name, title, city");
    assert_string_equal(text_listing(*state, names, 3, 11), "name, title and 1 more");
    assert_string_equal(text_listing(*state, names, 3, 1), "name and 2 more");
    assert_string_equal(text_listing(*state, names, 0, 10), "");
}

static void
rejects_bad_utf8(void **state)
{
    (void)state;
    assert_true(text_is_utf8("abc", 3));
    assert_false(text_is_utf8("\xC0\x80", 2));
    assert_false(text_is_utf8("\xED\xA0\x80", 3));
    assert_false(text_is_utf8("\xE2\x82", 2));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(folds_for_search, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(squeezes_white_space, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(cuts_between_code_points, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(lists_as_many_names_as_fit, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test(rejects_bad_utf8),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
