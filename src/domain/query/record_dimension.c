/* The table of dimensions. See record_dimension.h. */
#include "domain/query/record_dimension.h"

#include <string.h>

#define CODE(name, label, list, of, place, choices, flags)                                         \
    {                                                                                              \
        name, label, list, of, DIMENSION_CODE, place, NULL, &(choices), flags, 0                   \
    }
#define PLACE(name, label, list, of, kind, place, flags)                                           \
    {                                                                                              \
        name, label, list, of, kind, place, NULL, NULL, flags, 0                                   \
    }
#define COLUMN(name, label, list, of, kind, column, flags)                                         \
    {                                                                                              \
        name, label, list, of, kind, -1, column, NULL, flags, 0                                    \
    }
#define SCORE(label, list)                                                                         \
    {                                                                                              \
        "score", label, list, COMPANY, DIMENSION_NUMBER, COMPANY_CODE_SCORE, "score", NULL,        \
            FACET | ONE, RECORD_SCORE_ZERO                                                         \
    }
#define COMPANY RECORD_COMPANY
#define CONTACT RECORD_CONTACT

enum { FACET = DIMENSION_FACET, OPEN = DIMENSION_FACET | DIMENSION_OPEN, ONE = DIMENSION_ONE };

/* clang-format off */
static const struct record_dimension of_companies[] = {
    CODE("industry", "Industry", COMPANY, COMPANY, COMPANY_CODE_INDUSTRY, record_industries, OPEN),
    CODE("size", "Company size", COMPANY, COMPANY, COMPANY_CODE_SIZE, record_sizes, OPEN),
    CODE("region", "Region", COMPANY, COMPANY, COMPANY_CODE_REGION, record_regions, OPEN),
    CODE("revenue", "Revenue", COMPANY, COMPANY, COMPANY_CODE_REVENUE, record_revenues, FACET),
    PLACE("country", "Country", COMPANY, COMPANY, DIMENSION_COUNTRY, COMPANY_CODE_COUNTRY, FACET),
    CODE("status", "Status", COMPANY, COMPANY, COMPANY_CODE_STATUS, record_company_statuses, FACET),
    CODE("tier", "Tier", COMPANY, COMPANY, COMPANY_CODE_TIER, record_tiers, FACET),
    SCORE("Score", COMPANY),
    COLUMN("owner", "Owner", COMPANY, COMPANY, DIMENSION_ID, "owner_id", FACET),
    COLUMN("tag", "Tag", COMPANY, COMPANY, DIMENSION_IDS, "tag_ids", FACET),
    COLUMN("list", "List", COMPANY, COMPANY, DIMENSION_IDS, "list_ids", FACET),
    COLUMN("source", "Source", COMPANY, COMPANY, DIMENSION_VALUE, "source", FACET),
    CODE("domain", "Domain", COMPANY, COMPANY, COMPANY_CODE_DOMAIN, record_known, FACET),
    CODE("linkedin", "LinkedIn page", COMPANY, COMPANY, COMPANY_CODE_LINKEDIN, record_known, FACET),
    CODE("phone", "Phone", COMPANY, COMPANY, COMPANY_CODE_PHONE, record_known, FACET),
    PLACE("quality", "Data quality", COMPANY, COMPANY, DIMENSION_NUMBER, COMPANY_CODE_QUALITY, FACET | ONE),
    COLUMN("stale", "Age of facts in days", COMPANY, COMPANY, DIMENSION_AGE, "checked_at", FACET | ONE),
    COLUMN("created", "Added", COMPANY, COMPANY, DIMENSION_DAY, "created_at", ONE),
    COLUMN("updated", "Changed", COMPANY, COMPANY, DIMENSION_DAY, "updated_at", ONE),
    COLUMN("set", "Change", COMPANY, COMPANY, DIMENSION_SET, NULL, ONE),
};
static const struct record_dimension of_contacts[] = {
    CODE("industry", "Industry", CONTACT, COMPANY, COMPANY_CODE_INDUSTRY, record_industries, OPEN),
    CODE("size", "Company size", CONTACT, COMPANY, COMPANY_CODE_SIZE, record_sizes, FACET),
    CODE("region", "Region", CONTACT, COMPANY, COMPANY_CODE_REGION, record_regions, OPEN),
    CODE("revenue", "Revenue", CONTACT, COMPANY, COMPANY_CODE_REVENUE, record_revenues, FACET),
    CODE("seniority", "Seniority", CONTACT, CONTACT, CONTACT_CODE_SENIORITY, record_seniorities, OPEN),
    CODE("department", "Department", CONTACT, CONTACT, CONTACT_CODE_DEPARTMENT, record_departments, FACET),
    CODE("rank", "Decision maker", CONTACT, CONTACT, CONTACT_CODE_RANK, record_ranks, FACET),
    CODE("employment", "Employment", CONTACT, CONTACT, CONTACT_CODE_EMPLOYMENT, record_employments, FACET),
    COLUMN("title", "Job title", CONTACT, CONTACT, DIMENSION_TEXT, "title_key", FACET),
    CODE("activity", "LinkedIn activity", CONTACT, CONTACT, CONTACT_CODE_ACTIVITY, record_activities, FACET),
    CODE("status", "Status", CONTACT, CONTACT, CONTACT_CODE_STATUS, record_contact_statuses, FACET),
    CODE("company_status", "Company status", CONTACT, COMPANY, COMPANY_CODE_STATUS, record_company_statuses, FACET),
    CODE("tier", "Company tier", CONTACT, COMPANY, COMPANY_CODE_TIER, record_tiers, FACET),
    SCORE("Company score", CONTACT),
    PLACE("country", "Company country", CONTACT, COMPANY, DIMENSION_COUNTRY, COMPANY_CODE_COUNTRY, FACET),
    PLACE("lives_in", "Own country", CONTACT, CONTACT, DIMENSION_COUNTRY, CONTACT_CODE_COUNTRY, FACET),
    COLUMN("owner", "Owner", CONTACT, CONTACT, DIMENSION_ID, "owner_id", FACET),
    COLUMN("tag", "Tag", CONTACT, CONTACT, DIMENSION_IDS, "tag_ids", FACET),
    COLUMN("list", "List", CONTACT, CONTACT, DIMENSION_IDS, "list_ids", FACET),
    COLUMN("source", "Source", CONTACT, CONTACT, DIMENSION_VALUE, "source", FACET),
    CODE("email", "E-mail kind", CONTACT, CONTACT, CONTACT_CODE_EMAIL, record_email_kinds, FACET),
    CODE("email_state", "E-mail state", CONTACT, CONTACT, CONTACT_CODE_EMAIL_STATE, record_email_states, FACET),
    CODE("phone", "Phone", CONTACT, CONTACT, CONTACT_CODE_PHONE, record_known, FACET),
    CODE("linkedin", "LinkedIn profile", CONTACT, CONTACT, CONTACT_CODE_LINKEDIN, record_known, FACET),
    PLACE("quality", "Data quality", CONTACT, CONTACT, DIMENSION_NUMBER, CONTACT_CODE_QUALITY, FACET | ONE),
    COLUMN("stale", "Age of facts in days", CONTACT, CONTACT, DIMENSION_AGE, "checked_at", FACET | ONE),
    COLUMN("created", "Added", CONTACT, CONTACT, DIMENSION_DAY, "created_at", ONE),
    COLUMN("updated", "Changed", CONTACT, CONTACT, DIMENSION_DAY, "updated_at", ONE),
    COLUMN("company", "Company", CONTACT, CONTACT, DIMENSION_ID, "company_id", ONE),
    COLUMN("set", "Change", CONTACT, CONTACT, DIMENSION_SET, NULL, ONE),
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

void
record_dimension_codes(const struct record_dimension *dimension, int64_t from, int64_t to,
                       int64_t *low, int64_t *high)
{
    int64_t zero = dimension->zero;
    *low = from;
    *high = to;
    if (!zero)
        return;
    *low = from > 1 - zero ? from + (from < INT64_MAX - zero ? zero : 0) : 1;
    *high = to == INT64_MAX ? to : to > INT64_MAX - zero ? INT64_MAX : to + zero;
}
