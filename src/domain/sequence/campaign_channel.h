/* How a step reaches somebody, and when it does: the closed lists of channels and conditions with what
 * people read of them. Called by campaign_step.c, the writers, the checks and the pages. Pure. */
#ifndef LEADGEN_DOMAIN_CAMPAIGN_CHANNEL_H
#define LEADGEN_DOMAIN_CAMPAIGN_CHANNEL_H

#include <stdbool.h>
#include <stdint.h>

/* Fewest characters that a step may allow; the most are the channel's. */
enum { CAMPAIGN_LENGTH_LEAST = 100 };

/* The numbers are those of the constraint campaign_step_length. */
struct campaign_channel {
    const char *name;   /* as stored */
    const char *label;  /* "LinkedIn invitation" */
    const char *icon;   /* of static/icons.svg */
    const char *intent; /* what such a message is for, a sentence */
    int64_t most;       /* characters that the channel takes */
    int64_t usual;      /* characters of a new step */
    bool has_subject;
    bool takes_file; /* a PDF can go along */
};
extern const struct campaign_channel campaign_channels[]; /* NULL name last */

/* NULL: there is no such channel. */
const struct campaign_channel *campaign_channel_of(const char *name);

struct campaign_condition {
    const char *name;  /* as stored */
    const char *label; /* "If no reply" */
    const char *hint;  /* when it holds, a sentence */
};
extern const struct campaign_condition campaign_conditions[]; /* NULL name last */

/* NULL: there is no such condition. */
const struct campaign_condition *campaign_condition_of(const char *name);

#endif
