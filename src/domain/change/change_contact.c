/* Undo, the half of contacts: their addresses, profiles, companies and keys. Called by change_restore.c. */
#include "domain/contact/contact_keys.h"
#include "domain/change/change.h"
#include "domain/change/change_restore.h"
#include "domain/record/record_class.h"
#include "statements.h"

struct contact_after {
    int64_t record_id;
    const char *first_name, *last_name, *email, *linkedin_url, *job_title;
    const char *email_now, *linkedin_now;
    const char *company_id, *phone, *mobile_phone, *other_emails, *seniority, *department, *city,
        *country, *status, *linkedin_activity;
    bool company_gone;
};

static bool
read_after(struct ctx *ctx, const struct change_batch *batch, struct contact_after **out, size_t *n)
{
    static const struct field map[] = {FIELD_I64(struct contact_after, record_id),
                                       FIELD_STR(struct contact_after, first_name),
                                       FIELD_STR(struct contact_after, last_name),
                                       FIELD_STR(struct contact_after, email),
                                       FIELD_STR(struct contact_after, linkedin_url),
                                       FIELD_STR(struct contact_after, job_title),
                                       FIELD_STR(struct contact_after, email_now),
                                       FIELD_STR(struct contact_after, linkedin_now),
                                       FIELD_STR(struct contact_after, company_id),
                                       FIELD_STR(struct contact_after, phone),
                                       FIELD_STR(struct contact_after, mobile_phone),
                                       FIELD_STR(struct contact_after, other_emails),
                                       FIELD_STR(struct contact_after, seniority),
                                       FIELD_STR(struct contact_after, department),
                                       FIELD_STR(struct contact_after, city),
                                       FIELD_STR(struct contact_after, country),
                                       FIELD_STR(struct contact_after, status),
                                       FIELD_STR(struct contact_after, linkedin_activity),
                                       FIELD_BOOL(struct contact_after, company_gone),
                                       FIELD_END};
    return change_restore_values(ctx, batch, &SQL_CONTACT_UNDO_VALUES, map, sizeof **out,
                                 (void **)out, n);
}

static void
keys_at(struct arena *arena, const struct contact_after *after, const char **keys)
{
    const char *values[CONTACT_N_FIELDS] = {[CONTACT_FIRST_NAME] = after->first_name,
                                            [CONTACT_LAST_NAME] = after->last_name,
                                            [CONTACT_EMAIL] = after->email,
                                            [CONTACT_LINKEDIN_URL] = after->linkedin_url,
                                            [CONTACT_JOB_TITLE] = after->job_title};
    struct contact_keys derived;
    contact_keys_of(arena, values, &derived);
    keys[0] = derived.email_key;
    keys[1] = derived.linkedin_key;
    keys[2] = derived.name_key;
    keys[3] = derived.search;
    keys[4] = derived.sort_name;
    keys[5] = derived.title_key;
    values[CONTACT_COMPANY_ID] = after->company_id;
    values[CONTACT_PHONE] = after->phone;
    values[CONTACT_MOBILE_PHONE] = after->mobile_phone;
    values[CONTACT_OTHER_EMAILS] = after->other_emails;
    values[CONTACT_SENIORITY] = after->seniority;
    values[CONTACT_DEPARTMENT] = after->department;
    values[CONTACT_CITY] = after->city;
    values[CONTACT_COUNTRY] = after->country;
    values[CONTACT_STATUS] = after->status;
    values[CONTACT_LINKEDIN_ACTIVITY] = after->linkedin_activity;
    keys[6] = record_class_codes(arena, RECORD_CONTACT, values);
}

