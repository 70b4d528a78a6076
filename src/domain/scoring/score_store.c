/* Scores of companies. See score_store.h. */
#include "domain/scoring/score_store.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/db.h"
#include "domain/change/change.h"
#include "domain/page/page_technology.h"
#include "domain/record/record_code.h"
#include "domain/scoring/icp_version.h"
#include "statements.h"

enum { ARRAY_MOST = 64 * 1024 };

bool
score_model_active(struct ctx *ctx, struct arena *owner, struct score_model *out)
{
    struct arena *unit = ctx->arena;
    ctx->arena = owner;
    bool done = icp_version_active(ctx, &out->version, &out->model) &&
                icp_scorer_open(ctx, owner, &out->model, &out->scorer);
    ctx->arena = unit;
    return done;
}

static int
by_id(const void *left, const void *right)
{
    const struct score_company *a = left, *b = right;
    return (a->company_id > b->company_id) - (a->company_id < b->company_id);
}

const struct score_company *
score_batch_company(const struct score_batch *batch, int64_t company_id)
{
    const struct score_company wanted = {.company_id = company_id};
    const struct score_company *found =
        bsearch(&wanted, batch->companies, batch->n, sizeof wanted, by_id);
    assert(found);
    return found;
}

static bool
wants_frames(const struct icp_model *model)
{
    for (size_t i = 0; i < model->n_signals; i++)
        if (model->signals[i].on && model->signals[i].frame)
            return true;
    return false;
}

static bool
wants_links(const struct icp_model *model)
{
    for (size_t i = 0; i < model->n_signals; i++)
        if (model->signals[i].on && model->signals[i].links.n)
            return true;
    return false;
}

static bool
wants_technologies(const struct icp_model *model)
{
    for (size_t i = 0; i < model->n_signals; i++)
        if (model->signals[i].on && model->signals[i].technologies.n)
            return true;
    return false;
}

static void
read_lines(struct arena *arena, const char *text, struct icp_texts *out)
{
    size_t n = 0;
    for (const char *at = text; at && *at; at++)
        n += *at == '\n';
    out->of = ARENA_ARRAY(arena, n + 1, const char *);
    for (; out->n < n; text = strchr(text, '\n') + 1)
        out->of[out->n++] = arena_strndup(arena, text, strcspn(text, "\n"));
}

/* Each technology at the page that shows it; at the first page where that one is gone. */
static bool
read_technologies(struct ctx *ctx, const int64_t *ids, size_t n, struct score_batch *batch)
{
    struct row {
        int64_t company_id;
        const char *technology, *url;
    } * rows;
    static const struct field map[] = {FIELD_I64(struct row, company_id),
                                       FIELD_STR(struct row, technology),
                                       FIELD_STR(struct row, url), FIELD_END};
    size_t n_rows;
    if (!DB_ALL(ctx, &SQL_SCORE_TECHNOLOGIES, DB_ARGS(DB_I64S(ids, n)), map, &rows, &n_rows))
        return false;
    for (size_t i = 0; i < n_rows; i++) {
        enum technology_group group;
        const char *name = page_technology_name(rows[i].technology, &group);
        const struct score_company *company = score_batch_company(batch, rows[i].company_id);
        if (!name || !company->n_pages)
            continue;
        struct icp_page *page = company->pages;
        for (size_t k = 0; k < company->n_pages; k++)
            if (!strcmp(company->pages[k].url, rows[i].url))
                page = &company->pages[k];
        if (!page->technologies.of)
            page->technologies.of = ARENA_ARRAY(ctx->arena, n_rows, const char *);
        page->technologies.of[page->technologies.n++] = name;
    }
    return true;
}

