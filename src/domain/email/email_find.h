/* Addresses for people who have none: those that stand on the company's own pages and fit the person's
 * name, else candidates by the pattern of known colleagues, in order. A candidate is kept beside the
 * contact and shown as the guess it is; it becomes the contact's address only when the mail server
 * takes it and refuses others, or when a person says so. Called by the stage email_find: read (in a
 * transaction), ask (outside), write (in a transaction). */
#ifndef LEADGEN_EMAIL_FIND_H
#define LEADGEN_EMAIL_FIND_H

#include "domain/email/email_domain.h"
#include "domain/email/email_pattern.h"
#include "domain/email/email_probe.h"
#include "domain/email/email_verify.h"

enum { EMAIL_CANDIDATES = 5 };

enum email_find_end {
    EMAIL_FIND_OPEN,
    EMAIL_FIND_HAS_ONE,   /* the contact has an address */
    EMAIL_FIND_NO_DOMAIN, /* no company, or nobody knows its domain */
    EMAIL_FIND_NO_MAIL,   /* the domain takes no mail */
    EMAIL_FIND_NO_NAME,   /* no first and last name in Latin letters */
    EMAIL_FIND_ON_SITE,   /* found: it stands on a page */
    EMAIL_FIND_VERIFIED,  /* built, and the mail server takes it */
    EMAIL_FIND_GUESSED,   /* candidates only */
    EMAIL_FIND_UNKNOWN    /* the DNS did not answer: later */
};

struct email_wanted {
    int64_t contact_id, company_id;
    const char *first, *last;
    enum email_find_end end;
    struct email_domain *domain; /* where the company's mail goes */
    const char *page_url;        /* ON_SITE */
    /* Likeliest first; ON_SITE and VERIFIED: the one address that is it. */
    struct email_candidate candidates[EMAIL_CANDIDATES];
    struct email_subject subjects[EMAIL_CANDIDATES];
    size_t n;
};

struct email_finding {
    struct email_wanted *of;
    size_t n;
    struct email_domains domains;
};

/* Reads the people, what their colleagues' addresses teach and what stands on the pages. Contacts that
 * are gone are left out. */
MUST_CHECK bool email_find_read(struct ctx *ctx, const int64_t *contact_ids, size_t n,
                                struct email_finding *out);

/* Asks the DNS, and with a prober the mail servers. *waiting: so many depend on a server that is in use;
 * call again in a few seconds, what is known is not asked twice. */
MUST_CHECK bool email_find_ask(struct ctx *ctx, struct dns *dns, const struct email_prober *prober,
                               struct email_finding *finding, size_t *waiting);

/* Decides by what is known now. Pure. */
void email_find_settle(struct arena *arena, struct email_finding *finding);

/* Fills in what was found and keeps the candidates. */
MUST_CHECK bool email_find_write(struct ctx *ctx, const struct email_finding *finding);

#endif
