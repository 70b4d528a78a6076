/* Checking the addresses that contacts have, many at a time: syntax and lists, what the DNS says of the
 * domain, and, where the tenant switched it on, what the mail server says of the address. Called by
 * the stage email_verify and by the task email_reverify: read (in a transaction), ask (outside), write
 * (in a transaction). Suppressed addresses are checked like others: nothing is sent to anybody. */
#ifndef LEADGEN_EMAIL_VERIFY_H
#define LEADGEN_EMAIL_VERIFY_H

#include "domain/email/email_domain.h"
#include "domain/email/email_score.h"

/* One contact's address. */
struct email_subject {
    int64_t contact_id;
    const char *address;         /* NULL: the contact has none */
    struct email_domain *domain; /* NULL: no address, or none that could be one */
    struct email_evidence evidence;
    struct email_score score; /* after email_verify_ask */
    bool proved;              /* the mail server took it now, and refused others */
    bool asked, waiting;      /* email_probe_ask: its server was asked now, or is in use */
};

struct email_verifying {
    struct email_subject *of;
    size_t n;
    struct email_domains domains;
};

/* Reads contacts and what is known of their domains; those deleted meanwhile are left out. */
MUST_CHECK bool email_verify_read(struct ctx *ctx, const int64_t *contact_ids, size_t n,
                                  struct email_verifying *out);

/* Asks the DNS about domains that nobody knows and scores every subject. May be called again after a
 * mail server was asked: what is known is not asked twice. */
MUST_CHECK bool email_verify_ask(struct ctx *ctx, struct dns *dns, struct email_verifying *all);

/* Remembers it all and sets the states of the contacts whose address is still the same; *changed
 * (may be NULL) counts the states that are new. */
MUST_CHECK bool email_verify_write(struct ctx *ctx, const struct email_verifying *all,
                                   int64_t *changed);

#endif
