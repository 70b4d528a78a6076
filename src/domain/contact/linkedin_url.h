/* LinkedIn addresses to one form: the slug tells people and companies apart.
 * Called by import, by the forms and by matching. Pure: fetches nothing. */
#ifndef LEADGEN_DOMAIN_LINKEDIN_URL_H
#define LEADGEN_DOMAIN_LINKEDIN_URL_H

#include "base/arena.h"

enum linkedin_kind {
    LINKEDIN_NONE,    /* empty, or a word for nothing */
    LINKEDIN_FOREIGN, /* not an address at LinkedIn */
    LINKEDIN_OTHER, /* at LinkedIn, but no public profile: Sales Navigator, search, a post, a job */
    LINKEDIN_PERSON,
    LINKEDIN_COMPANY,
    LINKEDIN_SCHOOL,
    LINKEDIN_SHOWCASE
};

struct linkedin_url {
    const char *url; /* "https://www.linkedin.com/in/jane-doe"; NULL when NONE, FOREIGN or OTHER */
    const char *key; /* the slug: lower case, percent-decoded; NULL as above */
};

/* Reads the first LinkedIn address in the text: country and mobile hosts, /pub/ forms, language and
 * other trailing parts, query and percent-encoding are understood. */
enum linkedin_kind linkedin_url_read(struct arena *arena, const char *text,
                                     struct linkedin_url *out);

#endif
