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

static void
cuts_between_code_points(void **state)
{
    assert_string_equal(text_cut(*state, "áéí", 2), "áé");
    assert_int_equal(text_count("áéí"), 3);
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
        cmocka_unit_test_setup_teardown(cuts_between_code_points, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test(rejects_bad_utf8),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