bool
score_read(struct ctx *ctx, const struct score_model *model, const int64_t *ids, size_t n,
           struct score_batch *out)
{
    struct row {
        int64_t company_id, kind;
        const char *url, *text, *frame_text, *links;
    } * rows;
    static const struct field map[] = {FIELD_I64(struct row, company_id),
                                       FIELD_I64(struct row, kind),
                                       FIELD_STR(struct row, url),
                                       FIELD_STR(struct row, text),
                                       FIELD_STR(struct row, frame_text),
                                       FIELD_STR(struct row, links),
                                       FIELD_END};
    size_t n_rows;
    if (!DB_ALL(ctx, &SQL_SCORE_PAGES,
                DB_ARGS(DB_I64S(ids, n), DB_BOOL(wants_frames(&model->model)),
                        DB_BOOL(wants_links(&model->model))),
                map, &rows, &n_rows))
        return false;
    out->companies = ARENA_ARRAY(ctx->arena, n + 1, struct score_company);
    out->n = n;
    for (size_t i = 0; i < n; i++)
        out->companies[i].company_id = ids[i];
    qsort(out->companies, n, sizeof *out->companies, by_id);
    struct icp_page *pages = ARENA_ARRAY(ctx->arena, n_rows + 1, struct icp_page);
    size_t at = 0;
    for (size_t i = 0; i < n_rows; i++) {
        while (at < n && out->companies[at].company_id < rows[i].company_id)
            at++;
        struct score_company *company = &out->companies[at];
        pages[i] = (struct icp_page){.url = rows[i].url,
                                     .kind = (int)rows[i].kind,
                                     .text = rows[i].text,
                                     .frame = rows[i].frame_text};
        read_lines(ctx->arena, rows[i].links, &pages[i].links);
        if (company->n_pages++ == 0)
            company->pages = &pages[i];
    }
    return !wants_technologies(&model->model) || read_technologies(ctx, ids, n, out);
}

bool
score_all(struct ctx *ctx, const struct score_model *model, struct score_batch *batch)
{
    for (size_t i = 0; i < batch->n; i++) {
        struct score_company *company = &batch->companies[i];
        if (!icp_score_pages(ctx, model->scorer, company->pages, company->n_pages, &company->score))
            return false;
    }
    return true;
}

/* --- writing --------------------------------------------------------------------------------- */

/* A batch as the arrays that the statements take. */
struct columns {
    int64_t *ids, *totals, *codes, *pages, *digests;
    const char **tiers, **maturities, **gives, **signals, **points, **places;
    size_t n;
};

struct evidence {
    int64_t *ids, *orders, *places, *percents;
    const char **signals, **urls, **before, **found, **after;
    size_t n;
};

/* What a signal found, as arrays: keys of letters, digits and "_" need no quotes. */
static void
write_findings(struct arena *arena, const struct icp_score *score, struct columns *out, size_t at)
{
    struct buf signals, points, places;
    buf_init(&signals, arena, ARRAY_MOST);
    buf_init(&points, arena, ARRAY_MOST);
    buf_init(&places, arena, ARRAY_MOST);
    for (size_t i = 0; i < score->n_findings; i++) {
        const struct icp_finding *finding = &score->findings[i];
        const char *comma = i ? "," : "{";
        buf_printf(&signals, "%s\"%s\"", comma, finding->signal->key);
        buf_printf(&points, "%s%lld", comma, (long long)finding->points);
        buf_printf(&places, "%s%lld", comma, (long long)finding->places);
    }
    out->signals[at] = score->n_findings ? (buf_char(&signals, '}'), signals.data) : "{}";
    out->points[at] = score->n_findings ? (buf_char(&points, '}'), points.data) : "{}";
    out->places[at] = score->n_findings ? (buf_char(&places, '}'), places.data) : "{}";
}

static void
add_text(uint64_t *hash, const char *text)
{
    /* FNV-1a, the end of the text included */
    do
        *hash = (*hash ^ (unsigned char)*text) * UINT64_C(1099511628211);
    while (*text++);
}

