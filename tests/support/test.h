/* What every cmocka test includes: cmocka with its prerequisites, and an arena per test as *state.
 * Never use skip(): TAP would count it as a failure; return early and print a TAP comment. */
#ifndef LEADGEN_TESTS_SUPPORT_TEST_H
#define LEADGEN_TESTS_SUPPORT_TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "base/arena.h"
#include "base/err.h"

static inline int
test_arena_open(void **state)
{
    *state = arena_new();
    return 0;
}

static inline int
test_arena_close(void **state)
{
    arena_free(*state);
    return 0;
}

/* Folder of the outside test data, or NULL with a loud TAP comment. */
static inline const char *
test_data_dir(void)
{
    const char *dir = getenv("LEADGEN_TEST_DATA");
    if (!dir || !*dir)
        printf("# LEADGEN_TEST_DATA is not set: cases from outside data are left out\n");
    return dir && *dir ? dir : NULL;
}

/* Under valgrind; then a vfork is a fork, so that nobody learns why a program did not start. */
static inline bool
test_under_valgrind(void)
{
    const char *preloaded = getenv("LD_PRELOAD");
    return preloaded && strstr(preloaded, "vgpreload");
}

/* What a process takes is its own: a checker of memory keeps larger books in it. */
static inline bool
test_memory_tells(void)
{
#ifdef __SANITIZE_ADDRESS__
    return false;
#else
    return !test_under_valgrind();
#endif
}

/* The process has never taken that many megabytes, where its memory tells. */
static inline void
test_memory_below(long megabytes)
{
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    printf("# at most %ld MB\n", usage.ru_maxrss / 1024);
    assert_true(usage.ru_maxrss < megabytes * 1024 || !test_memory_tells());
}

#endif
