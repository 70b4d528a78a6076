/* Reasons in words. See import_reason.h. */
#include "domain/import/import_reason.h"

#include <string.h>

static const struct {
    const char *code, *label, *detailed; /* detailed has one %s for the detail; NULL: label only */
} reasons[] = {
    {IMPORT_NEW,          "New",                                                     NULL                            },
    {IMPORT_NEW_PERSON,   "New person at a known company",                           NULL                            },
    {IMPORT_NEW_BOTH,     "New person and new company",                              NULL                            },
    {IMPORT_KEPT_TWIN,    "Created beside an existing one, by choice",               "Created beside %s, by choice"  },
    {IMPORT_BY_DOMAIN,    "Domain matches",                                          "Domain %s matches"             },
    {IMPORT_BY_NAME,      "Name matches and nothing contradicts",                    NULL                            },
    {IMPORT_BY_LINKEDIN,  "LinkedIn matches",                                        NULL                            },
    {IMPORT_BY_EMAIL,     "E-mail matches",                                          "E-mail matches a contact of %s"},
    {IMPORT_BY_PERSON,    "Name and company match",                                  NULL                            },
    {IMPORT_BY_FACTS,     "Name and another fact match",                             "Name and %s match"             },
    {IMPORT_REPEATS,      "Repeats an earlier row of this file",                     "Same as line %s of this file"  },
    {IMPORT_COMPLETE,     "Already complete",                                        NULL                            },
    {IMPORT_LEFT,         "Exists already and is left as it is",                     NULL                            },
    {IMPORT_BLANK,        "The row is empty",                                        NULL                            },
    {IMPORT_BAD_EMAIL,    "E-mail is not an address",                                "E-mail is not an address: %s"  },
    {IMPORT_NOBODY,       "Nothing says who it is: no name, e-mail or LinkedIn",     NULL                            },
    {IMPORT_NO_COMPANY,   "Nothing says which company it is: no name and no domain", NULL                            },
    {IMPORT_SHARED_HOST,  "The only address is on a domain that hosts many",
     "%s hosts many and names no company"                                                                            },
    {IMPORT_SUPPRESSED,   "On the suppression list",                                 "On the suppression list: %s"   },
    {IMPORT_TOO_LONG,     "More cells than columns",                                 "%s"                            },
    {IMPORT_TOO_LARGE,    "A cell or the row is too large",                          "%s"                            },
    {IMPORT_UNCLOSED,     "A quote is opened and never closed",                      NULL                            },
    {IMPORT_BAD_BYTES,    "Has bytes that the encoding does not know",               NULL                            },
    {IMPORT_NUL,          "Has NUL bytes: not text",                                 NULL                            },
    {IMPORT_SECOND_TABLE, "Belongs to another table in the same file",               NULL                            },
};

enum { N_REASONS = sizeof reasons / sizeof *reasons };

const char *
import_reason_label(const char *reason)
{
    for (size_t i = 0; i < N_REASONS; i++)
        if (!strcmp(reasons[i].code, reason))
            return reasons[i].label;
    return reason;
}

const char *
import_reason_text(struct arena *arena, const char *reason, const char *detail)
{
    for (size_t i = 0; i < N_REASONS; i++) {
        if (strcmp(reasons[i].code, reason))
            continue;
        if (!detail || !*detail || !reasons[i].detailed)
            return reasons[i].label;
        const char *place = strstr(reasons[i].detailed, "%s");
        return arena_printf(arena, "%.*s%s%s", (int)(place - reasons[i].detailed),
                            reasons[i].detailed, detail, place + 2);
    }
    return reason;
}
