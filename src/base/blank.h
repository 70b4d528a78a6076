/* Cells that say nothing: empty, a dash, "n/a", "#REF!", "unknown" in several languages.
 * Called by every normaliser before it reads a value. */
#ifndef LEADGEN_BASE_BLANK_H
#define LEADGEN_BASE_BLANK_H

#include <stdbool.h>

/* True when the text, white space apart, is empty or a word for nothing, in any capitals. */
bool blank_is(const char *text);

#endif
