/* Two people of one name at one company: one person or two? Called by the import. Pure. */
#ifndef LEADGEN_DOMAIN_CONTACT_TWIN_H
#define LEADGEN_DOMAIN_CONTACT_TWIN_H

#include <stdbool.h>

#include "base/arena.h"
#include "domain/contact/contact_keys.h"

/* What is known of a person. */
struct contact_facts {
    const char *const *values; /* CONTACT_N_FIELDS of them, normalised, NULL where empty */
    const struct contact_keys *keys;
};

/* True when the row is about somebody else than the one who is known: their LinkedIn profiles differ; or
 * their addresses at one domain do, and beside them the mobile phones or birthdays do, or the addresses
 * only by a number, which mail systems give to namesakes (john.smith@, john.smith2@). Another address
 * alone is one more of the same person, unless several of the name are known: then nothing says whose. */
bool contact_twin_is_other(const struct contact_facts *row, const struct contact_facts *known,
                           bool several);

/* The other addresses of a person, with an address (NULL: none) and others that a row names beside it; the
 * list of values itself when all are known. */
const char *contact_twin_emails(struct arena *arena, const char *const *values, const char *email,
                                const char *others);

#endif
