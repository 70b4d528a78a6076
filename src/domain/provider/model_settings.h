/* What a language model needs in the settings of its service: name of the model, prices, most tokens.
 * Pure. Called by the settings pages, provider.c and model.c. */
#ifndef LEADGEN_DOMAIN_PROVIDER_MODEL_SETTINGS_H
#define LEADGEN_DOMAIN_PROVIDER_MODEL_SETTINGS_H

#include <stdint.h>

#include "base/err.h"

#define MODEL_ANTHROPIC "anthropic"
#define MODEL_OPENAI "openai"
#define MODEL_PERPLEXITY "perplexity"

enum { MODEL_TOKENS_LEAST = 256, MODEL_TOKENS_MOST = 32000 };

/* Prices are micro-dollars for a million tokens. */
struct model_settings {
    const char *model; /* as the service calls it */
    int64_t price_in, price_out;
    int64_t price_cached; /* of input that the service had already; -1: as other input */
    int64_t max_tokens;   /* of an answer */
    bool schema;          /* takes a JSON schema for its answer; else it is asked in words */
    bool search;          /* Perplexity: may look things up, and cite them */
};

/* Tokens of one or more calls, as a service bills them. */
struct model_usage {
    int64_t input;   /* neither read from nor written to its cache */
    int64_t cached;  /* read from it */
    int64_t written; /* written to it: a quarter dearer */
    int64_t output;
    int64_t cost_micros; /* as the service itself says; -1: it does not */
};

/* Services that are known: settings to begin with; the last one has no name. */
struct model_preset {
    const char *name, *kind, *label, *base_url, *settings;
};
extern const struct model_preset model_presets[];

bool model_settings_is(const char *kind);

/* Reads settings (JSON) and checks them with the address. INPUT with the field. */
MUST_CHECK bool model_settings_read(struct ctx *ctx, const char *kind, const char *base_url,
                                    const char *settings, struct model_settings *out);

/* The settings as JSON. */
const char *model_settings_write(struct arena *arena, const struct model_settings *settings);

/* What tokens cost in micro-dollars, rounded up. */
int64_t model_settings_price(const struct model_settings *settings,
                             const struct model_usage *usage);

#endif
