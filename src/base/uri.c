/* Web addresses as people write them. See uri.h. */
#include "base/uri.h"

#include <string.h>
#include <strings.h>

#include "base/blank.h"
#include "base/buf.h"
#include "base/psl.h"
#include "base/text.h"

enum { TEXT_LIMIT = 8192 };

static bool
is_blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static int
hex_digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* --- pieces of a cell ---------------------------------------------------------------------- */

static bool
begins_address(const char *at)
{
    static const char *const starts[] = {"http:", "https:", "www."};
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++) {
        size_t n = 0;
        while (starts[i][n] && (at[n] | 0x20) == (starts[i][n] | 0x20))
            n++;
        if (!starts[i][n])
            return true;
    }
    return false;
}

/* Length of the piece at `at`: to a blank, or to a comma, semicolon or bar that separates. */
static size_t
piece_length(const char *at)
{
    size_t n = 0;
    for (; at[n] && !is_blank(at[n]); n++) {
        if (!strncmp(at + n, "\u00A0", 2))
            break;
        if (at[n] != ',' && at[n] != ';' && at[n] != '|')
            continue;
        if (!at[n + 1] || is_blank(at[n + 1]) || at[n] == '|' || begins_address(at + n + 1))
            break;
        if (!memchr(at, '/', n))
            break; /* a separator inside a host is none of the host */
    }
    return n;
}

static bool
is_wrapping(char c)
{
    return c != '\0' && strchr("<>()[]{}\"'`.,;:!", c) != NULL;
}

/* Drops what wraps an address in text: quotes, brackets, punctuation at its end. */
static struct span
unwrapped(const char *at, size_t length)
{
    while (length > 0 && at[0] != '[' && is_wrapping(*at)) {
        at++;
        length--;
    }
    while (length > 0 && at[length - 1] != ']' && is_wrapping(at[length - 1])) {
        if (at[length - 1] == ')' && memchr(at, '(', length))
            break; /* "/wiki/Acme_(company)" */
        length--;
    }
    return (struct span){at, length};
}

/* --- one address --------------------------------------------------------------------------- */

/* Moves behind "http://", "https:", "HTTP//", also when repeated or mistyped in its slashes. */
static const char *
after_scheme(const char *at, const char **scheme)
{
    *scheme = "";
    for (;;) {
        const char *next = at;
        bool secure = false;
        if (text_starts(next, "//")) {
            at += 2;
            continue;
        }
        if (strncasecmp(next, "http", 4) != 0)
            return at;
        next += 4;
        secure = *next == 's' || *next == 'S';
        next += secure;
        if (*next != ':' && !text_starts(next, "//"))
            return at;
        next += *next == ':';
        while (*next == '/' || *next == '\\')
            next++;
        *scheme = secure ? "https" : "http";
        at = next;
    }
}

/* "htp://", "hhttps://", "ttp://": a slip of the finger. */
static const char *
after_mistyped_scheme(const char *at)
{
    size_t n = 0;
    while (at[n] != '\0' && strchr("hHtTpPsSxX", at[n]) != NULL)
        n++;
    return n >= 3 && n <= 7 && text_starts(at + n, "://") ? at + n + 3 : at;
}

static bool
has_other_scheme(const char *at)
{
    size_t n = 0;
    while ((at[n] >= 'a' && at[n] <= 'z') || (at[n] >= 'A' && at[n] <= 'Z') ||
           (n > 0 && at[n] != '\0' && strchr("0123456789+-.", at[n]) != NULL))
        n++;
    return n > 0 && text_starts(at + n, "://");
}

/* "%C3%BC" in a host is what the bytes say. */
static const char *
percent_decoded(struct arena *arena, const char *text, size_t length)
{
    char *out = arena_strndup(arena, text, length);
    size_t n = 0;
    for (size_t i = 0; i < length; i++) {
        int high = i + 2 < length ? hex_digit(text[i + 1]) : -1;
        int low = high >= 0 ? hex_digit(text[i + 2]) : -1;
        if (text[i] == '%' && low >= 0) {
            out[n++] = (char)(high * 16 + low);
            i += 2;
        } else {
            out[n++] = text[i];
        }
    }
    out[n] = '\0';
    return out;
}

