/* Rules and what they say. See triage.h. */
#include "domain/triage/triage.h"

#include <string.h>

#include "base/db.h"
#include "domain/pipeline/pipeline_run.h"
#include "statements.h"

bool
triage_rules_get(struct ctx *ctx, struct triage_rules *rules, struct triage_rules_row *row)
{
    static const struct field map[] = {FIELD_I64(struct triage_rules_row, version),
                                       FIELD_STR(struct triage_rules_row, rules),
                                       FIELD_STR(struct triage_rules_row, author),
                                       FIELD_I64(struct triage_rules_row, created_ms), FIELD_END};
    struct triage_rules_row newest = {0};
    bool found;
    if (!db_maybe(ctx, &SQL_TRIAGE_RULES_GET, DB_NO_ARGS, map, &newest, &found))
        return false;
    if (row)
        *row = newest;
    return triage_rules_read(ctx, newest.rules, rules);
}

bool
triage_rules_save(struct ctx *ctx, const struct triage_rules *rules, int64_t seen)
{
    if (!triage_rules_check(ctx, rules))
        return false;
    if (db_exec(ctx, &SQL_TRIAGE_RULES_ADD,
                DB_ARGS(DB_I64(seen + 1), DB_STR(triage_rules_write(ctx->arena, rules))), NULL))
        return true;
    if (ctx->err.kind == ERR_CONFLICT && !strcmp(db_constraint(ctx), "triage_rules_version")) {
        err_clear(ctx);
        return err_raise(ctx, ERR_CONFLICT,
                         "Somebody saved other rules while you were editing. Nothing is saved yet: "
                         "open the rules again to see theirs.");
    }
    return false;
}

/* A row of triage_facts. */
struct facts {
    int64_t company_id;
    const char *name, *employees, *revenue;
    int64_t industry, country, tier, score, known, decided;
    bool scored;
};

bool
triage_judge_companies(struct ctx *ctx, const struct triage_rules *rules, const int64_t *ids,
                       size_t n_ids, int64_t after, int64_t limit, struct triage_ruling **out,
                       size_t *n)
{
    static const struct field map[] = {
        FIELD_I64(struct facts, company_id), FIELD_STR(struct facts, name),
        FIELD_STR(struct facts, employees),  FIELD_STR(struct facts, revenue),
        FIELD_I64(struct facts, industry),   FIELD_I64(struct facts, country),
        FIELD_I64(struct facts, tier),       FIELD_I64(struct facts, score),
        FIELD_I64(struct facts, known),      FIELD_I64(struct facts, decided),
        FIELD_BOOL(struct facts, scored),    FIELD_END};
    struct facts *rows;
    bool ok = ids ? DB_ALL(ctx, &SQL_TRIAGE_FACTS, DB_ARGS(DB_I64S(ids, n_ids)), map, &rows, n)
                  : DB_ALL(ctx, &SQL_TRIAGE_FACTS_NEXT, DB_ARGS(DB_I64(after), DB_I64(limit)), map,
                           &rows, n);
    if (!ok)
        return false;
    *out = ARENA_ARRAY(ctx->arena, *n + 1, struct triage_ruling);
    for (size_t i = 0; i < *n; i++) {
        struct triage_ruling *ruling = &(*out)[i];
        ruling->company_id = rows[i].company_id;
        ruling->name = rows[i].name;
        ruling->decided = rows[i].decided;
        ruling->company = (struct triage_company){.employees = rows[i].employees,
                                                  .revenue = rows[i].revenue,
                                                  .industry = rows[i].industry,
                                                  .country = rows[i].country,
                                                  .tier = rows[i].tier,
                                                  .scored = rows[i].scored,
                                                  .score = rows[i].score,
                                                  .known = (uint32_t)rows[i].known};
        triage_judge(ctx->arena, rules, &ruling->company, &ruling->judgement);
    }
    return true;
}

bool
triage_put(struct ctx *ctx, int64_t version, const struct triage_ruling *rulings, size_t n)
{
    int64_t *ids = ARENA_ARRAY(ctx->arena, n + 1, int64_t);
    int64_t *verdicts = ARENA_ARRAY(ctx->arena, n + 1, int64_t);
    const char **reasons = ARENA_ARRAY(ctx->arena, n + 1, const char *);
    for (size_t i = 0; i < n; i++) {
        ids[i] = rulings[i].company_id;
        verdicts[i] = rulings[i].judgement.verdict;
        reasons[i] = triage_judge_write(ctx->arena, &rulings[i].judgement);
    }
    return !n || db_exec(ctx, &SQL_TRIAGE_PUT,
                         DB_ARGS(DB_I64S(ids, n), DB_I64S(verdicts, n), DB_STRS(reasons, n),
                                 DB_I64(version)),
                         NULL);
}

bool
triage_release(struct ctx *ctx, const int64_t *ids, size_t n)
{
    const struct stage *gate = stage_named("triage");
    return !n || !gate || pipeline_run_pass(ctx, gate, ids, n);
}
