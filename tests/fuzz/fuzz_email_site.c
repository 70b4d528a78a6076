/* Addresses in arbitrary bytes of a page: each is one by our policy, and stands in the text. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "domain/contact/email_address.h"
#include "domain/email/email_site.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_new();
    char *text = malloc(size + 1); /* exactly as long: reading past it is seen */
    struct email_sighting all[EMAIL_SITE_MOST];
    size_t n = 0;
    if (!text)
        return 0;
    memcpy(text, data, size);
    email_site_scan(arena, text, size, "acme.example", "https://acme.example/", all, &n);
    for (size_t i = 0; i < n; i++) {
        struct email_address email;
        const char *address = arena_printf(arena, "%s@acme.example", all[i].local);
        if (email_address_exact(arena, address, &email) != EMAIL_OK ||
            strcmp(email.address, address))
            abort();
    }
    free(text);
    arena_free(arena);
    return 0;
}
