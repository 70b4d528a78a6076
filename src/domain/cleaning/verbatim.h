/* Text that is kept as it was written: formulas and markup. Rules made for names (remarks in brackets,
 * stray marks at the ends, words apart) would cut pieces out of it; it is shown escaped and exported
 * neutralised like any other text. Called by the readers of names. Pure. */
#ifndef LEADGEN_DOMAIN_VERBATIM_H
#define LEADGEN_DOMAIN_VERBATIM_H

#include <stdbool.h>

/* True for `=HYPERLINK("http://x","x")` and `<script>alert(1)</script>`; false for "Acme (Berlin)",
 * "Jane <Jay> Doe", "Jane Doe<jane@acme.com>", "- Acme -". */
bool verbatim_is(const char *text);

#endif
