/* Whom a workspace looks for among the people of a company: departments and seniorities, and how many of
 * each company. Read by the stage that finds people and by the pages that order them. */
#ifndef LEADGEN_DOMAIN_PEOPLE_FOCUS_H
#define LEADGEN_DOMAIN_PEOPLE_FOCUS_H

#include <stdint.h>

#include "base/err.h"

enum { PEOPLE_FOCUS_MOST = 200, PEOPLE_FOCUS_CODES = 16 };

struct people_focus {
    bool departments[PEOPLE_FOCUS_CODES]; /* by code of record_departments */
    bool seniorities[PEOPLE_FOCUS_CODES]; /* by code of record_seniorities */
    int64_t most;                         /* contacts that pages may add to one company */
};

/* Those who decide about a product: founders, chiefs, vice presidents and directors; of management,
 * engineering, product and operations; at most 50. */
struct people_focus people_focus_default(void);

/* The workspace's, or the default. */
MUST_CHECK bool people_focus_read(struct ctx *ctx, struct people_focus *out);

/* INPUT on "most" when it is not 1 to PEOPLE_FOCUS_MOST. */
MUST_CHECK bool people_focus_write(struct ctx *ctx, const struct people_focus *focus);

/* How much somebody matters, 0 to 100: 6 for each rank of the decision maker (decision_rank.h), 25 for a
 * department in the focus (10 for an unknown one), 15 for a seniority in it. */
int people_focus_relevance(const struct people_focus *focus, int16_t rank, int16_t department,
                           int16_t seniority);

#endif
