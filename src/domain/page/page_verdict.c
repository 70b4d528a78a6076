/* Is this a page of a company's own site? See page_verdict.h. What a page is not is asked first, from
 * the surest sign to the weakest. */
#include "domain/page/page_verdict.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/map.h"
#include "base/psl.h"
#include "base/text.h"
#include "base/uri_web.h"
#include "domain/company/shared_hosts.h"
#include "domain/page/page.h"

enum {
    SHORT = 150, /* words: a page that only tells of a failure */
    PARKED_MOST = 250,
    OTHERS_LEAST = 15, /* other sites that a directory leads to */
    STORIES_LEAST = 12,
    HEADLINE_WORDS = 6,
    SLUG_WORDS = 4,
    ROOM_LINKS = 100,
    ROOMS_ENOUGH = 3,
    FOLDED_MOST = 6000
};

struct judge {
    struct arena *arena;
    const struct page *page;
    const struct page_text *text;
    struct page_verdict *out;
    const char *folded;     /* title and the beginning of the text, folded */
    const char *host, *own; /* of the page: its host, the registrable domain of it */
};

const char *
page_class_name(enum page_class page_class)
{
    static const char *const names[PAGE_CLASSES] = {
        [PAGE_COMPANY] = "company",     [PAGE_ARTICLE] = "article",   [PAGE_NEWS] = "news",
        [PAGE_DIRECTORY] = "directory", [PAGE_PROFILE] = "profile",   [PAGE_PARKED] = "parked",
        [PAGE_ERROR] = "error",         [PAGE_PERSONAL] = "personal", [PAGE_EMPTY] = "empty"};
    return names[page_class];
}

static bool
decide(struct judge *judge, enum page_class page_class, const char *reason)
{
    *judge->out = (struct page_verdict){page_class, page_class == PAGE_COMPANY, reason};
    return true;
}

/* --- articles --------------------------------------------------------------------------------------- */

/* What the page's <meta> and elements say of it. */
struct marks {
    bool called;    /* og:type article */
    bool published; /* article:published_time */
    bool body;      /* an element is the article's body */
};

static void
read_marks(const struct markup_node *root, struct marks *marks)
{
    for (const struct markup_node *at = markup_next(root, root); at; at = markup_next(at, root)) {
        if (at->tag == MARKUP_TEXT)
            continue;
        const char *item = markup_attr(at, "itemprop");
        marks->body = marks->body || (item && strcasestr(item, "articleBody"));
        if (at->tag != MARKUP_META)
            continue;
        const char *name = markup_attr(at, "property"), *content = markup_attr(at, "content");
        if (!name)
            name = markup_attr(at, "name");
        if (!name || !content)
            continue;
        marks->published = marks->published || !strcasecmp(name, "article:published_time");
        marks->called =
            marks->called || (!strcasecmp(name, "og:type") &&
                              (!strcasecmp(content, "article") || !strcasecmp(content, "blog")));
    }
}

/* A path like "/2019/11/18/", or whose last part is a headline: "tim-cook-on-apple-being-pulled". */
static bool
is_story_path(const char *path)
{
    size_t words = 1;
    const char *last = path;
    for (const char *p = path; *p; p++)
        if (*p == '/' && p[1])
            last = p + 1;
    for (const char *p = path; *p; p++) {
        bool year = *p == '/' && (!strncmp(p + 1, "19", 2) || !strncmp(p + 1, "20", 2)) &&
                    isdigit((unsigned char)p[3]) && isdigit((unsigned char)p[4]);
        if (year && (p[5] == '/' || p[5] == '-') && isdigit((unsigned char)p[6]))
            return true;
    }
    for (const char *p = last; *p; p++)
        words += (*p == '-' || *p == '_') && p[1];
    return words > SLUG_WORDS;
}

static bool
is_front(const char *url, struct arena *arena)
{
    struct uri_web uri;
    return uri_web_read(arena, url, strlen(url), NULL, &uri) && !strcmp(uri.path, "/");
}

/* Pages of a site that are what they are, although systems call all pages articles. */
static bool
is_room(enum page_kind kind)
{
    return kind != PAGE_OTHER && kind != PAGE_BLOG && kind != PAGE_DOCS;
}

/* Its data describe an article: news and posts by their type, others with a headline or a date. */
static bool
is_article_data(const struct jsn *object)
{
    static const char *const news[] = {"NewsArticle",          "BlogPosting",
                                       "ReportageNewsArticle", "AnalysisNewsArticle",
                                       "OpinionNewsArticle",   "LiveBlogPosting"};
    static const char *const others[] = {"Article", "TechArticle", "ScholarlyArticle"};
    for (size_t i = 0; i < sizeof news / sizeof *news; i++)
        if (page_data_is(object, news[i]))
            return *page_data_text(object, "headline") || *page_data_text(object, "datePublished");
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (page_data_is(object, others[i]))
            return jsn_get(object, "headline") || jsn_get(object, "datePublished") ||
                   jsn_get(object, "articleBody");
    return false;
}

