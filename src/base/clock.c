/* Clock. See clock.h. The held time is the one variable of base outside any context: a test sets
 * it, nothing else does. */
#include "base/clock.h"

#include <stdio.h>
#include <time.h>

static int64_t held_ms;

int64_t
clock_now_ms(void)
{
    if (held_ms)
        return held_ms;
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

int64_t
clock_steady_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void
clock_hold(int64_t ms)
{
    held_ms = ms;
}

void
clock_iso(char out[CLOCK_ISO_SIZE], int64_t ms)
{
    time_t seconds = (time_t)(ms / 1000);
    struct tm tm;
    gmtime_r(&seconds, &tm);
    char date[24];
    strftime(date, sizeof date, "%Y-%m-%dT%H:%M:%S", &tm);
    snprintf(out, CLOCK_ISO_SIZE, "%s.%03dZ", date, (int)(ms % 1000));
}

void
clock_sleep_ms(int64_t ms)
{
    struct timespec time = {.tv_sec = (time_t)(ms / 1000), .tv_nsec = (long)(ms % 1000) * 1000000};
    nanosleep(&time, NULL);
}
