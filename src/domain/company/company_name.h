/* Company names: clean-up for display, split of the legal form, key for matching.
 * Called by import, by the forms and by matching. Pure. Never makes a name empty: "AS" and "Co" are
 * names where nothing else stands. */
#ifndef LEADGEN_DOMAIN_COMPANY_NAME_H
#define LEADGEN_DOMAIN_COMPANY_NAME_H

#include <stdbool.h>

#include "base/arena.h"

struct company_name {
    const char *display;   /* the whole name, cleaned; "" when nothing is left */
    const char *base;      /* without the legal form: "Müller"; never "" unless display is */
    const char *form;      /* legal form as written: "G.m.b.H. & Co. KG"; "" when none */
    const char *form_key;  /* normalised: "GmbH & Co. KG"; "" when none */
    const char *countries; /* where the form is used: "CZ SK"; "" when unknown or in many */
};

/* Cleans and splits; the parts live in the arena. */
void company_name_split(struct arena *arena, const char *text, struct company_name *out);

/* NFC, white space squeezed, control and invisible characters and stray quotes gone; words for
 * nothing ("n/a", "-", "unknown") become "". */
const char *company_name_clean(struct arena *arena, const char *text);

/* The key for matching: folded, punctuation away, legal forms stripped from the end, and from the
 * front where they are used there; "&" and "+" are "and". "" only when the name has no letter or
 * digit. */
const char *company_name_key(struct arena *arena, const char *text);

#endif
