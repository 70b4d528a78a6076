/* Another program that works beside this one, fed and read through pipes: started with its arguments,
 * never through a shell, with an empty environment and no other file of ours. Called by jobs that need
 * a program; nothing in web may. The only stem that starts processes. */
#ifndef LEADGEN_BASE_CHILD_H
#define LEADGEN_BASE_CHILD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"

struct child;

/* Starts argv[0], a path, in `owner`, which ends it. argv ends with NULL. UNAVAILABLE: it is not there
 * or cannot be started. BUG: a page asks. */
MUST_CHECK bool child_start(struct ctx *ctx, struct arena *owner, const char *const *argv,
                            struct child **out);

/* Writes all of it to the child's standard input, or reads exactly n bytes of its standard output.
 * False, with nothing raised, when it took longer than that, or the child has ended. */
MUST_CHECK bool child_write(struct child *child, const char *bytes, size_t n, int milliseconds);
MUST_CHECK bool child_read(struct child *child, char *bytes, size_t n, int milliseconds);

/* The end of what it has written to its standard error, in one line; "" for nothing. */
const char *child_said(struct child *child);

/* Kills it, if it still runs, and waits for its end. Harmless to repeat. */
void child_end(struct child *child);

#endif
