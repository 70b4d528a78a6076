/* Notes on the names of people: what of a cell is in none of the parts that it was read into. Called by
 * import_plan.c. Pure. */
#ifndef LEADGEN_DOMAIN_NAME_NOTE_H
#define LEADGEN_DOMAIN_NAME_NOTE_H

#include "domain/cleaning/value_note.h"
#include "domain/contact/person_name.h"

#define NAME_NOTE_NONE "There is no name in it"

/* A whole name in one cell. */
void name_note_whole(struct arena *arena, struct value_note **notes, const char *column,
                     const char *text, const struct person_name *name);

/* A first and a last name in two cells (NULL: none), read together; one may hold all of it. */
void name_note_pair(struct arena *arena, struct value_note **notes, const char *const columns[2],
                    const char *const texts[2], const struct person_name *name);

#endif
