/* The stage "crawl": fetches the pages that matter from the web sites of a batch of companies, side by
 * side. What it finds is stored pages (page_store.h); it reads no facts. */
#include <string.h>

#include "base/db.h"
#include "domain/company/company_domain.h"
#include "domain/crawl/crawl.h"
#include "domain/crawl/crawl_lease.h"
#include "domain/crawl/crawl_names.h"
#include "domain/pipeline/stage_crawl.h"
#include "statements.h"

enum {
    BATCH = 32,
    DAY = 24 * 3600,
    BUSY_SECONDS = 45,
    RETRY_MOST = 3600,
    LEASE_SECONDS = 60, /* longer than those of the sites: they are free when this is taken over */
    ATTEMPTS = 4
};

/* One batch on its way. */
struct work {
    struct stage_batch *batch;
    struct stage_item **items; /* of sites */
    struct crawl_site *sites;
    const char **keys; /* what is leased: the registrable domain, or the host of a shared one */
    size_t n;
    struct crawl_lease lease;
    struct page_sender sender;
};

/* --- what is to be fetched ----------------------------------------------------------------- */

struct address {
    int64_t company_id;
    const char *domain, *website_url;
};

/* The web address where the company is at home; its key, or the host where many live. NULL: none. */
static const char *
home_of(struct arena *arena, const struct address *address, const char **key)
{
    struct company_domain own, site;
    enum company_domain_verdict verdict = company_domain_read(arena, address->website_url, &site);
    bool domain = company_domain_read(arena, address->domain, &own) == COMPANY_DOMAIN_OK;
    bool hosted = verdict == COMPANY_DOMAIN_SHARED &&
                  (site.shared == SHARED_SITE_BUILDER || site.shared == SHARED_HOSTING);
    if (verdict == COMPANY_DOMAIN_OK && (!domain || !strcmp(own.key, site.key))) {
        *key = site.key;
        return address->website_url;
    }
    if (domain) {
        *key = own.key;
        return own.key;
    }
    *key = hosted ? site.host : NULL;
    return hosted ? address->website_url : NULL;
}

static struct stage_item *
item_of(struct stage_batch *batch, int64_t company_id)
{
    for (size_t i = 0; i < batch->n_items; i++)
        if (batch->items[i].record_id == company_id)
            return &batch->items[i];
    return NULL;
}

/* Gives each site the pages that are stored of it; they come sorted by company, as the sites are. */
static void
hand_out(struct work *work, const struct page_stored *pages, size_t n_pages)
{
    size_t at = 0;
    for (size_t i = 0; i < work->n; i++) {
        struct crawl_site *site = &work->sites[i];
        while (at < n_pages && pages[at].company_id < site->company_id)
            at++;
        site->stored = pages + at;
        while (at < n_pages && pages[at].company_id == site->company_id) {
            at++;
            site->n_stored++;
        }
    }
}

static bool
read_batch(struct ctx *ctx, struct work *work)
{
    static const struct field map[] = {FIELD_I64(struct address, company_id),
                                       FIELD_STR(struct address, domain),
                                       FIELD_STR(struct address, website_url), FIELD_END};
    const int64_t *ids = stage_ids(ctx, work->batch);
    size_t n_ids = work->batch->n_items, n, n_pages;
    struct address *rows;
    struct page_stored *pages;
    if (!stage_begin(ctx, work->batch) ||
        !DB_ALL(ctx, &SQL_CRAWL_ADDRESSES, DB_ARGS(DB_I64S(ids, n_ids)), map, &rows, &n) ||
        !page_store_read(ctx, ids, n_ids, PAGE_WANTS_HEAD | PAGE_WANTS_GONE, &pages, &n_pages) ||
        !db_commit(ctx))
        return false;
    for (size_t i = 0; i < n_ids; i++)
        stage_end(ctx, &work->batch->items[i], STAGE_NO_MATCH, "no_address",
                  "The company is not there any more.");
    for (size_t i = 0; i < n; i++) {
        struct stage_item *item = item_of(work->batch, rows[i].company_id);
        const char *key, *home = home_of(ctx->arena, &rows[i], &key);
        if (!item)
            continue;
        if (!home) {
            stage_end(ctx, item, STAGE_NO_MATCH, "no_address",
                      "The company has no web site of its own.");
            continue;
        }
        work->keys[work->n] = key;
        work->items[work->n] = item;
        work->sites[work->n++] = (struct crawl_site){
            .company_id = rows[i].company_id, .arena = ctx->arena, .address = home};
    }
    hand_out(work, pages, n_pages);
    return true;
}

