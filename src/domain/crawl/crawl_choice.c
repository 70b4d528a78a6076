/* Which pages to fetch. See crawl_choice.h. */
#include "domain/crawl/crawl_choice.h"

#include <string.h>
#include <strings.h>

#include "base/psl.h"
#include "base/text.h"
#include "base/uri_web.h"

enum { URL_MAX = 1500, SCAN_MAX = 5000, STORED_BONUS = 4, FRAME_BONUS = 5, PLAIN_LEAST = 20 };

/* What a page of the kind is worth to those who read it: who they are, what they sell, whom they
 * look for. */
static const int worth_of_kind[PAGE_KINDS] = {
    [PAGE_OTHER] = 0,     [PAGE_HOME] = 0,      [PAGE_ABOUT] = 1000,   [PAGE_TEAM] = 950,
    [PAGE_PRODUCT] = 900, [PAGE_PRICING] = 850, [PAGE_SECURITY] = 800, [PAGE_CAREERS] = 750,
    [PAGE_CONTACT] = 700, [PAGE_LEGAL] = 650,   [PAGE_DOCS] = 600,     [PAGE_BLOG] = 550,
};

static const char *
without_www(const char *host)
{
    return text_starts(host, "www.") && strchr(host + 4, '.') ? host + 4 : host;
}

bool
crawl_choice_is_own(struct arena *arena, const struct crawl_scope *scope, const char *url)
{
    struct uri_web uri;
    struct psl psl;
    if (!uri_web_read(arena, url, strlen(url), NULL, &uri))
        return false;
    if (strcmp(scope->path, "/") != 0 && strncmp(uri.path, scope->path, strlen(scope->path)) != 0)
        return false;
    if (!strcmp(without_www(uri.host), without_www(scope->domain)))
        return true;
    if (scope->exact)
        return false;
    psl_split(uri.host, &psl);
    /* "acme.github.io" is of acme, not of github.io */
    const char *own = psl.private_suffix ? psl.private_registrable : psl.registrable;
    return own && !strcmp(own, scope->domain);
}

const char *
crawl_choice_key(struct arena *arena, const char *url)
{
    struct uri_web uri;
    if (!uri_web_read(arena, url, strlen(url), NULL, &uri))
        return "";
    size_t path = strlen(uri.path);
    while (path > 0 && uri.path[path - 1] == '/')
        path--;
    bool query = uri.query && *uri.query;
    return arena_printf(arena, "%s%.*s%s%s", without_www(uri.host), (int)path, uri.path,
                        query ? "?" : "", query ? uri.query : "");
}

/* Files, and places where a crawler has no business. */
static bool
is_page(const struct uri_web *uri)
{
    static const char files[] =
        "|pdf|jpg|jpeg|png|gif|svg|webp|avif|ico|css|js|json|xml|rss|atom|zip|gz|tar|rar|7z|exe|"
        "dmg|apk|mp3|mp4|mov|avi|webm|doc|docx|xls|xlsx|ppt|pptx|csv|txt|ics|vcf|woff|woff2|";
    static const char *const doors[] = {"/login", "/logout", "/signin",   "/signup",  "/register",
                                        "/cart",  "/wp-",    "/checkout", "/account", "/cdn-cgi",
                                        "/feed",  "/search", "/tag/",     "/api/v"};
    const char *slash = strrchr(uri->path, '/'), *dot = slash ? strrchr(slash, '.') : NULL;
    char name[16] = "|";
    if (dot && strlen(dot + 1) < sizeof name - 3) {
        memcpy(name + 1, dot + 1, strlen(dot + 1));
        memcpy(name + 1 + strlen(dot + 1), "|", 2);
        if (strcasestr(files, name))
            return false;
    }
    for (size_t i = 0; i < sizeof doors / sizeof *doors; i++)
        if (!strncasecmp(uri->path, doors[i], strlen(doors[i])))
            return false;
    return true;
}

/* The candidate as a choice; false when it is none. */
static bool
judge(struct arena *arena, const struct crawl_scope *scope, const struct crawl_candidate *candidate,
      struct crawl_choice *out)
{
    struct uri_web uri;
    int certainty;
    if (strlen(candidate->url) > URL_MAX ||
        !uri_web_read(arena, candidate->url, strlen(candidate->url), NULL, &uri) ||
        !is_page(&uri) || !crawl_choice_is_own(arena, scope, candidate->url))
        return false;
    out->url = uri_web_page(arena, &uri);
    out->kind = page_kind_of_link(arena, out->url, candidate->text, &certainty);
    if (out->kind == PAGE_OTHER || out->kind == PAGE_HOME || certainty < PLAIN_LEAST)
        return false;
    out->worth = certainty + (candidate->frame ? FRAME_BONUS : 0) +
                 (candidate->stored ? STORED_BONUS : 0) - (uri.query && *uri.query ? 10 : 0) -
                 (int)strlen(uri.path) / 10;
    return true;
}

