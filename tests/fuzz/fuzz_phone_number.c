/* Telephone numbers under arbitrary bytes: E.164 reads as itself. The first two bytes are the
 * country. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "domain/contact/phone_number.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return 0;
    struct arena *arena = arena_new();
    const char *hint = arena_strndup(arena, (const char *)data, 2);
    const char *text = arena_strndup(arena, (const char *)data + 2, size - 2);
    struct phone_number phone, again;
    enum phone_verdict verdict = phone_number_read(arena, text, hint, &phone);
    if ((verdict == PHONE_OK) != (phone.e164 != NULL))
        abort();
    if (phone.e164) {
        size_t length = strlen(phone.e164);
        if (length < 6 || length > 16 || phone.e164[0] != '+' ||
            strspn(phone.e164 + 1, "0123456789") != length - 1)
            abort();
        if (phone_number_read(arena, phone.e164, NULL, &again) != PHONE_OK ||
            strcmp(again.e164, phone.e164))
            abort();
    }
    arena_free(arena);
    return 0;
}
