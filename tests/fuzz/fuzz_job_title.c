/* Job titles under arbitrary bytes: codes of the lists or none, the same for the same words. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "domain/contact/job_title.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_new();
    const char *text = arena_strndup(arena, (const char *)data, size);
    struct job_title title, again;
    job_title_read(arena, text, &title);
    if (title.seniority < 0 || title.seniority > SENIORITY_OTHER || title.department < 0 ||
        title.department > DEPARTMENT_OTHER)
        abort();
    job_title_read(arena, arena_printf(arena, "  %s ", text), &again);
    if (again.seniority != title.seniority || again.department != title.department)
        abort();
    int16_t seniority = job_title_seniority(arena, text);
    int16_t department = job_title_department(arena, text);
    if (seniority < 0 || seniority > SENIORITY_OTHER || department < 0 ||
        department > DEPARTMENT_OTHER)
        abort();
    arena_free(arena);
    return 0;
}