bool
page_verdict_article(struct arena *arena, const char *url, const struct markup_node *root,
                     struct jsn *const *data, size_t n_data, bool *sure)
{
    struct uri_web uri;
    struct marks marks = {0};
    int certainty = 0;
    enum page_kind kind = page_kind_of_link(arena, url, NULL, &certainty);
    size_t articles = 0;
    *sure = false;
    if (is_front(url, arena) || (is_room(kind) && certainty >= 50))
        return false;
    for (size_t i = 0; i < n_data; i++)
        articles += is_article_data(data[i]);
    read_marks(root, &marks);
    bool story = uri_web_read(arena, url, strlen(url), NULL, &uri) && is_story_path(uri.path);
    /* A list of posts has data of each. */
    *sure = (articles > 0 && articles < 4) || marks.published || marks.body ||
            marks.called + story + (kind == PAGE_BLOG) >= 2;
    return *sure || marks.called || story;
}

/* --- errors, parked domains ------------------------------------------------------------------------- */

/* Words of the table in the folded text; the first found, or NULL. */
static const char *
first_of(const char *folded, const char *const *table)
{
    for (; *table; table++)
        if (strstr(folded, *table))
            return *table;
    return NULL;
}

static bool
judge_error(struct judge *judge, int64_t status)
{
    static const char *const words[] = {"page not found",
                                        "404 not found",
                                        "not found",
                                        "error 404",
                                        "access denied",
                                        "403 forbidden",
                                        "forbidden",
                                        "just a moment",
                                        "attention required",
                                        "seite nicht gefunden",
                                        "page introuvable",
                                        "pagina no encontrada",
                                        "stranka nenalezena",
                                        "stranka neexistuje",
                                        "nie znaleziono",
                                        "pagina non trovata",
                                        "pagina niet gevonden",
                                        "service unavailable",
                                        "bad gateway",
                                        "internal server error",
                                        "are you a robot",
                                        "verify you are human",
                                        "checking your browser",
                                        "enable javascript and cookies",
                                        "security check",
                                        NULL};
    static const char *const doors[] = {
        "sign in",        "log in",  "login",  "anmelden", "prihlaseni", "se connecter",
        "iniciar sesion", "zaloguj", "accedi", "inloggen", NULL};
    const char *title = text_fold(judge->arena, judge->page->title ? judge->page->title : "");
    if (status >= 400)
        return decide(
            judge, PAGE_ERROR,
            arena_printf(judge->arena, "The server answered with status %lld.", (long long)status));
    if (judge->text->words < SHORT && first_of(title, words))
        return decide(judge, PAGE_ERROR,
                      arena_printf(judge->arena, "The page is titled “%s”: it tells of a failure.",
                                   judge->page->title));
    if (judge->text->words < SHORT / 3 && first_of(judge->folded, words))
        return decide(judge, PAGE_ERROR, "The page says little but that something failed.");
    bool password = false;
    for (const struct markup_node *at = judge->page->root; at;
         at = markup_next(at, judge->page->root))
        if (at->tag == MARKUP_INPUT && markup_attr(at, "type") &&
            !strcasecmp(markup_attr(at, "type"), "password"))
            password = true;
    if (password && judge->text->words < SHORT / 2 &&
        (first_of(title, doors) || judge->text->words < SHORT / 5))
        return decide(judge, PAGE_ERROR, "The page asks to sign in and says nothing else.");
    return false;
}

