/* Undo, the half of companies: their domains and keys. Called by change_restore.c. */
#include "domain/company/company_keys.h"
#include "domain/change/change.h"
#include "domain/change/change_keys.h"
#include "domain/change/change_restore.h"
#include "domain/record/record_class.h"
#include "statements.h"

struct company_after {
    int64_t record_id;
    const char *name, *domain, *email, *domain_now;
    const char *website_url, *linkedin_url, *industry, *keywords, *employees, *revenue,
        *founded_year, *description, *phone, *city, *country, *status, *tier;
};

static bool
read_after(struct ctx *ctx, const struct change_batch *batch, struct company_after **out, size_t *n)
{
    static const struct field map[] = {FIELD_I64(struct company_after, record_id),
                                       FIELD_STR(struct company_after, name),
                                       FIELD_STR(struct company_after, domain),
                                       FIELD_STR(struct company_after, email),
                                       FIELD_STR(struct company_after, domain_now),
                                       FIELD_STR(struct company_after, website_url),
                                       FIELD_STR(struct company_after, linkedin_url),
                                       FIELD_STR(struct company_after, industry),
                                       FIELD_STR(struct company_after, keywords),
                                       FIELD_STR(struct company_after, employees),
                                       FIELD_STR(struct company_after, revenue),
                                       FIELD_STR(struct company_after, founded_year),
                                       FIELD_STR(struct company_after, description),
                                       FIELD_STR(struct company_after, phone),
                                       FIELD_STR(struct company_after, city),
                                       FIELD_STR(struct company_after, country),
                                       FIELD_STR(struct company_after, status),
                                       FIELD_STR(struct company_after, tier),
                                       FIELD_END};
    return change_restore_values(ctx, batch, &SQL_COMPANY_UNDO_VALUES, map, sizeof **out,
                                 (void **)out, n);
}

static void
note_unique(const struct change_batch *batch, const struct company_after *after, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct change_item *item = change_restore_item(batch, after[i].record_id);
        item->unique[0] = after[i].domain;
        item->has[0] = after[i].domain_now;
    }
}

bool
change_company_unique(struct ctx *ctx, const struct change_batch *batch)
{
    struct company_after *after;
    size_t n;
    if (!read_after(ctx, batch, &after, &n))
        return false;
    note_unique(batch, after, n);
    return true;
}

static void
keys_at(struct arena *arena, const struct company_after *after, const char **keys)
{
    const char *values[COMPANY_N_FIELDS] = {[COMPANY_NAME] = after->name,
                                            [COMPANY_DOMAIN] = after->domain,
                                            [COMPANY_EMAIL] = after->email};
    struct company_keys derived;
    company_keys_of(arena, values, &derived);
    keys[0] = derived.name_key;
    keys[1] = derived.search;
    keys[2] = derived.sort_name;
    values[COMPANY_WEBSITE_URL] = after->website_url;
    values[COMPANY_LINKEDIN_URL] = after->linkedin_url;
    values[COMPANY_INDUSTRY] = after->industry;
    values[COMPANY_KEYWORDS] = after->keywords;
    values[COMPANY_EMPLOYEES] = after->employees;
    values[COMPANY_REVENUE] = after->revenue;
    values[COMPANY_FOUNDED_YEAR] = after->founded_year;
    values[COMPANY_DESCRIPTION] = after->description;
    values[COMPANY_PHONE] = after->phone;
    values[COMPANY_CITY] = after->city;
    values[COMPANY_COUNTRY] = after->country;
    values[COMPANY_STATUS] = after->status;
    values[COMPANY_TIER] = after->tier;
    keys[3] = record_class_codes(arena, RECORD_COMPANY, values);
}

bool
change_company_settle(struct ctx *ctx, struct change_batch *batch, struct change_releases *releases)
{
    const struct record_field *domain = record_field_get(RECORD_COMPANY, "domain");
    struct company_after *after;
    size_t n;
    if (!read_after(ctx, batch, &after, &n))
        return false;
    note_unique(batch, after, n);
    if (!change_keys_settle(ctx, batch, releases))
        return false;
    for (size_t i = 0; i < n; i++) {
        struct change_item *item = change_restore_item(batch, after[i].record_id);
        if (!(item->bits & CHANGE_BIT(domain)))
            after[i].domain = after[i].domain_now;
        keys_at(ctx->arena, &after[i], item->keys);
    }
    return true;
}
