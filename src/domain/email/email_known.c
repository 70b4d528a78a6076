/* What is known of a contact's addresses. See email_known.h. */
#include "domain/email/email_known.h"

#include "base/db.h"
#include "domain/email/email_pattern.h"
#include "statements.h"

struct row {
    const char *address, *page_url;
    int64_t origin, place, pattern, permille, matching, samples, route, answer, catch_all, flags,
        state, age_days, checked_ms;
};

static const struct field row_map[] = {
    FIELD_STR(struct row, address),    FIELD_STR(struct row, page_url),
    FIELD_I64(struct row, origin),     FIELD_I64(struct row, place),
    FIELD_I64(struct row, pattern),    FIELD_I64(struct row, permille),
    FIELD_I64(struct row, matching),   FIELD_I64(struct row, samples),
    FIELD_I64(struct row, route),      FIELD_I64(struct row, answer),
    FIELD_I64(struct row, catch_all),  FIELD_I64(struct row, flags),
    FIELD_I64(struct row, state),      FIELD_I64(struct row, age_days),
    FIELD_I64(struct row, checked_ms), FIELD_END,
};

bool
email_known_read(struct ctx *ctx, int64_t contact_id, const struct email_record *record,
                 struct email_known **out, size_t *n)
{
    struct row *rows;
    if (!DB_ALL(ctx, &SQL_EMAIL_OF_CONTACT, DB_ARGS(DB_I64(contact_id)), row_map, &rows, n))
        return false;
    *out = ARENA_ARRAY(ctx->arena, *n, struct email_known);
    for (size_t i = 0; i < *n; i++) {
        const struct row *row = &rows[i];
        struct email_known *known = &(*out)[i];
        *known = (struct email_known){
            .address = row->address,
            .page_url = row->page_url,
            .place = row->place,
            .checked_ms = row->checked_ms,
            .evidence = {.origin = (enum email_origin)row->origin,
                         .route = (enum email_route)row->route,
                         .answer = (enum email_answer)row->answer,
                         .catch_all = (enum email_catch_all)row->catch_all,
                         .flags = row->flags,
                         .share = (double)row->permille / 1000,
                         .matching = row->matching,
                         .samples = row->samples,
                         .pattern = email_pattern_name((enum email_pattern)row->pattern),
                         .age_days = row->age_days},
        };
        email_score_of(ctx->arena, &known->evidence, &known->score);
        known->p = email_fit_apply(&record->fit, known->score.p);
    }
    return true;
}
