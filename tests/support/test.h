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

/* Address sanitizer keeps what is freed, to see it used: what a process takes says nothing there. */
#if defined __SANITIZE_ADDRESS__
#define TEST_MEMORY_TELLS false
#else
#define TEST_MEMORY_TELLS true
#endif

/* The process has never taken that many megabytes. */
static inline void
test_memory_below(long megabytes)
{
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    printf("# at most %ld MB\n", usage.ru_maxrss / 1024);
    assert_true(usage.ru_maxrss < megabytes * 1024 || !TEST_MEMORY_TELLS);
}

#endif
