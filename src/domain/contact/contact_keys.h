/* What a contact's facts say about who it is: the keys it is matched, searched and sorted by.
 * Called wherever a contact is written: import, forms, undo. Pure. */
#ifndef LEADGEN_DOMAIN_CONTACT_KEYS_H
#define LEADGEN_DOMAIN_CONTACT_KEYS_H

#include "base/arena.h"
#include "domain/record/record_field.h"

struct contact_keys {
    const char *email_key;    /* the address; NULL when none, or a desk's (info@) beside a name */
    const char *linkedin_key; /* slug of the profile; NULL when none */
    const char *name_key;     /* folded first and last name; "" when neither is known */
    const char *search;       /* folded name, e-mail, title */
    const char
        *sort_name; /* folded, last name first; the e-mail or profile where no name is known */
    const char *title_key; /* folded job title; NULL when none */
};

/* Derives the keys from normalised values (CONTACT_N_FIELDS of them, NULL where empty). The texts
 * live in the arena or are those of `values`. */
void contact_keys_of(struct arena *arena, const char *const *values, struct contact_keys *out);

/* "First Last", else the e-mail address, else the LinkedIn slug, else "No name". */
const char *contact_keys_label(struct arena *arena, const char *const *values);

#endif
