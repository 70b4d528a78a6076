/* Settings of language models. See model_settings.h. */
#include "domain/provider/model_settings.h"

#include <string.h>

#include "base/json.h"
#include "base/text.h"
#include "domain/provider/search_json.h"

enum { MODEL_NAME_MOST = 200, PRICE_MOST = 1000000000, MILLION = 1000000, WRITTEN_PERCENT = 125 };

/* clang-format off */
const struct model_preset model_presets[] = {
    {"anthropic", MODEL_ANTHROPIC, "Anthropic", "https://api.anthropic.com",
     "{\"model\":\"claude-haiku-4-5\",\"price_in\":1000000,\"price_out\":5000000,"
     "\"price_cached\":100000,\"max_tokens\":2000,\"schema\":true}"},
    {"openai", MODEL_OPENAI, "OpenAI", "https://api.openai.com/v1",
     "{\"model\":\"gpt-5-mini\",\"price_in\":250000,\"price_out\":2000000,\"price_cached\":25000,"
     "\"max_tokens\":4000,\"schema\":true}"},
    {"local", MODEL_OPENAI, "One's own server", "http://localhost:11434/v1",
     "{\"model\":\"llama3.1\",\"price_in\":0,\"price_out\":0,\"max_tokens\":2000,\"schema\":false}"},
    {"perplexity", MODEL_PERPLEXITY, "Perplexity", "https://api.perplexity.ai",
     "{\"model\":\"perplexity/sonar\",\"price_in\":1000000,\"price_out\":2500000,\"max_tokens\":2000,"
     "\"schema\":true,\"search\":false}"},
    {NULL, NULL, NULL, NULL, NULL},
};
/* clang-format on */

bool
model_settings_is(const char *kind)
{
    return !strcmp(kind, MODEL_ANTHROPIC) || !strcmp(kind, MODEL_OPENAI) ||
           !strcmp(kind, MODEL_PERPLEXITY);
}

static bool
check_price(struct ctx *ctx, const char *field, int64_t price, int64_t least)
{
    return (price >= least && price <= PRICE_MOST) ||
           err_field(ctx, ERR_INPUT, field, "A million tokens cost 0 to 1,000 dollars.");
}

bool
model_settings_read(struct ctx *ctx, const char *kind, const char *base_url, const char *settings,
                    struct model_settings *out)
{
    struct jsn *root;
    if (!jsn_read(ctx, ctx->arena, settings, strlen(settings), &root))
        return false;
    *out = (struct model_settings){.model = jsn_as_text(jsn_get(root, "model"), ""),
                                   .price_in = jsn_as_int(jsn_get(root, "price_in"), 0),
                                   .price_out = jsn_as_int(jsn_get(root, "price_out"), 0),
                                   .price_cached = jsn_as_int(jsn_get(root, "price_cached"), -1),
                                   .max_tokens = jsn_as_int(jsn_get(root, "max_tokens"), 0),
                                   .schema = jsn_as_bool(jsn_get(root, "schema"), true),
                                   .search = !strcmp(kind, MODEL_PERPLEXITY) &&
                                             jsn_as_bool(jsn_get(root, "search"), false)};
    if (!*out->model || strlen(out->model) > MODEL_NAME_MOST || strpbrk(out->model, " \t\r\n\"\\"))
        return err_field(ctx, ERR_INPUT, "model",
                         "Write the name of the model as the service has it, without blanks.");
    if (out->max_tokens < MODEL_TOKENS_LEAST || out->max_tokens > MODEL_TOKENS_MOST)
        return err_field(ctx, ERR_INPUT, "max_tokens", "Allow %d to %d tokens for an answer.",
                         MODEL_TOKENS_LEAST, MODEL_TOKENS_MOST);
    return search_json_base(ctx, base_url) && check_price(ctx, "price_in", out->price_in, 0) &&
           check_price(ctx, "price_out", out->price_out, 0) &&
           check_price(ctx, "price_cached", out->price_cached, -1);
}

const char *
model_settings_write(struct arena *arena, const struct model_settings *settings)
{
    struct jsn *root = jsn_object(arena);
    jsn_set_text(root, "model", settings->model);
    jsn_set_int(root, "price_in", settings->price_in);
    jsn_set_int(root, "price_out", settings->price_out);
    if (settings->price_cached >= 0)
        jsn_set_int(root, "price_cached", settings->price_cached);
    jsn_set_int(root, "max_tokens", settings->max_tokens);
    jsn_set_bool(root, "schema", settings->schema);
    if (settings->search)
        jsn_set_bool(root, "search", true);
    return jsn_write(arena, root);
}

int64_t
model_settings_price(const struct model_settings *settings, const struct model_usage *usage)
{
    int64_t cached = settings->price_cached >= 0 ? settings->price_cached : settings->price_in;
    int64_t sum = usage->input * settings->price_in + usage->cached * cached +
                  usage->written * (settings->price_in * WRITTEN_PERCENT / 100) +
                  usage->output * settings->price_out;
    return (sum + MILLION - 1) / MILLION;
}
