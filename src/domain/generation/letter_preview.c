/* Letters that are only looked at. See letter_preview.h. */
#include "domain/generation/letter_preview.h"

bool
letter_preview(struct ctx *ctx, const struct letter_brief *brief, int64_t contact_id,
               struct letter_preview **out, size_t *n)
{
    struct letter_facts *facts;
    size_t n_facts;
    if (!letter_facts_read(ctx, &contact_id, 1, &facts, &n_facts))
        return false;
    if (!n_facts)
        return err_raise(ctx, ERR_NOT_FOUND,
                         "This contact is not there. They may have been deleted.");
    const char *subjects[LETTER_VARIANTS_MOST + 1] = {NULL};
    *n = 0;
    *out =
        ARENA_ARRAY(ctx->arena, brief->n_steps * LETTER_VARIANTS_MOST + 1, struct letter_preview);
    for (size_t i = 0; i < brief->n_steps; i++)
        for (int64_t variant = 1; variant <= brief->steps[i].variants; variant++) {
            struct letter_preview *preview = &(*out)[(*n)++];
            struct letter_request request;
            const struct letter_place place = {.step = &brief->steps[i],
                                               .variant = variant,
                                               .touch = (int)i + 1,
                                               .touches = (int)brief->n_steps,
                                               .first_subject = subjects[variant]};
            letter_brief_request(brief, facts, &place, NULL, &request);
            *preview = (struct letter_preview){.step = place.step,
                                               .variant = variant,
                                               .language = request.language,
                                               .tone = request.tone,
                                               .formality = request.formality};
            preview->written = letter_write(ctx->arena, &request, &preview->letter);
            if (preview->written && !subjects[variant])
                subjects[variant] = preview->letter.subject;
        }
    return true;
}
