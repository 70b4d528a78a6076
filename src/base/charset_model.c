/* Reads the sample in each code page and asks in which of its languages the letters beyond ASCII
 * are most likely, each by how often the letter is and by what stands beside it. Multi-byte sets
 * compete with the characters that they make. See charset_model.h. */
#include "base/charset_model.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/charset.h"
#include "base/charset_letters.h"
#include "base/text.h"

enum {
    WORDS_MAX = 2000,     /* different words that are weighed */
    BYTES_MAX = 24 * 1024 /* of them all */
};

/* Logarithms of probabilities, for one byte beyond ASCII. */
static const double LOG_UNDEFINED = -14, LOG_CONTROL = -13, LOG_FOREIGN = -8.5,
                    LOG_NEIGHBOUR = -6.5, LOG_SYMBOL = -9, LOG_COMMON_SYMBOL = -5.2,
                    LOG_QUOTE = -4.6, LOG_LETTER = -0.1;
/* What a neighbour that does not fit takes off. */
static const double OFF_INSIDE_WORD = 4, OFF_BEFORE_WORD = 2, OFF_CASE = 4, OFF_RUN = 1,
                    OFF_MIXED = 2.5, OFF_CAPITAL = 2.5, OFF_CAPITALS = 0.4, OFF_INSIDE_LATIN = 1.5;

enum kind { KIND_UNDEFINED, KIND_CONTROL, KIND_SYMBOL, KIND_LOWER, KIND_UPPER };

/* A code page: what each byte is. */
struct page {
    int32_t cp[256];
    int32_t lower[256];
    unsigned char kind[256];
};

/* Marks that stand on letters belong to words: combining ones, Hebrew points, Arabic and Thai vowels
 * and tones. */
static bool
is_mark(int32_t cp)
{
    return (cp >= 0x300 && cp < 0x370) || (cp >= 0x591 && cp < 0x5C8) ||
           (cp >= 0x64B && cp < 0x653) || (cp >= 0xE31 && cp < 0xE4F);
}

/* The small letter of a capital; others as they are. */
static int32_t
lower_of(struct arena *arena, int32_t cp, const unsigned char entry[CHARSET_UTF8_MAX + 1])
{
    if (!text_is_upper(cp))
        return cp;
    if (cp == 0x130)
        return 'i' + 0x10000; /* a letter of its own in Turkish, of no other language */
    const char *lower = text_lower(arena, arena_strndup(arena, (const char *)entry + 1, entry[0]));
    size_t at = 0;
    return text_next(lower, strlen(lower), &at);
}

static bool
page_load(struct arena *arena, struct page *page, const char *name)
{
    unsigned char table[256][CHARSET_UTF8_MAX + 1];
    if (!charset_table(name, table))
        return false;
    for (unsigned byte = 0; byte < 256; byte++) {
        size_t at = 0;
        int32_t cp = text_next((const char *)table[byte] + 1, table[byte][0], &at);
        page->cp[byte] = cp;
        page->lower[byte] = lower_of(arena, cp, table[byte]);
        if (!table[byte][0])
            page->kind[byte] = KIND_UNDEFINED;
        else if (cp < 0x20 || (cp >= 0x7F && cp < 0xA0))
            page->kind[byte] = KIND_CONTROL;
        else if (is_mark(cp))
            page->kind[byte] = KIND_LOWER;
        else if (!text_is_letter(cp) || cp == 0xAA || cp == 0xBA)
            page->kind[byte] = KIND_SYMBOL;
        else
            page->kind[byte] = text_is_upper(cp) ? KIND_UPPER : KIND_LOWER;
    }
    return true;
}

static double
symbol_log(int32_t cp)
{
    static const int32_t quotes[] = {0xA0, 0x2018, 0x2019, 0x201A, 0x201C, 0x201D, 0x201E, 0x2013};
    static const int32_t common[] = {0x2014, 0x2026, 0x20AC, 0xA9,   0xAE, 0xAB, 0xBB,
                                     0xA7,   0xB0,   0x2022, 0x2122, 0xB7, 0xB4, 0xA3,
                                     0x2116, 0x2039, 0x203A, 0xAD,   0xBF, 0xA1};
    for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++)
        if (cp == quotes[i])
            return LOG_QUOTE;
    for (size_t i = 0; i < sizeof common / sizeof *common; i++)
        if (cp == common[i])
            return LOG_COMMON_SYMBOL;
    return LOG_SYMBOL;
}

/* Finds the letter's count in a language's list; 0 when it is not in it. *sum: of all counts. */
static double
letter_count(const char *letters, int32_t cp, double *sum)
{
    size_t length = strlen(letters), at = 0;
    double found = 0;
    *sum = 0;
    while (at < length) {
        int32_t letter = text_next(letters, length, &at);
        char *end;
        double count = (double)strtol(letters + at, &end, 10);
        at = (size_t)(end - letters);
        *sum += count;
        if (letter == cp)
            found = count;
    }
    return found;
}

