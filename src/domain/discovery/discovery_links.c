/* The places that a directory, a list, a sitemap or a feed leads to. See discovery_links.h. */
#include "domain/discovery/discovery_links.h"

#include <stdbool.h>
#include <string.h>

#include "base/sitemap.h"
#include "base/text.h"
#include "base/uri_web.h"
#include "domain/company/company_domain.h"
#include "domain/page/page.h"

enum { ALIKE_LEAST = 3 };

static const char *
key_of(struct arena *arena, const char *url)
{
    return company_domain_key(arena, url);
}

/* The path of an address without its last part: pages of one list have it in common. */
static const char *
folder_of(struct arena *arena, const char *url)
{
    size_t length = strcspn(url, "?#");
    while (length && url[length - 1] == '/')
        length--;
    while (length && url[length - 1] != '/')
        length--;
    return arena_strndup(arena, url, length);
}

static void
add_lead(struct discovery_links *out, const char *url, const char *title)
{
    if (out->n_leads < DISCOVERY_LEADS_MOST) {
        out->leads[out->n_leads] =
            (struct discovery_lead){url, title ? title : "", (int64_t)out->n_leads + 1};
        out->n_leads++;
    }
}

static void
make_room(struct arena *arena, struct discovery_links *out, size_t n)
{
    size_t most = n < DISCOVERY_LEADS_MOST ? n : DISCOVERY_LEADS_MOST;
    out->leads = ARENA_ARRAY(arena, most + 1, struct discovery_lead);
    out->profiles = ARENA_ARRAY(arena, DISCOVERY_PROFILES_MOST, const char *);
    out->sitemaps = ARENA_ARRAY(arena, DISCOVERY_PROFILES_MOST, const char *);
}

static void
add_text(const char **list, size_t *n, const char *text)
{
    for (size_t i = 0; i < *n; i++)
        if (!strcmp(list[i], text))
            return;
    if (*n < DISCOVERY_PROFILES_MOST)
        list[(*n)++] = text;
}

/* Navigation, head and foot of a page, by their elements: to page.h a list of nothing but links is frame
 * too, and that is what a directory is. */
static bool
in_frame(const struct page_link *link)
{
    static const char *const frames[] = {"nav", "header", "footer", "aside"};
    for (const struct markup_node *at = link->node; at; at = at->parent) {
        const char *role = markup_attr(at, "role");
        for (size_t i = 0; at->name && i < sizeof frames / sizeof *frames; i++)
            if (!strcmp(at->name, frames[i]))
                return true;
        if (role && (!strcmp(role, "navigation") || !strcmp(role, "contentinfo")))
            return true;
    }
    return false;
}

static bool
is_inner(const char *own, const char *key)
{
    return own && key && !strcmp(own, key);
}

/* Inner pages of which several stand in one folder: the profiles of a directory. */
static void
find_profiles(struct arena *arena, const struct page *page, struct discovery_links *out)
{
    const char **folders = ARENA_ARRAY(arena, page->n_links + 1, const char *);
    for (size_t i = 0; i < page->n_links; i++) {
        const struct page_link *link = &page->links[i];
        folders[i] = in_frame(link) || !is_inner(out->own, key_of(arena, link->href))
                         ? NULL
                         : folder_of(arena, link->href);
    }
    for (size_t i = 0; i < page->n_links; i++) {
        size_t alike = 0;
        for (size_t j = 0; folders[i] && j < page->n_links && alike < ALIKE_LEAST; j++)
            alike += folders[j] && !strcmp(folders[i], folders[j]);
        if (alike >= ALIKE_LEAST && strcmp(page->links[i].href, page->url) != 0)
            add_text(out->profiles, &out->n_profiles, page->links[i].href);
    }
}

static bool
read_html(struct ctx *ctx, const struct page_source *source, struct discovery_links *out)
{
    struct page page;
    if (!page_read(ctx, source, &page))
        return false;
    make_room(ctx->arena, out, page.n_links);
    for (size_t i = 0; i < page.n_links; i++) {
        const char *key = key_of(ctx->arena, page.links[i].href);
        if (!in_frame(&page.links[i]) && key && !is_inner(out->own, key))
            add_lead(out, page.links[i].href, page.links[i].text);
    }
    find_profiles(ctx->arena, &page, out);
    return true;
}

static void
read_map(struct arena *arena, const struct sitemap *map, struct discovery_links *out)
{
    make_room(arena, out, map->n_links);
    for (size_t i = 0; i < map->n_links; i++) {
        const char *url = map->links[i].url;
        if (map->kind == SITEMAP_INDEX)
            add_text(out->sitemaps, &out->n_sitemaps, url);
        else if (!is_inner(out->own, key_of(arena, url)))
            add_lead(out, url, map->links[i].title);
        else
            add_text(out->profiles, &out->n_profiles, url);
    }
}

