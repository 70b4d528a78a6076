/* Outcomes of mail. See email_outcome.h. */
#include "domain/email/email_outcome.h"

#include "base/db.h"
#include "statements.h"

static const struct field outcome_map[] = {
    FIELD_I64(struct email_outcomes, percent),
    FIELD_I64(struct email_outcomes, n),
    FIELD_I64(struct email_outcomes, arrived),
    FIELD_END,
};

bool
email_outcome_add(struct ctx *ctx, int64_t contact_id, const char *address, bool arrived)
{
    int64_t n;
    return db_i64(ctx, &SQL_EMAIL_OUTCOME_ADD,
                  DB_ARGS(DB_I64(contact_id), DB_STR(address), DB_BOOL(arrived)), &n);
}

bool
email_outcome_read(struct ctx *ctx, struct email_record *out)
{
    *out = (struct email_record){0};
    if (!DB_ALL(ctx, &SQL_EMAIL_OUTCOMES, DB_NO_ARGS, outcome_map, &out->of, &out->n))
        return false;
    for (size_t i = 0; i < out->n; i++) {
        out->total += out->of[i].n;
        out->arrived += out->of[i].arrived;
    }
    out->fitted = email_fit_make(out->of, out->n, &out->fit);
    return true;
}
