/* The table of orders. See record_order.h. */
#include "domain/order/record_order.h"

#include <string.h>

#include "base/text.h"

#define COMPANY RECORD_COMPANY, RECORD_COMPANY
#define CONTACT RECORD_CONTACT, RECORD_CONTACT
#define OF_COMPANY RECORD_CONTACT, RECORD_COMPANY

/* The list and whose value it is, as above; how it compares; how it is offered. Long texts (description,
 * notes) have no order: nobody looks for one by its first word. */
#define KEY(column) RECORD_ORDER_KEY, -1, column
#define TEXT(column) RECORD_ORDER_TEXT, -1, column
#define TIME(column) RECORD_ORDER_TIME, -1, column
#define CODE(place) RECORD_ORDER_CODE, place, NULL
#define ID RECORD_ORDER_ID, -1, NULL
/* What the menu offers, by the direction of a first click; and what only heads of columns lead to. */
#define UP false, false, RECORD_ORDER_OF_COLUMN, NULL
#define DOWN true, false, RECORD_ORDER_OF_COLUMN, NULL
#define HEAD false, true, RECORD_ORDER_OF_COLUMN, NULL
#define LONG(column) RECORD_ORDER_SHOWN, -1, column, HEAD
#define ADDRESS(column) RECORD_ORDER_SHOWN, -1, column, false, true, RECORD_ORDER_OF_ADDRESS, NULL
#define SHOWN(from) RECORD_ORDER_SHOWN, -1, NULL, false, true, from, NULL
#define NUMBER(from) RECORD_ORDER_NUMBER, -1, NULL, true, true, from, NULL
#define CUSTOM "field."

enum { NAME_SHOWN = 40, NAMES = 380 };

