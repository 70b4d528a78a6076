/* What one page says. See page.h. */
#include "domain/page/page.h"

#include <string.h>
#include <strings.h>

#include "base/psl.h"
#include "base/text.h"
#include "base/uri_web.h"
#include "domain/page/page_language.h"
#include "domain/page/page_text.h"
#include "domain/record/country.h"

enum { TITLE_MAX = 500, DESCRIPTION_MAX = 2000, ADDRESS_MAX = 2000 };

/* --- head ------------------------------------------------------------------------------------------- */

struct head {
    const char *title, *description, *locale, *language, *image, *icon, *canonical, *site_name;
    const char *og_title, *og_description;
};

static void
read_meta(const struct markup_node *meta, struct head *head)
{
    const char *name = markup_attr(meta, "property"), *content = markup_attr(meta, "content");
    const struct {
        const char *name, **to;
    } known[] = {
        {"description",         &head->description   },
        {"og:description",      &head->og_description},
        {"og:title",            &head->og_title      },
        {"og:locale",           &head->locale        },
        {"og:image",            &head->image         },
        {"og:site_name",        &head->site_name     },
        {"application-name",    &head->site_name     },
        {"content-language",    &head->language      },
        {"twitter:description", &head->og_description},
    };
    if (!name)
        name = markup_attr(meta, "name");
    if (!name)
        name = markup_attr(meta, "http-equiv");
    for (size_t i = 0; name && content && *content && i < sizeof known / sizeof *known; i++)
        if (!strcasecmp(name, known[i].name) && !*known[i].to)
            *known[i].to = content;
}

static void
read_link(const struct markup_node *link, struct head *head)
{
    const char *rel = markup_attr(link, "rel"), *href = markup_attr(link, "href");
    if (!rel || !href)
        return;
    if (!strcasecmp(rel, "canonical") && !head->canonical)
        head->canonical = href;
    if (strcasestr(rel, "apple-touch-icon") || (strcasestr(rel, "icon") && !head->icon))
        head->icon = href;
}

static void
read_head(struct arena *arena, const struct markup_node *root, struct head *head)
{
    for (const struct markup_node *at = markup_next(root, root); at; at = markup_next(at, root)) {
        if (at->tag == MARKUP_HTML && !head->language) {
            head->language = markup_attr(at, "lang");
            if (!head->language)
                head->language = markup_attr(at, "xml:lang");
        }
        if (at->tag == MARKUP_META)
            read_meta(at, head);
        if (at->tag == MARKUP_LINK)
            read_link(at, head);
        if (at->tag == MARKUP_TITLE && !head->title && at->parent->tag != MARKUP_SVG)
            head->title = markup_text(arena, at, TITLE_MAX);
    }
}

static const char *
cleaned(struct arena *arena, const char *text, size_t max)
{
    const char *clean = text ? text_cut(arena, text_squeeze(arena, text), max) : "";
    return *clean ? clean : NULL;
}

static const char *
absolute(struct arena *arena, const char *url, const char *link)
{
    const char *full = link ? uri_web_join(arena, url, link) : NULL;
    return full && strlen(full) <= ADDRESS_MAX ? full : NULL;
}

static void
fill_head(struct arena *arena, const char *url, const struct head *head, struct page *out)
{
    out->title = cleaned(arena, head->title, TITLE_MAX);
    if (!out->title)
        out->title = cleaned(arena, head->og_title, TITLE_MAX);
    out->description = cleaned(arena, head->description, DESCRIPTION_MAX);
    if (!out->description)
        out->description = cleaned(arena, head->og_description, DESCRIPTION_MAX);
    out->site_name = cleaned(arena, head->site_name, TITLE_MAX);
    out->canonical = absolute(arena, url, head->canonical);
    out->image = absolute(arena, url, head->image);
    out->icon = absolute(arena, url, head->icon);
}

/* --- language and country --------------------------------------------------------------------------- */

/* What the tags say, unless the words plainly say another: templates keep the language they came with. */
static void
read_language(struct arena *arena, const struct head *head, const struct page_text *text,
              struct page *out)
{
    const char *country, *other;
    bool sure;
    out->language = page_language_tag(arena, head->language, &country);
    const char *locale = page_language_tag(arena, head->locale, &other);
    if (!*out->language)
        out->language = locale;
    const char *words =
        page_language_guess(arena, text->words ? text->text : text->frame_text, &sure);
    if (*words && (!*out->language || (sure && strcmp(words, out->language) != 0))) {
        out->language = words;
        country = strcmp(locale, words) ? "" : other;
    }
    out->country = *country ? country : strcmp(locale, out->language) ? "" : other;
}

/* The country of the site: of its top-level domain, of its language tag, or of a language that one
 * country speaks. Only to read national forms of numbers with. */
