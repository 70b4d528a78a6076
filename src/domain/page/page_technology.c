/* What a site is built with. See page_technology.h. */
#include "domain/page/page_technology.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "domain/page/page_technology_table.h"

enum {
    INLINE_MAX = 16 * 1024, /* of a script in the page: loaders stand at its beginning */
    INLINE_ALL = 128 * 1024,
    EVIDENCE_MAX = 160,
    HOST_MAX = 200,
    VERSION_MAX = 20
};

#define COUNT(table) (sizeof(table) / sizeof(table)[0])

static const struct {
    const char *name, *label;
} groups[TECHNOLOGY_GROUPS] = {
    [TECHNOLOGY_CMS] = {"cms",        "Content management"     },
    [TECHNOLOGY_SHOP] = {"shop",       "Shop"                   },
    [TECHNOLOGY_ANALYTICS] = {"analytics",  "Analytics"              },
    [TECHNOLOGY_ADS] = {"ads",        "Advertising"            },
    [TECHNOLOGY_MARKETING] = {"marketing",  "CRM and marketing"      },
    [TECHNOLOGY_CHAT] = {"chat",       "Chat and support"       },
    [TECHNOLOGY_PAYMENT] = {"payment",    "Payments"               },
    [TECHNOLOGY_FRAMEWORK] = {"framework",  "Framework"              },
    [TECHNOLOGY_HOSTING] = {"hosting",    "Hosting"                },
    [TECHNOLOGY_CAREERS] = {"careers",    "Recruiting"             },
    [TECHNOLOGY_CONSENT] = {"consent",    "Consent"                },
    [TECHNOLOGY_SCHEDULING] = {"scheduling", "Scheduling"             },
    [TECHNOLOGY_MONITORING] = {"monitoring", "Security and monitoring"},
};

struct finder {
    struct arena *arena;
    struct page_technology found[TECHNOLOGIES];
    size_t inlined;
};

const char *
technology_group_label(enum technology_group group)
{
    return groups[group].label;
}

const char *
technology_group_name(enum technology_group group)
{
    return groups[group].name;
}

const char *
page_technology_name(const char *key, enum technology_group *group)
{
    for (size_t i = 0; i < TECHNOLOGIES; i++)
        if (!strcmp(technologies[i].key, key)) {
            *group = technologies[i].group;
            return technologies[i].name;
        }
    return NULL;
}

static void
note(struct finder *finder, int technology, const char *version, const char *what, const char *seen)
{
    struct page_technology *found = &finder->found[technology];
    if (found->key) {
        if (!*found->version)
            found->version = version;
        return;
    }
    found->key = technologies[technology].key;
    found->name = technologies[technology].name;
    found->group = technologies[technology].group;
    found->version = version;
    found->evidence =
        text_cut(finder->arena,
                 text_squeeze(finder->arena, arena_printf(finder->arena, "%s %s", what, seen)),
                 EVIDENCE_MAX);
}

/* The first number with a dot: "6.4.2" of "WordPress 6.4.2"; "" when none. */
static const char *
version_of(struct arena *arena, const char *text)
{
    for (; *text; text++) {
        if (!isdigit((unsigned char)*text))
            continue;
        size_t n = strspn(text, "0123456789.");
        while (n && text[n - 1] == '.')
            n--;
        if (n <= VERSION_MAX && memchr(text, '.', n))
            return arena_strndup(arena, text, n);
        text += n - 1;
    }
    return "";
}

/* The signs of a host and of those above it; the table is sorted. */
static void
see_host(struct finder *finder, const char *host, const char *address)
{
    for (const char *at = host; at; at = strchr(at, '.') ? strchr(at, '.') + 1 : NULL) {
        size_t low = 0, high = COUNT(host_signs);
        while (low < high) {
            size_t middle = (low + high) / 2;
            if (strcmp(host_signs[middle].host, at) < 0)
                low = middle + 1;
            else
                high = middle;
        }
        for (; low < COUNT(host_signs) && !strcmp(host_signs[low].host, at); low++)
            if (!host_signs[low].path || strstr(address, host_signs[low].path))
                note(finder, host_signs[low].technology, "", "loads", address);
    }
}

/* An address that the page loads something from, or links to. */
static void
see_address(struct finder *finder, const char *address, bool loads)
{
    const char *start = strstr(address, "//");
    bool absolute = start && start - address <= 6;
    char host[HOST_MAX];
    if (!strncasecmp(address, "data:", 5))
        return;
    if (absolute) {
        size_t n = strcspn(start + 2, "/?#:");
        if (n < sizeof host) {
            for (size_t i = 0; i < n; i++)
                host[i] = (char)tolower((unsigned char)start[2 + i]);
            host[n] = '\0';
            see_host(finder, host, address);
        }
    }
    for (size_t i = 0; loads && i < COUNT(path_signs); i++)
        if (strstr(address, path_signs[i].text))
            note(finder, path_signs[i].technology, "", "loads", address);
}

