/* x */
#include "domain/contact/contact_class.h"
void
contact_class_of(struct arena *arena, const char *const *values, int16_t *codes)
{
    (void)arena;
    codes[0] = values[0] ? 1 : 0;
}
