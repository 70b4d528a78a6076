/* Sitemaps and feeds. See sitemap.h. XML is scanned tag by tag, not parsed: half of the sitemaps of
 * the wild are not well-formed, and nothing here needs a tree. */
#include "base/sitemap.h"

#include <string.h>
#include <strings.h>

#include "base/buf.h"
#include "base/charset.h"
#include "base/deflate.h"
#include "base/text.h"
#include "base/uri_web.h"

enum { NAME_SIZE = 32, VALUE_MAX = 4096 };

/* Where in the document the scan is: what the text between tags belongs to. */
enum place { PLACE_ELSEWHERE, PLACE_URL, PLACE_TITLE, PLACE_CHANGED };

struct scan {
    struct arena *arena;
    const char *at, *end;
    struct uri_web base;
    bool based;
    struct sitemap *out;
    size_t size;            /* of out->links */
    bool inside;            /* an entry: <url>, <sitemap>, <item>, <entry> */
    char prefix[NAME_SIZE]; /* of the root: what has another one is an extension */
    enum place place;
    struct sitemap_link entry;
    struct buf text;
};

struct tag {
    char name[NAME_SIZE]; /* lower case, without its prefix */
    char prefix[NAME_SIZE];
    bool closing, empty;
    struct span inside; /* attributes */
};

/* --- characters ---------------------------------------------------------------------------- */

static void
add_point(struct buf *buf, unsigned long point)
{
    if (point == 0 || point > 0x10FFFF || (point >= 0xD800 && point < 0xE000))
        return;
    if (point < 0x80) {
        buf_char(buf, (char)point);
        return;
    }
    int more = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
    static const unsigned char heads[] = {0, 0xC0, 0xE0, 0xF0};
    buf_char(buf, (char)(heads[more] | point >> (6 * more)));
    while (more-- > 0)
        buf_char(buf, (char)(0x80 | (point >> (6 * more) & 0x3F)));
}

/* The character of the reference at `at` ("&amp;"), its length; 0 when it is only an ampersand. */
static size_t
add_reference(struct buf *buf, const char *at, size_t length)
{
    static const struct {
        const char *name;
        char c;
    } named[] = {
        {"&amp;",  '&' },
        {"&lt;",   '<' },
        {"&gt;",   '>' },
        {"&quot;", '"' },
        {"&apos;", '\''}
    };
    for (size_t i = 0; i < sizeof named / sizeof *named; i++) {
        size_t n = strlen(named[i].name);
        if (length >= n && !memcmp(at, named[i].name, n)) {
            buf_char(buf, named[i].c);
            return n;
        }
    }
    if (length < 4 || at[1] != '#')
        return 0;
    bool hex = (at[2] | 0x20) == 'x';
    size_t n = hex ? 3 : 2;
    unsigned long point = 0;
    for (; n < length && n < 10 && at[n] != ';'; n++) {
        char lower = (char)(at[n] | 0x20);
        if (at[n] >= '0' && at[n] <= '9')
            point = point * (hex ? 16 : 10) + (unsigned long)(at[n] - '0');
        else if (hex && lower >= 'a' && lower <= 'f')
            point = point * 16 + (unsigned long)(lower - 'a' + 10);
        else
            return 0;
    }
    if (n == length || at[n] != ';')
        return 0;
    add_point(buf, point);
    return n + 1;
}

static void
add_text(struct buf *buf, const char *at, size_t length, bool references)
{
    for (size_t i = 0; i < length && !buf->over; i++) {
        size_t n = references && at[i] == '&' ? add_reference(buf, at + i, length - i) : 0;
        if (n)
            i += n - 1;
        else
            buf_char(buf, at[i]);
    }
}

/* --- links --------------------------------------------------------------------------------- */

static bool
resolve(struct scan *scan, const char *text, const char **url)
{
    struct uri_web uri;
    if (!uri_web_read(scan->arena, text, strlen(text), scan->based ? &scan->base : NULL, &uri))
        return false;
    *url = uri_web_page(scan->arena, &uri);
    return true;
}

static void
add_link(struct scan *scan, const struct sitemap_link *link)
{
    struct sitemap *out = scan->out;
    if (!link->url)
        return;
    if (out->n_links == SITEMAP_LINKS_MAX) {
        out->cut = true;
        return;
    }
    if (out->n_links == scan->size) {
        scan->size = scan->size ? 2 * scan->size : 64;
        struct sitemap_link *more = ARENA_ARRAY(scan->arena, scan->size, struct sitemap_link);
        if (out->n_links)
            memcpy(more, out->links, out->n_links * sizeof *more);
        out->links = more;
    }
    out->links[out->n_links++] = *link;
}

/* --- tags ---------------------------------------------------------------------------------- */

