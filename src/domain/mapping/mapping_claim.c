/* Counting what is said of values. See mapping_claim.h. */
#include "domain/mapping/mapping_claim.h"

#define BIT(shape) (1u << SHAPE_##shape)

/* A value is one when it has any of the shapes (0: no matter) and none of the others. */
struct test {
    unsigned any, none;
    const char *noun;
};

static const struct test by_proof[] = {
    [PROOF_NONE] = {0,                                            0,                                                             NULL                      },
    [PROOF_TEXT] = {0,                                            BIT(EMAIL) | BIT(URL) | BIT(NUMBER) | BIT(DATE),               "text"                    },
    [PROOF_PERSON] = {BIT(WORDS) | BIT(LAST_FIRST),                 BIT(COMPANY) | BIT(PEOPLE) | BIT(LONG_TEXT),
                    "names of people"                                                                                                                      },
    [PROOF_ORGANISATION] = {0,                                            BIT(EMAIL) | BIT(URL) | BIT(NUMBER) | BIT(DATE),               "names"                   },
    [PROOF_TITLE] = {0,
                    BIT(EMAIL) | BIT(URL) | BIT(DOMAIN) | BIT(NUMBER) | BIT(DATE) | BIT(HONORIFIC),
                    "titles"                                                                                                                               },
    [PROOF_EMAIL] = {BIT(EMAIL),                                   0,                                                             "e-mail addresses"        },
    [PROOF_PHONE] = {BIT(PHONE),                                   0,                                                             "phone numbers"           },
    [PROOF_LINKEDIN] = {BIT(LINKEDIN_PERSON) | BIT(LINKEDIN_COMPANY), 0,                                                             "LinkedIn addresses"      },
    [PROOF_URL] = {BIT(URL) | BIT(DOMAIN),                       0,                                                             "web addresses"           },
    [PROOF_DOMAIN] = {BIT(URL) | BIT(DOMAIN),                       0,                                                             "domains or web addresses"},
    [PROOF_CRUNCHBASE] = {BIT(CRUNCHBASE),                              0,                                                             "Crunchbase addresses"    },
    [PROOF_PLACE] = {BIT(WORDS) | BIT(LIST),                       0,                                                             "names of places"         },
    [PROOF_COUNTRY] = {BIT(COUNTRY),                                 0,                                                             "countries"               },
    [PROOF_POSTAL] = {BIT(POSTAL),                                  0,                                                             "postal codes"            },
    [PROOF_STREET] = {0,                                            BIT(EMAIL) | BIT(URL) | BIT(DOMAIN) | BIT(NUMBER) | BIT(DATE),
                    "postal addresses"                                                                                                                     },
    [PROOF_SIZE] = {BIT(NUMBER) | BIT(RANGE),                     0,                                                             "numbers or ranges"       },
    [PROOF_MONEY] = {BIT(NUMBER) | BIT(RANGE) | BIT(MONEY),        0,                                                             "amounts"                 },
    [PROOF_YEAR] = {BIT(YEAR) | BIT(DATE),                        0,                                                             "years or dates"          },
    [PROOF_DATE] = {BIT(DATE) | BIT(YEAR),                        0,                                                             "dates or years"          },
    [PROOF_LONG_TEXT] = {0,                                            BIT(EMAIL) | BIT(NUMBER) | BIT(DATE),                          "text"                    },
    [PROOF_CODE] = {0,                                            BIT(EMAIL) | BIT(URL) | BIT(LONG_TEXT) | BIT(WORDS),           "numbers or codes"        },
};

/* Where the values alone speak, what they are taken for; other meanings ask what a proof asks. */
static const struct {
    enum mapping_meaning meaning;
    struct test test;
} by_meaning[] = {
    {MEANS_LOGO,        {BIT(IMAGE), 0, "addresses of pictures"}                  },
    {MEANS_COMPANY,     {BIT(COMPANY), 0, "names with a legal form"}              },
    {MEANS_FULL_NAME,   {BIT(PERSON) | BIT(LAST_FIRST), 0, "full names of people"}},
    {MEANS_FIRST_NAME,  {BIT(FIRST_NAME), 0, "given names"}                       },
    {MEANS_JOB_TITLE,   {BIT(JOB), 0, "job titles"}                               },
    {MEANS_EMPLOYEES,   {BIT(RANGE), 0, "ranges of numbers"}                      },
    {MEANS_DESCRIPTION, {BIT(LONG_TEXT), 0, "long texts"}                         },
    {MEANS_SOCIAL,      {BIT(URL) | BIT(DOMAIN), 0, "web addresses"}              },
    {MEANS_OTHER,       {BIT(URL) | BIT(DOMAIN) | BIT(IMAGE), 0, "web addresses"} },
};

/* Word shapes are known of the values only whose words were read. */
static bool
is_known(unsigned bits, unsigned shapes)
{
    return bits & MAPPING_WORDS_READ || !(shapes & MAPPING_WORD_SHAPES);
}

size_t
mapping_claim_having(const struct mapping_shapes *shapes, unsigned any, size_t *values)
{
    size_t n = 0;
    *values = 0;
    for (size_t i = 0; i < shapes->looked; i++) {
        *values += is_known(shapes->bits[i], any);
        n += is_known(shapes->bits[i], any) && shapes->bits[i] & any;
    }
    return n;
}

struct mapping_claim
mapping_claim_of(enum mapping_meaning meaning, bool by_values, const struct mapping_shapes *shapes)
{
    const struct test *test = &by_proof[mapping_meaning_info(meaning)->proof];
    for (size_t i = 0; by_values && i < sizeof by_meaning / sizeof *by_meaning; i++)
        if (by_meaning[i].meaning == meaning)
            test = &by_meaning[i].test;
    struct mapping_claim claim = {.noun = test->noun};
    for (size_t i = 0; i < shapes->looked; i++) {
        unsigned bits = shapes->bits[i];
        if (!is_known(bits, test->any | test->none))
            continue;
        claim.values++;
        claim.fit += (!test->any || bits & test->any) && !(bits & test->none);
    }
    return claim;
}

const char *
mapping_claim_count(struct arena *arena, size_t fit, size_t values)
{
    if (values == 1)
        return fit ? "the one value looked at" : "not even the one value looked at";
    if (fit == values)
        return arena_printf(arena, "all %zu values looked at", values);
    return fit ? arena_printf(arena, "%zu of the %zu values looked at", fit, values)
               : arena_printf(arena, "none of the %zu values looked at", values);
}

const char *
mapping_claim_text(struct arena *arena, const struct mapping_claim *claim)
{
    return arena_printf(arena, "%s can be read as %s",
                        mapping_claim_count(arena, claim->fit, claim->values), claim->noun);
}
