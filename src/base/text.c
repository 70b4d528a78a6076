/* UTF-8 text over utf8proc. See text.h. */
#include "base/text.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/buf.h"
#include "base/swar.h"
#include "base/utf8.h"

int32_t
text_next(const char *text, size_t length, size_t *at)
{
    if (*at >= length)
        return -1;
    const unsigned char first = (unsigned char)text[*at];
    if (first < 0x80) {
        (*at)++;
        return first;
    }
    utf8proc_int32_t cp = -1;
    utf8proc_ssize_t used = utf8proc_iterate((const utf8proc_uint8_t *)text + *at,
                                             (utf8proc_ssize_t)(length - *at), &cp);
    if (used < 1) {
        (*at)++;
        return -1;
    }
    *at += (size_t)used;
    return cp;
}

bool
text_is_utf8(const char *bytes, size_t length)
{
    return utf8_valid_prefix(bytes, length) == length;
}

bool
text_is_space(int32_t cp)
{
    if (cp < 0x80)
        return cp == ' ' || (cp >= '\t' && cp <= '\r');
    if (cp == 0x85 || cp == 0xA0 || cp == 0x1680 || (cp >= 0x2000 && cp <= 0x200B))
        return true;
    return cp == 0x2028 || cp == 0x2029 || cp == 0x202F || cp == 0x205F || cp == 0x2060 ||
           cp == 0x3000 || cp == 0xFEFF;
}

