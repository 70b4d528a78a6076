/* Web addresses under arbitrary bytes: what was read reads as itself, and holds printable ASCII only. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/uri_web.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char page[] = "https://www.acme.example/a/b.html?c=d#e";
    struct arena *arena = arena_new();
    struct uri_web base, uri, again;
    if (!uri_web_read(arena, page, sizeof page - 1, NULL, &base))
        abort();
    if (uri_web_read(arena, (const char *)data, size, &base, &uri)) {
        const char *href = uri_web_href(arena, &uri);
        for (const char *p = href; *p; p++)
            if ((unsigned char)*p <= 0x20 || (unsigned char)*p >= 0x7F)
                abort();
        if (*uri.path != '/' || !*uri.host)
            abort();
        if (strlen(href) <= URI_WEB_MAX &&
            (!uri_web_read(arena, href, strlen(href), NULL, &again) ||
             strcmp(uri_web_href(arena, &again), href)))
            abort();
    }
    arena_free(arena);
    return 0;
}
