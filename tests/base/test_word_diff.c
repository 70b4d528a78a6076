/* Two texts and what changed: as people read it, and put together again for any pair of texts. */
#include "support/test.h"

#include "base/word_diff.h"

static const char *
shown(struct arena *arena, const char *before, const char *after)
{
    static const char *const marks[][2] = {
        {"",   ""  },
        {"[-", "-]"},
        {"[+", "+]"}
    };
    struct word_diff_part *parts;
    const char *out = "";
    size_t n = word_diff(arena, before, after, &parts);
    for (size_t i = 0; i < n; i++)
        out = arena_printf(arena, "%s%s%s%s", out, marks[parts[i].kind][0], parts[i].text,
                           marks[parts[i].kind][1]);
    return out;
}

static void
words_are_compared(void **state)
{
    assert_string_equal(shown(*state, "We keep a record", "We keep a record"), "We keep a record");
    assert_string_equal(shown(*state, "We keep a record", "We keep the record"),
                        "We keep [-a -][+the +]record");
    assert_string_equal(shown(*state, "", "New text"), "[+New text+]");
    assert_string_equal(shown(*state, "Old text", ""), "[-Old text-]");
    assert_string_equal(shown(*state, "one two three four", "zero two four five"),
                        "[-one -][+zero +]two [-three four-][+four five+]");
    assert_string_equal(shown(*state, "Dobrý den,\n\npíšu", "Dobrý den,\n\nráda píšu"),
                        "Dobrý den,\n\n[+ráda +]píšu");
}

/* Whatever the texts, both can be read out of the parts. */
static void
nothing_is_lost(void **state)
{
    static const char *const words[] = {"a ", "b ", "c ", "a", " ", "\n\n", "é "};
    unsigned seed = 4711;
    for (int round = 0; round < 300; round++) {
        char texts[2][8000] = {"", ""}, back[2][8000] = {"", ""};
        for (int side = 0; side < 2; side++)
            for (unsigned i = 0, most = round == 0 ? 1500 : (unsigned)round % 40; i < most; i++) {
                seed = seed * 1103515245U + 12345U;
                strncat(texts[side], words[(seed >> 16) % 7], 7);
            }
        struct word_diff_part *parts;
        size_t n = word_diff(*state, texts[0], texts[1], &parts);
        for (size_t i = 0; i < n; i++) {
            assert_true(!i || parts[i].kind != parts[i - 1].kind);
            if (parts[i].kind != WORD_DIFF_INSERTED)
                strncat(back[0], parts[i].text, sizeof back[0] - strlen(back[0]) - 1);
            if (parts[i].kind != WORD_DIFF_DELETED)
                strncat(back[1], parts[i].text, sizeof back[1] - strlen(back[1]) - 1);
        }
        assert_string_equal(back[0], texts[0]);
        assert_string_equal(back[1], texts[1]);
        arena_reset(*state);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(words_are_compared, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(nothing_is_lost, test_arena_open, test_arena_close)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
