/* Text folded for needles, with the way back to its source. See needle_fold.h. */
#include "base/needle_fold.h"

#include <string.h>

#include "base/text.h"

/* From `folded` on, the source is at `source`. */
struct needle_shift {
    uint32_t folded, source;
};

/* Foldings of single code points: those of two bytes and the punctuation from U+2000 on. */
enum {
    NEAR_FIRST = 0x80,
    NEAR_LAST = 0x7FF,
    SIGNS_FIRST = 0x2000,
    SIGNS_LAST = 0x20FF,
    N_NEAR = NEAR_LAST - NEAR_FIRST + 1,
    N_FOLDINGS = N_NEAR + SIGNS_LAST - SIGNS_FIRST + 1,
    FOLDING_SIZE = 12
};

struct needle_foldings {
    char ascii[256]; /* 0: blanks, control characters and bytes of longer characters */
    char others[N_FOLDINGS][FOLDING_SIZE];
};

const char *
needle_sign(int32_t cp)
{
    if ((cp >= 0x2010 && cp <= 0x2015) || cp == 0x2212)
        return "-";
    if (cp == 0x2018 || cp == 0x2019 || cp == 0x02BC)
        return "'";
    if (cp == 0x2028 || cp == 0x2029 || cp == 0x85)
        return "\n";
    if (cp == 0x200B || cp == 0x2060 || cp == 0xFEFF)
        return "";
    return text_is_space(cp) ? " " : NULL;
}

static void
fold_one(char (*foldings)[FOLDING_SIZE], size_t at, int32_t cp)
{
    char source[4] = {0}, *out = foldings[at];
    struct arena *arena = arena_new();
    const char *folded = needle_sign(cp);
    if (!folded) {
        if (cp < 0x800) {
            source[0] = (char)(0xC0 | (cp >> 6));
            source[1] = (char)(0x80 | (cp & 0x3F));
        } else {
            source[0] = (char)(0xE0 | (cp >> 12));
            source[1] = (char)(0x80 | ((cp >> 6) & 0x3F));
            source[2] = (char)(0x80 | (cp & 0x3F));
        }
        folded = text_fold(arena, source);
    }
    size_t length = strlen(folded);
    memcpy(out, folded, length < FOLDING_SIZE ? length : FOLDING_SIZE - 1);
    arena_free(arena);
}

struct needle_foldings *
needle_foldings(struct arena *owner)
{
    struct needle_foldings *all = ARENA_NEW(owner, struct needle_foldings);
    for (int32_t cp = '!'; cp <= '~'; cp++)
        all->ascii[cp] = (char)(cp >= 'A' && cp <= 'Z' ? cp + 'a' - 'A' : cp);
    for (int32_t cp = NEAR_FIRST; cp <= NEAR_LAST; cp++)
        fold_one(all->others, (size_t)(cp - NEAR_FIRST), cp);
    for (int32_t cp = SIGNS_FIRST; cp <= SIGNS_LAST; cp++)
        fold_one(all->others, (size_t)(N_NEAR + cp - SIGNS_FIRST), cp);
    return all;
}

/* Scripts whose letters neither case nor compatibility changes: most of what is written in them. */
static bool
folds_to_itself(int32_t cp)
{
    return (cp >= 0x0900 && cp <= 0x0DFF) || (cp >= 0x3041 && cp <= 0x30FE) ||
           (cp >= 0x3400 && cp <= 0x9FFF) || (cp >= 0xAC00 && cp <= 0xD7A3);
}

/* Text in the making. */
struct folder {
    const struct needle_foldings *foldings;
    struct arena *arena;
    char *data;
    size_t length, size;
    struct needle_shift *shifts;
    size_t n_shifts, shifts_size;
};

static void
room(struct folder *to, size_t more)
{
    if (to->length + more <= to->size)
        return;
    size_t size = to->size * 2 + more;
    char *data = arena_alloc(to->arena, size + 1);
    memcpy(data, to->data, to->length);
    to->data = data;
    to->size = size;
}

