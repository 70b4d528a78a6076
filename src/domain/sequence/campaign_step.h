/* The steps of a campaign: what is written to a person, how, and on which day. Positions are dense from
 * 1, days never go backwards. Changes are allowed in draft and ready only, and make an earlier conflict
 * check old. Called by the pages of steps, campaign_template.c and the JSON interface; read by
 * generation and the checks. */
#ifndef LEADGEN_DOMAIN_CAMPAIGN_STEP_H
#define LEADGEN_DOMAIN_CAMPAIGN_STEP_H

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "domain/sequence/campaign_channel.h"

enum {
    CAMPAIGN_STEPS_MOST = 20,
    CAMPAIGN_STEP_DAY_MOST = 365,
    CAMPAIGN_STEP_VARIANTS_MOST = 3,
    CAMPAIGN_STEP_LABEL_MOST = 120,
    CAMPAIGN_STEP_INSTRUCTIONS_MOST = 2000
};

struct campaign_step {
    int64_t campaign_id, step_id, position;
    const char *channel;
    int64_t day_offset; /* days since the campaign began for that person */
    const char *condition, *label;
    int64_t max_length;                      /* characters; given as 0: the channel's usual */
    const char *tone, *formality, *language; /* NULL: the campaign's */
    const char *instructions;                /* NULL: none */
    const char *examples;                    /* JSON: [{body, note}] */
    int64_t variants, pdf_template_id;       /* pdf_template_id 0: nothing goes along */
    bool is_on;                              /* off: nothing is written or sent for it */
    int64_t messages; /* written for it already; add and edit do not read it */
};

/* All of them in their order, those switched off too. */
MUST_CHECK bool campaign_steps(struct ctx *ctx, int64_t campaign_id, struct campaign_step **rows,
                               size_t *n);

/* NOT_FOUND */
MUST_CHECK bool campaign_step_get(struct ctx *ctx, int64_t campaign_id, int64_t step_id,
                                  struct campaign_step *out);

/* What a new step of a channel starts with at the end of the others: three days after the last one,
 * if there is no reply. */
void campaign_step_suggest(const struct campaign_step *steps, size_t n, const char *channel,
                           struct campaign_step *out);

/* Puts a step in at `form->position` (0: at the end). An empty label becomes the channel's. INPUT on
 * the fields of the form; NOT_FOUND; CONFLICT when the campaign is past ready. */
MUST_CHECK bool campaign_step_add(struct ctx *ctx, int64_t campaign_id,
                                  const struct campaign_step *form, int64_t *step_id);

/* Changes all but the position. As campaign_step_add; INPUT on "channel" when messages are written
 * for the step already. */
MUST_CHECK bool campaign_step_edit(struct ctx *ctx, int64_t campaign_id, int64_t step_id,
                                   const struct campaign_step *form);

/* NOT_FOUND; CONFLICT when the campaign is past ready. */
MUST_CHECK bool campaign_step_switch(struct ctx *ctx, int64_t campaign_id, int64_t step_id,
                                     bool is_on);

/* NOT_FOUND; CONFLICT when messages are written for it, or the campaign is past ready. */
MUST_CHECK bool campaign_step_remove(struct ctx *ctx, int64_t campaign_id, int64_t step_id);

/* Moves a step to a place, 1 for the first. The days stay with the places, so that they never go
 * backwards. A place before the first or behind the last is the nearest one. Errors as above. */
MUST_CHECK bool campaign_step_move(struct ctx *ctx, int64_t campaign_id, int64_t step_id,
                                   int64_t position);

/* Puts these in place of all steps. INPUT as campaign_step_add, on "steps.N.FIELD" (from 0); CONFLICT
 * when messages are written for one that would go, or the campaign is past ready. */
MUST_CHECK bool campaign_steps_replace(struct ctx *ctx, int64_t campaign_id,
                                       const struct campaign_step *steps, size_t n);

/* What a step can carry. */
struct campaign_pdf {
    int64_t pdf_template_id;
    const char *name;
};

/* By name. */
MUST_CHECK bool campaign_step_pdfs(struct ctx *ctx, struct campaign_pdf **out, size_t *n);

#endif
