/* The fetch of one site. See crawl_site.h. */
#include "domain/crawl/crawl_site.h"

#include <string.h>

#include "base/psl.h"
#include "base/sitemap.h"
#include "base/text.h"
#include "base/uri.h"
#include "base/uri_web.h"
#include "domain/crawl/crawl_end.h"
#include "domain/crawl/crawl_page.h"

enum {
    CANDIDATES_MAX = 400,
    MAP_LINKS_MAX = 5000,
    LONG_DELAY_MS = 3 * 1000,
    LONG_SITE_MS = 30 * 1000,
    MAP_BYTES = 4 * 1024 * 1024,
    FEW_WORDS = 16
};

/* --- beginning ----------------------------------------------------------------------------- */

static void
add_start(struct crawl_site *site, const char *scheme, const char *host, int port)
{
    const char *path = site->scope.path;
    site->starts[site->n_starts++] =
        port ? arena_printf(site->arena, "%s://%s:%d%s", scheme, host, port, path)
             : arena_printf(site->arena, "%s://%s%s", scheme, host, path);
}

/* The registrable domain is the site, where it is one holder's alone. */
static void
set_scope(struct crawl_site *site, const struct uri *uri)
{
    struct psl psl;
    psl_split(uri->host, &psl);
    const char *own = psl.private_suffix ? psl.private_registrable : psl.registrable;
    site->scope.path = "/";
    site->scope.domain = arena_strdup(site->arena, own ? own : uri->host);
    site->scope.exact = !own;
    if (psl.private_suffix && !psl.private_registrable && strlen(uri->path) > 1) {
        /* one host serves many: the folder is the site */
        const char *slash = strrchr(uri->path, '/');
        bool folder = slash && slash > uri->path && !slash[1];
        site->scope.path = arena_printf(site->arena, folder ? "%s" : "%s/", uri->path);
    }
}

void
crawl_site_open(struct crawl_site *site)
{
    struct uri uri;
    site->max_pages = site->max_pages ? site->max_pages : CRAWL_PAGES_DEFAULT;
    if (site->max_pages > CRAWL_PAGES_MAX)
        site->max_pages = CRAWL_PAGES_MAX;
    site->candidates = ARENA_ARRAY(site->arena, CANDIDATES_MAX, struct crawl_candidate);
    site->choices = ARENA_ARRAY(site->arena, CRAWL_PAGES_MAX + PAGE_KINDS, struct crawl_choice);
    site->kept = ARENA_ARRAY(site->arena, site->n_stored + 1, bool);
    site->host = "";
    if (!site->address || uri_read(site->arena, site->address, &uri) != URI_OK) {
        crawl_end(site, CRAWL_FAILED, "no_address", "The company has no web address.");
        return;
    }
    set_scope(site, &uri);
    site->host = uri.host;
    if (uri.port) {
        add_start(site, *uri.scheme ? uri.scheme : "https", uri.host, uri.port);
        return;
    }
    add_start(site, "https", uri.host, 0);
    add_start(site, "http", uri.host, 0);
    const char *other = text_starts(uri.host, "www.")
                            ? uri.host + 4
                            : arena_printf(site->arena, "www.%s", uri.host);
    if (!strcmp(uri.host, site->scope.domain) || !strcmp(other, site->scope.domain)) {
        add_start(site, "https", other, 0);
        add_start(site, "http", other, 0);
    }
}

/* --- what is next -------------------------------------------------------------------------- */

static struct crawl_origin *
origin_of(struct crawl_site *site, const char *url)
{
    struct crawl_origin fresh;
    if (!crawl_robots_begin(site->arena, url, &fresh))
        return NULL;
    for (size_t i = 0; i < site->n_origins; i++)
        if (!strcmp(site->origins[i].name, fresh.name))
            return &site->origins[i];
    if (site->n_origins == CRAWL_ORIGINS_MAX)
        return NULL;
    site->origins[site->n_origins] = fresh;
    return &site->origins[site->n_origins++];
}

static bool
was_seen(struct crawl_site *site, struct arena *arena, const char *url)
{
    const char *key = crawl_choice_key(arena, url);
    for (size_t i = 0; i < site->n_seen; i++)
        if (!strcmp(site->seen[i], key))
            return true;
    return false;
}

