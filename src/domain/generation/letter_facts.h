/* Everything known about contacts that a letter to them may speak of: person, company, what scoring found
 * on its pages, facts with their sources. Read for a batch at once, in a transaction, in a handful of
 * statements whatever its size. Called by the stage "write", by rewriting and by previews. */
#ifndef LEADGEN_DOMAIN_MESSAGE_LETTER_FACTS_H
#define LEADGEN_DOMAIN_MESSAGE_LETTER_FACTS_H

#include "base/err.h"
#include "domain/writing/letter.h"

enum {
    LETTER_SIGNALS_MOST = 8, /* of one company, those that weigh most */
    LETTER_FACTS_MOST = 24,  /* of one person and their company */
    LETTER_TEXT_MOST = 400   /* characters of a snippet or a description */
};

struct letter_facts {
    int64_t contact_id, company_id; /* company_id 0: none */
    int64_t rank;                   /* the company's score within -100 and 100; 0: unknown */
    const char *language;           /* the person's own, two letters; NULL: unknown */
    struct letter_person person;
    struct letter_company company;
    struct letter_signal *signals;
    size_t n_signals;
    struct letter_fact *facts;
    size_t n_facts;
};

/* Of those of the ids that are there, by id. */
MUST_CHECK bool letter_facts_read(struct ctx *ctx, const int64_t *ids, size_t n_ids,
                                  struct letter_facts **out, size_t *n);

/* The one of a contact; NULL: none. `all` as letter_facts_read gave them. */
const struct letter_facts *letter_facts_of(const struct letter_facts *all, size_t n,
                                           int64_t contact_id);

/* Puts what is known into a request. */
void letter_facts_fill(const struct letter_facts *facts, struct letter_request *request);

/* A language as people write it ("de", "de-AT", "German", "Deutsch") as two letters; NULL for none. */
const char *letter_facts_language(struct arena *arena, const char *text);

#endif
