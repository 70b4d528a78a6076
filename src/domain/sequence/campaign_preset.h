/* Sequences that come with the system: what a workspace starts from before it has templates of its own.
 * A table; nobody edits or deletes them. Read through campaign_template.h. */
#ifndef LEADGEN_DOMAIN_CAMPAIGN_PRESET_H
#define LEADGEN_DOMAIN_CAMPAIGN_PRESET_H

#include <stddef.h>

#include "domain/sequence/campaign_step.h"

struct campaign_preset {
    const char *key; /* in addresses */
    const char *name, *description;
    const char *language, *tone, *formality; /* of a campaign made from it */
    const struct campaign_step *steps;       /* examples and the ids are not set */
    size_t n_steps;
    int64_t pdf_step; /* position of the step that is meant to carry a PDF; 0: none */
};
extern const struct campaign_preset campaign_presets[]; /* NULL key last */

#endif
