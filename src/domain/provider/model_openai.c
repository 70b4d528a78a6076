/* Chat completions as OpenAI has them and many services and local servers, too. What is the same for all
 * letters of a step comes first, so that caches of prompts find it. See model_vendor.h. */
#include "base/json.h"
#include "domain/provider/model_vendor.h"

#include <string.h>

static void
add_message(struct arena *arena, struct jsn *messages, const char *role, const char *content)
{
    struct jsn *message = jsn_object(arena);
    jsn_set_text(message, "role", role);
    jsn_set_text(message, "content", content);
    jsn_add(messages, message);
}

static void
ask_for_schema(struct arena *arena, struct jsn *root)
{
    struct jsn *format = jsn_object(arena), *schema = jsn_object(arena);
    jsn_set_text(schema, "name", "message");
    jsn_set_bool(schema, "strict", true);
    jsn_set(schema, "schema", model_vendor_schema(arena));
    jsn_set_text(format, "type", "json_schema");
    jsn_set(format, "json_schema", schema);
    jsn_set(root, "response_format", format);
}

static void
ask(struct arena *arena, const char *base_url, const struct model_settings *settings,
    const char *key, const char *system, const char *user, struct model_request *out)
{
    struct jsn *root = jsn_object(arena), *messages = jsn_array(arena);
    jsn_set_text(root, "model", settings->model);
    /* Servers that know no schemas know the older name only. */
    jsn_set_int(root, settings->schema ? "max_completion_tokens" : "max_tokens",
                settings->max_tokens);
    if (settings->schema)
        ask_for_schema(arena, root);
    else
        system = arena_printf(arena, "%s\n%s", system, model_vendor_shape);
    add_message(arena, messages, "system", system);
    add_message(arena, messages, "user", user);
    jsn_set(root, "messages", messages);
    *out = (struct model_request){
        .url = model_vendor_url(arena, base_url, "/chat/completions"),
        .headers = {"Content-Type: application/json",
                    *key ? arena_printf(arena, "Authorization: Bearer %s", key) : NULL},
        .body = jsn_write(arena, root)
    };
}

static enum model_stop
stop_of(const struct jsn *choice, const struct jsn *message)
{
    const char *reason = jsn_as_text(jsn_get(choice, "finish_reason"), "");
    if (*jsn_as_text(jsn_get(message, "refusal"), "") || !strcmp(reason, "content_filter"))
        return MODEL_REFUSAL;
    return !strcmp(reason, "length") ? MODEL_LENGTH : MODEL_DONE;
}

static bool
read_answer(struct ctx *ctx, const char *bytes, size_t length, struct model_raw *out)
{
    struct jsn *root;
    if (!model_vendor_read(ctx, bytes, length, &root))
        return false;
    const struct jsn *choice = jsn_at(jsn_get(root, "choices"), 0),
                     *message = jsn_get(choice, "message"), *usage = jsn_get(root, "usage");
    if (jsn_kind(message) != JSN_OBJECT)
        return err_raise(ctx, ERR_INPUT, "The answer has no message.");
    int64_t input = jsn_as_int(jsn_get(usage, "prompt_tokens"), 0);
    int64_t cached =
        jsn_as_int(jsn_get(jsn_get(usage, "prompt_tokens_details"), "cached_tokens"), 0);
    cached = cached < 0 ? 0 : cached > input ? input : cached;
    *out = (struct model_raw){
        .text = jsn_as_text(jsn_get(message, "content"), ""),
        .stop = stop_of(choice, message),
        .usage = {.input = input - cached,
                  .cached = cached,
                  .output = jsn_as_int(jsn_get(usage, "completion_tokens"), 0),
                  .cost_micros = -1}
    };
    return true;
}

const struct model_vendor model_openai = {MODEL_OPENAI, ask, read_answer};
