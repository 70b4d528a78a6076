/* QR codes as the path of an SVG. The only stem that includes libqrencode. Called by web. */
#ifndef LEADGEN_BASE_QR_H
#define LEADGEN_BASE_QR_H

#include <stdint.h>

#include "base/arena.h"

/* The dark squares of a code for `text`, each 1 x 1, as path data; *size is the width and height
 * with the quiet zone of four squares around. NULL when the text is too long for a code. */
char *qr_path(struct arena *arena, const char *text, int64_t *size);

#endif
