/* What one page says for each field. See site_gather.h. Weights: from 80 on something may be taken for
 * sure, below 55 it is no more than a trace. */
#include "domain/site/site_gather.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/psl.h"
#include "base/text.h"
#include "base/uri_web.h"
#include "domain/company/company_industry.h"
#include "domain/company/company_name.h"
#include "domain/contact/email_address.h"
#include "domain/record/country.h"
#include "domain/record/record_code.h"

enum { DESCRIPTION_LEAST = 30, DESCRIPTION_MOST = 1000, HEADINGS_MAX = 14, PREFIX_LEAST = 5 };

struct gather {
    struct arena *arena;
    const struct page *page;
    bool home;
    const struct site_identity *identity;
    struct site_votes *votes;
};

static void
vote(const struct gather *gather, int place, const char *value, int weight, const char *snippet)
{
    site_vote_add(gather->votes, &(struct site_vote){.place = place,
                                                     .value = value,
                                                     .weight = weight,
                                                     .url = gather->page->url,
                                                     .snippet = snippet});
}

/* --- names ------------------------------------------------------------------------------------------ */

/* Letters and digits only, folded. */
static const char *
compact(struct arena *arena, const char *text)
{
    char *out = text_fold(arena, text);
    size_t n = 0;
    for (const char *p = out; *p; p++)
        if (isalnum((unsigned char)*p) || (unsigned char)*p >= 0x80)
            out[n++] = *p;
    out[n] = '\0';
    return out;
}

bool
site_gather_identity(struct arena *arena, const char *url, struct site_identity *out)
{
    struct uri_web uri;
    struct psl psl;
    if (!uri_web_read(arena, url, strlen(url), NULL, &uri))
        return false;
    psl_split(uri.host, &psl);
    out->domain = psl.private_registrable ? psl.private_registrable
                  : psl.registrable       ? psl.registrable
                                          : uri.host;
    out->label = compact(arena, arena_strndup(arena, out->domain, strcspn(out->domain, ".")));
    return true;
}

/* The name is the domain's, written out. */
static bool
is_label(const struct gather *gather, const char *name)
{
    return !strcmp(compact(gather->arena, name), gather->identity->label);
}

/* Letters, none of them small. */
static bool
is_shouted(const char *text)
{
    size_t at = 0, length = strlen(text), letters = 0;
    while (at < length) {
        int32_t cp = text_next(text, length, &at);
        if (text_is_lower(cp))
            return false;
        letters += text_is_upper(cp);
    }
    return letters > 4;
}

/* A name that has to do with the domain: one begins as the other, or a word of it stands in it. */
static bool
is_related(const struct gather *gather, const char *name)
{
    const char *joined = compact(gather->arena, name), *label = gather->identity->label;
    size_t same = 0, n = strlen(joined), m = strlen(label);
    while (joined[same] && joined[same] == label[same])
        same++;
    if (n && (same == n || same == m || same >= PREFIX_LEAST))
        return true;
    char *words = text_fold(gather->arena, name);
    for (char *word = words, *end; *word; word = end + (*end != '\0')) {
        end = word + strcspn(word, " -&.,");
        char kept = *end;
        *end = '\0';
        bool in = strlen(word) >= 4 && strstr(label, word);
        *end = kept;
        if (in)
            return true;
    }
    return false;
}

static void
name_vote(const struct gather *gather, const char *text, int weight, const char *snippet)
{
    struct company_name name;
    company_name_split(gather->arena, text, &name);
    if (!*name.base || strlen(name.base) > 90)
        return;
    if (is_related(gather, name.base))
        weight += is_label(gather, name.base) ? 12 : 8;
    if (is_shouted(name.base))
        weight -= 6;
    site_vote_add(gather->votes,
                  &(struct site_vote){.place = COMPANY_NAME,
                                      .key = company_name_key(gather->arena, name.base),
                                      .value = name.base,
                                      .weight = weight,
                                      .url = gather->page->url,
                                      .snippet = snippet});
}

