/* Reads the tables of outside test data: tab-separated lines with a header, quotes as Python's csv
 * writes them, and JSON files. Included by tests that measure a parser against suites of others. */
#ifndef LEADGEN_TESTS_SUPPORT_CASES_H
#define LEADGEN_TESTS_SUPPORT_CASES_H

#include "support/test.h"

#include "base/json.h"

enum { CASES_COLUMNS = 8, CASES_LINE = 65536 };

/* The whole file in the arena, NUL-terminated; fails the test when it cannot be read. */
static inline char *
cases_file(struct arena *arena, const char *name, size_t *length)
{
    FILE *file = fopen(arena_printf(arena, "%s/%s", test_data_dir(), name), "r");
    assert_non_null(file);
    fseek(file, 0, SEEK_END);
    *length = (size_t)ftell(file);
    rewind(file);
    char *bytes = arena_alloc(arena, *length + 1);
    assert_int_equal(fread(bytes, 1, *length, file), *length);
    fclose(file);
    return bytes;
}

/* Takes the next line that is not empty; NULL at the end. */
static inline char *
cases_line(char **at)
{
    char *line = *at + strspn(*at, "\r\n");
    size_t length = strcspn(line, "\r\n");
    if (length == 0)
        return NULL;
    *at = line + length + (line[length] != '\0');
    line[length] = '\0';
    return line;
}

/* Takes the next row of a tab-separated text; fields in quotes may hold tabs, lines and "". */
static inline size_t
cases_row(char **at, const char *fields[CASES_COLUMNS])
{
    char *read = *at, *write = *at;
    size_t count = 0;
    while (*read && count < CASES_COLUMNS) {
        bool quoted = *read == '"';
        read += quoted;
        fields[count++] = write;
        while (*read && (quoted || (*read != '\t' && *read != '\n' && *read != '\r'))) {
            if (quoted && *read == '"' && read[1] != '"')
                break;
            read += quoted && *read == '"';
            *write++ = *read++;
        }
        read += quoted && *read == '"';
        while (*read == '\r')
            read++;
        char end = *read;
        read += end != '\0';
        *write++ = '\0';
        if (end != '\t')
            break;
    }
    *at = read;
    return count;
}

/* A JSON file of outside data; fails the test when it is none. */
static inline struct jsn *
cases_json(struct arena *arena, const char *name)
{
    size_t length = 0;
    char *bytes = cases_file(arena, name, &length);
    struct ctx ctx = {.arena = arena};
    struct jsn *value = NULL;
    if (!jsn_read(&ctx, arena, bytes, length, &value))
        fail_msg("%s: %s", name, ctx.err.message);
    return value;
}

#endif
