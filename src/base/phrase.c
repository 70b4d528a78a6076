/* Phrases of a table in free text. See phrase.h. */
#include "base/phrase.h"

#include <string.h>

#include "base/text.h"

/* --- plain form ------------------------------------------------------------------------------ */

enum sign { SIGN_WORD, SIGN_BLANK, SIGN_BREAK, SIGN_AND, SIGN_DOT, SIGN_DASH };

static enum sign
sign_of(int32_t cp)
{
    if ((cp >= 'a' && cp <= 'z') || (cp >= '0' && cp <= '9'))
        return SIGN_WORD;
    switch (cp) {
    case '&':
        return SIGN_AND;
    case '.':
        return SIGN_DOT;
    case '-':
        return SIGN_DASH;
    case ',':
    case ';':
    case ':':
    case '/':
    case '|':
    case '\\':
    case '(':
    case ')':
    case '[':
    case ']':
    case '>':
    case 0xB7:   /* middle dot */
    case 0x2013: /* dashes */
    case 0x2014:
    case 0x2022: /* bullet */
        return SIGN_BREAK;
    default:
        return cp > 0x7F && (text_is_letter(cp) || text_is_mark(cp) || text_is_digit(cp))
                   ? SIGN_WORD
                   : SIGN_BLANK;
    }
}

/* Text in the making. */
struct plain {
    char *data;
    size_t length;
    bool blank;    /* one is owed before the next word */
    bool initials; /* the last word is made of some */
};

static void
put(struct plain *out, const char *bytes, size_t length)
{
    if (out->blank && out->length > 0)
        out->data[out->length++] = ' ';
    out->initials = out->initials && !out->blank;
    out->blank = false;
    memcpy(out->data + out->length, bytes, length);
    out->length += length;
}

static void
put_word(struct plain *out, const char *word)
{
    out->blank = true;
    put(out, word, strlen(word));
    out->blank = true;
}

/* True for the dot of initials: behind a lone letter or initials, before a lone letter. */
static bool
in_initials(const struct plain *out, const char *rest)
{
    size_t n = out->length;
    bool lone = n > 0 && out->data[n - 1] != ' ' && (n == 1 || out->data[n - 2] == ' ');
    return !out->blank && (lone || out->initials) && sign_of((unsigned char)rest[0]) == SIGN_WORD &&
           sign_of((unsigned char)rest[1]) != SIGN_WORD;
}

const char *
phrase_plain(struct arena *arena, const char *text)
{
    const char *folded = text_fold(arena, text);
    size_t length = strlen(folded), at = 0;
    /* a sign grows to three bytes at most: "&" is " and", with its blank */
    struct plain out = {arena_alloc(arena, 4 * length + 1), 0, false, false};
    while (at < length) {
        size_t from = at;
        int32_t cp = text_next(folded, length, &at);
        switch (sign_of(cp)) {
        case SIGN_WORD:
            put(&out, folded + from, at - from);
            break;
        case SIGN_BLANK:
            out.blank = true;
            break;
        case SIGN_BREAK:
            put_word(&out, ",");
            break;
        case SIGN_AND:
            put_word(&out, "and");
            break;
        case SIGN_DOT:
            out.initials = in_initials(&out, folded + at);
            out.blank = !out.initials;
            break;
        case SIGN_DASH:
            if (from > 0 && folded[from - 1] == ' ' && folded[at] == ' ')
                put_word(&out, ",");
            out.blank = true;
            break;
        }
    }
    out.data[out.length] = '\0';
    return out.data;
}

/* --- look-up --------------------------------------------------------------------------------- */

static size_t
word_length(const char *text)
{
    size_t n = 0;
    while (text[n] && text[n] != ' ')
        n++;
    return n;
}

/* Order of an entry against the first `limit` bytes of a text; *common gets the bytes alike. */
static int
compare(const struct phrase *entry, const char *text, size_t limit, size_t *common)
{
    size_t n = 0;
    while (n < entry->length && n < limit && entry->text[n] == text[n])
        n++;
    *common = n;
    if (n == entry->length)
        return n == limit ? 0 : -1;
    if (n == limit)
        return 1;
    return (unsigned char)entry->text[n] < (unsigned char)text[n] ? -1 : 1;
}

/* The longest entry of a list that begins the text and ends with a word of it (or in one, when
 * open). */
static const struct phrase *
longest(const struct phrase_list *list, const char *text, size_t limit)
{
    while (limit > 0) {
        size_t low = 0, high = list->n, common = 0;
        while (low < high) {
            size_t middle = low + (high - low) / 2, n;
            if (compare(&list->of[middle], text, limit, &n) <= 0) {
                low = middle + 1;
                common = n;
            } else {
                high = middle;
            }
        }
        if (low == 0)
            return NULL;
        const struct phrase *entry = &list->of[low - 1];
        bool begins = common == entry->length;
        if (begins && (entry->open || text[common] == '\0' || text[common] == ' '))
            return entry;
        /* what begins the text and is shorter begins the common part too */
        limit = begins ? common - 1 : common;
    }
    return NULL;
}

/* The ending of a word, or of what follows an entry in it. */
static const struct phrase *
ending(const struct phrase_list *endings, const char *word, size_t length)
{
    for (size_t i = 0; i < endings->n; i++) {
        const struct phrase *entry = &endings->of[i];
        if (entry->length <= length && entry->text[entry->length - 1] == word[length - 1] &&
            !memcmp(entry->text, word + length - entry->length, entry->length))
            return entry;
    }
    return NULL;
}

enum { PHRASE_MOST = 80 };

bool
phrase_next(const struct phrases *table, const char **at, struct phrase_hit *hit)
{
    const char *text = *at + (**at == ' ');
    if (!*text)
        return false;
    size_t word = word_length(text), limit = strnlen(text, PHRASE_MOST);
    const struct phrase *found = NULL;
    for (size_t i = 0; i < PHRASE_LISTS && table->lists[i]; i++) {
        const struct phrase *one = longest(table->lists[i], text, limit);
        if (one && (!found || one->length > found->length))
            found = one;
    }
    hit->at = text;
    hit->length = word;
    if (found) {
        /* the rest of a word that an open entry began */
        size_t rest = found->open ? word_length(text + found->length) : 0;
        hit->length = found->length + rest;
        const struct phrase *end =
            table->last_decides ? ending(&table->endings, text + found->length, rest) : NULL;
        found = end ? end : found;
    } else {
        found = ending(&table->endings, text, word);
    }
    hit->phrase = found;
    *at = text + hit->length;
    return true;
}

bool
phrase_is_break(const struct phrase_hit *hit)
{
    return hit->length == 1 && *hit->at == ',';
}