/* The parts of the home page's title: "Acme | Pumps for wells". */
static void
gather_title(const struct gather *gather)
{
    static const char *const signs[] = {" | ",        " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ",
                                        " \xC2\xB7 ", ": ",  " \xC2\xBB ",     " // ",
                                        ", "};
    const char *rest = gather->page->title;
    while (rest && *rest) {
        const char *end = rest + strlen(rest);
        size_t skip = 0;
        for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
            const char *at = strstr(rest, signs[i]);
            if (at && at < end) {
                end = at;
                skip = strlen(signs[i]);
            }
        }
        const char *part = arena_strndup(gather->arena, rest, (size_t)(end - rest));
        const char *joined = compact(gather->arena, part);
        struct company_name name;
        company_name_split(gather->arena, part, &name);
        if (!strcmp(joined, gather->identity->label) ||
            !strcmp(compact(gather->arena, name.base), gather->identity->label))
            name_vote(gather, part, 76, gather->page->title);
        else if (is_related(gather, part) && strlen(part) < 50)
            name_vote(gather, part, 52, gather->page->title);
        rest = end + skip;
    }
}

static void
gather_names(const struct gather *gather)
{
    const struct page *page = gather->page;
    bool near = gather->home || page->kind == PAGE_ABOUT || page->kind == PAGE_CONTACT ||
                page->kind == PAGE_LEGAL;
    size_t seen = 0;
    if (page->site_name)
        name_vote(gather, page->site_name, gather->home ? 78 : 66, page->site_name);
    for (size_t i = 0; i < page->n_claims; i++) {
        const struct page_claim *claim = &page->claims[i];
        struct company_name name;
        if (claim->kind == PAGE_CLAIM_NAME)
            name_vote(gather, claim->value, near ? 84 : 60, claim->snippet);
        if (claim->kind != PAGE_CLAIM_LEGAL_NAME)
            continue;
        company_name_split(gather->arena, claim->value, &name);
        bool related = is_related(gather, name.base);
        /* An imprint names others too: who built the site, who may be sued. */
        int weight = claim->data ? 84 : related ? 80 : page->kind == PAGE_LEGAL && !seen ? 60 : 40;
        seen++;
        name_vote(gather, claim->value, weight - 10, claim->snippet);
        const char *form = *name.form_key ? name.form_key : name.form;
        vote(gather, COMPANY_LEGAL_FORM, form, weight + 6, claim->snippet);
    }
    if (!gather->home)
        return;
    gather_title(gather);
    for (size_t i = 0; i < page->n_blocks; i++)
        if (page->blocks[i].owner->tag == MARKUP_H1 && is_label(gather, page->blocks[i].text))
            name_vote(gather, page->blocks[i].text, 62, page->blocks[i].text);
    for (size_t i = 0; i < page->n_links; i++) {
        const struct page_link *link = &page->links[i];
        if (!strcmp(link->href, page->url) && is_label(gather, link->text))
            name_vote(gather, link->text, 62, link->text); /* the logo's */
    }
}

/* --- how to reach ----------------------------------------------------------------------------------- */

/* By the page: where companies write how to reach them. */
static int
weight_of_room(const struct gather *gather, bool frame)
{
    int weight = frame ? 74 : gather->home ? 68 : 52;
    if (gather->page->kind == PAGE_CONTACT)
        weight = 82;
    if (gather->page->kind == PAGE_LEGAL)
        weight = 80;
    return gather->page->kind == PAGE_TEAM && !frame ? 40 : weight;
}

static void
gather_phones(const struct gather *gather)
{
    const struct page *page = gather->page;
    for (size_t i = 0; i < page->n_data; i++)
        if (page_data_is_organization(page->data[i])) {
            const char *said = page_data_text(page->data[i], "telephone");
            vote(gather, COMPANY_PHONE, said, 85,
                 arena_printf(gather->arena, "\"telephone\": \"%s\"", said));
        }
    for (size_t i = 0; i < page->n_phones; i++) {
        const struct page_phone *phone = &page->phones[i];
        /* Tables list the people's. */
        int weight = weight_of_room(gather, phone->frame) + (i == 0 ? 2 : 0) -
                     (phone->node->tag == MARKUP_TD ? 14 : 0);
        if (!phone->fax)
            vote(gather, phone->e164 ? (int)COMPANY_PHONE : (int)SITE_PHONE, phone->number, weight,
                 phone->context);
    }
}

