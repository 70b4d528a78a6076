/* The table of known export formats. See mapping_exports.h. Only what the words of a header would
 * get wrong stands here: "Title" is a job in Apollo and a form of address in Outlook. */
#include "domain/mapping/mapping_exports.h"

#include <stdbool.h>
#include <string.h>

#include "domain/mapping/mapping_headers.h"

#define PERSON RECORD_CONTACT
#define COMPANY RECORD_COMPANY

static const struct mapping_export_column linkedin[] = {
    {"url",          MEANS_LINKEDIN,  PERSON,  NULL},
    {"position",     MEANS_JOB_TITLE, PERSON,  NULL},
    {"company",      MEANS_COMPANY,   COMPANY, NULL},
    {"connected on", MEANS_DATE,      PERSON,  NULL},
    {NULL,           MEANS_NOTHING,   PERSON,  NULL},
};

static const struct mapping_export_column apollo_people[] = {
    {"title",                                          MEANS_JOB_TITLE, PERSON,  NULL},
    {"company|company name",                           MEANS_COMPANY,   COMPANY, NULL},
    {"company name for emails",                        MEANS_NOTHING,   PERSON,
     "A shortened copy of the company name for use in messages."                     },
    {"city",                                           MEANS_CITY,      PERSON,  NULL},
    {"state",                                          MEANS_REGION,    PERSON,  NULL},
    {"country",                                        MEANS_COUNTRY,   PERSON,  NULL},
    {"lists",                                          MEANS_TAGS,      PERSON,  NULL},
    {"technologies|subsidiary of|total funding|latest funding|latest funding amount|"
     "last raised at|number of retail locations", MEANS_OTHER,     COMPANY, NULL},
    {NULL,                                             MEANS_NOTHING,   PERSON,  NULL},
};

static const struct mapping_export_column apollo_accounts[] = {
    {"company|company name|account name", MEANS_COMPANY, COMPANY, NULL},
    {"company name for emails",           MEANS_NOTHING, COMPANY,
     "A shortened copy of the company name for use in messages."      },
    {"lists",                             MEANS_TAGS,    COMPANY, NULL},
    {NULL,                                MEANS_NOTHING, COMPANY, NULL},
};

static const struct mapping_export_column google[] = {
    {"organization title|organization 1 title",                                           MEANS_JOB_TITLE,  PERSON,  NULL                                                     },
    {"organization name|organization 1 name",                                             MEANS_COMPANY,    COMPANY, NULL                                                     },
    {"organization department|organization 1 department",                                 MEANS_DEPARTMENT, PERSON,  NULL                                                     },
    {"labels|group membership",                                                           MEANS_TAGS,       PERSON,  NULL                                                     },
    {"file as",                                                                           MEANS_NOTHING,    PERSON,  "The name under which Google sorts the person."          },
    {"website 1 value",                                                                   MEANS_WEBSITE,    COMPANY, NULL                                                     },
    {"location|subject|occupation|directory server|mileage|billing information|priority|"
     "sensitivity|short name|initials|maiden name|photo|organization 1 yomi name|"
     "organization 1 symbol|organization 1 location|organization 1 job description", MEANS_NOTHING,    PERSON,  "A field of Google's address book without use for leads."},
    {NULL,                                                                                MEANS_NOTHING,    PERSON,  NULL                                                     },
};

static const struct mapping_export_column outlook[] = {
    {"title",                                                                                       MEANS_PREFIX,  PERSON,  NULL                                                      },
    {"company",                                                                                     MEANS_COMPANY, COMPANY, NULL                                                      },
    {"categories",                                                                                  MEANS_TAGS,    PERSON,  NULL                                                      },
    {"web page|business web page",                                                                  MEANS_WEBSITE, COMPANY, NULL                                                      },
    {"company main phone",                                                                          MEANS_PHONE,   COMPANY, NULL                                                      },
    {"account|location|keywords|priority|private|sensitivity|profession|initials|"
     "email display name|email 2 display name|email 3 display name|email type|email 2 type|"
     "email 3 type|organizational id number|office location|personal web page|manager's name", MEANS_NOTHING, PERSON,  "A field of Outlook's address book without use for leads."},
    {NULL,                                                                                          MEANS_NOTHING, PERSON,  NULL                                                      },
};