/* What the evidence of a company comes to; never 0, which a new row has. */
static int64_t
digest_of(const struct score_company *company)
{
    uint64_t hash = UINT64_C(14695981039346656037);
    for (size_t i = 0; i < company->score.n_findings; i++) {
        const struct icp_finding *finding = &company->score.findings[i];
        add_text(&hash, finding->signal->key);
        for (size_t e = 0; e < finding->n_evidence; e++) {
            const struct icp_evidence *evidence = &finding->evidence[e];
            add_text(&hash, company->pages[evidence->page].url);
            add_text(&hash, evidence->before);
            add_text(&hash, evidence->found);
            add_text(&hash, evidence->after);
            hash = (hash ^ (uint64_t)evidence->places) * UINT64_C(1099511628211);
            hash = (hash ^ (uint64_t)evidence->percent) * UINT64_C(1099511628211);
        }
    }
    return (int64_t)(hash >> 2) + 1;
}

static void
columns_of(struct arena *arena, const struct score_batch *batch, struct columns *out)
{
    size_t n = batch->n + 1;
    *out = (struct columns){
        .ids = ARENA_ARRAY(arena, n, int64_t),
        .totals = ARENA_ARRAY(arena, n, int64_t),
        .codes = ARENA_ARRAY(arena, n, int64_t),
        .pages = ARENA_ARRAY(arena, n, int64_t),
        .digests = ARENA_ARRAY(arena, n, int64_t),
        .tiers = ARENA_ARRAY(arena, n, const char *),
        .maturities = ARENA_ARRAY(arena, n, const char *),
        .gives = ARENA_ARRAY(arena, n, const char *),
        .signals = ARENA_ARRAY(arena, n, const char *),
        .points = ARENA_ARRAY(arena, n, const char *),
        .places = ARENA_ARRAY(arena, n, const char *),
    };
    for (size_t i = 0; i < batch->n; i++) {
        const struct score_company *company = &batch->companies[i];
        const struct icp_score *score = &company->score;
        if (!score->has_text)
            continue;
        const struct record_choice *tier = record_code_named(&record_tiers, score->tier->sets);
        size_t at = out->n++;
        out->ids[at] = company->company_id;
        out->totals[at] = score->total;
        out->tiers[at] = score->tier->key;
        out->maturities[at] = score->maturity ? score->maturity->key : "";
        out->gives[at] = score->tier->sets;
        out->codes[at] = tier ? tier->code : 0;
        out->pages[at] = (int64_t)company->n_pages;
        out->digests[at] = digest_of(company);
        write_findings(arena, score, out, at);
    }
}

static bool
is_due(const int64_t *due, size_t n, int64_t company_id)
{
    size_t low = 0, high = n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (due[middle] < company_id)
            low = middle + 1;
        else
            high = middle;
    }
    return low < n && due[low] == company_id;
}

/* The evidence of the companies that are due; those are in order. */
static void
evidence_of(struct arena *arena, const struct score_batch *batch, const int64_t *due, size_t n_due,
            struct evidence *out)
{
    size_t n = 1;
    for (size_t i = 0; i < batch->n; i++)
        n += batch->companies[i].score.n_findings * ICP_EVIDENCE_MOST;
    *out = (struct evidence){
        .ids = ARENA_ARRAY(arena, n, int64_t),
        .orders = ARENA_ARRAY(arena, n, int64_t),
        .places = ARENA_ARRAY(arena, n, int64_t),
        .percents = ARENA_ARRAY(arena, n, int64_t),
        .signals = ARENA_ARRAY(arena, n, const char *),
        .urls = ARENA_ARRAY(arena, n, const char *),
        .before = ARENA_ARRAY(arena, n, const char *),
        .found = ARENA_ARRAY(arena, n, const char *),
        .after = ARENA_ARRAY(arena, n, const char *),
    };
    for (size_t i = 0; i < batch->n; i++) {
        const struct score_company *company = &batch->companies[i];
        bool wanted = company->score.has_text && is_due(due, n_due, company->company_id);
        for (size_t f = 0; wanted && f < company->score.n_findings; f++) {
            const struct icp_finding *finding = &company->score.findings[f];
            for (size_t e = 0; e < finding->n_evidence; e++) {
                const struct icp_evidence *evidence = &finding->evidence[e];
                size_t at = out->n++;
                out->ids[at] = company->company_id;
                out->orders[at] = (int64_t)e + 1;
                out->places[at] = evidence->places;
                out->percents[at] = evidence->percent;
                out->signals[at] = finding->signal->key;
                out->urls[at] = company->pages[evidence->page].url;
                out->before[at] = evidence->before;
                out->found[at] = evidence->found;
                out->after[at] = evidence->after;
            }
        }
    }
}

