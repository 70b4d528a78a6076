/* What sentences can name: the person, the company and the sender, as they can be written. Called by
 * letter.c and letter_evidence.c. Pure. */
#ifndef LEADGEN_DOMAIN_WRITING_LETTER_SLOTS_H
#define LEADGEN_DOMAIN_WRITING_LETTER_SLOTS_H

#include "domain/company/company_size.h"
#include "domain/writing/letter_pick.h"

/* Companies founded later are not spoken of as old; the writer knows no date of today. */
enum { LETTER_FOUNDED_LAST = 2005, LETTER_FOUNDED_FIRST = 1500 };

/* Fills the slots of person, company and sender, as far as the level of personalisation allows. */
void letter_slots(struct letter_pen *pen);

/* Empties those that name person or company, for letters that have no room for names. */
void letter_slots_forgo(struct letter_pen *pen);

/* True when the person leads others: their seniority says so. */
bool letter_leads(const struct letter_pen *pen);

/* How large the company is, by its code or its head count. */
enum company_size_bucket letter_size(const struct letter_pen *pen);

#endif
