/* One value of one field of a company or a contact, made what we store: cleaned, checked, canonical.
 * Called by the forms and, for each cell, by import. Pure but for the arena; asks no server. */
#ifndef LEADGEN_DOMAIN_RECORD_VALUE_H
#define LEADGEN_DOMAIN_RECORD_VALUE_H

#include "base/err.h"
#include "domain/record/record_field.h"

/* What of `text` is stored in `field`: NFC, control and direction characters gone, white space
 * squeezed (ends trimmed in long texts), then by the field's type. NULL and words for nothing ("n/a",
 * "-") give *out NULL. `country_hint` (two letters, NULL or "") reads national phone numbers. INPUT on
 * the field's name when the text is none of that kind or too long; the message says what is wrong.
 * BUG for tags, lists and custom fields, which have no text form. *out lives in ctx->arena. */
MUST_CHECK bool record_value_normalise(struct ctx *ctx, const struct record_field *field,
                                       const char *text, const char *country_hint,
                                       const char **out);

#endif
