/* robots.txt under arbitrary bytes: the first line is the address, the rest the file. Rules only ever
 * refuse; without any everything is allowed. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/robots.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_new();
    const char *text = (const char *)data;
    const char *end = size ? memchr(text, '\n', size) : NULL;
    size_t line = end ? (size_t)(end - text) : 0;
    const char *url = arena_strndup(arena, text, line < 2048 ? line : 2048);
    struct robots robots;
    robots_read(arena, text + line, size - line, "leadgen", &robots);
    bool allowed = robots_allowed(&robots, arena, url);
    if (!allowed && robots.n_rules == 0)
        abort();
    if (robots.n_sitemaps > ROBOTS_SITEMAPS_MAX || robots.delay > 86400)
        abort();
    arena_free(arena);
    return 0;
}
