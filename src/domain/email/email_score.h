/* What is known of one address, and what follows from it: a state, and an estimate of how likely mail
 * arrives at the person it is meant for. Called by email_verify.c, email_find.c and the pages. Pure.
 *
 * The estimate adds log-odds: where the address comes from gives the start, each piece of evidence
 * moves it, 1 / (1 + exp(-sum)) is the probability. The weights (email_score.c, one row each) are
 * ours, set from the literature's rough rates, not measured: pages say "estimate" until a tenant has
 * EMAIL_FIT_OUTCOMES of its own outcomes; then email_fit.h bends the estimate to them. */
#ifndef LEADGEN_EMAIL_SCORE_H
#define LEADGEN_EMAIL_SCORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/* Codes of record_email_states, and stored: never renumbered. */
enum email_state {
    EMAIL_UNCHECKED,
    EMAIL_FOUND,     /* seen or given, and its domain takes mail */
    EMAIL_GUESS,     /* built by a pattern: nobody has seen it */
    EMAIL_VERIFIED,  /* the mail server takes it, and refuses others */
    EMAIL_CATCH_ALL, /* the mail server takes every address of the domain */
    EMAIL_RISKY,     /* mail may arrive, but something speaks against writing to it */
    EMAIL_INVALID,   /* mail cannot arrive */
    EMAIL_UNKNOWN,   /* nobody could say */
    EMAIL_N_STATES
};

/* Where an address comes from. Stored. */
enum email_origin {
    EMAIL_FROM_PERSON = 1, /* typed in, imported, or found by a person */
    EMAIL_FROM_SITE,       /* stands on the company's own site */
    EMAIL_FROM_PATTERN     /* built by a pattern */
};

/* What the DNS says of a domain. Stored. */
enum email_route {
    EMAIL_ROUTE_UNASKED,
    EMAIL_ROUTE_MX,        /* has mail servers */
    EMAIL_ROUTE_HOST,      /* none named, but the domain is a machine: mail goes there */
    EMAIL_ROUTE_NULL,      /* null MX (RFC 7505): says that it takes no mail */
    EMAIL_ROUTE_NONE,      /* no mail server and no machine */
    EMAIL_ROUTE_NO_DOMAIN, /* the domain does not exist */
    EMAIL_ROUTE_UNKNOWN    /* the DNS gave no answer */
};

/* What the mail server said when asked about the address. Stored. */
enum email_answer {
    EMAIL_ANSWER_NONE,    /* not asked */
    EMAIL_ANSWER_TAKEN,   /* 250 */
    EMAIL_ANSWER_NOBODY,  /* 550, 551, 553: no such mailbox */
    EMAIL_ANSWER_FULL,    /* 452, 552: exists, has no room */
    EMAIL_ANSWER_LATER,   /* greylisted or busy: to be asked again */
    EMAIL_ANSWER_REFUSED, /* it does not talk to us: policy, block list, sender, TLS */
    EMAIL_ANSWER_SILENT   /* no connection, dropped, too slow, or nonsense */
};

enum email_catch_all { EMAIL_CATCH_ALL_UNKNOWN, EMAIL_CATCH_ALL_NO, EMAIL_CATCH_ALL_YES };

/* Flags. Stored. */
enum {
    EMAIL_FLAG_ROLE = 1,
    EMAIL_FLAG_FREE = 2,
    EMAIL_FLAG_DISPOSABLE = 4,
    EMAIL_FLAG_TYPO = 8,     /* the domain looks mistyped */
    EMAIL_FLAG_UTF8 = 16,    /* needs SMTPUTF8 */
    EMAIL_FLAG_SYNTAX = 32,  /* no address at all */
    EMAIL_FLAG_BOUNCED = 64, /* mail came back */
    EMAIL_FLAG_ARRIVED = 128 /* mail arrived: an answer, or a delivery without a bounce */
};

struct email_evidence {
    enum email_origin origin;
    enum email_route route;
    enum email_answer answer;
    enum email_catch_all catch_all;
    int64_t flags;
    double share;              /* FROM_PATTERN: email_candidate.share */
    int64_t matching, samples; /* FROM_PATTERN: colleagues with that pattern, of so many */
    const char *pattern;       /* FROM_PATTERN: its name */
    int64_t age_days;          /* since it was seen, given or last proved */
};

/* One counted piece, for people. */
struct email_reason {
    const char *text;
    double weight; /* log-odds; the first is the start */
};
enum { EMAIL_REASONS_MAX = 12 };

struct email_score {
    enum email_state state;
    double p; /* 0 to 1 */
    struct email_reason reasons[EMAIL_REASONS_MAX];
    size_t n_reasons;
};

void email_score_of(struct arena *arena, const struct email_evidence *evidence,
                    struct email_score *out);

/* "The mail server takes it, and refuses others." */
const char *email_score_about(enum email_state state);

#endif
