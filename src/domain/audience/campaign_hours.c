/* Hours of countries. See campaign_hours.h. Source: the IANA time zone database, zone of the largest city. */
#include "domain/audience/campaign_hours.h"

#include <string.h>

static const struct {
    int hours;
    const char *where; /* codes, a blank between */
} zones[] = {
    {-8, "PN"                                                },
    {-6, "BZ CR GT HN MX NI SV"                              },
    {-5, "CA CO CU EC JM PA PE US"                           },
    {-4, "BO CL DO PR TT VE"                                 },
    {-3, "AR BR PY UY"                                       },
    {0,  "CI GB GH IE IS MA PT SN"                           },
    {1,  "AD AL AT BA BE CH CM CZ DE DK DZ ES FR HR HU IT LI LU MC ME MK MT NG NL NO PL RS SE SI "
        "SK SM TN XK"                                 },
    {2,  "BG CY EE EG FI GR IL JO LB LT LV MD RO UA ZA ZM ZW"},
    {3,  "BH BY ET IQ KE KW QA RU SA TR TZ UG"               },
    {4,  "AE AM AZ GE MU OM"                                 },
    {5,  "IN KZ LK MV PK UZ"                                 },
    {6,  "BD KG"                                             },
    {7,  "ID KH LA TH VN"                                    },
    {8,  "CN HK MN MO MY PH SG TW"                           },
    {9,  "JP KR"                                             },
    {10, "AU PG"                                             },
    {12, "FJ NZ"                                             },
};

bool
campaign_hours_of(const char *country, int64_t *hours)
{
    if (!country || strlen(country) != 2)
        return false;
    for (size_t i = 0; i < sizeof zones / sizeof *zones; i++)
        for (const char *at = zones[i].where; strlen(at) >= 2; at += at[2] ? 3 : 2)
            if (!strncmp(at, country, 2)) {
                *hours = zones[i].hours;
                return true;
            }
    return false;
}
