/* What a campaign would write to somebody, without writing it: every step that is on, in every variant, by
 * the embedded writer with the facts of the moment. Nothing is stored. Called by the preview page. */
#ifndef LEADGEN_DOMAIN_MESSAGE_LETTER_PREVIEW_H
#define LEADGEN_DOMAIN_MESSAGE_LETTER_PREVIEW_H

#include "domain/generation/letter_brief.h"

struct letter_preview {
    const struct letter_step *step;
    int64_t variant;
    const char *language, *tone, *formality;
    bool
        written; /* false: what is offered is not known in that language, or nobody here writes it */
    struct letter letter;
};

/* In the order of the steps, then of the variants. `brief` as letter_brief_read gave it. NOT_FOUND: no
 * such contact. */
MUST_CHECK bool letter_preview(struct ctx *ctx, const struct letter_brief *brief,
                               int64_t contact_id, struct letter_preview **out, size_t *n);

#endif
