/* A file with given bytes that lives as long as an arena: for tests of what reads files. */
#ifndef LEADGEN_TESTS_SUPPORT_FILE_H
#define LEADGEN_TESTS_SUPPORT_FILE_H

#include <unistd.h>

#include "support/test.h"

static inline void
test_file_remove(void *path)
{
    unlink(path);
}

/* The path of a new file that holds the bytes. */
static inline const char *
test_file(struct arena *arena, const char *bytes, size_t length)
{
    const char *dir = getenv("TMPDIR");
    char *path = arena_printf(arena, "%s/leadgen-test-XXXXXX", dir && *dir ? dir : "/tmp");
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    arena_defer(arena, test_file_remove, path);
    for (size_t done = 0; done < length;) {
        ssize_t written = write(fd, bytes + done, length - done);
        assert_true(written > 0);
        done += (size_t)written;
    }
    close(fd);
    return path;
}

#endif