bool
text_is_letter(int32_t cp)
{
    if (cp < 0x80)
        return (cp >= 'a' && cp <= 'z') || (cp >= 'A' && cp <= 'Z');
    utf8proc_category_t category = utf8proc_category(cp);
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

bool
text_is_upper(int32_t cp)
{
    if (cp < 0x80)
        return cp >= 'A' && cp <= 'Z';
    return utf8proc_category(cp) == UTF8PROC_CATEGORY_LU;
}

bool
text_is_lower(int32_t cp)
{
    if (cp < 0x80)
        return cp >= 'a' && cp <= 'z';
    return utf8proc_category(cp) == UTF8PROC_CATEGORY_LL;
}

bool
text_is_digit(int32_t cp)
{
    if (cp < 0x80)
        return cp >= '0' && cp <= '9';
    return utf8proc_category(cp) == UTF8PROC_CATEGORY_ND;
}

bool
text_is_mark(int32_t cp)
{
    if (cp < 0x80)
        return false;
    utf8proc_category_t category = utf8proc_category(cp);
    return category >= UTF8PROC_CATEGORY_MN && category <= UTF8PROC_CATEGORY_ME;
}

/* Where the last code point before `end` begins. */
static size_t
before(const char *text, size_t end)
{
    size_t at = end - 1;
    while (at > 0 && end - at < 4 && ((unsigned char)text[at] & 0xC0) == 0x80)
        at--;
    return at;
}

/* Bounds of the text without white space at both ends. */
static struct span
trimmed(const char *text)
{
    size_t end = strlen(text), begin = 0;
    while (begin < end) {
        size_t at = begin;
        int32_t cp = text_next(text, end, &at);
        if (cp < 0 || !text_is_space(cp))
            break;
        begin = at;
    }
    while (end > begin) {
        size_t at = before(text, end), next = at;
        int32_t cp = text_next(text, end, &next);
        if (cp < 0 || next != end || !text_is_space(cp))
            break;
        end = at;
    }
    return (struct span){text + begin, end - begin};
}

char *
text_trim(struct arena *arena, const char *text)
{
    struct span span = trimmed(text);
    return arena_strndup(arena, span.data, span.length);
}

/* Copies what is already as text_squeeze wants it, words of ASCII with one blank between them, and
 * returns its length: most of most texts, in whole words of eight bytes. */
static size_t
copy_squeezed(char *to, const char *from, size_t length)
{
    const uint64_t high = ~SWAR_LOW;
    size_t at = 0;
    uint64_t word, before = 0;
    while (length - at >= sizeof word) {
        memcpy(&word, from + at, sizeof word);
        memcpy(to + at, from + at, sizeof word);
        uint64_t blanks = swar_equal(word, SWAR_EVERY * ' ');
        uint64_t odd = (word & high) | ((word - SWAR_EVERY * ' ') & ~word & high);
        /* exact for the first of them, which is all that counts */
        odd |= blanks & swar_after(blanks, before);
        if (odd)
            return at + swar_first(odd);
        before = blanks;
        at += sizeof word;
    }
    return at;
}

char *
text_squeeze(struct arena *arena, const char *text)
{
    struct span span = trimmed(text);
    char *out = arena_alloc(arena, span.length + 1);
    size_t n = 0, at = 0;
    bool blank = false;
    while (at < span.length) {
        char c = span.data[at];
        if (c > ' ') {
            if (blank)
                out[n++] = ' ';
            size_t plain = copy_squeezed(out + n, span.data + at, span.length - at);
            blank = plain > 0 && span.data[at + plain - 1] == ' ';
            n += plain - blank;
            at += plain;
            if (plain)
                continue;
            blank = false;
            out[n++] = c;
            at++;
            continue;
        }
        size_t here = at;
        int32_t cp = text_next(span.data, span.length, &at);
        if (cp >= 0 && text_is_space(cp)) {
            /* zero-width characters vanish; other white space becomes one blank */
            blank = blank || (cp != 0x200B && cp != 0x2060 && cp != 0xFEFF);
            continue;
        }
        if (blank)
            out[n++] = ' ';
        blank = false;
        memcpy(out + n, span.data + here, at - here);
        n += at - here;
    }
    out[n] = '\0';
    return out;
}

char *
text_i64(char out[TEXT_I64], int64_t value)
{
    char *at = out + TEXT_I64 - 1;
    uint64_t rest = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    *at = '\0';
    do
        *--at = (char)('0' + rest % 10);
    while (rest /= 10);
    if (value < 0)
        *--at = '-';
    return at;
}

size_t
text_blanks(const char *text, size_t length)
{
    size_t at = 0, n = 0;
    for (uint64_t word; length - at >= sizeof word; at += sizeof word) {
        memcpy(&word, text + at, sizeof word);
        n += swar_count(swar_equal(word, SWAR_EVERY * ' '));
    }
    for (; at < length; at++)
        n += text[at] == ' ';
    return n;
}

static bool
is_ascii(const char *text)
{
    size_t length = strlen(text);
    return utf8_ascii_prefix(text, length) == length;
}

/* utf8proc_map into the arena; NULL when the input is no UTF-8. */
static char *
map(struct arena *arena, const char *text, utf8proc_option_t options)
{
    utf8proc_uint8_t *mapped = NULL;
    utf8proc_ssize_t length = utf8proc_map((const utf8proc_uint8_t *)text,
                                           (utf8proc_ssize_t)strlen(text), &mapped, options);
    if (length < 0) {
        free(mapped);
        return NULL;
    }
    char *copy = arena_strndup(arena, (const char *)mapped, (size_t)length);
    free(mapped);
    return copy;
}

char *
text_nfc(struct arena *arena, const char *text)
{
    if (is_ascii(text))
        return arena_strdup(arena, text);
    char *out = map(arena, text, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    return out ? out : arena_strdup(arena, text);
}

char *
text_lower(struct arena *arena, const char *text)
{
    size_t length = strlen(text), at = 0, n = 0;
    char *out = arena_alloc(arena, length * 2 + 1);
    while (at < length) {
        size_t here = at;
        int32_t cp = text_next(text, length, &at);
        if (cp < 0) {
            out[n++] = text[here];
        } else if (cp < 0x80) {
            out[n++] = (char)(cp >= 'A' && cp <= 'Z' ? cp + 32 : cp);
        } else {
            utf8proc_ssize_t used =
                utf8proc_encode_char(utf8proc_tolower(cp), (utf8proc_uint8_t *)out + n);
            n += (size_t)used;
        }
    }
    out[n] = '\0';
    return out;
}

char *
text_title(struct arena *arena, const char *text)
{
    size_t length = strlen(text), at = 0;
    int32_t cp = text_next(text, length, &at);
    if (cp < 0)
        return arena_strdup(arena, text);
    char first[8] = "";
    utf8proc_encode_char(utf8proc_totitle(cp), (utf8proc_uint8_t *)first);
    return arena_printf(arena, "%s%s", first, text_lower(arena, text + at));
}

/* Letters with a stroke or a ligature: NFKD leaves them whole, people search them plain. */
static const char *
plain_letter(int32_t cp)
{
    switch (cp) {
    case 0xF8:
        return "o";
    case 0x142:
        return "l";
    case 0x111:
    case 0xF0:
        return "d";
    case 0xE6:
        return "ae";
    case 0x153:
        return "oe";
    case 0x131:
        return "i";
    case 0xFE:
        return "th";
    case 0x127:
        return "h";
    case 0x167:
        return "t";
    default:
        return NULL;
    }
}

static char *
fold_ascii(struct arena *arena, const char *text)
{
    char *out = text_squeeze(arena, text);
    for (char *p = out; *p; p++)
        if (*p >= 'A' && *p <= 'Z')
            *p = (char)(*p + 32);
    return out;
}

/* Accents of the European scripts. The marks of others (kana, Devanagari) are part of the word. */
enum { FIRST_ACCENT = 0x300, LAST_ACCENT = 0x36F, LISTING_TAIL = 40 };

char *
text_fold(struct arena *arena, const char *text)
{
    if (is_ascii(text))
        return fold_ascii(arena, text);
    char *folded = map(arena, text,
                       UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD |
                           UTF8PROC_IGNORE);
    if (!folded)
        return fold_ascii(arena, text);
    struct buf buf;
    size_t length = strlen(folded), at = 0;
    buf_init(&buf, arena, length * 2 + 1);
    while (at < length) {
        size_t here = at;
        int32_t cp = text_next(folded, length, &at);
        const char *plain = plain_letter(cp);
        if (plain)
            buf_text(&buf, plain);
        else if (cp < FIRST_ACCENT || cp > LAST_ACCENT)
            buf_add(&buf, folded + here, at - here);
    }
    return text_squeeze(arena, text_nfc(arena, buf.data));
}

size_t
text_count(const char *text)
{
    size_t length = strlen(text), at = 0, n = 0;
    while (at < length) {
        text_next(text, length, &at);
        n++;
    }
    return n;
}

char *
text_cut(struct arena *arena, const char *text, size_t max)
{
    size_t length = strlen(text), at = 0;
    for (size_t n = 0; n < max && at < length; n++)
        if ((unsigned char)text[at] < 0x80)
            at++;
        else
            text_next(text, length, &at);
    return arena_strndup(arena, text, at);
}

char *
text_listing(struct arena *arena, const char *const *names, size_t n, size_t most)
{
    struct buf buf;
    buf_init(&buf, arena, most + LISTING_TAIL);
    size_t shown = 0;
    for (; shown < n; shown++) {
        if (shown && buf.length + strlen(names[shown]) + 2 > most)
            break;
        buf_printf(&buf, "%s%s", shown ? ", " : "", names[shown]);
    }
    if (shown < n)
        buf_printf(&buf, " and %zu more", n - shown);
    return buf.data;
}

bool
text_ascii_equal_nocase(const char *a, const char *b)
{
    for (; *a && *b; a++, b++) {
        char x = (char)(*a >= 'A' && *a <= 'Z' ? *a + 32 : *a);
        char y = (char)(*b >= 'A' && *b <= 'Z' ? *b + 32 : *b);
        if (x != y)
            return false;
    }
    return *a == *b;
}

bool
text_starts(const char *text, const char *prefix)
{
    return strncmp(text, prefix, strlen(prefix)) == 0;
}

bool
text_ends(const char *text, const char *suffix)
{
    size_t n = strlen(text), m = strlen(suffix);
    return n >= m && strcmp(text + n - m, suffix) == 0;
}
