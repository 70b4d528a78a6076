/* Perplexity's agent API: other vendors' models and its own behind one address; where the settings allow
 * it, it looks things up, and says where. See model_vendor.h. */
#include "base/buf.h"
#include "base/json.h"
#include "base/text.h"
#include "domain/provider/model_vendor.h"

#include <string.h>

enum { STEPS = 3, SNIPPET_MOST = 500, URL_MOST = 2048, MICROS = 1000000, COST_MOST = 1000 };

static void
ask_for_schema(struct arena *arena, struct jsn *root)
{
    struct jsn *format = jsn_object(arena), *schema = jsn_object(arena);
    jsn_set_text(schema, "name", "message");
    jsn_set(schema, "schema", model_vendor_schema(arena));
    jsn_set_text(format, "type", "json_schema");
    jsn_set(format, "json_schema", schema);
    jsn_set(root, "response_format", format);
}

static void
ask(struct arena *arena, const char *base_url, const struct model_settings *settings,
    const char *key, const char *system, const char *user, struct model_request *out)
{
    struct jsn *root = jsn_object(arena);
    jsn_set_text(root, "model", settings->model);
    jsn_set_int(root, "max_output_tokens", settings->max_tokens);
    if (settings->schema)
        ask_for_schema(arena, root);
    else
        system = arena_printf(arena, "%s\n%s", system, model_vendor_shape);
    if (settings->search) {
        struct jsn *tools = jsn_array(arena), *tool = jsn_object(arena);
        jsn_set_text(tool, "type", "web_search");
        jsn_add(tools, tool);
        jsn_set(root, "tools", tools);
        jsn_set_int(root, "max_steps", STEPS);
    }
    jsn_set_text(root, "instructions", system);
    jsn_set_text(root, "input", user);
    *out = (struct model_request){
        .url = model_vendor_url(arena, base_url, "/v1/agent"),
        .headers = {"Content-Type: application/json",
                    arena_printf(arena, "Authorization: Bearer %s", key)},
        .body = jsn_write(arena, root)
    };
}

static void
cite(struct arena *arena, const struct jsn *source, struct model_raw *out)
{
    const char *url = jsn_as_text(jsn_get(source, "url"), "");
    if (out->n_citations == MODEL_CITATIONS_MOST || strlen(url) > URL_MOST ||
        (!text_starts(url, "https://") && !text_starts(url, "http://")))
        return;
    for (size_t i = 0; i < out->n_citations; i++)
        if (!strcmp(out->citations[i].url, url))
            return;
    out->citations[out->n_citations++] = (struct model_citation){
        url, jsn_as_text(jsn_get(source, "title"), ""),
        text_cut(arena, jsn_as_text(jsn_get(source, "snippet"), ""), SNIPPET_MOST)};
}

static void
cite_all(struct arena *arena, const struct jsn *list, struct model_raw *out)
{
    for (size_t i = 0; i < jsn_length(list); i++)
        cite(arena, jsn_at(list, i), out);
}

/* Texts of messages, and what was looked up for them. */
static void
read_output(struct arena *arena, const struct jsn *output, struct model_raw *out)
{
    struct buf text;
    buf_init(&text, arena, MODEL_ANSWER_MAX);
    for (size_t i = 0; i < jsn_length(output); i++) {
        const struct jsn *item = jsn_at(output, i), *content = jsn_get(item, "content");
        cite_all(arena, jsn_get(item, "results"), out);
        cite_all(arena, jsn_get(item, "contents"), out);
        if (strcmp(jsn_as_text(jsn_get(item, "type"), ""), "message") != 0)
            continue;
        for (size_t j = 0; j < jsn_length(content); j++) {
            const struct jsn *part = jsn_at(content, j);
            buf_text(&text, jsn_as_text(jsn_get(part, "text"), ""));
            cite_all(arena, jsn_get(part, "annotations"), out);
        }
    }
    out->text = text.data;
}

static struct model_usage
usage_of(const struct jsn *usage)
{
    const struct jsn *details = jsn_get(usage, "input_tokens_details");
    int64_t input = jsn_as_int(jsn_get(usage, "input_tokens"), 0);
    int64_t cached = jsn_as_int(jsn_get(details, "cache_read_input_tokens"), 0);
    double dollars = jsn_as_number(jsn_get(jsn_get(usage, "cost"), "total_cost"), -1);
    cached = cached < 0 ? 0 : cached > input ? input : cached;
    return (struct model_usage){
        .input = input - cached,
        .cached = cached,
        .output = jsn_as_int(jsn_get(usage, "output_tokens"), 0),
        /* Searches are billed beside the tokens; only the service knows how many it made. */
        .cost_micros =
            dollars >= 0 && dollars < COST_MOST ? (int64_t)(dollars * MICROS + 0.999999) : -1};
}

static bool
read_answer(struct ctx *ctx, const char *bytes, size_t length, struct model_raw *out)
{
    struct jsn *root;
    if (!model_vendor_read(ctx, bytes, length, &root))
        return false;
    const struct jsn *output = jsn_get(root, "output");
    const char *status = jsn_as_text(jsn_get(root, "status"), "");
    if (jsn_kind(output) != JSN_ARRAY)
        return err_raise(ctx, ERR_INPUT, "The answer has no output.");
    if (!strcmp(status, "failed"))
        return err_raise(ctx, ERR_INPUT, "The service could not answer. %s",
                         model_vendor_said(ctx->arena, bytes, length));
    const char *why = jsn_as_text(jsn_get(jsn_get(root, "incomplete_details"), "reason"), "");
    *out = (struct model_raw){
        .stop = !strcmp(status, "incomplete") || !strcmp(why, "max_output_tokens") ? MODEL_LENGTH
                                                                                   : MODEL_DONE,
        .usage = usage_of(jsn_get(root, "usage")),
        .citations = ARENA_ARRAY(ctx->arena, MODEL_CITATIONS_MOST, struct model_citation)};
    read_output(ctx->arena, output, out);
    return true;
}

const struct model_vendor model_perplexity = {MODEL_PERPLEXITY, ask, read_answer};
