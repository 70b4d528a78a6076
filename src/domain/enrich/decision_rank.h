/* How much somebody decides, 0 to 10, by their title, for ordering people and for choosing whom to
 * ask first. Called by contact_class.c, which stores it with the contact, and by whatever reads people
 * off pages. Pure.
 *
 *                         executive,
 *                         engineering   others
 *   founder, owner        10            10
 *   C-level               10             9     CIO and CDO: 9
 *   vice president         8             7
 *   head of something      8             7
 *   director               6             6     of the whole: 7
 *   manager                4             3
 *   principal, architect   5             5     staff engineer: 4
 *   other work             2             2     interns, assistants: 1
 *   not known              0             0
 */
#ifndef LEADGEN_DOMAIN_ENRICH_DECISION_RANK_H
#define LEADGEN_DOMAIN_ENRICH_DECISION_RANK_H

#include <stdint.h>

#include "base/arena.h"

enum { DECISION_RANK_MOST = 10 };

/* Seniority and department are codes of record_code.h, from a column of their own or from the title;
 * 0 where unknown. `title` may be NULL. */
int16_t decision_rank_of(struct arena *arena, const char *title, int16_t seniority,
                         int16_t department);

#endif
