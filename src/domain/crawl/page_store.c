/* Pages and sites in the database. See page_store.h. */
#include "domain/crawl/page_store.h"

#include <string.h>

#include "base/db.h"
#include "base/deflate.h"
#include "statements.h"

/* A stored body begins with how it is kept: the database squeezes what is left plain, quickly; what is
 * large waits for it packed, because many sites wait at the same time. */
enum { PLAIN = 0, PACKED = 1, PLAIN_MAX = 64 * 1024 };

enum { UNIT = 24 }; /* pages in one transaction */

static bool
unpack_one(struct ctx *ctx, struct page_stored *page)
{
    const char *bytes;
    size_t length;
    char *body;
    if (!db_bytes(ctx, page->packed, &bytes, &length))
        return false;
    page->packed = NULL;
    if (length > 0 && bytes[0] == PLAIN) {
        page->body = bytes + 1;
        page->body_length = length - 1;
        return true;
    }
    if (length == 0 || !deflate_unpack(ctx, ctx->arena, bytes + 1, length - 1, PAGE_STORE_BODY_MAX,
                                       &body, &page->body_length))
        return false;
    page->body = body;
    return true;
}

/* Unpacks the bodies in place. */
static bool
unpack(struct ctx *ctx, struct page_stored *pages, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (pages[i].packed && !unpack_one(ctx, &pages[i]))
            return false;
    return true;
}

bool
page_store_read(struct ctx *ctx, const int64_t *company_ids, size_t n_companies, unsigned wants,
                struct page_stored **pages, size_t *n_pages)
{
    static const struct field map[] = {FIELD_I64(struct page_stored, company_id),
                                       FIELD_I64(struct page_stored, page_id),
                                       FIELD_I64(struct page_stored, kind),
                                       FIELD_STR(struct page_stored, url),
                                       FIELD_I64(struct page_stored, http_status),
                                       FIELD_I64(struct page_stored, fetched_at),
                                       FIELD_I64(struct page_stored, checked_at),
                                       FIELD_I64(struct page_stored, changed_at),
                                       FIELD_STR(struct page_stored, etag),
                                       FIELD_STR(struct page_stored, last_modified),
                                       FIELD_STR(struct page_stored, sha256),
                                       FIELD_STR(struct page_stored, title),
                                       FIELD_STR(struct page_stored, description),
                                       FIELD_STR(struct page_stored, language),
                                       FIELD_STR(struct page_stored, text),
                                       FIELD_STR(struct page_stored, frame_text),
                                       FIELD_STR(struct page_stored, packed),
                                       FIELD_BOOL(struct page_stored, gone),
                                       FIELD_END};
    if (!DB_ALL(ctx, &SQL_PAGE_STORE_READ,
                DB_ARGS(DB_I64S(company_ids, n_companies), DB_BOOL(wants & PAGE_WANTS_TEXT),
                        DB_BOOL(wants & PAGE_WANTS_BODY), DB_BOOL(wants & PAGE_WANTS_GONE)),
                map, pages, n_pages))
        return false;
    return unpack(ctx, *pages, *n_pages);
}

bool
page_store_sites(struct ctx *ctx, const int64_t *company_ids, size_t n_companies,
                 struct site_stored **sites, size_t *n_sites)
{
    static const struct field map[] = {FIELD_I64(struct site_stored, company_id),
                                       FIELD_STR(struct site_stored, host),
                                       FIELD_STR(struct site_stored, state),
                                       FIELD_STR(struct site_stored, cause),
                                       FIELD_STR(struct site_stored, message),
                                       FIELD_STR(struct site_stored, moved_to),
                                       FIELD_I64(struct site_stored, failures),
                                       FIELD_I64(struct site_stored, n_pages),
                                       FIELD_I64(struct site_stored, crawled_at),
                                       FIELD_I64(struct site_stored, next_crawl_at),
                                       FIELD_END};
    return DB_ALL(ctx, &SQL_PAGE_STORE_SITES, DB_ARGS(DB_I64S(company_ids, n_companies)), map,
                  sites, n_sites);
}

void
page_store_pack(struct arena *arena, const char *body, size_t length, struct page_fresh *out)
{
    const char *packed = body;
    size_t size = length;
    bool plain = length <= PLAIN_MAX;
    if (!plain)
        deflate_pack(arena, body, length, &packed, &size);
    char *copy = arena_alloc(arena, size + 1);
    copy[0] = plain ? PLAIN : PACKED;
    memcpy(copy + 1, packed, size);
    out->packed = copy;
    out->packed_length = size + 1;
}

bool
page_store_send(struct ctx *ctx, struct page_sender *sender, const struct page_fresh *page)
{
    if (sender->n == UNIT && !page_store_sent(ctx, sender))
        return false;
    if (sender->n == 0 && (!db_begin(ctx, false) ||
                           !db_queue(ctx, &SQL_PAGE_STORE_ENTER,
                                     DB_ARGS(DB_I64(sender->tenant_id), DB_ID(sender->actor)))))
        return false;
    sender->n++;
    return db_queue(ctx, &SQL_PAGE_STORE_WRITE,
                    DB_ARGS(DB_I64(page->company_id), DB_STR(page->url), DB_I64(page->kind),
                            DB_I64(page->http_status), DB_STR(page->etag),
                            DB_STR(page->last_modified), DB_STR(page->sha256), DB_STR(page->title),
                            DB_STR(page->description), DB_STR(page->language),
                            DB_STR(page->text ? page->text : ""),
                            DB_STR(page->frame_text ? page->frame_text : ""),
                            DB_BYTES(page->packed, page->packed_length),
                            DB_STR(page->links ? page->links : "")));
}

bool
page_store_sent(struct ctx *ctx, struct page_sender *sender)
{
    size_t n = sender->n;
    sender->n = 0;
    return n == 0 || db_commit(ctx);
}

bool
page_store_checked(struct ctx *ctx, int64_t company_id, const int64_t *page_ids, size_t n_pages)
{
    return n_pages == 0 || db_exec(ctx, &SQL_PAGE_STORE_CHECKED,
                                   DB_ARGS(DB_I64(company_id), DB_I64S(page_ids, n_pages)), NULL);
}

bool
page_store_gone(struct ctx *ctx, int64_t company_id, const int64_t *page_ids, size_t n_pages)
{
    return n_pages == 0 || db_exec(ctx, &SQL_PAGE_STORE_GONE,
                                   DB_ARGS(DB_I64(company_id), DB_I64S(page_ids, n_pages)), NULL);
}

bool
page_store_site(struct ctx *ctx, const struct site_stored *site, int64_t next_seconds)
{
    return db_exec(ctx, &SQL_PAGE_STORE_SITE,
                   DB_ARGS(DB_I64(site->company_id), DB_STR(site->host), DB_STR(site->state),
                           DB_STR(site->cause), DB_STR(site->message), DB_STR(site->moved_to),
                           DB_I64(next_seconds)),
                   NULL);
}
