/* Words for nothing. See blank.h. */
#include "base/blank.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

enum { LONGEST = 16 };

/* sorted by bytes: bsearch */
static const char *const words[] = {
    "#div/0!", "#n/a",    "#name?",  "#null!",  "#num!",   "#ref!",     "#value!",
    "(blank)", "(empty)", "(none)",  "(null)",  "-",       "--",        "---",
    "----",    "-none-",  ".",       "..",      "...",     "/",         "<na>",
    "<none>",  "<null>",  "?",       "??",      "???",     "[]",        "aucun",
    "brak",    "empty",   "inconnu", "k. a.",   "k.a.",    "keine",     "n.a",
    "n.a.",    "n.n.",    "n/a",     "na",      "nan",     "neuvedeno", "nezadáno",
    "nicht",   "nil",     "ninguna", "ninguno", "no data", "none",      "not available",
    "not set", "null",    "tba",     "tbd",     "todo",    "unbekannt", "undefined",
    "unknown", "{}",      "~",       "–",       "—",
};

static int
compare(const void *key, const void *row)
{
    return strcmp(key, *(const char *const *)row);
}

bool
blank_is(const char *text)
{
    while ((*text >= '\t' && *text <= '\r') || *text == ' ')
        text++;
    size_t length = strlen(text);
    while (length > 0 &&
           ((text[length - 1] >= '\t' && text[length - 1] <= '\r') || text[length - 1] == ' '))
        length--;
    if (length == 0)
        return true;
    if (length >= LONGEST)
        return false;
    char lower[LONGEST];
    for (size_t i = 0; i < length; i++)
        lower[i] = (char)(text[i] >= 'A' && text[i] <= 'Z' ? text[i] + 32 : text[i]);
    lower[length] = '\0';
    return bsearch(lower, words, sizeof words / sizeof *words, sizeof *words, compare) != NULL;
}
