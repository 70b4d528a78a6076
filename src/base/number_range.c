/* Numbers and ranges in words. See number_range.h. */
#include "base/number_range.h"

#include <stddef.h>
#include <string.h>
#include <strings.h>

enum { BETWEEN_MAX = 24 };

static bool
is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool
is_word_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0xC3;
}

/* True when one of the words, ended by an empty one, stands whole in text[0..length]. */
static bool
holds_word(const char *text, size_t length, const char *const *words)
{
    for (; **words; words++) {
        size_t n = strlen(*words);
        for (size_t i = 0; i + n <= length; i++) {
            bool letters = is_word_byte(**words);
            if (strncasecmp(text + i, *words, n) != 0)
                continue;
            if (!letters || ((i == 0 || !is_word_byte(text[i - 1])) &&
                             (i + n == length || !is_word_byte(text[i + n]))))
                return true;
        }
    }
    return false;
}

/* What the words in front of the number make of it. */
static enum number_bound
bound_before(const char *text, size_t length)
{
    static const char *const less[] = {"<=", "≤", ""};
    static const char *const under[] = {"<",        "less than",   "fewer than", "under",
                                        "below",    "weniger als", "unter",      "moins de",
                                        "menos de", "meno di",     "méně než",   "mene nez",
                                        "pod",      "poniżej",     "minder dan", ""};
    static const char *const most[] = {"up to",  "max",     "at most", "maximum", "bis",
                                       "bis zu", "jusqu'à", "hasta",   "fino a",  "tot",
                                       "do",     "nejvýše", "maximal", "až",      ""};
    static const char *const equal[] = {">=", "≥", ""};
    static const char *const more[] = {
        ">",      "more than", "over",     "above", "über",  "mehr als", "plus de",  "más de",
        "più di", "více než",  "vice nez", "nad",   "ponad", "powyżej",  "meer dan", ""};
    static const char *const least[] = {
        "at least", "min", "minimum", "mindestens", "ab", "from",    "au moins",
        "alespoň",  "od",  "von",     "desde",      "da", "minimal", ""};
    if (length == 0)
        return NUMBER_EXACT;
    if (holds_word(text, length, less) || holds_word(text, length, most))
        return NUMBER_AT_MOST;
    if (holds_word(text, length, under))
        return NUMBER_LESS_THAN;
    if (holds_word(text, length, equal) || holds_word(text, length, least))
        return NUMBER_AT_LEAST;
    return holds_word(text, length, more) ? NUMBER_MORE_THAN : NUMBER_EXACT;
}

static bool
says_at_least(const char *text)
{
    static const char *const words[] = {"+",       "or more",  "and more", "and above", "and over",
                                        "plus",    "a více",   "a vice",   "und mehr",  "oder mehr",
                                        "et plus", "y más",    "e più",    "i więcej",  "en meer",
                                        "and up",  "or above", ""};
    return holds_word(text, strcspn(text, "0123456789"), words);
}

static bool
joins_range(const char *text, size_t length)
{
    static const char *const words[] = {"-",  "–",   "—",   "−",    "‐",   "‑",     "~",     "..",
                                        "…",  "to",  "až",  "az",   "bis", "à",     "until", "a",
                                        "do", "and", "tot", "till", "al",  "hasta", ""};
    return length <= BETWEEN_MAX && holds_word(text, length, words);
}

/* A sign right in front: "-5" and "$-5", but not the hyphen of a word. */
static bool
is_negative(const char *text, const char *number)
{
    const char *at = number;
    while (at > text && at[-1] == ' ')
        at--;
    if (at == text || at[-1] != '-')
        return false;
    at--;
    while (at > text && at[-1] == ' ')
        at--;
    return at == text || !is_word_byte(at[-1]);
}

bool
number_range_read(const char *text, struct number_range *out)
{
    memset(out, 0, sizeof *out);
    const char *at = text + strcspn(text, "0123456789");
    out->negative = is_negative(text, at);
    out->bound = bound_before(text, (size_t)(at - text));
    if (!number_scan(&at, &out->low))
        return false;
    out->high = out->low;
    size_t between = strcspn(at, "0123456789");
    const char *second = at + between;
    struct number high;
    if (is_digit(*second) && joins_range(at, between) && number_scan(&second, &high)) {
        out->two = true;
        out->high = high;
        out->bound = NUMBER_EXACT;
        if (out->low.unit < 2 && high.unit > 1 && out->low.value < high.value / high.unit) {
            out->low.value *= high.unit;
            out->low.unit = high.unit;
        }
        at = second;
    } else if (says_at_least(at)) {
        out->bound = NUMBER_AT_LEAST;
    }
    for (int depth = 0; *at; at++) {
        depth += (*at == '(') - (*at == ')' && depth > 0);
        out->more = out->more || (depth == 0 && is_digit(*at));
    }
    return true;
}
