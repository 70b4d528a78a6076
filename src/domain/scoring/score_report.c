/* What pages show of scores. See score_report.h. */
#include "domain/scoring/score_report.h"

#include "base/db.h"
#include "statements.h"

bool
score_signal_counts(struct ctx *ctx, struct score_signal_count **out, size_t *n)
{
    static const struct field map[] = {FIELD_STR(struct score_signal_count, signal),
                                       FIELD_I64(struct score_signal_count, companies),
                                       FIELD_I64(struct score_signal_count, wrong), FIELD_END};
    return DB_ALL(ctx, &SQL_SCORE_SIGNAL_COUNTS, DB_NO_ARGS, map, out, n);
}

bool
score_totals(struct ctx *ctx, struct score_total **out, size_t *n)
{
    static const struct field map[] = {FIELD_I64(struct score_total, total),
                                       FIELD_I64(struct score_total, companies), FIELD_END};
    return DB_ALL(ctx, &SQL_SCORE_TOTALS, DB_NO_ARGS, map, out, n);
}

bool
score_signal_evidence(struct ctx *ctx, const char *signal, int64_t most, struct score_shown **out,
                      size_t *n)
{
    static const struct field map[] = {FIELD_I64(struct score_shown, company_id),
                                       FIELD_I64(struct score_shown, total),
                                       FIELD_I64(struct score_shown, verdict),
                                       FIELD_STR(struct score_shown, name),
                                       FIELD_STR(struct score_shown, url),
                                       FIELD_STR(struct score_shown, before),
                                       FIELD_STR(struct score_shown, found),
                                       FIELD_STR(struct score_shown, after),
                                       FIELD_END};
    return DB_ALL(ctx, &SQL_SCORE_EVIDENCE_OF_SIGNAL, DB_ARGS(DB_STR(signal), DB_I64(most)), map,
                  out, n);
}

bool
score_of_company(struct ctx *ctx, int64_t company_id, struct score_row *out, bool *found)
{
    static const struct field map[] = {
        FIELD_I64(struct score_row, version), FIELD_I64(struct score_row, total),
        FIELD_I64(struct score_row, pages),   FIELD_I64(struct score_row, scored_ms),
        FIELD_STR(struct score_row, tier),    FIELD_STR(struct score_row, maturity),
        FIELD_STR(struct score_row, signals), FIELD_STR(struct score_row, points),
        FIELD_STR(struct score_row, places),  FIELD_END};
    return db_maybe(ctx, &SQL_SCORE_OF_COMPANY, DB_ARGS(DB_I64(company_id)), map, out, found);
}

bool
score_company_evidence(struct ctx *ctx, int64_t company_id, struct score_place **out, size_t *n)
{
    static const struct field map[] = {
        FIELD_STR(struct score_place, signal),  FIELD_STR(struct score_place, url),
        FIELD_STR(struct score_place, before),  FIELD_STR(struct score_place, found),
        FIELD_STR(struct score_place, after),   FIELD_I64(struct score_place, places),
        FIELD_I64(struct score_place, percent), FIELD_END};
    return DB_ALL(ctx, &SQL_SCORE_EVIDENCE_OF_COMPANY, DB_ARGS(DB_I64(company_id)), map, out, n);
}

bool
score_company_history(struct ctx *ctx, int64_t company_id, int64_t most, struct score_past **out,
                      size_t *n)
{
    static const struct field map[] = {
        FIELD_I64(struct score_past, version), FIELD_I64(struct score_past, total),
        FIELD_I64(struct score_past, scored_ms), FIELD_STR(struct score_past, tier), FIELD_END};
    return DB_ALL(ctx, &SQL_SCORE_HISTORY_OF_COMPANY, DB_ARGS(DB_I64(company_id), DB_I64(most)),
                  map, out, n);
}

bool
score_verdict_set(struct ctx *ctx, int64_t company_id, const char *signal, bool is_right)
{
    int64_t written;
    if (!db_exec(ctx, &SQL_SCORE_VERDICT_SET,
                 DB_ARGS(DB_I64(company_id), DB_STR(signal), DB_BOOL(is_right)), &written))
        return false;
    return written == 1 ||
           err_raise(ctx, ERR_NOT_FOUND, "This signal is no longer found at the company.");
}
