/* Fields that hold several values, a comma and a blank between. Called by the import. Pure. */
#ifndef LEADGEN_DOMAIN_VALUE_LIST_H
#define LEADGEN_DOMAIN_VALUE_LIST_H

#include <stdbool.h>

#include "base/arena.h"

bool value_list_has(const char *list, const char *value); /* NULL: an empty list */

/* The list (NULL: empty) with the value at its end; the list itself when the value is in it. */
const char *value_list_with(struct arena *arena, const char *list, const char *value);

/* The list with all values of another (NULL: none) that are neither in it nor `except` (NULL: none). */
const char *value_list_joined(struct arena *arena, const char *list, const char *more,
                              const char *except);

#endif
