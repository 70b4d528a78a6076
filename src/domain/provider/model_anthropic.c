/* Anthropic's Messages API: the letter is the input of a tool that the model must use. The part that is
 * the same for all letters of a step is marked for the prompt cache. See model_vendor.h. */
#include "base/buf.h"
#include "base/json.h"
#include "domain/provider/model_vendor.h"

#include <string.h>

#define TOOL "write_message"

static struct jsn *
typed(struct arena *arena, const char *type)
{
    struct jsn *one = jsn_object(arena);
    jsn_set_text(one, "type", type);
    return one;
}

static void
use_tool(struct arena *arena, struct jsn *root)
{
    struct jsn *tool = jsn_object(arena), *tools = jsn_array(arena), *choice = typed(arena, "tool");
    jsn_set_text(tool, "name", TOOL);
    jsn_set_text(tool, "description", "Takes the finished message.");
    jsn_set(tool, "input_schema", model_vendor_schema(arena));
    jsn_add(tools, tool);
    jsn_set(root, "tools", tools);
    jsn_set_text(choice, "name", TOOL);
    jsn_set_bool(choice, "disable_parallel_tool_use", true);
    jsn_set(root, "tool_choice", choice);
}

static void
ask(struct arena *arena, const char *base_url, const struct model_settings *settings,
    const char *key, const char *system, const char *user, struct model_request *out)
{
    struct jsn *root = jsn_object(arena), *parts = jsn_array(arena), *part = typed(arena, "text"),
               *messages = jsn_array(arena), *message = jsn_object(arena);
    jsn_set_text(root, "model", settings->model);
    jsn_set_int(root, "max_tokens", settings->max_tokens);
    if (settings->schema)
        use_tool(arena, root);
    else
        system = arena_printf(arena, "%s\n%s", system, model_vendor_shape);
    jsn_set_text(part, "text", system);
    jsn_set(part, "cache_control", typed(arena, "ephemeral"));
    jsn_add(parts, part);
    jsn_set(root, "system", parts);
    jsn_set_text(message, "role", "user");
    jsn_set_text(message, "content", user);
    jsn_add(messages, message);
    jsn_set(root, "messages", messages);
    *out = (struct model_request){
        .url = model_vendor_url(arena, base_url, "/v1/messages"),
        .headers = {"Content-Type: application/json", "anthropic-version: 2023-06-01",
                    arena_printf(arena, "x-api-key: %s", key)},
        .body = jsn_write(arena, root)
    };
}

/* The tool's input, or the text where no tool was used. */
static const char *
text_of(struct arena *arena, const struct jsn *content)
{
    struct buf text;
    buf_init(&text, arena, MODEL_ANSWER_MAX);
    for (size_t i = 0; i < jsn_length(content); i++) {
        const struct jsn *block = jsn_at(content, i);
        const char *type = jsn_as_text(jsn_get(block, "type"), "");
        if (!strcmp(type, "tool_use") && !strcmp(jsn_as_text(jsn_get(block, "name"), ""), TOOL))
            return jsn_write(arena, jsn_get(block, "input"));
        if (!strcmp(type, "text"))
            buf_text(&text, jsn_as_text(jsn_get(block, "text"), ""));
    }
    return text.data;
}

static bool
read_answer(struct ctx *ctx, const char *bytes, size_t length, struct model_raw *out)
{
    struct jsn *root;
    if (!model_vendor_read(ctx, bytes, length, &root))
        return false;
    const struct jsn *content = jsn_get(root, "content"), *usage = jsn_get(root, "usage");
    if (jsn_kind(content) != JSN_ARRAY || jsn_kind(usage) != JSN_OBJECT)
        return err_raise(ctx, ERR_INPUT, "The answer has no content or no usage.");
    const char *stop = jsn_as_text(jsn_get(root, "stop_reason"), "");
    *out = (struct model_raw){
        .text = text_of(ctx->arena, content),
        .stop = !strcmp(stop, "max_tokens") || !strcmp(stop, "model_context_window_exceeded")
                    ? MODEL_LENGTH
                : !strcmp(stop, "refusal") ? MODEL_REFUSAL
                                           : MODEL_DONE,
        .usage = {.input = jsn_as_int(jsn_get(usage, "input_tokens"), 0),
                  .cached = jsn_as_int(jsn_get(usage, "cache_read_input_tokens"), 0),
                  .written = jsn_as_int(jsn_get(usage, "cache_creation_input_tokens"), 0),
                  .output = jsn_as_int(jsn_get(usage, "output_tokens"), 0),
                  .cost_micros = -1}
    };
    return true;
}

const struct model_vendor model_anthropic = {MODEL_ANTHROPIC, ask, read_answer};
