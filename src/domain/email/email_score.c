/* The estimate. See email_score.h. */
#include "domain/email/email_score.h"

#include <math.h>

/* Log-odds. 3.0 is 95 %, 2.0 is 88 %, 0 is 50 %, -4.6 is 1 %. */
static const double FROM_PERSON = 2.0, FROM_SITE = 3.0;
static const double TAKEN_ALONE = 3.0;    /* others are refused */
static const double TAKEN_UNTESTED = 1.5; /* whether others are refused nobody has tried */
static const double TAKEN_BY_ALL = 0.2;   /* a catch-all says next to nothing */
static const double NOBODY = -6.0, FULL = -1.0, REFUSED = -0.2, SILENT = -0.4;
static const double HOST_ONLY = -1.0, DNS_UNKNOWN = -0.5, NO_MAIL = -9.0;
static const double DISPOSABLE = -1.5, TYPO = -2.5, UTF8 = -0.5, BOUNCED = -5.0, ARRIVED = 3.0;
static const double A_YEAR = -0.5, YEARS_MOST = 6; /* people change jobs */

static void
add(struct email_score *out, double *sum, double weight, const char *text)
{
    *sum += weight;
    if (out->n_reasons < EMAIL_REASONS_MAX)
        out->reasons[out->n_reasons++] = (struct email_reason){text, weight};
}

static double
log_odds(double p)
{
    double kept = p < 0.01 ? 0.01 : (p > 0.97 ? 0.97 : p);
    return log(kept / (1 - kept));
}

static void
add_origin(struct arena *arena, const struct email_evidence *evidence, struct email_score *out,
           double *sum)
{
    switch (evidence->origin) {
    case EMAIL_FROM_PERSON:
        add(out, sum, FROM_PERSON, "A person or a list gave it.");
        return;
    case EMAIL_FROM_SITE:
        add(out, sum, FROM_SITE, "It stands on the company's own site.");
        return;
    case EMAIL_FROM_PATTERN:
        add(out, sum, log_odds(evidence->share),
            evidence->samples
                ? arena_printf(arena,
                               "Built by the pattern %s, which %lld of %lld known addresses there "
                               "follow.",
                               evidence->pattern, (long long)evidence->matching,
                               (long long)evidence->samples)
                : arena_printf(arena,
                               "Built by the pattern %s; no address of a colleague is known.",
                               evidence->pattern));
        return;
    }
}

static void
add_route(const struct email_evidence *evidence, struct email_score *out, double *sum)
{
    switch (evidence->route) {
    case EMAIL_ROUTE_UNASKED:
        return;
    case EMAIL_ROUTE_MX:
        add(out, sum, 0, "The domain names its mail servers.");
        return;
    case EMAIL_ROUTE_HOST:
        add(out, sum, HOST_ONLY,
            "The domain names no mail server; mail would go to its web server.");
        return;
    case EMAIL_ROUTE_NULL:
        add(out, sum, NO_MAIL, "The domain says that it takes no mail (null MX).");
        return;
    case EMAIL_ROUTE_NONE:
        add(out, sum, NO_MAIL, "The domain has no mail server.");
        return;
    case EMAIL_ROUTE_NO_DOMAIN:
        add(out, sum, NO_MAIL, "The domain does not exist.");
        return;
    case EMAIL_ROUTE_UNKNOWN:
        add(out, sum, DNS_UNKNOWN, "The DNS gave no answer about the domain; it is asked again.");
        return;
    }
}

static void
add_answer(const struct email_evidence *evidence, struct email_score *out, double *sum)
{
    bool all = evidence->catch_all == EMAIL_CATCH_ALL_YES;
    switch (evidence->answer) {
    case EMAIL_ANSWER_NONE:
        if (all)
            add(out, sum, 0, "The mail server takes every address of the domain.");
        return;
    case EMAIL_ANSWER_TAKEN:
        if (all)
            add(out, sum, TAKEN_BY_ALL,
                "The mail server takes it, as it takes every address there.");
        else if (evidence->catch_all == EMAIL_CATCH_ALL_NO)
            add(out, sum, TAKEN_ALONE, "The mail server takes it, and refuses a made-up one.");
        else
            add(out, sum, TAKEN_UNTESTED, "The mail server takes it.");
        return;
    case EMAIL_ANSWER_NOBODY:
        add(out, sum, NOBODY, "The mail server says that there is no such mailbox.");
        return;
    case EMAIL_ANSWER_FULL:
        add(out, sum, FULL, "The mailbox is full.");
        return;
    case EMAIL_ANSWER_LATER:
        add(out, sum, 0, "The mail server asked to come back later.");
        return;
    case EMAIL_ANSWER_REFUSED:
        add(out, sum, REFUSED, "The mail server does not answer us about addresses.");
        return;
    case EMAIL_ANSWER_SILENT:
        add(out, sum, SILENT, "The mail server could not be reached.");
        return;
    }
}

