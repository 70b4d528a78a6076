/* The program that makes PDFs out of HTML: WeasyPrint in a sandbox without network and without files but
 * fonts and its own, as a user of its own, with limits on memory, output and time; one process makes
 * many. Called by the job of letter_pdf_run.h. */
#ifndef LEADGEN_LETTER_PDF_WORKER_H
#define LEADGEN_LETTER_PDF_WORKER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"

enum {
    LETTER_PDF_HTML_MOST = 4 * 1024 * 1024, /* bytes, filled in */
    LETTER_PDF_MOST = 8 * 1024 * 1024,      /* bytes of a PDF */
    LETTER_PDF_SECONDS = 20                 /* one may take */
};

struct letter_pdf_worker;

/* A worker in `owner`, which ends it; its program starts with the first PDF. */
struct letter_pdf_worker *letter_pdf_worker(struct arena *owner);

/* Makes a PDF, in ctx->arena. INPUT: this HTML cannot be made one (too long, too slow, too large);
 * the message says why. UNAVAILABLE: no PDF can be made on this machine; the message says what is
 * missing. */
MUST_CHECK bool letter_pdf_render(struct ctx *ctx, struct letter_pdf_worker *worker,
                                  const char *html, size_t length, const char **pdf,
                                  size_t *pdf_length);

#endif