static bool
is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static void
read_tag(struct span inside, struct tag *out)
{
    memset(out, 0, sizeof *out);
    const char *at = inside.data, *end = at + inside.length;
    if (at < end && *at == '/') {
        out->closing = true;
        at++;
    }
    if (end > at && end[-1] == '/') {
        out->empty = true;
        end--;
    }
    size_t n = 0;
    for (; at < end && !is_space(*at) && *at != '/'; at++) {
        if (*at == ':') {
            out->name[n] = '\0';
            memcpy(out->prefix, out->name, n + 1);
            n = 0;
        } else if (n + 1 < NAME_SIZE) {
            out->name[n++] = *at >= 'A' && *at <= 'Z' ? (char)(*at + 32) : *at;
        }
    }
    out->name[n] = '\0';
    out->inside = (struct span){at, (size_t)(end - at)};
}

/* The value of an attribute in the arena, or NULL. */
static const char *
attribute(struct scan *scan, const struct tag *tag, const char *name)
{
    const char *at = tag->inside.data, *end = at + tag->inside.length;
    size_t length = strlen(name);
    while (at < end) {
        while (at < end && is_space(*at))
            at++;
        const char *begin = at;
        while (at < end && *at != '=' && !is_space(*at))
            at++;
        bool wanted = (size_t)(at - begin) == length && !strncasecmp(begin, name, length);
        while (at < end && (is_space(*at) || *at == '='))
            at++;
        if (at == end || (*at != '"' && *at != '\''))
            continue;
        const char *close = memchr(at + 1, *at, (size_t)(end - at - 1));
        if (!close)
            return NULL;
        if (wanted) {
            struct buf value;
            buf_init(&value, scan->arena, VALUE_MAX);
            add_text(&value, at + 1, (size_t)(close - at - 1), true);
            return value.data;
        }
        at = close + 1;
    }
    return NULL;
}

static bool
is_one_of(const char *name, const char *const *names)
{
    for (; *names; names++)
        if (!strcmp(name, *names))
            return true;
    return false;
}

static const char *const entries[] = {"url", "sitemap", "item", "entry", NULL};
static const char *const dates[] = {"lastmod", "pubdate", "updated", "date", NULL};

static enum sitemap_kind
kind_of_root(const char *name)
{
    if (!strcmp(name, "urlset"))
        return SITEMAP_PAGES;
    if (!strcmp(name, "sitemapindex"))
        return SITEMAP_INDEX;
    if (!strcmp(name, "rss") || !strcmp(name, "feed") || !strcmp(name, "rdf"))
        return SITEMAP_FEED;
    return SITEMAP_NONE;
}

/* Atom's <link href rel>: of an entry, or of the whole feed. */
static void
take_atom_link(struct scan *scan, const struct tag *tag)
{
    const char *href = attribute(scan, tag, "href"), *rel = attribute(scan, tag, "rel");
    if (!href || (rel && strcmp(rel, "alternate") != 0))
        return;
    if (scan->inside && !scan->entry.url)
        resolve(scan, href, &scan->entry.url);
    else if (!scan->inside && !scan->out->home)
        resolve(scan, href, &scan->out->home);
}

static void
take_opening(struct scan *scan, const struct tag *tag)
{
    struct sitemap *out = scan->out;
    buf_clear(&scan->text);
    scan->place = PLACE_ELSEWHERE;
    if (out->kind == SITEMAP_NONE) {
        out->kind = kind_of_root(tag->name);
        if (strcmp(tag->name, "rdf") != 0)
            memcpy(scan->prefix, tag->prefix, sizeof scan->prefix);
        return;
    }
    bool feed = out->kind == SITEMAP_FEED, own = !strcmp(tag->prefix, scan->prefix);
    if (own && is_one_of(tag->name, entries)) {
        scan->inside = true;
        scan->entry = (struct sitemap_link){NULL, NULL, NULL};
        scan->place = feed ? PLACE_ELSEWHERE : PLACE_URL; /* <sitemap>address</sitemap> */
    } else if (feed && !strcmp(tag->name, "link")) {
        take_atom_link(scan, tag);
        scan->place = own && !tag->empty ? PLACE_URL : PLACE_ELSEWHERE;
    } else if (!feed && !strcmp(tag->name, "loc")) {
        scan->place = own ? PLACE_URL : PLACE_ELSEWHERE; /* <image:loc> is no page */
    } else if (feed && own && !strcmp(tag->name, "title")) {
        scan->place = PLACE_TITLE;
    } else if (is_one_of(tag->name, dates)) {
        scan->place = PLACE_CHANGED;
    }
}

/* What the text before a closing tag was. */
static void
take_text(struct scan *scan)
{
    const char *text = text_squeeze(scan->arena, scan->text.data);
    enum place place = scan->place;
    buf_clear(&scan->text);
    scan->place = PLACE_ELSEWHERE;
    if (!*text)
        return;
    if (place == PLACE_URL && scan->inside && !scan->entry.url)
        resolve(scan, text, &scan->entry.url);
    else if (place == PLACE_URL && !scan->inside && !scan->out->home)
        resolve(scan, text, &scan->out->home);
    else if (place == PLACE_TITLE && scan->inside)
        scan->entry.title = text;
    else if (place == PLACE_CHANGED && scan->inside)
        scan->entry.changed = text;
}

