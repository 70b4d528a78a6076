/* What stages found out. See record_fact.h. */
#include "domain/record/record_fact.h"

#include "base/db.h"
#include "statements.h"

bool
record_fact_list(struct ctx *ctx, enum record_entity entity, int64_t record_id,
                 struct record_fact **out, size_t *n)
{
    struct row {
        int64_t field, kind, confidence, seen_ms;
        const char *value, *url, *snippet, *stage;
    } * rows;
    static const struct field map[] = {FIELD_I64(struct row, field),
                                       FIELD_I64(struct row, kind),
                                       FIELD_STR(struct row, value),
                                       FIELD_I64(struct row, confidence),
                                       FIELD_STR(struct row, url),
                                       FIELD_STR(struct row, snippet),
                                       FIELD_STR(struct row, stage),
                                       FIELD_I64(struct row, seen_ms),
                                       FIELD_END};
    size_t n_rows;
    if (!DB_ALL(ctx, &SQL_RECORD_FACT_LIST, DB_ARGS(DB_I64(entity), DB_I64(record_id)), map, &rows,
                &n_rows))
        return false;
    *out = ARENA_ARRAY(ctx->arena, n_rows + 1, struct record_fact);
    *n = 0;
    for (size_t i = 0; i < n_rows; i++) {
        const struct record_field *field = record_field_at(entity, (int)rows[i].field);
        if (field)
            (*out)[(*n)++] =
                (struct record_fact){field,         (enum record_fact_kind)rows[i].kind,
                                     rows[i].value, rows[i].confidence,
                                     rows[i].url,   rows[i].snippet,
                                     rows[i].stage, rows[i].seen_ms};
    }
    return true;
}

bool
record_fact_put(struct ctx *ctx, enum record_entity entity, int64_t record_id, const char *stage,
                const struct record_fact *facts, size_t n)
{
    struct arena *arena = ctx->arena;
    int64_t *fields = ARENA_ARRAY(arena, n + 1, int64_t),
            *kinds = ARENA_ARRAY(arena, n + 1, int64_t),
            *confidences = ARENA_ARRAY(arena, n + 1, int64_t);
    const char **values = ARENA_ARRAY(arena, n + 1, const char *),
               **urls = ARENA_ARRAY(arena, n + 1, const char *),
               **snippets = ARENA_ARRAY(arena, n + 1, const char *);
    for (size_t i = 0; i < n; i++) {
        fields[i] = facts[i].field->bit;
        kinds[i] = facts[i].kind;
        values[i] = facts[i].value;
        confidences[i] = facts[i].confidence;
        urls[i] = facts[i].url;
        snippets[i] = facts[i].snippet;
    }
    return !n || db_exec(ctx, &SQL_RECORD_FACT_PUT,
                         DB_ARGS(DB_I64(entity), DB_I64(record_id), DB_STR(stage),
                                 DB_I64S(fields, n), DB_I64S(kinds, n), DB_STRS(values, n),
                                 DB_I64S(confidences, n), DB_STRS(urls, n), DB_STRS(snippets, n)),
                         NULL);
}

bool
record_fact_forget(struct ctx *ctx, enum record_entity entity, int64_t record_id, const char *stage,
                   const struct record_fact *facts, size_t n)
{
    int64_t *fields = ARENA_ARRAY(ctx->arena, n + 1, int64_t);
    for (size_t i = 0; i < n; i++)
        fields[i] = facts[i].field->bit;
    return db_exec(ctx, &SQL_RECORD_FACT_FORGET,
                   DB_ARGS(DB_I64(entity), DB_I64(record_id), DB_STR(stage), DB_I64S(fields, n)),
                   NULL);
}
