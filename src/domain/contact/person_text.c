/* Name cells into words. See person_text.h. */
#include "domain/contact/person_text.h"

#include <stdint.h>
#include <string.h>

#include "base/blank.h"
#include "base/buf.h"
#include "base/text.h"
#include "domain/cleaning/verbatim.h"
#include "domain/contact/person_case.h"

/* Pairs that hold a nickname or a remark. An apostrophe opens only at a blank and closes only
 * before one, or "O'Neil" would be taken apart. */
static const struct {
    const char *open, *close;
    bool apart;
} pairs[] = {
    {"\"",     "\"",     false},
    {"(",      ")",      false},
    {"[",      "]",      false},
    {"\u201C", "\u201D", false},
    {"\u201E", "\u201C", false},
    {"\u00AB", "\u00BB", false},
    {"<",      ">",      false},
    {"{",      "}",      false},
    {"'",      "'",      true },
    {"\u2018", "\u2019", true },
};

static bool
is_edge(const char *text, const char *at)
{
    return at == text || at[-1] == ' ' || at[-1] == ',';
}

/* Finds a pair that opens at `at`; its content, and *behind is the text after it. */
static struct span
bracketed(const char *text, const char *at, const char **behind)
{
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        size_t open = strlen(pairs[i].open), close = strlen(pairs[i].close);
        if (!text_starts(at, pairs[i].open) || (pairs[i].apart && !is_edge(text, at)))
            continue;
        for (const char *end = at + open; (end = strstr(end, pairs[i].close)); end += close) {
            const char *next = end + close;
            if (pairs[i].apart && *next && *next != ' ' && *next != ',')
                continue;
            *behind = next;
            return (struct span){at + open, (size_t)(end - at) - open};
        }
    }
    return (struct span){NULL, 0};
}

/* Remarks that are no nickname: addresses, pronouns, words with digits. */
static bool
is_nickname(struct span span)
{
    if (span.length == 0 || span.length > 60)
        return false;
    for (size_t i = 0; i < span.length; i++)
        if (strchr("@/0123456789:", span.data[i]))
            return false;
    return true;
}

/* The text without pairs; the first that may be one becomes the nickname. */
static const char *
without_pairs(struct arena *arena, const char *text, const char **nickname)
{
    *nickname = "";
    if (!text[strcspn(text, "\"([<{'\xE2\xC2")])
        return text;
    struct buf buf;
    buf_init(&buf, arena, strlen(text) + 1);
    for (const char *at = text; *at;) {
        const char *behind = NULL;
        struct span inner = bracketed(text, at, &behind);
        if (!inner.data) {
            buf_char(&buf, *at++);
            continue;
        }
        if (!**nickname && is_nickname(inner))
            *nickname = text_squeeze(arena, arena_strndup(arena, inner.data, inner.length));
        buf_char(&buf, ' ');
        at = behind;
    }
    return buf.data;
}

static bool
is_cjk(int32_t cp)
{
    return (cp >= 0x3040 && cp <= 0x30FF) || (cp >= 0x31F0 && cp <= 0x31FF) ||
           (cp >= 0x3400 && cp <= 0x4DBF) || (cp >= 0x4E00 && cp <= 0x9FFF) ||
           (cp >= 0xAC00 && cp <= 0xD7AF) || (cp >= 0xF900 && cp <= 0xFAFF) ||
           (cp >= 0x20000 && cp <= 0x2FA1F) || (cp >= 0xFF66 && cp <= 0xFF9F) || cp == 0x3005 ||
           cp == 0x1100;
}

/* One word; false when it holds nothing of a name: an address, a symbol, a dash. */
static bool
make_word(struct arena *arena, struct span span, struct person_word *word)
{
    char *text = arena_strndup(arena, span.data, span.length);
    char *key = arena_alloc(arena, 2 * span.length + 1);
    const char *lower = text_lower(arena, text);
    size_t length = strlen(lower), at = 0, n = 0, used = 0;
    memset(word, 0, sizeof *word);
    word->upper = true;
    while (at < span.length) {
        size_t here = at;
        int32_t cp = text_next(text, span.length, &at);
        bool letter = text_is_letter(cp) || text_is_mark(cp);
        word->letters += text_is_letter(cp);
        word->upper = word->upper && !text_is_lower(cp);
        word->dotted = word->dotted || cp == '.';
        word->inner_mark = word->inner_mark || ((cp == '.' || cp == '-') && at < span.length);
        /* symbols and emoji fall out of the text as well */
        bool plain = letter || text_is_digit(cp) || (cp >= 0 && cp < 0x80) || cp == 0x2019 ||
                     cp == 0x2018 || cp == 0x2BC || cp == 0x2010 || cp == 0x2011 || cp == 0xB7 ||
                     cp == 0x200C || cp == 0x200D;
        if (!plain)
            continue;
        memmove(text + used, text + here, at - here);
        used += at - here;
    }
    text[used] = '\0';
    at = 0;
    while (at < length) {
        size_t here = at;
        int32_t cp = text_next(lower, length, &at);
        bool keep = text_is_letter(cp) || text_is_mark(cp) || text_is_digit(cp) || cp == '\'' ||
                    cp == '-' || cp == '&';
        if (keep) {
            memcpy(key + n, lower + here, at - here);
            n += at - here;
        }
    }
    key[n] = '\0';
    word->text = text;
    word->key = key;
    return (word->letters > 0 || !strcmp(key, "&") || !strcmp(key, "2nd")) &&
           !memchr(span.data, '@', span.length) && !strstr(text, "://");
}

