/* The WHATWG URL parser for http and https. See uri_web.h. */
#include "base/uri_web.h"

#include <string.h>

#include "base/buf.h"
#include "base/host_web.h"
#include "base/text.h"

/* Which bytes a part escapes, beside controls and what lies beyond ASCII. */
static const char user_set[] = " \"#<>?`{}/:;=@[\\]^|";
static const char path_set[] = " \"#<>?`{}^";
static const char query_set[] = " \"#<>'";
static const char fragment_set[] = " \"<>`";

static bool
is_alpha(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool
is_slash(char c)
{
    return c == '/' || c == '\\';
}

/* What no part escapes. */
static bool
is_plain(unsigned char c)
{
    return is_alpha((char)c) || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
}

static void
escape(struct buf *buf, const char *text, size_t length, const char *set)
{
    static const char digits[] = "0123456789ABCDEF";
    size_t from = 0;
    for (size_t i = 0; i < length; i++) {
        unsigned char c = (unsigned char)text[i];
        if (is_plain(c) || (c >= 0x20 && c <= 0x7E && !strchr(set, c)))
            continue;
        buf_add(buf, text + from, i - from);
        buf_char(buf, '%');
        buf_char(buf, digits[c >> 4]);
        buf_char(buf, digits[c & 15]);
        from = i + 1;
    }
    buf_add(buf, text + from, length - from);
}

static const char *
escaped(struct arena *arena, const char *text, size_t length, const char *set)
{
    struct buf buf;
    buf_init(&buf, arena, 3 * length + 1);
    escape(&buf, text, length, set);
    return buf.data;
}

/* The text without tabs and line ends, and without controls and blanks around it. */
static struct span
cleaned(struct arena *arena, const char *text, size_t length)
{
    while (length > 0 && (unsigned char)*text <= ' ') {
        text++;
        length--;
    }
    while (length > 0 && (unsigned char)text[length - 1] <= ' ')
        length--;
    char *copy = arena_alloc(arena, length + 1);
    size_t n = 0;
    for (size_t i = 0; i < length; i++)
        if (text[i] != '\t' && text[i] != '\n' && text[i] != '\r')
            copy[n++] = text[i];
    return (struct span){copy, n};
}

/* Length of "scheme:", without the colon; 0 when there is none. */
static size_t
scheme_length(struct span text)
{
    size_t n = 0;
    while (n < text.length && (is_alpha(text.data[n]) ||
                               (n > 0 && text.data[n] && strchr("0123456789+-.", text.data[n]))))
        n++;
    return n < text.length && text.data[n] == ':' ? n : 0;
}

static struct span
rest_of(struct span text, size_t from)
{
    return (struct span){text.data + from, text.length - from};
}

/* --- authority ----------------------------------------------------------------------------- */

static bool
read_port(struct span text, struct uri_web *out)
{
    long port = 0;
    out->port = -1;
    for (size_t i = 0; i < text.length; i++) {
        if (text.data[i] < '0' || text.data[i] > '9')
            return false;
        port = port * 10 + (text.data[i] - '0');
        if (port > 65535)
            return false;
    }
    if (text.length > 0 && port != (out->scheme[4] ? 443 : 80))
        out->port = (int)port;
    return true;
}

static bool
read_authority(struct arena *arena, struct span text, struct uri_web *out)
{
    out->user = out->password = "";
    const char *at = memrchr(text.data, '@', text.length);
    if (at) {
        size_t length = (size_t)(at - text.data);
        const char *colon = memchr(text.data, ':', length);
        size_t user = colon ? (size_t)(colon - text.data) : length;
        out->user = escaped(arena, text.data, user, user_set);
        if (colon)
            out->password = escaped(arena, colon + 1, length - user - 1, user_set);
        text = rest_of(text, length + 1);
    }
    size_t host = 0;
    for (bool inside = false; host < text.length && (inside || text.data[host] != ':'); host++) {
        if (text.data[host] == '[')
            inside = true;
        else if (text.data[host] == ']')
            inside = false;
    }
    if (host == 0)
        return false;
    out->host = host_web_read(arena, text.data, host);
    if (!out->host)
        return false;
    return read_port(host < text.length ? rest_of(text, host + 1) : (struct span){"", 0}, out);
}

/* --- path ---------------------------------------------------------------------------------- */

/* "." or "%2e" at `at`: its length; else 0. */
static size_t
dot_length(const char *at, size_t length)
{
    if (length >= 1 && at[0] == '.')
        return 1;
    return length >= 3 && at[0] == '%' && at[1] == '2' && (at[2] | 0x20) == 'e' ? 3 : 0;
}

/* 0: an ordinary segment; 1: "."; 2: "..". */
static int
dots_of(const char *at, size_t length)
{
    size_t first = dot_length(at, length);
    if (first == 0)
        return 0;
    if (first == length)
        return 1;
    size_t second = dot_length(at + first, length - first);
    return second > 0 && first + second == length ? 2 : 0;
}

/* Puts the segments of `text` behind `folder`, which ends before a slash. */
static const char *
read_path(struct arena *arena, struct span folder, struct span text)
{
    struct buf buf;
    buf_init(&buf, arena, folder.length + 3 * text.length + 2);
    buf_add(&buf, folder.data, folder.length);
    for (size_t at = 0; at <= text.length;) {
        size_t end = at;
        while (end < text.length && !is_slash(text.data[end]))
            end++;
        bool last = end == text.length;
        int dots = dots_of(text.data + at, end - at);
        if (dots == 2) {
            while (buf.length > 0 && buf.data[buf.length - 1] != '/')
                buf.length--;
            if (buf.length > 0)
                buf.length--;
            buf.data[buf.length] = '\0';
        }
        if (dots == 0) {
            buf_char(&buf, '/');
            escape(&buf, text.data + at, end - at, path_set);
        } else if (last) {
            buf_char(&buf, '/');
        }
        at = end + 1;
    }
    return buf.data;
}

/* The folder of a path: all before its last slash. */
static struct span
folder_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    return (struct span){path, slash ? (size_t)(slash - path) : 0};
}