/* Bytes that may not stand in a path or query as they are become %XX. */
static const char *
escaped(struct arena *arena, const char *text, size_t length, bool path)
{
    static const char digits[] = "0123456789ABCDEF";
    struct buf buf;
    buf_init(&buf, arena, 3 * length + 1);
    for (size_t i = 0; i < length; i++) {
        unsigned char c = (unsigned char)text[i];
        if (c < 0x20 || c == 0x7F)
            continue;
        if (path && c == '\\')
            c = '/';
        if (c >= 0x80 || strchr(" \"<>`{}^|", c)) {
            buf_char(&buf, '%');
            buf_char(&buf, digits[c >> 4]);
            buf_char(&buf, digits[c & 15]);
        } else {
            buf_char(&buf, (char)c);
        }
    }
    return buf.data;
}

static bool
is_tracking(const char *name, size_t length)
{
    static const char *const names[] = {"gclid",     "fbclid", "dclid",   "gbraid", "wbraid",
                                        "msclkid",   "yclid",  "igshid",  "mc_cid", "mc_eid",
                                        "_hsenc",    "_hsmi",  "_ga",     "_gl",    "twclid",
                                        "li_fat_id", "ttclid", "srsltid", "trk"};
    if (length > 4 && !strncasecmp(name, "utm_", 4))
        return true;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strlen(names[i]) == length && !strncasecmp(names[i], name, length))
            return true;
    return false;
}

static const char *
without_tracking(struct arena *arena, const char *query)
{
    struct buf buf;
    buf_init(&buf, arena, strlen(query) + 1);
    while (*query) {
        size_t n = strcspn(query, "&"), name = strcspn(query, "=&");
        if (n > 0 && !is_tracking(query, name)) {
            if (buf.length > 0)
                buf_char(&buf, '&');
            buf_add(&buf, query, n);
        }
        query += n + (query[n] == '&');
    }
    return buf.data;
}

/* Takes "." and ".." out of a path that begins with "/". */
static const char *
without_dots(struct arena *arena, const char *path)
{
    if (!strstr(path, "/."))
        return path;
    char *out = arena_alloc(arena, strlen(path) + 2);
    size_t n = 0;
    while (*path) {
        size_t length = 1 + strcspn(path + 1, "/");
        bool up = length == 3 && !strncmp(path, "/..", 3);
        bool here = length == 2 && path[1] == '.';
        if (up)
            while (n > 0 && out[--n] != '/')
                continue;
        if (!up && !here) {
            memcpy(out + n, path, length);
            n += length;
        } else if (!path[length]) {
            out[n++] = '/';
        }
        path += length;
    }
    out[n] = '\0';
    return out;
}

static bool
read_port(const char *text, size_t length, int *port)
{
    *port = 0;
    if (length > 5)
        return false;
    for (size_t i = 0; i < length; i++) {
        if (text[i] < '0' || text[i] > '9')
            return false;
        *port = *port * 10 + (text[i] - '0');
    }
    return *port <= 65535;
}

static bool
read_authority(struct arena *arena, const char *at, size_t length, struct uri *out)
{
    const char *user_end = memrchr(at, '@', length);
    out->user_info = "";
    if (user_end) {
        out->user_info = arena_strndup(arena, at, (size_t)(user_end - at));
        length -= (size_t)(user_end + 1 - at);
        at = user_end + 1;
    }
    const char *colon = memrchr(at, ':', length);
    if (colon && memchr(colon, ']', length - (size_t)(colon - at)))
        colon = NULL; /* inside an IPv6 address */
    if (colon) {
        if (!read_port(colon + 1, length - (size_t)(colon + 1 - at), &out->port))
            return false;
        length = (size_t)(colon - at);
    }
    while (length > 1 && at[length - 1] == '.')
        length--;
    while (length > 0 && *at == '.') {
        at++;
        length--;
    }
    if (memchr(at, '%', length)) {
        at = percent_decoded(arena, at, length);
        length = strlen(at);
    }
    out->host_kind = host_read(arena, at, length, &out->host);
    return out->host_kind != HOST_INVALID;
}

