/* The log: one JSON object a line on stderr, written in one piece. Called by every ring for what an
 * operator should know. Never log secrets, tokens, raw paths or query strings of requests, or text
 * that people wrote. */
#ifndef LEADGEN_BASE_LOG_H
#define LEADGEN_BASE_LOG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum log_level { LOG_LEVEL_INFO, LOG_LEVEL_WARN, LOG_LEVEL_ERROR };

/* A named value. Build with the macros. */
struct log_value {
    const char *name;
    const char *text; /* NULL: the number counts */
    int64_t number;
};
#define LOG_TEXT(key, value) ((struct log_value){.name = (key), .text = (value)})
#define LOG_NUMBER(key, value) ((struct log_value){.name = (key), .number = (value)})

/* Writes {"time":…,"level":…,"event":event, …values}. */
void log_write(enum log_level level, const char *event, const struct log_value *values, size_t n);

#define LOG_EVENT(level, event, ...)                                                               \
    log_write((level), (event), (const struct log_value[]){__VA_ARGS__},                           \
              sizeof((const struct log_value[]){__VA_ARGS__}) / sizeof(struct log_value))

#endif
