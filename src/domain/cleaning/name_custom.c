/* Names by country. See name_custom.h. */
#include "domain/cleaning/name_custom.h"

#include <stdbool.h>
#include <string.h>

#include "base/text.h"

static bool
is_among(const char *countries, const char *country)
{
    return country && strlen(country) == 2 && strstr(countries, country);
}

static size_t
count_words(const char *text)
{
    size_t n = *text != '\0';
    for (; *text; text++)
        n += *text == ' ';
    return n;
}

void
name_custom_surnames(struct arena *arena, const char *country, struct person_name *name)
{
    static const char two[] = "ES MX CO PE CL VE EC GT CU BO DO HN PY SV NI CR PA UY";
    const char *before = strrchr(name->middle, ' ');
    if (!is_among(two, country) || count_words(name->middle) < 2 || count_words(name->last) != 1)
        return;
    name->last = arena_printf(arena, "%s %s", before + 1, name->last);
    name->middle = arena_strndup(arena, name->middle, (size_t)(before - name->middle));
}

void
name_custom_monsieur(const char *country, struct person_name *name)
{
    static const char *const letters[] = {"ç", "è", "ê", "î", "û", "Ç", "È", "Ê", "Î"};
    if (*name->title || !text_starts(name->first, "M. "))
        return;
    bool french = is_among("FR BE LU MC", country);
    for (size_t i = 0; i < sizeof letters / sizeof *letters && !country; i++)
        french = french || strstr(name->first, letters[i]);
    if (!french)
        return;
    name->title = "M.";
    name->first += strlen("M. ");
}
