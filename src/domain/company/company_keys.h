/* What a company's facts say about its identity: the keys it is matched, searched and sorted by, and
 * the facts that follow from others. Called wherever a company is written: import, forms, undo. Pure. */
#ifndef LEADGEN_DOMAIN_COMPANY_KEYS_H
#define LEADGEN_DOMAIN_COMPANY_KEYS_H

#include "base/arena.h"
#include "domain/record/record_field.h"

struct company_keys {
    /* facts to store */
    const char *name;       /* cleaned, whole; the domain when there is no name; NULL: neither */
    const char *legal_form; /* as given, else what the name ends in; NULL when none */
    const char *domain;     /* as given, else of the web site; NULL when none or shared by many */
    /* keys to store */
    const char *name_key;  /* folded, without the legal form */
    const char *search;    /* folded name, domain, e-mail */
    const char *sort_name; /* folded name */
};

/* Derives all of it from normalised values (COMPANY_N_FIELDS of them, NULL where empty). The texts
 * live in the arena or are those of `values`. */
void company_keys_of(struct arena *arena, const char *const *values, struct company_keys *out);

#endif
