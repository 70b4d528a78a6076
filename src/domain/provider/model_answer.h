/* What a language model wrote, made a letter or refused: JSON of the one shape, claims that name facts it
 * was given, nothing that a page may have talked it into. Pure. Called by model.c. */
#ifndef LEADGEN_DOMAIN_PROVIDER_MODEL_ANSWER_H
#define LEADGEN_DOMAIN_PROVIDER_MODEL_ANSWER_H

#include "domain/provider/model_prompt.h"
#include "domain/provider/model_vendor.h"

struct model_fault {
    const char *cause;   /* empty, json, schema, too_long, source, invented, unsafe */
    const char *message; /* for people */
    bool again;          /* another try may do better */
    size_t length;       /* too_long: characters of the body */
};

/* Reads `text`: one JSON object, also within ``` marks. False: *fault says why. The letter has the ending
 * of the prompt below its body and lives in the arena. */
MUST_CHECK bool model_answer(struct arena *arena, const char *text,
                             const struct letter_request *request,
                             const struct model_prompt *prompt,
                             const struct model_citation *citations, size_t n_citations,
                             struct letter *out, struct model_fault *fault);

/* A sentence when the letter is in another language than asked for; NULL. */
const char *model_answer_language(struct arena *arena, const struct letter_request *request,
                                  const struct letter *letter);

#endif
