/* Whether reading a value into its canonical form left some of it unread: a second telephone number, a
 * second web address, the day of a year. Called by import for its notes. Pure. */
#ifndef LEADGEN_DOMAIN_VALUE_LOSS_H
#define LEADGEN_DOMAIN_VALUE_LOSS_H

#include <stdbool.h>

#include "base/arena.h"
#include "domain/record/record_field.h"

/* stored: the addresses read, with commas between them. */
bool value_loss_email(const char *text, const char *stored);

/* stored: E.164 or as written, with " ext. 12" behind it. Words such as "Tel." are no loss. */
bool value_loss_phone(const char *text, const char *stored);

/* stored: the first web address or domain of the text. A path that a domain has not is no loss. */
bool value_loss_address(const char *text, const char *stored);

/* stored: four digits. "2014.0" is the year alone, "2014-05-01" is not. */
bool value_loss_year(const char *text, const char *stored);

/* The same for a value of any type: it holds less than the text, white space, case and form aside. */
bool value_loss_any(struct arena *arena, enum record_type type, const char *text,
                    const char *value);

#endif
