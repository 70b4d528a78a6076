/* Notes on what cleaning did. See value_note.h. */
#include "domain/cleaning/value_note.h"

#include <string.h>

#include "base/buf.h"
#include "base/text.h"

enum { VALUE_MOST = 80, SHOWN_BYTES = 16 * VALUE_MOST };

void
value_note_add(struct arena *arena, struct value_note **notes, const char *column,
               const char *value, const char *became, const char *why)
{
    struct value_note *note = ARENA_NEW(arena, struct value_note);
    *note = (struct value_note){column, value, became, why ? arena_strdup(arena, why) : NULL, NULL};
    while (*notes)
        notes = &(*notes)->next;
    *notes = note;
}

/* Zero-width characters, marks of direction, controls: what vanishes without a trace on a screen. */
static bool
is_unseen(int32_t cp)
{
    return (cp >= 0 && cp < 0x20) || (cp >= 0x7F && cp < 0xA0) || cp == 0xAD || cp == 0x61C ||
           (cp >= 0x200B && cp <= 0x200F) || (cp >= 0x202A && cp <= 0x202E) ||
           (cp >= 0x2060 && cp <= 0x206F) || cp == 0xFEFF;
}

static const char *
shown(struct arena *arena, const char *text)
{
    const char *cut = text_cut(arena, text_squeeze(arena, text), VALUE_MOST);
    size_t length = strlen(cut), at = 0;
    struct buf buf;
    buf_init(&buf, arena, SHOWN_BYTES);
    while (at < length) {
        size_t here = at;
        int32_t cp = text_next(cut, length, &at);
        if (is_unseen(cp))
            buf_printf(&buf, "[U+%04X]", (unsigned)cp);
        else
            buf_add(&buf, cut + here, at - here);
    }
    if (text_count(text) > VALUE_MOST && text_count(cut) >= VALUE_MOST)
        buf_text(&buf, "…");
    return buf.data;
}

/* A sentence as the end of another: "This is no year. Write 2014." */
static const char *
as_end(struct arena *arena, const char *sentence)
{
    char *text = arena_strdup(arena, sentence);
    size_t length = strlen(text);
    if (text[0] >= 'A' && text[0] <= 'Z' && !(text[1] >= 'A' && text[1] <= 'Z'))
        text[0] = (char)(text[0] + 32);
    if (length && text[length - 1] == '.')
        text[length - 1] = '\0';
    return text;
}

const char *
value_note_text(struct arena *arena, const struct value_note *note)
{
    const char *value = shown(arena, note->value);
    const char *text = note->became
                           ? arena_printf(arena, "%s \"%s\" became \"%s\"", note->column, value,
                                          shown(arena, note->became))
                           : arena_printf(arena, "%s \"%s\" left out", note->column, value);
    return note->why ? arena_printf(arena, "%s: %s", text, as_end(arena, note->why)) : text;
}

static bool
is_blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static char
lower(char c)
{
    return (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
}

/* In one case and one Unicode form. */
static const char *
plain(struct arena *arena, const char *text)
{
    return text_lower(arena, text_nfc(arena, text));
}

/* Without the white space that text_squeeze knows. */
static const char *
bare(struct arena *arena, const char *text)
{
    const char *from = plain(arena, text);
    size_t length = strlen(from), at = 0, n = 0;
    char *out = arena_alloc(arena, length + 1);
    while (at < length) {
        size_t here = at;
        if (text_is_space(text_next(from, length, &at)))
            continue;
        memcpy(out + n, from + here, at - here);
        n += at - here;
    }
    out[n] = '\0';
    return out;
}

bool
value_note_is_same(struct arena *arena, const char *text, const char *stored)
{
    const char *a = text, *b = stored;
    if (!strcmp(a, b))
        return true;
    for (;; a++, b++) {
        while (is_blank(*a))
            a++;
        while (is_blank(*b))
            b++;
        if (((unsigned char)*a | (unsigned char)*b) >= 0x80)
            return !strcmp(bare(arena, text), bare(arena, stored));
        if (lower(*a) != lower(*b))
            return false;
        if (!*a)
            return true;
    }
}

/* Spreads a code point over 64 bits, so that sums of different texts differ. */
static uint64_t
spread(int32_t cp)
{
    uint64_t x = ((uint64_t)(uint32_t)cp + 1) * UINT64_C(0x9E3779B97F4A7C15);
    x ^= x >> 29;
    x *= UINT64_C(0xBF58476D1CE4E5B9);
    return x ^ x >> 32;
}

uint64_t
value_note_sum(struct arena *arena, const char *text)
{
    uint64_t sum = 0;
    const char *p = text;
    if (!text)
        return 0;
    for (; *p && (unsigned char)*p < 0x80; p++)
        if (!is_blank(*p) && *p != ',' && *p != ';')
            sum += spread(lower(*p));
    if (!*p)
        return sum;
    const char *from = plain(arena, text);
    size_t length = strlen(from), at = 0;
    for (sum = 0; at < length;) {
        int32_t cp = text_next(from, length, &at);
        if (!text_is_space(cp) && cp != ',' && cp != ';')
            sum += spread(cp);
    }
    return sum;
}
