/* Arenas: zeroed and aligned memory, clean-ups in order, flat memory over equal work. */
#include "support/test.h"

static void
hands_out_zeroed_aligned_memory(void **state)
{
    struct arena *arena = *state;
    static const size_t sizes[] = {0, 1, 7, 16, 1000, 16384, 16385, 65536, 1000000};
    for (int round = 0; round < 3; round++) {
        for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
            unsigned char *memory = arena_alloc(arena, sizes[i]);
            assert_int_equal((uintptr_t)memory % 16, 0);
            for (size_t at = 0; at < sizes[i]; at++)
                assert_int_equal(memory[at], 0);
            memset(memory, 0xAA, sizes[i]);
        }
        arena_reset(arena);
        assert_int_equal(arena_used(arena), 0);
    }
}

static void
keeps_pieces_apart(void **state)
{
    struct arena *arena = *state;
    char *pieces[500];
    for (size_t i = 0; i < 500; i++) {
        pieces[i] = arena_alloc(arena, 1 + i * 3);
        memset(pieces[i], (int)(i % 251), 1 + i * 3);
    }
    for (size_t i = 0; i < 500; i++)
        for (size_t at = 0; at < 1 + i * 3; at++)
            assert_int_equal((unsigned char)pieces[i][at], i % 251);
}

static void
stretches_only_what_was_taken_last(void **state)
{
    struct arena *arena = *state;
    char *first = arena_alloc(arena, 20);
    memset(first, 'a', 20);
    assert_true(arena_stretch(arena, first, 20, 1000));
    memset(first + 20, 'c', 980);
    char *second = arena_alloc(arena, 10);
    assert_true(second >= first + 1000);
    memset(second, 'b', 10);
    assert_false(arena_stretch(arena, first, 1000, 2000));
    assert_false(arena_stretch(arena, second, 10, 1000000));
    assert_true(arena_stretch(arena, second, 10, 12)); /* inside its alignment */
    assert_int_equal(first[19], 'a');
    assert_int_equal(second[9], 'b');
}

static void
copies_text(void **state)
{
    struct arena *arena = *state;
    assert_null(arena_strdup(arena, NULL));
    assert_string_equal(arena_strdup(arena, ""), "");
    assert_string_equal(arena_strndup(arena, "abcdef", 3), "abc");
    assert_string_equal(arena_printf(arena, "%s-%d", "x", 7), "x-7");
}

struct note {
    char *at;
    char letter;
};

static void
write_note(void *arg)
{
    struct note *note = arg;
    note->at[strlen(note->at)] = note->letter;
}

static void
cleans_up_newest_first_and_once(void **state)
{
    struct arena *arena = *state;
    char written[8] = "";
    struct note notes[] = {
        {written, 'a'},
        {written, 'b'},
        {written, 'c'}
    };
    for (size_t i = 0; i < 3; i++)
        arena_defer(arena, write_note, &notes[i]);
    arena_reset(arena);
    assert_string_equal(written, "cba");
    arena_reset(arena);
    assert_string_equal(written, "cba");
    struct arena *other = arena_new();
    arena_defer(other, write_note, &notes[0]);
    arena_free(other);
    assert_string_equal(written, "cbaa");
    arena_free(NULL);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(hands_out_zeroed_aligned_memory, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(keeps_pieces_apart, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(stretches_only_what_was_taken_last, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(copies_text, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(cleans_up_newest_first_and_once, test_arena_open,
                                        test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
