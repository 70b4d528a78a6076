/* Industries under arbitrary bytes: a code of the list or none, and plain text that stays as it is. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/phrase.h"
#include "base/text.h"
#include "domain/company/company_industry.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_new();
    const char *text = arena_strndup(arena, (const char *)data, size);
    int16_t industry = company_industry_read(arena, text);
    if (industry < 0 || industry >= INDUSTRY_END)
        abort();
    const char *plain = phrase_plain(arena, text);
    if (text_is_utf8(text, strlen(text)) && !text_is_utf8(plain, strlen(plain)))
        abort();
    if (*plain == ' ' || strstr(plain, "  ") || text_ends(plain, " "))
        abort();
    arena_free(arena);
    return 0;
}
