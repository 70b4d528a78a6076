/* The e-mail addresses of a page. See page_email.h. */
#include "domain/page/page_email.h"

#include <ctype.h>
#include <stdint.h>
#include <string.h>
#include <strings.h>

#include "base/buf.h"
#include "base/map.h"
#include "base/psl.h"
#include "base/text.h"
#include "base/uri_web.h"
#include "domain/contact/email_address.h"

enum { LOCAL_MAX = 64, DOMAIN_MAX = 120, CONTEXT_MAX = 300, ENCODED_MAX = 400, TRIES_MAX = 3000 };

struct finder {
    struct arena *arena;
    struct map *seen;
    const char *own; /* host of the page, without "www." */
    struct page_email *of;
    size_t n, tries;
};

/* Stands in a form or a text as an example. */
static bool
is_placeholder(const struct email_address *email)
{
    static const char *const domains[] = {
        "example.com",         "example.org",    "example.net",     "domain.com",  "yourdomain.com",
        "yourcompany.com",     "company.com",    "companyname.com", "email.com",   "mail.com",
        "yoursite.com",        "mysite.com",     "test.com",        "website.com", "sentry.io",
        "sentry.wixpress.com", "company.example"};
    static const char *const locals[] = {
        "you",     "your",           "yourname",   "your.name", "user",     "username", "name",
        "email",   "youremail",      "your-email", "john.doe",  "jane.doe", "johndoe",  "firstname",
        "vorname", "max.mustermann", "example",    "someone",   "jmeno",    "nombre"};
    for (size_t i = 0; i < sizeof domains / sizeof *domains; i++)
        if (!strcmp(email->domain, domains[i]))
            return true;
    for (size_t i = 0; i < sizeof locals / sizeof *locals; i++)
        if (!strcmp(email->local, locals[i]))
            return true;
    return false;
}

/* The names of pictures have an "@" too: "logo@2x.png". */
static bool
is_domain(const char *domain)
{
    struct psl psl;
    psl_split(domain, &psl);
    return psl.registrable &&
           (psl.listed || text_ends(domain, ".example") || text_ends(domain, ".test"));
}

static void
add(struct finder *finder, const char *text, size_t length, struct page_email email)
{
    struct email_address read;
    if (finder->n == PAGE_EMAILS_MAX || ++finder->tries > TRIES_MAX)
        return;
    const char *copy = arena_strndup(finder->arena, text, length);
    if (email_address_read(finder->arena, copy, &read) != EMAIL_OK || !is_domain(read.domain) ||
        is_placeholder(&read))
        return;
    struct page_email *known = map_get(finder->seen, read.address);
    if (known) {
        known->linked = known->linked || email.linked;
        if (!*known->context || !strcmp(known->context, known->address))
            known->context = email.context;
        return;
    }
    email.address = read.address;
    email.role = read.role;
    finder->of[finder->n] = email;
    map_put(finder->seen, read.address, &finder->of[finder->n++]);
}

/* --- written out ---------------------------------------------------------------------------------- */

static bool
is_local(unsigned char c)
{
    return isalnum(c) || strchr("._%+-'", (char)c) != NULL || c > 0x7F;
}

static bool
is_host(unsigned char c)
{
    return isalnum(c) || c == '-' || c == '.' || c > 0x7F;
}

/* "@" as people write it for people: the length of the sign at `at`, blanks around it included; 0
 * when there is none. Bare words count only where the dot is a word too. */
static size_t
hidden_sign(const char *at, const char *const *words, bool bare)
{
    const char *p = at;
    while (*p == ' ')
        p++;
    char open = *p, close = open == '['   ? ']'
                            : open == '(' ? ')'
                            : open == '{' ? '}'
                            : open == '<' ? '>'
                                          : 0;
    if (!close && !(bare && p > at))
        return 0;
    p += close != 0;
    while (*p == ' ')
        p++;
    for (; *words; words++)
        if (!strncasecmp(p, *words, strlen(*words)))
            break;
    if (!*words)
        return 0;
    p += strlen(*words);
    const char *blank = p;
    while (*p == ' ')
        p++;
    if (close ? *p != close : p == blank)
        return 0;
    p += close != 0;
    while (*p == ' ')
        p++;
    return (size_t)(p - at);
}

static const char *const at_words[] = {"at",           "ät",    "@",     "zavinac",    "zavináč",
                                       "arroba",       "malpa", "małpa", "chiocciola", "arobase",
                                       "apenstaartje", NULL};
static const char *const dot_words[] = {"dot",    "punkt", "point", "punto", "tecka", "tečka",
                                        "kropka", "punt",  "bod",   ".",     NULL};

/* The domain behind a sign, its dots possibly words; moves *at behind it. */
static bool
read_domain(const char **at, struct buf *out, bool hidden, bool *worded)
{
    const char *p = *at;
    while (*p && out->length < DOMAIN_MAX) {
        if (is_host((unsigned char)*p)) {
            buf_char(out, *p++);
            continue;
        }
        size_t sign = hidden ? hidden_sign(p, dot_words, true) : 0;
        if (!sign || !is_host((unsigned char)p[sign]))
            break;
        buf_char(out, '.');
        *worded = true;
        p += sign;
    }
    while (out->length && strchr(".-", out->data[out->length - 1]))
        out->data[--out->length] = '\0';
    *at = p;
    return memchr(out->data, '.', out->length) != NULL;
}

