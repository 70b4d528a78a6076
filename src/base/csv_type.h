/* What the text of a cell looks like: a number, a date, an address, words. Called by the parts of
 * csv.h's detection, which compare rows and columns by it. Nothing is converted here. */
#ifndef LEADGEN_BASE_CSV_TYPE_H
#define LEADGEN_BASE_CSV_TYPE_H

#include "base/text.h"

enum csv_type {
    CSV_TYPE_EMPTY,
    CSV_TYPE_NUMBER, /* also money, percent, exponents, telephone numbers, NaN */
    CSV_TYPE_DATE,   /* with or without a time behind it */
    CSV_TYPE_TIME,
    CSV_TYPE_EMAIL,
    CSV_TYPE_URL,
    CSV_TYPE_CODE, /* one word that holds a digit */
    CSV_TYPE_WORD, /* one word of letters */
    CSV_TYPE_TEXT, /* several words */
    CSV_TYPE_ODD,  /* holds what usually separates cells or quotes them */
    CSV_TYPES
};

enum csv_type csv_type_of(struct span cell);

/* True for the types that headers do not have: number, date, time, e-mail, URL. */
bool csv_type_is_data(enum csv_type type);

#endif
