/* Sitemaps and feeds under arbitrary bytes: every link is an address, nothing else comes out. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/sitemap.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_new();
    struct ctx ctx = {.arena = arena};
    struct sitemap map;
    if (sitemap_read(&ctx, "https://a.example/s.xml", (const char *)data, size, &map)) {
        if (map.n_links > SITEMAP_LINKS_MAX || (map.kind == SITEMAP_NONE && map.n_links))
            abort();
        for (size_t i = 0; i < map.n_links; i++)
            if (strncmp(map.links[i].url, "http", 4) != 0)
                abort();
    } else if (ctx.err.kind != ERR_INPUT) {
        abort();
    }
    arena_free(arena);
    return 0;
}
