/* Search, the likeliest first. See record_search.h. Beginnings are looked up in the indexes of names,
 * domains and addresses, so that they are found among any number of records; what else ranks well is
 * picked from the first LOOKED records by name. */
#include "domain/query/record_search.h"

#include "base/buf.h"
#include "base/db.h"
#include "statements.h"

enum { LOOKED = 200, TEXT_MOST = 4 * RECORD_FILTER_SEARCH };

/* The words from `from` on and then those before it, as names are written: once around from 0 they
 * are "anna maria novak", from the last "novak anna maria". */
static const char *
words_from(struct arena *arena, const struct record_filter *filter, size_t from)
{
    struct buf buf;
    buf_init(&buf, arena, TEXT_MOST);
    for (size_t i = 0; i < filter->n_words; i++)
        buf_printf(&buf, i ? " %s" : "%s", filter->words[(from + i) % filter->n_words]);
    return buf.data;
}

/* Names sort by bytes: no text that begins so is behind the highest code point. */
static const char *
end_of(struct arena *arena, const char *begins)
{
    return arena_printf(arena, "%s\U0010FFFF", begins);
}

bool
record_search(struct ctx *ctx, const struct record_query *query, struct record_found *out)
{
    struct row {
        int64_t record_id;
    } * rows;
    static const struct field map[] = {FIELD_I64(struct row, record_id), FIELD_END};
    const struct record_filter *filter = &query->filter;
    struct record_query wide = *query;
    wide.limit = LOOKED;
    if (!record_query_page(ctx, &wide, out))
        return false;
    if (!filter->n_words)
        return true;
    const char *text = words_from(ctx->arena, filter, 0);
    const char *turned = words_from(ctx->arena, filter, filter->n_words - 1);
    size_t n;
    const struct db_arg ids = DB_I64S(out->ids, out->n), limit = DB_I64((int64_t)query->limit);
    const struct db_arg from = DB_STR(text), to = DB_STR(end_of(ctx->arena, text));
    bool ok =
        filter->entity == RECORD_COMPANY
            ? DB_ALL(ctx, &SQL_RECORD_SEARCH_COMPANY, DB_ARGS(ids, from, to, limit), map, &rows, &n)
            : DB_ALL(
                  ctx, &SQL_RECORD_SEARCH_CONTACT,
                  DB_ARGS(ids, from, to, DB_STR(turned), DB_STR(end_of(ctx->arena, turned)), limit),
                  map, &rows, &n);
    if (!ok)
        return false;
    out->ids = ARENA_ARRAY(ctx->arena, n + 1, int64_t);
    out->n = n;
    for (size_t i = 0; i < n; i++)
        out->ids[i] = rows[i].record_id;
    out->next = (int64_t)n < out->total ? "more" : NULL;
    return true;
}
