/* Codes of a record. See record_class.h. */
#include "domain/record/record_class.h"

#include "domain/company/company_class.h"
#include "domain/contact/contact_class.h"

_Static_assert(RECORD_MOST_CODES >= (int)COMPANY_N_CODES &&
                   RECORD_MOST_CODES >= (int)CONTACT_N_CODES,
               "an array of codes holds every list");

const char *
record_class_codes(struct arena *arena, enum record_entity entity, const char *const *values)
{
    int16_t codes[RECORD_MOST_CODES] = {0};
    if (entity == RECORD_COMPANY) {
        company_class_of(arena, values, codes);
        return record_code_array(arena, codes, COMPANY_N_CODES);
    }
    contact_class_of(arena, values, codes);
    return record_code_array(arena, codes, CONTACT_N_CODES);
}
