/* Adding people to a campaign: chosen by hand or by any filter of the lists of contacts and companies
 * (a company stands for those who work there). First asked about (campaign_adding_ask keeps who), then
 * looked at (campaign_adding_preview: who will be added, who not and why), then done: small ones at
 * once, large ones by a job. Called by the pages of campaigns, by bulk actions and by the API.
 *
 * Never added: who is deleted, erased, suppressed, disqualified (they, their company, or by triage), in
 * the campaign already, or marked as the duplicate of somebody. */
#ifndef LEADGEN_DOMAIN_CAMPAIGN_ADDING_H
#define LEADGEN_DOMAIN_CAMPAIGN_ADDING_H

#include "domain/pipeline/job.h"
#include "domain/record/record_field.h"

enum {
    CAMPAIGN_ADDING_CHOSEN = 10000, /* most ids chosen by hand */
    CAMPAIGN_ADDING_AT_ONCE = 2000, /* more is a job */
    CAMPAIGN_ADDING_MOST = 1000000
};

/* Who. */
struct campaign_adding_choice {
    enum record_entity entity;
    const char *filter; /* text of a list; unused with ids */
    const int64_t *ids; /* NULL: all that match the filter */
    size_t n_ids;
    const char *how; /* picked, filter, list, company, owner, tag, import, api */
};

struct campaign_adding {
    int64_t adding_id, campaign_id; /* campaign_id 0: not chosen yet */
    int64_t entity;
    const char *filter, *how;
    const char *state; /* asked, waiting, done, cancelled, failed */
    const char *error; /* NULL: none */
    bool skip_busy, by_hand;
    int64_t n_ids;              /* chosen by hand, while it is asked about */
    int64_t total, done, added; /* contacts, once it has begun */
    int64_t job_id;             /* 0: none */
};

/* What would become of them. chosen = fit + already + ... + duplicate. */
struct campaign_adding_preview {
    int64_t chosen;
    int64_t fit;  /* may be added */
    int64_t busy; /* of them, in another active campaign */
    int64_t already, gone, suppressed, disqualified, company, triage, duplicate;
};

/* Keeps them; campaign_id 0: chosen later. INPUT: nobody or too many are chosen, or the filter is wrong. */
MUST_CHECK bool campaign_adding_ask(struct ctx *ctx, int64_t campaign_id,
                                    const struct campaign_adding_choice *choice,
                                    int64_t *adding_id);

/* NOT_FOUND. */
MUST_CHECK bool campaign_adding_get(struct ctx *ctx, int64_t adding_id,
                                    struct campaign_adding *out);

/* Campaigns that people can be added to, the newest first, at most 200. */
struct campaign_adding_target {
    int64_t campaign_id;
    const char *name, *state;
};
MUST_CHECK bool campaign_adding_targets(struct ctx *ctx, struct campaign_adding_target **out,
                                        size_t *n);

/* Names the campaign of one that is asked about. NOT_FOUND, CONFLICT: it takes no people. */
MUST_CHECK bool campaign_adding_choose(struct ctx *ctx, int64_t adding_id, int64_t campaign_id);

/* As of now; needs a campaign. */
MUST_CHECK bool campaign_adding_preview(struct ctx *ctx, int64_t adding_id,
                                        struct campaign_adding_preview *out);

/* Does it or puts it into the queue. `expected` is the preview's `fit`: CONFLICT
 * on "expected" when it is not that number any more; CONFLICT also when it has begun, or the campaign
 * takes no people in its state. */
MUST_CHECK bool campaign_adding_confirm(struct ctx *ctx, int64_t adding_id, bool skip_busy,
                                        int64_t expected);

/* Forgets one that was only asked about; asks the job of one under way to stop. */
MUST_CHECK bool campaign_adding_cancel(struct ctx *ctx, int64_t adding_id);

/* Takes out again whom it brought in and to whom nothing was written. CONFLICT: the campaign's state;
 * NOT_FOUND. *n: how many. */
MUST_CHECK bool campaign_adding_undo(struct ctx *ctx, int64_t adding_id, int64_t *n);

/* Ask, preview and confirm in one, for programs: *preview says what becomes of whom. More than
 * CAMPAIGN_ADDING_AT_ONCE people are a job: *job_id, else 0. */
MUST_CHECK bool campaign_adding_now(struct ctx *ctx, int64_t campaign_id,
                                    const struct campaign_adding_choice *choice, bool skip_busy,
                                    struct campaign_adding_preview *preview, int64_t *job_id);

/* The job kind "campaign_adding"; its subject is the adding. */
bool campaign_adding_job(struct ctx *ctx, struct job *job);
bool campaign_adding_dead(struct ctx *ctx, struct job *job, const char *reason);

#endif
