/* What people do in triage: the queue of companies that the rules could not decide, decisions, and taking
 * them back. Several people work at once: opening the next company keeps it for the one who got it, and a
 * decision counts only while nobody else decided. Called by the pages. */
#ifndef LEADGEN_DOMAIN_TRIAGE_QUEUE_H
#define LEADGEN_DOMAIN_TRIAGE_QUEUE_H

#include "domain/triage/triage_judge.h"

/* Orders of the queue; the last one has no name. */
struct triage_order {
    const char *name, *label;
};
extern const struct triage_order triage_orders[];

/* Why a person leaves a company out; the last one has no code. */
struct triage_cause {
    const char *code, *label;
};
extern const struct triage_cause triage_causes[];
/* The words of a code; the code itself when there are none. */
const char *triage_cause_label(const char *code);

struct triage_waiting {
    int64_t company_id, place, of; /* place from 1 of the whole queue */
    const char *name, *employees, *country;
    int64_t industry, tier, score;
    bool scored;
};
enum { TRIAGE_BEFORE = 5, TRIAGE_BEHIND = 6 }; /* of the one in hand */

/* The queue around the company `at`, or its beginning when that does not wait. */
MUST_CHECK bool triage_queue(struct ctx *ctx, const char *order, int64_t at,
                             struct triage_waiting **out, size_t *n);

struct triage_one {
    int64_t company_id, ruled, decided; /* verdicts; decided 0: by nobody */
    const char *reasons;                /* triage_judge_read */
    const char *reason, *who;           /* of a decision */
    int64_t decided_ms, ruled_ms, set_id;
    const char *holder; /* somebody else who looks at it now, or NULL */
};

/* NOT_FOUND: no such company, or the rules have not seen it. */
MUST_CHECK bool triage_one(struct ctx *ctx, int64_t company_id, struct triage_one *out);

/* What speaks for and against it, from its score. */
struct triage_evidence {
    const char *signal, *label;
    int64_t points;
    const char *url; /* of the page that shows it best; NULL: none */
    const char *before, *found, *after;
};
struct triage_score {
    bool scored;
    int64_t total, pages, scored_ms;
    struct triage_evidence *evidence; /* what weighs most first */
    size_t n_evidence;
};
MUST_CHECK bool triage_score(struct ctx *ctx, int64_t company_id, struct triage_score *out);

/* Decides: pass, which lets the runs go on that stopped here, or disqualify with a cause, which
 * also gives the company its status unless it is a customer. *taken gets what somebody else decided
 * before (its `decided` is 0 when nobody did): then nothing is changed. INPUT on "reason";
 * NOT_FOUND. */
MUST_CHECK bool triage_decide(struct ctx *ctx, int64_t company_id, enum triage_verdict verdict,
                              const char *cause, struct triage_one *taken);

/* Puts it at the end of the queue. */
MUST_CHECK bool triage_later(struct ctx *ctx, int64_t company_id);

/* Takes a decision back, with what it changed in the company. NOT_FOUND: there is none. */
MUST_CHECK bool triage_undo(struct ctx *ctx, int64_t company_id);

/* The first of the queue that nobody else looks at; 0: the queue is empty. */
MUST_CHECK bool triage_next_free(struct ctx *ctx, const char *order, int64_t *company_id);

/* The company that the caller gets next, kept for it; 0: the queue is empty. `but` is not given. */
MUST_CHECK bool triage_next(struct ctx *ctx, const char *order, int64_t but, int64_t *company_id);

/* What the caller decided last; company_id 0: nothing today. */
struct triage_last {
    int64_t company_id, decided;
    const char *name;
};
MUST_CHECK bool triage_last(struct ctx *ctx, struct triage_last *out);

struct triage_counts {
    int64_t done;        /* by people, since the moment */
    int64_t decided;     /* by people, ever */
    int64_t passed, out; /* by rules */
};
MUST_CHECK bool triage_counts(struct ctx *ctx, int64_t since_ms, struct triage_counts *out);

struct triage_done {
    int64_t company_id, verdict, decided, at_ms;
    const char *name, *domain, *reason, *reasons, *who;
};
/* Verdicts that stand, newest first, behind the company `before` (0: from the start). `whose` is
 * "people", or of the rules "pass" or "disqualify". */
MUST_CHECK bool triage_done(struct ctx *ctx, const char *whose, int64_t before, int64_t limit,
                            struct triage_done **out, size_t *n);

#endif
