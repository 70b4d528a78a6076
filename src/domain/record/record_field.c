/* The field table. See record_field.h. To add a field: a row here with the next free bit, its place
 * in the enum, its column in a migration. tests/domain/record/test_record_field.c holds the table
 * against the database. */
#include "domain/record/record_field.h"

#include <string.h>

#define COMPANY(place, name, label, bit, type, flags, max)                                         \
    [place] = {name, label, RECORD_COMPANY, bit, type, flags, max, NULL}
#define CONTACT(place, name, label, bit, type, flags, max)                                         \
    [place] = {name, label, RECORD_CONTACT, bit, type, flags, max, NULL}
#define CHOICE(place, name, label, entity, bit, flags, list)                                       \
    [place] = {name, label, entity, bit, RECORD_CHOICE, flags, 60, &(list)}

enum {
    FACT = RECORD_IMPORT | RECORD_EDIT,
    KEY = FACT | RECORD_KEY,
    LISTED = FACT | RECORD_SHORT,
    OURS = RECORD_OURS
};

/* clang-format off */
static const struct record_field company_fields[COMPANY_N_FIELDS] = {
    COMPANY(COMPANY_NAME, "name", "Company name", 0, RECORD_NAME, KEY | RECORD_SHORT, 200),
    COMPANY(COMPANY_LEGAL_FORM, "legal_form", "Legal form", 1, RECORD_TEXT, FACT, 60),
    COMPANY(COMPANY_DOMAIN, "domain", "Domain", 2, RECORD_DOMAIN, KEY | RECORD_SHORT, 253),
    COMPANY(COMPANY_WEBSITE_URL, "website_url", "Website", 3, RECORD_URL, FACT, 2000),
    COMPANY(COMPANY_LINKEDIN_URL, "linkedin_url", "LinkedIn page", 4, RECORD_LINKEDIN, FACT, 500),
    COMPANY(COMPANY_INDUSTRY, "industry", "Industry", 5, RECORD_TEXT, LISTED, 200),
    COMPANY(COMPANY_KEYWORDS, "keywords", "Keywords", 6, RECORD_TEXT, FACT, 2000),
    COMPANY(COMPANY_EMPLOYEES, "employees", "Employees", 7, RECORD_SIZE, LISTED, 40),
    COMPANY(COMPANY_REVENUE, "revenue", "Revenue", 8, RECORD_MONEY, FACT, 80),
    COMPANY(COMPANY_FOUNDED_YEAR, "founded_year", "Founded", 9, RECORD_YEAR, FACT, 4),
    COMPANY(COMPANY_DESCRIPTION, "description", "Description", 10, RECORD_LONG_TEXT, FACT, 20000),
    COMPANY(COMPANY_PHONE, "phone", "Company phone", 11, RECORD_PHONE, FACT, 60),
    COMPANY(COMPANY_EMAIL, "email", "Company e-mail", 12, RECORD_EMAIL, FACT, 254),
    COMPANY(COMPANY_ADDRESS, "address", "Address", 13, RECORD_TEXT, FACT, 500),
    COMPANY(COMPANY_CITY, "city", "City", 14, RECORD_TEXT, LISTED, 120),
    COMPANY(COMPANY_REGION, "region", "State or region", 15, RECORD_TEXT, FACT, 120),
    COMPANY(COMPANY_POSTAL_CODE, "postal_code", "Postal code", 16, RECORD_TEXT, FACT, 20),
    COMPANY(COMPANY_COUNTRY, "country", "Country", 17, RECORD_COUNTRY, LISTED, 120),
    COMPANY(COMPANY_REGISTRY_NUMBER, "registry_number", "Registry number", 18, RECORD_TEXT, FACT, 60),
    COMPANY(COMPANY_LOGO_URL, "logo_url", "Logo", 19, RECORD_URL, FACT, 2000),
    COMPANY(COMPANY_CRUNCHBASE_URL, "crunchbase_url", "Crunchbase page", 20, RECORD_URL, FACT, 2000),
    COMPANY(COMPANY_SOURCE, "source", "Source", 21, RECORD_TEXT, FACT, 200),
    COMPANY(COMPANY_NOTES, "notes", "Notes", 22, RECORD_LONG_TEXT, FACT | OURS, 20000),
    COMPANY(COMPANY_OWNER_ID, "owner_id", "Owner", 23, RECORD_ID, RECORD_EDIT | OURS, 0),
    COMPANY(COMPANY_TAG_IDS, "tag_ids", "Tags", 24, RECORD_IDS, OURS, 0),
    COMPANY(COMPANY_LIST_IDS, "list_ids", "Lists", 25, RECORD_IDS, OURS, 0),
    COMPANY(COMPANY_CUSTOM, "custom", "Custom fields", 26, RECORD_CUSTOM, 0, 0),
    CHOICE(COMPANY_STATUS, "status", "Status", RECORD_COMPANY, 27, FACT | OURS, record_company_statuses),
    CHOICE(COMPANY_TIER, "tier", "Tier", RECORD_COMPANY, 28, FACT | OURS, record_tiers),
};

