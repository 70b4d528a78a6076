/* Whether a line of a page is the name of a person: "Our Team", "Read More" and "Acme GmbH" are none.
 * Called by what reads people off pages. Pure. */
#ifndef LEADGEN_DOMAIN_PEOPLE_NAME_H
#define LEADGEN_DOMAIN_PEOPLE_NAME_H

#include "base/arena.h"

enum people_name {
    PEOPLE_NAME_NO,
    PEOPLE_NAME_FORM,  /* two to five capitalised words that no heading has */
    PEOPLE_NAME_LIKELY /* and a common given name or a form of address */
};

/* `text` squeezed. A lone word is no name. */
enum people_name people_name_read(struct arena *arena, const char *text);

#endif
