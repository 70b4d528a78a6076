/* The table of orders. See record_order.h. */
#include "domain/query/record_order.h"

#include <string.h>

#define COMPANY RECORD_COMPANY, RECORD_COMPANY
#define CONTACT RECORD_CONTACT, RECORD_CONTACT
#define OF_COMPANY RECORD_CONTACT, RECORD_COMPANY

/* The list and whose value it is, as above; whether a first click sorts the largest first. */
#define KEY(column) RECORD_ORDER_KEY, -1, column
#define TEXT(column) RECORD_ORDER_TEXT, -1, column
#define TIME(column) RECORD_ORDER_TIME, -1, column
#define CODE(place) RECORD_ORDER_CODE, place, NULL
#define ID RECORD_ORDER_ID, -1, NULL

/* clang-format off */
static const struct record_order of_companies[] = {
    {"name", "Name", COMPANY, KEY("sort_name"), false},
    {"domain", "Domain", COMPANY, TEXT("domain"), false},
    {"industry", "Industry", COMPANY, CODE(COMPANY_CODE_INDUSTRY), false},
    {"size", "Company size", COMPANY, CODE(COMPANY_CODE_SIZE), false},
    {"region", "Region", COMPANY, CODE(COMPANY_CODE_REGION), false},
    {"revenue", "Revenue", COMPANY, CODE(COMPANY_CODE_REVENUE), false},
    {"country", "Country", COMPANY, CODE(COMPANY_CODE_COUNTRY), false},
    {"status", "Status", COMPANY, CODE(COMPANY_CODE_STATUS), false},
    {"tier", "Tier", COMPANY, CODE(COMPANY_CODE_TIER), false},
    {"score", "Score", COMPANY, CODE(COMPANY_CODE_SCORE), true},
    {"city", "City", COMPANY, TEXT("city"), false},
    {"founded", "Founded", COMPANY, TEXT("founded_year"), false},
    {"email", "Company e-mail", COMPANY, TEXT("email"), false},
    {"phone", "Company phone", COMPANY, TEXT("phone"), false},
    {"source", "Source", COMPANY, TEXT("source"), false},
    {"quality", "Data quality", COMPANY, CODE(COMPANY_CODE_QUALITY), true},
    {"checked", "Checked", COMPANY, TIME("checked_at"), true},
    {"updated", "Changed", COMPANY, TIME("updated_at"), true},
    {"created", "Added", COMPANY, ID, true},
};
static const struct record_order of_contacts[] = {
    {"name", "Name", CONTACT, KEY("sort_name"), false},
    {"first_name", "First name", CONTACT, TEXT("first_name"), false},
    {"company", "Company", OF_COMPANY, KEY("sort_name"), false},
    {"title", "Job title", CONTACT, KEY("title_key"), false},
    {"email", "E-mail", CONTACT, TEXT("email"), false},
    {"phone", "Phone", CONTACT, TEXT("phone"), false},
    {"city", "City", CONTACT, TEXT("city"), false},
    {"seniority", "Seniority", CONTACT, CODE(CONTACT_CODE_SENIORITY), false},
    {"department", "Department", CONTACT, CODE(CONTACT_CODE_DEPARTMENT), false},
    {"email_state", "E-mail state", CONTACT, CODE(CONTACT_CODE_EMAIL_STATE), false},
    {"rank", "Decision maker", CONTACT, CODE(CONTACT_CODE_RANK), true},
    {"employment", "Employment", CONTACT, CODE(CONTACT_CODE_EMPLOYMENT), true},
    {"activity", "LinkedIn activity", CONTACT, CODE(CONTACT_CODE_ACTIVITY), false},
    {"status", "Status", CONTACT, CODE(CONTACT_CODE_STATUS), false},
    {"lives_in", "Own country", CONTACT, CODE(CONTACT_CODE_COUNTRY), false},
    {"industry", "Industry", OF_COMPANY, CODE(COMPANY_CODE_INDUSTRY), false},
    {"size", "Company size", OF_COMPANY, CODE(COMPANY_CODE_SIZE), false},
    {"region", "Region", OF_COMPANY, CODE(COMPANY_CODE_REGION), false},
    {"revenue", "Revenue", OF_COMPANY, CODE(COMPANY_CODE_REVENUE), false},
    {"country", "Company country", OF_COMPANY, CODE(COMPANY_CODE_COUNTRY), false},
    {"company_status", "Company status", OF_COMPANY, CODE(COMPANY_CODE_STATUS), false},
    {"tier", "Company tier", OF_COMPANY, CODE(COMPANY_CODE_TIER), false},
    {"score", "Company score", OF_COMPANY, CODE(COMPANY_CODE_SCORE), true},
    {"source", "Source", CONTACT, TEXT("source"), false},
    {"quality", "Data quality", CONTACT, CODE(CONTACT_CODE_QUALITY), true},
    {"checked", "Checked", CONTACT, TIME("checked_at"), true},
    {"updated", "Changed", CONTACT, TIME("updated_at"), true},
    {"created", "Added", CONTACT, ID, true},
};
/* clang-format on */

const struct record_order *
record_orders(enum record_entity list, size_t *n)
{
    bool company = list == RECORD_COMPANY;
    *n = company ? sizeof of_companies / sizeof *of_companies
                 : sizeof of_contacts / sizeof *of_contacts;
    return company ? of_companies : of_contacts;
}

const struct record_order *
record_order_get(enum record_entity list, const char *name)
{
    size_t n;
    const struct record_order *all = record_orders(list, &n);
    for (size_t i = 0; i < n; i++)
        if (!strcmp(all[i].name, name))
            return &all[i];
    return NULL;
}