/* Desks that answer anybody, and those that answer a few. */
static int
desk_weight(const char *local)
{
    static const char *const open[] = {
        "info",     "hello",     "contact",   "kontakt", "office",  "mail",     "hallo", "hola",
        "bonjour",  "contacto",  "team",      "sales",   "welcome", "ahoj",     "biuro", "ufficio",
        "contatti", "enquiries", "inquiries", "post",    "moin",    "contatto", "ciao"};
    static const char *const narrow[] = {
        "privacy",    "datenschutz", "gdpr",           "dpo",         "rodo",        "jobs",
        "careers",    "karriere",    "kariera",        "bewerbung",   "recrutement", "empleo",
        "hr",         "press",       "presse",         "media",       "security",    "abuse",
        "legal",      "billing",     "invoice",        "faktury",     "rechnung",    "noreply",
        "no-reply",   "webmaster",   "postmaster",     "unsubscribe", "investors",   "ir",
        "compliance", "rgpd",        "whistleblowing", "talent",      "people",      "jobs-eu"};
    for (size_t i = 0; i < sizeof open / sizeof *open; i++)
        if (!strcmp(local, open[i]))
            return 6;
    for (size_t i = 0; i < sizeof narrow / sizeof *narrow; i++)
        if (!strncmp(local, narrow[i], strlen(narrow[i])))
            return -14;
    return 0;
}

static void
gather_emails(const struct gather *gather)
{
    const struct page *page = gather->page;
    for (size_t i = 0; i < page->n_data; i++)
        if (page_data_is_organization(page->data[i])) {
            const char *said = page_data_text(page->data[i], "email");
            vote(gather, COMPANY_EMAIL, strncasecmp(said, "mailto:", 7) ? said : said + 7, 88,
                 arena_printf(gather->arena, "\"email\": \"%s\"", said));
        }
    for (size_t i = 0; i < page->n_emails; i++) {
        const struct page_email *email = &page->emails[i];
        struct email_address read;
        struct psl psl;
        if (email_address_read(gather->arena, email->address, &read) != EMAIL_OK)
            continue;
        psl_split(read.domain, &psl);
        bool own = psl.registrable && !strcmp(psl.registrable, gather->identity->domain);
        /* A person's own address is no company's; a free mailbox may be all a small one has. */
        int weight = weight_of_room(gather, email->frame) + desk_weight(read.local);
        bool dotted = strchr(read.local, '.') != NULL;
        if (!own && !read.free_mail)
            continue;
        if (!own)
            weight -= 14;
        if (!email->role && dotted)
            weight -= 30;
        else if (!email->role && !desk_weight(read.local))
            weight -= 6;
        vote(gather, COMPANY_EMAIL, email->address, weight, email->context);
    }
}

static void
gather_socials(const struct gather *gather)
{
    for (size_t i = 0; i < gather->page->n_socials; i++) {
        const struct page_social *social = &gather->page->socials[i];
        int place = social->network == PAGE_LINKEDIN     ? (int)COMPANY_LINKEDIN_URL
                    : social->network == PAGE_CRUNCHBASE ? (int)COMPANY_CRUNCHBASE_URL
                                                         : -1;
        int weight = social->data ? 92 : social->frame ? 84 : gather->home ? 70 : 50;
        if (place >= 0 && !social->person)
            vote(gather, place, social->url, weight + (is_related(gather, social->handle) ? 12 : 0),
                 social->url);
    }
}

/* --- where ------------------------------------------------------------------------------------------ */

static void
country_vote(const struct gather *gather, const char *code, int weight, const char *snippet,
             bool firm)
{
    const struct country *country = *code ? country_by_code(code) : NULL;
    if (country)
        site_vote_add(gather->votes, &(struct site_vote){.place = SITE_COUNTRY,
                                                         .value = country->iso2,
                                                         .weight = weight,
                                                         .url = gather->page->url,
                                                         .snippet = snippet,
                                                         .firm = firm});
}

/* Words for the seat of a company near its address. */
static bool
is_seat(struct arena *arena, const char *snippet)
{
    static const char *const words[] = {"headquarter", "registered office",
                                        "hauptsitz",   "firmensitz",
                                        "sitz der",    "siege",
                                        "sede",        "sidlo",
                                        "siedziba",    "hoofdkantoor",
                                        "head office"};
    const char *folded = text_fold(arena, snippet);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strstr(folded, words[i]))
            return true;
    return false;
}

