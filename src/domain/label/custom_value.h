/* One value of a custom field, made what we store: by the field's type, canonical, so that filters,
 * exports and later imports read it back as it was. Called by the record form, by each cell of an
 * import and by a change of a field's type. Pure but for the arena; asks no server. */
#ifndef LEADGEN_DOMAIN_CUSTOM_VALUE_H
#define LEADGEN_DOMAIN_CUSTOM_VALUE_H

#include "base/err.h"
#include "domain/label/custom_field.h"

enum { CUSTOM_VALUE_MOST = 2000 /* code points */ };

/* Where the text comes from. A form sends numbers as machines write them; a cell holds them as people
 * do ("1.200" is twelve hundred there). */
enum custom_reading { CUSTOM_TYPED, CUSTOM_CELL };

/* What of `text` is stored:
 *   text    cleaned, white space at its ends gone
 *   number  "1200.5": point, no grouping, no exponent; up to 15 digits (a number of three decimals
 *           may end in a further 0, so that nobody takes its point for grouping)
 *   date    "2026-11-19", from that, 19.11.2026, 19 Nov 2026, Nov 19, 2026, 11/19/2026 (where only one
 *           of the numbers can be the month), with or without a time behind it
 *   choice  the option as it is written in the field, found without regard to capitals and accents
 *   url     canonical web address, https where none is written
 *   yesno   "yes" or "no", from such words of several languages, 1 and 0
 * NULL for nothing. INPUT on "custom.<key>" when it is none of that kind; the message says what to
 * write. *out lives in ctx->arena. */
MUST_CHECK bool custom_value_normalise(struct ctx *ctx, const struct custom_field *field,
                                       enum custom_reading reading, const char *text,
                                       const char **out);

/* A stored value as people read it: "Yes", "1.234". */
const char *custom_value_shown(struct arena *arena, const struct custom_field *field,
                               const char *value);

#endif