static const char *
country_hint(struct arena *arena, const char *url, const struct page *page)
{
    static const struct {
        const char *language, *country;
    } homes[] = {
        {"cs", "CZ"},
        {"pl", "PL"},
        {"it", "IT"},
        {"sk", "SK"},
        {"hu", "HU"},
        {"fi", "FI"},
        {"sv", "SE"},
        {"da", "DK"},
        {"no", "NO"},
        {"ro", "RO"}
    };
    struct uri_web uri;
    if (uri_web_read(arena, url, strlen(url), NULL, &uri)) {
        const char *dot = strrchr(uri.host, '.');
        const struct country *country =
            dot && strlen(dot) == 3 ? country_by_code(strcmp(dot, ".uk") ? dot + 1 : "GB") : NULL;
        static const char *const generic[] = {".io", ".co", ".ai", ".me", ".tv",
                                              ".cc", ".gg", ".ly", ".to"};
        for (size_t i = 0; country && i < sizeof generic / sizeof *generic; i++)
            if (!strcmp(dot, generic[i]))
                country = NULL;
        if (country)
            return country->iso2;
    }
    if (*page->country)
        return page->country;
    for (size_t i = 0; i < sizeof homes / sizeof *homes; i++)
        if (!strcmp(homes[i].language, page->language))
            return homes[i].country;
    return "";
}

/* The one country that the addresses of the page name; "" when none or several. */
static const char *
address_country(const struct page_address *addresses, size_t n)
{
    const char *country = "";
    for (size_t i = 0; i < n; i++) {
        if (*addresses[i].country && *country && strcmp(country, addresses[i].country) != 0)
            return "";
        if (*addresses[i].country)
            country = addresses[i].country;
    }
    return country;
}

/* --- the page --------------------------------------------------------------------------------------- */

bool
page_is_html(const char *content_type, const char *body, size_t length)
{
    if (content_type && *content_type)
        return strcasestr(content_type, "text/html") ||
               strcasestr(content_type, "application/xhtml+xml");
    size_t most = length < 1024 ? length : 1024;
    for (size_t i = 0; i + 5 < most; i++)
        if (body[i] == '<' &&
            (!strncasecmp(body + i, "<!doctype html", 14) || !strncasecmp(body + i, "<html", 5) ||
             !strncasecmp(body + i, "<head", 5) || !strncasecmp(body + i, "<body", 5)))
            return true;
    return false;
}

/* All but the facts and the verdict; `text` is left for them. */
static bool
read_words(struct ctx *ctx, const struct page_source *source, struct page_text *text,
           struct page *out)
{
    struct arena *arena = ctx->arena;
    struct markup doc;
    struct head head = {0};
    bool sure;
    int certainty;
    *out = (struct page){.url = source->url};
    if (!markup_html(ctx, source->body, source->length, markup_charset(arena, source->content_type),
                     &doc) ||
        !page_data_list(ctx, doc.root, &out->data, &out->n_data))
        return false;
    out->root = doc.root;
    out->charset = doc.charset;
    read_head(arena, doc.root, &head);
    fill_head(arena, source->url, &head, out);
    bool article =
        page_verdict_article(arena, source->url, doc.root, out->data, out->n_data, &sure);
    page_text_read(arena, &doc, article, sure, text);
    out->text = text->text;
    out->frame_text = text->frame_text;
    out->blocks = text->blocks;
    out->n_blocks = text->n_blocks;
    read_language(arena, &head, text, out);
    out->kind = page_kind_of_link(arena, source->url, NULL, &certainty);
    out->n_links = page_link_list(arena, source->url, doc.root, text, &out->links);
    return true;
}

bool
page_read_words(struct ctx *ctx, const struct page_source *source, struct page *out)
{
    struct page_text text;
    return read_words(ctx, source, &text, out);
}

bool
page_read(struct ctx *ctx, const struct page_source *source, struct page *out)
{
    struct arena *arena = ctx->arena;
    struct page_text text;
    if (!read_words(ctx, source, &text, out))
        return false;
    const char *country = country_hint(arena, source->url, out);
    out->n_emails = page_email_list(arena, source->url, out->root, &text, &out->emails);
    out->n_addresses = page_address_list(arena, &text, out->data, out->n_data, country,
                                         out->language, &out->addresses);
    const char *named = address_country(out->addresses, out->n_addresses);
    out->n_phones =
        page_phone_list(arena, out->root, &text, *named ? named : country, &out->phones);
    out->n_socials =
        page_social_list(arena, out->links, out->n_links, out->data, out->n_data, &out->socials);
    out->n_claims =
        page_claim_list(arena, &text, out->description, out->data, out->n_data, &out->claims);
    out->n_technologies = page_technology_list(arena, out->root, source->headers, source->n_headers,
                                               &out->technologies);
    page_verdict_read(arena, out, &text, source->status, &out->verdict);
    return true;
}
