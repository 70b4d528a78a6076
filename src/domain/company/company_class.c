/* Codes of a company. See company_class.h. */
#include "domain/company/company_class.h"

#include <string.h>

#include "domain/company/company_industry.h"
#include "domain/company/company_revenue.h"
#include "domain/company/company_size.h"

/* Codes of record_regions. */
enum {
    REGION_DACH = 1,
    REGION_NORDICS,
    REGION_BENELUX,
    REGION_CEE,
    REGION_UK_IRELAND,
    REGION_SOUTHERN_EUROPE,
    REGION_US,
    REGION_OTHER
};

static int16_t
region_of(const char *country)
{
    /* countries by region, two letters each */
    static const struct {
        int16_t region;
        const char *countries;
    } regions[] = {
        {REGION_DACH,            "DE AT CH LI"                                                },
        {REGION_NORDICS,         "DK SE NO FI IS FO GL AX SJ"                                 },
        {REGION_BENELUX,         "BE NL LU"                                                   },
        {REGION_CEE,             "PL CZ SK HU RO BG SI HR RS BA ME MK AL XK EE LV LT UA BY MD"},
        {REGION_UK_IRELAND,      "GB IE IM JE GG"                                             },
        {REGION_SOUTHERN_EUROPE, "ES PT IT GR MT CY AD SM VA GI"                              },
        {REGION_US,              "US"                                                         },
    };
    if (record_code_of_country(country) == 0)
        return 0;
    for (size_t i = 0; i < sizeof regions / sizeof *regions; i++)
        for (const char *at = regions[i].countries; *at; at += 2 + (at[2] == ' '))
            if (at[0] == country[0] && at[1] == country[1])
                return regions[i].region;
    return REGION_OTHER;
}

/* The buckets of the size list bear the numbers of enum company_size_bucket. A reading for review
 * counts: the bucket follows the value that the record shows. */
static int16_t
size_of(struct arena *arena, const char *employees)
{
    struct company_size size;
    switch (company_size_read(arena, employees ? employees : "", &size)) {
    case COMPANY_SIZE_OK:
    case COMPANY_SIZE_REVIEW:
        return (int16_t)size.bucket;
    case COMPANY_SIZE_NONE:
    case COMPANY_SIZE_INVALID:
        break;
    }
    return 0;
}

/* The bucket of an amount as written, whatever its currency: rates change from day to day, a stored
 * code must not. */
static int16_t
bucket_of_amount(int64_t amount)
{
    static const int64_t from[] = {2000000, 10000000, 50000000, 250000000};
    int16_t bucket = 1;
    for (size_t i = 0; i < sizeof from / sizeof *from; i++)
        bucket = (int16_t)(bucket + (amount >= from[i]));
    return bucket;
}

static int16_t
revenue_of(struct arena *arena, const char *text)
{
    struct company_revenue revenue;
    if (!text)
        return 0;
    const struct record_choice *named = record_code_named(&record_revenues, text);
    if (named)
        return named->code;
    /* "Mid-market": the buckets of both lists have the same names and codes */
    if (!text[strcspn(text, "0123456789")])
        return size_of(arena, text);
    switch (company_revenue_read(arena, text, 1, &revenue)) {
    case COMPANY_REVENUE_OK:
    case COMPANY_REVENUE_REVIEW:
        break;
    case COMPANY_REVENUE_NONE:
    case COMPANY_REVENUE_INVALID:
        return 0;
    }
    if (revenue.max <= 0)
        return 0;
    /* of a range its middle; of "at least" and "at most" the one amount that is named */
    if (revenue.max == INT64_MAX)
        return bucket_of_amount(revenue.min);
    if (revenue.min == 0)
        return bucket_of_amount(revenue.max);
    return bucket_of_amount(revenue.min + (revenue.max - revenue.min) / 2);
}

