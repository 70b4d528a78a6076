/* Postal code and city. See postal_city.h. */
#include "domain/cleaning/postal_city.h"

#include <string.h>

#include "base/text.h"

static const char digits[] = "0123456789";

static bool
is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

/* "D-", "CZ-", "SE-" in front of a code: its length. */
static size_t
country_length(const char *text)
{
    size_t n = 0;
    while (n < 3 && is_capital(text[n]))
        n++;
    return n && text[n] == '-' ? n + 1 : 0;
}

/* The length of the code that the text begins with, a blank behind it; 0: none. */
static size_t
code_length(const char *text)
{
    size_t n = strspn(text, digits), more = 0;
    if (!n)
        return 0;
    if (text[n] == '-' || (text[n] == ' ' && n == 3))
        more = strspn(text + n + 1, digits);
    /* 00-950, 4000-322, 123-4567; 110 00 */
    bool halves = (text[n] == '-' &&
                   ((n == 2 && more == 3) || (n == 4 && more == 3) || (n == 3 && more == 4))) ||
                  (text[n] == ' ' && n == 3 && more == 2);
    if (halves)
        n += 1 + more;
    else if (n < 4 || n > 6)
        return 0;
    /* 1012 AB */
    if (n == 4 && text[4] == ' ' && is_capital(text[5]) && is_capital(text[6]) && text[7] == ' ')
        n = 7;
    return text[n] == ' ' ? n : 0;
}

void
postal_city_split(struct arena *arena, const char **postal_code, const char **city)
{
    if (!*city)
        return;
    size_t country = country_length(*city), n = code_length(*city + country), at = 0;
    if (!n)
        return;
    const char *code = arena_strndup(arena, *city + country, n), *name = *city + country + n + 1;
    if (!text_is_letter(text_next(name, strlen(name), &at)) ||
        (*postal_code && strcmp(*postal_code, code) != 0))
        return;
    *postal_code = code;
    *city = name;
}
