/* The gate of discovery. See discovery_keep.h. */
#include "domain/discovery/discovery_keep.h"

#include <string.h>

#include "base/db.h"
#include "base/text.h"
#include "domain/change/change.h"
#include "domain/discovery/discovery.h"
#include "domain/record/record.h"
#include "domain/suppression/suppression.h"
#include "statements.h"

enum { URL_MOST = 2000, TITLE_MOST = 300 };

/* What is found twice counts once, with its first rank. */
static bool
mark_seen(struct ctx *ctx, const struct discovery_run *run, struct discovery_candidate *candidates,
          size_t n)
{
    const char **keys = ARENA_ARRAY(ctx->arena, n + 1, const char *);
    struct db_table table;
    for (size_t i = 0; i < n; i++)
        keys[i] = candidates[i].sifted.key;
    if (!db_table(ctx, &SQL_DISCOVERY_SEEN,
                  DB_ARGS(DB_I64(run->query_id), DB_I64(run->run), DB_STRS(keys, n)), &table))
        return false;
    for (size_t i = 0; i < n; i++) {
        for (size_t r = 0; r < table.n_rows && !candidates[i].seen; r++)
            candidates[i].seen = !strcmp(keys[i], db_cell(&table, r, 0));
        for (size_t j = 0; j < i && !candidates[i].seen; j++)
            candidates[i].seen = !strcmp(keys[i], keys[j]);
    }
    return true;
}

struct known {
    const char *domain, *block_reason;
    int64_t company_id;
    bool deleted, is_blocked;
};

static void
judge_known(struct discovery_candidate *one, const struct known *rows, size_t n)
{
    for (size_t i = 0; i < n && !one->verdict; i++) {
        if (strcmp(rows[i].domain, one->sifted.domain) != 0)
            continue;
        if (rows[i].is_blocked) {
            one->verdict = "blocked";
            one->reason = *rows[i].block_reason ? rows[i].block_reason : "Blocked here.";
        } else {
            one->verdict = "known";
            one->company_id = rows[i].deleted ? 0 : rows[i].company_id;
            one->reason = rows[i].deleted ? "It was deleted here, and stays so." : NULL;
        }
    }
}

bool
discovery_keep_judge(struct ctx *ctx, const struct discovery_run *run,
                     struct discovery_candidate *candidates, size_t n)
{
    static const struct field map[] = {
        FIELD_STR(struct known, domain),      FIELD_STR(struct known, block_reason),
        FIELD_I64(struct known, company_id),  FIELD_BOOL(struct known, deleted),
        FIELD_BOOL(struct known, is_blocked), FIELD_END};
    const char **domains = ARENA_ARRAY(ctx->arena, n + 1, const char *);
    const char **gate = ARENA_ARRAY(ctx->arena, n + 1, const char *);
    const char **reasons = ARENA_ARRAY(ctx->arena, n + 1, const char *);
    struct known *rows;
    size_t n_rows;
    for (size_t i = 0; i < n; i++) {
        struct discovery_candidate *one = &candidates[i];
        if (!one->verdict && one->sifted.reason) {
            one->verdict = "blocked";
            one->reason = one->sifted.reason;
        }
        if (one->sifted.domain) {
            domains[i] = one->sifted.domain;
            gate[i] = arena_printf(ctx->arena, "@%s", one->sifted.domain);
        }
    }
    if (!mark_seen(ctx, run, candidates, n) || !suppression_check(ctx, gate, n, reasons) ||
        !DB_ALL(ctx, &SQL_DISCOVERY_KNOWN, DB_ARGS(DB_STRS(domains, n)), map, &rows, &n_rows))
        return false;
    for (size_t i = 0; i < n; i++) {
        if (reasons[i]) {
            candidates[i].verdict = "suppressed";
            candidates[i].reason = reasons[i];
        }
        if (!candidates[i].verdict && candidates[i].sifted.domain)
            judge_known(&candidates[i], rows, n_rows);
    }
    return true;
}

