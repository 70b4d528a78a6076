/* Answers of language models: whatever comes, a letter keeps to its limits and its claims stand in it, or
 * it is refused with a cause. The first byte chooses the service; the rest is its answer, and the text of
 * a model, too. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "domain/provider/model_answer.h"

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);

static void
check(struct arena *arena, const char *text, const struct model_raw *raw)
{
    const struct letter_request request = {.channel = "linkedin_message",
                                           .language = "en",
                                           .personalisation = 4,
                                           .offer = {.does = "We help."},
                                           .person = {.first_name = "Eva"},
                                           .company = {.name = "Kovo"}};
    struct model_prompt prompt;
    struct model_fault fault;
    struct letter letter;
    model_prompt(arena, &request, NULL, 0, &prompt);
    if (!model_answer(arena, text, &request, &prompt, raw->citations, raw->n_citations, &letter,
                      &fault)) {
        if (!fault.cause || !fault.message)
            abort();
        return;
    }
    size_t length = text_count(letter.body), end = 0;
    if (length > prompt.most || !*letter.body || letter.subject)
        abort();
    for (size_t i = 0; i < letter.n_claims; i++) {
        if (letter.claims[i].start < end || letter.claims[i].end <= letter.claims[i].start ||
            letter.claims[i].end > length)
            abort();
        end = letter.claims[i].end;
    }
}

int
LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    static const struct model_vendor *const vendors[] = {&model_anthropic, &model_openai,
                                                         &model_perplexity};
    if (size < 1)
        return 0;
    struct arena *arena = arena_new();
    struct ctx ctx = {.arena = arena};
    const char *bytes = (const char *)data + 1;
    struct model_raw raw = {0};
    if (vendors[*data % 3]->answer(&ctx, bytes, size - 1, &raw)) {
        if (!raw.text || raw.n_citations > MODEL_CITATIONS_MOST)
            abort();
        check(arena, raw.text, &raw);
    } else if (ctx.err.kind != ERR_INPUT) {
        abort();
    }
    if (model_vendor_said(arena, bytes, size - 1) == NULL)
        abort();
    char *text = arena_strndup(arena, bytes, size - 1);
    if (text_is_utf8(text, strlen(text)))
        check(arena, text, &(struct model_raw){0});
    arena_free(arena);
    return 0;
}
