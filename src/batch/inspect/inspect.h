/* The things that `leadgen-batch inspect` can look at: one row each in inspect.c. */
#ifndef LEADGEN_BATCH_INSPECT_H
#define LEADGEN_BATCH_INSPECT_H

#include <stdbool.h>

#include "base/err.h"

/* One kind of inspection: looks at the file and prints to stdout. argv[0] is its name, argv[1] the
 * file, options follow. Problems of the input that do not end it go to stderr. */
struct inspect {
    const char *what;
    bool (*run)(struct ctx *ctx, int argc, char **argv);
    const char *usage;
};

bool inspect_csv(struct ctx *ctx, int argc, char **argv) MUST_CHECK;
bool inspect_letter(struct ctx *ctx, int argc, char **argv) MUST_CHECK;
bool inspect_page(struct ctx *ctx, int argc, char **argv) MUST_CHECK;
bool inspect_robots(struct ctx *ctx, int argc, char **argv) MUST_CHECK;
bool inspect_value(struct ctx *ctx, int argc, char **argv) MUST_CHECK;

#endif
