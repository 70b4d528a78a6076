/* Kinds of pages under arbitrary addresses and words of links: the first line is the address. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "domain/crawl/crawl_choice.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct crawl_scope scope = {.domain = "acme.example", .path = "/"};
    struct arena *arena = arena_new();
    const char *text = arena_strndup(arena, (const char *)data, size);
    const char *url = arena_strndup(arena, text, strcspn(text, "\n"));
    int certainty;
    enum page_kind kind = page_kind_of_link(arena, url, text + strlen(url), &certainty);
    if (kind >= PAGE_KINDS || (kind == PAGE_OTHER) != (certainty == 0) || certainty > 100)
        abort();
    const struct crawl_candidate candidate = {.url = url, .text = text + strlen(url)};
    struct crawl_choice *choices;
    size_t n =
        crawl_choice_make(arena, &scope, "https://acme.example/", &candidate, 1, 8, &choices);
    if (n > 1 || (n == 1 && !crawl_choice_is_own(arena, &scope, choices[0].url)))
        abort();
    arena_free(arena);
    return 0;
}
