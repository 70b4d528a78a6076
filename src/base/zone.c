/* Zone files (RFC 8536, version 2 and later). See zone.h. Debian's files carry every change until
 * 2037, so the rule behind the last one is not read. */
#include "base/zone.h"

#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FILE_MOST = 64 * 1024, HEADER = 44, NAMES_MOST = 1000 };

struct zone {
    const unsigned char *data;
    size_t length; /* 0: UTC */
};

/* The six counts of a header. */
struct counts {
    size_t is_utc, is_std, leap, times, types, chars;
};

static int64_t
read_int(const unsigned char *bytes, size_t size)
{
    uint64_t value = bytes[0] & 0x80 ? UINT64_MAX : 0;
    for (size_t i = 0; i < size; i++)
        value = value << 8 | bytes[i];
    return (int64_t)value;
}

static bool
read_counts(const struct zone *file, size_t at, struct counts *out)
{
    if (at + HEADER > file->length || memcmp(file->data + at, "TZif", 4) != 0)
        return false;
    size_t *const counts[] = {&out->is_utc, &out->is_std, &out->leap,
                              &out->times,  &out->types,  &out->chars};
    for (size_t i = 0; i < 6; i++) {
        int64_t count = read_int(file->data + at + 20 + i * 4, 4);
        if (count < 0 || count > FILE_MOST)
            return false;
        *counts[i] = (size_t)count;
    }
    return true;
}

static size_t
data_size(const struct counts *counts, size_t time_size)
{
    return counts->times * (time_size + 1) + counts->types * 6 + counts->chars +
           counts->leap * (time_size + 4) + counts->is_std + counts->is_utc;
}

/* Fills *out from the second block of the file, whose times have 8 bytes. */
static bool
lookup(const struct zone *file, int64_t seconds, struct zone_time *out)
{
    struct counts counts;
    if (!read_counts(file, 0, &counts) || file->data[4] < '2')
        return false;
    size_t at = HEADER + data_size(&counts, 4);
    if (!read_counts(file, at, &counts) || !counts.types)
        return false;
    at += HEADER;
    if (at + data_size(&counts, 8) > file->length)
        return false;
    const unsigned char *times = file->data + at, *kinds = times + counts.times * 8,
                        *types = kinds + counts.times, *chars = types + counts.types * 6;
    size_t low = 0, high = counts.times;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (read_int(times + middle * 8, 8) <= seconds)
            low = middle + 1;
        else
            high = middle;
    }
    size_t type = low ? kinds[low - 1] : 0;
    if (type >= counts.types || types[type * 6 + 5] >= counts.chars)
        return false;
    out->offset = (int)read_int(types + type * 6, 4);
    const char *name = (const char *)chars + types[type * 6 + 5];
    size_t most = counts.chars - types[type * 6 + 5];
    snprintf(out->name, sizeof out->name, "%.*s", (int)strnlen(name, most), name);
    return true;
}

const struct zone *
zone_read(struct arena *arena, const char *name)
{
    struct zone *zone = ARENA_NEW(arena, struct zone);
    if (!*name || *name == '/' || strstr(name, ".."))
        return zone;
    int fd = open(arena_printf(arena, "/usr/share/zoneinfo/%s", name), O_RDONLY | O_CLOEXEC);
    struct stat stat;
    if (fd < 0)
        return zone;
    if (fstat(fd, &stat) == 0 && S_ISREG(stat.st_mode) && stat.st_size <= FILE_MOST) {
        unsigned char *data = arena_alloc(arena, (size_t)stat.st_size);
        ssize_t got = read(fd, data, (size_t)stat.st_size);
        zone->data = data;
        zone->length = got > 0 ? (size_t)got : 0;
    }
    close(fd);
    return zone;
}

bool
zone_exists(struct arena *arena, const char *name)
{
    struct zone_time now;
    const struct zone *zone = zone_read(arena, name);
    return !strcmp(name, "UTC") || (zone->length && lookup(zone, 0, &now));
}

static int
by_name(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

const char *const *
zone_names(struct arena *arena, size_t *n)
{
    const char **names = ARENA_ARRAY(arena, NAMES_MOST, const char *);
    char line[512];
    *n = 0;
    FILE *file = fopen("/usr/share/zoneinfo/zone1970.tab", "re");
    if (!file)
        return names;
    while (*n < NAMES_MOST && fgets(line, sizeof line, file)) {
        const char *tab = *line == '#' ? NULL : strchr(line, '\t');
        tab = tab ? strchr(tab + 1, '\t') : NULL;
        if (tab)
            names[(*n)++] = arena_strndup(arena, tab + 1, strcspn(tab + 1, "\t\r\n"));
    }
    fclose(file);
    qsort(names, *n, sizeof *names, by_name);
    return names;
}

void
zone_at(const struct zone *zone, int64_t seconds, struct zone_time *out)
{
    if (!zone->length || !lookup(zone, seconds, out))
        *out = (struct zone_time){.offset = 0, .name = "UTC"};
}