static void
gather_addresses(const struct gather *gather)
{
    const struct page *page = gather->page;
    for (size_t i = 0; i < page->n_addresses; i++) {
        const struct page_address *address = &page->addresses[i];
        int weight = address->own ? 88 : weight_of_room(gather, false) + 4;
        if (gather->home && !address->own)
            weight = 78;
        if (!*address->country)
            weight -= 8;
        if (is_seat(gather->arena, address->snippet))
            weight += 6;
        weight -= (int)(i > 4 ? 4 : i); /* the first of a list is the seat, mostly */
        site_vote_add(
            gather->votes,
            &(struct site_vote){.place = SITE_ADDRESS,
                                .key = *address->city ? address->city : address->postal_code,
                                .value = address->snippet,
                                .weight = weight,
                                .url = page->url,
                                .snippet = address->snippet,
                                .address = address});
        country_vote(gather, address->country, weight - 20, address->snippet, true);
    }
}

static void
gather_country(const struct gather *gather)
{
    const struct page *page = gather->page;
    const char *dot = strrchr(gather->identity->domain, '.');
    for (size_t i = 0; i < page->n_phones; i++)
        if (page->phones[i].e164 && *page->phones[i].number == '+')
            country_vote(gather, page->phones[i].country, 34, page->phones[i].context, true);
    for (size_t i = 0; i < page->n_claims; i++) {
        const struct page_claim *claim = &page->claims[i];
        struct company_name name;
        if (claim->kind == PAGE_CLAIM_VAT && strlen(claim->value) > 2)
            country_vote(gather, arena_strndup(gather->arena, claim->value, 2), 44, claim->snippet,
                         true);
        if (claim->kind != PAGE_CLAIM_LEGAL_NAME)
            continue;
        company_name_split(gather->arena, claim->value, &name);
        if (strlen(name.countries) == 2 && is_related(gather, name.base))
            country_vote(gather, name.countries, 30, claim->snippet, true);
    }
    if (!gather->home)
        return;
    if (dot && strlen(dot) == 3)
        country_vote(gather, strcmp(dot, ".uk") ? dot + 1 : "GB", 24, gather->identity->domain,
                     false);
    country_vote(gather, page->country, 14, "the page's language tag", false);
}

/* --- about ------------------------------------------------------------------------------------------ */

static void
gather_claims(const struct gather *gather)
{
    const struct page *page = gather->page;
    bool near = gather->home || page->kind == PAGE_ABOUT;
    for (size_t i = 0; i < page->n_claims; i++) {
        const struct page_claim *claim = &page->claims[i];
        switch (claim->kind) {
        case PAGE_CLAIM_FOUNDED:
            vote(gather, COMPANY_FOUNDED_YEAR, claim->value,
                 claim->data               ? 88
                 : near                    ? 74
                 : page->kind == PAGE_TEAM ? 56
                                           : 60,
                 claim->snippet);
            break;
        case PAGE_CLAIM_REGISTRY:
            vote(gather, COMPANY_REGISTRY_NUMBER, claim->value,
                 claim->data                ? 70
                 : page->kind == PAGE_LEGAL ? 84
                                            : 78,
                 claim->snippet);
            break;
        case PAGE_CLAIM_EMPLOYEES:
            vote(gather, COMPANY_EMPLOYEES, claim->value,
                 claim->data                          ? 70
                 : near || page->kind == PAGE_CAREERS ? 50
                                                      : 36,
                 claim->snippet);
            break;
        case PAGE_CLAIM_LOGO:
            vote(gather, COMPANY_LOGO_URL, uri_web_join(gather->arena, page->url, claim->value), 86,
                 claim->snippet);
            break;
        case PAGE_CLAIM_DESCRIPTION:
            if (near && strlen(claim->value) >= DESCRIPTION_LEAST)
                vote(gather, COMPANY_DESCRIPTION, claim->value, 72, claim->snippet);
            break;
        case PAGE_CLAIM_NAME:
        case PAGE_CLAIM_LEGAL_NAME:
        case PAGE_CLAIM_VAT:
        case PAGE_CLAIMS:
            break;
        }
    }
}

/* What systems write where nobody did. */
static bool
is_filler(struct arena *arena, const char *text)
{
    static const char *const words[] = {"just another wordpress", "lorem ipsum",
                                        "welcome to our website", "meta description",
                                        "default description",    "enter a description"};
    const char *folded = text_fold(arena, text);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strstr(folded, words[i]))
            return true;
    return false;
}

