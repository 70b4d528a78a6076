/* Short forms of given names: "Bob" may be "Robert", "Honza" may be "Jan". Called when people of a page
 * are matched with each other and with contacts. Data compiled in. */
#ifndef LEADGEN_DOMAIN_NICKNAME_H
#define LEADGEN_DOMAIN_NICKNAME_H

#include <stdbool.h>

/* True when both, folded, are the same given name or may stand for each other. */
bool nickname_same(const char *a, const char *b);

#endif
