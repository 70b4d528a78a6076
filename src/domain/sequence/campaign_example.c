/* Examples of messages. See campaign_example.h. */
#include "domain/sequence/campaign_example.h"

#include <string.h>

#include "base/json.h"
#include "base/text.h"

static bool
check(struct ctx *ctx, size_t i, const char *body, const char *note)
{
    const char *at_body = arena_printf(ctx->arena, "examples.%zu.body", i);
    if (!*body)
        return err_field(ctx, ERR_INPUT, at_body,
                         "The note has no message. Write one, or clear the note.");
    if (text_count(body) > CAMPAIGN_EXAMPLE_MOST)
        return err_field(ctx, ERR_INPUT, at_body, "At most %d characters fit here.",
                         CAMPAIGN_EXAMPLE_MOST);
    if (text_count(note) > CAMPAIGN_EXAMPLE_NOTE_MOST)
        return err_field(ctx, ERR_INPUT, arena_printf(ctx->arena, "examples.%zu.note", i),
                         "At most %d characters fit here.", CAMPAIGN_EXAMPLE_NOTE_MOST);
    return true;
}

static bool
raise_many(struct ctx *ctx)
{
    return err_field(ctx, ERR_INPUT, "examples", "A step takes up to %d examples.",
                     CAMPAIGN_EXAMPLES_MOST);
}

/* Lines end with LF, whatever a form sends. */
static const char *
clean(struct arena *arena, const char *text)
{
    char *copy = text_trim(arena, text_nfc(arena, text)), *to = copy;
    for (const char *from = copy; *from; from++)
        if (*from != '\r')
            *to++ = *from;
    *to = '\0';
    return copy;
}

bool
campaign_examples_write(struct ctx *ctx, const struct campaign_example *examples, size_t n,
                        const char **json)
{
    struct jsn *array = jsn_array(ctx->arena);
    for (size_t i = 0; i < n; i++) {
        const char *body = clean(ctx->arena, examples[i].body);
        const char *note = text_squeeze(ctx->arena, text_nfc(ctx->arena, examples[i].note));
        if (!*body && !*note)
            continue;
        if (!check(ctx, i, body, note))
            return false;
        struct jsn *example = jsn_object(ctx->arena);
        jsn_set_text(example, "body", body);
        jsn_set_text(example, "note", note);
        jsn_add(array, example);
    }
    *json = jsn_write(ctx->arena, array);
    return jsn_length(array) <= CAMPAIGN_EXAMPLES_MOST || raise_many(ctx);
}

bool
campaign_examples_read(struct ctx *ctx, const char *json, struct campaign_example **out, size_t *n)
{
    struct jsn *array;
    *n = 0;
    if (!jsn_read(ctx, ctx->arena, json, strlen(json), &array))
        return false;
    if (jsn_kind(array) != JSN_ARRAY)
        return err_field(ctx, ERR_INPUT, "examples", "Examples are a list of messages.");
    if (jsn_length(array) > CAMPAIGN_EXAMPLES_MOST)
        return raise_many(ctx);
    *out = ARENA_ARRAY(ctx->arena, jsn_length(array) + 1, struct campaign_example);
    for (; *n < jsn_length(array); (*n)++) {
        const struct jsn *item = jsn_at(array, *n);
        (*out)[*n] = (struct campaign_example){.body = jsn_as_text(jsn_get(item, "body"), ""),
                                               .note = jsn_as_text(jsn_get(item, "note"), "")};
        if (!check(ctx, *n, (*out)[*n].body, (*out)[*n].note))
            return false;
    }
    return true;
}
