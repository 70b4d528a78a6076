/* What a result is worth. See discovery_sift.h. */
#include "domain/discovery/discovery_sift.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "domain/company/company_domain.h"

enum { NAME_MOST = 80 };

/* Newspapers, magazines, encyclopedias, search engines, data about companies: what shared_hosts does not
 * have because a company may well be found at them. Sorted: bsearch. */
/* clang-format off */
static const char *const press[] = {
    "apnews.com", "arstechnica.com", "baidu.com", "bbc.co.uk", "bbc.com", "bing.com", "bloomberg.com",
    "britannica.com", "businessinsider.com", "businesswire.com", "cnbc.com", "cnet.com", "cnn.com",
    "corriere.it", "derstandard.at", "duckduckgo.com", "economist.com", "elmundo.es", "elpais.com",
    "eu-startups.com", "faz.net", "forbes.com", "fortune.com", "ft.com", "globenewswire.com", "golem.de",
    "google.com", "gruenderszene.de", "handelsblatt.com", "hbr.org", "heise.de", "idnes.cz", "ihned.cz",
    "inc.com", "lefigaro.fr", "lemonde.fr", "lesechos.fr", "lupa.cz", "marketwatch.com", "mashable.com",
    "nytimes.com", "nzz.ch", "prnewswire.com", "producthunt.com", "reuters.com", "seznam.cz",
    "sifted.eu", "spiegel.de", "statista.com", "sueddeutsche.de", "techcrunch.com", "techradar.com",
    "theguardian.com", "theverge.com", "time.com", "usatoday.com", "venturebeat.com",
    "washingtonpost.com", "welt.de", "wikimedia.org", "wikipedia.org", "wired.com", "wsj.com",
    "yahoo.com", "yandex.ru", "zdnet.com", "zeit.de",
};
/* clang-format on */

static int
compare(const void *key, const void *row)
{
    return strcmp(key, *(const char *const *)row);
}

bool
discovery_sift_is_press(const char *domain)
{
    return bsearch(domain, press, sizeof press / sizeof *press, sizeof *press, compare) != NULL;
}

/* Letters and digits alone, folded: what a name and a label of a domain have in common. */
static const char *
bare(struct arena *arena, const char *text)
{
    char *folded = text_fold(arena, text);
    size_t n = 0;
    for (const char *c = folded; *c; c++)
        if ((*c >= 'a' && *c <= 'z') || (*c >= '0' && *c <= '9') || (unsigned char)*c >= 0x80)
            folded[n++] = *c;
    folded[n] = '\0';
    return folded;
}

static const char *
first_label(struct arena *arena, const char *domain)
{
    return arena_strndup(arena, domain, strcspn(domain, "."));
}

/* Where a title parts: "Acme | Arms", "Acme - Arms", "Acme: Arms". A hyphen within a word parts nothing.
 * Returns the length of the first part, and in *skip what lies between. */
static size_t
part_length(const char *title, size_t *skip)
{
    static const char *const marks[] = {" | ",        " - ", " \xe2\x80\x93 ", " \xe2\x80\x94 ",
                                        " \xc2\xb7 ", ": ",  " \xc2\xbb ",     " / "};
    size_t best = strlen(title);
    *skip = 0;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        const char *at = strstr(title, marks[i]);
        if (at && (size_t)(at - title) < best) {
            best = (size_t)(at - title);
            *skip = strlen(marks[i]);
        }
    }
    return best;
}

const char *
discovery_sift_name(struct arena *arena, const char *domain, const char *title)
{
    const char *label = first_label(arena, domain), *wanted = bare(arena, label);
    for (const char *at = title; *at;) {
        size_t skip, length = part_length(at, &skip);
        const char *part = text_squeeze(arena, arena_strndup(arena, at, length));
        const char *key = bare(arena, part);
        /* "Acme Robots" of acme-robots.com, "Acme Robots GmbH" too; "Home" of home24.de not. */
        if (*key && strlen(wanted) >= 2 && text_starts(key, wanted) &&
            strlen(key) <= strlen(wanted) + 12 && text_count(part) <= NAME_MOST)
            return part;
        at += length + skip;
    }
    return text_title(arena, label);
}

static bool
has_word(const char *text, const char *const *words)
{
    for (; *words; words++) {
        size_t length = strlen(*words);
        for (const char *at = strstr(text, *words); at; at = strstr(at + 1, *words))
            if ((at == text || at[-1] == ' ') && (!at[length] || strchr(" ,.:|-)", at[length])))
                return true;
    }
    return false;
}

bool
discovery_sift_is_list(struct arena *arena, const char *title)
{
    static const char *const many[] = {
        "companies",     "startups", "vendors",     "agencies", "suppliers", "providers",
        "manufacturers", "firms",    "unternehmen", "firmen",   "anbieter",  "hersteller",
        "entreprises",   "empresas", "aziende",     "firem",    NULL};
    static const char *const best[] = {"top",        "best",    "list",     "leading",
                                       "directory",  "beste",   "besten",   "liste",
                                       "meilleures", "mejores", "migliori", NULL};
    const char *folded = text_fold(arena, title);
    bool counted = *folded >= '0' && *folded <= '9';
    return has_word(folded, many) && (counted || has_word(folded, best));
}

void
discovery_sift(struct arena *arena, const struct discovery_lead *lead, const char *own,
               struct discovery_sifted *out)
{
    struct company_domain domain;
    enum company_domain_verdict verdict = company_domain_read(arena, lead->url, &domain);
    *out = (struct discovery_sifted){.key = lead->url};
    if (verdict != COMPANY_DOMAIN_OK) {
        out->key = domain.host ? domain.host : lead->url;
        out->reason = company_domain_reason(arena, verdict, &domain);
        return;
    }
    out->key = out->domain = domain.key;
    out->name = discovery_sift_name(arena, domain.key, lead->title);
    if (own && !strcmp(domain.key, own))
        out->reason = "The page's own site.";
    out->is_list = discovery_sift_is_list(arena, lead->title);
    if (!out->reason && out->is_list)
        out->reason = "A list of companies, which is read as a page of its own.";
    if (!out->reason && discovery_sift_is_press(domain.key))
        out->reason = "A newspaper or encyclopedia: it writes about companies.";
}
