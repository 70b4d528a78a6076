/* The people of a campaign: who they are, how ready, leaving them out and putting them back. How they get
 * in is campaign_adding.h. Called by the pages of campaigns and review, by the fixes of conflicts and
 * by the API. */
#ifndef LEADGEN_DOMAIN_CAMPAIGN_PERSON_H
#define LEADGEN_DOMAIN_CAMPAIGN_PERSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

enum { CAMPAIGN_PERSON_REASON = 500, CAMPAIGN_PERSON_CHOSEN = 10000 };

struct campaign_person {
    int64_t contact_id, company_id; /* company_id 0: none */
    const char *name, *title, *email, *company;
    const char *state;         /* waiting, written, failed, excluded */
    const char *reason;        /* why they failed or are left out; NULL */
    const char *not_before;    /* 2026-12-09; NULL */
    const char *skip_channels; /* "email,call" */
    const char *sort_name;     /* with contact_id the place in the list */
    int64_t rank, email_state; /* of record_email_states */
    int64_t tier;              /* of record_tiers */
    bool linkedin, scored;
    int64_t score;
    int64_t ready;                      /* enum campaign_ready; 0: left out, nobody looked */
    const char *of_company, *of_person; /* the stages that are missing: "crawl,facts" */
};

struct campaign_person_wish {
    const char *state;  /* "": all */
    int64_t ready;      /* enum campaign_ready; 0: all */
    int64_t conflict;   /* of this conflict; 0: all */
    const char *search; /* in name, title and address; "" */
    const char *after;  /* sort_name of the last one shown; "" */
    int64_t after_id;
    int64_t most;
};

/* The place behind which a list goes on, as a text ("1234-novak jan"); and a text that was given so into a
 * wish, "" for the first page. */
const char *campaign_person_place(struct arena *arena, const struct campaign_person *last);
void campaign_person_after(const char *place, struct campaign_person_wish *wish);

/* By name. */
MUST_CHECK bool campaign_person_list(struct ctx *ctx, int64_t campaign_id,
                                     const struct campaign_person_wish *wish,
                                     struct campaign_person **out, size_t *n);

/* Takes people out to whom nothing was written; *n: how many went. CONFLICT by the campaign's state. */
MUST_CHECK bool campaign_person_remove(struct ctx *ctx, int64_t campaign_id, const int64_t *ids,
                                       size_t n_ids, int64_t *n);

/* Leaves people out, in every state but the archive: what was written to them and not sent is rejected,
 * approved or not. `reason`: 5 to 500 characters, for people; INPUT on "reason". *n: how many were
 * left out by it. */
MUST_CHECK bool campaign_person_exclude(struct ctx *ctx, int64_t campaign_id, const int64_t *ids,
                                        size_t n_ids, const char *reason, int64_t *n);

/* Puts them back; messages rejected because they were left out wait for review again. Who is
 * suppressed or disqualified by now stays out. *n: how many came back. CONFLICT when the campaign is
 * approved or further, or archived. `reason` NULL, or only those left out for it. */
MUST_CHECK bool campaign_person_back(struct ctx *ctx, int64_t campaign_id, const int64_t *ids,
                                     size_t n_ids, const char *reason, int64_t *n);

/* Disqualifies somebody everywhere: the status of the contact, by the change log, and every campaign
 * that is not over leaves them out. INPUT on "reason"; NOT_FOUND. */
MUST_CHECK bool campaign_person_disqualify(struct ctx *ctx, int64_t contact_id, const char *reason);

#endif
