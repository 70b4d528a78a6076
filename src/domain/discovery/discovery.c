/* Queries, finds and blocks of discovery. See discovery.h. */
#include "domain/discovery/discovery.h"

#include <string.h>

#include "base/db.h"
#include "base/text.h"
#include "base/uri.h"
#include "domain/company/company_domain.h"
#include "domain/discovery/discovery_links.h"
#include "domain/pipeline/job.h"
#include "statements.h"

enum { QUERIES_AT_ONCE = 200, REPEAT_MOST = 365, BLOCKS_SHOWN = 1000, ONE_AT_A_TIME = 1 };

static const struct field query_map[] = {
    FIELD_I64(struct discovery_query, query_id),      FIELD_STR(struct discovery_query, source),
    FIELD_STR(struct discovery_query, words),         FIELD_STR(struct discovery_query, origin),
    FIELD_STR(struct discovery_query, why),           FIELD_STR(struct discovery_query, state),
    FIELD_I64(struct discovery_query, repeat_days),   FIELD_I64(struct discovery_query, runs),
    FIELD_I64(struct discovery_query, results),       FIELD_I64(struct discovery_query, created),
    FIELD_I64(struct discovery_query, known),         FIELD_I64(struct discovery_query, blocked),
    FIELD_I64(struct discovery_query, suppressed),    FIELD_I64(struct discovery_query, no_company),
    FIELD_I64(struct discovery_query, total_created), FIELD_STR(struct discovery_query, cause),
    FIELD_STR(struct discovery_query, message),       FIELD_STR(struct discovery_query, who),
    FIELD_I64(struct discovery_query, set_id),        FIELD_I64(struct discovery_query, ended_ms),
    FIELD_I64(struct discovery_query, next_ms),       FIELD_END};

static bool
not_there(struct ctx *ctx)
{
    return err_raise(ctx, ERR_NOT_FOUND, "This query is not there. It may have been removed.");
}

bool
discovery_list(struct ctx *ctx, const char *state, int64_t before, int64_t limit,
               struct discovery_query **out, size_t *n)
{
    return DB_ALL(ctx, &SQL_DISCOVERY_LIST,
                  DB_ARGS(DB_STR(state), DB_NULL, DB_I64(before), DB_I64(limit)), query_map, out,
                  n);
}

bool
discovery_get(struct ctx *ctx, int64_t query_id, struct discovery_query *out)
{
    bool found;
    return db_maybe(ctx, &SQL_DISCOVERY_LIST,
                    DB_ARGS(DB_STR(""), DB_I64(query_id), DB_I64(0), DB_I64(1)), query_map, out,
                    &found) &&
           (found || not_there(ctx));
}

bool
discovery_counts(struct ctx *ctx, struct discovery_counts *out)
{
    static const struct field map[] = {
        FIELD_I64(struct discovery_counts, all),    FIELD_I64(struct discovery_counts, pending),
        FIELD_I64(struct discovery_counts, done),   FIELD_I64(struct discovery_counts, dry),
        FIELD_I64(struct discovery_counts, failed), FIELD_I64(struct discovery_counts, created),
        FIELD_BOOL(struct discovery_counts, is_on), FIELD_I64(struct discovery_counts, per_day),
        FIELD_I64(struct discovery_counts, job_id), FIELD_END};
    return db_one(ctx, &SQL_DISCOVERY_COUNTS, DB_NO_ARGS, map, out);
}

struct added {
    int64_t query_id;
};
static const struct field added_map[] = {FIELD_I64(struct added, query_id), FIELD_END};

static bool
add(struct ctx *ctx, const char *source, const char *words, const char *body, const char *origin,
    const char *why, int64_t *query_id)
{
    struct added added = {0};
    bool fresh;
    if (!db_maybe(ctx, &SQL_DISCOVERY_ADD,
                  DB_ARGS(DB_STR(source), DB_STR(words), DB_STR(text_fold(ctx->arena, words)),
                          DB_STR(body), DB_STR(origin), DB_STR(why)),
                  added_map, &added, &fresh))
        return false;
    *query_id = fresh ? added.query_id : 0;
    return true;
}