static void
mark_seen(struct crawl_site *site, const char *url)
{
    if (site->n_seen < sizeof site->seen / sizeof *site->seen)
        site->seen[site->n_seen++] = crawl_choice_key(site->arena, url);
}

/* Pages that were stored and were not met again are gone, except where a fault hid them. */
static void
drop_stored(struct crawl_site *site)
{
    size_t most = sizeof site->gone / sizeof *site->gone;
    for (size_t i = 0; i < site->n_stored && site->n_gone < most; i++)
        if (!site->kept[i] && !site->stored[i].gone)
            site->gone[site->n_gone++] = site->stored[i].page_id;
}

static void
finish(struct crawl_site *site)
{
    drop_stored(site);
    if (!site->cause && site->words < FEW_WORDS && !site->unread)
        crawl_end(site, CRAWL_PARTIAL, "empty",
                  "The site shows no text without scripts, so nothing can be read from it.");
    else
        crawl_end(site, site->cause ? CRAWL_PARTIAL : CRAWL_DONE, site->cause, site->message);
}

/* How many pages beside the home page there is time for. */
static size_t
most_pages(const struct crawl_site *site)
{
    size_t max = site->max_pages - 1;
    if (site->delay_ms > LONG_DELAY_MS) {
        size_t slow = (size_t)(LONG_SITE_MS / site->delay_ms);
        max = slow < max ? slow : max;
    }
    return max;
}

/* Chooses the pages among all that is known by now. */
static void
choose(struct crawl_site *site, struct arena *arena)
{
    struct crawl_choice *choices;
    site->n_choices = crawl_choice_make(arena, &site->scope, site->home, site->candidates,
                                        site->n_candidates, most_pages(site), &choices);
    site->choice = 0;
    for (size_t i = 0; i < site->n_choices; i++) {
        site->choices[i] = choices[i];
        site->choices[i].url = arena_strdup(site->arena, choices[i].url);
    }
}

static void
fill_up(struct crawl_site *site, struct arena *arena)
{
    size_t n = site->n_choices;
    site->n_choices = crawl_choice_fill(arena, &site->scope, site->home, site->candidates,
                                        site->n_candidates, most_pages(site), site->choices, n);
    for (; n < site->n_choices; n++)
        site->choices[n].url = arena_strdup(site->arena, site->choices[n].url);
}

/* Sets the next target; false when there is none. */
static bool
aim(struct crawl_site *site, struct arena *arena)
{
    site->hops = 0;
    if (site->step == CRAWL_HOME) {
        site->target = site->starts[site->start];
        site->kind = PAGE_HOME;
        return true;
    }
    if (site->step == CRAWL_MAP) {
        choose(site, arena);
        bool enough = site->n_choices + 1 >= site->max_pages || site->maps >= 2 || !site->map;
        if (!enough) {
            site->target = site->map;
            site->map = NULL;
            site->maps++;
            return true;
        }
        fill_up(site, arena);
        site->step = CRAWL_PAGE;
    }
    while (site->choice < site->n_choices) {
        const struct crawl_choice *choice = &site->choices[site->choice++];
        if (was_seen(site, arena, choice->url))
            continue;
        site->target = choice->url;
        site->kind = choice->kind;
        return true;
    }
    return false;
}

/* The stored page of exactly this address, or NULL. */
static const struct page_stored *
stored_of(const struct crawl_site *site, const char *url)
{
    for (size_t i = 0; i < site->n_stored; i++)
        if (!strcmp(site->stored[i].url, url))
            return &site->stored[i];
    return NULL;
}

/* The target cannot be had; the rest of the site can. */
static void
pass_over(struct crawl_site *site, const char *cause, const char *message)
{
    const struct page_stored *stored = stored_of(site, site->target);
    if (stored)
        site->kept[stored - site->stored] = true;
    if (cause && !site->cause && site->step == CRAWL_PAGE) {
        site->cause = cause;
        site->message = message;
    }
    site->target = NULL;
}

