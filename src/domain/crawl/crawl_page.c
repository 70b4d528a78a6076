/* Answers as pages. See crawl_page.h. */
#include "domain/crawl/crawl_page.h"

#include <string.h>
#include <strings.h>

#include "base/buf.h"
#include "base/markup_bytes.h"
#include "base/text.h"
#include "base/token.h"
#include "base/uri_web.h"

enum { REFRESH_WORDS = 300, MUCH_TO_SAY = 3000 };

const char *
crawl_page_hash(struct arena *arena, const struct http_answer *answer)
{
    return token_sha256(arena, answer->body, answer->length);
}

/* At most `max` bytes of it, which end between characters; NULL for nothing. */
static const char *
kept(struct arena *arena, const char *text, size_t max)
{
    if (!text || !*text)
        return NULL;
    size_t length = strlen(text);
    if (length <= max)
        return text;
    length = max;
    while (length > 0 && ((unsigned char)text[length] & 0xC0) == 0x80)
        length--;
    return arena_strndup(arena, text, length);
}

/* The body as UTF-8. */
static bool
text_of(struct ctx *ctx, const struct http_answer *answer, const struct page *read,
        struct span *out)
{
    bool cut;
    char *text;
    const char *charset;
    bool utf8 = !strcmp(read->charset, "UTF-8") && text_is_utf8(answer->body, answer->length);
    *out = (struct span){answer->body, answer->length};
    if (utf8 && answer->length <= PAGE_STORE_BODY_MAX)
        return true;
    if (!markup_bytes(ctx, answer->body, answer->length,
                      markup_charset(ctx->arena, answer->content_type), PAGE_STORE_BODY_MAX, &text,
                      &out->length, &cut, &charset))
        return false;
    out->data = text;
    return true;
}

static struct span
host_of(const char *url)
{
    const char *at = strstr(url, "://");
    at = at ? at + 3 : url;
    return (struct span){at, strcspn(at, "/?#")};
}

static void
add_line(struct buf *buf, const char *text)
{
    buf_text(buf, text);
    buf_char(buf, '\n');
}

/* The addresses that the page links to, those of other sites first. */
static const char *
links_of(struct arena *arena, const struct page *read)
{
    struct buf buf;
    struct span own = host_of(read->url);
    buf_init(&buf, arena, CRAWL_LINKS_MAX);
    for (int others = 1; others >= 0; others--)
        for (size_t i = 0; i < read->n_links; i++) {
            const char *href = read->links[i].href;
            struct span host = host_of(href);
            bool other = host.length != own.length || memcmp(host.data, own.data, own.length) != 0;
            if (other == (others == 1) && buf.length + strlen(href) + 2 < CRAWL_LINKS_MAX)
                add_line(&buf, href);
        }
    return buf.data;
}

/* Reads the page's words; all of it where it may be a placeholder. A page that has much to say is
 * none. */
static bool
read_page(struct ctx *ctx, const struct page_source *source, enum page_kind kind, struct page *read)
{
    if (!page_read_words(ctx, source, read))
        return false;
    read->verdict.page_class = PAGE_COMPANY;
    bool doubtful = kind == PAGE_HOME && (!read->text || strlen(read->text) < MUCH_TO_SAY);
    return !doubtful || page_read(ctx, source, read);
}

bool
crawl_page_read(struct ctx *ctx, const struct http_answer *answer, enum page_kind kind,
                struct page *read, struct page_fresh *out)
{
    struct arena *arena = ctx->arena;
    const struct page_source source = {.url = answer->url,
                                       .body = answer->body,
                                       .length = answer->length,
                                       .content_type = answer->content_type,
                                       .headers = answer->headers,
                                       .n_headers = answer->n_headers,
                                       .status = answer->status};
    struct span text;
    if (!read_page(ctx, &source, kind, read) || !text_of(ctx, answer, read, &text))
        return false;
    memset(out, 0, sizeof *out);
    out->kind = kind != PAGE_OTHER ? kind : read->kind;
    out->url = answer->url;
    out->http_status = answer->status;
    out->etag = kept(arena, answer->etag, CRAWL_LINE_MAX);
    out->last_modified = kept(arena, answer->modified, CRAWL_LINE_MAX);
    out->sha256 = crawl_page_hash(arena, answer);
    out->title = kept(arena, read->title, CRAWL_LINE_MAX);
    out->description = kept(arena, read->description, CRAWL_LINE_MAX);
    out->language = kept(arena, read->language, CRAWL_LINE_MAX);
    out->text = kept(arena, read->text, CRAWL_TEXT_MAX);
    out->frame_text = kept(arena, read->frame_text, CRAWL_FRAME_MAX);
    out->links = kept(arena, links_of(arena, read), CRAWL_LINKS_MAX);
    page_store_pack(arena, text.data, text.length, out);
    return true;
}

const char *
crawl_page_refresh(struct arena *arena, const struct page *page)
{
    if (page->text && strlen(page->text) > REFRESH_WORDS)
        return NULL;
    for (const struct markup_node *node = page->root; node; node = markup_next(node, page->root)) {
        const char *what = node->tag == MARKUP_META ? markup_attr(node, "http-equiv") : NULL;
        const char *content = what ? markup_attr(node, "content") : NULL;
        if (!content || strcasecmp(what, "refresh") != 0)
            continue;
        const char *url = strcasestr(content, "url=");
        if (!url)
            return NULL;
        url += strlen("url=");
        size_t length = strcspn(url, "'\"");
        if (length == 0) {
            url++;
            length = strcspn(url, "'\"");
        }
        return uri_web_join(arena, page->url, arena_strndup(arena, url, length));
    }
    return NULL;
}