static bool
judge_parked(struct judge *judge)
{
    static const char *const words[] = {"domain is for sale",
                                        "domain for sale",
                                        "buy this domain",
                                        "domain may be for sale",
                                        "domain name is for sale",
                                        "this domain is parked",
                                        "parked domain",
                                        "parked free",
                                        "domain parking",
                                        "domain has expired",
                                        "domain is registered",
                                        "related searches",
                                        "make an offer",
                                        "domain steht zum verkauf",
                                        "domain kaufen",
                                        "domain ist geparkt",
                                        "diese domain wurde",
                                        "hier entsteht",
                                        "domena je na prodej",
                                        "domena je zaparkovana",
                                        "domena na sprzedaz",
                                        "domena jest na sprzedaz",
                                        "domaine est a vendre",
                                        "nom de domaine a ete enregistre",
                                        "dominio en venta",
                                        "dominio in vendita",
                                        "domein is te koop",
                                        "domeinnaam",
                                        NULL};
    static const char *const soon[] = {"coming soon",
                                       "under construction",
                                       "launching soon",
                                       "site is being built",
                                       "website is under",
                                       "new website is on its way",
                                       "something is coming",
                                       "opening soon",
                                       "im aufbau",
                                       "in kurze",
                                       "bientot",
                                       "en construction",
                                       "en construccion",
                                       "proximamente",
                                       "v rekonstrukci",
                                       "pripravujeme",
                                       "ve vystavbe",
                                       "w budowie",
                                       "in costruzione",
                                       "in aanbouw",
                                       "binnenkort",
                                       "future home of",
                                       NULL};
    static const char *const hosts[] = {"welcome to nginx",
                                        "apache2 debian default page",
                                        "apache2 ubuntu default page",
                                        "it works",
                                        "default web site page",
                                        "default page",
                                        "index of /",
                                        "account suspended",
                                        "hosting account",
                                        "plesk",
                                        "cpanel",
                                        "website has been created",
                                        "webspace",
                                        "this is a placeholder",
                                        "web server is running",
                                        "no website has been",
                                        NULL};
    const char *word;
    if (judge->text->words > PARKED_MOST)
        return false;
    if ((word = first_of(judge->folded, words)))
        return decide(judge, PAGE_PARKED,
                      arena_printf(judge->arena, "The domain is parked or for sale: “%s”.", word));
    if (judge->text->words < PARKED_MOST / 2 && (word = first_of(judge->folded, hosts)))
        return decide(judge, PAGE_PARKED,
                      arena_printf(judge->arena, "It is the placeholder of a host: “%s”.", word));
    if (judge->text->words < PARKED_MOST / 3 && (word = first_of(judge->folded, soon)))
        return decide(judge, PAGE_PARKED,
                      arena_printf(judge->arena, "The site is not there yet: “%s”.", word));
    return false;
}

/* --- others' sites ---------------------------------------------------------------------------------- */

static const char *
registrable(struct arena *arena, const char *url)
{
    struct uri_web uri;
    struct psl psl;
    if (!uri_web_read(arena, url, strlen(url), NULL, &uri))
        return NULL;
    psl_split(uri.host, &psl);
    return psl.registrable ? psl.registrable : uri.host;
}

/* The registrable domain of a link; that of the page itself is known without reading it. */
static const char *
link_domain(const struct judge *judge, const char *href)
{
    const char *host = strstr(href, "//");
    size_t length = host ? strcspn(host + 2, "/?#:") : 0;
    if (host && strlen(judge->host) == length && !strncmp(host + 2, judge->host, length))
        return judge->own;
    return registrable(judge->arena, href);
}

static bool
judge_host(struct judge *judge)
{
    struct uri_web uri;
    if (!uri_web_read(judge->arena, judge->page->url, strlen(judge->page->url), NULL, &uri))
        return false;
    switch (shared_hosts_kind(uri.host)) {
    case SHARED_SOCIAL:
    case SHARED_MARKETPLACE:
    case SHARED_APP_STORE:
    case SHARED_SHORTENER:
        return decide(judge, PAGE_PROFILE,
                      arena_printf(judge->arena, "%s is %s, not a company's own site.", uri.host,
                                   shared_hosts_label(shared_hosts_kind(uri.host))));
    case SHARED_DIRECTORY:
        return decide(judge, PAGE_DIRECTORY,
                      arena_printf(judge->arena, "%s is a directory of companies.", uri.host));
    case SHARED_NONE:
    case SHARED_FREE_MAIL:
    case SHARED_SITE_BUILDER:
    case SHARED_HOSTING:
    case SHARED_FILES:
        break;
    }
    return false;
}

/* What the links outside the frame lead to. */
struct tally {
    size_t links, others, profiles, headlines;
};

static size_t
word_count(const char *text)
{
    size_t n = *text != '\0';
    for (; *text; text++)
        n += *text == ' ';
    return n;
}

static void
count_links(struct judge *judge, struct tally *tally)
{
    struct map *seen = map_new(judge->arena, 64);
    const char *own = judge->own;
    for (size_t i = 0; i < judge->page->n_links; i++) {
        const struct page_link *link = &judge->page->links[i];
        if (link->frame || !own)
            continue;
        const char *domain = link_domain(judge, link->href);
        if (!domain)
            continue;
        tally->links++;
        if (!strcmp(domain, own)) {
            tally->headlines += word_count(link->text) >= HEADLINE_WORDS;
        } else if (!map_get(seen, domain) && shared_hosts_kind(domain) == SHARED_NONE) {
            map_put(seen, domain, judge);
            tally->others++;
        }
    }
}