/* A letter that the language does not have: names from the neighbours stand in every list. */
static double
foreign_log(unsigned group, int32_t cp)
{
    double sum;
    for (unsigned i = 0; i < charset_language_count; i++)
        if ((charset_languages[i].groups & group) &&
            letter_count(charset_languages[i].letters, cp, &sum) > 0)
            return LOG_NEIGHBOUR;
    return LOG_FOREIGN;
}

/* What each byte of the page that stands in the sample weighs in a language. */
static void
weigh_bytes(const struct page *page, unsigned group, const struct charset_language *language,
            const bool stands[256], double log_of[256])
{
    for (unsigned byte = 0x80; byte < 256; byte++) {
        if (!stands[byte])
            continue;
        double sum, count = letter_count(language->letters, page->lower[byte], &sum);
        switch ((enum kind)page->kind[byte]) {
        case KIND_UNDEFINED:
            log_of[byte] = LOG_UNDEFINED;
            break;
        case KIND_CONTROL:
            log_of[byte] = LOG_CONTROL;
            break;
        case KIND_SYMBOL:
            log_of[byte] = count > 0 ? log(count / sum) : symbol_log(page->cp[byte]);
            break;
        case KIND_LOWER:
        case KIND_UPPER:
            log_of[byte] =
                count > 0 ? LOG_LETTER + log(count / sum) : foreign_log(group, page->lower[byte]);
            if (log_of[byte] < LOG_NEIGHBOUR && count > 0)
                log_of[byte] = LOG_NEIGHBOUR;
            break;
        }
    }
}

static bool
is_letter(const struct page *page, unsigned char byte)
{
    return page->kind[byte] >= KIND_LOWER;
}

/* Signs that stand behind words or beside numbers, not right before words. */
static bool
closes(int32_t cp)
{
    return cp == 0xA3 || cp == 0xA5 || cp == 0x20AC || cp == 0x2122 || cp == 0xAE || cp == 0xB0 ||
           cp == 0xBB || cp == 0x2026 || cp == 0x2030 || cp == 0x201D || (cp >= 0xB9 && cp <= 0xBE);
}

/* What the neighbours of a byte take off: a symbol inside a word, a capital behind a small letter,
 * letters beyond ASCII side by side where they are the exception, or alone where they are the
 * rule. */
static double
neighbours(const struct page *page, bool latin, unsigned char before, unsigned char byte,
           unsigned char behind)
{
    if (page->kind[byte] == KIND_SYMBOL) {
        bool apostrophe = page->cp[byte] == 0x2019 || page->cp[byte] == 0xAD;
        bool inside = is_letter(page, before) && is_letter(page, behind);
        if (inside && !apostrophe)
            return -OFF_INSIDE_WORD;
        return is_letter(page, behind) && closes(page->cp[byte]) ? -OFF_BEFORE_WORD : 0;
    }
    if (!is_letter(page, byte))
        return 0;
    double off = 0;
    if (page->kind[byte] == KIND_UPPER) {
        bool word = page->kind[before] == KIND_UPPER || page->kind[behind] == KIND_UPPER;
        off -= word ? OFF_CAPITALS : OFF_CAPITAL;
        if (page->kind[before] == KIND_LOWER)
            off -= OFF_CASE;
    }
    if (page->kind[byte] == KIND_LOWER && page->kind[before] == KIND_UPPER &&
        page->kind[behind] == KIND_UPPER)
        off -= OFF_CASE;
    if (latin && before >= 0x80 && is_letter(page, before))
        off -= OFF_RUN;
    if (!latin &&
        ((before < 0x80 && is_letter(page, before)) || (behind < 0x80 && is_letter(page, behind))))
        off -= OFF_MIXED;
    return off;
}

static double
read_as(const struct page *page, bool latin, const double log_of[256], const unsigned char *sample,
        size_t length)
{
    double sum = 0;
    for (size_t i = 0; i < length; i++) {
        if (sample[i] < 0x80)
            continue;
        unsigned char before = i ? sample[i - 1] : ' ',
                      behind = i + 1 < length ? sample[i + 1] : ' ';
        sum += log_of[sample[i]] + neighbours(page, latin, before, sample[i], behind);
    }
    return sum;
}

/* The best reading of the sample in one code page, over its languages. */
static double
score_page(const struct charset_page *of, const unsigned char *sample, size_t length)
{
    struct arena *arena = arena_new();
    struct page page;
    double best = -1e300, log_of[256];
    bool known = page_load(arena, &page, of->name), stands[256] = {false};
    for (size_t i = 0; i < length; i++)
        stands[sample[i]] = true;
    for (unsigned i = 0; known && i < charset_language_count; i++) {
        const struct charset_language *language = &charset_languages[i];
        if (!(language->groups & of->group))
            continue;
        weigh_bytes(&page, of->group, language, stands, log_of);
        double score = read_as(&page, language->latin, log_of, sample, length);
        best = score > best ? score : best;
    }
    arena_free(arena);
    return best + of->prior;
}

