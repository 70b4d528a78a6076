/* Legal forms of companies in many countries: what stands at the end or the front of their names.
 * Called by company_name.c only. Data compiled in, sorted. */
#ifndef LEADGEN_DOMAIN_LEGAL_FORM_H
#define LEADGEN_DOMAIN_LEGAL_FORM_H

#include <stddef.h>

#include "base/text.h"

enum {
    LEGAL_FORM_PREFIX = 1, /* also stands in front of names: "UAB Rimi", "ООО Ромашка" */
    LEGAL_FORM_STRICT = 2, /* also a word: only in capitals or with dots */
    LEGAL_FORM_CAPS = 4    /* known well enough to count when the whole name is in capitals */
};

enum { LEGAL_FORM_WORDS = 7, LEGAL_FORM_KEY_MAX = 56 };

struct legal_form {
    const char *key;       /* folded, letters and digits only: "spolsro" */
    const char *form;      /* the usual spelling: "s.r.o." */
    const char *countries; /* ISO 3166 two letters, blank between; "" when in many */
    unsigned char flags;
};

/* The form with this key; NULL when there is none. */
const struct legal_form *legal_form_by_key(const char *key);

/* Spellings that share a key are told apart by their marks: "A/S", "a.s.", "A.Ş.". Returns `form`
 * when its spelling has no form of its own. */
const struct legal_form *legal_form_by_spelling(const struct legal_form *form, const char *written);

/* A form of Chinese, Japanese, Korean or Thai, which stands without a blank, at the beginning (or
 * the end) of `name`; NULL when there is none. *length is its bytes. */
const struct legal_form *legal_form_joined(const char *name, bool at_end, size_t *length);

#endif
