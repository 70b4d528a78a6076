/* x */
#include "domain/company/company_class.h"
void
company_class_of(struct arena *arena, const char *const *values, int16_t *codes)
{
    (void)arena;
    codes[0] = values[0] ? 1 : 0;
}