/* clang-format off */
static const struct record_order of_companies[] = {
    {"name", "Name", COMPANY, KEY("sort_name"), UP},
    {"domain", "Domain", COMPANY, TEXT("domain"), UP},
    {"industry", "Industry", COMPANY, CODE(COMPANY_CODE_INDUSTRY), UP},
    {"size", "Company size", COMPANY, CODE(COMPANY_CODE_SIZE), UP},
    {"region", "Region", COMPANY, CODE(COMPANY_CODE_REGION), UP},
    {"revenue", "Revenue", COMPANY, CODE(COMPANY_CODE_REVENUE), UP},
    {"country", "Country", COMPANY, CODE(COMPANY_CODE_COUNTRY), UP},
    {"status", "Status", COMPANY, CODE(COMPANY_CODE_STATUS), UP},
    {"tier", "Tier", COMPANY, CODE(COMPANY_CODE_TIER), UP},
    {"score", "Score", COMPANY, CODE(COMPANY_CODE_SCORE), DOWN},
    {"city", "City", COMPANY, TEXT("city"), UP},
    {"founded", "Founded", COMPANY, TEXT("founded_year"), UP},
    {"email", "Company e-mail", COMPANY, TEXT("email"), UP},
    {"phone", "Company phone", COMPANY, TEXT("phone"), UP},
    {"source", "Source", COMPANY, TEXT("source"), UP},
    {"quality", "Data quality", COMPANY, CODE(COMPANY_CODE_QUALITY), DOWN},
    {"checked", "Age of facts", COMPANY, TIME("checked_at"), DOWN},
    {"updated", "Changed", COMPANY, TIME("updated_at"), DOWN},
    {"created", "Added", COMPANY, ID, DOWN},
    {"people", "Contacts", COMPANY, NUMBER(RECORD_ORDER_OF_PEOPLE)},
    {"owner", "Owner", COMPANY, SHOWN(RECORD_ORDER_OF_OWNER)},
    {"tag", "Tags", COMPANY, SHOWN(RECORD_ORDER_OF_TAGS)},
    {"list", "Lists", COMPANY, SHOWN(RECORD_ORDER_OF_LISTS)},
    {"legal_form", "Legal form", COMPANY, TEXT("legal_form"), HEAD},
    {"website_url", "Website", COMPANY, ADDRESS("website_url")},
    {"linkedin_url", "LinkedIn page", COMPANY, LONG("linkedin_url")},
    {"keywords", "Keywords", COMPANY, LONG("keywords")},
    {"address", "Address", COMPANY, LONG("address")},
    {"industry_text", "Industry as given", COMPANY, LONG("industry")},
    {"state", "State or region", COMPANY, TEXT("region"), HEAD},
    {"postal_code", "Postal code", COMPANY, TEXT("postal_code"), HEAD},
    {"registry_number", "Registry number", COMPANY, TEXT("registry_number"), HEAD},
    {"logo_url", "Logo", COMPANY, ADDRESS("logo_url")},
    {"crunchbase_url", "Crunchbase page", COMPANY, ADDRESS("crunchbase_url")},
};
static const struct record_order of_contacts[] = {
    {"name", "Name", CONTACT, KEY("sort_name"), UP},
    {"first_name", "First name", CONTACT, TEXT("first_name"), UP},
    {"company", "Company", OF_COMPANY, KEY("sort_name"), UP},
    {"title", "Job title", CONTACT, KEY("title_key"), UP},
    {"email", "E-mail", CONTACT, TEXT("email"), UP},
    {"phone", "Phone", CONTACT, TEXT("phone"), UP},
    {"city", "City", CONTACT, TEXT("city"), UP},
    {"seniority", "Seniority", CONTACT, CODE(CONTACT_CODE_SENIORITY), UP},
    {"department", "Department", CONTACT, CODE(CONTACT_CODE_DEPARTMENT), UP},
    {"email_state", "E-mail state", CONTACT, CODE(CONTACT_CODE_EMAIL_STATE), UP},
    {"rank", "Decision maker", CONTACT, CODE(CONTACT_CODE_RANK), DOWN},
    {"employment", "Employment", CONTACT, CODE(CONTACT_CODE_EMPLOYMENT), DOWN},
    {"activity", "LinkedIn activity", CONTACT, CODE(CONTACT_CODE_ACTIVITY), UP},
    {"status", "Status", CONTACT, CODE(CONTACT_CODE_STATUS), UP},
    {"lives_in", "Own country", CONTACT, CODE(CONTACT_CODE_COUNTRY), UP},
    {"industry", "Industry", OF_COMPANY, CODE(COMPANY_CODE_INDUSTRY), UP},
    {"size", "Company size", OF_COMPANY, CODE(COMPANY_CODE_SIZE), UP},
    {"region", "Region", OF_COMPANY, CODE(COMPANY_CODE_REGION), UP},
    {"revenue", "Revenue", OF_COMPANY, CODE(COMPANY_CODE_REVENUE), UP},
    {"country", "Company country", OF_COMPANY, CODE(COMPANY_CODE_COUNTRY), UP},
    {"company_status", "Company status", OF_COMPANY, CODE(COMPANY_CODE_STATUS), UP},
    {"tier", "Company tier", OF_COMPANY, CODE(COMPANY_CODE_TIER), UP},
    {"score", "Company score", OF_COMPANY, CODE(COMPANY_CODE_SCORE), DOWN},
    {"source", "Source", CONTACT, TEXT("source"), UP},
    {"quality", "Data quality", CONTACT, CODE(CONTACT_CODE_QUALITY), DOWN},
    {"checked", "Age of facts", CONTACT, TIME("checked_at"), DOWN},
    {"updated", "Changed", CONTACT, TIME("updated_at"), DOWN},
    {"created", "Added", CONTACT, ID, DOWN},
    {"last_name", "Last name", CONTACT, SHOWN(RECORD_ORDER_OF_LAST_NAME)},
    {"owner", "Owner", CONTACT, SHOWN(RECORD_ORDER_OF_OWNER)},
    {"tag", "Tags", CONTACT, SHOWN(RECORD_ORDER_OF_TAGS)},
    {"list", "Lists", CONTACT, SHOWN(RECORD_ORDER_OF_LISTS)},
    {"last_seen", "Last seen on a page", CONTACT, NUMBER(RECORD_ORDER_OF_SIGHT)},
    {"email_class", "E-mail kind", CONTACT, CODE(CONTACT_CODE_EMAIL), HEAD},
    {"name_prefix", "Form of address", CONTACT, TEXT("name_prefix"), HEAD},
    {"name_suffix", "Name suffix", CONTACT, TEXT("name_suffix"), HEAD},
    {"other_emails", "Other e-mails", CONTACT, LONG("other_emails")},
    {"mobile_phone", "Mobile phone", CONTACT, TEXT("mobile_phone"), HEAD},
    {"other_phones", "Other phones", CONTACT, LONG("other_phones")},
    {"linkedin_url", "LinkedIn", CONTACT, LONG("linkedin_url")},
    {"address", "Address", CONTACT, LONG("address")},
    {"seniority_text", "Seniority as given", CONTACT, LONG("seniority")},
    {"department_text", "Department as given", CONTACT, LONG("department")},
    {"industry_text", "Company: Industry as given", OF_COMPANY, LONG("industry")},
    {"state", "State or region", CONTACT, TEXT("region"), HEAD},
    {"postal_code", "Postal code", CONTACT, TEXT("postal_code"), HEAD},
    {"language", "Language", CONTACT, TEXT("language"), HEAD},
    {"birthday", "Birthday", CONTACT, TEXT("birthday"), HEAD},
    {"company.domain", "Company domain", OF_COMPANY, TEXT("domain"), HEAD},
    {"company.website_url", "Company website", OF_COMPANY, ADDRESS("website_url")},
    {"company.linkedin_url", "Company LinkedIn page", OF_COMPANY, LONG("linkedin_url")},
    {"company.phone", "Company phone", OF_COMPANY, TEXT("phone"), HEAD},
    {"company.city", "Company city", OF_COMPANY, TEXT("city"), HEAD},
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

const struct record_order *
record_order_of_custom(struct arena *arena, const struct custom_field *field)
{
    enum custom_type type = custom_type_of(field->type);
    bool number = type == CUSTOM_NUMBER || type == CUSTOM_CHOICE || type == CUSTOM_YESNO;
    struct record_order *order = ARENA_NEW(arena, struct record_order);
    *order = (struct record_order){
        .name = arena_printf(arena, CUSTOM "%s", field->key),
        .label = field->label,
        .list = (enum record_entity)field->entity,
        .of = (enum record_entity)field->entity,
        .kind = number ? RECORD_ORDER_NUMBER : RECORD_ORDER_SHOWN,
        .place = -1,
        .newest_first = type == CUSTOM_NUMBER || type == CUSTOM_DATE,
        .head_only = true,
        .from = RECORD_ORDER_OF_CUSTOM,
        .custom = field,
    };
    return order;
}

bool
record_order_read(struct ctx *ctx, enum record_entity list, const char *name,
                  const struct record_order **out)
{
    struct custom_field *fields;
    size_t n;
    *out = record_order_get(list, name);
    if (*out || !text_starts(name, CUSTOM))
        return true;
    if (!custom_field_all(ctx, list, false, &fields, &n))
        return false;
    const struct custom_field *field = custom_field_named(fields, n, list, name + strlen(CUSTOM));
    if (field)
        *out = record_order_of_custom(ctx->arena, field);
    return true;
}

static const char *
names_of(struct arena *arena, enum record_entity list)
{
    size_t n;
    const struct record_order *orders = record_orders(list, &n);
    const char **names = ARENA_ARRAY(arena, n + 1, const char *);
    for (size_t i = 0; i < n; i++)
        names[i] = orders[i].name;
    return text_listing(arena, names, n, NAMES);
}

bool
record_order_choose(struct ctx *ctx, enum record_entity list, const char *name,
                    const struct record_order **out)
{
    size_t n;
    if (!*name) {
        *out = record_orders(list, &n);
        return true;
    }
    if (!record_order_read(ctx, list, name, out))
        return false;
    if (*out)
        return true;
    const char *shown = text_cut(ctx->arena, name, NAME_SHOWN);
    if (text_starts(name, CUSTOM))
        return err_field(ctx, ERR_INPUT, "sort",
                         "This list cannot be sorted by \"%s\": there is no such custom field any "
                         "more.",
                         shown);
    return err_field(ctx, ERR_INPUT, "sort", "Sort by \"%s\" is not known here. Known: %s.", shown,
                     names_of(ctx->arena, list));
}
