/* What is known and worth writing about, in order: signals with a line from a page, facts that the
 * offer speaks of too, how the company describes itself, role, place, the bare name. Called by
 * letter.c. Pure. */
#ifndef LEADGEN_DOMAIN_WRITING_LETTER_EVIDENCE_H
#define LEADGEN_DOMAIN_WRITING_LETTER_EVIDENCE_H

#include "domain/writing/letter_pick.h"

enum { LETTER_EVIDENCE_MOST = 8 };

/* One thing to write about: what stands in the slots SAYS or TERM, ON and FACT for it. */
struct letter_evidence {
    enum letter_topic topic;
    struct letter_fill says, term, on, fact;
};

/* Fills `out` with what the request's level of personalisation allows, what weighs most first, each
 * topic once; returns how many. 0: only what is in the slots can be spoken of. */
size_t letter_evidence(const struct letter_pen *pen,
                       struct letter_evidence out[LETTER_EVIDENCE_MOST]);

/* The weaker openings: what role, size, industry or age of the company give, another one for each
 * `turn` from 0; COMPANY when there is none left, PLAIN without a company. */
enum letter_topic letter_context(const struct letter_pen *pen, size_t turn);

/* The topic of a signal of a workspace's own model, by its key, category, name and page. */
enum letter_topic letter_topic_of(struct arena *arena, const struct letter_signal *signal);

/* Puts the evidence into the slots. */
void letter_show(struct letter_pen *pen, const struct letter_evidence *evidence);

#endif
