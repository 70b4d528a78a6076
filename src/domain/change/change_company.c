/* Undo, the half of companies: their domains and keys. Called by change_restore.c. */
#include "domain/company/company_keys.h"
#include "domain/change/change.h"
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

/* Asks which of the domains that would come back belong to somebody else by now. */
static bool
ask_taken(struct ctx *ctx, const struct change_batch *batch, const struct company_after *after,
          size_t n, struct change_taken **rows, size_t *n_rows)
{
    const struct record_field *field = record_field_get(RECORD_COMPANY, "domain");
    int64_t *ids = ARENA_ARRAY(ctx->arena, n + 1, int64_t);
    const char **domains = ARENA_ARRAY(ctx->arena, n + 1, const char *);
    size_t wanted = 0, n_free;
    for (size_t i = 0; i < n; i++) {
        const struct change_item *item = change_restore_item(batch, after[i].record_id);
        if (!after[i].domain || item->duplicate ||
            !(item->act == CHANGE_REVIVE || (item->bits & CHANGE_BIT(field))))
            continue;
        ids[wanted] = after[i].record_id;
        domains[wanted++] = after[i].domain;
    }
    const int64_t *freed = change_restore_released(ctx->arena, batch, field, &n_free);
    return DB_ALL(ctx, &SQL_COMPANY_UNDO_TAKEN,
                  DB_ARGS(DB_I64S(ids, wanted), DB_STRS(domains, wanted), DB_I64S(freed, n_free)),
                  change_taken_map, rows, n_rows);
}

static bool
keep_taken(struct ctx *ctx, struct change_batch *batch, struct company_after *after, size_t n)
{
    const struct record_field *field = record_field_get(RECORD_COMPANY, "domain");
    struct change_taken *rows;
    size_t n_rows;
    do { /* what stays keeps its domain, which then stays taken for others */
        if (!ask_taken(ctx, batch, after, n, &rows, &n_rows))
            return false;
        for (size_t i = 0; i < n_rows; i++)
            change_restore_keep_key(change_restore_item(batch, rows[i].record_id), field,
                                    CHANGE_KEPT_DOMAIN);
    } while (n_rows && batch->merges);
    for (size_t i = 0; i < n; i++)
        if (!(change_restore_item(batch, after[i].record_id)->bits & CHANGE_BIT(field)))
            after[i].domain = after[i].domain_now;
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
change_company_settle(struct ctx *ctx, struct change_batch *batch)
{
    struct company_after *after;
    size_t n;
    if (!read_after(ctx, batch, &after, &n) || !keep_taken(ctx, batch, after, n))
        return false;
    for (size_t i = 0; i < n; i++)
        keys_at(ctx->arena, &after[i], change_restore_item(batch, after[i].record_id)->keys);
    return true;
}
