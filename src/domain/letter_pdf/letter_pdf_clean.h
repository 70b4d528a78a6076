/* Makes uploaded HTML safe to keep and to render: what is known to be harmless stays, everything else
 * goes: scripts, event attributes, forms, frames, anything that would fetch (addresses in src, url(),
 * @import, @font-face, link, meta, attachments), but for data: images of bounded size. The result
 * parses to what was written, nothing hides in it. Pure; called by letter_pdf.c when a template comes
 * in. */
#ifndef LEADGEN_LETTER_PDF_CLEAN_H
#define LEADGEN_LETTER_PDF_CLEAN_H

#include <stddef.h>

#include "base/err.h"

enum {
    LETTER_PDF_UPLOAD_MOST = 1024 * 1024,
    LETTER_PDF_CLEAN_MOST = 1000000, /* bytes of what is kept */
    LETTER_PDF_IMAGE_MOST = 600 * 1024,
    LETTER_PDF_REMOVED_MOST = 30 /* different things that are told */
};

struct letter_pdf_cleaned {
    const char *html;
    size_t length;
    const char *removed[LETTER_PDF_REMOVED_MOST]; /* what is gone, in words, each once */
    size_t n_removed;
    const char **known, **unknown; /* names of placeholders, each once, in order */
    size_t n_known, n_unknown;
};

/* INPUT on "file": nothing in it, too much, or a placeholder where its value could do harm. */
MUST_CHECK bool letter_pdf_clean(struct ctx *ctx, const char *bytes, size_t length,
                                 struct letter_pdf_cleaned *out);

/* Style sheet text as it may stand in the result; *removed is set when something went. */
char *letter_pdf_clean_css(struct arena *arena, const char *css, size_t length, bool *removed);

#endif
