/* Who must not be written to, and why: gone, disqualified, at a company that is disqualified or left out by
 * triage, or on the suppression list by address or by the domain of the company. Whatever adds people
 * to campaigns, writes to them, approves, hands out or sends asks here and nowhere else. */
#ifndef LEADGEN_DOMAIN_CONTACT_GATE_H
#define LEADGEN_DOMAIN_CONTACT_GATE_H

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

/* Why a contact must not be written to: "gone", "disqualified", "company" (theirs is disqualified), "triage"
 * (left their company out) or "suppressed"; NULL: they may. */
struct contact_bar {
    const char *code;
    const char *reason; /* of the suppression list, or NULL */
};

/* For each of n contacts, by place. Two round trips per 10,000; three where the suppression list is longer
 * than that. UNAVAILABLE as suppression_check. */
MUST_CHECK bool contact_gate(struct ctx *ctx, const int64_t *ids, size_t n,
                             struct contact_bar *bars);

/* The same for contacts whose rows the caller has read anyway: what app.contact_bar said (or NULL), the
 * address in lower case and the domain of the company (each or NULL). Round trips as
 * suppression_check. */
struct contact_question {
    const char *bar, *email, *domain;
};
MUST_CHECK bool contact_gate_ask(struct ctx *ctx, const struct contact_question *questions,
                                 size_t n, struct contact_bar *bars);

/* Those of the contacts who must not be written to, in the order of their places. */
struct contacts_barred {
    int64_t *ids;
    const char **codes;
    size_t n;
};
MUST_CHECK bool contact_gate_barred(struct ctx *ctx, const int64_t *ids, size_t n,
                                    struct contacts_barred *out);

/* The code of a contact in there, or NULL. */
const char *contact_gate_code(const struct contacts_barred *barred, int64_t contact_id);

/* A sentence about the person, for those who wanted to write: "Their company is disqualified." */
const char *contact_gate_sentence(const char *code);

#endif
