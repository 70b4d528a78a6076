/* The verdict of triage on one company: pass, a person decides, or disqualify, with every reason. What is
 * not known never fails in silence and never passes a rule that asks for it: a person decides. Pure.
 * Called by triage.c, and by the page of rules through it. */
#ifndef LEADGEN_DOMAIN_TRIAGE_JUDGE_H
#define LEADGEN_DOMAIN_TRIAGE_JUDGE_H

#include "domain/triage/triage_rules.h"

enum triage_verdict { TRIAGE_NONE, TRIAGE_PASS, TRIAGE_REVIEW, TRIAGE_DISQUALIFY };
enum { TRIAGE_N_VERDICTS = 4 };

/* "pass", "review", "disqualify"; "" for none. */
const char *triage_verdict_name(int64_t verdict);

/* What is known of a company. */
struct triage_company {
    const char *employees, *revenue; /* as they stand in the record; NULL unknown */
    int64_t industry, country, tier; /* codes; 0 unknown */
    bool scored;
    int64_t score;
    uint32_t known; /* bits of triage_required */
};

struct triage_reason {
    const char *code; /* groups; constant */
    enum triage_verdict verdict;
    const char *text; /* for people */
};
enum { TRIAGE_REASONS = 16 };

struct triage_judgement {
    enum triage_verdict verdict;
    struct triage_reason reasons[TRIAGE_REASONS]; /* none of a pass */
    size_t n;
};

void triage_judge(struct arena *arena, const struct triage_rules *rules,
                  const struct triage_company *company, struct triage_judgement *out);

/* The first of the reasons that weigh most; of a pass a reason without words. */
const struct triage_reason *triage_judge_worst(const struct triage_judgement *judgement);

/* The reasons as JSON text, and back: what cannot be read is left out. */
const char *triage_judge_write(struct arena *arena, const struct triage_judgement *judgement);
MUST_CHECK bool triage_judge_read(struct ctx *ctx, const char *json, struct triage_judgement *out);

#endif
