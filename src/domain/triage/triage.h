/* Triage: the rules of a workspace, and what they say of its companies. Called by the stage of the
 * pipeline, by the job that applies new rules (triage_apply.h) and by the pages. What people decide is
 * triage_queue.h. */
#ifndef LEADGEN_DOMAIN_TRIAGE_H
#define LEADGEN_DOMAIN_TRIAGE_H

#include "domain/triage/triage_judge.h"

struct triage_rules_row {
    int64_t version; /* 0: the defaults */
    const char *rules, *author;
    int64_t created_ms;
};

/* The rules that count; *row (may be NULL) tells who made them. */
MUST_CHECK bool triage_rules_get(struct ctx *ctx, struct triage_rules *rules,
                                 struct triage_rules_row *row);

/* Makes the rules the next version after `seen`. INPUT as triage_rules_check; CONFLICT when somebody
 * saved others meanwhile. */
MUST_CHECK bool triage_rules_save(struct ctx *ctx, const struct triage_rules *rules, int64_t seen);

/* What the rules say of one company. */
struct triage_ruling {
    int64_t company_id;
    const char *name;
    struct triage_company company;
    int64_t decided; /* verdict of a person, which stands; 0 none */
    struct triage_judgement judgement;
};

/* Judges those of the companies that are there; with ids NULL those that have a tier or a verdict,
 * after `after`, at most `limit`. Writes nothing. */
MUST_CHECK bool triage_judge_companies(struct ctx *ctx, const struct triage_rules *rules,
                                       const int64_t *ids, size_t n_ids, int64_t after,
                                       int64_t limit, struct triage_ruling **out, size_t *n);

/* Writes rulings, made by this version of the rules. */
MUST_CHECK bool triage_put(struct ctx *ctx, int64_t version, const struct triage_ruling *rulings,
                           size_t n);

/* These companies pass: the runs that stopped them here go on with them. */
MUST_CHECK bool triage_release(struct ctx *ctx, const int64_t *ids, size_t n);

#endif
