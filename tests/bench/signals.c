/* Scores a file of text by the phrases of another, page by page, and prints the seconds and how many
 * pages hold one: what tests/bench/signals.sh measures. The model is made of the phrases alone. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "domain/scoring/icp_score.h"

enum { PAGE = 16 * 1024 };

static struct jsn *
document(struct arena *arena, const char *path)
{
    struct jsn *out = jsn_object(arena), *tiers = jsn_array(arena), *tier = jsn_object(arena);
    struct jsn *signals = jsn_array(arena), *negations = jsn_array(arena);
    FILE *file = fopen(path, "r");
    char line[256];
    for (int i = 0; file && fgets(line, sizeof line, file); i++) {
        struct jsn *signal = jsn_object(arena), *phrases = jsn_array(arena);
        line[strcspn(line, "\n")] = '\0';
        jsn_add(phrases, jsn_text(arena, line));
        jsn_set_text(signal, "key", arena_printf(arena, "s%d", i));
        jsn_set_int(signal, "points", 1);
        jsn_set(signal, "phrases", phrases);
        jsn_add(signals, signal);
    }
    jsn_add(negations, jsn_text(arena, "not"));
    jsn_set_text(tier, "key", "all");
    jsn_add(tiers, tier);
    jsn_set(out, "tiers", tiers);
    jsn_set(out, "negations", negations);
    jsn_set(out, "signals", signals);
    if (file)
        fclose(file);
    return out;
}

/* A page of the text, to the end of a line. */
static char *
next_page(struct arena *arena, const char **at, const char *end)
{
    const char *stop = end - *at > PAGE ? *at + PAGE : end;
    const char *line = stop < end ? memchr(stop, '\n', (size_t)(end - stop)) : end;
    stop = line ? line : end;
    char *page = arena_strndup(arena, *at, (size_t)(stop - *at));
    *at = stop < end ? stop + 1 : end;
    return page;
}

int
main(int argc, char **argv)
{
    struct arena *owner = arena_new(), *arena = arena_new();
    struct ctx ctx = {.arena = owner};
    struct icp_model model;
    struct icp_scorer *scorer;
    struct icp_score score;
    if (argc != 3 || !icp_model_of(&ctx, document(owner, argv[1]), &model) ||
        !icp_scorer_open(&ctx, owner, &model, &scorer)) {
        fprintf(stderr, "usage: signals PHRASES TEXT; %s\n", ctx.err.message);
        return 1;
    }
    FILE *file = fopen(argv[2], "r");
    if (!file || fseek(file, 0, SEEK_END))
        return 1;
    size_t length = (size_t)ftell(file), found = 0, pages = 0;
    rewind(file);
    char *text = malloc(length);
    if (!text || fread(text, 1, length, file) != length)
        return 1;
    fclose(file);
    int64_t start = clock_steady_ms();
    const char *at = text;
    ctx.arena = arena;
    while (at < text + length) {
        struct icp_page page = {.url = "https://a.example/"};
        page.text = next_page(arena, &at, text + length);
        if (!icp_score_pages(&ctx, scorer, &page, 1, &score))
            return 1;
        pages++;
        found += score.n_findings > 0;
        arena_reset(arena);
    }
    printf("%.3f %zu %zu\n", (double)(clock_steady_ms() - start) / 1000, pages, found);
    free(text);
    arena_free(arena);
    arena_free(owner);
    return 0;
}
