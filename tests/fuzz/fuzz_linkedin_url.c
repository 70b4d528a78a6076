/* LinkedIn addresses under arbitrary bytes: the one form reads as itself. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "domain/contact/linkedin_url.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_new();
    const char *text = arena_strndup(arena, (const char *)data, size);
    struct linkedin_url url, again;
    enum linkedin_kind kind = linkedin_url_read(arena, text, &url);
    if ((kind >= LINKEDIN_PERSON) != (url.key != NULL) || (url.key == NULL) != (url.url == NULL))
        abort();
    if (url.key && (linkedin_url_read(arena, url.url, &again) != kind ||
                    strcmp(again.key, url.key) || strcmp(again.url, url.url)))
        abort();
    arena_free(arena);
    return 0;
}
