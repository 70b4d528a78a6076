/* Files of rows: pieces that arrive in order, a gap, what is kept under its hash, removal. */
#include "support/test.h"

#include <sys/stat.h>
#include <unistd.h>

#include "base/conf.h"
#include "base/store.h"

static const char *
folder(struct arena *arena)
{
    const char *root = getenv("TMPDIR");
    char *path = arena_printf(arena, "%s/store-XXXXXX", root ? root : "/tmp");
    assert_non_null(mkdtemp(path));
    return path;
}

static void
keeps_what_arrived_in_pieces(void **state)
{
    struct arena *arena = *state;
    struct conf conf = {.files = folder(arena)};
    struct ctx ctx = {.arena = arena, .conf = &conf};
    const char *key;
    int64_t length;
    assert_true(store_append(&ctx, "upload-1", 0, "hello ", 6, &length));
    assert_int_equal(length, 6);
    assert_true(store_append(&ctx, "upload-1", 6, "world", 5, &length));
    assert_int_equal(length, 11);
    /* a piece that came twice changes nothing */
    assert_true(store_append(&ctx, "upload-1", 0, "hello ", 6, &length));
    assert_int_equal(length, 11);
    assert_true(store_keep(&ctx, "upload-1", &key));
    assert_string_equal(key, "b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9");
    assert_int_equal(store_length(&ctx, "upload-1"), 0);
    assert_int_equal(access(store_path(&ctx, key), R_OK), 0);
    store_remove(&ctx, key);
    assert_int_equal(access(store_path(&ctx, key), R_OK), -1);
}

static void
refuses_a_gap(void **state)
{
    struct arena *arena = *state;
    struct conf conf = {.files = folder(arena)};
    struct ctx ctx = {.arena = arena, .conf = &conf};
    int64_t length;
    assert_true(store_append(&ctx, "upload-2", 0, "abc", 3, &length));
    assert_false(store_append(&ctx, "upload-2", 4, "e", 1, &length));
    assert_int_equal(ctx.err.kind, ERR_CONFLICT);
    assert_int_equal(length, 3);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(keeps_what_arrived_in_pieces, test_arena_open,
                                        test_arena_close),
        cmocka_unit_test_setup_teardown(refuses_a_gap, test_arena_open, test_arena_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
