/* What a hostile page could talk a language model into: links, addresses and numbers of others, another
 * addressee, figures from nowhere. Pure. Called by model_answer.c. */
#ifndef LEADGEN_DOMAIN_PROVIDER_MODEL_SAFE_H
#define LEADGEN_DOMAIN_PROVIDER_MODEL_SAFE_H

#include "domain/provider/model_prompt.h"

/* NULL, or what is wrong, for people. `text` is what the model wrote. */
const char *model_safe_link(struct arena *arena, const char *text,
                            const struct letter_request *request,
                            const struct model_prompt *prompt);
const char *model_safe_phone(struct arena *arena, const char *text,
                             const struct model_prompt *prompt);
const char *model_safe_addressee(struct arena *arena, const char *text,
                                 const struct letter_request *request);

/* A figure that stands in no fact, no offer and no wish; NULL. */
const char *model_safe_figure(struct arena *arena, const char *text,
                              const struct letter_request *request,
                              const struct model_prompt *prompt);

#endif
