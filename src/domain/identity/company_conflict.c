/* Two companies of one name. See company_conflict.h. */
#include "domain/identity/company_conflict.h"

#include <string.h>

#include "base/text.h"
#include "domain/contact/phone_number.h"
#include "domain/identity/legal_form_pair.h"

static bool
differ(const char *a, const char *b)
{
    return a && b && strcmp(a, b) != 0;
}

/* The calling code of the country, where none is said that of the number; 0: unknown. Codes, as several
 * countries share one and a toll-free number tells no more than it. */
static int
calling_code(const struct company_facts *facts)
{
    const char *country = facts->values[COMPANY_COUNTRY], *phone = facts->values[COMPANY_PHONE];
    if (country)
        return phone_number_code_of(country);
    return phone ? phone_number_code(phone) : 0;
}

bool
company_conflict_is(struct arena *arena, const struct company_facts *a,
                    const struct company_facts *b)
{
    const char *const *one = a->values, *const *other = b->values;
    if (differ(a->keys->domain, b->keys->domain) ||
        differ(one[COMPANY_COUNTRY], other[COMPANY_COUNTRY]) ||
        differ(one[COMPANY_REGISTRY_NUMBER], other[COMPANY_REGISTRY_NUMBER]) ||
        legal_form_pair_differs(arena, a->keys->legal_form, b->keys->legal_form))
        return true;
    /* offices in two cities of one country are no contradiction */
    if (one[COMPANY_COUNTRY] && other[COMPANY_COUNTRY])
        return false;
    int here = calling_code(a), there = calling_code(b);
    if (here && there && here != there)
        return true;
    return one[COMPANY_CITY] && other[COMPANY_CITY] &&
           strcmp(text_fold(arena, one[COMPANY_CITY]), text_fold(arena, other[COMPANY_CITY])) != 0;
}
