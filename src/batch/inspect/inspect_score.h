/* The score of one page by a model: the part of inspect page that --model asks for. */
#ifndef LEADGEN_BATCH_INSPECT_SCORE_H
#define LEADGEN_BATCH_INSPECT_SCORE_H

#include "base/json.h"
#include "domain/page/page.h"

/* Scores the page by the model in a file; "default": the one that comes with the program. INPUT: the
 * file cannot be read, or is no model; the message names the place in it. */
MUST_CHECK bool inspect_score(struct ctx *ctx, const char *path, const struct page *page,
                              struct jsn **out);

#endif