/* robots.txt does not want the target fetched. */
static void
refuse(struct crawl_site *site, const struct crawl_origin *origin)
{
    if (site->step != CRAWL_HOME) {
        site->target = NULL;
        return;
    }
    if (origin->closed)
        crawl_end(site, CRAWL_AGAIN, "robots",
                  "The robots.txt of the site cannot be read now, so nothing else is fetched.");
    else
        crawl_end(site, CRAWL_REFUSED, "robots",
                  "The robots.txt of the site asks not to fetch it.");
}

static void
ask_page(struct crawl_site *site, struct http_request *out)
{
    static const char *const types[] = {"text/html", "application/xhtml", NULL};
    static const char *const headers[] = {
        "Accept: text/html, application/xhtml+xml;q=0.9, */*;q=0.1", NULL};
    const struct page_stored *stored = stored_of(site, site->target);
    *out =
        (struct http_request){.url = site->target, .headers = headers, .own = site, .types = types};
    if (site->step == CRAWL_MAP) {
        out->types = NULL;
        out->max_body = MAP_BYTES;
    } else if (stored && !stored->gone) {
        out->etag = stored->etag;
        out->modified = stored->last_modified;
    }
}

bool
crawl_site_want(struct crawl_site *site, struct arena *arena, struct http_request *out)
{
    while (site->end == CRAWL_OPEN) {
        if (!site->target && !aim(site, arena)) {
            finish(site);
            break;
        }
        struct crawl_origin *origin = origin_of(site, site->target);
        if (!origin) {
            site->target = NULL;
            continue;
        }
        if (!origin->known) {
            site->asking = origin;
            *out = (struct http_request){
                .url = origin->robots_url, .own = site, .max_body = CRAWL_ROBOTS_BYTES};
            return true;
        }
        if (origin->closed || !robots_allowed(&origin->robots, arena, site->target)) {
            refuse(site, origin);
            continue;
        }
        ask_page(site, out);
        return true;
    }
    return false;
}

/* --- answers ------------------------------------------------------------------------------- */

/* The present start leads nowhere: the next one. Of all causes the first that says more than that nobody
 * is there is told. */
static void
next_start(struct crawl_site *site, const struct http_answer *answer)
{
    bool same = answer->end == HTTP_DNS || site->start % 2; /* what does not help: http */
    bool nobody = answer->end == HTTP_CONNECT || answer->end == HTTP_DNS;
    if (!site->cause || (site->nobody && !nobody)) {
        site->cause = http_end_name(answer->end);
        site->message = arena_strdup(site->arena, answer->message);
        site->nobody = nobody;
    }
    site->target = NULL;
    site->start += same && site->start % 2 == 0 ? 2 : 1;
    bool slow = answer->end == HTTP_TIMEOUT && site->start >= 2;
    if (site->start < site->n_starts && answer->end != HTTP_BLOCKED && !slow)
        return;
    crawl_end(site, crawl_end_of(answer->end), site->cause, site->message);
}

static void
take_robots(struct crawl_site *site, const struct http_answer *answer)
{
    struct crawl_origin *origin = site->asking;
    site->asking = NULL;
    if (crawl_robots_silent(origin, answer) && site->step == CRAWL_HOME) {
        if (site->hops == 0)
            next_start(site, answer);
        else
            crawl_end(site, crawl_end_of(answer->end), http_end_name(answer->end),
                      arena_strdup(site->arena, answer->message));
        return;
    }
    crawl_robots_take(site->arena, origin, answer);
    if (crawl_robots_delay(origin) > site->delay_ms)
        site->delay_ms = crawl_robots_delay(origin);
}

static void
redirect(struct crawl_site *site, struct arena *arena, const char *to)
{
    bool own = to && crawl_choice_is_own(arena, &site->scope, to);
    if (to && !own && site->step == CRAWL_HOME) {
        drop_stored(site);
        crawl_end_moved(site, to);
        return;
    }
    if (own && site->hops++ < CRAWL_HOPS_MAX &&
        !(site->step == CRAWL_PAGE && was_seen(site, arena, to))) {
        site->target = arena_strdup(site->arena, to);
        return;
    }
    if (site->step == CRAWL_HOME)
        crawl_end(site, CRAWL_FAILED, "redirects",
                  "The home page sends its visitors around in a circle.");
    else
        site->target = NULL; /* a page that leads elsewhere is none of its own */
}

