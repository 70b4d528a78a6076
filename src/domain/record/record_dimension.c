/* The table of dimensions. See record_dimension.h. */
#include "domain/record/record_dimension.h"

#include <string.h>

#define CODE(name, label, list, of, place, choices, flags)                                         \
    {                                                                                              \
        name, label, list, of, DIMENSION_CODE, place, NULL, &(choices), flags                      \
    }
#define PLACE(name, label, list, of, kind, place, flags)                                           \
    {                                                                                              \
        name, label, list, of, kind, place, NULL, NULL, flags                                      \
    }
#define COLUMN(name, label, list, of, kind, column, flags)                                         \
    {                                                                                              \
        name, label, list, of, kind, -1, column, NULL, flags                                       \
    }
#define OWN(list) list, list

enum {
    COMPANY = RECORD_COMPANY,
    CONTACT = RECORD_CONTACT,
    FACET = DIMENSION_FACET,
    OPEN = DIMENSION_FACET | DIMENSION_OPEN,
    ONE = DIMENSION_ONE
};

/* clang-format off */
static const struct record_dimension of_companies[] = {
    CODE("industry", "Industry", OWN(COMPANY), COMPANY_CODE_INDUSTRY, record_industries, OPEN),
    CODE("size", "Company size", OWN(COMPANY), COMPANY_CODE_SIZE, record_sizes, OPEN),
    CODE("region", "Region", OWN(COMPANY), COMPANY_CODE_REGION, record_regions, OPEN),
    CODE("revenue", "Revenue", OWN(COMPANY), COMPANY_CODE_REVENUE, record_revenues, FACET),
    PLACE("country", "Country", OWN(COMPANY), DIMENSION_COUNTRY, COMPANY_CODE_COUNTRY, FACET),
    CODE("status", "Status", OWN(COMPANY), COMPANY_CODE_STATUS, record_company_statuses, FACET),
    CODE("tier", "Tier", OWN(COMPANY), COMPANY_CODE_TIER, record_tiers, FACET),
    COLUMN("owner", "Owner", OWN(COMPANY), DIMENSION_ID, "owner_id", FACET),
    COLUMN("tag", "Tag", OWN(COMPANY), DIMENSION_IDS, "tag_ids", FACET),
    COLUMN("list", "List", OWN(COMPANY), DIMENSION_IDS, "list_ids", FACET),
    COLUMN("source", "Source", OWN(COMPANY), DIMENSION_VALUE, "source", FACET),
    CODE("domain", "Domain", OWN(COMPANY), COMPANY_CODE_DOMAIN, record_known, FACET),
    CODE("linkedin", "LinkedIn page", OWN(COMPANY), COMPANY_CODE_LINKEDIN, record_known, FACET),
    CODE("phone", "Phone", OWN(COMPANY), COMPANY_CODE_PHONE, record_known, FACET),
    PLACE("quality", "Data quality", OWN(COMPANY), DIMENSION_NUMBER, COMPANY_CODE_QUALITY, FACET | ONE),
    COLUMN("stale", "Days since checked", OWN(COMPANY), DIMENSION_AGE, "checked_at", FACET | ONE),
    COLUMN("created", "Added", OWN(COMPANY), DIMENSION_DAY, "created_at", ONE),
    COLUMN("updated", "Changed", OWN(COMPANY), DIMENSION_DAY, "updated_at", ONE),
    COLUMN("set", "Change", OWN(COMPANY), DIMENSION_SET, NULL, ONE),
};
static const struct record_dimension of_contacts[] = {
    CODE("industry", "Industry", CONTACT, COMPANY, COMPANY_CODE_INDUSTRY, record_industries, OPEN),
    CODE("size", "Company size", CONTACT, COMPANY, COMPANY_CODE_SIZE, record_sizes, FACET),
    CODE("region", "Region", CONTACT, COMPANY, COMPANY_CODE_REGION, record_regions, OPEN),
    CODE("revenue", "Revenue", CONTACT, COMPANY, COMPANY_CODE_REVENUE, record_revenues, FACET),
    CODE("seniority", "Seniority", OWN(CONTACT), CONTACT_CODE_SENIORITY, record_seniorities, OPEN),
    CODE("department", "Department", OWN(CONTACT), CONTACT_CODE_DEPARTMENT, record_departments, FACET),
    COLUMN("title", "Job title", OWN(CONTACT), DIMENSION_TEXT, "title_key", FACET),
    CODE("activity", "LinkedIn activity", OWN(CONTACT), CONTACT_CODE_ACTIVITY, record_activities, FACET),
    CODE("status", "Status", OWN(CONTACT), CONTACT_CODE_STATUS, record_contact_statuses, FACET),
    CODE("company_status", "Company status", CONTACT, COMPANY, COMPANY_CODE_STATUS, record_company_statuses, FACET),
    CODE("tier", "Company tier", CONTACT, COMPANY, COMPANY_CODE_TIER, record_tiers, FACET),
    PLACE("country", "Company country", CONTACT, COMPANY, DIMENSION_COUNTRY, COMPANY_CODE_COUNTRY, FACET),
    PLACE("lives_in", "Own country", OWN(CONTACT), DIMENSION_COUNTRY, CONTACT_CODE_COUNTRY, FACET),
    COLUMN("owner", "Owner", OWN(CONTACT), DIMENSION_ID, "owner_id", FACET),
    COLUMN("tag", "Tag", OWN(CONTACT), DIMENSION_IDS, "tag_ids", FACET),
    COLUMN("list", "List", OWN(CONTACT), DIMENSION_IDS, "list_ids", FACET),
    COLUMN("source", "Source", OWN(CONTACT), DIMENSION_VALUE, "source", FACET),
    CODE("email", "E-mail", OWN(CONTACT), CONTACT_CODE_EMAIL, record_email_kinds, FACET),
    CODE("phone", "Phone", OWN(CONTACT), CONTACT_CODE_PHONE, record_known, FACET),
    CODE("linkedin", "LinkedIn profile", OWN(CONTACT), CONTACT_CODE_LINKEDIN, record_known, FACET),
    PLACE("quality", "Data quality", OWN(CONTACT), DIMENSION_NUMBER, CONTACT_CODE_QUALITY, FACET | ONE),
    COLUMN("stale", "Days since checked", OWN(CONTACT), DIMENSION_AGE, "checked_at", FACET | ONE),
    COLUMN("created", "Added", OWN(CONTACT), DIMENSION_DAY, "created_at", ONE),
    COLUMN("updated", "Changed", OWN(CONTACT), DIMENSION_DAY, "updated_at", ONE),
    COLUMN("company", "Company", OWN(CONTACT), DIMENSION_ID, "company_id", ONE),
    COLUMN("set", "Change", OWN(CONTACT), DIMENSION_SET, NULL, ONE),
};
/* clang-format on */

const struct record_dimension *
record_dimensions(enum record_entity list, size_t *n)
{
    bool company = list == RECORD_COMPANY;
    *n = company ? sizeof of_companies / sizeof *of_companies
                 : sizeof of_contacts / sizeof *of_contacts;
    return company ? of_companies : of_contacts;
}

const struct record_dimension *
record_dimension_get(enum record_entity list, const char *name)
{
    size_t n;
    const struct record_dimension *all = record_dimensions(list, &n);
    for (size_t i = 0; i < n; i++)
        if (!strcmp(all[i].name, name))
            return &all[i];
    return NULL;
}
