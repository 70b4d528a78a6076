/* Hosts as browsers read them. See host_web.h. */
#include "base/host_web.h"

#include <arpa/inet.h>
#include <idn2.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"

enum { HOST_TEXT_MAX = 2048, V4_PARTS = 4, V6_PIECES = 8 };

static int
digit_of(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

static char *
unescaped(struct arena *arena, const char *text, size_t length, size_t *out_length)
{
    char *out = arena_alloc(arena, length + 1);
    size_t n = 0;
    for (size_t i = 0; i < length; i++) {
        int high = text[i] == '%' && i + 2 < length ? digit_of(text[i + 1]) : -1;
        int low = high >= 0 ? digit_of(text[i + 2]) : -1;
        out[n++] = low >= 0 ? (char)(high * 16 + low) : text[i];
        i += low >= 0 ? 2 : 0;
    }
    *out_length = n;
    return out;
}

/* --- numbers ------------------------------------------------------------------------------- */

/* A number as C writes it: 10, 0x0a, 012. False: none. Too large is UINT64_MAX. */
static bool
read_number(const char *text, size_t length, uint64_t *out)
{
    int base = 10;
    *out = 0;
    if (length == 0)
        return false;
    if (length > 1 && text[0] == '0') {
        bool hex = text[1] == 'x';
        base = hex ? 16 : 8;
        text += hex ? 2 : 1;
        length -= hex ? 2 : 1;
    }
    for (size_t i = 0; i < length; i++) {
        int digit = digit_of(text[i]);
        if (digit < 0 || digit >= base)
            return false;
        if (*out < UINT32_MAX)
            *out = *out * (uint64_t)base + (uint64_t)digit;
    }
    return true;
}

/* True when the last label is a number: then the host is an IPv4 address or none at all. */
static bool
ends_in_number(const char *name, size_t length)
{
    if (length > 0 && name[length - 1] == '.')
        length--;
    const char *dot = memrchr(name, '.', length);
    const char *last = dot ? dot + 1 : name;
    size_t n = length - (size_t)(last - name);
    uint64_t number;
    if (n > 0 && strspn(last, "0123456789") >= n)
        return true;
    return n > 1 && last[0] == '0' && last[1] == 'x' && read_number(last, n, &number);
}

static const char *
read_v4(struct arena *arena, const char *name, size_t length)
{
    uint64_t parts[V4_PARTS], address = 0;
    size_t n = 0;
    if (length > 1 && name[length - 1] == '.')
        length--;
    for (size_t at = 0; at <= length;) {
        const char *dot = memchr(name + at, '.', length - at);
        size_t end = dot ? (size_t)(dot - name) : length;
        if (n == V4_PARTS || !read_number(name + at, end - at, &parts[n++]))
            return NULL;
        at = end + 1;
    }
    for (size_t i = 0; i + 1 < n; i++) {
        if (parts[i] > 255)
            return NULL;
        address |= parts[i] << (8 * (3 - i));
    }
    if (parts[n - 1] >= (uint64_t)1 << (8 * (5 - n)))
        return NULL;
    address |= parts[n - 1];
    return arena_printf(arena, "%u.%u.%u.%u", (unsigned)(address >> 24),
                        (unsigned)(address >> 16) & 255U, (unsigned)(address >> 8) & 255U,
                        (unsigned)address & 255U);
}

/* The longest run of zero pieces, two or more, becomes "::". */
static const char *
write_v6(struct arena *arena, const struct in6_addr *address)
{
    unsigned pieces[V6_PIECES];
    size_t best = V6_PIECES, longest = 1;
    for (size_t i = 0; i < V6_PIECES; i++)
        pieces[i] = (unsigned)address->s6_addr[2 * i] << 8 | address->s6_addr[2 * i + 1];
    for (size_t i = 0; i < V6_PIECES; i++) {
        size_t run = 0;
        while (i + run < V6_PIECES && pieces[i + run] == 0)
            run++;
        if (run > longest) {
            longest = run;
            best = i;
        }
    }
    struct buf buf;
    buf_init(&buf, arena, 64);
    buf_char(&buf, '[');
    for (size_t i = 0; i < V6_PIECES; i++) {
        if (i == best) {
            buf_text(&buf, i == 0 ? "::" : ":");
            i += longest - 1;
            continue;
        }
        buf_printf(&buf, "%x%s", pieces[i], i + 1 < V6_PIECES ? ":" : "");
    }
    buf_char(&buf, ']');
    return buf.data;
}

static const char *
read_v6(struct arena *arena, const char *text, size_t length)
{
    struct in6_addr address;
    if (length < 2 || text[length - 1] != ']')
        return NULL;
    const char *inner = arena_strndup(arena, text + 1, length - 2);
    if (strlen(inner) != length - 2 || inet_pton(AF_INET6, inner, &address) != 1)
        return NULL;
    return write_v6(arena, &address);
}

/* --- names --------------------------------------------------------------------------------- */

static const char *
name_to_ascii(struct arena *arena, const char *name)
{
    char *ascii = NULL;
    int result = idn2_to_ascii_8z(name, &ascii, IDN2_NONTRANSITIONAL | IDN2_NFC_INPUT);
    const char *copy = result == IDN2_OK ? arena_strdup(arena, ascii) : NULL;
    idn2_free(ascii);
    return copy;
}

/* The code of a label as Punycode writes numbers (RFC 3492, section 6.3). */
static void
add_number(struct buf *buf, uint32_t delta, uint32_t bias)
{
    enum { BASE = 36, T_MIN = 1, T_MAX = 26 };
    for (uint32_t k = BASE;; k += BASE) {
        uint32_t t = k <= bias ? T_MIN : k >= bias + T_MAX ? T_MAX : k - bias;
        if (delta < t) {
            buf_char(buf, "abcdefghijklmnopqrstuvwxyz0123456789"[delta]);
            return;
        }
        buf_char(buf, "abcdefghijklmnopqrstuvwxyz0123456789"[t + (delta - t) % (BASE - t)]);
        delta = (delta - t) / (BASE - t);
    }
}

static uint32_t
adapted(uint32_t delta, uint32_t points, bool first)
{
    uint32_t k = 0;
    delta = first ? delta / 700 : delta / 2;
    delta += delta / points;
    for (; delta > 455; k += 36)
        delta /= 35;
    return k + 36 * delta / (delta + 38);
}

/* One label of `n` code points in Punycode, with "xn--". */
static void
add_punycode(struct buf *buf, const int32_t *points, uint32_t n)
{
    uint32_t basic = 0, bias = 72, delta = 0;
    buf_text(buf, "xn--");
    for (uint32_t i = 0; i < n; i++)
        if (points[i] < 0x80) {
            buf_char(buf, (char)points[i]);
            basic++;
        }
    if (basic > 0)
        buf_char(buf, '-');
    int32_t code = 0x80;
    for (uint32_t done = basic; done < n; code++, delta++) {
        int32_t next = INT32_MAX;
        for (uint32_t i = 0; i < n; i++)
            if (points[i] >= code && points[i] < next)
                next = points[i];
        delta += (uint32_t)(next - code) * (done + 1);
        code = next;
        for (uint32_t i = 0; i < n; i++) {
            delta += points[i] < code;
            if (points[i] != code)
                continue;
            add_number(buf, delta, bias);
            bias = adapted(delta, done + 1, done == basic);
            delta = 0;
            done++;
        }
    }
}

/* Signs that registries of IDNA 2008 refuse and browsers take: arrows, dingbats, emoji. */
static bool
is_sign(int32_t c)
{
    return (c >= 0x2190 && c <= 0x2BFF) || (c >= 0x1F000 && c <= 0x1FAFF);
}

/* A name with signs; NULL when it holds anything else that is neither letter nor digit. */
static const char *
name_with_signs(struct arena *arena, const char *name)
{
    enum { LABEL_POINTS = 64 };
    struct buf buf;
    buf_init(&buf, arena, 8 * HOST_TEXT_MAX);
    name = text_nfc(arena, text_lower(arena, name));
    size_t length = strlen(name), at = 0;
    while (at <= length) {
        int32_t points[LABEL_POINTS];
        uint32_t n = 0, beyond = 0;
        while (at < length && name[at] != '.') {
            int32_t c = text_next(name, length, &at);
            if (c == 0xFE0F)
                continue; /* asks for the coloured form */
            if (n == LABEL_POINTS || (c >= 0x80 && !is_sign(c) && !text_is_letter(c)))
                return NULL;
            beyond += c >= 0x80;
            points[n++] = c;
        }
        if (beyond)
            add_punycode(&buf, points, n);
        for (uint32_t i = 0; i < n && !beyond; i++)
            buf_char(&buf, (char)points[i]);
        if (at++ < length)
            buf_char(&buf, '.');
    }
    return buf.data;
}

/* Lower-cases in place; true when all is ASCII. */
static bool
is_plain(char *name, size_t length)
{
    bool plain = true;
    for (size_t i = 0; i < length; i++) {
        if (name[i] >= 'A' && name[i] <= 'Z')
            name[i] = (char)(name[i] + 32);
        plain = plain && (unsigned char)name[i] < 0x80;
    }
    return plain;
}

const char *
host_web_read(struct arena *arena, const char *text, size_t length)
{
    if (length == 0 || length > HOST_TEXT_MAX)
        return NULL;
    if (text[0] == '[')
        return read_v6(arena, text, length);
    size_t n;
    char *raw = unescaped(arena, text, length, &n);
    const char *name = raw;
    if (strlen(raw) != n || n == 0)
        return NULL;
    if (!is_plain(raw, n)) {
        if (!text_is_utf8(raw, n))
            return NULL;
        name = name_to_ascii(arena, raw);
        name = name ? name : name_with_signs(arena, raw);
        if (!name || !*name)
            return NULL;
        n = strlen(name);
    }
    for (size_t i = 0; i < n; i++)
        if ((unsigned char)name[i] <= ' ' || (unsigned char)name[i] >= 0x7F ||
            strchr("#/:<>?@[\\]^|%", name[i]))
            return NULL;
    return ends_in_number(name, n) ? read_v4(arena, name, n) : name;
}
