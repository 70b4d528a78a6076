/* See charset_model.h. */
#include "base/charset_model.h"

const char *
charset_model_best(const char *sample, size_t length, const char *hint)
{
    (void)sample;
    (void)length;
    return *hint ? hint : "WINDOWS-1252";
}
