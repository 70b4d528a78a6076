/* The end of an e-mail: closing words, who writes, and where they can be found. Called by letter.c. Pure. */
#ifndef LEADGEN_DOMAIN_WRITING_LETTER_SIGN_H
#define LEADGEN_DOMAIN_WRITING_LETTER_SIGN_H

#include "domain/writing/letter_sheet.h"

/* Adds it to the sheet. A signature that begins with closing words of its own loses them. */
void letter_sign(const struct letter_pen *pen, struct letter_sheet *sheet);

#endif