/* Asks which of the keys that would come back belong to somebody else by now. */
static bool
ask_taken(struct ctx *ctx, const struct change_batch *batch, const struct contact_after *after,
          size_t n, struct change_taken **rows, size_t *n_rows)
{
    int64_t email = CHANGE_BIT(record_field_get(RECORD_CONTACT, "email"));
    int64_t linkedin = CHANGE_BIT(record_field_get(RECORD_CONTACT, "linkedin_url"));
    int64_t *ids = ARENA_ARRAY(ctx->arena, n + 1, int64_t);
    const char **emails = ARENA_ARRAY(ctx->arena, n + 1, const char *);
    const char **slugs = ARENA_ARRAY(ctx->arena, n + 1, const char *);
    size_t wanted = 0;
    for (size_t i = 0; i < n; i++) {
        const struct change_item *item = change_restore_item(batch, after[i].record_id);
        int64_t bits = item->act == CHANGE_REVIVE ? email | linkedin : item->bits;
        if (item->duplicate || !(bits & (email | linkedin)))
            continue;
        const char *keys[CHANGE_MOST_KEYS];
        keys_at(ctx->arena, &after[i], keys);
        ids[wanted] = after[i].record_id;
        emails[wanted] = bits & email ? keys[0] : NULL;
        slugs[wanted++] = bits & linkedin ? keys[1] : NULL;
    }
    size_t n_emails, n_slugs;
    const int64_t *free_emails = change_restore_released(
        ctx->arena, batch, record_field_get(RECORD_CONTACT, "email"), &n_emails);
    const int64_t *free_slugs = change_restore_released(
        ctx->arena, batch, record_field_get(RECORD_CONTACT, "linkedin_url"), &n_slugs);
    return DB_ALL(ctx, &SQL_CONTACT_UNDO_TAKEN,
                  DB_ARGS(DB_I64S(ids, wanted), DB_STRS(emails, wanted), DB_STRS(slugs, wanted),
                          DB_I64S(free_emails, n_emails), DB_I64S(free_slugs, n_slugs)),
                  change_taken_map, rows, n_rows);
}

/* What stays keeps its key, which then stays taken for others: until nothing is added. */
static bool
keep_keys(struct ctx *ctx, struct change_batch *batch, const struct contact_after *after, size_t n)
{
    const struct record_field *email = record_field_get(RECORD_CONTACT, "email");
    const struct record_field *linkedin = record_field_get(RECORD_CONTACT, "linkedin_url");
    struct change_taken *rows;
    size_t n_rows;
    do {
        if (!ask_taken(ctx, batch, after, n, &rows, &n_rows))
            return false;
        for (size_t i = 0; i < n_rows; i++) {
            struct change_item *item = change_restore_item(batch, rows[i].record_id);
            if (rows[i].first_taken)
                change_restore_keep_key(item, email, CHANGE_KEPT_EMAIL);
            if (rows[i].second_taken && item->act != CHANGE_LEAVE)
                change_restore_keep_key(item, linkedin, CHANGE_KEPT_LINKEDIN);
        }
    } while (n_rows && batch->merges);
    return true;
}

static bool
keep_taken(struct ctx *ctx, struct change_batch *batch, struct contact_after *after, size_t n)
{
    const struct record_field *email = record_field_get(RECORD_CONTACT, "email");
    const struct record_field *linkedin = record_field_get(RECORD_CONTACT, "linkedin_url");
    const struct record_field *company = record_field_get(RECORD_CONTACT, "company_id");
    if (!keep_keys(ctx, batch, after, n))
        return false;
    for (size_t i = 0; i < n; i++) {
        struct change_item *item = change_restore_item(batch, after[i].record_id);
        if (after[i].company_gone && item->act == CHANGE_REVERT)
            change_plan_keep(item, CHANGE_BIT(company), CHANGE_KEPT_COMPANY);
        if (!(item->bits & CHANGE_BIT(email)))
            after[i].email = after[i].email_now;
        if (!(item->bits & CHANGE_BIT(linkedin)))
            after[i].linkedin_url = after[i].linkedin_now;
    }
    return true;
}

bool
change_contact_settle(struct ctx *ctx, struct change_batch *batch)
{
    struct contact_after *after;
    size_t n;
    if (!read_after(ctx, batch, &after, &n) || !keep_taken(ctx, batch, after, n))
        return false;
    for (size_t i = 0; i < n; i++)
        keys_at(ctx->arena, &after[i], change_restore_item(batch, after[i].record_id)->keys);
    return true;
}
