/* Answers of the DNS under arbitrary bytes: every type reads them or says that they make no sense. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/dns.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const enum dns_type types[] = {DNS_A, DNS_MX, DNS_TXT, DNS_AAAA};
    struct arena *arena = arena_new();
    for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
        struct dns_question question = {.name = "acme.com", .type = types[i]};
        dns_read(arena, data, size, &question);
        if (question.verdict == DNS_OPEN || (question.verdict == DNS_FOUND && !question.n_records))
            abort();
        for (size_t k = 0; k < question.n_records; k++)
            if (!question.records[k].text)
                abort();
    }
    arena_free(arena);
    return 0;
}
