/* A campaign: who writes to whom, in which language and voice, by which rules; its settings, its counts,
 * making and changing it. Which states there are and what each allows is campaign_state.h. Called by
 * the campaign pages, the API, leadgen-batch and by whoever writes, checks or exports messages. */
#ifndef LEADGEN_DOMAIN_CAMPAIGN_H
#define LEADGEN_DOMAIN_CAMPAIGN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

enum {
    CAMPAIGN_NAME_MOST = 120, /* code points */
    CAMPAIGN_DESCRIPTION_MOST = 1000,
    CAMPAIGN_INSTRUCTIONS_MOST = 2000,
    CAMPAIGN_COOLDOWN_MOST = 365, /* days */
    CAMPAIGN_PERSONALISATION_MOST = 4
};

/* The row. Texts that may be missing are NULL, ids 0. Times are milliseconds since 1970. */
struct campaign {
    int64_t campaign_id;
    const char *name, *description;
    const char *state; /* campaign_state.h */
    int64_t owner_id, sender_id;
    const char *language;
    bool own_language; /* people whose language has an offer get theirs */
    const char *tone, *formality;
    int64_t personalisation; /* 1 to 4 */
    const char *instructions;
    int64_t provider_id; /* 0: the embedded writer */
    const char *variant_mode;
    bool skip_unready;
    int64_t cooldown_days;
    const char *starts_on; /* 2026-11-30; NULL: when sending begins */
    int64_t strategy_id;
    int64_t run_id;   /* the run that writes or wrote its messages */
    int64_t check_id; /* the newest conflict check */
    int64_t people_changed_ms;
    int64_t approved_by, approved_ms;
    int64_t cost_micros;
    int64_t version; /* of the settings; a change names the one it began from */
    int64_t created_by, created_ms, updated_ms;
    const char *owner, *approver, *creator; /* names, NULL for nobody */
};

/* What a new campaign begins with; name and owner are still missing. */
extern const struct campaign campaign_defaults;

/* A value as stored, the word for it, and what it means to who chooses. NULL value last. */
struct campaign_choice {
    const char *value, *label, *hint;
};
extern const struct campaign_choice
    campaign_languages[]; /* hint: how formal and informal address people */
extern const struct campaign_choice campaign_tones[];
extern const struct campaign_choice campaign_formalities[];
extern const struct campaign_choice campaign_variant_modes[];
extern const struct campaign_choice campaign_personalisations[]; /* "1" to "4" */

/* The entry of a value, NULL when there is none; the word for it, or the value itself. */
const struct campaign_choice *campaign_choice(const struct campaign_choice *all, const char *value);
const char *campaign_label(const struct campaign_choice *all, const char *value);

/* NOT_FOUND: there is none, or it is deleted. */
MUST_CHECK bool campaign_get(struct ctx *ctx, int64_t id, struct campaign *out);

/* The same, and nobody changes its state or settings until the transaction ends. */
MUST_CHECK bool campaign_lock(struct ctx *ctx, int64_t id, struct campaign *out);

struct campaign_counts {
    int64_t people; /* not excluded */
    int64_t written, failed, excluded;
    int64_t draft, approved, rejected, set_aside;
    int64_t sent; /* delivered and replied too */
};

/* NOT_FOUND. */
MUST_CHECK bool campaign_counts(struct ctx *ctx, int64_t id, struct campaign_counts *out);

/* A new campaign in draft with the settings of `settings` (of the row's own fields, name to
 * strategy_id). Without an owner the caller is it; without a sender the default one. INPUT on the
 * field's name. */
MUST_CHECK bool campaign_create(struct ctx *ctx, const struct campaign *settings, int64_t *id);

/* Takes the settings of `settings`, the campaign of its campaign_id, begun from its version. INPUT on
 * a field's name; CONFLICT: somebody else changed it meanwhile, or its state does not allow one of
 * the changes; NOT_FOUND. */
MUST_CHECK bool campaign_edit(struct ctx *ctx, const struct campaign *settings);

/* Notes that people or steps changed: a conflict check made before is old. */
MUST_CHECK bool campaign_touch(struct ctx *ctx, int64_t id);

/* Takes a draft away; its row stays. CONFLICT when it is no draft; NOT_FOUND. */
MUST_CHECK bool campaign_delete(struct ctx *ctx, int64_t id);

#endif
