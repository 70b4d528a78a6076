/* Undo, the half of contacts: their addresses, profiles, companies and keys. Called by change_restore.c. */
#include "domain/contact/contact_keys.h"
#include "domain/change/change.h"
#include "domain/change/change_keys.h"
#include "domain/change/change_restore.h"
#include "domain/record/record_class.h"
#include "statements.h"

struct contact_after {
    int64_t record_id;
    const char *first_name, *last_name, *email, *linkedin_url, *job_title;
    const char *email_now, *linkedin_now, *email_key, *linkedin_key;
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
                                       FIELD_STR(struct contact_after, email_key),
                                       FIELD_STR(struct contact_after, linkedin_key),
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

static void
note_unique(struct arena *arena, const struct change_batch *batch,
            const struct contact_after *after, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const char *values[CONTACT_N_FIELDS] = {[CONTACT_FIRST_NAME] = after[i].first_name,
                                                [CONTACT_LAST_NAME] = after[i].last_name,
                                                [CONTACT_EMAIL] = after[i].email,
                                                [CONTACT_LINKEDIN_URL] = after[i].linkedin_url};
        struct contact_keys keys;
        struct change_item *item = change_restore_item(batch, after[i].record_id);
        contact_keys_of(arena, values, &keys);
        item->unique[0] = keys.email_key;
        item->unique[1] = keys.linkedin_key;
        item->has[0] = after[i].email_key;
        item->has[1] = after[i].linkedin_key;
    }
}

bool
change_contact_unique(struct ctx *ctx, const struct change_batch *batch)
{
    struct contact_after *after;
    size_t n;
    if (!read_after(ctx, batch, &after, &n))
        return false;
    note_unique(ctx->arena, batch, after, n);
    return true;
}

bool
change_contact_settle(struct ctx *ctx, struct change_batch *batch, struct change_releases *releases)
{
    const struct record_field *email = record_field_get(RECORD_CONTACT, "email");
    const struct record_field *linkedin = record_field_get(RECORD_CONTACT, "linkedin_url");
    const struct record_field *company = record_field_get(RECORD_CONTACT, "company_id");
    struct contact_after *after;
    size_t n;
    if (!read_after(ctx, batch, &after, &n))
        return false;
    note_unique(ctx->arena, batch, after, n);
    if (!change_keys_settle(ctx, batch, releases))
        return false;
    for (size_t i = 0; i < n; i++) {
        struct change_item *item = change_restore_item(batch, after[i].record_id);
        if (after[i].company_gone && item->act == CHANGE_REVERT)
            change_plan_keep(item, CHANGE_BIT(company), CHANGE_KEPT_COMPANY);
        if (!(item->bits & CHANGE_BIT(email)))
            after[i].email = after[i].email_now;
        if (!(item->bits & CHANGE_BIT(linkedin)))
            after[i].linkedin_url = after[i].linkedin_now;
        keys_at(ctx->arena, &after[i], item->keys);
        /* what was settled, also where a desk's address hangs on a name or profile that stays */
        for (size_t place = 0; place < CHANGE_MOST_UNIQUE; place++)
            item->keys[place] = item->unique[place];
    }
    return true;
}
