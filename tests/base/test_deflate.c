/* Compression: there and back, gzip of others, and what must not blow up. */
#include "support/cases.h"

#include "base/deflate.h"

static void
packs_and_unpacks(void **state)
{
    struct ctx ctx = {.arena = *state};
    enum { SIZE = 100000 };
    char *text = arena_alloc(*state, SIZE + 1), *back;
    for (size_t i = 0; i < SIZE; i++)
        text[i] = (char)('a' + i % 7);
    const char *packed;
    size_t n, length;
    deflate_pack(*state, text, SIZE, &packed, &n);
    assert_true(n < SIZE / 50);
    assert_true(deflate_unpack(&ctx, *state, packed, n, SIZE, &back, &length));
    assert_int_equal(length, SIZE);
    assert_string_equal(back, text);
    assert_false(deflate_unpack(&ctx, *state, packed, n, SIZE - 1, &back, &length));
    assert_int_equal(ctx.err.kind, ERR_INPUT);
    err_clear(&ctx);
    assert_false(deflate_unpack(&ctx, *state, packed, n - 5, SIZE, &back, &length));
    assert_int_equal(ctx.err.kind, ERR_INPUT);
    err_clear(&ctx);
    assert_false(deflate_unpack(&ctx, *state, "plain text", 10, SIZE, &back, &length));
    deflate_pack(*state, "", 0, &packed, &n);
    err_clear(&ctx);
    assert_true(deflate_unpack(&ctx, *state, packed, n, SIZE, &back, &length));
    assert_int_equal(length, 0);
}

static void
reads_gzip(void **state)
{
    if (!test_data_dir())
        return;
    struct ctx ctx = {.arena = *state};
    size_t n, length;
    char *text;
    const char *bytes = cases_file(*state, "sitemaps-crawlercommons/sitemap.txt.gz", &n);
    assert_true(deflate_unpack(&ctx, *state, bytes, n, 10000, &text, &length));
    assert_non_null(strstr(text, "http://"));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(packs_and_unpacks, test_arena_open, test_arena_close),
        cmocka_unit_test_setup_teardown(reads_gzip, test_arena_open, test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