/* A line that is an address is read, all others are searched for. */
static bool
add_line(struct ctx *ctx, const char *line, int64_t *query_id)
{
    struct uri uri;
    bool page = text_starts(line, "http://") || text_starts(line, "https://");
    if (page && (uri_read(ctx->arena, line, &uri) != URI_OK || uri.host_kind != HOST_NAME))
        return err_field(ctx, ERR_INPUT, "queries", "%s is no address that can be read.",
                         text_cut(ctx->arena, line, 80));
    return add(ctx, page ? DISCOVERY_PAGE : DISCOVERY_SEARCH, line, NULL, "typed", NULL, query_id);
}

bool
discovery_add(struct ctx *ctx, const char *text, int64_t *added, int64_t *there)
{
    *added = *there = 0;
    while (*text) {
        size_t length = strcspn(text, "\n");
        const char *line = text_squeeze(ctx->arena, arena_strndup(ctx->arena, text, length));
        int64_t query_id;
        if (text_count(line) > DISCOVERY_WORDS_MOST)
            return err_field(ctx, ERR_INPUT, "queries", "A query has at most %d characters.",
                             DISCOVERY_WORDS_MOST);
        if (*line && *added + *there == QUERIES_AT_ONCE)
            return err_field(ctx, ERR_INPUT, "queries", "Add at most %d queries at once.",
                             QUERIES_AT_ONCE);
        if (*line && !add_line(ctx, line, &query_id))
            return false;
        if (*line)
            *(query_id ? added : there) += 1;
        text += length + (text[length] != '\0');
    }
    return *added + *there > 0 ||
           err_field(ctx, ERR_INPUT, "queries", "Write what to search for, or an address.");
}

bool
discovery_add_expanded(struct ctx *ctx, const char *words, const char *why, bool *added)
{
    int64_t query_id;
    if (!add(ctx, DISCOVERY_SEARCH, words, NULL, "expanded", why, &query_id))
        return false;
    *added = query_id != 0;
    return true;
}

bool
discovery_add_page(struct ctx *ctx, const char *url, const char *why, bool *added)
{
    int64_t query_id;
    if (!add(ctx, DISCOVERY_PAGE, text_cut(ctx->arena, url, DISCOVERY_WORDS_MOST), NULL, "expanded",
             why, &query_id))
        return false;
    *added = query_id != 0;
    return true;
}

bool
discovery_add_list(struct ctx *ctx, const char *name, const char *text, int64_t *query_id)
{
    struct discovery_lead *leads;
    const char *title = text_squeeze(ctx->arena, name);
    size_t n = discovery_links_lines(ctx->arena, text, &leads), good = 0;
    for (size_t i = 0; i < n; i++)
        good += company_domain_key(ctx->arena, leads[i].url) != NULL;
    if (!good)
        return err_field(ctx, ERR_INPUT, "domains",
                         "No line holds a domain. Write one a line, such as acme.com.");
    if (!*title)
        title = arena_printf(ctx->arena, "%s and %zu more", leads[0].url, n - 1);
    for (int again = 2; again < 100; again++) {
        if (!add(ctx, DISCOVERY_LIST, text_cut(ctx->arena, title, DISCOVERY_WORDS_MOST), text,
                 "typed", NULL, query_id))
            return false;
        if (*query_id)
            return true;
        title = arena_printf(ctx->arena, "%s (%d)", title, again);
    }
    return err_field(ctx, ERR_INPUT, "name", "There are many lists of this name. Choose another.");
}

bool
discovery_start(struct ctx *ctx)
{
    int64_t job_id;
    return job_enqueue(ctx, "discover", ONE_AT_A_TIME, NULL, &job_id) &&
           db_exec(ctx, &SQL_DISCOVERY_JOB, DB_ARGS(DB_I64(job_id)), NULL);
}

bool
discovery_again(struct ctx *ctx, int64_t query_id, const char *state)
{
    return db_exec(ctx, &SQL_DISCOVERY_AGAIN, DB_ARGS(DB_ID(query_id), DB_STR(state)), NULL);
}