static void
gather_description(const struct gather *gather)
{
    const struct page *page = gather->page;
    const char *text = page->description;
    if (!gather->home && page->kind != PAGE_ABOUT)
        return;
    if (text && strlen(text) >= DESCRIPTION_LEAST && !is_filler(gather->arena, text))
        vote(gather, COMPANY_DESCRIPTION, text, gather->home ? 82 : 60, text);
    for (size_t i = 0; i < page->n_blocks; i++)
        if (page->blocks[i].prose && page->blocks[i].part == PAGE_PART_MAIN) {
            text = text_cut(gather->arena, page->blocks[i].text, DESCRIPTION_MOST);
            vote(gather, COMPANY_DESCRIPTION, text, gather->home ? 56 : 54, text);
            break;
        }
}

/* A picture of the header that calls itself the logo. */
static void
gather_logo(const struct gather *gather)
{
    static const char *const names[] = {"class", "id", "alt", "src"};
    const struct markup_node *root = gather->page->root;
    for (const struct markup_node *at = markup_next(root, root); at && gather->home;
         at = markup_next(at, root)) {
        const char *src = at->tag == MARKUP_IMG ? markup_attr(at, "src") : NULL;
        if (!src || !strncasecmp(src, "data:", 5))
            continue;
        for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
            const char *value = markup_attr(at, names[i]);
            if (value && strcasestr(value, "logo")) {
                vote(gather, COMPANY_LOGO_URL, uri_web_join(gather->arena, gather->page->url, src),
                     68, arena_printf(gather->arena, "<img %s=\"%s\">", names[i], value));
                return;
            }
        }
    }
}

/* What stands before a word for "for": behind it are the customers. */
static const char *
before_customers(struct arena *arena, const char *text)
{
    static const char *const words[] = {
        " for ", " f\xC3\xBCr ", " pour ", " para ", " pro ", " dla ",  " per ",   " voor ", " to ",
        " in ",  " with ",       " mit ",  " avec ", " con ", " that ", " which ", " v ",    " w "};
    const char *end = text + strlen(text);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        const char *at = strcasestr(text, words[i]);
        if (at && at < end)
            end = at;
    }
    return arena_strndup(arena, text, (size_t)(end - text));
}

static void
industry_vote(const struct gather *gather, const char *text, int weight)
{
    int16_t code =
        text ? company_industry_read(gather->arena, before_customers(gather->arena, text)) : 0;
    const struct record_choice *choice =
        code && code != INDUSTRY_OTHER ? record_code_get(&record_industries, code) : NULL;
    if (choice)
        site_vote_add(gather->votes, &(struct site_vote){.place = COMPANY_INDUSTRY,
                                                         .value = choice->label,
                                                         .weight = weight,
                                                         .url = gather->page->url,
                                                         .snippet = text});
}

static void
gather_industry(const struct gather *gather)
{
    const struct page *page = gather->page;
    size_t headings = 0;
    if (!gather->home && page->kind != PAGE_ABOUT && page->kind != PAGE_PRODUCT)
        return;
    if (gather->home) {
        industry_vote(gather, page->title, 58);
        industry_vote(gather, page->description, 60);
    } else {
        industry_vote(gather, page->description, 48);
    }
    for (size_t i = 0; i < page->n_blocks && headings < HEADINGS_MAX; i++) {
        const struct page_block *block = &page->blocks[i];
        bool heading = markup_tag_flags(block->owner->tag) & MARKUP_HEADING;
        if (block->part != PAGE_PART_MAIN || (!heading && !block->prose))
            continue;
        industry_vote(gather, text_cut(gather->arena, block->text, 300), heading ? 46 : 42);
        headings++;
    }
}

void
site_gather(struct arena *arena, const struct page *page, bool home,
            const struct site_identity *identity, struct site_votes *votes)
{
    struct gather gather = {arena, page, home, identity, votes};
    if (page->verdict.page_class == PAGE_ARTICLE || page->verdict.page_class == PAGE_ERROR) {
        gather_socials(&gather); /* a post is about others, its frame is not */
        return;
    }
    gather_names(&gather);
    gather_phones(&gather);
    gather_emails(&gather);
    gather_socials(&gather);
    gather_addresses(&gather);
    gather_country(&gather);
    gather_claims(&gather);
    gather_description(&gather);
    gather_logo(&gather);
    gather_industry(&gather);
}
