/* A company's pages and its record. See company_site.h. */
#include "domain/site/company_site.h"

#include <string.h>

#include "base/buf.h"
#include "base/db.h"
#include "base/uri_web.h"
#include "domain/crawl/page_store.h"
#include "statements.h"

enum { NAMES_MAX = 300 };

/* The bodies are large, and little of them stays: they live in memory of their own. */
bool
company_site_read(struct ctx *ctx, int64_t company_id, struct company_site *out)
{
    struct page_stored *pages;
    size_t n;
    struct ctx own = *ctx;
    own.arena = arena_new();
    *out = (struct company_site){.company_id = company_id};
    bool good = page_store_read(&own, &company_id, 1, PAGE_WANTS_BODY, &pages, &n);
    if (good) {
        struct site_source *sources = ARENA_ARRAY(own.arena, n + 1, struct site_source);
        for (size_t i = 0; i < n; i++)
            sources[i] = (struct site_source){pages[i].url, pages[i].body, pages[i].body_length,
                                              (enum page_kind)pages[i].kind};
        out->n_pages = n;
        good = site_facts_read(ctx, sources, n, &out->facts);
    } else {
        ctx->err = own.err;
    }
    arena_free(own.arena);
    return good;
}

static bool
write_technologies(struct ctx *ctx, const struct company_site *site)
{
    size_t n = site->facts.n_technologies;
    const char **keys = ARENA_ARRAY(ctx->arena, n + 1, const char *),
               **versions = ARENA_ARRAY(ctx->arena, n + 1, const char *),
               **urls = ARENA_ARRAY(ctx->arena, n + 1, const char *),
               **evidence = ARENA_ARRAY(ctx->arena, n + 1, const char *);
    for (size_t i = 0; i < n; i++) {
        const struct site_technology *technology = &site->facts.technologies[i];
        keys[i] = technology->key;
        versions[i] = *technology->version ? technology->version : NULL;
        urls[i] = technology->url;
        evidence[i] = technology->evidence;
    }
    return db_exec(ctx, &SQL_COMPANY_TECHNOLOGY_PUT,
                   DB_ARGS(DB_I64(site->company_id), DB_STRS(keys, n), DB_STRS(versions, n),
                           DB_STRS(urls, n), DB_STRS(evidence, n)),
                   NULL);
}

/* "www.acme.com": where the facts come from. */
static const char *
source_of(struct arena *arena, const char *url)
{
    struct uri_web uri;
    return uri_web_read(arena, url, strlen(url), NULL, &uri) ? uri.host : url;
}

static void
count(struct arena *arena, const struct record_fill *fill, struct company_site_result *out)
{
    size_t n_fields;
    const struct record_field *fields = record_fields(RECORD_COMPANY, &n_fields);
    struct buf names;
    buf_init(&names, arena, NAMES_MAX);
    *out = (struct company_site_result){0};
    for (size_t i = 0; i < fill->n_found; i++) {
        const struct record_found *found = &fill->found[i];
        out->others += found->end == RECORD_FILL_OTHER;
        out->unsure += found->kind == RECORD_FACT_UNSURE;
        if (found->end != RECORD_FILL_NEW)
            continue;
        out->filled++;
        buf_printf(&names, "%s%s", names.length ? ", " : "", fields[found->place].label);
    }
    out->filled_names = names.data;
}

bool
company_site_write(struct ctx *ctx, struct company_site *site, struct company_site_result *out)
{
    struct record_fill fill = {.entity = RECORD_COMPANY,
                               .record_id = site->company_id,
                               .stage = "facts",
                               .source = source_of(ctx->arena, site->facts.home),
                               .country = *site->facts.country ? site->facts.country : NULL,
                               .found = site->facts.found,
                               .n_found = site->facts.n_found};
    if (!record_fill(ctx, &fill) || !write_technologies(ctx, site))
        return false;
    count(ctx->arena, &fill, out);
    return true;
}
