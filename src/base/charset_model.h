/* Which code page a text is written in, judged by how the letters of its languages look. Called by
 * charset.c only. */
#ifndef LEADGEN_BASE_CHARSET_MODEL_H
#define LEADGEN_BASE_CHARSET_MODEL_H

#include <stddef.h>

/* The name of the set in which the sample, known not to be UTF-8, reads best. `hint` is another
 * detector's opinion, "" for none. Never NULL. */
const char *charset_model_best(const char *sample, size_t length, const char *hint);

#endif