static bool
judge_list(struct judge *judge)
{
    static const char *const titles[] = {
        "directory",       "verzeichnis",       "katalog firem",
        "firemni katalog", "annuaire",          "directorio",
        "katalog firm",    "baza firm",         "elenco aziende",
        "bedrijvengids",   "branchenbuch",      "top 10 ",
        "top 20 ",         "top 50 ",           "top 100 ",
        "best companies",  "list of companies", "companies in ",
        "yellow pages",    "gelbe seiten",      "zlate stranky",
        "pages jaunes",    "paginas amarillas", "business listings",
        "find a ",         "compare the best",  NULL};
    struct tally tally = {0};
    const char *title = text_fold(judge->arena, judge->page->title ? judge->page->title : "");
    bool listed = first_of(title, titles) != NULL, news = false;
    size_t organizations = 0, items = 0;
    for (size_t i = 0; i < judge->page->n_data; i++) {
        organizations += page_data_is_organization(judge->page->data[i]);
        items += page_data_is(judge->page->data[i], "ListItem");
        news = news || page_data_is(judge->page->data[i], "NewsMediaOrganization") ||
               page_data_is(judge->page->data[i], "Newspaper");
    }
    count_links(judge, &tally);
    if (tally.others >= OTHERS_LEAST && tally.others * 3 >= tally.links)
        return decide(judge, PAGE_DIRECTORY,
                      arena_printf(judge->arena, "It lists %zu other sites.", tally.others));
    if (listed && (tally.others >= 4 || organizations >= 4 || items >= 8 || tally.links >= 20))
        return decide(judge, PAGE_DIRECTORY,
                      arena_printf(judge->arena,
                                   "Its title, “%s”, and what it lists are a directory's.",
                                   judge->page->title));
    if (organizations >= 8)
        return decide(judge, PAGE_DIRECTORY,
                      arena_printf(judge->arena, "It describes %zu organisations.", organizations));
    if (news || (tally.headlines >= STORIES_LEAST && tally.headlines * 2 >= tally.links))
        return decide(
            judge, PAGE_NEWS,
            news ? "It calls itself a news medium."
                 : arena_printf(judge->arena, "It leads to %zu stories.", tally.headlines));
    return false;
}

/* --- people and companies ---------------------------------------------------------------------------- */

/* How often words of the table stand in the text, alone. */
static size_t
count_words(const char *folded, const char *const *table)
{
    size_t n = 0;
    for (; *table; table++) {
        size_t length = strlen(*table);
        for (const char *at = strstr(folded, *table); at; at = strstr(at + length, *table))
            n += (at == folded || !isalnum((unsigned char)at[-1])) &&
                 !isalnum((unsigned char)at[length]);
    }
    return n;
}

struct signs {
    size_t strong, weak;
    const char *first; /* in words */
};

static void
sign(struct signs *signs, bool there, size_t strength, const char *words)
{
    if (!there)
        return;
    signs->strong += strength == 2;
    signs->weak += strength == 1;
    if (!signs->first || strength == 2)
        signs->first = words;
}

/* How many of a company's rooms its own links lead to; three are as good as more. */
static size_t
count_rooms(const struct judge *judge)
{
    static const enum page_kind rooms[] = {PAGE_ABOUT,   PAGE_TEAM,    PAGE_PRODUCT,  PAGE_PRICING,
                                           PAGE_CAREERS, PAGE_CONTACT, PAGE_SECURITY, PAGE_LEGAL};
    bool kinds[PAGE_KINDS] = {false};
    size_t n = 0;
    for (size_t i = 0; i < judge->page->n_links && i < ROOM_LINKS && n < ROOMS_ENOUGH; i++) {
        const struct page_link *link = &judge->page->links[i];
        const char *domain = link_domain(judge, link->href);
        int certainty;
        if (!judge->own || !domain || strcmp(judge->own, domain) != 0)
            continue;
        enum page_kind kind = page_kind_of_link(judge->arena, link->href, link->text, &certainty);
        for (size_t k = 0; k < sizeof rooms / sizeof *rooms; k++)
            n += kind == rooms[k] && !kinds[kind];
        kinds[kind] = true;
    }
    return n;
}