/* Keeps the sites whose lease was got; the others come later. */
static bool
claim(struct ctx *ctx, struct work *work)
{
    bool *got = ARENA_ARRAY(ctx->arena, work->n + 1, bool);
    size_t kept = 0;
    crawl_lease_open(ctx, &work->lease);
    if (!crawl_lease_claim(ctx, &work->lease, work->keys, work->n, got))
        return false;
    for (size_t i = 0; i < work->n; i++) {
        if (!got[i]) {
            stage_end(ctx, work->items[i], STAGE_RETRY, "busy",
                      "The site is being fetched for somebody else just now.");
            work->items[i]->retry_seconds = BUSY_SECONDS;
            continue;
        }
        work->keys[kept] = work->keys[i];
        work->items[kept] = work->items[i];
        work->sites[kept++] = work->sites[i];
    }
    work->n = kept;
    return true;
}

/* --- what came of it ----------------------------------------------------------------------- */

static void
answer(struct ctx *ctx, struct stage_item *item, const struct crawl_site *site)
{
    static const enum stage_result results[] = {
        [CRAWL_OPEN] = STAGE_OPEN,       [CRAWL_DONE] = STAGE_DONE,
        [CRAWL_PARTIAL] = STAGE_PARTIAL, [CRAWL_MOVED] = STAGE_NO_MATCH,
        [CRAWL_PARKED] = STAGE_NO_MATCH, [CRAWL_REFUSED] = STAGE_NO_MATCH,
        [CRAWL_AGAIN] = STAGE_RETRY,     [CRAWL_FAILED] = STAGE_FAILED,
    };
    enum stage_result result = results[site->end];
    if (site->message)
        stage_end(ctx, item, result, site->cause, "%s", site->message);
    else
        stage_end(ctx, item, result, site->cause, NULL);
    item->retry_seconds =
        site->retry_seconds < RETRY_MOST ? site->retry_seconds : (int64_t)RETRY_MOST;
}

static bool
write_site(struct ctx *ctx, const struct crawl_site *site)
{
    static const struct {
        const char *state;
        int64_t days; /* until the next look */
    } states[] = {
        [CRAWL_OPEN] = {"failed",  1 },
          [CRAWL_DONE] = {"done",    30},
        [CRAWL_PARTIAL] = {"partial", 7 },
          [CRAWL_MOVED] = {"moved",   90},
        [CRAWL_PARKED] = {"parked",  90},
          [CRAWL_REFUSED] = {"failed",  90},
        [CRAWL_AGAIN] = {"failed",  7 },
          [CRAWL_FAILED] = {"failed",  30},
    };
    const struct site_stored row = {.company_id = site->company_id,
                                    .host = site->host,
                                    .state = states[site->end].state,
                                    .cause = site->cause,
                                    .message = site->message,
                                    .moved_to = site->moved_to};
    /* an outage of names may be ours: no week without another look */
    bool outage = site->end == CRAWL_AGAIN && site->cause && !strcmp(site->cause, "dns");
    return page_store_site(ctx, &row, (outage ? 1 : states[site->end].days) * DAY);
}

