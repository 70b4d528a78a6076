/* Reads a multipart/form-data body as a stream: texts into the set, files to LEADGEN_FILES/tmp.
 * Called by params_body.c only. */
#ifndef LEADGEN_WEB_MULTIPART_H
#define LEADGEN_WEB_MULTIPART_H

#include "web/params.h"

/* INPUT: not well formed, a file that the specification does not have or that is too large;
 * UNAVAILABLE: the file cannot be written. */
MUST_CHECK bool multipart_read(struct ctx *ctx, struct param_set *set, const struct params *params,
                               const struct http_in *in);

#endif
