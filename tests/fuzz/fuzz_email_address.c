/* E-mail addresses under arbitrary bytes: what is accepted reads as itself. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "domain/contact/email_address.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_new();
    const char *text = arena_strndup(arena, (const char *)data, size);
    struct email_address all[3], again;
    size_t count = email_address_list(arena, text, all, 3);
    enum email_verdict verdict = email_address_read(arena, text, &again);
    if ((verdict == EMAIL_OK) != (count > 0))
        abort();
    for (size_t i = 0; i < count; i++) {
        const char *address = all[i].address;
        if (strlen(address) > 254 || !strchr(address, '@') || strpbrk(address, " \r\n\t,;<>\""))
            abort();
        if (text_is_utf8(text, strlen(text)) && !text_is_utf8(address, strlen(address)))
            abort();
        if (email_address_read(arena, arena_printf(arena, "<%s>", address), &again) != EMAIL_OK ||
            strcmp(again.address, address))
            abort();
    }
    arena_free(arena);
    return 0;
}