/* Reads exactly this piece. */
static bool
read_piece(struct arena *arena, struct span piece, struct uri *out)
{
    memset(out, 0, sizeof *out);
    const char *text = arena_strndup(arena, piece.data, piece.length);
    const char *at = text;
    if (!strncasecmp(at, "mailto:", 7))
        at += 7;
    at = after_scheme(at, &out->scheme);
    if (!*out->scheme)
        at = after_mistyped_scheme(at);
    if (!*out->scheme && has_other_scheme(at))
        return false;
    size_t authority = strcspn(at, "/?#\\");
    if (!read_authority(arena, at, authority, out))
        return false;
    if (out->host_kind == HOST_LOCAL && !*out->scheme)
        return false; /* a word */
    if (!strcmp(out->host, "http") || !strcmp(out->host, "https"))
        return false; /* a scheme that went wrong */
    at += authority;
    size_t path = strcspn(at, "?#"), query = 0;
    out->path = without_dots(arena, escaped(arena, at, path, true));
    at += path;
    if (*at == '?')
        query = strcspn(at, "#");
    out->query = query > 1 ? without_tracking(arena, escaped(arena, at + 1, query - 1, false)) : "";
    if (out->port == (text_starts(out->scheme, "https") ? 443 : 80))
        out->port = 0;
    return true;
}

/* Among words only what surely is an address counts: "Acme s.r.o." is none. */
static bool
is_plausible(const struct uri *uri, struct span piece)
{
    if (*uri->scheme || uri->host_kind != HOST_NAME || text_starts(uri->host, "www."))
        return true;
    struct psl psl;
    psl_split(uri->host, &psl);
    return psl.listed && psl.registrable && (piece.length > 5 || *uri->path);
}

enum uri_verdict
uri_read(struct arena *arena, const char *text, struct uri *out)
{
    if (blank_is(text))
        return URI_NONE;
    size_t total = strlen(text);
    if (total > TEXT_LIMIT)
        text = arena_strndup(arena, text, TEXT_LIMIT);
    text = text_trim(arena, text);
    bool alone = !text[piece_length(text)];
    while (*text) {
        size_t length = piece_length(text);
        struct span piece = unwrapped(text, length);
        /* "[Acme](https://acme.com)", "web:https://acme.com" */
        const char *inner = piece.length ? memmem(piece.data, piece.length, "http", 4) : NULL;
        if (inner && inner > piece.data && begins_address(inner) &&
            !memchr(piece.data, '/', (size_t)(inner - piece.data)) &&
            !memchr(piece.data, '.', (size_t)(inner - piece.data)))
            piece = unwrapped(inner, piece.length - (size_t)(inner - piece.data));
        if (piece.length > 0 && read_piece(arena, piece, out) &&
            (alone || is_plausible(out, piece)))
            return URI_OK;
        text += length;
        while (*text && (is_blank(*text) || strchr(",;|", *text) || !strncmp(text, "\u00A0", 2)))
            text += strncmp(text, "\u00A0", 2) ? 1 : 2;
    }
    memset(out, 0, sizeof *out);
    return URI_INVALID;
}

/* --- forms --------------------------------------------------------------------------------- */

static void
add_host(struct buf *buf, const struct uri *uri)
{
    bool v6 = uri->host_kind == HOST_IPV6;
    buf_text(buf, v6 ? "[" : "");
    buf_text(buf, uri->host);
    buf_text(buf, v6 ? "]" : "");
    if (uri->port)
        buf_printf(buf, ":%d", uri->port);
}

const char *
uri_canonical(struct arena *arena, const struct uri *uri)
{
    struct buf buf;
    buf_init(&buf, arena, 4 * TEXT_LIMIT);
    buf_text(&buf, *uri->scheme ? uri->scheme : "https");
    buf_text(&buf, "://");
    add_host(&buf, uri);
    buf_text(&buf, *uri->path ? uri->path : "/");
    if (*uri->query) {
        buf_char(&buf, '?');
        buf_text(&buf, uri->query);
    }
    return buf.data;
}

const char *
uri_key(struct arena *arena, const struct uri *uri)
{
    struct buf buf;
    buf_init(&buf, arena, 4 * TEXT_LIMIT);
    add_host(&buf, uri);
    buf_text(&buf, uri->path);
    while (buf.length > 0 && buf.data[buf.length - 1] == '/')
        buf.data[--buf.length] = '\0';
    if (*uri->query) {
        buf_char(&buf, '?');
        buf_text(&buf, uri->query);
    }
    return text_starts(buf.data, "www.") ? buf.data + 4 : buf.data;
}