static void
see_script(struct finder *finder, const struct markup_node *script)
{
    const struct markup_node *text = script->first_child;
    const char *type = markup_attr(script, "type");
    if (!text || text->tag != MARKUP_TEXT || finder->inlined > INLINE_ALL ||
        (type && strcasestr(type, "json")))
        return;
    size_t length = text->length < INLINE_MAX ? text->length : INLINE_MAX;
    finder->inlined += length;
    for (size_t i = 0; i < COUNT(inline_signs); i++) {
        const char *sign = inline_signs[i].text;
        if (memmem(text->text, length, sign, strlen(sign)))
            note(finder, inline_signs[i].technology, "", "script with", sign);
    }
}

static void
see_meta(struct finder *finder, const struct markup_node *meta)
{
    const char *name = markup_attr(meta, "name"), *content = markup_attr(meta, "content");
    if (!name || !content)
        return;
    for (size_t i = 0; i < COUNT(meta_signs); i++)
        if (!strcasecmp(name, meta_signs[i].text))
            note(finder, meta_signs[i].technology, "", "meta", name);
    if (strcasecmp(name, "generator") != 0)
        return;
    for (size_t i = 0; i < COUNT(generator_signs); i++)
        if (!strncasecmp(content, generator_signs[i].text, strlen(generator_signs[i].text)))
            note(finder, generator_signs[i].technology, version_of(finder->arena, content),
                 "generator", content);
}

static void
see_class(struct finder *finder, const char *value)
{
    for (size_t i = 0; i < COUNT(class_signs); i++)
        if (strstr(value, class_signs[i].text))
            note(finder, class_signs[i].technology, "", "class", class_signs[i].text);
}

static void
see_attributes(struct finder *finder, const struct markup_node *node)
{
    static const char *const addresses[] = {"src", "href", "action", "data-src"};
    for (size_t i = 0; i < node->n_attrs; i++) {
        const struct markup_attr *attr = &node->attrs[i];
        for (size_t k = 0; k < COUNT(addresses); k++)
            if (!strcmp(attr->name, addresses[k]))
                see_address(finder, attr->value, node->tag != MARKUP_A);
        for (size_t k = 0; k < COUNT(id_signs) && !strcmp(attr->name, "id"); k++)
            if (!strcmp(attr->value, id_signs[k].text))
                note(finder, id_signs[k].technology, "", "element", attr->value);
        for (size_t k = 0; k < COUNT(attribute_signs); k++)
            if (attribute_signs[k].name[0] == attr->name[0] &&
                !strcmp(attr->name, attribute_signs[k].name))
                note(finder, attribute_signs[k].technology, version_of(finder->arena, attr->value),
                     "attribute", attr->name);
        if (node->tag == MARKUP_BODY && !strcmp(attr->name, "class"))
            see_class(finder, attr->value);
    }
}

static void
see_header(struct finder *finder, const char *header)
{
    const char *colon = strchr(header, ':');
    if (!colon)
        return;
    size_t length = (size_t)(colon - header);
    const char *value = colon + 1 + strspn(colon + 1, " \t");
    bool cookie = length == 10 && !strncasecmp(header, "set-cookie", 10);
    for (size_t i = 0; cookie && i < COUNT(cookie_signs); i++)
        if (!strncmp(value, cookie_signs[i].text, strlen(cookie_signs[i].text)))
            note(finder, cookie_signs[i].technology, "", "cookie",
                 arena_strndup(finder->arena, value, strcspn(value, "=")));
    for (size_t i = 0; !cookie && i < COUNT(header_signs); i++)
        if (strlen(header_signs[i].name) == length &&
            !strncasecmp(header, header_signs[i].name, length) &&
            strcasestr(value, header_signs[i].value))
            note(finder, header_signs[i].technology, version_of(finder->arena, value), "header",
                 header);
}

size_t
page_technology_list(struct arena *arena, const struct markup_node *root,
                     const char *const *headers, size_t n_headers, struct page_technology **out)
{
    struct finder *finder = ARENA_NEW(arena, struct finder);
    size_t n = 0;
    finder->arena = arena;
    for (size_t i = 0; i < n_headers; i++)
        see_header(finder, headers[i]);
    for (const struct markup_node *at = markup_next(root, root); at; at = markup_next(at, root)) {
        if (at->tag == MARKUP_TEXT)
            continue;
        if (at->tag == MARKUP_META)
            see_meta(finder, at);
        if (at->tag == MARKUP_SCRIPT)
            see_script(finder, at);
        for (size_t i = 0; at->tag == MARKUP_OTHER && i < COUNT(tag_signs); i++)
            if (!strcmp(at->name, tag_signs[i].text))
                note(finder, tag_signs[i].technology, "", "element", at->name);
        see_attributes(finder, at);
    }
    *out = ARENA_ARRAY(arena, TECHNOLOGIES, struct page_technology);
    for (size_t i = 0; i < TECHNOLOGIES; i++)
        if (finder->found[i].key)
            (*out)[n++] = finder->found[i];
    return n;
}
