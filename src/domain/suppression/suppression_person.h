/* People who must not be added again: those who were erased, known by a keyed hash of their name with
 * their company's domain, and of their profile. Asked by what finds people on pages; written when a
 * contact is erased. Addresses are suppression.h's. */
#ifndef LEADGEN_DOMAIN_SUPPRESSION_PERSON_H
#define LEADGEN_DOMAIN_SUPPRESSION_PERSON_H

#include "base/err.h"

struct suppression_person {
    const char *first_name, *last_name; /* NULL where unknown */
    const char *linkedin_key;
    const char *domain; /* the company's, registrable; a name alone says nothing */
};

/* Fills `out` with which of the n people are suppressed. One round trip when nobody is.
 * UNAVAILABLE: somebody is, and the key file is not readable: nobody may be added then. */
MUST_CHECK bool suppression_person_check(struct ctx *ctx, const struct suppression_person *people,
                                         size_t n, bool *out);

/* Puts them on the list; those of whom too little is known are left out. UNAVAILABLE as above. */
MUST_CHECK bool suppression_person_add(struct ctx *ctx, const struct suppression_person *people,
                                       size_t n, const char *reason);

#endif
