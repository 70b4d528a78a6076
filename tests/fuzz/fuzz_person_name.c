/* Names of people under arbitrary bytes, whole or in two halves at the first bar. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "domain/contact/person_name.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
check(struct arena *arena, const struct person_name *name, bool utf8)
{
    const char *parts[] = {name->title, name->first,  name->middle,
                           name->last,  name->suffix, name->nickname};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (!parts[i] || (utf8 && !text_is_utf8(parts[i], strlen(parts[i]))))
            abort();
    const char *key = person_name_key(arena, name->first, name->last);
    if (utf8 && strcmp(person_name_key(arena, key, ""), key))
        abort();
    (void)person_name_display(arena, name);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_new();
    char *text = arena_strndup(arena, (const char *)data, size);
    bool utf8 = text_is_utf8(text, strlen(text));
    struct person_name name;
    bool found = person_name_split(arena, text, &name);
    if (found != (*name.first || *name.last))
        abort();
    check(arena, &name, utf8);
    char *bar = strchr(text, '|');
    if (bar)
        *bar++ = '\0';
    (void)person_name_from_parts(arena, text, bar, &name);
    check(arena, &name, utf8);
    arena_free(arena);
    return 0;
}