static void
read_signs(const struct judge *judge, struct signs *signs)
{
    const struct page *page = judge->page;
    const char *own = judge->own;
    bool organization = false, legal = false, registry = false, own_mail = false;
    for (size_t i = 0; i < page->n_data; i++)
        organization = organization || page_data_is_organization(page->data[i]);
    for (size_t i = 0; i < page->n_claims; i++) {
        legal = legal || page->claims[i].kind == PAGE_CLAIM_LEGAL_NAME;
        registry = registry || page->claims[i].kind == PAGE_CLAIM_REGISTRY ||
                   page->claims[i].kind == PAGE_CLAIM_VAT;
    }
    for (size_t i = 0; i < page->n_emails; i++) {
        const char *at = strchr(page->emails[i].address, '@');
        own_mail = own_mail || (own && at && !strcmp(at + 1, own));
    }
    size_t rooms = count_rooms(judge);
    static const char *const we[] = {
        "we",       "our",     "us",      "wir",   "unser",    "unsere", "uns", "nous", "notre",
        "nos",      "nuestro", "nuestra", "somos", "nosotros", "nase",   "nas", "jsme", "nasze",
        "jestesmy", "nostro",  "nostra",  "siamo", "onze",     "wij",    "ons", NULL};
    sign(signs, rooms >= 1, 1, "it leads to the rooms of a company: about, products, contact");
    sign(signs, page->n_phones > 0, 1, "a telephone number");
    sign(signs, page->n_socials > 0, 1, "profiles of its own");
    sign(signs, count_words(judge->folded, we) >= 2, 1, "it speaks of itself as “we”");
    sign(signs, rooms >= 3, 2, "it leads to the rooms of a company: about, products, contact");
    sign(signs, own_mail, 2, "an address at its own domain");
    sign(signs, page->n_addresses > 0, 2, "a postal address");
    sign(signs, legal, 2, "a name with a legal form");
    sign(signs, registry, 2, "a number in a register");
    sign(signs, organization, 2, "its data describe an organisation");
}

static bool
judge_person(struct judge *judge, const struct signs *signs)
{
    static const char *const alone[] = {
        "i",    "my",  "me", "i'm", "ich", "mein", "meine", "je", "mon",  "mes",  "ja",     "muj",
        "moje", "moj", "yo", "mi",  "soy", "sono", "mio",   "ik", "mijn", "jsem", "jestem", NULL};
    static const char *const many[] = {"we",    "our",  "wir",   "unser",  "unsere", "nous",
                                       "notre", "nos",  "nase",  "jsme",   "nasi",   "nuestro",
                                       "somos", "onze", "siamo", "nostro", NULL};
    bool person = false;
    for (size_t i = 0; i < judge->page->n_data; i++)
        person = person || page_data_is(judge->page->data[i], "Person") ||
                 page_data_is(judge->page->data[i], "ProfilePage");
    size_t singular = count_words(judge->folded, alone), plural = count_words(judge->folded, many);
    const char *first = signs->first ? signs->first : "";
    bool organization = strstr(first, "organisation") || strstr(first, "legal form");
    if (organization || singular < 3 || singular < 3 * plural + (person ? 0 : 2))
        return false;
    return decide(judge, PAGE_PERSONAL, "One person speaks of themselves, not a company.");
}

void
page_verdict_read(struct arena *arena, const struct page *page, const struct page_text *text,
                  int64_t status, struct page_verdict *out)
{
    struct judge judge = {.arena = arena, .page = page, .text = text, .out = out};
    struct signs signs = {0};
    struct uri_web uri;
    bool read = uri_web_read(arena, page->url, strlen(page->url), NULL, &uri);
    judge.host = read ? uri.host : "";
    judge.own = registrable(arena, page->url);
    /* Of a long article nothing more is asked. */
    const char *begin =
        text->article && text->words > PARKED_MOST ? "" : text_cut(arena, text->text, FOLDED_MOST);
    judge.folded =
        text_fold(arena, arena_printf(arena, "%s\n%s", page->title ? page->title : "", begin));
    if (judge_error(&judge, status) || judge_parked(&judge) || judge_host(&judge))
        return;
    if (text->article) {
        decide(&judge, PAGE_ARTICLE, "It is an article: one text, published as a story or a post.");
        return;
    }
    if (judge_list(&judge))
        return;
    read_signs(&judge, &signs);
    if (judge_person(&judge, &signs))
        return;
    if (text->words < 10 && !signs.strong) {
        decide(&judge, PAGE_EMPTY,
               "There is too little on the page to tell; it may need a browser's scripts.");
        return;
    }
    if (signs.strong || signs.weak >= 2)
        decide(&judge, PAGE_COMPANY,
               arena_printf(arena, "It is a company's own page: %s.", signs.first));
    else
        decide(&judge, PAGE_EMPTY, "Nothing on the page speaks of a company.");
}