static void
add_flags(struct arena *arena, const struct email_evidence *evidence, struct email_score *out,
          double *sum)
{
    static const struct {
        int64_t flag;
        const double *weight;
        const char *text;
    } rules[] = {
        {EMAIL_FLAG_DISPOSABLE, &DISPOSABLE, "Addresses of this domain are thrown away after use."},
        {EMAIL_FLAG_TYPO,       &TYPO,       "The domain looks mistyped."                         },
        {EMAIL_FLAG_UTF8,       &UTF8,       "Few mail servers take letters like these."          },
        {EMAIL_FLAG_BOUNCED,    &BOUNCED,    "Mail to it came back."                              },
        {EMAIL_FLAG_ARRIVED,    &ARRIVED,    "Mail to it has arrived."                            },
    };
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        if (evidence->flags & rules[i].flag)
            add(out, sum, *rules[i].weight, rules[i].text);
    double years = (double)evidence->age_days / 365;
    if (years >= 0.5)
        add(out, sum, A_YEAR * (years < YEARS_MOST ? years : YEARS_MOST),
            arena_printf(arena, "It was last confirmed %lld days ago.",
                         (long long)evidence->age_days));
}

static enum email_state
state_of(const struct email_evidence *evidence)
{
    const int64_t doubts = EMAIL_FLAG_DISPOSABLE | EMAIL_FLAG_TYPO | EMAIL_FLAG_UTF8;
    enum email_state seen = evidence->origin == EMAIL_FROM_PATTERN ? EMAIL_GUESS : EMAIL_FOUND;
    if (evidence->route == EMAIL_ROUTE_NULL || evidence->route == EMAIL_ROUTE_NONE ||
        evidence->route == EMAIL_ROUTE_NO_DOMAIN || evidence->answer == EMAIL_ANSWER_NOBODY ||
        evidence->flags & (EMAIL_FLAG_SYNTAX | EMAIL_FLAG_BOUNCED))
        return EMAIL_INVALID;
    if (evidence->flags & doubts || evidence->answer == EMAIL_ANSWER_FULL)
        return EMAIL_RISKY;
    if (evidence->catch_all == EMAIL_CATCH_ALL_YES)
        return EMAIL_CATCH_ALL;
    if (evidence->answer == EMAIL_ANSWER_TAKEN)
        return evidence->catch_all == EMAIL_CATCH_ALL_NO ? EMAIL_VERIFIED : EMAIL_RISKY;
    if (evidence->route == EMAIL_ROUTE_HOST)
        return EMAIL_RISKY;
    /* an address that was only built stays a guess whatever could not be found out about it */
    if (seen == EMAIL_GUESS)
        return EMAIL_GUESS;
    return evidence->route == EMAIL_ROUTE_MX && evidence->answer == EMAIL_ANSWER_NONE
               ? EMAIL_FOUND
               : EMAIL_UNKNOWN;
}

void
email_score_of(struct arena *arena, const struct email_evidence *evidence, struct email_score *out)
{
    double sum = 0;
    out->n_reasons = 0;
    out->state = state_of(evidence);
    if (evidence->flags & EMAIL_FLAG_SYNTAX) {
        add(out, &sum, NO_MAIL, "This is not an e-mail address.");
    } else {
        add_origin(arena, evidence, out, &sum);
        add_route(evidence, out, &sum);
        add_answer(evidence, out, &sum);
        add_flags(arena, evidence, out, &sum);
    }
    out->p = 1 / (1 + exp(-sum));
}

const char *
email_score_about(enum email_state state)
{
    switch (state) {
    case EMAIL_UNCHECKED:
    case EMAIL_N_STATES:
        return "Not checked yet.";
    case EMAIL_FOUND:
        return "Seen or given, and its domain takes mail. No mail server was asked.";
    case EMAIL_GUESS:
        return "Built by a pattern. Nobody has seen this address.";
    case EMAIL_VERIFIED:
        return "The mail server takes this address and refuses made-up ones.";
    case EMAIL_CATCH_ALL:
        return "The mail server takes every address of this domain, so it proves nothing.";
    case EMAIL_RISKY:
        return "Mail may arrive, but something speaks against it.";
    case EMAIL_INVALID:
        return "Mail cannot arrive.";
    case EMAIL_UNKNOWN:
        return "Nobody could say whether mail arrives.";
    }
    return "";
}
