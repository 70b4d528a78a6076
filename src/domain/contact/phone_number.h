/* Telephone numbers to E.164, where the country is known.
 * Called by import, by the forms and by matching. Pure; never guesses a country from the digits. */
#ifndef LEADGEN_DOMAIN_PHONE_NUMBER_H
#define LEADGEN_DOMAIN_PHONE_NUMBER_H

#include "base/arena.h"

enum phone_verdict {
    PHONE_OK,
    PHONE_NONE,       /* empty, or a word for nothing */
    PHONE_NO_COUNTRY, /* a number, but of which country is unknown: `raw` is all there is */
    PHONE_DAMAGED,    /* a spreadsheet rounded it: "4.20777E+11"; the digits are lost */
    PHONE_INVALID     /* too short, too long, or no number */
};

struct phone_number {
    const char *e164;      /* "+34612345678"; NULL unless PHONE_OK */
    const char *extension; /* digits; "" when none */
    const char *country;   /* ISO 3166 two letters; of several behind one code the one that the
                            * area code or the hint names; "" when of none */
    const char *raw;       /* the first number of the cell as written, squeezed */
};

/* Reads the first number of a cell. `hint` is the ISO 3166 two-letter country of the row or the
 * import, or NULL or "": used only for numbers without an international prefix. */
enum phone_verdict phone_number_read(struct arena *arena, const char *text, const char *hint,
                                     struct phone_number *out);

/* The calling code of a number as stored ("+44 20 ..." is 44) and of a country; 0 when unknown. */
int phone_number_code(const char *e164);
int phone_number_code_of(const char *iso2);

/* Why a value gives no number, as a sentence for people; "" for PHONE_OK. */
const char *phone_number_reason(enum phone_verdict verdict);

#endif
