/* Scoring companies from their stored pages, many at a time: reads, scores, writes. Called by the
 * stage, by the job that scores all anew, and by the comparison of versions. */
#ifndef LEADGEN_SCORING_SCORE_STORE_H
#define LEADGEN_SCORING_SCORE_STORE_H

#include "domain/scoring/icp_score.h"

/* A version of the tenant's model, made ready. Lives in its arena. */
struct score_model {
    int64_t version;
    struct icp_model model;
    struct icp_scorer *scorer;
};

/* The version that is active, inside a transaction; one that reads sees the model that comes with the
 * program as version 1 where a workspace has none yet. */
MUST_CHECK bool score_model_active(struct ctx *ctx, struct arena *owner, struct score_model *out);

struct score_company {
    int64_t company_id;
    struct icp_page *pages;
    size_t n_pages;
    struct icp_score score; /* has_text false: nothing is written */
};
struct score_batch {
    struct score_company *companies; /* by id */
    size_t n;
};

/* A company of the batch; BUG through assert when it is not there. */
const struct score_company *score_batch_company(const struct score_batch *batch,
                                                int64_t company_id);

/* Inside a transaction: the pages of these companies. Ids are distinct. */
MUST_CHECK bool score_read(struct ctx *ctx, const struct score_model *model, const int64_t *ids,
                           size_t n, struct score_batch *out);

/* Without the database. */
MUST_CHECK bool score_all(struct ctx *ctx, const struct score_model *model,
                          struct score_batch *batch);

/* Inside a transaction that writes: what score_all found. A company's tier follows unless a person
 * chose another one; it goes through the change log. */
MUST_CHECK bool score_save(struct ctx *ctx, const struct score_model *model,
                           const struct score_batch *batch);

#endif