/* Query and fragment at text, which begins with "?" or "#" or is empty. */
static void
read_tail(struct arena *arena, struct span text, struct uri_web *out)
{
    out->query = out->fragment = NULL;
    const char *hash = memchr(text.data, '#', text.length);
    size_t end = hash ? (size_t)(hash - text.data) : text.length;
    if (end > 0)
        out->query = escaped(arena, text.data + 1, end - 1, query_set);
    if (hash)
        out->fragment = escaped(arena, hash + 1, text.length - end - 1, fragment_set);
}

static size_t
until(struct span text, const char *stops)
{
    size_t n = 0;
    while (n < text.length && (text.data[n] == '\0' || !strchr(stops, text.data[n])))
        n++;
    return n;
}

/* --- the whole ----------------------------------------------------------------------------- */

/* What stands behind the slashes of "https://". */
static bool
read_absolute(struct arena *arena, struct span text, struct uri_web *out)
{
    while (text.length > 0 && is_slash(*text.data))
        text = rest_of(text, 1);
    size_t authority = until(text, "/\\?#");
    if (!read_authority(arena, (struct span){text.data, authority}, out))
        return false;
    text = rest_of(text, authority);
    size_t path = until(text, "?#");
    out->path = path > 0
                    ? read_path(arena, (struct span){"", 0}, (struct span){text.data + 1, path - 1})
                    : "/";
    read_tail(arena, rest_of(text, path), out);
    return true;
}

static bool
read_relative(struct arena *arena, struct span text, const struct uri_web *base,
              struct uri_web *out)
{
    if (text.length > 1 && is_slash(text.data[0]) && is_slash(text.data[1]))
        return read_absolute(arena, text, out);
    *out = *base;
    size_t path = until(text, "?#");
    if (path > 0 && is_slash(*text.data))
        out->path = read_path(arena, (struct span){"", 0}, (struct span){text.data + 1, path - 1});
    else if (path > 0)
        out->path = read_path(arena, folder_of(base->path), (struct span){text.data, path});
    struct span tail = rest_of(text, path);
    read_tail(arena, tail, out);
    if (path == 0 && (tail.length == 0 || *tail.data == '#'))
        out->query = base->query;
    return true;
}

bool
uri_web_read(struct arena *arena, const char *text, size_t length, const struct uri_web *base,
             struct uri_web *out)
{
    memset(out, 0, sizeof *out);
    if (length > URI_WEB_MAX)
        return false;
    struct span rest = cleaned(arena, text, length);
    size_t scheme = scheme_length(rest);
    if (scheme == 0) {
        if (!base)
            return false;
        out->scheme = base->scheme;
        return read_relative(arena, rest, base, out);
    }
    char *name = arena_strndup(arena, rest.data, scheme);
    rest = rest_of(rest, scheme + 1);
    if (!text_ascii_equal_nocase(name, "http") && !text_ascii_equal_nocase(name, "https"))
        return false;
    out->scheme = scheme == 5 ? "https" : "http";
    bool slashes = rest.length > 1 && rest.data[0] == '/' && rest.data[1] == '/';
    if (base && !strcmp(base->scheme, out->scheme) && !slashes)
        return read_relative(arena, rest, base, out);
    return read_absolute(arena, rest, out);
}

static void
add_place(struct buf *buf, const struct uri_web *uri)
{
    buf_text(buf, uri->host);
    if (uri->port >= 0)
        buf_printf(buf, ":%d", uri->port);
    buf_text(buf, uri->path);
    if (uri->query) {
        buf_char(buf, '?');
        buf_text(buf, uri->query);
    }
}

const char *
uri_web_href(struct arena *arena, const struct uri_web *uri)
{
    struct buf buf;
    buf_init(&buf, arena, 8 * URI_WEB_MAX);
    buf_text(&buf, uri->scheme);
    buf_text(&buf, "://");
    if (*uri->user || *uri->password) {
        buf_text(&buf, uri->user);
        if (*uri->password) {
            buf_char(&buf, ':');
            buf_text(&buf, uri->password);
        }
        buf_char(&buf, '@');
    }
    add_place(&buf, uri);
    if (uri->fragment) {
        buf_char(&buf, '#');
        buf_text(&buf, uri->fragment);
    }
    return buf.data;
}

const char *
uri_web_page(struct arena *arena, const struct uri_web *uri)
{
    struct buf buf;
    buf_init(&buf, arena, 8 * URI_WEB_MAX);
    buf_text(&buf, uri->scheme);
    buf_text(&buf, "://");
    add_place(&buf, uri);
    return buf.data;
}

const char *
uri_web_join(struct arena *arena, const char *base, const char *link)
{
    struct uri_web from, to;
    bool based = uri_web_read(arena, base, strlen(base), NULL, &from);
    if (!uri_web_read(arena, link, strlen(link), based ? &from : NULL, &to))
        return NULL;
    return uri_web_page(arena, &to);
}
