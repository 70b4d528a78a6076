/* Files that are read as memory. */
#include "support/test.h"

#include <sys/stat.h>
#include <unistd.h>

#include "base/mapped.h"

static void
writes_and_maps(void **state)
{
    struct arena *arena = *state;
    struct ctx ctx = {.arena = arena};
    char folder[] = "/tmp/mapped.XXXXXX";
    assert_non_null(mkdtemp(folder));
    const char *path = arena_printf(arena, "%s/file", folder);
    const struct mapped_part parts[] = {
        {"first",  5},
        {"second", 6},
        {"",       0},
        {"last",   4}
    };
    struct mapped_stamp stamp, again;
    assert_null(mapped_open(arena, path, &stamp));
    assert_false(mapped_stamp(path, &stamp));
    assert_true(mapped_write(&ctx, path, parts, 4));
    struct arena *owner = arena_new();
    const char *at = mapped_open(owner, path, &stamp);
    assert_non_null(at);
    assert_int_equal(stamp.size, 3 * MAPPED_ALIGN);
    assert_memory_equal(at, "first\0", 6);
    assert_memory_equal(at + mapped_padded(5), "second\0", 7);
    assert_memory_equal(at + 2 * mapped_padded(5), "last\0", 5);
    struct stat st;
    assert_int_equal(stat(path, &st), 0);
    assert_int_equal(st.st_mode & 0777, 0600);
    /* the next one takes its place; who has mapped the first keeps it */
    assert_true(mapped_write(&ctx, path, parts + 1, 1));
    assert_true(mapped_stamp(path, &again));
    assert_false(mapped_same(&stamp, &again));
    assert_memory_equal(at, "first\0", 6);
    arena_free(owner);
    unlink(path);
    rmdir(folder);
    assert_false(mapped_write(&ctx, path, parts, 4));
    assert_int_equal(ctx.err.kind, ERR_UNAVAILABLE);
}

static void
sums_show_every_change(void **state)
{
    (void)state;
    unsigned char bytes[300];
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (unsigned char)(i * 7);
    for (size_t size = 0; size < sizeof bytes; size++) {
        uint64_t sum = mapped_sum(bytes, size);
        assert_true(sum != mapped_sum(bytes, size + 1));
        for (size_t at = 0; at < size; at += 3)
            for (int bit = 0; bit < 8; bit++) {
                bytes[at] ^= (unsigned char)(1U << bit);
                assert_true(sum != mapped_sum(bytes, size));
                bytes[at] ^= (unsigned char)(1U << bit);
            }
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(writes_and_maps, test_arena_open, test_arena_close),
        cmocka_unit_test(sums_show_every_change),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