static const char *
source_words(struct arena *arena, const struct discovery_run *run)
{
    if (!strcmp(run->source, DISCOVERY_SEARCH))
        return arena_printf(arena, "Found by the search \xe2\x80\x9c%s\xe2\x80\x9d", run->words);
    if (!strcmp(run->source, DISCOVERY_PAGE))
        return arena_printf(arena, "Found on %s", run->words);
    return arena_printf(arena, "List \xe2\x80\x9c%s\xe2\x80\x9d", run->words);
}

static bool
ensure_set(struct ctx *ctx, struct discovery_run *run)
{
    return run->set_id ||
           (change_set_open(ctx, "create", text_cut(ctx->arena, source_words(ctx->arena, run), 200),
                            &run->set_id) &&
            db_exec(ctx, &SQL_DISCOVERY_BEGIN, DB_ARGS(DB_I64(run->query_id), DB_I64(run->set_id)),
                    NULL));
}

static void
ignore(void *arg, const char *field, const char *message)
{
    (void)arg;
    (void)field;
    (void)message;
}

static bool
create(struct ctx *ctx, struct discovery_run *run, struct discovery_candidate *one)
{
    const char *texts[RECORD_MOST_FIELDS] = {0}, *values[RECORD_MOST_FIELDS] = {0};
    texts[COMPANY_NAME] = one->sifted.name;
    texts[COMPANY_DOMAIN] = one->sifted.domain;
    texts[COMPANY_WEBSITE_URL] = arena_printf(ctx->arena, "https://%s/", one->sifted.domain);
    texts[COMPANY_SOURCE] = "Discovery";
    /* A name that is none leaves the domain, which is enough. */
    if (!record_normalise(ctx, RECORD_COMPANY, texts, values, ignore, NULL))
        err_clear(ctx);
    one->verdict = "created";
    return ensure_set(ctx, run) &&
           record_create(ctx, RECORD_COMPANY, run->set_id, values, 0, &one->company_id);
}

static bool
note(struct ctx *ctx, const struct discovery_run *run, const struct discovery_candidate *one)
{
    return db_exec(ctx, &SQL_DISCOVERY_FIND_PUT,
                   DB_ARGS(DB_I64(run->query_id),
                           DB_STR(text_cut(ctx->arena, one->sifted.key, URL_MOST)),
                           DB_I64(run->run), DB_I64(one->lead.rank),
                           DB_STR(text_cut(ctx->arena, one->lead.url, URL_MOST)),
                           DB_STR(text_cut(ctx->arena, one->lead.title, TITLE_MOST)),
                           DB_STR(one->verdict), DB_STR(one->reason), DB_ID(one->company_id)),
                   NULL);
}

/* A list that a search came upon is read in its turn. */
static bool
follow(struct ctx *ctx, const struct discovery_run *run, const struct discovery_candidate *one)
{
    bool added;
    if (!one->sifted.is_list || strcmp(run->source, DISCOVERY_SEARCH) != 0 ||
        strcmp(one->verdict, "suppressed") == 0)
        return true;
    return discovery_add_page(ctx, one->lead.url,
                              arena_printf(ctx->arena,
                                           "A list found by the search \xe2\x80\x9c%s\xe2\x80\x9d",
                                           run->words),
                              &added);
}

bool
discovery_keep(struct ctx *ctx, struct discovery_run *run, struct discovery_candidate *candidates,
               size_t n)
{
    if (!discovery_keep_judge(ctx, run, candidates, n))
        return false;
    for (size_t i = 0; i < n; i++) {
        struct discovery_candidate *one = &candidates[i];
        if (one->seen)
            continue;
        if ((!one->verdict && !create(ctx, run, one)) || !note(ctx, run, one) ||
            !follow(ctx, run, one))
            return false;
    }
    return true;
}