size_t
crawl_choice_make(struct arena *arena, const struct crawl_scope *scope, const char *home,
                  const struct crawl_candidate *candidates, size_t n_candidates, size_t max,
                  struct crawl_choice **out)
{
    struct crawl_choice best[PAGE_KINDS];
    const char *keys[PAGE_KINDS] = {NULL};
    const char *home_key = crawl_choice_key(arena, home);
    memset(best, 0, sizeof best);
    for (size_t i = 0; i < n_candidates && i < SCAN_MAX; i++) {
        struct crawl_choice one;
        if (!judge(arena, scope, &candidates[i], &one) ||
            (best[one.kind].url && best[one.kind].worth >= one.worth))
            continue;
        const char *key = crawl_choice_key(arena, one.url);
        if (!strcmp(key, home_key))
            continue;
        best[one.kind] = one;
        keys[one.kind] = key;
    }
    size_t n = 0;
    *out = ARENA_ARRAY(arena, PAGE_KINDS, struct crawl_choice);
    for (;;) {
        size_t next = PAGE_KINDS;
        for (size_t kind = 0; kind < PAGE_KINDS; kind++)
            if (best[kind].url && (next == PAGE_KINDS || worth_of_kind[kind] > worth_of_kind[next]))
                next = kind;
        if (next == PAGE_KINDS || n == max)
            return n;
        bool twice = false;
        for (size_t kind = 0; kind < PAGE_KINDS; kind++)
            twice = twice || (!best[kind].url && keys[kind] && !strcmp(keys[kind], keys[next]));
        if (!twice) {
            (*out)[n] = best[next];
            (*out)[n++].worth += worth_of_kind[next];
        }
        best[next].url = NULL;
    }
}

/* Links with more words are headlines. */
enum { SPARE_TEXT_MAX = 40 };

/* A page of no kind that is known, or not the best of its kind: the higher, the nearer the site puts
 * it to its visitors; 0 for what only a listing would lead to. */
static int
spare_worth(struct arena *arena, const struct crawl_scope *scope,
            const struct crawl_candidate *candidate)
{
    struct uri_web uri;
    int parts = 0;
    bool named = candidate->text && *candidate->text && strlen(candidate->text) <= SPARE_TEXT_MAX;
    if ((!named && !candidate->stored) || strlen(candidate->url) > URL_MAX ||
        !uri_web_read(arena, candidate->url, strlen(candidate->url), NULL, &uri) ||
        !is_page(&uri) || (uri.query && *uri.query) ||
        !crawl_choice_is_own(arena, scope, candidate->url))
        return 0;
    for (const char *at = uri.path; *at; at++)
        parts += *at == '/' && at[1];
    if (parts == 0 || parts > 2)
        return 0;
    return (candidate->frame || candidate->stored ? 4 : 2) + (parts == 1);
}

bool
crawl_choice_is_spare(struct arena *arena, const struct crawl_scope *scope,
                      const struct crawl_candidate *candidate)
{
    return spare_worth(arena, scope, candidate) > 0;
}

size_t
crawl_choice_fill(struct arena *arena, const struct crawl_scope *scope, const char *home,
                  const struct crawl_candidate *candidates, size_t n_candidates, size_t max,
                  struct crawl_choice *choices, size_t n)
{
    const char *home_key = crawl_choice_key(arena, home);
    for (int worth = 5; worth >= 3; worth--)
        for (size_t i = 0; i < n_candidates && i < SCAN_MAX && n < max; i++) {
            if (spare_worth(arena, scope, &candidates[i]) != worth)
                continue;
            const char *key = crawl_choice_key(arena, candidates[i].url);
            bool taken = !strcmp(key, home_key);
            for (size_t j = 0; j < n && !taken; j++)
                taken = !strcmp(key, crawl_choice_key(arena, choices[j].url));
            int certainty;
            if (!taken)
                choices[n++] =
                    (struct crawl_choice){.url = candidates[i].url,
                                          .kind = page_kind_of_link(arena, candidates[i].url,
                                                                    candidates[i].text, &certainty),
                                          .worth = worth};
        }
    return n;
}
