/* Substring search: wherever a word stands, it is found, and nowhere else. */
#include "support/test.h"

#include "domain/columns/snapshot_search.h"

static void
finds_what_is_there(void **state)
{
    (void)state;
    char text[200];
    uint64_t chance = 7;
    for (int round = 0; round < 20000; round++) {
        size_t length = (size_t)(chance >> 8) % sizeof text, n = 1 + (size_t)(chance >> 40) % 6;
        char word[8];
        for (size_t i = 0; i < length + n; i++) {
            chance = chance * 6364136223846793005U + 1442695040888963407U;
            char c = (char)('a' + (chance >> 33) % 3);
            if (i < length)
                text[i] = c;
            else
                word[i - length] = c;
        }
        assert_ptr_equal(snapshot_search_first(text, length, word, n),
                         memmem(text, length, word, n));
    }
}

static void
reads_not_past_the_end(void **state)
{
    (void)state;
    for (size_t length = 0; length < 80; length++)
        for (size_t n = 1; n < 20; n++) {
            char *text = malloc(length + 1), *word = malloc(n);
            assert_non_null(text);
            assert_non_null(word);
            memset(text, 'a', length + 1);
            memset(word, 'a', n);
            word[n - 1] = 'b';
            text[length] = 'b'; /* behind the end */
            assert_null(snapshot_search_first(text, length, word, n));
            free(text);
            free(word);
        }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_what_is_there),
        cmocka_unit_test(reads_not_past_the_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
