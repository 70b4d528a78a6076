/* Programs beside ours: talked to through pipes, with nothing of ours, ended in time. */
#include "support/test.h"

#include <unistd.h>

#include "base/child.h"

static struct child *
started(struct arena *arena, const char *const *argv)
{
    struct ctx ctx = {.arena = arena};
    struct child *child;
    if (!child_start(&ctx, arena, argv, &child))
        fail_msg("%s", ctx.err.message);
    return child;
}

static void
answers_what_it_is_asked(void **state)
{
    (void)state;
    static const char *const argv[] = {"/bin/cat", NULL};
    enum { SIZE = 60000 };
    struct arena *arena = arena_new();
    struct child *child = started(arena, argv);
    char *bytes = arena_alloc(arena, SIZE), *back = arena_alloc(arena, SIZE);
    memset(bytes, 'a', SIZE);
    assert_true(child_write(child, bytes, SIZE, 5000));
    assert_true(child_read(child, back, SIZE, 5000));
    assert_memory_equal(bytes, back, SIZE);
    assert_false(child_read(child, back, 1, 50)); /* nothing more comes */
    child_end(child);
    child_end(child);
    assert_false(child_write(child, bytes, 1, 50));
    arena_free(arena);
}

static void
has_nothing_of_ours(void **state)
{
    (void)state;
    static const char *const argv[] = {"/bin/sh", "-c",
                                       "env | grep -c LEADGEN; ls /proc/self/fd | wc -l", NULL};
    struct arena *arena = arena_new();
    int fd = dup(STDIN_FILENO);
    assert_int_equal(setenv("LEADGEN_SECRET", "x", 1), 0);
    struct child *child = started(arena, argv);
    char text[5] = "";
    assert_true(child_read(child, text, 4, 5000));
    assert_string_equal(text, "0\n4\n"); /* the fourth is the folder that ls reads */
    close(fd);
    arena_free(arena);
}

static void
says_what_it_complained_about(void **state)
{
    (void)state;
    static const char *const argv[] = {
        "/bin/sh", "-c", "i=0; while [ $i -lt 9999 ]; do i=$((i+1)); echo no $i >&2; done; echo x",
        NULL};
    struct arena *arena = arena_new();
    struct child *child = started(arena, argv);
    char c;
    assert_true(child_read(child, &c, 1, 10000));
    child_end(child);
    assert_non_null(strstr(child_said(child), "no 9999"));
    arena_free(arena);
}

static void
refuses_what_is_not_there(void **state)
{
    (void)state;
    static const char *const argv[] = {"/nowhere/program", NULL};
    struct arena *arena = arena_new();
    struct ctx ctx = {.arena = arena};
    struct child *child;
    bool started = child_start(&ctx, arena, argv, &child);
    if (!test_under_valgrind()) {
        assert_false(started);
        assert_int_equal(ctx.err.kind, ERR_UNAVAILABLE);
    }
    err_clear(&ctx);
    ctx.no_outside = true;
    assert_false(child_start(&ctx, arena, argv, &child));
    assert_int_equal(ctx.err.kind, ERR_BUG);
    arena_free(arena);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(answers_what_it_is_asked),
        cmocka_unit_test(has_nothing_of_ours),
        cmocka_unit_test(says_what_it_complained_about),
        cmocka_unit_test(refuses_what_is_not_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
