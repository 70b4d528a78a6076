/* Time: now, and a steady clock for durations. Called by every ring, so that a test can hold the
 * time still. All instants are milliseconds since 1970-01-01 UTC. */
#ifndef LEADGEN_BASE_CLOCK_H
#define LEADGEN_BASE_CLOCK_H

#include <stdint.h>

/* The present instant. */
int64_t clock_now_ms(void);

/* Milliseconds that never run backwards; only differences mean something. */
int64_t clock_steady_ms(void);

/* Waits; a signal ends it early. */
void clock_sleep_ms(int64_t ms);

/* Tests only: holds clock_now_ms at `ms`; 0 lets it run again. */
void clock_hold(int64_t ms);

enum { CLOCK_ISO_SIZE = 32 };

/* Writes 2026-11-21T09:12:33.123Z. */
void clock_iso(char out[CLOCK_ISO_SIZE], int64_t ms);

#endif
