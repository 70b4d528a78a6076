/* People of a company. See company_people.h. */
#include "domain/company/company_people.h"

#include <inttypes.h>
#include <stdlib.h>

#include "base/db.h"
#include "domain/contact/contact_keys.h"
#include "statements.h"

/* "-10.812.jan novak": the last person shown. */
static bool
read_cursor(struct ctx *ctx, const char *text, int64_t *place, int64_t *id, const char **key)
{
    char *end;
    *place = *id = 0;
    *key = "";
    if (!*text)
        return true;
    *place = strtoll(text, &end, 10);
    if (end != text && *end == '.')
        *id = strtoll(end + 1, &end, 10);
    if (*id < 1 || *end != '.')
        return err_field(ctx, ERR_INPUT, "after", "This is no place in a list.");
    *key = end + 1;
    return true;
}

static const char *
label_of(struct arena *arena, const struct company_person *person)
{
    const char *values[CONTACT_N_FIELDS] = {[CONTACT_FIRST_NAME] = person->first_name,
                                            [CONTACT_LAST_NAME] = person->last_name,
                                            [CONTACT_EMAIL] = person->email,
                                            [CONTACT_LINKEDIN_URL] = person->linkedin_url};
    return contact_keys_label(arena, values);
}

bool
company_people_read(struct ctx *ctx, int64_t company_id, const char *after, int64_t limit,
                    struct company_person **out, size_t *n, const char **next)
{
    static const struct field map[] = {FIELD_I64(struct company_person, record_id),
                                       FIELD_I64(struct company_person, updated_ms),
                                       FIELD_I64(struct company_person, rank),
                                       FIELD_I64(struct company_person, employment),
                                       FIELD_I64(struct company_person, last_seen_ms),
                                       FIELD_I64(struct company_person, place),
                                       FIELD_STR(struct company_person, first_name),
                                       FIELD_STR(struct company_person, last_name),
                                       FIELD_STR(struct company_person, email),
                                       FIELD_STR(struct company_person, linkedin_url),
                                       FIELD_STR(struct company_person, job_title),
                                       FIELD_STR(struct company_person, phone),
                                       FIELD_STR(struct company_person, key),
                                       FIELD_END};
    int64_t id, place;
    const char *key;
    *next = NULL;
    if (!read_cursor(ctx, after, &place, &id, &key) ||
        !DB_ALL(
            ctx, &SQL_COMPANY_PEOPLE,
            DB_ARGS(DB_I64(company_id), DB_STR(key), DB_I64(id), DB_I64(limit + 1), DB_I64(place)),
            map, out, n))
        return false;
    if (*n > (size_t)limit) {
        const struct company_person *last = &(*out)[--*n - 1];
        *next = arena_printf(ctx->arena, "%" PRId64 ".%" PRId64 ".%s", last->place, last->record_id,
                             last->key);
    }
    for (size_t i = 0; i < *n; i++)
        (*out)[i].label = label_of(ctx->arena, &(*out)[i]);
    return true;
}
