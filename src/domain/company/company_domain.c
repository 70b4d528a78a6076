/* The identifying domain of a company. See company_domain.h. */
#include "domain/company/company_domain.h"

#include <stdlib.h>
#include <string.h>

#include "base/psl.h"
#include "base/text.h"
#include "base/uri.h"

/* Private suffixes under which a registry sells names as others sell .com: a name there is one
 * holder's own. All other private suffixes host what strangers put there. Sorted: bsearch. */
static const char *const registries[] = {
    "ae.org",   "biz.at",   "br.com",   "cn.com",   "co.ca",   "co.com", "co.cz",   "co.nl",
    "co.no",    "co.pl",    "com.de",   "com.se",   "de.com",  "eu.com", "firm.dk", "firm.in",
    "gb.net",   "gr.com",   "hu.net",   "in.net",   "info.at", "jp.net", "jpn.com", "mex.com",
    "or.at",    "org.cz",   "radio.am", "radio.fm", "reg.dk",  "ru.com", "sa.com",  "se.net",
    "store.dk", "store.nf", "uk.com",   "uk.net",   "us.com",  "us.org", "za.bz",   "za.com",
};

/* Endings that name something else: file names, and names that never leave a network. Sorted. */
static const char *const not_endings[] = {
    "arpa", "asp",  "aspx",  "bmp",         "corp",      "csv",       "doc",  "docx", "gif", "home",
    "htm",  "html", "ico",   "internal",    "intranet",  "invalid",   "jpeg", "jpg",  "js",  "json",
    "jsp",  "lan",  "local", "localdomain", "localhost", "onion",     "pdf",  "php",  "png", "ppt",
    "pptx", "rtf",  "svg",   "txt",         "webp",      "workgroup", "xls",  "xlsx", "xml",
};

static int
compare(const void *key, const void *row)
{
    return strcmp(key, *(const char *const *)row);
}

#define IN(table, word)                                                                            \
    (bsearch((word), (table), sizeof(table) / sizeof *(table), sizeof *(table), compare) != NULL)

enum company_domain_verdict
company_domain_read(struct arena *arena, const char *text, struct company_domain *out)
{
    struct uri uri;
    memset(out, 0, sizeof *out);
    enum uri_verdict verdict = uri_read(arena, text, &uri);
    if (verdict != URI_OK)
        return verdict == URI_NONE ? COMPANY_DOMAIN_NONE : COMPANY_DOMAIN_INVALID;
    if (uri.host_kind == HOST_IPV4 || uri.host_kind == HOST_IPV6) {
        out->host = uri.host;
        return COMPANY_DOMAIN_IP;
    }
    struct psl psl;
    psl_split(uri.host, &psl);
    if (uri.host_kind != HOST_NAME ||
        (!psl.listed && (!psl.suffix[1] || IN(not_endings, psl.suffix))))
        return COMPANY_DOMAIN_INVALID;
    out->host = uri.host;
    if (!*uri.user_info || *uri.scheme)
        out->website = uri_canonical(arena, &uri);
    out->shared = shared_hosts_kind(uri.host);
    if (out->shared != SHARED_NONE)
        return COMPANY_DOMAIN_SHARED;
    if (psl.private_suffix && !IN(registries, psl.private_suffix)) {
        out->shared = SHARED_HOSTING;
        return COMPANY_DOMAIN_SHARED;
    }
    out->key = psl.private_suffix ? psl.private_registrable : psl.registrable;
    return out->key ? COMPANY_DOMAIN_OK : COMPANY_DOMAIN_INVALID;
}

const char *
company_domain_key(struct arena *arena, const char *text)
{
    struct company_domain domain;
    return company_domain_read(arena, text, &domain) == COMPANY_DOMAIN_OK ? domain.key : NULL;
}

bool
company_domain_is_no_name(struct arena *arena, const char *name, struct company_domain *out)
{
    bool dot = false;
    for (const char *c = name; *c; c++) {
        if ((*c >= 'A' && *c <= 'Z') || *c == ' ' || *c == '@')
            return false;
        dot = dot || *c == '.';
    }
    return dot && company_domain_read(arena, name, out) == COMPANY_DOMAIN_SHARED;
}

bool
company_domain_names_host(struct arena *arena, const char *name, const char *host)
{
    char *folded = text_fold(arena, name);
    size_t n = 0;
    for (const char *c = folded; *c; c++)
        if (*c != ' ')
            folded[n++] = *c;
    folded[n] = '\0';
    size_t label = strcspn(host, ".");
    return !strcmp(folded, host) || (n == label && !strncmp(folded, host, n));
}

const char *
company_domain_reason(struct arena *arena, enum company_domain_verdict verdict,
                      const struct company_domain *domain)
{
    switch (verdict) {
    case COMPANY_DOMAIN_OK:
        return "";
    case COMPANY_DOMAIN_NONE:
        return "No web address is given.";
    case COMPANY_DOMAIN_INVALID:
        return "This is not a web address that others can reach.";
    case COMPANY_DOMAIN_IP:
        return "A bare IP address does not identify a company.";
    case COMPANY_DOMAIN_SHARED:
        return arena_printf(arena, "%s is %s: it does not identify a company.", domain->host,
                            shared_hosts_label(domain->shared));
    }
    return "";
}
