/* Substring search: wherever a word stands in a row, the row is found, and no other. */
#include "support/test.h"

#include "domain/columns/snapshot_search.h"
#include "domain/snapshot/snapshot_bits.h"
#include "domain/snapshot/snapshot_runs.h"

static struct snapshot_segment *
segment_of(struct arena *arena, char (*texts)[100], size_t n)
{
    struct snapshot_table *table = ARENA_NEW(arena, struct snapshot_table);
    snapshot_table_init(table, RECORD_COMPANY, NULL);
    snapshot_segment_open(table, &table->delta, arena, 0);
    for (size_t i = 0; i < n; i++) {
        size_t row = snapshot_segment_add(&table->delta);
        snapshot_put_text(&table->delta, SNAPSHOT_SEARCH, row, texts[i]);
    }
    return &table->delta;
}

static uint64_t chance = 7;

static size_t
below(size_t n)
{
    chance = chance * 6364136223846793005U + 1442695040888963407U;
    return (size_t)(chance >> 33) % n;
}

/* Few of them, so that words are found; now and then what parts runs of letters. */
static char
letter(void)
{
    static const char rare[] = {' ', '7', '.', '@', '-', '\xC3'};
    return (char)(below(8) ? 'a' + (char)below(3) : rare[below(sizeof rare)]);
}

/* As a file's base has them. */
static void
with_runs(struct arena *arena, struct snapshot_segment *segment)
{
    uint64_t n_postings, n_words, n_bytes;
    snapshot_runs_make(arena, segment, &n_postings, &n_words, &n_bytes);
}

static void
finds_what_is_there(void **state)
{
    static char texts[120][100];
    (void)state;
    for (int round = 0; round < 300; round++) {
        struct arena *arena = arena_new();
        size_t n = below(120), most = round % 3 ? 99 : 6;
        for (size_t i = 0; i < n; i++) {
            size_t length = below(most);
            for (size_t k = 0; k < length; k++)
                texts[i][k] = letter();
            texts[i][length] = '\0';
        }
        struct snapshot_segment *segment = segment_of(arena, texts, n);
        if (round % 2)
            with_runs(arena, segment);
        for (int tries = 0; tries < 30; tries++) {
            char word[40];
            size_t length = 1 + below(tries % 2 ? 4 : 30);
            for (size_t k = 0; k < length; k++)
                word[k] = letter();
            word[length] = '\0';
            uint64_t *few = snapshot_bits_new(arena, n, false);
            if (n)
                snapshot_bits_set(few, n / 2);
            uint64_t *all = snapshot_search_rows(arena, NULL, segment, word, NULL, NULL);
            uint64_t *some = snapshot_search_rows(arena, NULL, segment, word, NULL, few);
            for (size_t i = 0; i < n; i++)
                assert_int_equal(snapshot_bits_has(all, i), strstr(texts[i], word) != NULL);
            if (n)
                assert_int_equal(snapshot_bits_has(some, n / 2),
                                 strstr(texts[n / 2], word) != NULL);
        }
        arena_free(arena);
    }
}

static void
takes_long_words(void **state)
{
    struct arena *arena = *state;
    char text[1][100] = {"x"}, word[900];
    memset(word, 'x', sizeof word - 1);
    word[sizeof word - 1] = '\0';
    uint64_t *bits =
        snapshot_search_rows(arena, NULL, segment_of(arena, text, 1), word, NULL, NULL);
    assert_false(snapshot_bits_has(bits, 0));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_what_is_there),
        cmocka_unit_test_setup_teardown(takes_long_words, test_arena_open, test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
