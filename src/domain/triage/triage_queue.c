/* The queue of triage and decisions. See triage_queue.h. */
#include "domain/triage/triage_queue.h"

#include <string.h>

#include "base/db.h"
#include "domain/change/change.h"
#include "domain/change/change_undo.h"
#include "domain/record/record.h"
#include "domain/triage/triage.h"
#include "statements.h"

enum { HOLD_SECONDS = 300 };

const struct triage_order triage_orders[] = {
    {"score",   "Best first"  },
    {"oldest",  "Oldest first"},
    {"country", "Country"     },
    {NULL,      NULL          }
};

/* clang-format off */
const struct triage_cause triage_causes[] = {
    {"too_large", "Too large"},
    {"too_small", "Too small"},
    {"industry", "Wrong industry"},
    {"country", "Wrong country"},
    {"competitor", "Competitor"},
    {"customer", "Already a customer"},
    {"no_company", "No company, or closed"},
    {"no_need", "No need for what we offer"},
    {NULL, NULL},
};
/* clang-format on */

const char *
triage_cause_label(const char *code)
{
    for (const struct triage_cause *cause = triage_causes; cause->code; cause++)
        if (code && !strcmp(cause->code, code))
            return cause->label;
    return code ? code : "";
}

bool
triage_queue(struct ctx *ctx, const char *order, int64_t at, struct triage_waiting **out, size_t *n)
{
    static const struct field map[] = {FIELD_I64(struct triage_waiting, company_id),
                                       FIELD_I64(struct triage_waiting, place),
                                       FIELD_I64(struct triage_waiting, of),
                                       FIELD_STR(struct triage_waiting, name),
                                       FIELD_STR(struct triage_waiting, employees),
                                       FIELD_STR(struct triage_waiting, country),
                                       FIELD_I64(struct triage_waiting, industry),
                                       FIELD_I64(struct triage_waiting, tier),
                                       FIELD_I64(struct triage_waiting, score),
                                       FIELD_BOOL(struct triage_waiting, scored),
                                       FIELD_END};
    return DB_ALL(ctx, &SQL_TRIAGE_QUEUE,
                  DB_ARGS(DB_STR(order), DB_I64(at), DB_I64(TRIAGE_BEFORE), DB_I64(TRIAGE_BEHIND)),
                  map, out, n);
}

bool
triage_one(struct ctx *ctx, int64_t company_id, struct triage_one *out)
{
    static const struct field map[] = {FIELD_I64(struct triage_one, company_id),
                                       FIELD_I64(struct triage_one, ruled),
                                       FIELD_I64(struct triage_one, decided),
                                       FIELD_STR(struct triage_one, reasons),
                                       FIELD_STR(struct triage_one, reason),
                                       FIELD_STR(struct triage_one, who),
                                       FIELD_I64(struct triage_one, decided_ms),
                                       FIELD_I64(struct triage_one, ruled_ms),
                                       FIELD_I64(struct triage_one, set_id),
                                       FIELD_STR(struct triage_one, holder),
                                       FIELD_END};
    bool found;
    if (!db_maybe(ctx, &SQL_TRIAGE_ONE, DB_ARGS(DB_I64(company_id)), map, out, &found))
        return false;
    return found || err_raise(ctx, ERR_NOT_FOUND,
                              "This company is not in triage. It may have been deleted.");
}

/* The row locked, and as it is then. */
static bool
lock_one(struct ctx *ctx, int64_t company_id, struct triage_one *out)
{
    return db_exec(ctx, &SQL_TRIAGE_LOCK, DB_ARGS(DB_I64(company_id)), NULL) &&
           triage_one(ctx, company_id, out);
}

static bool
known_cause(const char *code)
{
    for (const struct triage_cause *cause = triage_causes; cause->code; cause++)
        if (!strcmp(cause->code, code))
            return true;
    return false;
}

/* A company left out has that status; customers keep theirs. *set_id 0: nothing changed. */
static bool
set_status(struct ctx *ctx, int64_t company_id, const char *cause, int64_t *set_id)
{
    struct record company;
    *set_id = 0;
    if (!record_get(ctx, RECORD_COMPANY, company_id, &company))
        return false;
    const char *status = company.values[COMPANY_STATUS];
    if (!strcmp(cause, "customer") ||
        (status && (!strcmp(status, "customer") || !strcmp(status, "disqualified"))))
        return true;
    const char *values[RECORD_MOST_FIELDS] = {[COMPANY_STATUS] = "disqualified"};
    int64_t changed;
    return change_set_open(ctx, "edit",
                           arena_printf(ctx->arena, "Triage: %s", triage_cause_label(cause)),
                           set_id) &&
           record_update(ctx, RECORD_COMPANY, set_id, company_id, 0,
                         CHANGE_BIT(record_field_get(RECORD_COMPANY, "status")), values,
                         company.duplicate_of, &changed);
}

