/* Company names under arbitrary bytes: no name becomes empty, and its key is its own key's base. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "domain/company/company_name.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_new();
    const char *text = arena_strndup(arena, (const char *)data, size);
    bool utf8 = text_is_utf8(text, strlen(text));
    struct company_name name;
    company_name_split(arena, text, &name);
    const char *parts[] = {name.display, name.base, name.form, name.form_key, name.countries};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (!parts[i] || (utf8 && !text_is_utf8(parts[i], strlen(parts[i]))))
            abort();
    if ((*name.display != '\0') != (*name.base != '\0'))
        abort();
    if (*name.display && !*company_name_key(arena, text))
        abort();
    arena_free(arena);
    return 0;
}
