/* What a model finds on the pages of one company, and what that comes to: total, tier, maturity, and
 * for each signal the places that show it. Called by the stage, by the comparison of two versions
 * and by leadgen-batch inspect page. Pure; the model is icp_model.h.
 *
 * A place (a phrase or pattern that is neither negated nor near what it must not be near) gives the
 * percent of the signal's points that the kind of its page weighs. A page counts model->page_cap
 * places of a signal at most, a signal never more than its points, and less than one point is one. */
#ifndef LEADGEN_SCORING_ICP_SCORE_H
#define LEADGEN_SCORING_ICP_SCORE_H

#include "domain/scoring/icp_model.h"

struct icp_page {
    const char *url;
    int kind;               /* enum page_kind */
    const char *text;       /* without navigation and footer; NULL: none */
    const char *frame;      /* navigation, header, footer; NULL: none */
    struct icp_texts links; /* addresses that it links to */
    struct icp_texts technologies;
};

enum { ICP_EVIDENCE_MOST = 3 }; /* pages kept for each signal */

struct icp_evidence {
    size_t page;                        /* index of the page */
    const char *before, *found, *after; /* a piece of its text around the first place */
    int64_t places;                     /* on this page, as many as count */
    int64_t percent;                    /* of the signal's points */
};

struct icp_finding {
    const struct icp_signal *signal;
    int64_t points, places;
    struct icp_evidence evidence[ICP_EVIDENCE_MOST]; /* what weighs most first */
    size_t n_evidence;
};

struct icp_score {
    int64_t total;
    const struct icp_tier *tier;
    const struct icp_maturity *maturity; /* NULL: unknown */
    struct icp_finding *findings;        /* in the order of the model's signals */
    size_t n_findings;
    int64_t voided; /* places that were negated or near what they must not be near */
    bool has_text;  /* false: no page has any, so the total says nothing */
};

/* A model made ready; lives in its arena, as long as the model. One at a time may be used by one
 * thread. */
struct icp_scorer;
MUST_CHECK bool icp_scorer_open(struct ctx *ctx, struct arena *owner, const struct icp_model *model,
                                struct icp_scorer **out);

/* The result lives in ctx->arena. */
MUST_CHECK bool icp_score_pages(struct ctx *ctx, struct icp_scorer *scorer,
                                const struct icp_page *pages, size_t n, struct icp_score *out);

/* The result as JSON: what `inspect page --model` prints under "score". */
struct jsn *icp_score_json(struct arena *arena, const struct icp_page *pages,
                           const struct icp_score *score);

/* Scores pages by a model document from outside and gives that JSON; NULL bytes: by the model that
 * comes with the program. INPUT: the document is wrong. */
MUST_CHECK bool icp_score_inspect(struct ctx *ctx, const char *model, size_t length,
                                  const struct icp_page *pages, size_t n, struct jsn **out);

#endif