static void
take_tag(struct scan *scan, struct span inside)
{
    struct tag tag;
    read_tag(inside, &tag);
    if (!tag.closing) {
        take_opening(scan, &tag);
        return;
    }
    take_text(scan);
    if (scan->inside && !strcmp(tag.prefix, scan->prefix) && is_one_of(tag.name, entries)) {
        add_link(scan, &scan->entry);
        scan->inside = false;
    }
}

/* Behind the next `mark`, or the end. */
static const char *
behind(struct scan *scan, const char *mark)
{
    size_t n = strlen(mark);
    const char *found = memmem(scan->at, (size_t)(scan->end - scan->at), mark, n);
    return found ? found + n : scan->end;
}

static bool
begins(struct scan *scan, const char *mark)
{
    size_t n = strlen(mark);
    return (size_t)(scan->end - scan->at) >= n && !memcmp(scan->at, mark, n);
}

static void
scan_xml(struct scan *scan)
{
    while (scan->at < scan->end) {
        const char *next = memchr(scan->at, '<', (size_t)(scan->end - scan->at));
        next = next ? next : scan->end;
        if (scan->place != PLACE_ELSEWHERE)
            add_text(&scan->text, scan->at, (size_t)(next - scan->at), true);
        scan->at = next;
        if (begins(scan, "<!--")) {
            scan->at = behind(scan, "-->");
        } else if (begins(scan, "<![CDATA[")) {
            const char *begin = scan->at + strlen("<![CDATA[");
            scan->at = behind(scan, "]]>");
            size_t length = (size_t)(scan->at - begin);
            if (scan->place != PLACE_ELSEWHERE && length >= 3)
                add_text(&scan->text, begin, length - 3, false);
        } else if (begins(scan, "<?") || begins(scan, "<!")) {
            scan->at = behind(scan, ">");
        } else if (scan->at < scan->end) {
            const char *begin = scan->at + 1;
            scan->at = behind(scan, ">");
            if (scan->at > begin && scan->at[-1] == '>')
                take_tag(scan, (struct span){begin, (size_t)(scan->at - 1 - begin)});
        }
    }
    if (scan->inside && scan->out->kind != SITEMAP_NONE) {
        scan->out->cut = true;
        add_link(scan, &scan->entry);
    }
}

/* One address a line; a file with other lines is no sitemap. */
static void
scan_lines(struct scan *scan)
{
    scan->based = false;
    for (bool read = true; scan->at < scan->end && read;) {
        size_t length = 0;
        while (scan->at + length < scan->end && scan->at[length] != '\n' &&
               scan->at[length] != '\r')
            length++;
        const char *line =
            arena_strndup(scan->arena, scan->at, length < VALUE_MAX ? length : VALUE_MAX);
        struct sitemap_link link = {NULL, NULL, NULL};
        line = text_trim(scan->arena, line);
        if (*line)
            read = resolve(scan, line, &link.url);
        if (link.url)
            add_link(scan, &link);
        scan->at += length + (scan->at + length < scan->end);
    }
    if (scan->out->n_links)
        scan->out->kind = SITEMAP_TEXT;
}

/* Unpacked, as UTF-8, without a mark. */
static bool
text_of(struct ctx *ctx, const char *bytes, size_t length, struct span *out)
{
    if (length > 2 && !memcmp(bytes, "\x1F\x8B", 2)) {
        char *text;
        if (!deflate_unpack(ctx, ctx->arena, bytes, length, SITEMAP_BYTES_MAX, &text, &length))
            return false;
        bytes = text;
    }
    if (length > SITEMAP_BYTES_MAX)
        length = SITEMAP_BYTES_MAX;
    charset_unmarked(ctx->arena, &bytes, &length);
    *out = (struct span){bytes, length};
    return true;
}

bool
sitemap_read(struct ctx *ctx, const char *url, const char *bytes, size_t length,
             struct sitemap *out)
{
    struct span text;
    struct scan scan = {.arena = ctx->arena, .out = out};
    memset(out, 0, sizeof *out);
    if (!text_of(ctx, bytes, length, &text))
        return false;
    scan.based = url && uri_web_read(ctx->arena, url, strlen(url), NULL, &scan.base);
    scan.at = text.data;
    scan.end = text.data + text.length;
    buf_init(&scan.text, ctx->arena, VALUE_MAX);
    while (scan.at < scan.end && is_space(*scan.at))
        scan.at++;
    if (scan.at < scan.end && *scan.at == '<')
        scan_xml(&scan);
    else
        scan_lines(&scan);
    return true;
}