static void
scan_block(struct finder *finder, const struct page_block *block)
{
    const char *text = block->text;
    const char *context = text_cut(finder->arena, text, CONTEXT_MAX);
    for (const char *p = text; *p && finder->tries < TRIES_MAX; p++) {
        bool plain = *p == '@', bare = false;
        size_t sign = plain ? 1 : 0;
        if (!plain && (*p == ' ' || strchr("[({<", *p))) {
            sign = hidden_sign(p, at_words, false);
            bare = !sign;
            if (bare)
                sign = hidden_sign(p, at_words, true);
        }
        const char *start = p;
        while (start > text && p - start < LOCAL_MAX && is_local((unsigned char)start[-1]))
            start--;
        while (start < p && strchr(".-'", *start))
            start++;
        if (!sign || start == p || ((size_t)(p - start) == LOCAL_MAX))
            continue;
        if (++finder->tries > TRIES_MAX)
            return;
        struct buf address;
        bool worded = false;
        const char *after = p + sign;
        struct buf domain;
        buf_init(&domain, finder->arena, DOMAIN_MAX + 8);
        if (!read_domain(&after, &domain, !plain, &worded) ||
            (bare && !worded && strcasecmp(domain.data, finder->own) != 0))
            continue;
        buf_init(&address, finder->arena, LOCAL_MAX + DOMAIN_MAX + 8);
        buf_add(&address, start, (size_t)(p - start));
        buf_char(&address, '@');
        buf_text(&address, domain.data);
        add(finder, address.data, address.length,
            (struct page_email){.context = context,
                                .node = block->owner,
                                .hidden = !plain,
                                .frame = block->part != PAGE_PART_MAIN});
        p = after > p ? after - 1 : p;
    }
}

/* --- links ----------------------------------------------------------------------------------------- */

static int
hex(char c)
{
    return isdigit((unsigned char)c)    ? c - '0'
           : isxdigit((unsigned char)c) ? (c | 32) - 'a' + 10
                                        : -1;
}

static const char *
percent_decoded(struct arena *arena, const char *text, size_t length)
{
    char *out = arena_alloc(arena, length + 1);
    size_t n = 0;
    for (size_t i = 0; i < length; i++) {
        int value = -1;
        if (text[i] == '%' && i + 2 < length && hex(text[i + 1]) >= 0 && hex(text[i + 2]) >= 0)
            value = hex(text[i + 1]) * 16 + hex(text[i + 2]);
        out[n++] = value > 0 ? (char)value : text[i];
        i += value > 0 ? 2 : 0;
    }
    return out;
}

/* Cloudflare's way to hide addresses: hexadecimal, each byte mixed with the first. */
static const char *
unmixed(struct arena *arena, const char *text)
{
    size_t length = strlen(text), n = 0;
    if (length < 6 || length > ENCODED_MAX || length % 2 ||
        strspn(text, "0123456789abcdefABCDEF") != length)
        return "";
    int key = hex(text[0]) * 16 + hex(text[1]);
    char *out = arena_alloc(arena, length);
    for (size_t i = 2; i + 1 < length; i += 2)
        out[n++] = (char)((hex(text[i]) * 16 + hex(text[i + 1])) ^ key);
    return text_is_utf8(out, n) ? out : "";
}

static void
scan_links(struct finder *finder, const struct markup_node *root, const struct page_text *text)
{
    for (const struct markup_node *at = markup_next(root, root); at; at = markup_next(at, root)) {
        if (at->tag == MARKUP_TEXT)
            continue;
        if (at->tag == MARKUP_NOSCRIPT) {
            const char *words = markup_text(finder->arena, at, CONTEXT_MAX);
            scan_block(finder, &(struct page_block){.owner = at,
                                                    .text = words,
                                                    .length = strlen(words),
                                                    .part = text->parts[at->index]});
        }
        const char *href = at->tag == MARKUP_A ? markup_attr(at, "href") : NULL;
        const char *mixed = markup_attr(at, "data-cfemail");
        struct page_email email = {.node = at, .frame = text->parts[at->index] != PAGE_PART_MAIN};
        if (mixed) {
            const char *plain = unmixed(finder->arena, mixed);
            email.hidden = true;
            email.context = plain;
            add(finder, plain, strlen(plain), email);
        } else if (href && !strncasecmp(href, "mailto:", 7)) {
            const char *plain = percent_decoded(finder->arena, href + 7, strcspn(href + 7, "?"));
            email.linked = true;
            email.context = markup_text(finder->arena, at, CONTEXT_MAX);
            add(finder, plain, strlen(plain), email);
        }
    }
}

size_t
page_email_list(struct arena *arena, const char *url, const struct markup_node *root,
                const struct page_text *text, struct page_email **out)
{
    struct uri_web uri;
    bool known = uri_web_read(arena, url, strlen(url), NULL, &uri);
    const char *own = !known ? "" : text_starts(uri.host, "www.") ? uri.host + 4 : uri.host;
    struct finder finder = {arena, map_new(arena, 32),
                            own,   ARENA_ARRAY(arena, PAGE_EMAILS_MAX, struct page_email),
                            0,     0};
    for (size_t i = 0; i < text->n_blocks; i++)
        scan_block(&finder, &text->blocks[i]);
    scan_links(&finder, root, text);
    *out = finder.of;
    return finder.n;
}
