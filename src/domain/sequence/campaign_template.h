/* Sequences to start from: the system's presets and the workspace's own library of templates. A template
 * is the steps of a campaign with its voice, under a name. Called by the pages of templates and steps
 * and by whoever makes campaigns. People and messages are never part of a template. */
#ifndef LEADGEN_DOMAIN_CAMPAIGN_TEMPLATE_H
#define LEADGEN_DOMAIN_CAMPAIGN_TEMPLATE_H

#include "domain/campaign/campaign.h"
#include "domain/sequence/campaign_step.h"

enum {
    CAMPAIGN_TEMPLATE_NAME_MOST = 120,
    CAMPAIGN_TEMPLATE_DESCRIPTION_MOST = 500,
    CAMPAIGN_TEMPLATES_MOST = 200
};

struct campaign_template {
    const char *key;     /* what addresses and forms call it: a preset's key, or the id */
    int64_t template_id; /* 0: a preset, which nobody changes */
    const char *name, *description;          /* description "": none */
    const char *language, *tone, *formality; /* of the campaign; NULL: says nothing */
    int64_t personalisation;                 /* 0: says nothing */
    const char *instructions;                /* of the campaign; NULL: none */
    struct campaign_step *steps;
    size_t n_steps;
    int64_t pdf_step;   /* position of a step that is meant to carry a PDF and has none; 0: none */
    const char *author; /* NULL: unknown */
    int64_t updated_ms;
};

/* The presets, then the library by name. */
MUST_CHECK bool campaign_templates(struct ctx *ctx, struct campaign_template **out, size_t *n);

/* By its key. NOT_FOUND. */
MUST_CHECK bool campaign_template_get(struct ctx *ctx, const char *key,
                                      struct campaign_template *out);

/* Keeps a campaign's steps and voice as a template. replace: one of the same name is overwritten.
 * Capitals and accents do not tell names apart. INPUT on "name" or "description"; NOT_FOUND; CONFLICT
 * when the campaign has no step. */
MUST_CHECK bool campaign_template_save(struct ctx *ctx, int64_t campaign_id, const char *name,
                                       const char *description, bool replace, int64_t *template_id);

/* INPUT on "name" or "description"; NOT_FOUND. */
MUST_CHECK bool campaign_template_rename(struct ctx *ctx, int64_t template_id, const char *name,
                                         const char *description);

/* NOT_FOUND. */
MUST_CHECK bool campaign_template_delete(struct ctx *ctx, int64_t template_id);

/* Puts the steps of a template or preset in place of the campaign's; its voice stays. A PDF that was
 * deleted meanwhile is left out. NOT_FOUND; CONFLICT as campaign_steps_replace. */
MUST_CHECK bool campaign_template_load(struct ctx *ctx, int64_t campaign_id, const char *key,
                                       struct campaign_template *loaded);

/* Puts what the template says of tone, formality, personalisation and instructions into the settings of
 * a campaign that is yet to be made. */
void campaign_template_voice(const struct campaign_template *of, struct campaign *settings);

/* A draft with this name, the template's voice and its steps. INPUT on "name"; NOT_FOUND. */
MUST_CHECK bool campaign_template_start(struct ctx *ctx, const char *key, const char *name,
                                        int64_t *campaign_id);

/* A campaign that takes steps. */
struct campaign_target {
    int64_t campaign_id, steps;
    const char *name;
};

/* Those changed last first, up to `limit`. */
MUST_CHECK bool campaign_template_targets(struct ctx *ctx, int64_t limit,
                                          struct campaign_target **out, size_t *n);

#endif