bool
discovery_repeat(struct ctx *ctx, int64_t query_id, int64_t days)
{
    int64_t n;
    if (days < 0 || days > REPEAT_MOST)
        return err_field(ctx, ERR_INPUT, "repeat_days", "Choose 0 to %d days.", REPEAT_MOST);
    return db_exec(ctx, &SQL_DISCOVERY_REPEAT, DB_ARGS(DB_I64(query_id), DB_I64(days)), &n) &&
           (n || not_there(ctx));
}

bool
discovery_remove(struct ctx *ctx, int64_t query_id)
{
    int64_t n;
    return db_exec(ctx, &SQL_DISCOVERY_REMOVE, DB_ARGS(DB_I64(query_id)), &n) &&
           (n || err_raise(ctx, ERR_CONFLICT,
                           "The query is running, or has been removed. Nothing is changed."));
}

bool
discovery_set(struct ctx *ctx, bool is_on, int64_t per_day)
{
    if (per_day < 1 || per_day > 500)
        return err_field(ctx, ERR_INPUT, "per_day", "Choose 1 to 500 queries a day.");
    return db_exec(ctx, &SQL_DISCOVERY_SET, DB_ARGS(DB_BOOL(is_on), DB_I64(per_day)), NULL);
}

bool
discovery_finds(struct ctx *ctx, int64_t query_id, const char *verdict, int64_t behind,
                int64_t limit, struct discovery_find **out, size_t *n)
{
    static const struct field map[] = {
        FIELD_STR(struct discovery_find, key),        FIELD_I64(struct discovery_find, rank),
        FIELD_STR(struct discovery_find, url),        FIELD_STR(struct discovery_find, title),
        FIELD_STR(struct discovery_find, verdict),    FIELD_STR(struct discovery_find, reason),
        FIELD_I64(struct discovery_find, company_id), FIELD_STR(struct discovery_find, company),
        FIELD_I64(struct discovery_find, found_ms),   FIELD_END};
    return DB_ALL(ctx, &SQL_DISCOVERY_FINDS,
                  DB_ARGS(DB_I64(query_id), DB_STR(verdict), DB_I64(behind), DB_I64(limit)), map,
                  out, n);
}

bool
discovery_origin(struct ctx *ctx, int64_t company_id, struct discovery_origin *out)
{
    static const struct field map[] = {FIELD_I64(struct discovery_origin, query_id),
                                       FIELD_I64(struct discovery_origin, rank),
                                       FIELD_STR(struct discovery_origin, source),
                                       FIELD_STR(struct discovery_origin, words), FIELD_END};
    bool found;
    *out = (struct discovery_origin){0};
    return db_maybe(ctx, &SQL_DISCOVERY_ORIGIN, DB_ARGS(DB_I64(company_id)), map, out, &found);
}

bool
discovery_blocks(struct ctx *ctx, struct discovery_block **out, size_t *n)
{
    static const struct field map[] = {FIELD_STR(struct discovery_block, domain),
                                       FIELD_STR(struct discovery_block, reason),
                                       FIELD_STR(struct discovery_block, who),
                                       FIELD_I64(struct discovery_block, created_ms), FIELD_END};
    return DB_ALL(ctx, &SQL_DISCOVERY_BLOCKS, DB_ARGS(DB_I64(BLOCKS_SHOWN)), map, out, n);
}

bool
discovery_block(struct ctx *ctx, const char *domain, const char *reason)
{
    struct company_domain read;
    enum company_domain_verdict verdict = company_domain_read(ctx->arena, domain, &read);
    if (verdict != COMPANY_DOMAIN_OK)
        return err_field(ctx, ERR_INPUT, "domain", "%s",
                         company_domain_reason(ctx->arena, verdict, &read));
    return db_exec(ctx, &SQL_DISCOVERY_BLOCK_ADD,
                   DB_ARGS(DB_STR(read.key), DB_STR(text_squeeze(ctx->arena, reason))), NULL);
}

bool
discovery_unblock(struct ctx *ctx, const char *domain)
{
    int64_t n;
    return db_exec(ctx, &SQL_DISCOVERY_BLOCK_REMOVE, DB_ARGS(DB_STR(domain)), &n) &&
           (n || err_raise(ctx, ERR_NOT_FOUND, "This domain is not blocked."));
}
