/* Quotations and values. See letter_quote.h. */
#include "domain/writing/letter_quote.h"

#include <ctype.h>
#include <string.h>

#include "base/text.h"

/* Words that nothing ends with: a clause that does was cut off. */
static const char *const hanging[] = {
    "a",  "an",  "the", "and",  "or", "of",  "to",  "in",   "for",  "with", "by",  "our", "your",
    "is", "are", "on",  "at",   "we", "der", "die", "das",  "und",  "oder", "für", "mit", "von",
    "zu", "im",  "ein", "eine", "le", "la",  "les", "et",   "ou",   "de",   "du",  "des", "en",
    "un", "une", "el",  "los",  "y",  "o",   "del", "para", "con",  "por",  "que", "v",   "na",
    "s",  "z",   "pro", "se",   "k",  "ve",  "as",  "that", "from", "nos",  "vos", "our", "their",
};

bool
letter_doubles(struct arena *arena, const char *text)
{
    const char *fold = text_lower(arena, text), *last = "";
    size_t last_length = 0;
    while (*fold) {
        size_t length = strcspn(fold, " \n");
        if (length && length == last_length && !memcmp(fold, last, length))
            return true;
        last = fold;
        last_length = length;
        fold += length;
        fold += strspn(fold, " ");
        if (*fold == '\n') {
            fold += strspn(fold, " \n");
            last_length = 0;
        }
    }
    return false;
}

static bool
is_plain(const char *text)
{
    for (const unsigned char *at = (const unsigned char *)text; *at; at++)
        if (*at < ' ' || *at == 0x7f || strchr("{}<>|?!\\^~`", *at))
            return false;
    return !strstr(text, "://") && !strchr(text, '@') && !strstr(text, "www.") &&
           !strstr(text, "..") && !strstr(text, "…") && !strstr(text, " ,") &&
           !strstr(text, " .") && !strstr(text, ",,");
}

static bool
has_letter(const char *text)
{
    size_t length = strlen(text);
    for (size_t at = 0; at < length;)
        if (text_is_letter(text_next(text, length, &at)))
            return true;
    return false;
}

/* Without the marks that lists and sentences leave at the ends. */
static const char *
bare(struct arena *arena, const char *text, size_t length)
{
    char *copy = text_squeeze(arena, arena_strndup(arena, text, length));
    size_t from = strspn(copy, " ,;:-*\"'.");
    size_t to = strlen(copy);
    while (to > from && strchr(" ,;:-*\"'", copy[to - 1]))
        to--;
    copy[to] = '\0';
    return copy + from;
}

const char *
letter_value(struct arena *arena, const char *text, size_t most)
{
    size_t length = text ? strlen(text) : 0;
    if (!length || length > most * 4 || !text_is_utf8(text, length))
        return NULL;
    const char *out = bare(arena, text, length);
    return has_letter(out) && is_plain(out) && text_count(out) <= most &&
                   !letter_doubles(arena, out)
               ? out
               : NULL;
}

static size_t
count_words(const char *text)
{
    size_t n = 0;
    for (const char *at = text; *at; n++) {
        at += strcspn(at, " ");
        at += strspn(at, " ");
    }
    return n;
}

static bool
hangs(struct arena *arena, const char *text)
{
    const char *last = strrchr(text, ' ');
    const char *word = text_lower(arena, last ? last + 1 : text);
    for (size_t i = 0; i < sizeof hanging / sizeof *hanging; i++)
        if (!strcmp(hanging[i], word))
            return true;
    return false;
}

/* Rows of a menu are written in capitals: hardly a word of them begins small. */
static bool
is_menu(const char *text)
{
    size_t small = 0, words = 0, length = strlen(text);
    for (const char *at = text; *at; words++) {
        size_t here = (size_t)(at - text);
        small += text_is_lower(text_next(text, length, &here));
        at += strcspn(at, " ");
        at += strspn(at, " ");
    }
    return words > 3 && small * 4 < words;
}

/* Length of the border at `at`, 0: none. A full stop is one only before a blank. */
static size_t
border(const char *at)
{
    static const char *const wide[] = {"…", "•", "·", "“", "”", "„", "«",
                                       "»", "–", "—", "→", "✓", "›", "\xC2\xAD"};
    if (strchr("!?;:|\n\r\t\"()[]{}<>*", *at))
        return 1;
    if (*at == '.')
        return !at[1] || at[1] == ' ' || at[1] == '.' || at[1] == '\n';
    if (*at == '-')
        return at[1] == ' ' || at[1] == '-';
    for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
        if (text_starts(at, wide[i]))
            return strlen(wide[i]);
    return 0;
}

static const char *
good_clause(struct arena *arena, const char *text, size_t length, const char *found, bool open)
{
    const char *out = letter_value(arena, arena_strndup(arena, text, length), 110);
    if (!out || (found && !strstr(text_lower(arena, out), found)))
        return NULL;
    size_t words = count_words(out), n = strlen(out), at = 0;
    bool begins = !text_is_lower(text_next(out, n, &at));
    if (words <= LETTER_TERM_WORDS || words > LETTER_QUOTE_WORDS || (open && !begins) ||
        hangs(arena, out) || is_menu(out))
        return NULL;
    return out[n - 1] == '.' ? arena_strndup(arena, out, n - 1) : out;
}

/* The clause, or what stands before one of its commas where the whole is too long or `broken` off. */
static const char *
try_clause(struct arena *arena, const char *text, size_t length, const char *found, bool open,
           bool broken)
{
    const char *out = broken ? NULL : good_clause(arena, text, length, found, open);
    for (size_t cut = length; !out && cut > 0; cut--)
        if (text[cut - 1] == ',')
            out = good_clause(arena, text, cut - 1, found, open);
    return out;
}

static bool
is_ellipsis(const char *at)
{
    return text_starts(at, "…") || text_starts(at, "...");
}

const char *
letter_clause(struct arena *arena, const char *snippet, const char *found)
{
    if (!snippet || strlen(snippet) > 4000 || !text_is_utf8(snippet, strlen(snippet)))
        return NULL;
    const char *wanted = found && *found ? text_lower(arena, found) : NULL;
    /* What follows the beginning or dots may lack its own beginning: then a capital must show it. */
    bool open = true;
    for (const char *from = snippet, *at = snippet;; at++) {
        size_t skip = *at ? border(at) : 0;
        if (*at && !skip)
            continue;
        const char *out =
            try_clause(arena, from, (size_t)(at - from), wanted, open || !wanted, is_ellipsis(at));
        if (out || !*at)
            return out;
        open = is_ellipsis(at);
        from = at + skip;
        at = from - 1;
    }
}

const char *
letter_term(struct arena *arena, const char *found)
{
    const char *out = letter_value(arena, found, 50);
    return out && count_words(out) <= LETTER_TERM_WORDS ? out : NULL;
}
