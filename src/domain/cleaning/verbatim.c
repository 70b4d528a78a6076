/* Formulas and markup. See verbatim.h. */
#include "domain/cleaning/verbatim.h"

#include <string.h>

static bool
is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* "=SUM(", "=A1+", "@cmd|", "=1+": a sign, a name and at once what only formulas have. */
static bool
is_formula(const char *text)
{
    static const char word[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._$:";
    if (*text != '=' && *text != '+' && *text != '-' && *text != '@')
        return false;
    size_t n = strspn(text + 1, word);
    return n > 0 && text[1 + n] && strchr("(|!+*^&", text[1 + n]);
}

static bool
is_apart(char c)
{
    return !c || c == ' ' || c == ',' || c == ';' || c == '\t' || c == '\n';
}

/* A tag has a closing one, an attribute, or touches what stands beside it; an address in angle brackets
 * and a remark between blanks are none. */
static bool
is_tag(const char *text, const char *open)
{
    bool closing = open[1] == '/';
    size_t length = strcspn(open, ">");
    if (!is_letter(open[1 + closing]) || !open[length])
        return false;
    if (closing)
        return true;
    if (memchr(open, '@', length) || memmem(open, length, "://", 3))
        return false;
    return memchr(open, '=', length) || (open > text && !is_apart(open[-1])) ||
           !is_apart(open[length + 1]);
}

/* Markup whose brackets somebody replaced by their single look-alikes. */
static bool
is_lookalike_tag(const char *open)
{
    const char *first = open + strlen("\u2039"), *close = strstr(first, "\u203A");
    if (!close)
        return false;
    return *first == '/' || (is_letter(*first) && memchr(first, '=', (size_t)(close - first)));
}

bool
verbatim_is(const char *text)
{
    const char *first = text;
    while (*first == ' ' || (*first >= '\t' && *first <= '\r'))
        first++;
    if (is_formula(first))
        return true;
    for (const char *open = strchr(text, '<'); open; open = strchr(open + 1, '<'))
        if (is_tag(text, open))
            return true;
    const char *lookalike = strstr(text, "\u2039");
    return lookalike && is_lookalike_tag(lookalike);
}
