/* Answers of search services: whatever comes, results are web addresses within bounds, or it is refused. */
#include <stdlib.h>
#include <string.h>

#include "domain/provider/search_json.h"

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);

int
LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    struct arena *arena = arena_new();
    struct ctx ctx = {.arena = arena};
    struct search_service service;
    struct search_hit *hits;
    size_t n;
    if (!search_json_read(&ctx, search_presets[0].base_url, search_presets[0].settings, &service))
        abort();
    if (search_json_answer(&ctx, &service, (const char *)data, size, &hits, &n)) {
        if (n > SEARCH_HITS_MOST)
            abort();
        for (size_t i = 0; i < n; i++)
            if (strncmp(hits[i].url, "http", 4) != 0)
                abort();
    } else if (ctx.err.kind != ERR_INPUT) {
        abort();
    }
    /* The same bytes as settings. */
    char *text = arena_strndup(arena, (const char *)data, size);
    err_clear(&ctx);
    if (search_json_read(&ctx, "https://x.example", text, &service)) {
        struct search_request request;
        search_json_request(arena, &service, "k", text, 0, &request);
        if (strncmp(request.url, "https://x.example/", 18) != 0)
            abort();
    }
    arena_free(arena);
    return 0;
}
