/* The table of meanings. See mapping_meaning.h. */
#include "domain/mapping/mapping_meaning.h"

/* clang-format off */
static const struct mapping_meaning_info infos[MEANS_COUNT] = {
    [MEANS_NOTHING] = {"nothing known", NULL, NULL, PROOF_NONE, 0},
    [MEANS_FULL_NAME] = {"full name", "contact.full_name", NULL, PROOF_PERSON, 12},
    [MEANS_NAME] = {"name", NULL, NULL, PROOF_TEXT, 10},
    [MEANS_FIRST_NAME] = {"first name", "contact.first_name", NULL, PROOF_PERSON, 30},
    [MEANS_MIDDLE_NAME] = {"middle name", NULL, NULL, PROOF_PERSON, 31},
    [MEANS_LAST_NAME] = {"last name", "contact.last_name", NULL, PROOF_PERSON, 30},
    [MEANS_PREFIX] = {"form of address", "contact.name_prefix", NULL, PROOF_TEXT, 31},
    [MEANS_SUFFIX] = {"name suffix", "contact.name_suffix", NULL, PROOF_TEXT, 31},
    [MEANS_TITLE] = {"title", "contact.job_title", NULL, PROOF_TITLE, 25},
    [MEANS_JOB_TITLE] = {"job title", "contact.job_title", NULL, PROOF_TITLE, 28},
    [MEANS_SENIORITY] = {"seniority", "contact.seniority", NULL, PROOF_TEXT, 40},
    [MEANS_DEPARTMENT] = {"department", "contact.department", NULL, PROOF_TEXT, 35},
    [MEANS_BIRTHDAY] = {"birthday", "contact.birthday", NULL, PROOF_DATE, 95},
    [MEANS_MOBILE] = {"mobile phone", "contact.mobile_phone", "company.phone", PROOF_PHONE, 72},
    [MEANS_EMAIL] = {"e-mail", "contact.email", "company.email", PROOF_EMAIL, 70},
    [MEANS_PHONE] = {"phone", "contact.phone", "company.phone", PROOF_PHONE, 70},
    [MEANS_LINKEDIN] = {"LinkedIn address", "contact.linkedin_url", "company.linkedin_url", PROOF_LINKEDIN, 90},
    [MEANS_ADDRESS] = {"address", "contact.address", "company.address", PROOF_STREET, 50},
    [MEANS_STREET] = {"street", "contact.address", "company.address", PROOF_STREET, 52},
    [MEANS_CITY] = {"city", "contact.city", "company.city", PROOF_PLACE, 76},
    [MEANS_REGION] = {"state or region", "contact.region", "company.region", PROOF_PLACE, 75},
    [MEANS_POSTAL_CODE] = {"postal code", "contact.postal_code", "company.postal_code", PROOF_POSTAL, 77},
    [MEANS_COUNTRY] = {"country", "contact.country", "company.country", PROOF_COUNTRY, 75},
    [MEANS_LOCATION] = {"location", "contact.city", "company.city", PROOF_STREET, 45},
    [MEANS_LANGUAGE] = {"language", "contact.language", NULL, PROOF_TEXT, 60},
    [MEANS_SOURCE] = {"source", "contact.source", "company.source", PROOF_TEXT, 95},
    [MEANS_NOTES] = {"notes", "contact.notes", "company.notes", PROOF_LONG_TEXT, 60},
    [MEANS_TAGS] = {"tags", "tags", "tags", PROOF_TEXT, 55},
    [MEANS_URL] = {"web address", NULL, "company.website_url", PROOF_URL, 20},
    [MEANS_DESCRIPTION] = {"description", "contact.notes", "company.description", PROOF_LONG_TEXT, 60},
    [MEANS_COMPANY] = {"company name", NULL, "company.name", PROOF_ORGANISATION, 15},
    [MEANS_LEGAL_FORM] = {"legal form", NULL, "company.legal_form", PROOF_TEXT, 60},
    [MEANS_DOMAIN] = {"domain", NULL, "company.domain", PROOF_DOMAIN, 80},
    [MEANS_WEBSITE] = {"web site", NULL, "company.website_url", PROOF_URL, 48},
    [MEANS_INDUSTRY] = {"industry", NULL, "company.industry", PROOF_TEXT, 60},
    [MEANS_KEYWORDS] = {"keywords", NULL, "company.keywords", PROOF_TEXT, 60},
    [MEANS_CATEGORIES] = {"categories", NULL, "company.keywords", PROOF_TEXT, 40},
    [MEANS_EMPLOYEES] = {"number of employees", NULL, "company.employees", PROOF_SIZE, 60},
    [MEANS_REVENUE] = {"revenue", NULL, "company.revenue", PROOF_MONEY, 60},
    [MEANS_FOUNDED] = {"year founded", NULL, "company.founded_year", PROOF_YEAR, 62},
    [MEANS_REGISTRY_NUMBER] = {"registry number", NULL, "company.registry_number", PROOF_CODE, 85},
    [MEANS_LOGO] = {"logo", NULL, "company.logo_url", PROOF_URL, 91},
    [MEANS_CRUNCHBASE] = {"Crunchbase page", NULL, "company.crunchbase_url", PROOF_CRUNCHBASE, 90},
    [MEANS_OTHER] = {"something without a field of its own", NULL, NULL, PROOF_NONE, 92},
    [MEANS_SOCIAL] = {"a page in another network", NULL, NULL, PROOF_NONE, 88},
    [MEANS_TAX_NUMBER] = {"tax number", NULL, NULL, PROOF_NONE, 86},
    [MEANS_FAX] = {"fax", NULL, NULL, PROOF_NONE, 93},
    [MEANS_DATE] = {"a date", NULL, NULL, PROOF_NONE, 94},
    [MEANS_PEOPLE] = {"people beside the record", NULL, NULL, PROOF_NONE, 92},
    [MEANS_OWNER] = {"the owner in the other system", NULL, NULL, PROOF_NONE, 96},
    [MEANS_ID] = {"the record's number in the other system", NULL, NULL, PROOF_NONE, 97},
    [MEANS_LABEL] = {"the kind of the value beside it", NULL, NULL, PROOF_NONE, 94},
    [MEANS_LINE_2] = {"further lines of an address", NULL, NULL, PROOF_NONE, 93},
    [MEANS_PRIVATE] = {"private life", NULL, NULL, PROOF_NONE, 98},
    [MEANS_SENSITIVE] = {"a personal identity or account number", NULL, NULL, PROOF_NONE, 99},
    [MEANS_OF_PERSON] = {"person", NULL, NULL, PROOF_NONE, 0},
    [MEANS_OF_COMPANY] = {"company", NULL, NULL, PROOF_NONE, 0},
    [MEANS_AT_WORK] = {"work", NULL, NULL, PROOF_NONE, 0},
    [MEANS_MAIN] = {"main", NULL, NULL, PROOF_NONE, 0},
    [MEANS_AT_HOME] = {"home", NULL, NULL, PROOF_NONE, 0},
    [MEANS_SECOND] = {"further", NULL, NULL, PROOF_NONE, 0},
    [MEANS_FILLER] = {"filler", NULL, NULL, PROOF_NONE, 0},
};
/* clang-format on */

const struct mapping_meaning_info *
mapping_meaning_info(enum mapping_meaning meaning)
{
    return &infos[meaning < MEANS_COUNT ? meaning : MEANS_NOTHING];
}

const char *
mapping_meaning_target(enum mapping_meaning meaning, enum record_entity entity)
{
    const struct mapping_meaning_info *info = mapping_meaning_info(meaning);
    const char *first = entity == RECORD_CONTACT ? info->contact : info->company;
    return first ? first : entity == RECORD_CONTACT ? info->company : info->contact;
}

bool
mapping_meaning_colours(enum mapping_meaning meaning)
{
    return meaning >= MEANS_OF_PERSON && meaning < MEANS_COUNT;
}
