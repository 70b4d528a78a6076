/* The links of a page. See page_link.h. */
#include "domain/page/page_link.h"

#include <string.h>
#include <strings.h>

#include "base/map.h"
#include "base/text.h"
#include "base/uri_web.h"
#include "domain/page/page_text.h"

/* What the link is called: its words, else its title, else the first picture in it. */
static const char *
link_text(struct arena *arena, const struct markup_node *link)
{
    const char *text = markup_text(arena, link, PAGE_LINK_TEXT_MAX);
    if (!*text && markup_attr(link, "aria-label"))
        text = markup_attr(link, "aria-label");
    if (!*text && markup_attr(link, "title"))
        text = markup_attr(link, "title");
    const struct markup_node *picture = *text ? NULL : markup_first(link, MARKUP_IMG);
    if (picture && markup_attr(picture, "alt"))
        text = markup_attr(picture, "alt");
    return text_cut(arena, text_squeeze(arena, text), PAGE_LINK_TEXT_MAX);
}

/* Links at most, of which some are the same. */
static size_t
count_links(const struct markup_node *root)
{
    size_t n = 0;
    for (const struct markup_node *at = root; at && n < PAGE_LINKS_MAX; at = markup_next(at, root))
        n += at->tag == MARKUP_A;
    return n;
}

size_t
page_link_list(struct arena *arena, const char *url, const struct markup_node *root,
               const struct page_text *text, struct page_link **out)
{
    const struct markup_node *base = markup_first(root, MARKUP_BASE);
    const char *based = base && markup_attr(base, "href")
                            ? uri_web_join(arena, url, markup_attr(base, "href"))
                            : NULL;
    struct map *seen = map_new(arena, 256);
    struct page_link *links = ARENA_ARRAY(arena, count_links(root) + 1, struct page_link);
    size_t n = 0;
    struct uri_web from, to;
    if (based)
        url = based;
    bool rooted = uri_web_read(arena, url, strlen(url), NULL, &from);
    for (const struct markup_node *at = markup_next(root, root); at && n < PAGE_LINKS_MAX;
         at = markup_next(at, root)) {
        const char *href = at->tag == MARKUP_A ? markup_attr(at, "href") : NULL;
        if (!href || href[0] == '#' || !strncasecmp(href, "javascript:", 11))
            continue;
        if (!uri_web_read(arena, href, strlen(href), rooted ? &from : NULL, &to))
            continue;
        const char *absolute = uri_web_page(arena, &to);
        const char *words = link_text(arena, at);
        struct page_link *known = map_get(seen, absolute);
        if (known) {
            if (!*known->text)
                known->text = words;
            continue;
        }
        const char *rel = markup_attr(at, "rel");
        links[n] = (struct page_link){absolute, words, at, text->parts[at->index] != PAGE_PART_MAIN,
                                      rel && strcasestr(rel, "nofollow")};
        map_put(seen, absolute, &links[n++]);
    }
    *out = links;
    return n;
}
