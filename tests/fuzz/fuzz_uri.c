/* Web addresses under arbitrary bytes: the canonical form reads as itself, and so does the domain
 * of a company. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/uri.h"
#include "domain/company/company_domain.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_new();
    const char *text = arena_strndup(arena, (const char *)data, size);
    struct uri uri, again;
    if (uri_read(arena, text, &uri) == URI_OK) {
        const char *canonical = uri_canonical(arena, &uri);
        for (const char *p = canonical; *p; p++)
            if ((unsigned char)*p <= 0x20 || (unsigned char)*p >= 0x7F)
                abort();
        if (uri_read(arena, canonical, &again) != URI_OK || strcmp(again.host, uri.host) ||
            again.port != uri.port)
            abort();
        if (strlen(uri_key(arena, &uri)) > strlen(canonical))
            abort();
    }
    struct company_domain domain;
    enum company_domain_verdict verdict = company_domain_read(arena, text, &domain);
    if ((verdict == COMPANY_DOMAIN_OK) != (domain.key != NULL))
        abort();
    if (domain.key && strcmp(company_domain_key(arena, domain.key), domain.key))
        abort();
    (void)company_domain_reason(arena, verdict, &domain);
    arena_free(arena);
    return 0;
}