static const struct mapping_export_column salesforce_accounts[] = {
    {"type|account type",                MEANS_OTHER,   COMPANY, NULL},
    {"parent account|parent account id", MEANS_OTHER,   COMPANY, NULL},
    {NULL,                               MEANS_NOTHING, COMPANY, NULL},
};

static const struct mapping_export_column pipedrive_people[] = {
    {"person label|person labels", MEANS_TAGS,    PERSON,  NULL},
    {"person organization",        MEANS_COMPANY, COMPANY, NULL},
    {NULL,                         MEANS_NOTHING, PERSON,  NULL},
};

static const struct mapping_export_column pipedrive_organizations[] = {
    {"organization label|organization labels", MEANS_TAGS,    COMPANY, NULL},
    {"organization people",                    MEANS_OTHER,   COMPANY, NULL},
    {NULL,                                     MEANS_NOTHING, COMPANY, NULL},
};

static const struct mapping_export_column hunter[] = {
    {"organization",       MEANS_COMPANY,    COMPANY, NULL},
    {"position|job title", MEANS_JOB_TITLE,  PERSON,  NULL},
    {"type",               MEANS_OTHER,      PERSON,  NULL},
    {"department",         MEANS_DEPARTMENT, PERSON,  NULL},
    {NULL,                 MEANS_NOTHING,    PERSON,  NULL},
};

static const struct mapping_export_column zoominfo[] = {
    {"country|person country",                                                 MEANS_COUNTRY,  PERSON,  NULL                                                 },
    {"job function|job title hierarchy level|company division name",           MEANS_OTHER,    PERSON,  NULL                                                 },
    {"primary industry",                                                       MEANS_INDUSTRY, COMPANY, NULL                                                 },
    {"all industries",                                                         MEANS_KEYWORDS, COMPANY, NULL                                                 },
    {"primary sub industry|all sub industries|industry hierarchical category", MEANS_OTHER,    COMPANY,
     NULL                                                                                                                                                    },
    {"email domain",                                                           MEANS_OTHER,    PERSON,  NULL                                                 },
    {"full address",                                                           MEANS_NOTHING,  COMPANY, "The parts of the address have columns of their own."},
    {"website",                                                                MEANS_WEBSITE,  COMPANY, NULL                                                 },
    {NULL,                                                                     MEANS_NOTHING,  PERSON,  NULL                                                 },
};

static const struct mapping_export_column crunchbase[] = {
    {"organization name url", MEANS_CRUNCHBASE, COMPANY, NULL},
    {"contact email",         MEANS_EMAIL,      COMPANY, NULL},
    {"phone number",          MEANS_PHONE,      COMPANY, NULL},
    {"industries",            MEANS_INDUSTRY,   COMPANY, NULL},
    {"headquarters location", MEANS_LOCATION,   COMPANY, NULL},
    {NULL,                    MEANS_NOTHING,    COMPANY, NULL},
};

static const struct mapping_export_column sales_navigator[] = {
    {"default profile url|linkedin profile url|linkedin url|linkedin profile", MEANS_LINKEDIN,
     PERSON,                                                                                             NULL},
    {"profile url",                                                            MEANS_NOTHING,   PERSON,
     "A link into Sales Navigator, which only its subscribers can follow."                                   },
    {"regular company url",                                                    MEANS_LINKEDIN,  COMPANY, NULL},
    {"company url",                                                            MEANS_NOTHING,   COMPANY,
     "A link into Sales Navigator, which only its subscribers can follow."                                   },
    {"title",                                                                  MEANS_JOB_TITLE, PERSON,  NULL},
    {"title description|summary",                                              MEANS_NOTES,     PERSON,  NULL},
    {NULL,                                                                     MEANS_NOTHING,   PERSON,  NULL},
};

