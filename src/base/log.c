/* Log lines. See log.h. A line is built in a fixed buffer, so logging works when memory is short. */
#include "base/log.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"

enum { LINE_SIZE = 4096, LINE_ROOM = LINE_SIZE - 16 };

struct line {
    char text[LINE_SIZE];
    size_t length;
};

static void
add(struct line *line, const char *text, size_t length)
{
    if (length > LINE_ROOM - line->length)
        length = LINE_ROOM - line->length;
    memcpy(line->text + line->length, text, length);
    line->length += length;
}

/* A JSON string; bytes that are not printable ASCII or UTF-8 parts become escapes. */
static void
add_quoted(struct line *line, const char *text)
{
    add(line, "\"", 1);
    /* Stops early enough for the longest escape, so no escape is ever cut. */
    for (const char *c = text; *c && line->length < LINE_ROOM - 64; c++) {
        char escape[8];
        unsigned char byte = (unsigned char)*c;
        if (byte == '"' || byte == '\\')
            snprintf(escape, sizeof escape, "\\%c", byte);
        else if (byte < 0x20 || byte == 0x7F)
            snprintf(escape, sizeof escape, "\\u%04x", byte);
        else
            snprintf(escape, sizeof escape, "%c", byte);
        add(line, escape, strlen(escape));
    }
    add(line, "\"", 1);
}

void
log_write(enum log_level level, const char *event, const struct log_value *values, size_t n)
{
    static const char *const levels[] = {"info", "warn", "error"};
    struct line line = {.length = 0};
    char now[CLOCK_ISO_SIZE];
    clock_iso(now, clock_now_ms());
    add(&line, "{\"time\":", 8);
    add_quoted(&line, now);
    add(&line, ",\"level\":", 9);
    add_quoted(&line, levels[level]);
    add(&line, ",\"event\":", 9);
    add_quoted(&line, event);
    for (size_t i = 0; i < n; i++) {
        add(&line, ",", 1);
        add_quoted(&line, values[i].name);
        add(&line, ":", 1);
        if (values[i].text) {
            add_quoted(&line, values[i].text);
        } else {
            char number[24];
            snprintf(number, sizeof number, "%" PRId64, values[i].number);
            add(&line, number, strlen(number));
        }
    }
    memcpy(line.text + line.length, "}\n", 2);
    line.length += 2;
    ssize_t written = write(STDERR_FILENO, line.text, line.length);
    (void)written;
}