/* What one character out of a multi-byte set weighs. */
static double
wide_log(int32_t cp)
{
    if (cp == 0xFFFD)
        return -16;
    if (cp >= 0x3040 && cp < 0x3100)
        return -3.8; /* kana */
    if (cp >= 0xAC00 && cp < 0xD7A4)
        return -6.3; /* hangul */
    if (cp >= 0x4E00 && cp < 0xA000)
        return -6.8;
    if ((cp >= 0x3000 && cp < 0x3020) || (cp >= 0xFF00 && cp < 0xFF5F))
        return -5;
    return cp >= 0xE000 && cp < 0xF900 ? -16 : -10;
}

static bool
is_ascii_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static double
score_wide(const char *name, const char *sample, size_t length)
{
    struct arena *arena = arena_new();
    struct ctx ctx = {.arena = arena};
    struct charset_decoder *decoder;
    double sum = -1e300;
    if (charset_decoder_new(&ctx, arena, name, &decoder)) {
        size_t used = length, bad = 0, at = 0, room = length * 3 + 16;
        char *text = arena_alloc(arena, room);
        size_t written = charset_decode(decoder, sample, &used, false, text, room, &bad);
        sum = 0;
        while (at < written) {
            size_t start = at;
            int32_t cp = text_next(text, written, &at);
            if (cp < 0x80)
                continue;
            sum += wide_log(cp);
            if (start && is_ascii_letter(text[start - 1]))
                sum -= OFF_INSIDE_LATIN;
            if (at < written && is_ascii_letter(text[at]))
                sum -= OFF_INSIDE_LATIN;
        }
    }
    arena_free(arena);
    return sum;
}

/* A byte that ends a word and is no part of a character in any set. */
static bool
parts_words(unsigned char byte)
{
    return byte <= ' ' || byte == ',' || byte == ';' || byte == '"' || (byte >= '<' && byte <= '>');
}

/* Remembers a word; false when it was seen before or there is no more room. */
static bool
word_is_new(uint64_t *seen, size_t size, const char *word, size_t length)
{
    uint64_t hash = UINT64_C(14695981039346656037); /* FNV-1a */
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)word[i]) * UINT64_C(1099511628211);
    hash |= 1;
    size_t at = (size_t)(hash >> 8) % size;
    while (seen[at] && seen[at] != hash)
        at = (at + 1) % size;
    bool fresh = !seen[at];
    seen[at] = hash;
    return fresh;
}

/* Collects the words with letters beyond ASCII, each once: a name that stands in every row says no
 * more than in one. */
static size_t
collect_words(struct arena *arena, const char *sample, size_t length, char *out)
{
    enum { SLOTS = WORDS_MAX * 2 };
    uint64_t *seen = ARENA_ARRAY(arena, SLOTS, uint64_t);
    size_t to = 0, words = 0;
    for (size_t i = 0; i < length && words < WORDS_MAX; i++) {
        size_t start = i;
        bool high = false;
        for (; i < length && !parts_words((unsigned char)sample[i]); i++)
            high |= (unsigned char)sample[i] >= 0x80;
        size_t size = i - start;
        if (to + size + 1 > BYTES_MAX)
            size = BYTES_MAX - to > 0 ? BYTES_MAX - to - 1 : 0;
        if (!high || !size || !word_is_new(seen, SLOTS, sample + start, size))
            continue;
        memcpy(out + to, sample + start, size);
        to += size;
        out[to++] = ' ';
        words++;
        if (to >= BYTES_MAX)
            break;
    }
    return to;
}

const char *
charset_model_best(const char *sample, size_t length, const char *hint)
{
    static const char *const wide[] = {"GB18030", "BIG5", "SHIFT_JIS", "EUC-JP", "EUC-KR"};
    struct arena *arena = arena_new();
    const char *best = charset_pages[0].name;
    double best_score = -1e300;
    char *words = arena_alloc(arena, BYTES_MAX);
    length = collect_words(arena, sample, length, words);
    for (unsigned i = 0; i < charset_page_count; i++) {
        const struct charset_page *page = &charset_pages[i];
        double score = score_page(page, (const unsigned char *)words, length);
        if (text_ascii_equal_nocase(hint, page->name))
            score += 2;
        if (score > best_score) {
            best_score = score;
            best = page->name;
        }
    }
    for (size_t i = 0; i < sizeof wide / sizeof *wide; i++) {
        double score = score_wide(wide[i], words, length) - 2;
        if (text_ascii_equal_nocase(hint, wide[i]) ||
            (text_ascii_equal_nocase(hint, "UHC") && i == 4))
            score += 0.1 * fabs(score) + 2;
        if (score > best_score) {
            best_score = score;
            best = wide[i];
        }
    }
    arena_free(arena);
    return best;
}