/* What became of sites that brought nothing is told too; the queue writes only what was found. */
static bool
write_failures(struct ctx *ctx, const struct work *work)
{
    bool any = false;
    for (size_t i = 0; i < work->n; i++)
        any = any || work->sites[i].end == CRAWL_AGAIN || work->sites[i].end == CRAWL_FAILED;
    if (!any)
        return true;
    if (!db_begin(ctx, false) ||
        !db_exec(ctx, &SQL_STAGE_ENTER,
                 DB_ARGS(DB_I64(work->batch->tenant_id), DB_ID(work->batch->actor)), NULL))
        return false;
    for (size_t i = 0; i < work->n; i++)
        if ((work->sites[i].end == CRAWL_AGAIN || work->sites[i].end == CRAWL_FAILED) &&
            !write_site(ctx, &work->sites[i]))
            return false;
    return db_commit(ctx);
}

/* Stores a page while the others are fetched and read. Whoever dies on the way leaves true pages, which
 * the next attempt asks for by their date. */
static bool
store(struct ctx *ctx, void *arg, const struct crawl_site *site)
{
    struct work *work = arg;
    return page_store_send(ctx, &work->sender, site->fresh);
}

static bool
alive(struct ctx *ctx, void *arg, bool *stop)
{
    struct work *work = arg;
    if (!page_store_sent(ctx, &work->sender) || !stage_alive(ctx, work->batch) ||
        !crawl_lease_keep(ctx, &work->lease))
        return false;
    *stop = work->batch->stop;
    return true;
}

static bool
release(struct ctx *ctx, struct work *work)
{
    int64_t *rests = ARENA_ARRAY(ctx->arena, work->n + 1, int64_t);
    for (size_t i = 0; i < work->n; i++)
        rests[i] = work->sites[i].delay_ms;
    return crawl_lease_release(ctx, &work->lease, work->keys, rests, work->n);
}

static bool
crawl_batch(struct ctx *ctx, struct stage_batch *batch)
{
    struct work *work = ARENA_NEW(ctx->arena, struct work);
    struct crawl crawl = {.store = store, .alive = alive, .arg = work};
    work->batch = batch;
    work->sender = (struct page_sender){.tenant_id = batch->tenant_id, .actor = batch->actor};
    work->items = ARENA_ARRAY(ctx->arena, batch->n_items + 1, struct stage_item *);
    work->sites = ARENA_ARRAY(ctx->arena, batch->n_items + 1, struct crawl_site);
    work->keys = ARENA_ARRAY(ctx->arena, batch->n_items + 1, const char *);
    if (!read_batch(ctx, work) || !claim(ctx, work))
        return false;
    crawl.sites = work->sites;
    crawl.n_sites = work->n;
    if (!crawl_client(ctx, ctx->arena, &crawl.http) || !crawl_run(ctx, &crawl) ||
        !page_store_sent(ctx, &work->sender) || !crawl_names_ask(ctx, work->sites, work->n))
        return false;
    for (size_t i = 0; i < work->n; i++) {
        answer(ctx, work->items[i], &work->sites[i]);
        work->items[i]->own = &work->sites[i];
    }
    return write_failures(ctx, work) && release(ctx, work);
}

/* Writes what became of the sites; their pages are stored. */
static bool
crawl_write(struct ctx *ctx, struct stage_batch *batch)
{
    for (size_t i = 0; i < batch->n_items; i++) {
        const struct crawl_site *site = batch->items[i].own;
        if (!site)
            continue;
        if (!page_store_checked(ctx, site->company_id, site->checked, site->n_checked) ||
            !page_store_gone(ctx, site->company_id, site->gone, site->n_gone) ||
            !write_site(ctx, site))
            return false;
    }
    return true;
}

const struct stage stage_crawl = {
    .name = "crawl",
    .label = "Crawl",
    .about = "Fetches the home page and the pages that matter from the company's web site.",
    .entity = RECORD_COMPANY,
    .batch = BATCH,
    .lease_seconds = LEASE_SECONDS,
    .max_attempts = ATTEMPTS,
    .work = crawl_batch,
    .write = crawl_write,
};
