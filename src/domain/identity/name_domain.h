/* Names of companies beside each other and beside domains, where ä is also written ae. Called by the
 * import. Pure. */
#ifndef LEADGEN_DOMAIN_NAME_DOMAIN_H
#define LEADGEN_DOMAIN_NAME_DOMAIN_H

#include <stdbool.h>

#include "base/arena.h"

/* Are two names, whose keys may differ, one but for how umlauts are written: "Müller AG" and "Mueller"?
 * False where neither has any: then the keys say it. */
bool name_domain_same(struct arena *arena, const char *a, const char *b);

/* Does the domain belong to a company of this name: "Acme Labs" and acme.io, "König & Söhne" and
 * koenig-soehne.de? */
bool name_domain_resembles(struct arena *arena, const char *name, const char *domain);

#endif