bool
triage_decide(struct ctx *ctx, int64_t company_id, enum triage_verdict verdict, const char *cause,
              struct triage_one *taken)
{
    bool out = verdict == TRIAGE_DISQUALIFY;
    if (out && !known_cause(cause))
        return err_field(ctx, ERR_INPUT, "reason", "Say why the company is left out.");
    if (!lock_one(ctx, company_id, taken))
        return false;
    int64_t set_id = 0;
    if (taken->decided)
        return true;
    if (out ? !set_status(ctx, company_id, cause, &set_id) : !triage_release(ctx, &company_id, 1))
        return false;
    return db_exec(
        ctx, &SQL_TRIAGE_DECIDE,
        DB_ARGS(DB_I64(company_id), DB_I64(verdict), out ? DB_STR(cause) : DB_NULL, DB_ID(set_id)),
        NULL);
}

bool
triage_score(struct ctx *ctx, int64_t company_id, struct triage_score *out)
{
    static const struct field score[] = {FIELD_I64(struct triage_score, total),
                                         FIELD_I64(struct triage_score, pages),
                                         FIELD_I64(struct triage_score, scored_ms), FIELD_END};
    static const struct field map[] = {
        FIELD_STR(struct triage_evidence, signal), FIELD_STR(struct triage_evidence, label),
        FIELD_I64(struct triage_evidence, points), FIELD_STR(struct triage_evidence, url),
        FIELD_STR(struct triage_evidence, before), FIELD_STR(struct triage_evidence, found),
        FIELD_STR(struct triage_evidence, after),  FIELD_END};
    *out = (struct triage_score){0};
    return db_maybe(ctx, &SQL_TRIAGE_SCORE, DB_ARGS(DB_I64(company_id)), score, out,
                    &out->scored) &&
           DB_ALL(ctx, &SQL_TRIAGE_EVIDENCE, DB_ARGS(DB_I64(company_id)), map, &out->evidence,
                  &out->n_evidence);
}

bool
triage_later(struct ctx *ctx, int64_t company_id)
{
    return db_exec(ctx, &SQL_TRIAGE_LATER, DB_ARGS(DB_I64(company_id)), NULL);
}

bool
triage_undo(struct ctx *ctx, int64_t company_id)
{
    struct triage_one one;
    if (!lock_one(ctx, company_id, &one))
        return false;
    if (!one.decided)
        return err_raise(ctx, ERR_NOT_FOUND, "There is no decision to take back.");
    struct change_counts counts = {0};
    int64_t undo_set_id;
    /* Somebody may have undone the change itself, on the timeline of the company. */
    if (one.set_id && !change_undo_all(ctx, one.set_id, &undo_set_id, &counts)) {
        if (ctx->err.kind != ERR_CONFLICT)
            return false;
        err_clear(ctx);
    }
    return db_exec(ctx, &SQL_TRIAGE_UNDECIDE, DB_ARGS(DB_I64(company_id)), NULL);
}

static bool
first_free(struct ctx *ctx, const char *order, int64_t but, int64_t *company_id)
{
    struct row {
        int64_t company_id;
    } row = {0};
    static const struct field map[] = {FIELD_I64(struct row, company_id), FIELD_END};
    bool found;
    if (!db_maybe(ctx, &SQL_TRIAGE_FIRST, DB_ARGS(DB_STR(order), DB_I64(but)), map, &row, &found))
        return false;
    *company_id = row.company_id;
    return true;
}

bool
triage_next_free(struct ctx *ctx, const char *order, int64_t *company_id)
{
    return first_free(ctx, order, 0, company_id);
}

bool
triage_next(struct ctx *ctx, const char *order, int64_t but, int64_t *company_id)
{
    return first_free(ctx, order, but, company_id) &&
           (!*company_id || db_exec(ctx, &SQL_TRIAGE_HOLD,
                                    DB_ARGS(DB_I64(*company_id), DB_I64(HOLD_SECONDS)), NULL));
}

bool
triage_last(struct ctx *ctx, struct triage_last *out)
{
    static const struct field map[] = {FIELD_I64(struct triage_last, company_id),
                                       FIELD_I64(struct triage_last, decided),
                                       FIELD_STR(struct triage_last, name), FIELD_END};
    bool found;
    *out = (struct triage_last){0};
    return db_maybe(ctx, &SQL_TRIAGE_LAST, DB_NO_ARGS, map, out, &found);
}

bool
triage_counts(struct ctx *ctx, int64_t since_ms, struct triage_counts *out)
{
    static const struct field map[] = {
        FIELD_I64(struct triage_counts, done), FIELD_I64(struct triage_counts, decided),
        FIELD_I64(struct triage_counts, passed), FIELD_I64(struct triage_counts, out), FIELD_END};
    return db_one(ctx, &SQL_TRIAGE_DONE_TODAY, DB_ARGS(DB_I64(since_ms)), map, out);
}

bool
triage_done(struct ctx *ctx, const char *whose, int64_t before, int64_t limit,
            struct triage_done **out, size_t *n)
{
    static const struct field map[] = {
        FIELD_I64(struct triage_done, company_id), FIELD_I64(struct triage_done, verdict),
        FIELD_I64(struct triage_done, decided),    FIELD_I64(struct triage_done, at_ms),
        FIELD_STR(struct triage_done, name),       FIELD_STR(struct triage_done, domain),
        FIELD_STR(struct triage_done, reason),     FIELD_STR(struct triage_done, reasons),
        FIELD_STR(struct triage_done, who),        FIELD_END};
    return DB_ALL(ctx, &SQL_TRIAGE_DONE, DB_ARGS(DB_STR(whose), DB_I64(before), DB_I64(limit)), map,
                  out, n);
}
