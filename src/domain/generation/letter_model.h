/* What a campaign tells a language model beside the request, and what its letters cost at most. Called by
 * the stage "write", by rewriting and by estimates. Pure. */
#ifndef LEADGEN_DOMAIN_MESSAGE_LETTER_MODEL_H
#define LEADGEN_DOMAIN_MESSAGE_LETTER_MODEL_H

#include "domain/generation/letter_brief.h"
#include "domain/provider/model.h"

/* Instructions of campaign and step, the step's examples, the wish (may be NULL), and the texts that were
 * sent before, the oldest first. */
void letter_model_words(struct arena *arena, const struct letter_brief *brief,
                        const struct letter_step *step, const struct letter_wish *wish,
                        const char *const *before, size_t n_before, struct model_words *out);

/* The most that one letter for a step can cost, in micro-dollars, whoever it is to. */
int64_t letter_model_price(struct arena *arena, const struct model *model,
                           const struct letter_brief *brief, const struct letter_step *step);

/* The same for all letters to one person. */
int64_t letter_model_price_all(struct arena *arena, const struct model *model,
                               const struct letter_brief *brief);

#endif