static bool
is_dash(struct span span)
{
    static const char *const dashes[] = {"-", "--", "|", "/", "\u2013", "\u2014", "@", "\u2022"};
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
        if (span.length == strlen(dashes[i]) && !memcmp(span.data, dashes[i], span.length))
            return true;
    return false;
}

static void
add_words(struct arena *arena, const char *text, size_t length, struct person_part *part)
{
    const char *end = text + length;
    while (text < end && part->count < PERSON_WORDS_MAX) {
        while (text < end && *text == ' ')
            text++;
        size_t n = 0;
        while (text + n < end && text[n] != ' ')
            n++;
        struct span span = {text, n};
        if (n > 0 && make_word(arena, span, &part->words[part->count]))
            part->count++;
        else if (part->count > 1 && is_dash(span))
            return; /* "Jane Doe - Acme": a remark */
        text += n;
    }
}

/* "Null" and "Na" are names of people, "null" and "NA" are not. */
static bool
says_nothing(const char *text)
{
    bool word = text[0] >= 'A' && text[0] <= 'Z' && text[1] >= 'a' && text[1] <= 'z' &&
                text[strcspn(text, " .")] == '\0';
    bool surname =
        word && (text_starts(text, "Na") || text_starts(text, "Nil") || text_starts(text, "Null"));
    return blank_is(text) && !surname;
}

/* "维克托·卢卡申科": a foreign name in Chinese letters, in the order of its own language. */
static const char *
with_blank_dots(struct arena *arena, const char *text, bool *found)
{
    static const char *const dots[] = {"\u00B7", "\u30FB", "\u2022", "\uFF65"};
    struct buf buf;
    buf_init(&buf, arena, strlen(text) + 1);
    for (const char *at = text; *at;) {
        size_t n = 0;
        for (size_t i = 0; n == 0 && i < sizeof dots / sizeof *dots; i++)
            n = text_starts(at, dots[i]) ? strlen(dots[i]) : 0;
        *found = *found || n > 0;
        buf_char(&buf, n > 0 ? ' ' : *at);
        at += n > 0 ? n : 1;
    }
    return buf.data;
}

bool
person_text_is_cjk(const char *text)
{
    size_t length = strlen(text), at = 0;
    bool any = false;
    while (at < length) {
        int32_t cp = text_next(text, length, &at);
        if (text_is_letter(cp) && !is_cjk(cp))
            return false;
        any = any || is_cjk(cp);
    }
    return any;
}

/* A formula or markup is one word as it stands. */
static void
read_verbatim(struct arena *arena, const char *text, struct person_text *out)
{
    out->parts = ARENA_NEW(arena, struct person_part);
    (void)make_word(arena, (struct span){text, strlen(text)}, &out->parts[0].words[0]);
    out->parts[0].words[0].text = text;
    out->parts[0].count = out->count = 1;
    out->verbatim = true;
}

void
person_text_read(struct arena *arena, const char *text, struct person_text *out)
{
    memset(out, 0, sizeof *out);
    out->nickname = "";
    if (strlen(text) > PERSON_TEXT_LIMIT)
        text = text_cut(arena, text, PERSON_TEXT_LIMIT / 4);
    text = text_squeeze(arena, text_nfc(arena, text));
    if (says_nothing(text))
        return;
    if (verbatim_is(text)) {
        read_verbatim(arena, text, out);
        return;
    }
    text = without_pairs(arena, text, &out->nickname);
    if (person_text_is_cjk(text)) {
        bool dots = false;
        text = with_blank_dots(arena, text, &dots);
        out->family_first = !dots;
    }
    size_t parts = 1;
    for (const char *p = text; *p; p++)
        parts += *p == ',' || *p == ';';
    parts = parts < PERSON_PARTS_MAX ? parts : PERSON_PARTS_MAX;
    out->parts = ARENA_ARRAY(arena, parts, struct person_part);
    const char *at = text;
    for (;;) {
        size_t n = strcspn(at, ",;");
        add_words(arena, at, n, &out->parts[out->count]);
        out->count += out->parts[out->count].count > 0;
        if (!at[n] || out->count == parts)
            break;
        at += n + 1;
    }
    out->one_case = person_case_is_single(text);
}
