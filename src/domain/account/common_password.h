/* Passwords too common to be allowed. Called by password.c. Pure. */
#ifndef LEADGEN_DOMAIN_ACCOUNT_COMMON_PASSWORD_H
#define LEADGEN_DOMAIN_ACCOUNT_COMMON_PASSWORD_H

#include <stdbool.h>

#include "base/arena.h"

/* True for a common password, for a common word with digits or signs around it, for one piece
 * repeated and for a run such as abcdefghij; capitals count as small letters. */
bool common_password_is(struct arena *arena, const char *password);

#endif
