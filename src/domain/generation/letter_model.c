/* What a campaign tells a language model. See letter_model.h. */
#include "domain/generation/letter_model.h"

#include <string.h>

#include "base/json.h"

enum { EXAMPLES_MOST = 10 };

/* The texts of [{body, note}]. */
static const char *const *
examples_of(struct arena *arena, const char *json, size_t *n)
{
    struct ctx ctx = {.arena = arena};
    struct jsn *list;
    const char **out = ARENA_ARRAY(arena, EXAMPLES_MOST, const char *);
    *n = 0;
    if (json && jsn_read(&ctx, arena, json, strlen(json), &list))
        for (size_t i = 0; i < jsn_length(list) && *n < EXAMPLES_MOST; i++)
            out[(*n)++] = jsn_as_text(jsn_get(jsn_at(list, i), "body"), "");
    return out;
}

void
letter_model_words(struct arena *arena, const struct letter_brief *brief,
                   const struct letter_step *step, const struct letter_wish *wish,
                   const char *const *before, size_t n_before, struct model_words *out)
{
    *out = (struct model_words){.campaign = brief->campaign.instructions,
                                .step = step->instructions,
                                .wish = wish ? wish->instruction : NULL,
                                .before = before,
                                .n_before = n_before};
    out->examples = examples_of(arena, step->examples, &out->n_examples);
}

int64_t
letter_model_price(struct arena *arena, const struct model *model, const struct letter_brief *brief,
                   const struct letter_step *step)
{
    static const struct letter_facts nobody = {0};
    struct letter_place place = {
        .step = step, .variant = 1, .touch = (int)step->position, .touches = (int)brief->n_steps};
    struct letter_request request;
    struct model_words words;
    const char **before = ARENA_ARRAY(arena, brief->n_steps + 1, const char *);
    size_t n_before = 0;
    /* Each letter before is as long as it may be. */
    for (const struct letter_step *one = brief->steps; one < step; one++) {
        char *text = arena_alloc(arena, (size_t)one->max_length + 1);
        memset(text, 'x', (size_t)one->max_length);
        before[n_before++] = text;
    }
    letter_brief_request(brief, &nobody, &place, NULL, &request);
    letter_model_words(arena, brief, step, NULL, before, n_before, &words);
    return model_price_most(arena, model, &request, &words);
}

int64_t
letter_model_price_all(struct arena *arena, const struct model *model,
                       const struct letter_brief *brief)
{
    int64_t sum = 0;
    for (size_t i = 0; i < brief->n_steps; i++)
        sum += letter_model_price(arena, model, brief, &brief->steps[i]) *
               (brief->split ? 1 : brief->steps[i].variants);
    return sum;
}
