/* Directories, maps and lists from outside: leads stay within bounds, have an address, and are ranked. */
#include <stdlib.h>
#include <string.h>

#include "domain/discovery/discovery_links.h"

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);

static void
check(struct arena *arena, const struct discovery_lead *leads, size_t n)
{
    if (n > DISCOVERY_LEADS_MOST)
        abort();
    for (size_t i = 0; i < n; i++) {
        struct discovery_sifted sifted;
        if (!*leads[i].url || leads[i].rank != (int64_t)i + 1)
            abort();
        discovery_sift(arena, &leads[i], "dir.example", &sifted);
        if (!sifted.key || (sifted.domain && !sifted.name))
            abort();
    }
}

int
LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    struct arena *arena = arena_new();
    struct ctx ctx = {.arena = arena};
    struct discovery_links links;
    struct discovery_lead *leads, lead;
    const char *text = arena_strndup(arena, (const char *)data, size);
    bool found;
    if (!discovery_links_read(&ctx, "https://dir.example/x", "", text, size, &links) ||
        !discovery_links_site(&ctx, "https://dir.example/x", "text/html", text, size, &lead,
                              &found))
        abort();
    check(arena, links.leads, links.n_leads);
    size_t n = discovery_links_lines(arena, text, &leads);
    check(arena, leads, n);
    arena_free(arena);
    return 0;
}
