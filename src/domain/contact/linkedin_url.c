/* LinkedIn addresses to one form. See linkedin_url.h. */
#include "domain/contact/linkedin_url.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include "base/blank.h"
#include "base/text.h"
#include "base/uri.h"

enum { SEGMENTS_MAX = 8, SLUG_MAX = 200, PUB_TAIL = 10 };

struct segments {
    struct span at[SEGMENTS_MAX];
    int count;
};

static struct segments
split_path(const char *path)
{
    struct segments out = {.count = 0};
    while (*path && out.count < SEGMENTS_MAX) {
        path += strspn(path, "/");
        size_t n = strcspn(path, "/");
        if (n > 0)
            out.at[out.count++] = (struct span){path, n};
        path += n;
    }
    return out;
}

static bool
is(struct span span, const char *word)
{
    size_t n = strlen(word);
    return span.length == n && !strncasecmp(span.data, word, n);
}

static int
hex_digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10 : -1;
}

static bool
is_slug_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.' || c == '+' || c == '~' || (unsigned char)c >= 0x80;
}

/* The slug as people see it: percent-decoded, NFC, lower case; NULL when it is none. */
static const char *
slug_of(struct arena *arena, struct span span)
{
    char *out = arena_alloc(arena, span.length + 1);
    size_t n = 0;
    for (size_t i = 0; i < span.length; i++) {
        int high = span.data[i] == '%' && i + 2 < span.length ? hex_digit(span.data[i + 1]) : -1;
        int low = high >= 0 ? hex_digit(span.data[i + 2]) : -1;
        out[n++] = low >= 0 ? (char)(high * 16 + low) : span.data[i];
        i += low >= 0 ? 2 : 0;
    }
    out[n] = '\0';
    while (n > 0 && strchr(".,;:!)'\"", out[n - 1]))
        out[--n] = '\0';
    if (n == 0 || n > SLUG_MAX || !text_is_utf8(out, n))
        return NULL;
    for (size_t i = 0; i < n; i++)
        if (!is_slug_byte(out[i]))
            return NULL;
    /* a member's opaque id is told apart by its capitals */
    if (n > 30 && (text_starts(out, "ACoA") || text_starts(out, "ACwA")))
        return out;
    return text_lower(arena, text_nfc(arena, out));
}

/* Bytes beyond ASCII become %XX, as LinkedIn itself writes them. */
static const char *
encoded(struct arena *arena, const char *slug)
{
    static const char digits[] = "0123456789abcdef";
    char *out = arena_alloc(arena, 3 * strlen(slug) + 1);
    size_t n = 0;
    for (; *slug; slug++) {
        unsigned char c = (unsigned char)*slug;
        if (c < 0x80 && c != '%') {
            out[n++] = *slug;
            continue;
        }
        out[n++] = '%';
        out[n++] = digits[c >> 4];
        out[n++] = digits[c & 15];
    }
    return out;
}

/* "/pub/jane-doe/1a/2b3/4c5" is "/in/jane-doe-4c52b31a": parts reversed, all but the first padded to
 * three digits. */
static const char *
pub_slug(struct arena *arena, const struct segments *path)
{
    const char *name = slug_of(arena, path->at[1]);
    if (!name || path->count < 5 || strlen(name) + PUB_TAIL > SLUG_MAX)
        return name;
    for (int i = 2; i < 5; i++)
        for (size_t k = 0; k < path->at[i].length; k++)
            if (path->at[i].length > 3 || hex_digit(path->at[i].data[k]) < 0)
                return name;
    const struct span *a = &path->at[2], *b = &path->at[3], *c = &path->at[4];
    char tail[16];
    size_t n = 0;
    const struct span *parts[] = {c, b, a};
    for (int i = 0; i < 3; i++) {
        for (size_t pad = parts[i]->length; i < 2 && pad < 3; pad++)
            tail[n++] = '0';
        memcpy(tail + n, parts[i]->data, parts[i]->length);
        n += parts[i]->length;
    }
    tail[n] = '\0';
    return text_lower(arena, arena_printf(arena, "%s-%s", name, tail));
}

static enum linkedin_kind
read_path(struct arena *arena, const char *path, struct linkedin_url *out)
{
    static const struct {
        const char *word, *canonical;
        enum linkedin_kind kind;
    } kinds[] = {
        {"in",        "in",       LINKEDIN_PERSON  },
        {"pub",       "in",       LINKEDIN_PERSON  },
        {"company",   "company",  LINKEDIN_COMPANY },
        {"companies", "company",  LINKEDIN_COMPANY },
        {"school",    "school",   LINKEDIN_SCHOOL  },
        {"edu",       "school",   LINKEDIN_SCHOOL  },
        {"showcase",  "showcase", LINKEDIN_SHOWCASE},
    };
    struct segments parts = split_path(path);
    if (parts.count > 0 && (is(parts.at[0], "mwlite") || is(parts.at[0], "m"))) {
        parts.count--;
        memmove(parts.at, parts.at + 1, (size_t)parts.count * sizeof *parts.at);
    }
    if (parts.count < 2)
        return LINKEDIN_OTHER;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (!is(parts.at[0], kinds[i].word))
            continue;
        bool pub = is(parts.at[0], "pub");
        const char *slug = pub ? pub_slug(arena, &parts) : slug_of(arena, parts.at[1]);
        if (!slug || !strcmp(slug, "unavailable") || !strcmp(slug, "dir"))
            return LINKEDIN_OTHER;
        out->key = slug;
        out->url = arena_printf(arena, "https://www.linkedin.com/%s/%s", kinds[i].canonical,
                                encoded(arena, slug));
        return kinds[i].kind;
    }
    return LINKEDIN_OTHER;
}

enum linkedin_kind
linkedin_url_read(struct arena *arena, const char *text, struct linkedin_url *out)
{
    memset(out, 0, sizeof *out);
    if (blank_is(text))
        return LINKEDIN_NONE;
    /* the cell may hold other addresses first */
    const char *at = strcasestr(text, "linkedin.");
    if (at) {
        while (at > text && !strchr(" \t\r\n,;|<>\"'()", at[-1]))
            at--;
        text = at;
    } else if (text[0] == '/' || !strncasecmp(text, "in/", 3)) {
        text = arena_printf(arena, "www.linkedin.com/%s", text + (text[0] == '/'));
    }
    struct uri uri;
    if (uri_read(arena, text, &uri) != URI_OK)
        return LINKEDIN_FOREIGN;
    bool linkedin = !strcmp(uri.host, "linkedin.com") || text_ends(uri.host, ".linkedin.com") ||
                    !strcmp(uri.host, "linkedin.cn") || text_ends(uri.host, ".linkedin.cn");
    if (!linkedin)
        return LINKEDIN_FOREIGN;
    return read_path(arena, uri.path, out);
}