/* Notes an address of the site that is worth a choice. */
static void
add_candidate(struct crawl_site *site, struct arena *arena, const struct crawl_candidate *candidate)
{
    int certainty;
    if (site->n_candidates == CANDIDATES_MAX ||
        (page_kind_of_link(arena, candidate->url, candidate->text, &certainty) == PAGE_OTHER &&
         !crawl_choice_is_spare(arena, &site->scope, candidate)) ||
        !crawl_choice_is_own(arena, &site->scope, candidate->url))
        return;
    struct crawl_candidate *one = &site->candidates[site->n_candidates++];
    *one = *candidate;
    one->url = arena_strdup(site->arena, one->url);
    one->text = arena_strdup(site->arena, one->text);
}

/* Notes what may be fetched behind the home page. `page` is NULL when it has not changed. */
static void
gather(struct crawl_site *site, struct arena *arena, const struct page *page)
{
    for (size_t i = 0; i < site->n_stored; i++)
        if (!site->stored[i].gone)
            add_candidate(site, arena,
                          &(struct crawl_candidate){.url = site->stored[i].url, .stored = true});
    for (size_t i = 0; page && i < page->n_links; i++) {
        const struct page_link *link = &page->links[i];
        add_candidate(
            site, arena,
            &(struct crawl_candidate){.url = link->href, .text = link->text, .frame = link->frame});
    }
    const struct crawl_origin *origin = origin_of(site, site->home);
    const char *map =
        origin && origin->robots.n_sitemaps ? origin->robots.sitemaps[0] : "/sitemap.xml";
    map = uri_web_join(site->arena, site->home, map);
    site->map = page && map && crawl_choice_is_own(arena, &site->scope, map) ? map : NULL;
}

static void
keep_stored(struct crawl_site *site, const struct page_stored *stored)
{
    site->kept[stored - site->stored] = true;
    if (site->n_checked < CRAWL_PAGES_MAX)
        site->checked[site->n_checked++] = stored->page_id;
}

/* The home page: links, and whether anybody is at home. */
static void
take_home(struct crawl_site *site, struct arena *arena, const char *url, const struct page *page)
{
    site->home = arena_strdup(site->arena, url);
    site->cause = site->message = NULL; /* of starts that led nowhere */
    site->step = CRAWL_MAP;
    gather(site, arena, page);
    if (page && page->verdict.page_class == PAGE_PARKED) {
        drop_stored(site);
        crawl_end(site, CRAWL_PARKED, "parked", page->verdict.reason);
    }
}

/* Programs in the browser answer every address with the same page: once is enough. */
static bool
is_twin(const struct crawl_site *site, const struct page_fresh *page)
{
    for (size_t i = 0; i < site->n_pages; i++)
        if (!strcmp(site->hashes[i], page->sha256))
            return true;
    for (size_t i = 0; i < site->n_stored; i++)
        if (site->kept[i] && !strcmp(site->stored[i].sha256, page->sha256) &&
            strcmp(site->stored[i].url, page->url) != 0)
            return true;
    return false;
}

static void
keep_fresh(struct crawl_site *site, struct page_fresh *fresh)
{
    fresh->company_id = site->company_id;
    site->fresh = fresh;
    site->hashes[site->n_pages++] = arena_strdup(site->arena, fresh->sha256);
}

