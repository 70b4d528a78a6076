/* Messages that show how a step should read, as a step stores them. Called by campaign_step.c, the step
 * page and generation. Pure. */
#ifndef LEADGEN_DOMAIN_CAMPAIGN_EXAMPLE_H
#define LEADGEN_DOMAIN_CAMPAIGN_EXAMPLE_H

#include <stddef.h>

#include "base/err.h"

enum { CAMPAIGN_EXAMPLES_MOST = 5, CAMPAIGN_EXAMPLE_MOST = 5000, CAMPAIGN_EXAMPLE_NOTE_MOST = 300 };

struct campaign_example {
    const char *body, *note; /* note: what is good about it; may be "" */
};

/* The JSON of examples. Those without body and note are left out. INPUT on "examples.N.body" or
 * "examples.N.note" (N from 0, as given). */
MUST_CHECK bool campaign_examples_write(struct ctx *ctx, const struct campaign_example *examples,
                                        size_t n, const char **json);

/* What campaign_examples_write wrote. INPUT on "examples" when it is nothing like that. */
MUST_CHECK bool campaign_examples_read(struct ctx *ctx, const char *json,
                                       struct campaign_example **out, size_t *n);

#endif