static const struct mapping_export_column lemlist[] = {
    {"picture|icebreaker", MEANS_OTHER,   PERSON, NULL},
    {NULL,                 MEANS_NOTHING, PERSON, NULL},
};

static const struct mapping_export formats[] = {
    {"LinkedIn connections",    PERSON,  "first name|last name|company|position|connected on",
     linkedin                                                                                                                },
    {"Apollo contacts",         PERSON,  "first name|last name|person linkedin url|company linkedin url",
     apollo_people                                                                                                           },
    {"Apollo accounts",         COMPANY, "company|account stage|account owner",                           apollo_accounts    },
    {"Apollo accounts",         COMPANY, "company|company linkedin url|apollo account id",                apollo_accounts    },
    {"Google Contacts",         PERSON,  "file as|labels|first name|last name",                           google             },
    {"Google Contacts",         PERSON,  "given name|family name|group membership",                       google             },
    {"Outlook contacts",        PERSON,  "first name|last name|email address|business phone|job title",
     outlook                                                                                                                 },
    {"HubSpot contacts",        PERSON,  "record id|first name|last name|email|contact owner",            NULL               },
    {"HubSpot companies",       COMPANY, "record id|company name|company owner",                          NULL               },
    {"Salesforce accounts",     COMPANY, "account name|billing city",                                     salesforce_accounts},
    {"Salesforce leads",        PERSON,  "first name|last name|lead source|lead status",                  NULL               },
    {"Salesforce contacts",     PERSON,  "first name|last name|account name|mailing city",                NULL               },
    {"Pipedrive people",        PERSON,  "person name|person organization",                               pipedrive_people   },
    {"Pipedrive organizations", COMPANY, "organization name|organization owner",
     pipedrive_organizations                                                                                                 },
    {"Hunter",                  PERSON,  "email address|domain name|organization|confidence score",       hunter             },
    {"ZoomInfo contacts",       PERSON,  "zoominfo contact id|first name|last name",                      zoominfo           },
    {"ZoomInfo companies",      COMPANY, "zoominfo company id|company name|website",                      zoominfo           },
    {"Crunchbase",              COMPANY, "organization name|organization name url",                       crunchbase         },
    {"Sales Navigator list",    PERSON,  "default profile url|profile url|company name",
     sales_navigator                                                                                                         },
    {"Lemlist",                 PERSON,  "email|first name|last name|icebreaker",                         lemlist            },
};

/* Walks the parts of "a|b|c" as keys: false at the end. */
static bool
next_key(struct arena *arena, const char **at, const char **key)
{
    if (!**at)
        return false;
    size_t length = strcspn(*at, "|");
    *key = mapping_headers_key(arena, arena_strndup(arena, *at, length));
    *at += length;
    if (**at)
        (*at)++;
    return true;
}

static size_t
count_signs(struct arena *arena, const struct mapping_export *format, const char *const *keys,
            size_t n)
{
    size_t signs = 0;
    const char *at = format->signs, *key;
    while (next_key(arena, &at, &key)) {
        size_t i = 0;
        while (i < n && strcmp(keys[i], key))
            i++;
        if (i == n)
            return 0;
        signs++;
    }
    return signs;
}

const struct mapping_export *
mapping_exports_match(struct arena *arena, const char *const *keys, size_t n)
{
    const struct mapping_export *best = NULL;
    size_t most = 0;
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        size_t signs = count_signs(arena, &formats[i], keys, n);
        if (signs > most) {
            best = &formats[i];
            most = signs;
        }
    }
    return best;
}

const struct mapping_export_column *
mapping_exports_column(struct arena *arena, const struct mapping_export *format, const char *key)
{
    if (!format || !format->columns)
        return NULL;
    for (const struct mapping_export_column *column = format->columns; column->headers; column++) {
        const char *at = column->headers, *known;
        while (next_key(arena, &at, &known))
            if (!strcmp(known, key))
                return column;
    }
    return NULL;
}