static const struct record_field contact_fields[CONTACT_N_FIELDS] = {
    CONTACT(CONTACT_NAME_PREFIX, "name_prefix", "Form of address", 0, RECORD_TEXT, FACT, 60),
    CONTACT(CONTACT_FIRST_NAME, "first_name", "First name", 1, RECORD_NAME, KEY | RECORD_SHORT, 120),
    CONTACT(CONTACT_LAST_NAME, "last_name", "Last name", 2, RECORD_NAME, KEY | RECORD_SHORT, 120),
    CONTACT(CONTACT_NAME_SUFFIX, "name_suffix", "Name suffix", 3, RECORD_TEXT, FACT, 60),
    CONTACT(CONTACT_JOB_TITLE, "job_title", "Job title", 4, RECORD_TEXT, LISTED, 200),
    CONTACT(CONTACT_COMPANY_ID, "company_id", "Company", 5, RECORD_ID, RECORD_KEY | RECORD_SHORT, 0),
    CONTACT(CONTACT_EMAIL, "email", "E-mail", 6, RECORD_EMAIL, KEY | RECORD_SHORT, 254),
    CONTACT(CONTACT_OTHER_EMAILS, "other_emails", "Other e-mails", 7, RECORD_TEXT, FACT, 1000),
    CONTACT(CONTACT_PHONE, "phone", "Phone", 8, RECORD_PHONE, LISTED, 60),
    CONTACT(CONTACT_MOBILE_PHONE, "mobile_phone", "Mobile phone", 9, RECORD_PHONE, FACT, 60),
    CONTACT(CONTACT_OTHER_PHONES, "other_phones", "Other phones", 10, RECORD_TEXT, FACT, 500),
    CONTACT(CONTACT_LINKEDIN_URL, "linkedin_url", "LinkedIn", 11, RECORD_LINKEDIN, KEY, 500),
    CONTACT(CONTACT_SENIORITY, "seniority", "Seniority", 12, RECORD_TEXT, FACT, 60),
    CONTACT(CONTACT_DEPARTMENT, "department", "Department", 13, RECORD_TEXT, FACT, 120),
    CONTACT(CONTACT_ADDRESS, "address", "Address", 14, RECORD_TEXT, FACT, 500),
    CONTACT(CONTACT_CITY, "city", "City", 15, RECORD_TEXT, FACT, 120),
    CONTACT(CONTACT_REGION, "region", "State or region", 16, RECORD_TEXT, FACT, 120),
    CONTACT(CONTACT_POSTAL_CODE, "postal_code", "Postal code", 17, RECORD_TEXT, FACT, 20),
    CONTACT(CONTACT_COUNTRY, "country", "Country", 18, RECORD_COUNTRY, FACT, 120),
    CONTACT(CONTACT_LANGUAGE, "language", "Language", 19, RECORD_TEXT, FACT, 60),
    CONTACT(CONTACT_BIRTHDAY, "birthday", "Birthday", 20, RECORD_DAY, FACT, 40),
    CONTACT(CONTACT_SOURCE, "source", "Source", 21, RECORD_TEXT, FACT, 200),
    CONTACT(CONTACT_NOTES, "notes", "Notes", 22, RECORD_LONG_TEXT, FACT | OURS, 20000),
    CONTACT(CONTACT_OWNER_ID, "owner_id", "Owner", 23, RECORD_ID, RECORD_EDIT | OURS, 0),
    CONTACT(CONTACT_TAG_IDS, "tag_ids", "Tags", 24, RECORD_IDS, OURS, 0),
    CONTACT(CONTACT_LIST_IDS, "list_ids", "Lists", 25, RECORD_IDS, OURS, 0),
    CONTACT(CONTACT_CUSTOM, "custom", "Custom fields", 26, RECORD_CUSTOM, 0, 0),
    CHOICE(CONTACT_STATUS, "status", "Status", RECORD_CONTACT, 27, FACT | OURS, record_contact_statuses),
    CHOICE(CONTACT_LINKEDIN_ACTIVITY, "linkedin_activity", "LinkedIn activity", RECORD_CONTACT, 28, FACT, record_activities),
};
/* clang-format on */

const struct record_field *
record_fields(enum record_entity entity, size_t *n)
{
    *n = entity == RECORD_COMPANY ? COMPANY_N_FIELDS : CONTACT_N_FIELDS;
    return entity == RECORD_COMPANY ? company_fields : contact_fields;
}

const struct record_field *
record_field_get(enum record_entity entity, const char *name)
{
    size_t n;
    const struct record_field *fields = record_fields(entity, &n);
    for (size_t i = 0; i < n; i++)
        if (!strcmp(fields[i].name, name))
            return &fields[i];
    return NULL;
}

const struct record_field *
record_field_at(enum record_entity entity, int bit)
{
    size_t n;
    const struct record_field *fields = record_fields(entity, &n);
    for (size_t i = 0; i < n; i++)
        if (fields[i].bit == bit)
            return &fields[i];
    return NULL;
}

const char *
record_entity_name(enum record_entity entity)
{
    return entity == RECORD_COMPANY ? "company" : "contact";
}