static bool
save_scores(struct ctx *ctx, int64_t version, const struct columns *of)
{
    int64_t due, set_id = 0;
    const struct record_field *tier = record_field_get(RECORD_COMPANY, "tier");
    if (!db_i64(ctx, &SQL_SCORE_TIER_DUE,
                DB_ARGS(DB_I64S(of->ids, of->n), DB_STRS(of->gives, of->n)), &due))
        return false;
    if (due > 0 &&
        !change_set_open(ctx, "stage",
                         arena_printf(ctx->arena, "Score by model %lld", (long long)version),
                         &set_id))
        return false;
    return db_exec(ctx, &SQL_SCORE_WRITE,
                   DB_ARGS(DB_I64S(of->ids, of->n), DB_I64S(of->totals, of->n),
                           DB_STRS(of->tiers, of->n), DB_STRS(of->maturities, of->n),
                           DB_STRS(of->gives, of->n), DB_I64S(of->codes, of->n),
                           DB_STRS(of->signals, of->n), DB_STRS(of->points, of->n),
                           DB_STRS(of->places, of->n), DB_I64S(of->pages, of->n), DB_I64(version),
                           DB_ID(set_id), DB_I64(CHANGE_BIT(tier)), DB_I64S(of->digests, of->n)),
                   NULL);
}

static bool
evidence_due(struct ctx *ctx, const struct columns *of, int64_t **due, size_t *n)
{
    struct row {
        int64_t company_id;
    } * rows;
    static const struct field map[] = {FIELD_I64(struct row, company_id), FIELD_END};
    if (!DB_ALL(ctx, &SQL_SCORE_EVIDENCE_DUE,
                DB_ARGS(DB_I64S(of->ids, of->n), DB_I64S(of->digests, of->n)), map, &rows, n))
        return false;
    *due = ARENA_ARRAY(ctx->arena, *n + 1, int64_t);
    for (size_t i = 0; i < *n; i++)
        (*due)[i] = rows[i].company_id;
    return true;
}

bool
score_save(struct ctx *ctx, const struct score_model *model, const struct score_batch *batch)
{
    struct columns of;
    struct evidence shown;
    int64_t *due;
    size_t n_due;
    columns_of(ctx->arena, batch, &of);
    if (of.n == 0)
        return true;
    if (!evidence_due(ctx, &of, &due, &n_due))
        return false;
    evidence_of(ctx->arena, batch, due, n_due, &shown);
    return icp_version_ensure(ctx) && save_scores(ctx, model->version, &of) &&
           db_exec(ctx, &SQL_SCORE_EVIDENCE_FORGET, DB_ARGS(DB_I64S(due, n_due)), NULL) &&
           db_exec(ctx, &SQL_SCORE_EVIDENCE_WRITE,
                   DB_ARGS(DB_I64S(shown.ids, shown.n), DB_STRS(shown.signals, shown.n),
                           DB_I64S(shown.orders, shown.n), DB_STRS(shown.urls, shown.n),
                           DB_STRS(shown.before, shown.n), DB_STRS(shown.found, shown.n),
                           DB_STRS(shown.after, shown.n), DB_I64S(shown.places, shown.n),
                           DB_I64S(shown.percents, shown.n)),
                   NULL);
}
