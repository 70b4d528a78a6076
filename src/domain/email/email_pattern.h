/* How a company builds the addresses of its people, learnt from those that are known, and what the
 * address of one more person would be: a guess with a probability, never a fact. Called by
 * email_find.c. Pure: asks nobody.
 *
 * P(candidate) = P(pattern) x P(how letters are written) x P(which part of a compound name is used).
 * Each factor is a share with a prior: (seen + weight x prior) / (sample + weight), weight 2, so that
 * nobody known gives the prior, and ten of ten colleagues 0.9. The priors are rough shares of
 * patterns among companies, an estimate. */
#ifndef LEADGEN_EMAIL_PATTERN_H
#define LEADGEN_EMAIL_PATTERN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/* Stored: never renumbered. f and l are first letters. */
enum email_pattern {
    EMAIL_PATTERN_NONE,
    EMAIL_FIRST_DOT_LAST,
    EMAIL_FLAST,
    EMAIL_FIRST,
    EMAIL_FIRSTLAST,
    EMAIL_F_DOT_LAST,
    EMAIL_LAST,
    EMAIL_FIRST_UNDER_LAST,
    EMAIL_FIRSTL,
    EMAIL_LASTF,
    EMAIL_LAST_DOT_FIRST,
    EMAIL_FIRST_DASH_LAST,
    EMAIL_LASTFIRST,
    EMAIL_LAST_DOT_F,
    EMAIL_N_PATTERNS
};

enum { EMAIL_SPELLINGS = 2, EMAIL_COMPOUNDS = 4 };

/* Somebody of the company with an address there. */
struct email_colleague {
    const char *first, *last; /* names; NULL or "" when unknown */
    const char *local;        /* of the address, lower case */
};

/* What was learnt; zeroed: nothing. */
struct email_patterns {
    int samples;                   /* colleagues with a name and an address that is no desk's */
    int seen[EMAIL_N_PATTERNS];    /* of them, by pattern; NONE: no pattern of ours */
    int spelling[EMAIL_SPELLINGS]; /* "muller", "mueller": of those where it makes a difference */
    int compound[EMAIL_COMPOUNDS]; /* all joined, with hyphens, first part, last part: likewise */
};

struct email_candidate {
    const char *local;
    enum email_pattern pattern; /* the likeliest that gives it */
    double share;               /* probability, by the formula above */
    int matching, samples;      /* colleagues with that pattern, of so many */
};

/* Learns from colleagues. Desks (info@) are left out; an address that fits several patterns counts
 * for the likeliest. */
void email_pattern_learn(struct arena *arena, const struct email_colleague *colleagues, size_t n,
                         struct email_patterns *out);

/* Candidates for a person, likeliest first, at most `most`; none without a first and a last name in
 * Latin letters. */
size_t email_pattern_candidates(struct arena *arena, const char *first, const char *last,
                                const struct email_patterns *patterns, struct email_candidate *out,
                                size_t most);

/* "first.last", for people. */
const char *email_pattern_name(enum email_pattern pattern);

#endif