bool
discovery_links_read(struct ctx *ctx, const char *url, const char *content_type, const char *body,
                     size_t length, struct discovery_links *out)
{
    struct sitemap map;
    *out = (struct discovery_links){.own = key_of(ctx->arena, url)};
    if (page_is_html(content_type, body, length))
        return read_html(ctx,
                         &(struct page_source){.url = url,
                                               .body = body,
                                               .length = length,
                                               .content_type = content_type,
                                               .status = 200},
                         out);
    if (!sitemap_read(ctx, url, body, length, &map)) {
        if (ctx->err.kind != ERR_INPUT)
            return false;
        err_clear(ctx);
        map = (struct sitemap){.kind = SITEMAP_NONE};
    }
    read_map(ctx->arena, &map, out);
    return true;
}

/* Words that people put on the link to a company's own site. */
static bool
says_site(struct arena *arena, const struct page_link *link)
{
    static const char *const words[] = {"website",  "web site",  "webseite", "homepage", "visit",
                                        "site web", "sitio web", "sito",     "www.",     "web"};
    const char *text = text_fold(arena, link->text);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strstr(text, words[i]))
            return true;
    const char *key = key_of(arena, link->href);
    return key && strstr(text, key) != NULL;
}

bool
discovery_links_site(struct ctx *ctx, const char *url, const char *content_type, const char *body,
                     size_t length, struct discovery_lead *out, bool *found)
{
    struct page page;
    const char *own = key_of(ctx->arena, url), *only = NULL;
    *found = false;
    *out = (struct discovery_lead){0};
    if (!page_is_html(content_type, body, length))
        return true;
    if (!page_read(ctx,
                   &(struct page_source){.url = url,
                                         .body = body,
                                         .length = length,
                                         .content_type = content_type,
                                         .status = 200},
                   &page))
        return false;
    bool several = false, said = false;
    for (size_t i = 0; i < page.n_links && !said; i++) {
        const struct page_link *link = &page.links[i];
        const char *key = key_of(ctx->arena, link->href);
        if (in_frame(link) || !key || is_inner(own, key) || discovery_sift_is_press(key))
            continue;
        said = says_site(ctx->arena, link);
        several = several || (only && strcmp(only, key) != 0);
        if (said || !only) {
            only = key;
            *out = (struct discovery_lead){link->href, page.title ? page.title : "", 0};
        }
    }
    *found = only && (said || !several);
    return true;
}

/* A line of a list: the cell that is a domain or address, and the first other one as its name. */
static bool
read_line(struct arena *arena, const char *line, struct discovery_lead *out)
{
    const char *url = NULL, *name = "";
    while (*line) {
        size_t length = strcspn(line, ",;\t");
        char *cell = text_squeeze(arena, arena_strndup(arena, line, length));
        size_t end = strlen(cell);
        if (end > 1 && *cell == '"' && cell[end - 1] == '"') {
            cell[end - 1] = '\0';
            cell++;
        }
        struct company_domain domain;
        enum company_domain_verdict verdict = company_domain_read(arena, cell, &domain);
        if (!url && verdict != COMPANY_DOMAIN_NONE && verdict != COMPANY_DOMAIN_INVALID)
            url = cell;
        else if (!*name)
            name = cell;
        line += length + (line[length] != '\0');
    }
    /* What holds no domain is shown as it is, unless it is the head of a column. */
    static const char *const heads[] = {"domain", "domains", "website", "url", "company", "name"};
    for (size_t i = 0; !url && i < sizeof heads / sizeof *heads; i++)
        if (text_ascii_equal_nocase(name, heads[i]))
            return false;
    *out = (struct discovery_lead){url ? url : name, url ? name : "", 0};
    return *out->url != '\0';
}

size_t
discovery_links_lines(struct arena *arena, const char *text, struct discovery_lead **out)
{
    size_t n = 0;
    *out = ARENA_ARRAY(arena, DISCOVERY_LEADS_MOST, struct discovery_lead);
    while (*text && n < DISCOVERY_LEADS_MOST) {
        size_t length = strcspn(text, "\n");
        if (read_line(arena, arena_strndup(arena, text, length), &(*out)[n])) {
            (*out)[n].rank = (int64_t)n + 1;
            n++;
        }
        text += length + (text[length] != '\0');
    }
    return n;
}
