/* Phrases, patterns and text from outside: the first line is a phrase, the second a pattern, the rest
 * text. What is found lies inside the text, in order, and points back into its source. */
#include <stdlib.h>
#include <string.h>

#include "base/needle.h"

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);

static const char *
line(struct arena *arena, const char **at, const char *end)
{
    const char *stop = *at < end ? memchr(*at, '\n', (size_t)(end - *at)) : NULL;
    const char *out = arena_strndup(arena, *at, (size_t)((stop ? stop : end) - *at));
    *at = stop ? stop + 1 : end;
    return out;
}

int
LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    struct arena *arena = arena_new();
    struct ctx ctx = {.arena = arena};
    const char *at = (const char *)data, *end = at + size;
    struct needle all[] = {
        {line(arena, &at, end),     false, false},
        {line(arena,     &at,        end),       true, false},
        {"agents",      false,true}
    };
    struct needle usable[3];
    size_t n_usable = 0, n = 0;
    for (size_t i = 0; i < 3; i++)
        if (!needle_problem(arena, &all[i]))
            usable[n_usable++] = all[i];
    struct needles *needles;
    struct needle_text text;
    struct needle_hit *hits;
    if (!needles_compile(&ctx, arena, usable, n_usable, &needles))
        abort();
    needles_fold(needles, arena, at, (size_t)(end - at), &text);
    if (!needles_search(&ctx, needles, &text, &hits, &n))
        abort();
    for (size_t i = 0; i < n; i++) {
        size_t from = needle_source(&text, hits[i].from), to = needle_source(&text, hits[i].to);
        if (hits[i].from >= hits[i].to || hits[i].to > text.length || from > to ||
            to > text.source_length || (i > 0 && hits[i].from < hits[i - 1].from))
            abort();
    }
    arena_free(arena);
    return 0;
}
