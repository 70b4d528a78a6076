/* Titles that name the company of somebody else: those of customers who praise. See people.h. */
#include <string.h>

#include "base/phrase.h"
#include "base/text.h"
#include "domain/company/company_name.h"
#include "domain/enrich/people.h"

/* True when the words behind "at" are the company's own: its name, its domain, or "the company". */
static bool
is_own(struct arena *arena, const char *text, const struct people_source *source)
{
    static const char *const own[] = {"the company", "company", "our", "unser",
                                      "us",          "large",   "the"};
    const char *plain = phrase_plain(arena, text);
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        if (!strcmp(plain, own[i]) || text_starts(plain, arena_printf(arena, "%s ", own[i])))
            return true;
    const char *key = company_name_key(arena, text);
    const char *company = source->company ? company_name_key(arena, source->company) : "";
    size_t n = strcspn(source->domain ? source->domain : "", ".");
    const char *label = arena_strndup(arena, source->domain ? source->domain : "", n);
    if (!*company && !*label)
        return true;
    const char *close = text_fold(arena, key), *joined = close;
    char *packed = arena_strdup(arena, joined), *to = packed;
    for (const char *at = packed; *at; at++)
        if (*at != ' ' && *at != '-')
            *to++ = *at;
    *to = '\0';
    return (*company && (text_starts(key, company) || text_starts(company, key))) ||
           (*label && (text_starts(packed, label) || (*packed && text_starts(label, packed))));
}

/* What stands behind a word for "at"; NULL when there is none. */
static const char *
behind_at(const char *title)
{
    static const char *const words[] = {" at ",       " @ ",       " @",
                                        " bei ",      " chez ",    " presso ",
                                        " bij ",      " hos ",     " ve společnosti ",
                                        " ve firmě ", " w firmie "};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        const char *found = strstr(title, words[i]);
        if (found)
            return found + strlen(words[i]);
    }
    return NULL;
}

bool
people_title_is_foreign(struct arena *arena, const char *title, const struct people_source *source)
{
    const char *firm = title ? behind_at(title) : NULL;
    size_t at = 0;
    if (!title)
        return false;
    if (firm) {
        int32_t first = text_next(firm, strlen(firm), &at);
        if (text_is_upper(first) || text_is_digit(first))
            return !is_own(arena, firm, source);
    }
    /* "CTO, Othercorp GmbH" */
    const char *comma = strrchr(title, ',');
    struct company_name name;
    if (!comma)
        return false;
    company_name_split(arena, comma + 1, &name);
    return *name.form && *name.base && strcmp(name.base, name.display) != 0 &&
           strlen(name.form) > 1 && strcmp(name.form, "FH") != 0 &&
           !is_own(arena, comma + 1, source);
}