static bool
take_content(struct ctx *ctx, struct crawl_site *site, const struct http_answer *answer)
{
    const struct page_stored *stored = stored_of(site, answer->url);
    struct page page;
    bool home = site->step == CRAWL_HOME;
    struct page_fresh *fresh = ARENA_NEW(ctx->arena, struct page_fresh);
    if (!crawl_page_read(ctx, answer, site->kind, &page, fresh))
        return false;
    const char *onward = home ? crawl_page_refresh(ctx->arena, &page) : NULL;
    if (onward && strcmp(onward, answer->url) != 0) {
        redirect(site, ctx->arena, onward);
        return true;
    }
    mark_seen(site, answer->url);
    if (!home && is_twin(site, fresh)) {
        site->target = NULL;
        return true;
    }
    site->words += fresh->text ? strlen(fresh->text) : 0;
    bool same = stored && !stored->gone && !strcmp(stored->sha256, fresh->sha256);
    if (stored)
        site->kept[stored - site->stored] = true;
    if (same)
        keep_stored(site, stored);
    else if (site->n_pages < CRAWL_PAGES_MAX)
        keep_fresh(site, fresh);
    site->target = NULL;
    if (home)
        take_home(site, ctx->arena, answer->url, &page);
    return true;
}

static bool
take_map(struct ctx *ctx, struct crawl_site *site, const struct http_answer *answer)
{
    struct sitemap map;
    site->target = NULL;
    if (answer->end != HTTP_ANSWERED || answer->status != 200)
        return true;
    if (!sitemap_read(ctx, answer->url, answer->body, answer->length, &map)) {
        err_clear(ctx);
        return true;
    }
    for (size_t i = 0; i < map.n_links && i < MAP_LINKS_MAX; i++) {
        const char *url = map.links[i].url;
        bool better = !site->map || (strstr(url, "page") && !strstr(site->map, "page"));
        if (map.kind == SITEMAP_INDEX && better &&
            crawl_choice_is_own(ctx->arena, &site->scope, url))
            site->map = arena_strdup(site->arena, url);
        else if (map.kind == SITEMAP_PAGES || map.kind == SITEMAP_TEXT)
            add_candidate(site, ctx->arena, &(struct crawl_candidate){.url = url});
    }
    return true;
}

/* An answer that brings no page. */
static void
take_failure(struct crawl_site *site, const struct http_answer *answer)
{
    const char *cause, *message;
    enum crawl_end end = crawl_end_judge(site->arena, answer, &cause, &message);
    if (site->step == CRAWL_HOME && answer->end != HTTP_ANSWERED && answer->end != HTTP_TYPE &&
        answer->end != HTTP_TOO_LARGE && site->hops == 0) {
        next_start(site, answer);
    } else if (site->step == CRAWL_HOME) {
        site->retry_seconds = answer->retry_seconds;
        crawl_end(site, end, cause, message);
    } else if (answer->status == 404 || answer->status == 410 || answer->end == HTTP_TYPE) {
        site->target = NULL; /* gone, when it was stored */
    } else {
        pass_over(site, cause, message);
    }
}

bool
crawl_site_take(struct ctx *ctx, struct crawl_site *site, const struct http_answer *answer)
{
    site->fresh = NULL;
    site->n_requests++;
    site->n_bytes += answer->length;
    if (site->end != CRAWL_OPEN)
        return true;
    if (site->asking) {
        take_robots(site, answer);
        return true;
    }
    bool redirected = answer->end == HTTP_ANSWERED && answer->location != NULL;
    bool good = answer->end == HTTP_ANSWERED && answer->status >= 200 && answer->status < 300;
    const struct page_stored *stored = stored_of(site, answer->url);
    if (redirected)
        redirect(site, ctx->arena, answer->location);
    else if (site->step == CRAWL_MAP)
        return take_map(ctx, site, answer);
    else if (answer->end == HTTP_ANSWERED && answer->status == 304 && stored) {
        mark_seen(site, answer->url);
        keep_stored(site, stored);
        site->unread = true;
        site->target = NULL;
        if (site->step == CRAWL_HOME)
            take_home(site, ctx->arena, answer->url, NULL);
    } else if (good && answer->length > 0)
        return take_content(ctx, site, answer);
    else
        take_failure(site, answer);
    return true;
}

void
crawl_site_stop(struct crawl_site *site)
{
    if (site->end != CRAWL_OPEN)
        return;
    if (site->n_pages + site->n_checked > 0)
        crawl_end(site, CRAWL_PARTIAL, "timeout",
                  "The site answers so slowly that its time was over.");
    else
        crawl_end(site, CRAWL_AGAIN, "timeout", "The site does not answer in time.");
}
