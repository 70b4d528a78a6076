/* May two companies of one name be one? Called by the import where a name is all that speaks for it.
 * Pure. */
#ifndef LEADGEN_DOMAIN_COMPANY_CONFLICT_H
#define LEADGEN_DOMAIN_COMPANY_CONFLICT_H

#include <stdbool.h>

#include "base/arena.h"
#include "domain/company/company_keys.h"

/* What is known of a company. */
struct company_facts {
    const char *const *values; /* COMPANY_N_FIELDS of them, normalised, NULL where empty */
    const struct company_keys *keys;
};

/* True when something that both say contradicts: domain, country, registry number, legal form, the country
 * of a telephone number where no other is said, and the city unless both are of one country. */
bool company_conflict_is(struct arena *arena, const struct company_facts *a,
                         const struct company_facts *b);

#endif
