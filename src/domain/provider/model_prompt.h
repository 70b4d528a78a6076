/* What a language model is told for a letter: a part that is the same for all letters of a step, and one
 * for the person, with numbered facts. Texts of pages and records are data: they stand between marks that
 * cannot occur in them. Pure. Called by model.c and, for its facts, by model_answer.c. */
#ifndef LEADGEN_DOMAIN_PROVIDER_MODEL_PROMPT_H
#define LEADGEN_DOMAIN_PROVIDER_MODEL_PROMPT_H

#include <stdint.h>

#include "domain/provider/model.h"
#include "domain/writing/letter.h"

/* Something the letter may say, by its number. */
struct model_fact {
    const char *id;      /* "C2" */
    const char *kind;    /* of a claim: company.city; "offer" for what the sender says of himself */
    const char *text;    /* as the model reads it */
    const char *value;   /* short text that is this fact wherever it stands; NULL: none */
    const char *snippet; /* what the source says */
    const char *url;     /* NULL: the record */
    int64_t at;
};

struct model_prompt {
    const char *system, *user;
    struct model_fact *facts;
    size_t n_facts;
    const char *ending; /* that is put below the body: signature and address; "" */
    size_t most;        /* characters that the model may use for the body */
    const char *own;    /* all that the sender's side wrote: what links and numbers may come from */
};

enum { MODEL_FACTS_MOST = 60 };

/* `longer`: characters of a first try that was too long; 0: this is the first. words may be NULL. */
void model_prompt(struct arena *arena, const struct letter_request *request,
                  const struct model_words *words, size_t longer, struct model_prompt *out);

/* A text from outside as one line that cannot end the marks around it, at most `most` characters. */
const char *model_prompt_data(struct arena *arena, const char *text, size_t most);

/* True when the body has parts of the instructions. */
bool model_prompt_leaks(struct arena *arena, const char *body);

#endif
