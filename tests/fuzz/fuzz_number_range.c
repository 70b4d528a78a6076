/* Sizes and amounts under arbitrary bytes: ranges are in order. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "domain/company/company_revenue.h"
#include "domain/company/company_size.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_new();
    const char *text = arena_strndup(arena, (const char *)data, size);
    struct company_size employees;
    struct company_revenue revenue;
    enum company_size_verdict verdict = company_size_read(arena, text, &employees);
    if (employees.min < 0 || employees.min > employees.max)
        abort();
    if (verdict == COMPANY_SIZE_OK && *company_size_name(employees.bucket) == '\0' &&
        employees.max > 0)
        abort();
    for (int64_t unit = 1; unit <= 1000000; unit *= 1000000) {
        (void)company_revenue_read(arena, text, unit, &revenue);
        if (revenue.min < 0 || revenue.min > revenue.max)
            abort();
    }
    arena_free(arena);
    return 0;
}