static int16_t
choice_of(const struct record_choices *list, const char *text)
{
    const struct record_choice *choice = text ? record_code_named(list, text) : NULL;
    return choice ? choice->code : 0;
}

static int16_t
known(const char *value)
{
    return value && *value;
}

/* The parts of the score. Who a company is and whether it can be reached weigh more than the rest. */
static size_t
parts_of(const char *const *values, const int16_t *codes, struct record_quality_part *parts)
{
    const struct record_quality_part all[] = {
        {"Name",                    10, known(values[COMPANY_NAME])                                 },
        {"Domain or website",       15,
         known(values[COMPANY_DOMAIN]) || known(values[COMPANY_WEBSITE_URL])                        },
        {"Industry",                10, codes[COMPANY_CODE_INDUSTRY] != 0                           },
        {"Employees",               10, codes[COMPANY_CODE_SIZE] != 0                               },
        {"Country",                 10, codes[COMPANY_CODE_COUNTRY] != 0                            },
        {"City",                    5,  known(values[COMPANY_CITY])                                 },
        {"LinkedIn page",           10, known(values[COMPANY_LINKEDIN_URL])                         },
        {"Phone or e-mail",         10, known(values[COMPANY_PHONE]) || known(values[COMPANY_EMAIL])},
        {"Revenue or year founded", 10,
         codes[COMPANY_CODE_REVENUE] != 0 || known(values[COMPANY_FOUNDED_YEAR])                    },
        {"Description",             10, known(values[COMPANY_DESCRIPTION])                          },
    };
    _Static_assert(sizeof all / sizeof *all <= RECORD_QUALITY_PARTS, "they have room");
    memcpy(parts, all, sizeof all);
    return sizeof all / sizeof *all;
}

void
company_class_of(struct arena *arena, const char *const *values, int16_t codes[COMPANY_N_CODES])
{
    struct record_quality_part parts[RECORD_QUALITY_PARTS];
    const char *country = values[COMPANY_COUNTRY];
    int16_t industry = company_industry_read(arena, values[COMPANY_INDUSTRY]);
    codes[COMPANY_CODE_INDUSTRY] =
        industry ? industry : company_industry_read(arena, values[COMPANY_KEYWORDS]);
    codes[COMPANY_CODE_SIZE] = size_of(arena, values[COMPANY_EMPLOYEES]);
    codes[COMPANY_CODE_REGION] = region_of(country);
    codes[COMPANY_CODE_REVENUE] = revenue_of(arena, values[COMPANY_REVENUE]);
    codes[COMPANY_CODE_COUNTRY] = record_code_of_country(country);
    codes[COMPANY_CODE_STATUS] = choice_of(&record_company_statuses, values[COMPANY_STATUS]);
    codes[COMPANY_CODE_TIER] = choice_of(&record_tiers, values[COMPANY_TIER]);
    codes[COMPANY_CODE_DOMAIN] = known(values[COMPANY_DOMAIN]);
    codes[COMPANY_CODE_LINKEDIN] = known(values[COMPANY_LINKEDIN_URL]);
    codes[COMPANY_CODE_PHONE] = known(values[COMPANY_PHONE]);
    codes[COMPANY_CODE_SCORE] = 0;
    codes[COMPANY_CODE_QUALITY] = 0;
    size_t n = parts_of(values, codes, parts);
    for (size_t i = 0; i < n; i++)
        if (parts[i].reached)
            codes[COMPANY_CODE_QUALITY] = (int16_t)(codes[COMPANY_CODE_QUALITY] + parts[i].points);
}

size_t
company_class_quality_parts(struct arena *arena, const char *const *values,
                            struct record_quality_part *parts, size_t most)
{
    struct record_quality_part all[RECORD_QUALITY_PARTS];
    int16_t codes[COMPANY_N_CODES];
    company_class_of(arena, values, codes);
    size_t n = parts_of(values, codes, all);
    memcpy(parts, all, (n < most ? n : most) * sizeof *all);
    return n;
}
