/* What the vendors of language models share. See model_vendor.h. */
#include "domain/provider/model_vendor.h"

#include <string.h>

#include "base/json.h"
#include "base/text.h"

enum { SAID_MOST = 200 };

const char model_vendor_shape[] =
    "Answer with one JSON object and nothing else: {\"subject\": \"...\", \"body\": \"...\", "
    "\"claims\": [{\"text\": \"...\", \"fact_id\": \"...\"}]}. subject is \"\" where none is asked "
    "for.";

const struct model_vendor *
model_vendor_named(const char *kind)
{
    static const struct model_vendor *const vendors[] = {&model_anthropic, &model_openai,
                                                         &model_perplexity};
    for (size_t i = 0; i < sizeof vendors / sizeof *vendors; i++)
        if (!strcmp(vendors[i]->kind, kind))
            return vendors[i];
    return NULL;
}

static struct jsn *
text_member(struct arena *arena, const char *about)
{
    struct jsn *one = jsn_object(arena);
    jsn_set_text(one, "type", "string");
    jsn_set_text(one, "description", about);
    return one;
}

/* Every member is required and no other allowed: what strict modes ask for. */
static struct jsn *
object_of(struct arena *arena, struct jsn *properties)
{
    struct jsn *object = jsn_object(arena), *required = jsn_array(arena), *value;
    const void *at = NULL;
    const char *name;
    while (jsn_member(properties, &at, &name, &value))
        jsn_add(required, jsn_text(arena, name));
    jsn_set_text(object, "type", "object");
    jsn_set(object, "properties", properties);
    jsn_set(object, "required", required);
    jsn_set_bool(object, "additionalProperties", false);
    return object;
}

struct jsn *
model_vendor_schema(struct arena *arena)
{
    struct jsn *claim = jsn_object(arena), *claims = jsn_object(arena), *letter = jsn_object(arena);
    jsn_set(claim, "text", text_member(arena, "Words of the body, copied exactly"));
    jsn_set(claim, "fact_id", text_member(arena, "The id of the fact they come from"));
    jsn_set_text(claims, "type", "array");
    jsn_set_text(claims, "description", "Every statement about the person or the company");
    jsn_set(claims, "items", object_of(arena, claim));
    jsn_set(letter, "subject", text_member(arena, "The subject; empty where none is asked for"));
    jsn_set(letter, "body", text_member(arena, "The whole message as plain text"));
    jsn_set(letter, "claims", claims);
    return object_of(arena, letter);
}

const char *
model_vendor_url(struct arena *arena, const char *base_url, const char *path)
{
    size_t length = strlen(base_url);
    while (length && base_url[length - 1] == '/')
        length--;
    return arena_printf(arena, "%.*s%s", (int)length, base_url, path);
}

const char *
model_vendor_said(struct arena *arena, const char *bytes, size_t length)
{
    struct ctx ctx = {.arena = arena};
    struct jsn *root;
    if (length > MODEL_ANSWER_MAX || !jsn_read(&ctx, arena, bytes, length, &root))
        return "";
    const struct jsn *error = jsn_get(root, "error");
    const char *said = jsn_as_text(jsn_get(error, "message"), jsn_as_text(error, ""));
    return text_cut(arena, text_squeeze(arena, said), SAID_MOST);
}

bool
model_vendor_read(struct ctx *ctx, const char *bytes, size_t length, struct jsn **out)
{
    if (length <= MODEL_ANSWER_MAX && jsn_read(ctx, ctx->arena, bytes, length, out) &&
        jsn_kind(*out) == JSN_OBJECT)
        return true;
    err_clear(ctx);
    return err_raise(ctx, ERR_INPUT, "The answer is not whole JSON.");
}