/* Notes that what comes next stands at this place of the source. */
static void
shift(struct folder *to, size_t source)
{
    const struct needle_shift *last = &to->shifts[to->n_shifts - 1];
    if (source - last->source == to->length - last->folded)
        return;
    if (last->folded == to->length) {
        to->shifts[to->n_shifts - 1].source = (uint32_t)source;
        return;
    }
    if (to->n_shifts == to->shifts_size) {
        struct needle_shift *shifts =
            ARENA_ARRAY(to->arena, 2 * to->shifts_size, struct needle_shift);
        memcpy(shifts, to->shifts, to->n_shifts * sizeof *shifts);
        to->shifts = shifts;
        to->shifts_size *= 2;
    }
    to->shifts[to->n_shifts++] = (struct needle_shift){(uint32_t)to->length, (uint32_t)source};
}

/* One blank or end of line for however much white space; an end of line outranks a blank. */
static void
put_space(struct folder *to, size_t source, char space)
{
    char *last = to->length ? &to->data[to->length - 1] : NULL;
    if (last && (*last == ' ' || *last == '\n')) {
        *last = space == '\n' ? '\n' : *last;
        return;
    }
    shift(to, source);
    room(to, 1);
    to->data[to->length++] = space;
}

static void
put(struct folder *to, size_t source, const char *bytes, size_t length)
{
    shift(to, source);
    room(to, length);
    memcpy(to->data + to->length, bytes, length);
    to->length += length;
}

static void
put_folded(struct folder *to, size_t source, const char *folded)
{
    if (*folded == ' ' || *folded == '\n')
        put_space(to, source, *folded);
    else
        put(to, source, folded, strlen(folded));
}

static void
put_point(struct folder *to, const char *text, size_t from, size_t end, int32_t cp)
{
    if (cp < 0) {
        put_space(to, from, ' ');
    } else if (cp <= NEAR_LAST) {
        put_folded(to, from, to->foldings->others[cp - NEAR_FIRST]);
    } else if (cp >= SIGNS_FIRST && cp <= SIGNS_LAST) {
        put_folded(to, from, to->foldings->others[N_NEAR + cp - SIGNS_FIRST]);
    } else if (folds_to_itself(cp)) {
        put(to, from, text + from, end - from);
    } else {
        char one[8] = {0};
        memcpy(one, text + from, end - from);
        const char *sign = needle_sign(cp);
        put_folded(to, from, sign ? sign : text_fold(to->arena, one));
    }
}

/* Copies words of ASCII with a single blank between; returns where that ends. */
static size_t
put_ascii(struct folder *to, const char *text, size_t length, size_t at)
{
    shift(to, at);
    room(to, length - at);
    char *out = to->data + to->length;
    const char *from = text + at, *end = text + length;
    for (; from < end; from++) {
        char byte = to->foldings->ascii[(unsigned char)*from];
        if (byte)
            *out++ = byte;
        else if (*from == ' ' && from + 1 < end && to->foldings->ascii[(unsigned char)from[1]])
            *out++ = ' ';
        else
            break;
    }
    to->length = (size_t)(out - to->data);
    return (size_t)(from - text);
}

void
needle_fold(struct arena *arena, const struct needle_foldings *foldings, const char *text,
            size_t length, struct needle_text *out)
{
    struct folder to = {
        .foldings = foldings, .arena = arena, .size = length, .shifts_size = 16, .n_shifts = 1};
    length = length > UINT32_MAX / 4 ? UINT32_MAX / 4 : length;
    to.data = arena_alloc(arena, length + 1);
    to.shifts = ARENA_ARRAY(arena, to.shifts_size, struct needle_shift);
    for (size_t at = 0; at < length;) {
        size_t from = at;
        if (foldings->ascii[(unsigned char)text[at]]) {
            at = put_ascii(&to, text, length, at);
            continue;
        }
        int32_t cp = text_next(text, length, &at);
        if (cp >= 0x80)
            put_point(&to, text, from, at, cp);
        else
            put_space(&to, from, cp == '\n' ? '\n' : ' ');
    }
    to.data[to.length] = '\0';
    *out = (struct needle_text){to.data, to.length, text, length, to.shifts, to.n_shifts};
}

size_t
needle_source(const struct needle_text *text, size_t at)
{
    size_t low = 0, high = text->n_shifts;
    if (at >= text->length)
        return text->source_length;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (text->shifts[middle].folded <= at)
            low = middle;
        else
            high = middle;
    }
    size_t source = text->shifts[low].source + (at - text->shifts[low].folded);
    return source < text->source_length ? source : text->source_length;
}
